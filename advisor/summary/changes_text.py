"""Says what would change what is owed: sentences of the content, filled with what the trial found."""

import re
from collections.abc import Iterable, Iterator

from advisor.assessment.assessment import Assessment
from advisor.needs.need import Need
from advisor.rules.conditions import tests
from advisor.rules.model import Option, Question
from advisor.summary.answer_data import ChangeText
from advisor.summary.need_wording import name_of
from advisor.summary.wording import listed
from advisor.whatif.real_changes import RealChange

ASIDE = re.compile(r" \((?:[^()]|\([^()]*\))*\)|[,;].*")
"""Brackets, which may hold brackets, and what follows a comma or more: that stands with the need itself."""
NAMES = 2
"""Names in one sentence; more are counted."""


def changes_of(assessment: Assessment) -> tuple[ChangeText, ...]:
    """What would change this, at most three."""
    return tuple(_ChangeWriter(assessment).changes())


def names_of(needs: Iterable[Need]) -> tuple[str, ...]:
    """What they are called inside a sentence, each name once."""
    return tuple(dict.fromkeys(ASIDE.sub("", name_of(need)) for need in needs))


class _ChangeWriter:
    def __init__(self, assessment: Assessment) -> None:
        self.assessment, self.rules = assessment, assessment.rules
        self.words = assessment.content.words

    def changes(self) -> Iterator[ChangeText]:
        for change in self.assessment.changes:
            gone, come = (names_of(needs) for needs in (change.gone, change.come))
            yield ChangeText(
                id="-".join(part for part in (change.rule.id, change.option) if part),
                sentence=self._sentence(change, gone, come),
                answers=change.answers,
                kind=change.rule.kind,
                gone=gone,
                come=come,
            )

    def _sentence(self, change: RealChange, gone: tuple[str, ...], come: tuple[str, ...]) -> str:
        return change.rule.say.format(
            option=self._option(change),
            gone=listed(self._few(gone), self.words, "or"),
            come=listed(self._few(come), self.words),
        )

    def _few(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The most urgent by name, the others by their number."""
        if len(names) <= NAMES:
            return names
        return (*names[:NAMES], self.words.count("change.others", len(names) - NAMES))

    def _option(self, change: RealChange) -> str:
        """Its name in a sentence: the rule's, its own, or that of the market that it stands for."""
        question = self.rules.question(change.rule.each or "")
        option = question.option(change.option) if question else None
        if not question or not option:
            return ""
        named = change.rule.names.get(option.id) or option.name
        return named or self._market(question, option) or option.label

    def _market(self, question: Question, option: Option) -> str:
        """The jurisdiction whose row this option alone opens."""
        for place in self.rules.jurisdictions.values():
            named = [(test.question, *test.options) for test in tests(place.option)]
            if named == [(question.id, option.id)]:
                return place.short or place.name
        return ""
