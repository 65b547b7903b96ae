"""Which questions come next, in each of the cases that were evaluated together."""

from collections.abc import Collection

from advisor.rules.evaluator import Planes
from advisor.verdicts.need_relevance import look_for_needs
from advisor.verdicts.open_walk import Cases, OpenWalk
from advisor.verdicts.relevance import Bounds, look_for, mattering


def questions_ahead(planes: Planes, answered: Collection[str], so_far: Bounds) -> Cases:
    """The places of the unanswered questions that apply for certain and can still change what is said.

    `answered`: ids of the questions that are answered in every case.
    """
    ruleset = planes.program.ruleset
    asked = zip(ruleset.questions, planes.program.applies, strict=True)
    applying = {
        place: cases
        for place, (question, node) in enumerate(asked)
        if (cases := planes.certain[node]) and question.id not in answered
    }
    always = {place: applying.pop(place) for place in ruleset.always_asked & applying.keys()}
    walk = OpenWalk(planes, applying)
    look_for(walk, mattering(planes, so_far, walk.asks))
    look_for_needs(walk, so_far)
    return always | walk.found
