"""Finds texts that are longer than the screen allows.

The limits are what a telephone of 360 pixels shows without pushing the answer out of sight, at about 45 characters a
line: a question and its reason in seven lines, an option in two, a reason of the result in seven.
"""

from collections.abc import Iterator

from advisor.check.problem import Given, Problem, problem
from advisor.check.solver.prover import Prover, answering
from advisor.check.texts.citations import speaking
from advisor.reading.record import Record
from advisor.rules.model import Question, Statement
from advisor.rules.ruleset import Ruleset

LONGEST = {
    "ask": 100,
    "why": 160,
    "help": 220,
    "label": 90,
    "help of an option": 140,
    "ask_whom": 90,
    "because": 320,
    "misconception": 400,
    "say": 400,
    "name of the certificate": 100,
    "issuer of the certificate": 100,
    "cite": 120,
    "title": 160,
    "version": 120,
    "name": 60,
}


def too_long(prover: Prover) -> Iterator[Problem]:
    """Each text over its limit."""
    for record, what, text in _texts(prover.ruleset):
        if len(text) > (limit := LONGEST[what]):
            name = getattr(record, "id", "")
            said = f"'{name}': {what} has {len(text)} characters, the screen allows {limit}: {text[:40]}…"
            yield problem("too-long", record, said, _reached(prover, record))


def _texts(ruleset: Ruleset) -> Iterator[tuple[Record, str, str]]:
    for question in ruleset.questions:
        yield from _question(question)
    for obligation in ruleset.obligations:
        yield from ((obligation, key, getattr(obligation, key)) for key in ("because", "misconception"))
        yield from ((obligation, "cite", cite) for cite in obligation.cite)
        if certificate := obligation.certificate:
            yield obligation, "name of the certificate", certificate.name
            yield obligation, "issuer of the certificate", certificate.issuer
    for note in ruleset.notes:
        yield note, "say", note.say
        yield from ((note, "cite", cite) for cite in note.cite)
    for source in ruleset.sources.values():
        yield from ((source, key, getattr(source, key)) for key in ("title", "version"))
    yield from ((place, "name", place.name) for place in ruleset.jurisdictions.values())


def _question(question: Question) -> Iterator[tuple[Record, str, str]]:
    yield from ((question, key, getattr(question, key)) for key in ("ask", "why", "help"))
    for option in question.options:
        yield question, "label", option.label
        yield question, "help of an option", option.help
        yield question, "ask_whom", option.ask_whom


def _reached(prover: Prover, record: Record) -> Given | None:
    """The shortest answers that bring a text to the screen."""
    ruleset = prover.ruleset
    if isinstance(record, Question):
        return prover.show(answering(ruleset.questions.index(record)))
    for place, statement in enumerate((*ruleset.obligations, *ruleset.notes)):
        if statement is record or _cites(statement, record):
            return speaking(prover, place)
    return None


def _cites(statement: Statement, record: Record) -> bool:
    return getattr(record, "id", "") in (statement.source, getattr(statement, "jurisdiction", None))
