"""One thing that a company has to have, to do or to clear up."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from advisor.rules.model import Option
from advisor.rules.needs_model import Firmness, Holder, Kind, Moment, NeedRule, Standing, StandingRule, Thing, Wanted
from advisor.verdicts.finding import Finding


class Stand(NamedTuple):
    """Where the company stands, and the rule that says so, if there is one."""

    standing: Standing
    rule: StandingRule | None = None

    @property
    def counts(self) -> bool:
        return self.standing == "met"


class DueTime(NamedTuple):
    """When it is due. `day`: of the law, or the visitor's. `months`: of a band. `event`: words that follow "before".

    `says`: a phrase of its own.
    """

    moment: Moment
    day: date | None = None
    months: int | None = None
    event: str = ""
    says: str = ""


@dataclass(frozen=True)
class Need:
    """`rule`: the editors' own, None where it follows from obligations alone. `option`: the chosen one it is about.

    `findings`: what stands behind it. `places`: ids of the jurisdictions whose law or buyer wants it. `also`: needs for
    the same thing that are said together with it, each with places of its own.
    """

    id: str
    kind: Kind
    thing: Thing | None
    wanted: Wanted
    firm: Firmness
    due: DueTime
    stand: Stand
    who: Holder = "we"
    rule: NeedRule | None = None
    option: Option | None = None
    findings: tuple[Finding, ...] = ()
    places: tuple[str, ...] = ()
    reported: bool = False
    also: tuple["Need", ...] = ()

    @property
    def in_place(self) -> bool:
        """Whether nothing is left to do; to hold the thing does not settle what to decide or to ask about it."""
        return self.stand.counts and self.kind not in ("stop", "decide", "clarify")

    @property
    def overdue(self) -> bool:
        """Unlawful today, as far as the answers tell."""
        return self.due.moment == "overdue" and self.stand.standing in ("missing", "defect")

    @property
    def all(self) -> tuple["Need", ...]:
        """Itself, then those that are said together with it."""
        return (self, *self.also)

    @property
    def names(self) -> frozenset[str]:
        """Ids by which it may be called: its own, its rule, its thing, the obligations behind it, and of `also`."""
        own = {self.id, *(finding.obligation.id for finding in self.findings)}
        known = {record.id for record in (self.rule, self.thing) if record}
        return frozenset(own | known).union(*(other.names for other in self.also))

    @property
    def same(self) -> tuple[str, str]:
        """What it shares with other needs for the same thing of the same holder."""
        return self.thing.id if self.thing and self.kind == self.thing.kind else self.id, self.who

    @property
    def binds(self) -> bool:
        """Whether it, or another need that is said together with it, is more than a wish."""
        return any(need.firm == "binding" for need in (self, *self.also))

    @property
    def optional(self) -> bool:
        return self.firm == "own"
