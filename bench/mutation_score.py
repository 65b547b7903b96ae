"""Which examples would notice if an obligation fired where it does not, or did not where it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, cast

from advisor.check.cases.mutants import Mutant
from advisor.check.cases.replay import replay
from advisor.content.people import Example
from advisor.rules.evaluator import Planes, columns, evaluate
from advisor.rules.model import Note, Obligation
from advisor.rules.ruleset import Ruleset


class Noticing:
    """The confirmed examples of the content as judges of its mutants."""

    def __init__(self, ruleset: Ruleset, examples: Sequence[Example], today: date) -> None:
        self.ruleset, self.today = ruleset, today
        self.examples = examples
        self._known: dict[tuple[str, bool, int], bool] = {}
        self._rulesets: dict[tuple[str, bool], Ruleset] = {}

    def noticed(self, mutants: Sequence[Mutant]) -> list[bool]:
        """Per mutant whether an example fails with it. One batch finds the examples in which it fires otherwise."""
        rules = self.ruleset.on(self.today)
        probes = tuple(_probe(mutant.obligation) for mutant in mutants)
        program = replace(rules, notes=probes).program
        planes = evaluate(program, columns(rules, [example.answers for example in self.examples]))
        return [
            self._noticed(planes, mutant, program.fires[mutant.place], probe)
            for mutant, probe in zip(mutants, program.explains, strict=True)
        ]

    def _noticed(self, planes: Planes, mutant: Mutant, node: int, probe: int) -> bool:
        was, is_ = ((planes.certain[n], planes.possible[n]) for n in (node, probe))
        mutated = self._mutated(mutant.obligation)
        if mutant.kind == "change a basis":
            return any(self._fails(mutated, case) for case in _bits(was[1]))
        open_ = (was[0] ^ was[1]) | (is_[0] ^ is_[1])
        other = (was[0] ^ is_[0]) | (was[1] ^ is_[1])
        if any(self._flip_noticed(mutant.obligation, not was[0] >> case & 1, case) for case in _bits(other & ~open_)):
            return True
        return any(self._fails(mutated, case) for case in _bits(other & open_))

    def _flip_noticed(self, obligation: Obligation, fires: bool, case: int) -> bool:
        """Where all is known, what a mutant does to a case depends only on whether it fires there."""
        key = (obligation.id, fires, case)
        if key not in self._known:
            self._known[key] = self._fails(self._flipped(obligation.id, fires), case)
        return self._known[key]

    def _flipped(self, name: str, fires: bool) -> Ruleset:
        """The rules with an obligation that always or never fires; kept, so that they are compiled once."""
        if (name, fires) not in self._rulesets:
            always = {"when": None, "unless": None}
            with_it = tuple(o.model_copy(update=always) if o.id == name else o for o in self.ruleset.obligations)
            without = tuple(o for o in self.ruleset.obligations if o.id != name)
            self._rulesets[name, fires] = replace(self.ruleset, obligations=with_it if fires else without)
        return self._rulesets[name, fires]

    def _mutated(self, mutant: Obligation) -> Ruleset:
        obligations = tuple(mutant if o.id == mutant.id else o for o in self.ruleset.obligations)
        return replace(self.ruleset, obligations=obligations)

    def _fails(self, mutated: Ruleset, case: int) -> bool:
        return bool(replay(mutated, self.examples[case], self.today).differences)


def _probe(obligation: Obligation) -> Note:
    note: Note = cast(Any, Note.model_construct)(when=obligation.when, unless=obligation.unless)
    return note


def _bits(column: int) -> list[int]:
    return [bit for bit in range(column.bit_length()) if column >> bit & 1]
