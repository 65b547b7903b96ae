"""Ranges of figures and exact shares: a figure that nobody knows exactly is never written as one number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator


@dataclass(frozen=True)
class Range:
    """From the least to the most; `high` is None where nobody can say."""

    low: float
    high: float | None

    def around(self, other: Range) -> Range:
        """The smallest range that holds both."""
        return replace(self.with_(other, max), low=min(self.low, other.low))

    def each(self, change: Callable[[float], float]) -> Range:
        """Both ends changed."""
        return Range(change(self.low), None if self.high is None else change(self.high))

    def with_(self, other: Range, join: Callable[[float, float], float]) -> Range:
        """Both ends joined with those of another; open where either is."""
        open_ = self.high is None or other.high is None
        return Range(join(self.low, other.low), None if open_ else join(self.high or 0, other.high or 0))

    def meets(self, other: Range) -> bool:
        """Whether they have anything in common."""
        return (self.high is None or other.low <= self.high) and (other.high is None or self.low <= other.high)


def _range(value: Any) -> Any:
    """Written `[2, 9]`, or `[250]` where there is no upper end."""
    if isinstance(value, Range):
        return value
    try:
        low, *rest = map(float, value)
    except (TypeError, ValueError) as error:
        raise ValueError("a range is written [2, 9], or [250] where there is no upper end") from error
    if len(rest) > 1 or low < 0 or (rest and rest[0] < low):
        raise ValueError("a range is written [2, 9]: the smaller number first")
    return Range(low, rest[0] if rest else None)


def exactly(number: float) -> Fraction:
    """The short decimal that was written."""
    return Fraction(number).limit_denominator(1000)


def _fraction(value: Any) -> Any:
    try:
        return Fraction(value)
    except (TypeError, ValueError, ZeroDivisionError) as error:
        raise ValueError("a share is written 0.3 or 1/3") from error


RangeField = Annotated[Range, BeforeValidator(_range)]
ShareField = Annotated[Fraction, BeforeValidator(_fraction)]
