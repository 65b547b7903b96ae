"""What hangs on what in a ruleset: questions on earlier questions, statements on questions, losers on winners."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from advisor.rules.conditions import Condition, tests

if TYPE_CHECKING:
    from advisor.rules.ruleset import Ruleset

Ties = Mapping[str, tuple[str, ...]]
"""Id → the ids that it is tied to, in writing order."""


@dataclass(frozen=True, eq=False)
class DependencyGraph:
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
