"""What random visitors show to matter already, so that the solver looks only for what is rare."""

from collections.abc import Iterator, Mapping
from functools import reduce
from operator import or_

from advisor.check.solver.random_visitors import sample
from advisor.rules.evaluator import Columns, Planes, evaluate
from advisor.rules.ruleset import Ruleset

_VISITORS = 2000


class SeenToMatter:
    """Visitors with complete answers, and the same with one option of one answer taken back."""

    def __init__(self, ruleset: Ruleset) -> None:
        self.ruleset = ruleset
        self.columns = sample(ruleset, _VISITORS)
        self.planes = evaluate(ruleset.program, self.columns)
        self.able = self._able()

    def options(self, place: int, later: Mapping[str, set[str]]) -> set[str]:
        """Options of a question whose absence certainly changes what some visitor is told, or is asked later."""
        return {
            option
            for option, chosen in self.columns.chosen[place].items()
            if self._tells(place, option, later) & chosen
        }

    def _able(self) -> int:
        """The visitors who could answer whatever they are asked; nobody is asked a question that shows nothing."""
        able = self.columns.full
        for place, applies in enumerate(self.ruleset.program.applies):
            answered = reduce(or_, self.columns.chosen[place].values(), 0)
            able &= answered | ~self.planes.certain[applies]
        return able

    def _tells(self, place: int, option: str, later: Mapping[str, set[str]]) -> int:
        """The visitors who see a difference."""
        chosen = list(self.columns.chosen)
        chosen[place] = {name: column for name, column in chosen[place].items() if name != option}
        other = evaluate(self.ruleset.program, Columns(self.columns.width, chosen, self.columns.unknown))
        asked = self.planes.certain[self.ruleset.program.applies[place]]
        found = 0
        for one, two in self._pairs(other, later):
            found |= (one[0] & ~two[1]) | (two[0] & ~one[1])
        return found & asked & self.able

    def _pairs(self, other: Planes, later: Mapping[str, set[str]]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """Certain and possible columns of both, for everything that is told or asked."""
        planes, program = self.planes, self.ruleset.program
        for place in range(len(self.ruleset.obligations)):
            yield planes.finding(place), other.finding(place)
        for node in (*program.explains, *self._asked(later)):
            yield (planes.certain[node], planes.possible[node]), (other.certain[node], other.possible[node])

    def _asked(self, later: Mapping[str, set[str]]) -> Iterator[int]:
        """Nodes of the later questions that matter."""
        for place, question in enumerate(self.ruleset.questions):
            if later.get(question.id):
                yield self.ruleset.program.applies[place]
