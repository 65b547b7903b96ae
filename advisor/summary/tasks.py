"""What to do, one task for each certificate, system or open answer: who asks, by when, at what cost, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from advisor.assessment.assessment import Assessment
from advisor.content.library import Content
from advisor.effort.estimate import Effort
from advisor.effort.roadmap import Pace, Plan
from advisor.rules.basis import Asker, Basis
from advisor.rules.model import Certificate, Obligation
from advisor.summary import asking, effort_wording, wording
from advisor.summary.summary_data import Glance, Summary, Task
from advisor.summary.verdict_data import Reference
from advisor.verdicts.finding import Finding
from advisor.verdicts.verdict import Recommendation, Verdict

State = Literal["reported", "held", "wanted"]
"""Of the certificate of a standard: perhaps a duty, there already, or to be had."""
ROOM = 3
"""Tasks on page one; more would not fit beside the verdicts."""
SAID_KEYS = {
    **dict.fromkeys(("glance.do-{}", "glance.when-{}"), ("reported", "held")),
    "glance.by-{}": ("buyer", "choice"),
    **dict.fromkeys(("glance.do-paper-{}", "glance.when-paper-{}"), get_args(Asker)),
    **dict.fromkeys(("glance.{}-system", "glance.{}-certificate"), get_args(Pace)),
}


@dataclass(frozen=True)
class Tasks:
    summary: Summary
    assessment: Assessment

    @property
    def content(self) -> Content:
        return self.assessment.content

    @property
    def recommendation(self) -> Recommendation:
        return self.assessment.recommendation

    @property
    def effort(self) -> Effort:
        return self.assessment.effort

    @property
    def planned(self) -> Verdict | None:
        """The standard that the plan is for."""
        return next((v for v in self.assessment.wanted if v.basis.asks), None)

    @property
    def plan(self) -> Plan | None:
        return self.assessment.plan if self.planned else None

    def glance(self) -> Glance:
        told = self.all()
        left = len(told) - ROOM
        more = self.content.words("glance.more", count=left) if left > 0 else ""
        return Glance(tasks=told[:ROOM], more=more)

    def all(self) -> tuple[Task, ...]:
        """At least one: where nothing is needed, that."""
        tasks = sorted((*self._standards(), *self._certificates()), key=self._urgency)
        tasks += [
            *asking.open_answers(self.content, self.recommendation),
            *asking.unresearched(self.content, self.summary),
        ]
        return tuple(tasks or [asking.nothing(self.content)])

    def _urgency(self, task: Task) -> tuple[bool, int]:
        """What the law asks keeps its order: the system before the paper about it."""
        basis = self.content.ruleset.basis(task.basis)
        return not basis.by_law, 0 if basis.by_law else -basis.rank

    def _standards(self) -> Iterator[Task]:
        for verdict in self.recommendation.verdicts.values():
            if not verdict.basis.asks:
                continue
            if not verdict.only_elsewhere:  # else it is the task of that certificate
                yield self._standard(verdict)
            elif self._is_held(verdict):
                yield self._keep_meanwhile(verdict)

    def _is_held(self, verdict: Verdict) -> bool:
        known = self.effort.standards.get(verdict.standard.id)
        return bool(known and known.held)

    def _standard(self, verdict: Verdict) -> Task:
        words, first = self.content.words, verdict.decided_by[0]
        state: State = "reported" if verdict.reported else "held" if self._is_held(verdict) else "wanted"
        because = first.obligation.because
        if verdict.basis.asker == "choice":
            because = words("glance.why-told", answers="; ".join(self._answers(first)))
        return Task(
            asks=self._asks(verdict.basis.asker, first),
            basis=verdict.basis.id,
            do=self._do(verdict, state),
            when=self._when(verdict, first, state),
            cost=self._cost(verdict, state),
            why=because,
            reference=self._reference(first),
        )

    def _reference(self, finding: Finding) -> Reference | None:
        reasons = (reason for verdict in self.summary.verdicts for reason in verdict.reasons)
        return next((reason.reference for reason in reasons if reason.id == finding.obligation.id), None)

    def _keep_meanwhile(self, verdict: Verdict) -> Task:
        words = self.content.words
        return Task(
            asks=words["glance.by-meanwhile"],
            basis=self.content.ruleset.asked_by("choice").id,
            do=words("glance.do-keep", standard=verdict.standard.name),
            when=words["glance.when-keep"],
            cost=self._cost(verdict, "held"),
            why=words["glance.why-keep"],
        )

    def _asks(self, asker: Asker, finding: Finding) -> str:
        """With the place of a law: many countries have one."""
        words = self.content.words
        if asker != "law":
            return words[f"glance.by-{asker}"]
        place = self.content.ruleset.jurisdictions[finding.obligation.jurisdiction]
        return words["glance.by-law"] if place.several else words("glance.by-law-of", place=place.name)

    def _answers(self, finding: Finding) -> Iterator[str]:
        for question in self.content.ruleset.questions:
            chosen = finding.answers.get(question.id, ())
            yield from (option.label for option in question.options if option.id in chosen)

    def _do(self, verdict: Verdict, state: State) -> str:
        words, name = self.content.words, verdict.standard.name
        if state != "wanted":
            return words(f"glance.do-{state}", standard=name)
        return words(f"basis-do.{verdict.basis}", standard=name)

    def _when(self, verdict: Verdict, finding: Finding, state: State) -> str:
        """The event and, where there is one, the plan: two sentences."""
        words, before = self.content.words, finding.obligation.before
        if state != "wanted":
            return words[f"glance.when-{state}"]
        event = words("glance.when-before", before=before) if before else words[f"basis-when.{verdict.basis}"]
        if self.plan is None or self.planned is not verdict:
            return event
        return f"{event} {self._pace(self.plan, verdict.basis)}"

    def _pace(self, plan: Plan, basis: Basis) -> str:
        what = "system" if basis.owes == "system" else "certificate"
        words = self.content.words
        text = words(
            f"glance.{plan.pace}-{what}",
            deadline=wording.day(plan.deadline, words) if plan.deadline else "",
            begin=wording.day(plan.begin_by, words) if plan.begin_by else "",
            earliest=wording.month(plan.earliest, words),
            careful=wording.month(plan.careful, words),
        )
        remedies = () if basis.owes == "system" else plan.remedies[:1]
        return " ".join((text, *(remedy.say for remedy in remedies)))

    def _cost(self, verdict: Verdict, state: State) -> str:
        known = self.effort.standards.get(verdict.standard.id)
        if known is None or state == "reported":
            return self.content.words["glance.cost-reported" if state == "reported" else "glance.cost-unknown"]
        rate = self.assessment.figures.rate
        return effort_wording.cost_line(self.content, known, self.effort.people, verdict.basis, rate)

    def _certificates(self) -> Iterator[Task]:
        for place, (certificate, finding) in enumerate(self.recommendation.certificates):
            yield self._certificate(certificate, finding, first=place == 0)

    def _certificate(self, certificate: Certificate, finding: Finding, *, first: bool) -> Task:
        words, obligation = self.content.words, finding.obligation
        asker = obligation.asker
        reported = obligation.confidence == "low"
        event = words(
            "glance.when-before" if obligation.before else f"glance.when-paper-{asker}", before=obligation.before
        )
        if not reported and asker != "choice":
            event = f"{event} {self._duration(obligation, first)}"
        same = obligation.basis.by_law and obligation.basis.owes == "system"
        return Task(
            asks=words["glance.by-trade"] if asker == "buyer" else self._asks(asker, finding),
            basis=self.content.ruleset.asked_by(asker).id,
            do=words(
                "glance.do-certificate-reported" if reported else f"glance.do-paper-{asker}",
                certificate=certificate.name,
                issuer=certificate.issuer,
            ),
            when=event,
            cost=words["glance.cost-paper-buyer"] if asker == "buyer" else self._price(obligation),
            why=words["glance.why-same"] if same else obligation.because,
            reference=next(c.reference for c in self.summary.certificates if c.id == certificate.id),
        )

    def _duration(self, obligation: Obligation, first: bool) -> str:
        """Nobody publishes how long the issuers of other certificates take."""
        words = self.content.words
        if self.plan and self.planned and obligation.standard == self.planned.standard.id:
            return words["glance.duration-after"]
        if self.assessment.figures.deadline and first and self.plan is None:
            return words("glance.deadline-unknown", deadline=wording.day(self.assessment.figures.deadline, words))
        return words["glance.duration-unknown"]

    def _price(self, obligation: Obligation) -> str:
        """Where a certificate stands in for that of a standard, its system has to be built all the same."""
        words, known = self.content.words, self.effort.standards.get(obligation.standard)
        if obligation.basis.certificate_by_law and known and known.months and known.own_days:
            months = wording.amount(known.months, "unit.month", words)
            own = wording.amount(known.own_days, "unit.working-day", words)
            return words("glance.cost-paper-system", months=months, own=own)
        return words["glance.cost-paper"]
