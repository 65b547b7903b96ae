"""One thing that is wrong with the content, with the answers that show it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from advisor.reading.record import Record
from advisor.rules.conditions import on_one_line

Severity = Literal["error", "warning"]
Given = dict[str, tuple[str, ...]]
_UNREAD = ("form", "unread-file")
_FOLLOWS = ("example-fails", "unanswered", "not-asked", "no-example", "group-gap")


@dataclass(frozen=True)
class Problem:
    """`about`: the id that it concerns. `answers`: the fewest that show it, question id → option ids."""

    severity: Severity
    rule: str
    file: str
    line: int
    about: str
    text: str
    answers: Given = field(default_factory=dict)

    @property
    def unread(self) -> bool:
        """Whether something could not be read, from which anything may follow."""
        return self.rule in _UNREAD

    @property
    def follows(self) -> bool:
        """Whether it is likely to follow from another problem: mend that one first."""
        return self.rule in _FOLLOWS or self.file.startswith(("content/examples/", "content/personas/"))

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: {self.severity}: [{self.rule}] {self.text}"
        return place if not self.answers else f"{place}\n    answers: {on_one_line(self.answers)}"

    @property
    def plain(self) -> dict[str, Any]:
        return {**asdict(self), "answers": {question: list(options) for question, options in self.answers.items()}}


def problem(rule: str, record: Record, text: str, answers: Given | None, severity: Severity = "error") -> Problem:
    """A problem of a record, at the place where it is written."""
    return Problem(severity, rule, record.file, record.line, str(getattr(record, "id", "")), text, answers or {})


def listed(names: Iterable[str], last: str = "and") -> str:
    """`a, b and c`."""
    *most, end = [*names] or [""]
    return f"{', '.join(most)} {last} {end}" if most else end
