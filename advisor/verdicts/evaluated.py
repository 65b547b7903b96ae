"""Answers run through the rules once, so that the path, the verdicts and the table are read from one evaluation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from advisor.rules.evaluator import Planes, evaluate_one
from advisor.rules.model import Answers, Question
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.on_offer import Options, first, visible
from advisor.verdicts.open_walk import Cases
from advisor.verdicts.questions_ahead import questions_ahead
from advisor.verdicts.relevance import Bounds, bounds, mattering


@dataclass(frozen=True, eq=False)
class Evaluated:
    """Unknown ids are ignored; whoever takes answers from outside has validated them."""

    ruleset: Ruleset
    answers: Answers

    @cached_property
    def planes(self) -> Planes:
        """What certainly and what possibly holds."""
        return evaluate_one(self.ruleset, self.answers)

    @cached_property
    def set_aside(self) -> tuple[str, ...]:
        """Ids of the answered questions that do not apply for certain, in asking order."""
        places = self.ruleset.program.unknown_options
        given = sorted(places[name][0] for name, options in self.answers.items() if options and name in places)
        return tuple(self.ruleset.questions[place].id for place in given if not self.asks(place))

    @cached_property
    def applied(self) -> Evaluated:
        """The same without the answers that are set aside; itself where there are none."""
        if not self.set_aside:
            return self
        return Evaluated(self.ruleset, {q: given for q, given in self.answers.items() if q not in self.set_aside})

    @cached_property
    def so_far(self) -> Bounds:
        """What certainly stands."""
        return bounds(self.planes)

    @cached_property
    def mattering(self) -> Cases:
        """Places of the obligations that could still change something."""
        return mattering(self.planes, self.so_far)

    @cached_property
    def ahead(self) -> tuple[Question, ...]:
        """The unanswered questions that apply for certain and can still change what is said, in asking order."""
        answered = {question for question, options in self.answers.items() if options}
        open_ = questions_ahead(self.planes, answered, self.so_far)
        return tuple(self.ruleset.questions[place] for place in sorted(open_))

    def visible(self, question: Question) -> Options:
        """The options of the question that are on offer now."""
        return visible(self.planes, question, self.answers.get(question.id, ()))

    def first(self, question: Question) -> Options:
        """Those of them that stand before the search."""
        return first(self.planes, question, self.visible(question))

    def asks(self, place: int) -> bool:
        """Whether the question at this place applies for certain."""
        return bool(self.planes.certain[self.planes.program.applies[place]] & 1)
