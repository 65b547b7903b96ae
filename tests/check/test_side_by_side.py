"""Several things done at the same time give what they give one after the other."""

from __future__ import annotations

import os
import time
from functools import partial

import pytest

from advisor.check.side_by_side import side_by_side


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_what_each_job_gives_stands_in_its_place(processes: int) -> None:
    assert side_by_side([partial(pow, 2, power) for power in range(4)], processes) == [1, 2, 4, 8]
    assert side_by_side([], processes) == []


def test_whoever_is_free_takes_the_next_job() -> None:
    def slowly() -> int:
        time.sleep(1)
        return os.getpid()

    ours, *others = side_by_side([slowly, os.getpid, os.getpid, os.getpid], 2)
    assert ours == os.getpid()
    assert len(set(others)) == 1
    assert ours not in others


def test_what_goes_wrong_beside_us_is_told() -> None:
    with pytest.raises(ZeroDivisionError):
        side_by_side([partial(time.sleep, 1), partial(divmod, 1, 0)], 2)
