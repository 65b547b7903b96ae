"""All that decides: the questions, what follows from the answers, and what is worked out of both once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from advisor.reading.reader import unknown
from advisor.rules.basis import Asker, Basis
from advisor.rules.changes_model import ChangeRule, Contradiction
from advisor.rules.compiler import compiled
from advisor.rules.conditions import Condition, tests
from advisor.rules.model import Jurisdiction, Note, Obligation, Option, Question, Source, Standard
from advisor.rules.needs_model import AnswerPattern, NeedRule, Thing
from advisor.rules.practice_model import Practice
from advisor.rules.program import Program
from advisor.rules.situation_model import Situation

Ties = Mapping[str, tuple[str, ...]]
"""Id → the ids that it is tied to, in writing order."""


@dataclass(frozen=True, eq=False)
class Ruleset:
    """All that decides: pure data, questions in asking order. `bases`: the levels of a verdict, weakest first."""

    questions: tuple[Question, ...]
    bases: tuple[Basis, ...]
    obligations: tuple[Obligation, ...] = ()
    notes: tuple[Note, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    jurisdictions: Mapping[str, Jurisdiction] = field(default_factory=dict)
    standards: tuple[Standard, ...] = ()
    things: Mapping[str, Thing] = field(default_factory=dict)
    needs: tuple[NeedRule, ...] = ()
    answers: tuple[AnswerPattern, ...] = ()
    situation: Situation = field(default=Situation())
    changes: tuple[ChangeRule, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    practices: tuple[Practice, ...] = ()
    _in_force: dict[frozenset[str], Ruleset] = field(default_factory=dict, init=False, repr=False)
    """Ids of what is not in force → the rest, so that it is compiled once however often somebody asks."""
    _idle: dict[date, frozenset[str]] = field(default_factory=dict, init=False, repr=False)
    """Day → ids of what is not in force."""
    _programs: dict[tuple[Condition, ...], Program] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def program(self) -> Program:
        """What the evaluator runs. Ids must be known: the library has checked them."""
        return compiled(self)

    @cached_property
    def depends(self) -> DependencyGraph:
        return DependencyGraph(self)

    @cached_property
    def by_standard(self) -> dict[str, list[tuple[int, Obligation]]]:
        """Standard id → its obligations, each with its place among all."""
        found: dict[str, list[tuple[int, Obligation]]] = {standard.id: [] for standard in self.standards}
        for place, obligation in enumerate(self.obligations):
            found.setdefault(obligation.standard, []).append((place, obligation))
        return found

    @cached_property
    def by_cell(self) -> dict[tuple[str, str], list[int]]:
        """Jurisdiction and standard → the places of the obligations."""
        found: dict[tuple[str, str], list[int]] = {}
        for place, obligation in enumerate(self.obligations):
            found.setdefault(obligation.cell, []).append(place)
        return found

    @cached_property
    def row_parts(self) -> dict[str, frozenset[str]]:
        """Jurisdictions with a row of their own in the matrix → themselves and those shown within them."""
        all_ = self.jurisdictions.values()
        return {j.id: frozenset({j.id, *(p.id for p in all_ if p.within == j.id)}) for j in all_ if not j.within}

    def program_of(self, conditions: tuple[Condition, ...]) -> Program:
        """Conditions that stand outside of obligations, compiled once: each is the option of a row."""
        if conditions not in self._programs:
            construct = Jurisdiction.model_construct
            rows = {str(i): construct(id=str(i), name="", option=part) for i, part in enumerate(conditions)}
            bare = Ruleset(self.questions, self.bases, jurisdictions=rows)
            self._programs[conditions] = bare.program
        return self._programs[conditions]

    @cached_property
    def place_of(self) -> dict[str, int]:
        """Obligation id → its place among all."""
        return {obligation.id: place for place, obligation in enumerate(self.obligations)}

    @cached_property
    def statements(self) -> tuple[Obligation | Note, ...]:
        return (*self.obligations, *self.notes)

    @cached_property
    def practice_of(self) -> dict[str, Practice]:
        """Thing → how it is got in practice, or why nothing is told of it."""
        return {thing: practice for practice in self.practices for thing in practice.of}

    @cached_property
    def rules_of(self) -> dict[str, tuple[NeedRule, ...]]:
        """Obligation id → the rules that speak in its place."""
        found: dict[str, tuple[NeedRule, ...]] = {}
        for rule in self.needs:
            for name in rule.of:
                found[name] = (*found.get(name, ()), rule)
        return found

    @cached_property
    def free_rules(self) -> tuple[int, ...]:
        """Places of the rules of needs that speak for no obligation."""
        return tuple(place for place, rule in enumerate(self.needs) if not rule.of)

    @cached_property
    def rules_about(self) -> dict[str, list[int]]:
        """Obligation id → places of the rules that speak in its place."""
        found: dict[str, list[int]] = {}
        for place, rule in enumerate(self.needs):
            for name in rule.of:
                found.setdefault(name, []).append(place)
        return found

    @cached_property
    def row_of(self) -> dict[str, str]:
        """Jurisdiction → the one in whose row of the matrix it is shown."""
        return {part: row for row, parts in self.row_parts.items() for part in parts}

    @cached_property
    def question_by_id(self) -> dict[str, Question]:
        return {question.id: question for question in self.questions}

    @cached_property
    def always_asked(self) -> frozenset[int]:
        """Places of the questions that are asked of everybody who reaches them."""
        return frozenset(place for place, question in enumerate(self.questions) if question.always)

    @cached_property
    def ids(self) -> dict[str, Collection[str]]:
        """Kind of thing → the ids of all that there are."""
        return {
            "question": self.question_by_id,
            "source": self.sources,
            "standard": [standard.id for standard in self.standards],
            "jurisdiction": self.jurisdictions,
            "obligation to override": [obligation.id for obligation in self.obligations],
            "obligation or note": {statement.id for statement in self.statements},
            "certificate": {o.certificate.id for o in self.obligations if o.certificate},
            "obligation": {obligation.id for obligation in self.obligations},
            "basis": {basis.id for basis in self.bases},
            "thing": self.things,
            "thing or standard": {*self.things, *(thing for o in self.obligations for thing, _ in o.things)},
            "need": self._needed,
            "answer": {pattern.id for pattern in self.answers},
        }

    @cached_property
    def _needed(self) -> set[str]:
        """Ids of all that can be a need, or in the place of which one can speak."""
        asked = {thing for obligation in self.obligations for thing, _ in obligation.things}
        own = {*(rule.id for rule in self.needs), *(standard.id for standard in self.standards)}
        each = {f"{rule.id}-{option.id}" for rule in self.needs for option in self.options_of(rule)}
        return own | each | asked | set(self.things) | {obligation.id for obligation in self.obligations}

    def options_of(self, rule: NeedRule) -> tuple[Option, ...]:
        """The options of which a rule makes a need each; none where it is about no question."""
        question = self.question(rule.each or "")
        return tuple(o for o in question.options if o.name and not o.unknown and not o.exclusive) if question else ()

    def unknown(self, kind: str, names: Iterable[str]) -> Iterator[str]:
        """A sentence for each name of which there is no such thing."""
        return unknown(kind, names, self.ids[kind])

    def question(self, question_id: str) -> Question | None:
        return self.question_by_id.get(question_id)

    @property
    def weakest(self) -> Basis:
        """The level where nothing is found."""
        return self.bases[0]

    def basis(self, basis_id: str) -> Basis:
        return next(basis for basis in self.bases if basis.id == basis_id)

    def asked_by(self, asker: Asker) -> Basis:
        """The level of a certificate for which this one asks."""
        return next(b for b in reversed(self.bases) if b.asker == asker and b.owes != "system")

    def on(self, day: date) -> Ruleset:
        """The same rules, as far as they are in force on that day; one object as long as nothing begins or ends."""
        if day not in self._idle:
            self._idle[day] = frozenset(s.id for s in (*self.statements, *self.needs) if not s.valid.covers(day))
        if (idle := self._idle[day]) not in self._in_force:
            obligations = tuple(o for o in self.obligations if o.id not in idle)
            notes = tuple(n for n in self.notes if n.id not in idle)
            needs = tuple(n for n in self.needs if n.id not in idle)
            self._in_force[idle] = replace(self, obligations=obligations, notes=notes, needs=needs)
        return self._in_force[idle]


@dataclass(frozen=True, eq=False)
class DependencyGraph:
    """What hangs on what: questions on earlier questions, statements on questions, losers on winners."""

    ruleset: Ruleset

    @cached_property
    def needs(self) -> Ties:
        """Question → the earlier ones that its conditions name."""
        return {q.id: _named([q.ask_if, *(o.show_if for o in q.options)]) for q in self.ruleset.questions}

    @cached_property
    def leads_to(self) -> Ties:
        """Question → the later ones whose conditions name it."""
        return _reversed(self.needs, self.needs)

    @cached_property
    def about(self) -> Ties:
        """Obligation or note → the questions that it names."""
        return {s.id: _named([s.when, s.unless]) for s in self.ruleset.statements}

    @cached_property
    def decides(self) -> Ties:
        """Question → the obligations and notes that name it."""
        return _reversed(self.about, self.needs)

    @cached_property
    def losers(self) -> Ties:
        """Obligation → those that it overrides."""
        return {o.id: tuple(dict.fromkeys(o.overrides)) for o in self.ruleset.obligations}

    @cached_property
    def winners(self) -> Ties:
        """Obligation → those that override it."""
        return _reversed(self.losers, self.losers)


def _named(conditions: Iterable[Condition | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(test.question for condition in conditions for test in tests(condition)))


def _reversed(ties: Ties, ids: Iterable[str]) -> Ties:
    """The other way round; each of these ids has an entry, and so has whatever else is named."""
    turned: dict[str, list[str]] = {name: [] for name in ids}
    for name, others in ties.items():
        for other in others:
            turned.setdefault(other, []).append(name)
    return {name: tuple(others) for name, others in turned.items()}
