"""The day on the screen is the visitor's, not the server's."""

from __future__ import annotations

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from advisor.screen import content


class Clock(datetime):
    """It stands at half past eleven in the evening, UTC."""

    @classmethod
    def now(cls, _: object = None) -> Clock:  # type: ignore[override]
        return cls(2026, 12, 31, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("behind", "day"),
    [
        (None, date(2026, 12, 31)),
        (0, date(2026, 12, 31)),
        (-60, date(2027, 1, 1)),
        (-840, date(2027, 1, 1)),
        (480, date(2026, 12, 31)),
        (1_000_000, date(2026, 12, 31)),
        (-1_000_000, date(2026, 12, 31)),
    ],
)
def test_the_day_is_that_of_the_browsers_clock(monkeypatch: pytest.MonkeyPatch, behind: int | None, day: date) -> None:
    monkeypatch.setattr(content, "datetime", Clock)
    monkeypatch.setattr(content.st, "context", SimpleNamespace(timezone_offset=behind))
    assert content.today() == day
