"""What random visitors show to matter already, so that the solver looks only for what is rare."""

from collections.abc import Collection, Iterator
from functools import reduce
from operator import or_
from typing import NamedTuple

from advisor.check.solver.random_visitors import sample
from advisor.rules.evaluator import Columns, Planes, evaluate
from advisor.rules.ruleset import Ruleset

_VISITORS = 2000
_TURNS = 16
"""Whoever has chosen more takes the rest back never; the solver sees to it."""

Back = list[dict[str, int]]
"""Per question: option → who takes it back."""


class _Turn(NamedTuple):
    """`told`: who is told something else afterwards. `asked`: per question, who is asked it only before or after."""

    back: Back
    told: int
    asked: list[int]


class SeenToMatter:
    """Visitors with complete answers, and the same with one option of one answer taken back.

    In each turn everybody takes back another one, so that one evaluation shows what they all see.
    """

    def __init__(self, ruleset: Ruleset) -> None:
        self.program = ruleset.program
        self.columns = sample(ruleset, _VISITORS)
        self.planes = evaluate(self.program, self.columns)
        self.able = self._able()
        self.turns = list(self._turns())

    def options(self, place: int, later: Collection[str]) -> set[str]:
        """Options of a question whose absence certainly changes what some visitor is told, or is asked later."""
        matter = [at for at, question in enumerate(self.program.ruleset.questions) if question.id in later]
        able = self.able & self.planes.certain[self.program.applies[place]]
        found: set[str] = set()
        for turn in self.turns:
            sees = reduce(or_, (turn.asked[at] for at in matter), turn.told) & able
            found |= {option for option, visitors in turn.back[place].items() if sees & visitors}
        return found

    def _able(self) -> int:
        """The visitors who could answer whatever they are asked; nobody is asked a question that shows nothing."""
        able = self.columns.full
        for place, applies in enumerate(self.program.applies):
            answered = reduce(or_, self.columns.chosen[place].values(), 0)
            able &= answered | ~self.planes.certain[applies]
        return able

    def _turns(self) -> Iterator[_Turn]:
        """What few have left to take back goes first; what is seen to matter need not be taken back again."""
        left = {
            (place, option): visitors & self.planes.certain[self.program.applies[place]] & self.able
            for place, options in enumerate(self.columns.chosen)
            for option, visitors in options.items()
        }
        for _ in range(_TURNS):
            if not any(back := self._taken(left)):
                return
            turn = self._turn(back)
            yield turn
            for place, options in enumerate(back):
                for option, visitors in options.items():
                    if visitors & turn.told:
                        del left[place, option]

    def _taken(self, left: dict[tuple[int, str], int]) -> Back:
        """One option of each visitor who has one left, taken out of these."""
        back: Back = [{} for _ in self.columns.chosen]
        free = self.columns.full
        for one in sorted(left, key=lambda one: (left[one].bit_count(), one)):
            if taken := left[one] & free:
                back[one[0]][one[1]] = taken
                left[one] ^= taken
                free ^= taken
        return back

    def _turn(self, back: Back) -> _Turn:
        chosen = [
            {option: visitors & ~gone.get(option, 0) for option, visitors in given.items()}
            for given, gone in zip(self.columns.chosen, back, strict=True)
        ]
        other = evaluate(self.program, Columns(self.columns.width, chosen, self.columns.unknown))
        findings = (
            _differ(self.planes.finding(place), other.finding(place))
            for place in range(len(self.program.ruleset.obligations))
        )
        told = reduce(or_, findings, 0)
        for node in self.program.explains:
            told |= self._differs(other, node)
        return _Turn(back, told, [self._differs(other, node) for node in self.program.applies])

    def _differs(self, other: Planes, node: int) -> int:
        """For whom a node is certain before and impossible after, or the other way round."""
        one = self.planes
        return _differ((one.certain[node], one.possible[node]), (other.certain[node], other.possible[node]))


def _differ(one: tuple[int, int], other: tuple[int, int]) -> int:
    return (one[0] & ~other[1]) | (other[0] & ~one[1])
