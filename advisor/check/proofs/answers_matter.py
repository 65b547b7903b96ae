"""Proves that every question and every option can change something.

What may change is a verdict, a note, a need, its standing or its date, or which answer is given. Random visitors show
most of it. For the rest a second copy of the ruleset gets another answer to one question, and the solver looks for
answers where the two differ.
The last question goes first, so that an earlier one also counts when it decides whether a later one that matters
is asked, or whether one of its options that matters is shown. Where a question is always asked, every answer counts.
"""

from collections.abc import Iterator

from advisor.check.problem import Problem, problem
from advisor.check.proofs.seen_to_matter import SeenToMatter
from advisor.check.solver.advice_as_notes import advice_as_notes
from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.prover import Prover, answering, asking, choosing
from advisor.check.solver.subset import cone
from advisor.rules.model import Option, Question

Later = dict[str, set[str]]
"""Id of a question → its options that matter, as far as they have been worked out."""


def answers_matter(prover: Prover) -> Iterator[Problem]:
    """Questions whose answer never matters, options that change nothing, and such that do although marked neutral."""
    matters: Later = {}
    found = []
    told = advice_as_notes(prover.ruleset)
    seen = SeenToMatter(told)
    for place, question in reversed(list(enumerate(prover.ruleset.questions))):
        own = seen.options(place, [name for name, options in matters.items() if options])
        if rare := {option.id for option in question.options if _must_matter(option)} - own:
            own |= _proven(prover, AllAnswers(cone(told, question)), question, rare, matters)
        found += list(_judged(prover, place, own, matters))
        matters[question.id] = {option.id for option in question.options} if question.always else own
    yield from reversed(found)


def _must_matter(option: Option) -> bool:
    """What excludes all others may say nothing of its own; what is marked neutral must not."""
    return option.neutral or not (option.unknown or option.exclusive)


def _proven(prover: Prover, cases: AllAnswers, question: Question, options: set[str], later: Later) -> set[str]:
    """Of these options, those for which the solver finds somebody to whom they matter."""
    copy = _Copy(cases, question.id, later)
    found = {option for option in copy.chosen if option in options and cases.can(*copy.telling(option))}
    prover.helped_by(cases.circuit.asked)
    return found


def _judged(prover: Prover, place: int, own: set[str], later: Later) -> Iterator[Problem]:
    question = prover.ruleset.questions[place]
    if not own and not question.always and prover.can(asking(place)):
        text = f"no answer to '{question.id}' ever changes anything"
        yield problem("idle-question", question, text, prover.show(answering(place)))
        return
    for option in question.options:
        if option.neutral and option.id in own:
            cases = AllAnswers(advice_as_notes(prover.ruleset), open_=True)
            answers = cases.switches.shortest(_Copy(cases, question.id, later).telling(option.id))
            text = f"option '{option.id}' of '{question.id}' is marked neutral and does change something"
            yield problem("not-neutral", question, text, answers)
        silent = option.unknown or option.exclusive or option.neutral or question.always or option.id in own
        if not silent and prover.can(choosing(place, option.id)):
            text = f"option '{option.id}' of '{question.id}' changes nothing; {_marked(question, option)}"
            yield problem("idle-option", question, text, prover.show(choosing(place, option.id)))


def _marked(question: Question, option: Option) -> str:
    """What to do about an option without effect: `none` among many is most likely to exclude the others."""
    if question.kind == "many" and option.id.startswith("none"):
        return "mark it 'exclusive: true', so that nobody chooses it together with others"
    return "if that is meant, mark it 'neutral: true'"


class _Copy:
    """The same rules for the same answers but one: to this question somebody else gives another."""

    def __init__(self, cases: AllAnswers, name: str, later: Later) -> None:
        self.cases = cases
        self.place = place = next(i for i, q in enumerate(cases.ruleset.questions) if q.id == name)
        self.chosen: dict[str, int] = {name: cases.circuit.switch() for name in cases.chosen[place]}
        self.planes = cases.evaluated([self.chosen if at == place else o for at, o in enumerate(cases.chosen)])
        self.differs = cases.circuit.any_of([*self._findings(), *self._asking(later)])

    def telling(self, option: str) -> list[int]:
        """One chooses the option, the other the same without it, and that is told from the result."""
        own = self.cases.chosen[self.place]
        many = self.cases.ruleset.questions[self.place].kind == "many"
        either = self.cases.circuit.either_not_both
        rest = [~either(self.chosen[n], own[n]) if many else ~self.chosen[n] for n in own if n != option]
        return [self.cases.asked(self.place), self.differs, own[option], ~self.chosen[option], *rest]

    def _findings(self) -> Iterator[int]:
        """On where one gets a finding or a note, a need or another answer, that the other does not get."""
        for place in range(len(self.cases.ruleset.obligations)):
            yield self._told(self.cases.planes.finding(place), self.planes.finding(place))
        yield from map(self._node, self.cases.program.explains)

    def _asking(self, later: Later) -> Iterator[int]:
        """On where one is asked a later question that matters, or shown an option of it, and the other is not."""
        for place, question in enumerate(self.cases.ruleset.questions):
            if matters := later.get(question.id):
                yield self._node(self.cases.program.applies[place])
                shown = self.cases.program.shown_at[place]
                yield from (self._node(shown[name]) & self.cases.asked(place) for name in shown if name in matters)

    def _node(self, node: int) -> int:
        planes, other = self.cases.planes, self.planes
        return self._told((planes.certain[node], planes.possible[node]), (other.certain[node], other.possible[node]))

    def _told(self, one: tuple[int, int], other: tuple[int, int]) -> int:
        """Certain for one and impossible for the other."""
        if one == other:
            return 0
        return (one[0] & ~other[1]) | (other[0] & ~one[1])
