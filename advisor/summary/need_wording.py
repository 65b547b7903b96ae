"""What a need is called, why it is one, what it takes, where the company stands, and where that is written."""

import math
from collections.abc import Iterator

from advisor.assessment.assessment import Assessment
from advisor.effort.estimate import StandardEffort
from advisor.effort.ranges import Range
from advisor.effort.roadmap import DAYS_PER_MONTH
from advisor.needs.need import Need
from advisor.rules.model import Statement
from advisor.rules.needs_model import NeedRule
from advisor.summary.provision import reference_of
from advisor.summary.verdict_data import Reference
from advisor.summary.wording import amount

SAID_KEYS = {"need.stands-{}": ("missing", "unknown"), "need.takes-{}": ("build", "audit", "system")}
SHOULD_EXIST = ("approval", "registration", "declaration", "file")
"""What whoever sells already should have."""
BUYERS = ("contract", "tender", "register", "customer")
FIRST = ("missing", "partly")
"""How one stands who has no certificate of this kind yet."""
PROVISIONS = 4
"""Provisions beside one need; the others stand with their market."""


def name_of(need: Need) -> str:
    """Inside a sentence, without an article."""
    if need.option and not need.thing:
        return need.option.name
    return need.thing.name if need.thing else _what(need)


def what_of(need: Need) -> str:
    """What it is or asks to do, as it stands inside a sentence."""
    return _what(need) or (need.thing.name if need.thing else "")


def heading_of(need: Need) -> str:
    """Alone, with a capital."""
    said = what_of(need)
    return said[:1].upper() + said[1:]


def _what(need: Need) -> str:
    said = need.rule.what if need.rule else ""
    if need.option:
        return said.format(option=need.option.name) if said else need.option.name
    return said


class NeedWording:
    def __init__(self, assessment: Assessment) -> None:
        self.assessment, self.words = assessment, assessment.content.words
        self.sources = assessment.content.ruleset.sources

    def why(self, need: Need) -> str:
        said = need.rule.why if need.rule else ""
        if said:
            return said.format(option=need.option.name) if need.option else said
        return need.findings[0].obligation.because if need.findings else ""

    def stands(self, need: Need) -> str:
        """What is held and what mends it; of what is only to be done or asked there is nothing to hold."""
        if need.rule and need.rule.stands:
            return need.rule.stands
        if need.thing is None:
            return ""
        if held := need.stand.rule:
            return self.words("need.stands-mend", say=held.say, mend=held.mend) if held.mend else held.say
        if need.stand.standing == "unknown" and need.thing.who_knows:
            should = need.kind in SHOULD_EXIST and need.wanted == "law" and self.assessment.sells_already
            return self.words("need.stands-should" if should else "need.stands-ask", whom=need.thing.who_knows)
        if need.stand.standing == "missing" and need.rule and need.rule.refutes:
            return ""
        return self.words[f"need.stands-{need.stand.standing}"]

    def takes(self, need: Need) -> str:
        """For this thing only: figures of its standard, what is known of it, or plainly that nothing is published.

        Figures of a standard wait for the number of people, which is asked for apart.
        """
        if need.rule and need.rule.takes:
            return need.rule.takes
        thing = need.thing
        if thing is None or need.stand.counts:
            return ""
        if thing.takes or not thing.standard:
            return thing.takes or self.words["need.no-figure"]
        if not self.assessment.size_known:
            return ""
        return self._figures(thing.standard, need.kind) or self.words["need.no-figure"]

    def instead(self, need: Need) -> str:
        """The cheaper way. Where a thing was named, the one that this very thing leaves."""
        if need.rule is None or need.stand.counts or not need.rule.instead_do:
            return ""
        named = need.option and need.thing and need.wanted in BUYERS and need.kind in (need.thing.kind, "clarify")
        return (need.thing.instead_do if named and need.thing else "") or need.rule.instead_do

    def time_note(self, need: Need) -> str:
        """That its deadline leaves too little time for a first certificate, or hardly enough."""
        left = self._months_left(need)
        effort = self._effort(need.thing.standard) if need.thing and need.thing.standard and left is not None else None
        if left is None or effort is None or effort.months is None:
            return ""
        return self._enough(left, effort.months)

    def _enough(self, left: float, needed: Range) -> str:
        """Without a size the months are those of the smallest up to those of the largest."""
        words, sized, months = self.words, self.assessment.size_known, self._months(needed)
        if left < needed.low and sized:
            return words("need.too-short", months=months)
        if left < needed.low:
            return words("need.too-short-at-least", months=self._months(Range(needed.low, needed.low)))
        if left >= (needed.high or math.inf):
            return ""
        return words("need.tight", months=months) if sized else words("need.tight-by-size", months=months)

    def _months_left(self, need: Need) -> float | None:
        """Until the end of its deadline, where our own first certificate is due then."""
        due = need.due
        first = need.kind == "certificate" and need.who == "we" and need.stand.standing in FIRST
        if not first or due.moment != "deadline":
            return None
        return due.months if due.day is None else (due.day - self.assessment.day).days / DAYS_PER_MONTH

    def _months(self, months: Range) -> str:
        return amount(months, "unit.month", self.words)

    def _effort(self, standard: str) -> StandardEffort | None:
        wanted = self.assessment.effort.standards.get(standard)
        return wanted or self.assessment.effort_of([standard]).standards.get(standard)

    def _figures(self, standard: str, kind: str) -> str:
        """Audit days belong to the certificate, months to the building of the system."""
        effort = self._effort(standard)
        return self._told(effort, kind) if effort else ""

    def _told(self, effort: StandardEffort, kind: str) -> str:
        words = self.words
        months = self._months(effort.months) if effort.months else ""
        days = amount(effort.table.initial, "unit.audit-day", words)
        if kind == "system":
            return words("need.takes-system", months=months) if months else ""
        return words("need.takes-build" if months else "need.takes-audit", days=days, months=months)

    def references(self, need: Need) -> Iterator[Reference]:
        """Each source once, with its provisions: the rule's own, then those of what stands behind it."""
        own = [self._reference(need.rule, need.rule.source)] if need.rule and need.rule.source else []
        behind = {(o.source, o.cite): o for o in (f.obligation for each in need.all for f in each.findings)}
        few = [self._reference(obligation, source) for (source, _), obligation in behind.items()][:PROVISIONS]
        told: dict[tuple[str, str], Reference] = {}
        for reference in (*own, *few):
            known = told.setdefault((reference.source, reference.told), reference)
            cite = tuple(dict.fromkeys((*known.cite, *reference.cite)))
            told[reference.source, reference.told] = known.model_copy(update={"cite": cite})
        yield from told.values()

    def _reference(self, said: Statement | NeedRule, source: str) -> Reference:
        return reference_of(said, self.sources[source], self.words, self.assessment.day)
