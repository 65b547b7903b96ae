"""The few changes that could really happen to this company and would spare it something."""

from itertools import islice

from advisor.assessment.assessment import Assessment
from advisor.summary.answer_data import ChangeText
from advisor.summary.lever_wording import lever_text, varied

MOST = 3
NEAR = ("company", "customer")
"""In whose hands they must be."""


def changes_of(assessment: Assessment) -> tuple[ChangeText, ...]:
    """Those that lower what is asked, of each kind one before a second of any."""
    near = [lever for lever in assessment.levers if lever.effect == "lowers" and lever.controlled_by in NEAR]
    texts = (lever_text(lever, assessment.content.words) for lever in islice(varied(near), MOST))
    return tuple(
        ChangeText(id=f"change-{place}", sentence=text.sentence, answers=text.answers)
        for place, text in enumerate(texts)
    )
