"""How many questions the finished visits still had before them when a question was open."""

from collections import defaultdict
from collections.abc import Iterable

FEW = 0.05
"""Of the visits, so many had less before them than is told as the least."""


def still_to_come(paths: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, int]]:
    """Id of each question → the least, apart from rare cases, and the most; the question itself is counted.

    `paths`: ids of the questions of each visit in the order in which they were asked.
    """
    seen: defaultdict[str, list[int]] = defaultdict(list)
    for path in paths:
        for place, question in enumerate(path):
            seen[question].append(len(path) - place)
    return {question: (sorted(left)[int(len(left) * FEW)], max(left)) for question, left in sorted(seen.items())}
