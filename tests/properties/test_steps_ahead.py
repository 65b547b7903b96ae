"""What comes next for each option, found for all at once, is what one assessment each would say."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

from hypothesis import given, strategies as st

from advisor.assessment.assessment import Assessment
from advisor.conversation.steps_ahead import steps_ahead
from advisor.verdicts.journey import shown_first, visible_options, walk
from tests.properties.rulesets import cases
from tests.support.invented import DAY


@given(st.data())
def test_all_options_at_once_lead_where_each_alone_leads(data: st.DataObject) -> None:
    ruleset, answers = data.draw(cases())
    asked = data.draw(st.sampled_from(ruleset.questions))
    content: Any = SimpleNamespace(ruleset=ruleset)
    steps = steps_ahead(Assessment(content, date.fromisoformat(DAY), answers), asked)
    assert list(steps) == [option.id for option in visible_options(ruleset, asked, answers)]
    for option, step in steps.items():
        then = {**answers, asked.id: (option,)}
        path = walk(ruleset, then)
        assert (step.question, step.done, step.left) == (path.next, len(path.steps), path.left)
        if step.question:
            assert step.visible == visible_options(ruleset, step.question, then)
            assert step.usual == shown_first(ruleset, step.question, then)
