"""What random visitors show to matter is what the solver proves to matter."""

from __future__ import annotations

from hypothesis import given

from advisor.check.proofs.answers_matter import _Copy
from advisor.check.proofs.seen_to_matter import SeenToMatter
from advisor.check.solver.all_answers import AllAnswers
from advisor.rules.ruleset import Ruleset
from tests.properties.rulesets import rulesets


@given(rulesets())
def test_the_solver_agrees_with_each_option_that_a_visitor_shows_to_matter(ruleset: Ruleset) -> None:
    seen = SeenToMatter(ruleset)
    for place, question in enumerate(ruleset.questions):
        cases = AllAnswers(ruleset)
        copy = _Copy(cases, question.id, {})
        assert [option for option in seen.options(place, ()) if not cases.can(*copy.telling(option))] == []
