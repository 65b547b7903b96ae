"""Which options of a question a visitor may choose now, and which of them stand before the search."""

from collections.abc import Collection
from itertools import islice

from advisor.rules.evaluator import Planes
from advisor.rules.model import Option, Question

LISTED = 10
"""At most so many answers stand before the search."""
Options = tuple[Option, ...]


def visible(planes: Planes, question: Question, chosen: Collection[str] = (), case: int = 0) -> Options:
    """The options that may make sense in this case, by their `show_if`; a chosen one always stays visible."""
    possible, nodes = planes.possible, planes.program.shown[_place(planes, question)]
    options = zip(question.options, nodes, strict=True)
    return tuple(option for option, node in options if possible[node] >> case & 1 or option.id in chosen)


def first(planes: Planes, question: Question, options: Options, case: int = 0) -> Options:
    """Of these options those that stand before the search: all of a question that calls none usual."""
    if not any(option.usual or option.usual_if for option in question.options):
        return options
    alone, possible = set(question.alone), planes.possible
    nodes = zip(question.options, planes.program.usual[_place(planes, question)], strict=True)
    usual = {option.id for option, node in nodes if possible[node] >> case & 1} - alone
    room = LISTED - sum(option.id in alone for option in options)
    listed = alone.union(islice((option.id for option in options if option.id in usual), max(0, room)))
    return tuple(option for option in options if option.id in listed)


def _place(planes: Planes, question: Question) -> int:
    return planes.program.unknown_options[question.id][0]
