"""Write the answer to a new question into all examples and personas that lack it."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace

from advisor.check.cases.answer_examples import complete
from advisor.check.readable_content import read_what_can_be_read
from advisor.commands.options import CommandError, day_of, day_option
from advisor.content.library import ROOT
from advisor.rules.answer_problems import check_answers


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("answer", type=_answer, help="question and option, such as sites=one; several: sites=one,two")
    day_option(parser)


def _answer(text: str) -> tuple[str, tuple[str, ...]]:
    question, equals, options = text.partition("=")
    if not (question and equals and options):
        raise ArgumentTypeError("a question and an option are expected, such as sites=one")
    return question, tuple(options.split(","))


def run(options: Namespace) -> int:
    """1 if some must be changed by hand."""
    question, chosen = options.answer
    if wrong := check_answers(read_what_can_be_read(ROOT).ruleset, {question: chosen}):
        raise CommandError("\n".join(wrong))
    done = complete(ROOT, question, chosen, day_of(options))
    print(f"{len(done.written)} examples and personas answer '{question}' now. Read the changed ones, then check.")
    for place in done.by_hand:
        print(f"{place}: write the answer by hand", file=sys.stderr)
    return 1 if done.by_hand else 0
