"""Writes the answer: the one sentence, and each need with who wants it, when, what it takes and where one stands."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import get_args

from advisor.assessment.assessment import Assessment
from advisor.needs.need import Need
from advisor.needs.pattern_match import Chosen
from advisor.rules.needs_model import Firmness, Holder, Kind, Wanted
from advisor.summary.answer_data import AnswerText, NeedText, OpenAnswer, Wish
from advisor.summary.need_timing import NeedTiming
from advisor.summary.need_wording import NeedWording, heading_of, name_of, what_of
from advisor.summary.wording import listed

SAID_KEYS = {
    "need.by-{}": get_args(Wanted),
    "need.holder-{}": tuple(holder for holder in get_args(Holder) if holder != "we"),
    "need.firm-{}": tuple(firm for firm in get_args(Firmness) if firm != "binding"),
}
WISHES: dict[Wanted, Wish] = {"law": "law", "authority": "law", "customer": "asked", "trade": "asked", "own": "choice"}
BY_LAW: tuple[Wanted, ...] = ("law",)
FEW, SEVERAL = 3, 5
"""Needs on the first screen; several where several markets are in play."""
CHOSEN: tuple[Kind, ...] = ("system", "certificate", "approval", "registration")
"""What a company has by its own choice, where nobody wants it."""
PLACES = 3
"""Names of places in one sentence; more are counted."""


def answer_of(assessment: Assessment) -> AnswerText:
    """All that stands on the first screen and on page one."""
    return _AnswerWriter(assessment).answer()


def sentence_of(assessment: Assessment) -> str:
    """The one sentence alone."""
    return _AnswerWriter(assessment).sentence(assessment.advice.answer)


def _places_of(needs: Iterable[Need], wanted: Collection[Wanted] = get_args(Wanted)) -> dict[str, None]:
    """Ids of the places that want these, as far as it is one of these who does."""
    each = (one for need in needs for one in need.all if one.wanted in wanted)
    return dict.fromkeys(place for one in each for place in one.places)


def _advised(need: Need) -> bool:
    """Nobody wants it but we say it: something to do or to ask, not a thing that one could choose to have."""
    return need.wanted == "own" and need.kind not in CHOSEN


class _AnswerWriter:
    def __init__(self, assessment: Assessment) -> None:
        self.assessment, self.content = assessment, assessment.content
        self.words, self.rules = assessment.content.words, assessment.rules
        self.advice, self.recommendation = assessment.advice, assessment.recommendation
        self.timing = NeedTiming(assessment.day, self.words)
        self.wording = NeedWording(assessment)

    def answer(self) -> AnswerText:
        needs = self.advice.needs
        room = self._room(needs)
        return AnswerText(
            sentence=self.sentence(self.advice.answer),
            needs=tuple(map(self.need, needs[:room])),
            later=tuple(map(self.need, needs[room:])),
            not_needed=self._not_needed(),
            open=tuple(self._open()),
            size=self._size(needs),
        )

    def _room(self, needs: Sequence[Need]) -> int:
        """What is unlawful today is never left for later, as far as there is room at all."""
        markets = sum(row.jurisdiction.option is not None for row in self.recommendation.matrix)
        pressing = sum(need.overdue for need in needs)
        return min(SEVERAL, max(FEW if markets < FEW else SEVERAL, pressing))

    def sentence(self, chosen: Chosen | None) -> str:
        """The headline, with the names that its pattern wants."""
        if chosen is None:
            return self.words["need.no-answer"]
        about = chosen.about
        return chosen.say.format(
            thing=name_of(about) if about else "",
            what=what_of(about) if about else "",
            by=about.rule.by if about and about.rule else "",
            places=self._places(_places_of([about], (about.wanted,))) if about else "",
            certificate_places=self._wanting("certificate"),
            system_places=self._wanting("system"),
            when=self.timing.inside(about.due) if about else "",
            claimed=chosen.claimed,
            claimed_place=chosen.claimed_place,
            held=listed(chosen.held, self.words),
            fault=chosen.fault,
        )

    def _wanting(self, kind: str) -> str:
        """The places whose law wants a thing of this kind."""
        papers = ("certificate", "approval") if kind == "certificate" else (kind,)
        wanting = [need for need in self.advice.needs if need.kind in papers]
        return self._places(_places_of(wanting, BY_LAW))

    def _places(self, ids: Iterable[str]) -> str:
        known = self.rules.jurisdictions
        outer = dict.fromkeys(known[place].within or place for place in ids if place in known)
        names = [known[place].short or known[place].name for place in outer if not known[place].several]
        if len(names) > PLACES:
            left = self.words.count("need.more-places", len(names) - PLACES + 1)
            names = [*names[: PLACES - 1], left]
        return listed(names, self.words)

    def need(self, need: Need) -> NeedText:
        words = self.words
        return NeedText(
            id=need.id,
            kind=need.kind,
            wish="open" if need.kind == "clarify" else WISHES.get(need.wanted, "contract"),
            half=need.kind == "system",
            optional=need.optional,
            overdue=need.overdue,
            when=self.timing.when(need),
            when_note=self.wording.time_note(need) or self.timing.note(need.due),
            what=heading_of(need),
            who=self._who(need),
            holder="" if need.who == "we" else words[f"need.holder-{need.who}"],
            why=self.wording.why(need),
            instead=self.wording.instead(need),
            takes=self.wording.takes(need),
            stands=self.wording.stands(need),
            reported=words["need.reported"] if need.reported else "",
            references=tuple(self.wording.references(need)),
            places=tuple(_places_of([need])),
        )

    def _who(self, need: Need) -> str:
        """Who wants it and how firmly, the others who want the same behind a dot."""
        others = (other for other in need.also if other.wanted != need.wanted)
        alike = tuple(other for other in need.also if other.wanted == need.wanted)
        told = dict.fromkeys((self._wants(need, *alike), *map(self._wants, others)))
        plain = need.firm == "binding" or _advised(need)
        firm = () if plain else (self.words[f"need.firm-{need.firm}"],)
        return " · ".join((*told, *firm))

    def _wants(self, need: Need, *alike: Need) -> str:
        """`alike`: who wants the same in the same way; whom their rules name is told as well."""
        named = [each.rule.by for each in (need, *alike) if each.rule and each.rule.by]
        own = need.rule.by if need.rule else ""
        places = _places_of((need, *alike), (need.wanted,))
        by = listed(dict.fromkeys(named), self.words) if own else self._places(places)
        key = "need.by-advice" if _advised(need) else f"need.by-{need.wanted}"
        return self.words("need.who", wanted=self.words[key], by=by) if by else self.words[key]

    def _not_needed(self) -> str:
        """One line about the standards that no need names."""
        named = {need.thing.standard for need in self.advice.needs if need.thing}
        verdicts = self.recommendation.verdicts.values()
        near = (v for v in verdicts if v.standard.id in self.assessment.near)
        idle = [v for v in near if not v.basis.asks and v.at_most is v.basis and v.standard.id not in named]
        names = listed((verdict.standard.name for verdict in idle), self.words)
        return self.words.count("need.not-needed", len(idle), standards=names) if idle else ""

    def _open(self) -> Iterator[OpenAnswer]:
        for open_ in self.recommendation.open_questions:
            standards = listed((standard.name for standard in open_.standards), self.words)
            changes = self.words("need.open-changes", standards=standards)
            yield OpenAnswer(
                id=open_.question.id, question=open_.question.ask, ask_whom=open_.ask_whom, changes=changes
            )

    def _size(self, needs: Iterable[Need]) -> str:
        """The question that would add figures, where something has to be built and it was not asked."""
        size = self.rules.situation.size
        builds = any(need.thing and need.thing.standard and not need.stand.counts for need in needs)
        return size if size and builds and not self.assessment.answers.get(size) else ""
