"""Checks that changes and contradictions name only answers that can be given, and fill only what can be filled."""

from collections.abc import Iterable, Iterator

from advisor.content.need_references import unfilled
from advisor.reading.reader import duplicates, unknown
from advisor.reading.strict_yaml import Mistake
from advisor.rules.answer_problems import check_condition
from advisor.rules.changes_model import CHOSEN, AnswerEdit, ChangeRule, Contradiction
from advisor.rules.conditions import tests
from advisor.rules.model import Question
from advisor.rules.ruleset import Ruleset


def check_changes(ruleset: Ruleset) -> Iterator[Mistake]:
    """All that is wrong, in no particular order."""
    yield from duplicates("change", ruleset.changes)
    yield from duplicates("contradiction", ruleset.contradictions)
    for rule in ruleset.changes:
        yield from _at(rule, _change(ruleset, rule))
    for found in ruleset.contradictions:
        yield from _at(found, _contradiction(ruleset, found))


def _at(record: ChangeRule | Contradiction, texts: Iterable[str]) -> Iterator[Mistake]:
    for text in texts:
        yield Mistake(record.file, record.line, f"'{record.id}': {text}", "unknown-name", record.id)


def _change(ruleset: Ruleset, rule: ChangeRule) -> Iterator[str]:
    for condition in (rule.when, rule.unless):
        yield from check_condition(condition, ruleset.question_by_id)
    if not (rule.when or rule.unless or rule.each):
        yield "needs 'when' or 'each': it would be told to everybody"
    yield from ruleset.unknown("question", [*([rule.each] if rule.each else []), *rule.do])
    yield from unfilled(rule.say, {"gone", "come", *(("option",) if rule.each else ())})
    each = ruleset.question(rule.each or "")
    yield from unknown("chosen option", rule.names, [option.id for option in each.options] if each else [])
    for name, edit in rule.do.items():
        if question := ruleset.question(name):
            yield from _edit(question, edit, chosen=name == rule.each)


def _edit(question: Question, edit: AnswerEdit, chosen: bool) -> Iterator[str]:
    """`chosen`: whether `{option}` stands for an option of this question."""
    known = {option.id for option in question.options if not option.unknown} | ({CHOSEN} if chosen else set())
    yield from unknown(f"answer to '{question.id}'", edit.names, known)
    if not edit.names:
        yield f"'{question.id}' needs 'set', 'add' or 'drop'"
    if edit.set_to and (edit.add or edit.drop):
        yield f"'{question.id}' is set as a whole, so nothing is added or dropped besides"
    if len(edit.set_to) > 1 and (question.kind == "one" or set(question.alone) & set(edit.set_to)):
        yield f"'{question.id}' cannot be answered with all of these together"


def _contradiction(ruleset: Ruleset, found: Contradiction) -> Iterator[str]:
    yield from check_condition(found.when, ruleset.question_by_id)
    yield from ruleset.unknown("question", found.settle)
    named = {test.question for test in tests(found.when)}
    yield from (f"'{name}' decides nothing here: 'when' does not name it" for name in found.settle if name not in named)
