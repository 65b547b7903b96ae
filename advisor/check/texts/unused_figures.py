"""Finds entries about time, cost and counsel that nobody ever sees, and origins from a day that is still to come."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from advisor.check.drop_broken import known_part
from advisor.check.problem import Problem, problem
from advisor.check.solver.contradiction import contradiction, needs
from advisor.check.solver.prover import Prover
from advisor.content.consulting import read_consulting
from advisor.content.named_conditions import read_named_conditions
from advisor.effort.tables import EffortTables, read_tables
from advisor.reading.reader import Reader
from advisor.reading.record import Record
from advisor.rules.basis import context
from advisor.rules.conditions import Condition
from advisor.rules.ruleset import Ruleset

Entry = tuple[Record, str, Condition | None]
"""What has a condition, and what it is called."""


def unused_figures(root: Path, ruleset: Ruleset, today: date) -> Iterator[Problem]:
    """Their own mistakes are the draft's; here they are read once more for what can be proved of them.

    `ruleset`: only its questions matter.
    """
    reader = Reader(root, context(ruleset.bases))
    read_named_conditions(reader)
    figures, counsel = read_tables(reader, "content/effort.yaml"), read_consulting(reader, ruleset)
    entries: list[Entry] = [(entry, entry.id, entry.when) for entry in counsel]
    for origin in figures.origins if figures else ():
        if origin.checked > today:
            yield problem("future-date", origin, f"'{origin.id}': checked on {origin.checked}, still to come", None)
    yield from _unmet(replace(ruleset, obligations=(), notes=()), entries + (_conditional(figures) if figures else []))


def _conditional(figures: EffortTables) -> list[Entry]:
    return [
        *((table, f"audits of {table.standard}", table.when) for table in figures.audits),
        *((row, row.id, row.when) for table in figures.audits if table.adjust for row in table.adjust.rows),
        *((entry, entry.id, entry.when) for entry in (*figures.months, *figures.work)),
        *((saving, f"savings on the way to {saving.wants}", saving.when) for saving in figures.savings),
        *((caution, caution.id, caution.when) for caution in figures.cautions),
    ]


def _unmet(ruleset: Ruleset, entries: Sequence[Entry]) -> Iterator[Problem]:
    known = {question.id: {option.id for option in question.options} for question in ruleset.questions}
    conditions = [known_part(condition, known) for _, _, condition in entries]
    prover = Prover(ruleset, [(condition, None) for condition in conditions])
    for (record, name, _), condition in zip(entries, conditions, strict=True):
        if condition is not None and not prover.holds((condition, None)):
            yield contradiction("never-counts", record, f"'{name}' never counts", ruleset, needs(condition))
