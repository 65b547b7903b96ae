"""Works out once what hangs on what: questions on questions, statements on questions, examples and sources."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from itertools import groupby
from pathlib import Path, PurePosixPath

from advisor.content.library import content_hash
from advisor.content.people import Example
from advisor.reading.reader import Reader
from advisor.rules.evaluator import columns, evaluate
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
    """All by id, in writing order. `ruleset`: all rules, also those not yet or no longer in force."""

    ruleset: Ruleset
    examples: Sequence[Example]
    today: date

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        return tuple(Topic(name, tuple(group)) for name, group in groupby(self.ruleset.questions, _topic))

    def topic_of(self, question: str) -> Topic:
        return next(topic for topic in self.topics if any(q.id == question for q in topic.questions))

    @cached_property
    def statements(self) -> dict[str, AnyStatement]:
        return {statement.id: statement for statement in self.ruleset.statements}

    def in_force(self, statement: AnyStatement) -> bool:
        return statement.valid.covers(self.today)

    @cached_property
    def needs(self) -> Ties:
        """Question → the earlier ones that its conditions name."""
        ties = self.ruleset.depends.needs
        return {name: tuple(sorted(named, key=list(ties).index)) for name, named in ties.items()}

    @property
    def leads_to(self) -> Ties:
        """Question → the later ones whose conditions name it."""
        return self.ruleset.depends.leads_to

    @cached_property
    def decides(self) -> dict[str, tuple[AnyStatement, ...]]:
        """Question → the statements that name it."""
        ties = self.ruleset.depends.decides
        return {name: tuple(self.statements[statement] for statement in ids) for name, ids in ties.items()}

    @cached_property
    def reaches(self) -> dict[str, int]:
        """Question → how many statements hang on it only through later questions."""
        direct, through = self.ruleset.depends.decides, dict[str, set[str]]()
        for name in reversed(list(self.needs)):
            through[name] = set().union(*(through[later].union(direct[later]) for later in self.leads_to[name]))
        return {name: len(through[name].difference(direct[name])) for name in self.needs}

    @cached_property
    def fired_by(self) -> dict[str, tuple[Example, ...]]:
        """Statement → the examples that make it speak under the rules of today, all as the cases of one batch."""
        rules = self.ruleset.on(self.today)
        planes = evaluate(rules.program, columns(rules, [example.answers for example in self.examples]))
        speaks = {o.id: planes.finding(place)[0] for place, o in enumerate(rules.obligations)}
        speaks |= {n.id: planes.certain[node] for n, node in zip(rules.notes, rules.program.explains, strict=True)}
        return {
            name: tuple(example for case, example in enumerate(self.examples) if speaks.get(name, 0) >> case & 1)
            for name in self.statements
        }

    @cached_property
    def cited_in(self) -> dict[str, tuple[AnyStatement, ...]]:
        """Source → the statements that rest on it."""
        all_ = self.statements.values()
        return {source: tuple(s for s in all_ if s.source == source) for source in self.ruleset.sources}


def _topic(question: Question) -> str:
    """The file's name without the number that puts it in order."""
    return re.sub(r"^\d+-", "", PurePosixPath(question.file).stem) or "questions"


def examples_in(root: Path) -> tuple[Example, ...]:
    """The examples that can be read; what is wrong with the others, the check says."""
    return tuple(Reader(root).list_of(Example, "content/examples/*.yaml"))


def edition(root: Path) -> str:
    """Changes with every file that editors write, examples included."""
    digest = sha256(content_hash(root).encode())
    for path in sorted(root.glob("content/examples/*.yaml")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
