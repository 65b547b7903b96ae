"""Works out once what hangs on what: questions on questions, statements on questions, examples and sources."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import groupby
from pathlib import Path, PurePosixPath

from advisor.content.library import content_hash
from advisor.content.people import Example
from advisor.reading.reader import Reader
from advisor.rules.evaluator import Planes, columns, evaluate
from advisor.rules.model import Note, Obligation, Question
from advisor.rules.ruleset import Ruleset, Ties

AnyStatement = Obligation | Note


@dataclass(frozen=True)
class Topic:
    """The questions of one file."""

    id: str
    questions: tuple[Question, ...]

    @property
    def name(self) -> str:
        return self.id.replace("-", " ").capitalize()


@dataclass(frozen=True, eq=False)
class CrossReferences:
    """All by id, in writing order.

    `needs`: question → the earlier ones that its conditions name; `leads_to`: the other way round.
    `decides`: question → the statements that name it; `reaches`: those that name only a question which hangs on it.
    `fired_by`: statement → the examples that make it speak under the rules of `today`.
    `beaten_by`: obligation → those that override it. `cited_in`: source → the statements that rest on it.
    """

    ruleset: Ruleset
    today: date
    examples: tuple[Example, ...]
    topics: tuple[Topic, ...]
    statements: Mapping[str, AnyStatement]
    needs: Ties
    leads_to: Ties
    decides: Mapping[str, tuple[AnyStatement, ...]]
    reaches: Mapping[str, int]
    fired_by: Mapping[str, tuple[Example, ...]]
    beaten_by: Ties
    cited_in: Mapping[str, tuple[AnyStatement, ...]]

    def topic_of(self, question: str) -> Topic:
        return next(topic for topic in self.topics if any(q.id == question for q in topic.questions))

    def in_force(self, statement: AnyStatement) -> bool:
        return statement.valid.covers(self.today)


def examples_in(root: Path) -> tuple[Example, ...]:
    """The examples that can be read; what is wrong with the others, the check says."""
    return tuple(Reader(root).list_of(Example, "content/examples/*.yaml"))


def edition(root: Path) -> str:
    """Changes with every file that editors write, examples included."""
    digest = sha256(content_hash(root).encode())
    for path in sorted(root.glob("content/examples/*.yaml")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def survey(ruleset: Ruleset, examples: Sequence[Example], today: date) -> CrossReferences:
    """`ruleset`: all rules, also those not yet or no longer in force."""
    statements: tuple[AnyStatement, ...] = (*ruleset.obligations, *ruleset.notes)
    ids = [question.id for question in ruleset.questions]
    by_id = {statement.id: statement for statement in statements}
    graph = ruleset.depends
    decides = {name: tuple(by_id[statement] for statement in graph.decides[name]) for name in ids}
    return CrossReferences(
        ruleset,
        today,
        tuple(examples),
        _topics(ruleset.questions),
        by_id,
        {name: _in_order(ids, graph.needs[name]) for name in ids},
        graph.leads_to,
        decides,
        _reaches(ids, graph.leads_to, decides),
        {statement.id: () for statement in statements} | _fired(ruleset.on(today), examples),
        graph.winners,
        {source: tuple(s for s in statements if s.source == source) for source in ruleset.sources},
    )


def _in_order(order: Sequence[str], names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=order.index))


def _topics(questions: Iterable[Question]) -> tuple[Topic, ...]:
    return tuple(Topic(name, tuple(group)) for name, group in groupby(questions, _topic))


def _topic(question: Question) -> str:
    """The file's name without the number that puts it in order."""
    return re.sub(r"^\d+-", "", PurePosixPath(question.file).stem) or "questions"


def _reaches(ids: Sequence[str], leads_to: Ties, decides: Mapping[str, tuple[AnyStatement, ...]]) -> dict[str, int]:
    """Question → how many statements hang on it only through later questions."""
    through: dict[str, set[str]] = {}
    for name in reversed(ids):
        through[name] = {s.id for later in leads_to[name] for s in decides[later]}
        through[name].update(*(through[later] for later in leads_to[name]))
    return {name: len(through[name] - {s.id for s in decides[name]}) for name in ids}


def _fired(rules: Ruleset, examples: Sequence[Example]) -> dict[str, tuple[Example, ...]]:
    """All examples as the cases of one batch."""
    planes = evaluate(rules.program, columns(rules, [example.answers for example in examples]))
    return {name: tuple(_cases(examples, cases)) for name, cases in _speaking(planes).items()}


def _speaking(planes: Planes) -> dict[str, int]:
    program, rules = planes.program, planes.program.ruleset
    stands = {o.id: planes.finding(place)[0] for place, o in enumerate(rules.obligations)}
    shows = {n.id: planes.certain[node] for n, node in zip(rules.notes, program.explains, strict=True)}
    return stands | shows


def _cases(examples: Sequence[Example], cases: int) -> Iterable[Example]:
    return (example for case, example in enumerate(examples) if cases >> case & 1)
