"""Random visitors, many at once: each question is put to those to whom it applies, and each takes what is shown."""

from collections.abc import Iterator
from functools import reduce
from operator import or_
from random import Random

from advisor.rules.evaluator import Columns, evaluate
from advisor.rules.model import Answers, Question
from advisor.rules.ruleset import Ruleset

_MOST_OFTEN = 3
"""Several options are taken with a chance of one in 2, 4 or 8, so that both narrow and broad companies occur."""


def sample(ruleset: Ruleset, count: int, seed: int = 0, begun: Columns | None = None) -> Columns:
    """Complete answers of so many visitors. The same seed gives the same visitors.

    `begun`: the answers that some of them have given already; they stand wherever they are shown.
    """
    random = Random(seed)  # noqa: S311
    program = Ruleset(ruleset.questions, ruleset.bases).program
    full = (1 << count) - 1
    given = Columns(count, [{} for _ in ruleset.questions], [full] * len(ruleset.questions))
    for place, question in enumerate(ruleset.questions):
        planes = evaluate(program, given)
        asked = planes.certain[program.applies[place]]
        nodes = ((option.id, program.shown_at[place][option.id]) for option in question.options if not option.unknown)
        shown = {name: asked & planes.possible[node] for name, node in nodes}
        given.chosen[place] = _chosen(question, shown, asked, count, random)
        if begun is not None:
            given.chosen[place] = _kept(begun.chosen[place], shown, given.chosen[place])
        given.unknown[place] = full & ~asked
    return given


def neighbours(ruleset: Ruleset, answers: Answers) -> Iterator[Answers]:
    """The answers, and all that differ from them in one option of one answered question."""
    yield answers
    for question in ruleset.questions:
        given = answers.get(question.id, ())
        for option in question.options if given else ():
            if other := question.toggled(given, option.id):
                yield {**answers, question.id: other}


def _chosen(question: Question, shown: dict[str, int], asked: int, count: int, random: Random) -> dict[str, int]:
    """Option id → who takes it."""
    one = _one(shown, asked, count, random)
    if question.kind == "one":
        return one
    alone = [name for name in shown if name in question.alone]
    several = asked & random.getrandbits(count)
    for name in alone:
        several &= ~one.get(name, 0)
    often = random.randint(1, _MOST_OFTEN)
    rare = {name: several & shown[name] & _rarely(often, count, random) for name in shown if name not in alone}
    return {name: one[name] | rare.get(name, 0) for name in shown}


def _kept(begun: dict[str, int], shown: dict[str, int], chosen: dict[str, int]) -> dict[str, int]:
    """What was given already, and what is chosen by all others."""
    own = {name: begun.get(name, 0) & shown[name] for name in shown}
    answered = reduce(or_, own.values(), 0)
    return {name: own[name] | chosen[name] & ~answered for name in chosen}


def _one(shown: dict[str, int], asked: int, count: int, random: Random) -> dict[str, int]:
    """Each visitor takes one of the options that they are shown."""
    left, names = asked, list(shown)
    random.shuffle(names)
    taken = {}
    for name in names:
        taken[name] = left & shown[name] & _rarely(2, count, random)
        left &= ~taken[name]
    for name in names:
        taken[name] |= left & shown[name]
        left &= ~shown[name]
    return taken


def _rarely(power: int, count: int, random: Random) -> int:
    """Each visitor with a chance of one in two to this power."""
    column = random.getrandbits(count)
    for _ in range(power - 1):
        column &= random.getrandbits(count)
    return column
