"""Finds what can be read and proved and yet cannot be meant: dates, twins, unfinished sentences, missing pictures."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from advisor.check.problem import Severity
from advisor.check.readable_content import ReadableContent
from advisor.check.texts.long_lists import long_list_faults
from advisor.check.texts.page_texts import UNFINISHED
from advisor.check.texts.text_lengths import shown_texts
from advisor.check.texts.trusted_sources import trusted_sources
from advisor.content.glossary import unseen
from advisor.content.people import Example
from advisor.reading.record import Record
from advisor.reading.strict_yaml import Mistake
from advisor.rules.conditions import tests
from advisor.rules.model import Jurisdiction, Obligation, Question, Statement
from advisor.rules.practice_model import Practice
from advisor.rules.ruleset import Ruleset

LATEST_REVIEW = timedelta(days=3 * 366)
_MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|\*\*|`|\]\(|&[a-z]+;")
Oddity = tuple[Severity, Mistake]


def lint(draft: ReadableContent, today: date) -> Iterator[Oddity]:
    """All of them, each with how much it matters."""
    rules = draft.ruleset
    for statement in rules.statements:
        yield from _dates(statement, today)
    for practice in rules.practices:
        yield from _practice(practice, today)
    yield from _sources(rules, today)
    yield from trusted_sources(rules, today)
    yield from _certificates(rules.obligations)
    yield from _twice(rules.jurisdictions.values(), "has the name", lambda place: [place.name])
    yield from _twice(rules.jurisdictions.values(), "has the option", _chosen)
    for own_row in (True, False):
        places = [p for p in rules.jurisdictions.values() if not p.within and own_row is bool(p.option)]
        yield from _twice(places, "covers", lambda place: place.covers)
    for question in rules.questions:
        yield from _labels(question)
        yield from (_odd(question, rule, text, "warning") for rule, text in long_list_faults(question))
    yield from (("error", mistake) for mistake in unseen(draft.terms, rules))
    yield from _names(draft.examples)
    stories = ((persona, "story", persona.story) for persona in draft.personas)
    meanings = ((term, "meaning", term.meaning) for term in draft.terms)
    for record, _, text in (*shown_texts(rules), *stories, *meanings):
        yield from _wording(record, text)
    yield from _pictures(draft)


def _odd(record: Record, rule: str, text: str, severity: Severity = "error") -> Oddity:
    return severity, Mistake(record.file, record.line, text, rule, str(getattr(record, "id", "")))


def _dates(statement: Statement, today: date) -> Iterator[Oddity]:
    name, checked, due = statement.id, statement.checked, statement.review_by
    first, last = statement.valid.from_, statement.valid.until
    if checked > today:
        yield _odd(statement, "future-date", f"'{name}': checked on {checked}, which is still to come")
    if due <= checked:
        yield _odd(statement, "review-before-check", f"'{name}': review_by {due} is not later than checked {checked}")
    elif due - checked > LATEST_REVIEW:
        text = f"'{name}': review_by {due} is more than three years after checked {checked}"
        yield _odd(statement, "late-review", text, "warning")
    if first and last and first > last:
        yield _odd(statement, "never-valid", f"'{name}': valid from {first}, but only until {last}, which is earlier")


def _practice(practice: Practice, today: date) -> Iterator[Oddity]:
    name = practice.id
    for part, line in practice.lines():
        if line.checked and line.checked > today:
            yield _odd(practice, "future-date", f"'{name}': '{part}' was checked on {line.checked}, still to come")
        if line.review_by and line.review_by < today:
            text = f"'{name}': '{part}' was due for review on {line.review_by}"
            yield _odd(practice, "overdue-review", text, "warning")
        for said in line.say:
            yield from _wording(practice, said)


def _sources(rules: Ruleset, today: date) -> Iterator[Oddity]:
    used = {statement.source for statement in (*rules.statements, *rules.needs)}
    used |= {line.source for practice in rules.practices for _, line in practice.lines()}
    for source in rules.sources.values():
        if source.checked > today:
            yield _odd(source, "future-date", f"'{source.id}': checked on {source.checked}, which is still to come")
        if source.id not in used:
            yield _odd(source, "unused-source", f"nothing rests on the source '{source.id}'", "warning")


def _certificates(obligations: Iterable[Obligation]) -> Iterator[Oddity]:
    """Under one id, visitors must read one name and issuer; who asks for the certificate may differ."""
    known: dict[str, tuple[Obligation, str, str]] = {}
    for obligation in obligations:
        if needed := obligation.certificate:
            first, *read = known.setdefault(needed.id, (obligation, needed.name, needed.issuer))
            if read != [needed.name, needed.issuer]:
                text = f"the certificate '{needed.id}' has another name or issuer in '{first.id}'"
                yield _odd(obligation, "two-names", f"'{obligation.id}': {text}")


def _twice(places: Iterable[Jurisdiction], has: str, of: Callable[[Jurisdiction], Iterable[str]]) -> Iterator[Oddity]:
    """Each thing that two jurisdictions have, or that stands twice in one; a map and a table give it to one only."""
    known: dict[str, Jurisdiction] = {}
    for place in places:
        for thing in dict.fromkeys(of(place)):
            first = known.setdefault(thing, place)
            if first is not place or list(of(place)).count(thing) > 1:
                where = f"as does '{first.id}'" if first is not place else "twice"
                yield _odd(place, "two-places", f"'{place.id}' {has} '{thing}', {where}: one alone can have it")


def _chosen(place: Jurisdiction) -> list[str]:
    """The answers that put its row into the table."""
    named = (test for test in tests(place.option) if test.mode != "none_of")
    return [f"{test.question}: {option}" for test in named for option in test.options]


def _labels(question: Question) -> Iterator[Oddity]:
    known: dict[str, str] = {}
    for option in question.options:
        if (first := known.setdefault(option.label, option.id)) != option.id:
            text = f"'{question.id}': the options '{first}' and '{option.id}' have the same label '{option.label}'"
            yield _odd(question, "same-label", text)


def _names(examples: Iterable[Example]) -> Iterator[Oddity]:
    known: dict[str, str] = {}
    for example in examples:
        place = f"{example.file}:{example.line}"
        if (first := known.setdefault(example.name, place)) != place:
            yield _odd(example, "duplicate", f"'{example.name}': an example of this name stands at {first} already")


def _wording(record: Record, text: str) -> Iterator[Oddity]:
    name = getattr(record, "id", "")
    if found := UNFINISHED.search(text):
        yield _odd(record, "unfinished", f"'{name}': '{found[0]}' stands in a text that visitors read")
    if found := _MARKUP.search(text):
        yield _odd(record, "markup", f"'{name}': '{found[0]}' would be shown as it stands: write plain text", "warning")


def _pictures(draft: ReadableContent) -> Iterator[Oddity]:
    for picture in (draft.brand.logo, draft.brand.icon) if draft.brand else ():
        if not (draft.root / picture).is_file():
            yield "error", Mistake("content/brand.yaml", 1, f"there is no file '{picture}'", "missing-file", picture)
