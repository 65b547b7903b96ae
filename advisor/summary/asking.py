"""The tasks of those who need no certificate yet: ask, or do nothing."""

from collections.abc import Iterator
from itertools import groupby

from advisor.content.library import Content
from advisor.summary.summary_data import Summary, Task
from advisor.summary.wording import listed
from advisor.verdicts.verdict import OpenQuestion, Recommendation


def open_answers(content: Content, recommendation: Recommendation) -> Iterator[Task]:
    """One task for each person to ask."""
    by_person = sorted(recommendation.open_questions, key=lambda open_: open_.ask_whom)
    for whom, questions in groupby(by_person, key=lambda open_: open_.ask_whom):
        yield _question(content, whom, tuple(questions))


def _question(content: Content, whom: str, questions: tuple[OpenQuestion, ...]) -> Task:
    words = content.words
    names = dict.fromkeys(standard.name for open_ in questions for standard in open_.standards)
    key = "glance.do-ask-whom" if whom else "glance.do-find-out"
    return Task(
        asks=words["glance.by-open"],
        basis=content.ruleset.weakest.id,
        do=words(key, whom=whom, questions=" ".join(open_.question.ask for open_ in questions)),
        when=words["glance.when-open"],
        cost=words["glance.cost-open"],
        why=words("glance.why-open", standards=listed(names, words)),
    )


def unresearched(content: Content, summary: Summary) -> Iterator[Task]:
    """One task for each standard with a market that nobody has researched."""
    words = content.words
    for ask in (verdict.ask for verdict in summary.verdicts if verdict.ask):
        yield Task(
            asks=words["glance.by-open"],
            basis=content.ruleset.weakest.id,
            do=ask,
            when=words["glance.when-unresearched"],
            cost=words["glance.cost-open"],
            why=words["glance.why-unresearched"],
        )


def nothing(content: Content) -> Task:
    words = content.words
    return Task(
        asks=words["glance.by-nobody"],
        basis=content.ruleset.weakest.id,
        do=words["glance.do-nothing"],
        when=words["glance.when-nothing"],
        cost=words["glance.cost-nothing"],
        why=words["glance.why-nothing"],
    )
