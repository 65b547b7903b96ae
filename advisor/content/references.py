"""Checks that everything which names something names a thing that exists, and says so with the nearest name."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from babel import Locale

from advisor.content.articles import Article
from advisor.content.change_references import check_changes
from advisor.content.group_references import check_groups
from advisor.content.need_references import check_needs
from advisor.content.people import NOTHING, Example, Persona
from advisor.content.practice_references import check_practices
from advisor.reading.reader import duplicates, nearest, unknown
from advisor.reading.strict_yaml import Mistake
from advisor.rules.answer_problems import check_answers, check_condition
from advisor.rules.model import Jurisdiction, Note, Obligation, Question
from advisor.rules.ruleset import Ruleset
from advisor.rules.settled import SettledAnswer, settled_problems

COUNTRIES = frozenset(Locale("en").territories)
"""ISO codes of countries; a part of one has its code after a hyphen."""


def check_references(
    ruleset: Ruleset, pages: Mapping[str, Sequence[Article]], cases: Iterable[Example | Persona]
) -> list[Mistake]:
    """All broken references, in no particular order."""
    return [
        *duplicates("question", ruleset.questions),
        *duplicates("obligation or note", ruleset.statements),
        *_questions(ruleset),
        *_statements(ruleset),
        *_circles(ruleset),
        *_jurisdictions(ruleset),
        *_outcomes(ruleset, pages),
        *_cases(ruleset, cases),
        *duplicates("need", ruleset.needs),
        *duplicates("answer", ruleset.answers),
        *check_needs(ruleset),
        *check_changes(ruleset),
        *check_practices(ruleset),
    ]


def _at(record: Question | Obligation | Note | Jurisdiction, text: str, rule: str = "unknown-name") -> Mistake:
    return Mistake(record.file, record.line, f"'{record.id}': {text}", rule, record.id)


def _questions(ruleset: Ruleset) -> Iterator[Mistake]:
    earlier: dict[str, Question] = {}
    for place, question in enumerate(ruleset.questions):
        later = {q.id for q in ruleset.questions[place:]}
        for condition in [question.ask_if, *(when for o in question.options for when in (o.show_if, o.usual_if))]:
            yield from (_at(question, text) for text in check_condition(condition, earlier, later))
        for option_id, count in Counter(option.id for option in question.options).items():
            if count > 1:
                yield _at(question, f"option '{option_id}' exists more than once")
        yield from (_at(question, text) for text in _options(question))
        earlier[question.id] = question


def _options(question: Question) -> Iterator[str]:
    known = [option.id for option in question.options]
    for option in question.options:
        if (option.unknown or option.aided) and not option.ask_whom:
            yield f"option '{option.id}' needs 'ask_whom': who would know?"
        yield from unknown("option", filter(None, (option.like, option.within)), known)
    yield from check_groups(question)


def _statements(ruleset: Ruleset) -> Iterator[Mistake]:
    for statement in ruleset.statements:
        for condition in (statement.when, statement.unless):
            yield from (_at(statement, text) for text in check_condition(condition, ruleset.question_by_id))
        for kind, names in _named(statement).items():
            rule = "unknown-source" if kind == "source" else "unknown-name"
            yield from (_at(statement, text, rule) for text in ruleset.unknown(kind, names))
        if isinstance(statement, SettledAnswer):
            yield from (_at(statement, text) for text in settled_problems(statement, ruleset))
    for obligation in ruleset.obligations:
        if obligation.basis.by_law and not obligation.cite:
            yield _at(obligation, "a duty by law needs its provision under 'cite'", "missing-citation")


def _named(statement: Obligation | Note) -> dict[str, Sequence[str]]:
    """Kind of thing → what the statement names of it."""
    places = [statement.jurisdiction] if statement.jurisdiction else []
    if isinstance(statement, Note):
        return {"source": [statement.source], "standard": statement.standards, "jurisdiction": places}
    return {
        "source": [statement.source],
        "standard": [statement.standard],
        "jurisdiction": places,
        "obligation to override": statement.overrides,
    }


def _circles(ruleset: Ruleset) -> Iterator[Mistake]:
    """Obligations that override each other all vanish; each circle is reported once, at its first member."""
    overrides = {obligation.id: obligation.overrides for obligation in ruleset.obligations}
    reported: set[str] = set()
    for obligation in ruleset.obligations:
        circle = _way_back(obligation.id, overrides)
        if circle and reported.isdisjoint(circle):
            yield _at(obligation, f"overrides itself: {' → '.join(circle)}", "override-circle")
        reported.update(circle)


def _way_back(start: str, overrides: Mapping[str, Sequence[str]]) -> list[str]:
    """The shortest chain of overrides from an obligation to itself, or nothing."""
    came_from: dict[str, str] = {}
    ahead = [start]
    for at in ahead:
        for name in overrides.get(at, ()):
            if name not in came_from:
                came_from[name] = at
                ahead.append(name)
    if start not in came_from:
        return []
    chain = [start, came_from[start]]
    while chain[-1] != start:
        chain.append(came_from[chain[-1]])
    return chain[::-1]


def _jurisdictions(ruleset: Ruleset) -> Iterator[Mistake]:
    known = ruleset.jurisdictions
    for jurisdiction in known.values():
        texts = list(check_condition(jurisdiction.option, ruleset.question_by_id))
        if within := jurisdiction.within:
            texts += ruleset.unknown("jurisdiction", [within])
            if within in known and known[within].within:
                texts.append(f"lies within '{within}', which has no row of its own: name the outermost one")
        missing = (code for code in jurisdiction.covers if code[:2] not in COUNTRIES)
        texts += (f"no country has the code '{code}'{nearest(code, COUNTRIES)}" for code in missing)
        yield from (_at(jurisdiction, text) for text in texts)


def _outcomes(ruleset: Ruleset, pages: Mapping[str, Sequence[Article]]) -> Iterator[Mistake]:
    if pages:
        present = {page.id for page in pages["outcomes"]}
        wanted = (f"{standard.id}.{basis}" for standard in ruleset.standards for basis in ruleset.bases)
        for name in wanted:
            if name not in present:
                yield Mistake(f"content/outcomes/{name}.md", 1, "the page for this outcome is missing")


def _cases(ruleset: Ruleset, cases: Iterable[Example | Persona]) -> Iterator[Mistake]:
    for case in cases:
        texts = list(check_answers(ruleset, case.answers))
        about = case.id if isinstance(case, Persona) else ""
        if isinstance(case, Example):
            texts += _expectations(ruleset, case)
        yield from (Mistake(case.file, case.line, f"'{case.name}': {text}", "unknown-name", about) for text in texts)


def _expectations(ruleset: Ruleset, example: Example) -> Iterator[str]:
    deciding = [name for group in example.decided_by.values() for name in group]
    yield from ruleset.unknown("standard", [*example.expect, *example.at_most, *example.decided_by])
    yield from ruleset.unknown("obligation or note", [*example.fires, *example.silent, *deciding])
    yield from ruleset.unknown("certificate", example.certificates)
    yield from ruleset.unknown("need", [name for name in example.first_need if name != NOTHING])
    yield from ruleset.unknown("answer", example.answer)
