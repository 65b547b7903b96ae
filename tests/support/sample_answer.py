"""Answers as they stand on the first screen, written by hand: the heaviest case, a contract, and nothing to do."""

from __future__ import annotations

from datetime import date

from advisor.summary.answer_data import AnswerText, ChangeText, NeedText, OpenAnswer
from advisor.summary.verdict_data import Reference

CHECKED = date(2026, 11, 22)


def reference(title: str, *cite: str) -> Reference:
    return Reference(
        source="invented",
        title=title,
        cite=cite,
        link="https://law.example/act",
        checked=CHECKED,
        confidence="high",
        confidence_label="Confidence: high",
    )


HEAVY = AnswerText(
    sentence="Yes: Canada, the EU and a contract want certificates, and US law already wants a quality system.",
    needs=(
        NeedText(
            id="system-us",
            kind="system",
            wish="law",
            half=True,
            optional=False,
            overdue=True,
            when="Overdue",
            when_note="since 2 Feb 2026",
            what="A quality system with design controls",
            who="By law · United States",
            why="You sell there already. The FDA asks for no certificate.",
            stands="No system yet",
            takes="8 to 12 months, 20 to 100 days of your people (estimate)",
            references=(reference("21 CFR Part 820 (United States)", "21 CFR 820.1(a)", "820.10(c)"),),
            places=("us",),
        ),
        NeedText(
            id="certificate-contract",
            kind="certificate",
            wish="contract",
            half=False,
            optional=False,
            overdue=False,
            when="30 June 2027",
            when_note="in 7 months",
            what="ISO 13485 certificate, accredited",
            who="By contract · your distributor",
            why="Tight: offer a dated plan now.",
            takes="3 to 4 audit days, then yearly visits",
            stands="None yet",
        ),
        NeedText(
            id="certificate-ca",
            kind="certificate",
            wish="law",
            half=False,
            optional=False,
            overdue=False,
            when="Before you apply",
            when_note="for the Canadian licence",
            what="MDSAP certificate that covers Canada",
            who="By law · Canada",
            why="An ordinary ISO 13485 does not count; one audit can give both.",
            takes="No figure is published; ask an auditor",
            stands="None yet",
            references=(reference("Medical Devices Regulations (Canada)", "SOR/98-282 s. 32(2)(f)"),),
            places=("ca",),
        ),
        NeedText(
            id="certificate-eu",
            kind="certificate",
            wish="law",
            half=False,
            optional=False,
            overdue=False,
            when="Before the CE mark",
            what="EU quality certificate, from a notified body",
            who="By law · European Union",
            takes="Often a year or more (estimate)",
            stands="None yet",
            references=(reference("Regulation (EU) 2017/745", "MDR Art. 10(9)", "52(6)", "Annex IX"),),
            places=("eu",),
        ),
    ),
    not_needed="ISO 9001: nobody asks for it.",
    size="size",
)
SHOP = AnswerText(
    sentence="Yes, but only by contract: your customer wants an accredited ISO 9001 certificate by 1 September 2027.",
    needs=(
        NeedText(
            id="ask-plan",
            kind="question",
            wish="open",
            half=False,
            optional=False,
            overdue=False,
            when="Before you sign",
            what="Ask: would a dated plan do at first?",
            who="To clear up · with your customer",
            why="Then a late audit breaks no contract. Your sales lead can ask.",
        ),
        NeedText(
            id="certificate-contract",
            kind="certificate",
            wish="contract",
            half=False,
            optional=False,
            overdue=False,
            when="1 Sept 2027",
            when_note="in 9 months",
            what="ISO 9001 certificate, accredited",
            who="By contract · your customer",
            holder="Your Graz site must hold it.",
            why="It fits: 3 to 9 months are usual. Book the auditor by March.",
            instead="The customer's own audit may do instead: ask first.",
            takes="2 to 5 audit days, then yearly visits; 40 to 100 days of your people (estimate)",
            stands="None yet",
        ),
        NeedText(
            id="questionnaire",
            kind="decision",
            wish="asked",
            half=False,
            optional=True,
            overdue=False,
            when="No date",
            what="Answer the other customer's questionnaire",
            who="Only asked · obliges nobody",
            why="Say “certificate planned for 2027”. It is true and enough.",
            takes="An hour",
            reported="Only reported: check before you rely on it.",
        ),
    ),
    later=(
        NeedText(
            id="own-choice",
            kind="system",
            wish="choice",
            half=True,
            optional=True,
            overdue=False,
            when="When you like",
            what="A quality system of your own",
            who="Your choice",
        ),
    ),
    not_needed="ISO 13485 has nothing to do with your work, and no law asks you for ISO 9001.",
    open=(
        OpenAnswer(
            id="demand-9001-form",
            question="Is the contract signed by now?",
            ask_whom="Your sales lead",
            changes="Whether you may still object.",
        ),
    ),
)
SOLO = AnswerText(
    sentence="No. Neither the law nor any client asks you for a certificate.",
    needs=(),
    not_needed="ISO 13485 is for medical devices, and no law asks bookkeepers for ISO 9001.",
)
CHANGES = (
    ChangeText(
        id="without-ca",
        sentence="Leave Canada out: no MDSAP certificate.",
        kind="eases",
        answers={"markets": ("eu", "gb", "us", "my")},
    ),
    ChangeText(
        id="no-demand",
        sentence="Have the customer take the demand back: nothing is owed by contract.",
        kind="eases",
        answers={"demands": ("none",)},
    ),
)
