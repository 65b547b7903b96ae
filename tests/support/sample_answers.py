"""Invented answers for the tests of the document: nothing needed, one contract, five needs in several markets."""

from __future__ import annotations

from datetime import date

from advisor.summary.answer_data import AnswerText, ChangeText, NeedText, OpenAnswer
from advisor.summary.verdict_data import Reference

DAY = date(2026, 11, 22)


def cited(source: str, *cite: str) -> Reference:
    return Reference(
        source=source.lower(),
        title=source,
        cite=cite,
        link=f"https://law.example/{source.lower().replace(' ', '-')}",
        checked=DAY,
        confidence="high",
        confidence_label="Confidence: high",
    )


CONTRACT = NeedText(
    id="contract-keel",
    kind="certificate",
    wish="contract",
    half=False,
    optional=False,
    overdue=False,
    when="By 30 June 2027",
    when_note="in seven months",
    what="Keel certificate from an accredited shipyard inspector",
    who="By contract · your charterer",
    why="The charter names the certificate and the day, so a plan alone does not fulfil it.",
    instead="Offer the charterer an inspection of its own before the season.",
    takes="First audit: 3 to 4 days. Until then 6 to 12 months of preparation.",
    stands="None yet",
    references=(cited("Charter party", "clause 7.2"),),
)

SYSTEM = NeedText(
    id="harbour-system",
    kind="system",
    wish="law",
    half=True,
    optional=False,
    overdue=True,
    when="Overdue since 2 February 2026",
    what="Logbook system for every boat that leaves the harbour",
    who="By law · the Coast",
    holder="Your crew must keep it, not the owner.",
    why="Boats of yours leave the harbour already, and the rule names no certificate.",
    takes="8 to 12 months of your own work; no certificate.",
    stands="Ask whoever keeps the harbour papers",
    references=(cited("Harbour Act", "s. 4", "s. 9"), cited("Order on Logbooks", "Art. 2")),
    places=("coast",),
)

LICENCE = NeedText(
    id="island-licence",
    kind="approval",
    wish="law",
    half=False,
    optional=False,
    overdue=False,
    when="Before you land on the Island",
    what="Landing licence of the Island's harbour master",
    who="By law · the Island",
    why="The harbour master lets no boat land whose owner is not on his list.",
    takes="No published figure. Ask whoever issues it.",
    stands="Not known to us",
    reported="Only reported to us. Check it before you rely on it.",
    references=(cited("Island Statute", "cap. 12"),),
    places=("island",),
)

QUESTION = NeedText(
    id="ask-the-lake",
    kind="clarify",
    wish="open",
    half=False,
    optional=False,
    overdue=False,
    when="Before the last day for questions, 4 December 2026",
    what="Ask the Lake whether its own inspection is enough",
    who="By this tender · the Lake",
    why="Its answer can spare you the purchase of a second certificate.",
    takes="One written question.",
    references=(cited("Tender of the Lake", "part B"),),
)

CHOICE = NeedText(
    id="sail-choice",
    kind="certificate",
    wish="choice",
    half=False,
    optional=True,
    overdue=False,
    when="No date",
    what="Sail certificate, if you choose it",
    who="Your own choice · you may leave it",
    why="Larger charterers recognise it at once.",
    takes="First audit: 5 days.",
    stands="None yet",
    references=(cited("Survey of charterers"),),
)

OPEN = (
    OpenAnswer(
        id="military",
        question="Do you also sail for the navy?",
        ask_whom="Whoever reads your charters",
        changes="Then the navy's own rules come on top.",
    ),
    OpenAnswer(id="night", question="Do you sail at night?", ask_whom="", changes="It decides about the lamps."),
)

NOTHING = AnswerText(
    sentence="No. Neither the law nor a charterer asks you for a certificate.",
    needs=(),
    not_needed="Keel and Sail: nobody that you told us of asks for them.",
)
ONE_CONTRACT = AnswerText(
    sentence="Yes, by contract: your charterer wants a Keel certificate by 30 June 2027.",
    needs=(CONTRACT,),
    not_needed="Sail: nobody that you told us of asks for it.",
    open=OPEN[:1],
)
SEVERAL_MARKETS = AnswerText(
    sentence="Yes: the Coast already wants a logbook, a contract wants a certificate, and the Island a licence.",
    needs=(SYSTEM, QUESTION, CONTRACT, LICENCE),
    later=(CHOICE,),
    not_needed="Rudder: nobody that you told us of asks for it.",
    open=OPEN,
)
SHAPES = {"nothing": NOTHING, "one contract": ONE_CONTRACT, "several markets": SEVERAL_MARKETS}

CHANGES = (
    ChangeText(
        kind="eases",
        id="no-island",
        sentence="Leave the Island out: no landing licence.",
        answers={"waters": ("coast",)},
    ),
    ChangeText(
        kind="eases",
        id="or-equivalent",
        sentence="Have the charter say “or equivalent”: a licence may count.",
        answers={},
    ),
    ChangeText(kind="eases", id="own-boats", sentence="Sail only your own boats: the contract falls away.", answers={}),
    ChangeText(kind="eases", id="fourth", sentence="Sell the boats: nothing is left to certify.", answers={}),
)
