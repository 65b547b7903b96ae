"""Checks that everything which names something names a thing that exists, and says so with the nearest name."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from advisor.content.articles import Article
from advisor.content.map_outlines import countries
from advisor.content.people import Example, Persona
from advisor.reading.reader import nearest
from advisor.reading.record import Record
from advisor.reading.strict_yaml import Mistake
from advisor.rules.answer_problems import check_answers
from advisor.rules.condition_problems import check_condition
from advisor.rules.model import Question, Statement
from advisor.rules.ruleset import Ruleset


def check_references(
    ruleset: Ruleset, pages: Mapping[str, Sequence[Article]], cases: Iterable[Example | Persona]
) -> list[Mistake]:
    """All broken references, in no particular order."""
    return [
        *_duplicates(ruleset),
        *_questions(ruleset),
        *_statements(ruleset),
        *_circles(ruleset),
        *_jurisdictions(ruleset),
        *_outcomes(ruleset, pages),
        *_cases(ruleset, cases),
    ]


def _at(record: Record, text: str, rule: str = "unknown-name") -> Mistake:
    return Mistake(record.file, record.line, text, rule, str(getattr(record, "id", "")))


def _duplicates(ruleset: Ruleset) -> Iterator[Mistake]:
    yield from duplicates("question", ruleset.questions)
    yield from duplicates("obligation or note", [*ruleset.obligations, *ruleset.notes])


def duplicates(kind: str, records: Sequence[Record]) -> Iterator[Mistake]:
    """Each record that shares its id with another. What is kept by id must be checked before it is."""
    counts = Counter(getattr(record, "id", None) for record in records)
    for record in records:
        if counts[name := getattr(record, "id", None)] > 1:
            yield _at(record, f"the {kind} '{name}' exists more than once", "duplicate")


def _questions(ruleset: Ruleset) -> Iterator[Mistake]:
    earlier: dict[str, Question] = {}
    for place, question in enumerate(ruleset.questions):
        later = {q.id for q in ruleset.questions[place:]}
        for condition in [question.ask_if, *(option.show_if for option in question.options)]:
            for text in check_condition(condition, earlier, later):
                yield _at(question, f"'{question.id}': {text}")
        counts = Counter(option.id for option in question.options)
        for option_id, count in counts.items():
            if count > 1:
                yield _at(question, f"'{question.id}': option '{option_id}' exists more than once")
        for option in question.options:
            if option.unknown and not option.ask_whom:
                yield _at(question, f"'{question.id}': option '{option.id}' needs 'ask_whom': who would know?")
        earlier[question.id] = question


def _statements(ruleset: Ruleset) -> Iterator[Mistake]:
    questions = {question.id: question for question in ruleset.questions}
    standards = {standard.id for standard in ruleset.standards}
    obligations = {obligation.id for obligation in ruleset.obligations}
    for statement in (*ruleset.obligations, *ruleset.notes):
        for condition in (statement.when, statement.unless):
            for text in check_condition(condition, questions):
                yield _at(statement, f"'{statement.id}': {text}")
        yield from _known(statement, "source", [statement.source], ruleset.sources)
    for obligation in ruleset.obligations:
        yield from _known(obligation, "standard", [obligation.standard], standards)
        yield from _known(obligation, "jurisdiction", [obligation.jurisdiction], ruleset.jurisdictions)
        yield from _known(obligation, "obligation to override", obligation.overrides, obligations)
        if obligation.basis.by_law and not obligation.cite:
            text = f"'{obligation.id}': a duty by law needs its provision under 'cite'"
            yield _at(obligation, text, "missing-citation")
    for note in ruleset.notes:
        yield from _known(note, "standard", note.standards, standards)
        yield from _known(note, "jurisdiction", [note.jurisdiction] if note.jurisdiction else [], ruleset.jurisdictions)


def _known(statement: Statement, kind: str, names: Iterable[str], known: Iterable[str]) -> Iterator[Mistake]:
    known = list(known)
    for name in names:
        if name not in known:
            rule = "unknown-source" if kind == "source" else "unknown-name"
            yield _at(statement, f"'{statement.id}': unknown {kind} '{name}'{nearest(name, known)}", rule)


def _circles(ruleset: Ruleset) -> Iterator[Mistake]:
    """Obligations that override each other all vanish; each circle is reported once, at its first member."""
    overrides = {obligation.id: obligation.overrides for obligation in ruleset.obligations}
    reported: set[str] = set()
    for obligation in ruleset.obligations:
        circle = _way_back(obligation.id, overrides)
        if circle and reported.isdisjoint(circle):
            text = f"'{obligation.id}': overrides itself: {' → '.join(circle)}"
            yield _at(obligation, text, "override-circle")
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
    questions = {question.id: question for question in ruleset.questions}
    known = ruleset.jurisdictions
    for jurisdiction in known.values():
        for text in check_condition(jurisdiction.option, questions):
            yield _at(jurisdiction, f"'{jurisdiction.id}': {text}")
        within = jurisdiction.within
        if within and within not in known:
            yield _at(jurisdiction, f"'{jurisdiction.id}': unknown jurisdiction '{within}'{nearest(within, known)}")
        elif within and known[within].within:
            text = f"lies within '{within}', which has no row of its own: name the outermost one"
            yield _at(jurisdiction, f"'{jurisdiction.id}': {text}")
        for code in jurisdiction.covers:
            if code not in countries():
                text = f"the map has no country '{code}'{nearest(code, countries())}"
                yield _at(jurisdiction, f"'{jurisdiction.id}': {text}")


def _outcomes(ruleset: Ruleset, pages: Mapping[str, Sequence[Article]]) -> Iterator[Mistake]:
    if not pages:
        return
    present = {page.id for page in pages["outcomes"]}
    for standard in ruleset.standards:
        for basis in ruleset.bases:
            if f"{standard.id}.{basis}" not in present:
                yield Mistake(f"content/outcomes/{standard.id}.{basis}.md", 1, "the page for this outcome is missing")


def _cases(ruleset: Ruleset, cases: Iterable[Example | Persona]) -> Iterator[Mistake]:
    for case in cases:
        texts = list(check_answers(ruleset, case.answers))
        if isinstance(case, Example):
            texts += _expectations(ruleset, case)
        yield from (_at(case, f"'{case.name}': {text}") for text in texts)


def _expectations(ruleset: Ruleset, example: Example) -> Iterator[str]:
    standards = {standard.id for standard in ruleset.standards}
    statements = {statement.id for statement in (*ruleset.obligations, *ruleset.notes)}
    certificates = {o.certificate.id for o in ruleset.obligations if o.certificate}
    deciding = [name for group in example.decided_by.values() for name in group]
    yield from unknown("standard", [*example.expect, *example.at_most, *example.decided_by], standards)
    yield from unknown("obligation or note", [*example.fires, *example.silent, *deciding], statements)
    yield from unknown("certificate", example.certificates, certificates)


def unknown(kind: str, names: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """A sentence for each name that does not exist."""
    known = set(known)
    return (f"unknown {kind} '{name}'{nearest(name, known)}" for name in names if name not in known)
