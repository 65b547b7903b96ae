"""Checks that needs, things, answers and the situation name only what exists, and fill only what can be filled."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import Formatter

from advisor.content.claim_references import claim_lines, claim_questions, claims
from advisor.reading.strict_yaml import Mistake
from advisor.rules.answer_problems import check_condition
from advisor.rules.conditions import Condition
from advisor.rules.needs_model import AnswerPattern, NeedRule, Thing
from advisor.rules.ruleset import Ruleset

IN_ANSWERS = frozenset(("thing", "what", "by", "places", "certificate_places", "system_places", "when"))
"""What may be filled into the sentence of a pattern."""
IN_CLAIMS = IN_ANSWERS | {"claimed", "claimed_place", "held", "fault"}
"""The same where the pattern answers a claim."""


def check_needs(ruleset: Ruleset) -> Iterator[Mistake]:
    """All that is wrong, in no particular order."""
    for thing in ruleset.things.values():
        yield from _thing(ruleset, thing)
    for rule in ruleset.needs:
        yield from _rule(ruleset, rule)
    for pattern in ruleset.answers:
        yield from _pattern(ruleset, pattern)
    for standard in ruleset.standards:
        unknown = _conditions(ruleset, [standard.near])
        yield from (Mistake(standard.file, standard.line, text, "unknown-name", standard.id) for text in unknown)
    situation = ruleset.situation
    conditions = (situation.on_market, situation.unresearched, situation.asked_about)
    days = (situation.deadline, situation.deadline_of, *situation.dated.values())
    names = [name for name in (*days, situation.size, *situation.demanded, *situation.held) if name]
    texts = [*_conditions(ruleset, conditions), *ruleset.unknown("question", names)]
    texts += claim_questions(ruleset, situation.claims) if situation.claims else ()
    yield from (Mistake(situation.file, situation.line, text, "unknown-name") for text in texts)


def _conditions(ruleset: Ruleset, conditions: Iterable[Condition | None]) -> Iterator[str]:
    for condition in conditions:
        yield from check_condition(condition, ruleset.question_by_id)


def _at(record: Thing | NeedRule | AnswerPattern, texts: Iterable[str]) -> Iterator[Mistake]:
    yield from (
        Mistake(record.file, record.line, f"'{record.id}': {text}", "unknown-name", record.id) for text in texts
    )


def _named(ruleset: Ruleset, names: Mapping[str, Sequence[str | None]]) -> Iterator[str]:
    for kind, ids in names.items():
        yield from ruleset.unknown(kind, [name for name in ids if name])


def _thing(ruleset: Ruleset, thing: Thing) -> Iterator[Mistake]:
    yield from _at(thing, _conditions(ruleset, [rule.when for rule in thing.stands]))
    yield from _at(thing, _named(ruleset, {"standard": [thing.standard]}))


def _rule(ruleset: Ruleset, rule: NeedRule) -> Iterator[Mistake]:
    names: dict[str, Sequence[str | None]] = {
        "obligation": rule.of,
        "question": [rule.each],
        "thing": [rule.thing],
        "need": rule.replaces,
        "source": [rule.source],
        "jurisdiction": [rule.jurisdiction],
    }
    yield from _at(rule, [*_conditions(ruleset, [rule.when, rule.unless]), *_named(ruleset, names)])
    filled = {"option"} if rule.each else set()
    for text in (rule.what, rule.why):
        yield from _at(rule, unfilled(text, filled))
    yield from _at(rule, unfilled(rule.answer, IN_ANSWERS))
    yield from _at(rule, claims(ruleset, rule.refutes))
    if not rule.of and rule.when is None and rule.unless is None:
        yield from _at(rule, ["needs 'when' or 'of': it would be told to everybody"])
    if not (rule.what or rule.thing or rule.each):
        yield from _at(rule, ["needs 'what' or 'thing': it has no heading"])


def _pattern(ruleset: Ruleset, pattern: AnswerPattern) -> Iterator[Mistake]:
    yield from _at(pattern, _conditions(ruleset, [pattern.when, pattern.unless]))
    yield from _at(pattern, unfilled(pattern.say, IN_CLAIMS if pattern.claimed else IN_ANSWERS))
    yield from _at(pattern, claim_lines(ruleset, pattern))
    matches = [match for match in (pattern.first, pattern.has, pattern.lacks) if match]
    names: dict[str, Sequence[str | None]] = {
        "need": [name for match in matches for name in match.id],
        "thing or standard": [name for match in matches for name in match.thing],
        "standard": list(pattern.levels),
        "basis": [name for levels in pattern.levels.values() for name in levels],
    }
    yield from _at(pattern, _named(ruleset, names))
    if not pattern.own and not pattern.say:
        yield from _at(pattern, ["needs 'say', or 'own: true'"])


def unfilled(text: str, known: Iterable[str]) -> Iterator[str]:
    """What a text wants filled in that is not known, or that its braces do not close."""
    try:
        fields = {field for _, field, _, _ in Formatter().parse(text) if field is not None}
    except ValueError:
        yield "has a brace that is not closed"
        return
    yield from (f"nothing is filled in for '{{{field}}}'" for field in sorted(fields.difference(known)))
