"""Finds texts that are longer than the screen allows.

The limits are what a telephone of 360 pixels shows without pushing the answer out of sight, at about 45 characters a
line: a question and its reason in seven lines, an option in two, a reason of the result in seven.
"""

from collections.abc import Iterable, Iterator

from advisor.check.problem import Given, Problem, problem
from advisor.check.solver.prover import Prover, answering
from advisor.check.texts.citations import speaking
from advisor.reading.record import Record
from advisor.rules.model import Question
from advisor.rules.ruleset import Ruleset

LONGEST = {
    "ask": 100,
    "why": 160,
    "help": 220,
    "label": 90,
    "help of an option": 140,
    "ask_whom": 90,
    "heading of answers": 45,
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
    for record, what, text in shown_texts(prover.ruleset):
        if len(text) > (limit := LONGEST[what]):
            name = getattr(record, "id", "")
            said = f"'{name}': {what} has {len(text)} characters, the screen allows {limit}: {text[:40]}…"
            yield problem("too-long", record, said, _reached(prover, record))


def shown_texts(rules: Ruleset) -> Iterator[tuple[Record, str, str]]:
    """Every text that is shown as it is written, with its record and what it is there."""
    kinds: tuple[tuple[Iterable[Record], tuple[str, ...]], ...] = (
        (rules.questions, ("ask", "why", "help")),
        (rules.obligations, ("because", "misconception")),
        (rules.notes, ("say",)),
        (rules.sources.values(), ("title", "version")),
        (rules.jurisdictions.values(), ("name",)),
    )
    yield from ((record, key, getattr(record, key)) for records, keys in kinds for record in records for key in keys)
    for question in rules.questions:
        for option in question.options:
            yield question, "label", option.label
            yield question, "help of an option", option.help
            yield question, "ask_whom", option.ask_whom
        yield from ((question, "heading of answers", group.title) for group in question.groups)
    for certificate, obligation in ((o.certificate, o) for o in rules.obligations):
        if certificate:
            yield obligation, "name of the certificate", certificate.name
            yield obligation, "issuer of the certificate", certificate.issuer
    yield from ((s, "cite", cite) for s in rules.statements for cite in s.cite)


def _reached(prover: Prover, record: Record) -> Given | None:
    """The shortest answers that bring a text to the screen."""
    ruleset = prover.ruleset
    if isinstance(record, Question):
        return prover.show(answering(ruleset.questions.index(record)))
    name = getattr(record, "id", "")
    for place, statement in enumerate(ruleset.statements):
        if statement is record or name in (statement.source, getattr(statement, "jurisdiction", None)):
            return speaking(prover, place)
    return None
