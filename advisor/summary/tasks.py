"""What to do, one task for each certificate, system or open answer: who asks, by when, at what cost, and why."""

from collections.abc import Iterator
from itertools import groupby
from typing import Literal, get_args

from advisor.assessment.assessment import Assessment
from advisor.effort.roadmap import Pace, Plan
from advisor.rules.basis import Asker, Basis
from advisor.rules.model import Certificate, Obligation
from advisor.summary import effort_wording, wording
from advisor.summary.summary_data import Glance, Summary, Task
from advisor.verdicts.finding import Finding
from advisor.verdicts.verdict import Verdict

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


class Tasks:
    """`planned`: the standard that the plan is for. `provisions`: id of a reason → where it comes from."""

    def __init__(self, summary: Summary, assessment: Assessment) -> None:
        self.summary, self.figures, self.effort = summary, assessment.figures, assessment.effort
        self.content, self.words = assessment.content, assessment.content.words
        self.recommendation = assessment.recommendation
        self.planned = next((v for v in assessment.wanted if v.basis.asks), None)
        self.plan = assessment.plan if self.planned else None
        reasons = (reason for verdict in summary.verdicts for reason in verdict.reasons)
        self.provisions = {reason.id: reason.reference for reason in reasons}

    def glance(self) -> Glance:
        told = self.all()
        left = len(told) - ROOM
        return Glance(tasks=told[:ROOM], more=self.words("glance.more", count=left) if left > 0 else "")

    def all(self) -> tuple[Task, ...]:
        """At least one: where nothing is needed, that."""
        certificates = (self._certificate(*needed) for needed in self.recommendation.certificates)
        tasks = sorted((*self._standards(), *certificates), key=self._urgency)
        return (*tasks, *self._open_answers()) or (self._nothing(),)

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
        first = verdict.decided_by[0]
        state: State = "reported" if verdict.reported else "held" if self._is_held(verdict) else "wanted"
        because = first.obligation.because
        if verdict.basis.asker == "choice":
            answers = wording.chosen(self.content.ruleset.questions, first.answers)
            because = self.words("glance.why-told", answers="; ".join(answers))
        return Task(
            asks=self._asks(verdict.basis.asker, first),
            basis=verdict.basis.id,
            do=self._do(verdict, state),
            when=self._when(verdict, first, state),
            cost=self._cost(verdict, state),
            why=because,
            reference=self.provisions.get(first.obligation.id),
        )

    def _keep_meanwhile(self, verdict: Verdict) -> Task:
        return Task(
            asks=self.words["glance.by-meanwhile"],
            basis=self.content.ruleset.asked_by("choice").id,
            do=self.words("glance.do-keep", standard=verdict.standard.name),
            when=self.words["glance.when-keep"],
            cost=self._cost(verdict, "held"),
            why=self.words["glance.why-keep"],
        )

    def _asks(self, asker: Asker, finding: Finding) -> str:
        """With the place of a law: many countries have one."""
        if asker != "law":
            return self.words[f"glance.by-{asker}"]
        place = self.content.ruleset.jurisdictions[finding.obligation.jurisdiction]
        return self.words["glance.by-law"] if place.several else self.words("glance.by-law-of", place=place.name)

    def _do(self, verdict: Verdict, state: State) -> str:
        key = f"basis-do.{verdict.basis}" if state == "wanted" else f"glance.do-{state}"
        return self.words(key, standard=verdict.standard.name)

    def _when(self, verdict: Verdict, finding: Finding, state: State) -> str:
        """The event and, where there is one, the plan: two sentences."""
        words, before = self.words, finding.obligation.before
        if state != "wanted":
            return words[f"glance.when-{state}"]
        event = words("glance.when-before", before=before) if before else words[f"basis-when.{verdict.basis}"]
        if self.plan is None or self.planned is not verdict:
            return event
        return f"{event} {self._pace(self.plan, verdict.basis)}"

    def _pace(self, plan: Plan, basis: Basis) -> str:
        system = basis.owes == "system"
        key = f"glance.{plan.pace}-system" if system else f"glance.{plan.pace}-certificate"
        text = effort_wording.pace(key, plan, self.words, wording.month)
        return " ".join((text, *(remedy.say for remedy in plan.remedies[:1] if not system)))

    def _cost(self, verdict: Verdict, state: State) -> str:
        known = self.effort.standards.get(verdict.standard.id)
        if known is None or state == "reported":
            return self.words["glance.cost-reported" if state == "reported" else "glance.cost-unknown"]
        return effort_wording.cost_line(self.content, known, self.effort.people, verdict.basis, self.figures.rate)

    def _certificate(self, certificate: Certificate, finding: Finding) -> Task:
        words, obligation, asker = self.words, finding.obligation, finding.obligation.asker
        reported, before = obligation.confidence == "low", obligation.before
        event = words("glance.when-before" if before else f"glance.when-paper-{asker}", before=before)
        if not reported and asker != "choice":
            event = f"{event} {self._duration(certificate, obligation)}"
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

    def _duration(self, certificate: Certificate, obligation: Obligation) -> str:
        """Nobody publishes how long the issuers of other certificates take."""
        if self.plan and self.planned and obligation.standard == self.planned.standard.id:
            return self.words["glance.duration-after"]
        first, deadline = self.recommendation.certificates[0][0], self.figures.deadline
        if deadline and certificate is first and self.plan is None:
            return self.words("glance.deadline-unknown", deadline=wording.day(deadline, self.words))
        return self.words["glance.duration-unknown"]

    def _price(self, obligation: Obligation) -> str:
        """Where a certificate stands in for that of a standard, its system has to be built all the same."""
        words, known = self.words, self.effort.standards.get(obligation.standard)
        if obligation.basis.certificate_by_law and known and known.months and known.own_days:
            months = wording.amount(known.months, "unit.month", words)
            own = wording.amount(known.own_days, "unit.working-day", words)
            return words("glance.cost-paper-system", months=months, own=own)
        return words["glance.cost-paper"]

    def _open_answers(self) -> Iterator[Task]:
        """One task for each person to ask, and one for each standard with a market that nobody has researched."""
        words = self.words
        by_person = sorted(self.recommendation.open_questions, key=lambda open_: open_.ask_whom)
        for whom, group in groupby(by_person, key=lambda open_: open_.ask_whom):
            questions = tuple(group)
            names = dict.fromkeys(standard.name for open_ in questions for standard in open_.standards)
            key, asked = "glance.do-ask-whom" if whom else "glance.do-find-out", (o.question.ask for o in questions)
            do = words(key, whom=whom, questions=" ".join(asked))
            why = words("glance.why-open", standards=wording.listed(names, words))
            yield self._question(do, words["glance.when-open"], why)
        for verdict in self.summary.verdicts:
            if verdict.ask:
                yield self._question(verdict.ask, words["glance.when-unresearched"], words["glance.why-unresearched"])

    def _question(self, do: str, when: str, why: str) -> Task:
        asks, cost, basis = self.words["glance.by-open"], self.words["glance.cost-open"], self.content.ruleset.weakest
        return Task(asks=asks, basis=basis.id, do=do, when=when, cost=cost, why=why)

    def _nothing(self) -> Task:
        return Task(
            asks=self.words["glance.by-nobody"],
            basis=self.content.ruleset.weakest.id,
            do=self.words["glance.do-nothing"],
            when=self.words["glance.when-nothing"],
            cost=self.words["glance.cost-nothing"],
            why=self.words["glance.why-nothing"],
        )
