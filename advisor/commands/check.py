"""Check all content: that it loads, that its examples hold, and that every obligation has one."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from statistics import mean

from advisor.check import check_examples, unfired
from advisor.journey import walk
from advisor.library import ROOT, load, load_examples


def arguments(parser: ArgumentParser) -> None:
    """Nothing to choose yet."""


def run(_: Namespace) -> int:
    content = load()
    rules, today = content.ruleset, datetime.now(UTC).date()
    examples = load_examples(ROOT, rules)
    problems = check_examples(rules, examples, today) + unfired(rules, examples, today)
    for problem in problems:
        print(problem)
    asked = [len(walk(rules.on(example.on or today), example.answers).steps) for example in examples]
    print(
        f"{len(rules.questions)} questions, {len(rules.obligations)} obligations, {len(rules.notes)} notes, "
        f"{len(rules.sources)} sources, {len(examples)} examples: {len(problems)} problems. "
        f"Answered questions: mean {mean(asked):.1f}, at most {max(asked)}."
    )
    return 1 if problems else 0
