"""Checks that the headings of a question hold each option that needs one, once, and no other."""

from collections import Counter
from collections.abc import Iterator

from advisor.reading.reader import unknown
from advisor.rules.model import Question


def check_groups(question: Question) -> Iterator[str]:
    """A sentence for each option that stands wrong. A question may have no headings at all."""
    if not question.groups:
        return
    grouped = Counter(option for group in question.groups for option in group.options)
    known = [option.id for option in question.options]
    yield from unknown("option", grouped, known)
    for option, count in grouped.items():
        if count > 1:
            yield f"option '{option}' stands {count} times below 'groups': leave it under one heading"
        if option in question.alone:
            yield f"option '{option}' is chosen alone and stands apart: take it out of 'groups'"
    missing = [option for option in known if option not in grouped and option not in question.alone]
    yield from (f"option '{option}' has no heading: name it below 'groups'" for option in missing)
    for title, count in Counter(group.title for group in question.groups).items():
        if count > 1:
            yield f"the heading '{title}' stands {count} times below 'groups'"
