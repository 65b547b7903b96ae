"""Measures the logic alone: one assessment, loading the content, and what importing the app drags in."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime

from advisor.content import library
from advisor.needs.advice import advise
from advisor.rules.model import Answers
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.evaluated import Evaluated
from advisor.verdicts.journey import walk
from advisor.verdicts.verdict import judge, judged
from advisor.whatif.lever_search import levers
from bench.figures import Figure, table
from tests.support.examples import load_visits

_HEAVY = ("pandas", "plotly", "numpy", "pyarrow")
_IMPORT_EVERYTHING = """
import sys, pkgutil, importlib, streamlit
before = set(sys.modules)
import advisor
for module in pkgutil.walk_packages(advisor.__path__, "advisor."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
print(*sorted({name.partition(".")[0] for name in set(sys.modules) - before}))
"""


def measure() -> list[Figure]:
    return [*loading(), *assessing(), *importing()]


def loading() -> list[Figure]:
    times = [_milliseconds(library.load) for _ in range(7)]
    return [Figure("content loads, median of 7", statistics.median(times), "ms", 300)]


def assessing() -> list[Figure]:
    """`judge` for every example of the content, each the fastest of 15: what others do to the machine only adds."""
    everything = library.load_ruleset()
    examples = load_visits(library.ROOT, everything)
    day = datetime.now(UTC).date()
    rules = everything.on(day)
    judged = [_fastest(lambda answers=example.answers: judge(rules, answers)) for example in examples]
    advised = [_fastest(lambda answers=example.answers: _advise(rules, answers, day)) for example in examples]
    walked = [_fastest(lambda answers=example.answers: walk(rules, answers)) for example in examples]
    changed = [_fastest(lambda answers=example.answers: levers(rules, answers, pairs=False)) for example in examples]
    twice = [_fastest(lambda answers=example.answers: levers(rules, answers)) for example in examples[::10]]
    return [
        Figure(f"one assessment, median of {len(judged)} examples", statistics.median(judged), "ms", 1),
        Figure("one assessment, slowest example", max(judged), "ms", 1),
        Figure(
            f"one assessment with its needs, median of {len(advised)} examples", statistics.median(advised), "ms", 1
        ),
        Figure("one assessment with its needs, slowest example", max(advised), "ms"),
        Figure("walk to the next question, slowest example", max(walked), "ms"),
        Figure("every single change of answers, median example", statistics.median(changed), "ms", 5),
        Figure("every single change of answers, slowest example", max(changed), "ms"),
        Figure("all smallest changes, two steps too, median of each tenth example", statistics.median(twice), "ms", 5),
        Figure("all smallest changes, two steps too, slowest of them", max(twice), "ms"),
    ]


def _advise(rules: Ruleset, answers: Answers, day: date) -> None:
    evaluated = Evaluated(rules, answers)
    advise(evaluated, judged(evaluated), day)


def importing() -> list[Figure]:
    """How many heavy libraries importing all of our modules brings, beyond what Streamlit itself brings."""
    done = subprocess.run([sys.executable, "-c", _IMPORT_EVERYTHING], capture_output=True, text=True, check=True)
    brought = [name for name in _HEAVY if name in done.stdout.split()]
    return [Figure(f"heavy imports of our modules {' '.join(brought)}".rstrip(), len(brought), "", 0)]


def _fastest(action: Callable[[], object]) -> float:
    return min(_milliseconds(action) for _ in range(15))


def _milliseconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    print(table(measure()))
