"""Opening the recommendation works everything out once, however many sections ask for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from advisor.assessment import assessment
from tests.screens.walker import open_page
from tests.support.visitor import ECG_START_UP, MANY_MARKETS, link_of

PARTS = ("walk_through", "judged", "estimate", "plan", "levers")
SET_ASIDE = {**ECG_START_UP, "class-us": ("unsure",)}
"""One answer belongs to a market that was not chosen."""


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each part of an assessment is worked out."""
    calls: Counter[str] = Counter()

    def counting(name: str, part: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            calls[name] += 1
            return part(*arguments)

        return call

    for name in PARTS:
        monkeypatch.setattr(assessment, name, counting(name, getattr(assessment, name)))
    return calls


@pytest.mark.parametrize("answers", [ECG_START_UP, MANY_MARKETS, SET_ASIDE])
def test_each_part_is_worked_out_once(counted: Counter[str], answers: dict[str, tuple[str, ...]]) -> None:
    open_page("recommendation", link_of(answers))
    assert counted.pop("levers", 0) <= 1  # kept for the next visitor with these answers
    assert counted.pop("walk_through", 0) <= 1  # the path belongs to the conversation
    assert counted == dict.fromkeys(("judged", "estimate", "plan"), 1)
