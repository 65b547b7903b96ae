"""Changes and contradictions name only answers that can be given, and fill only what can be filled."""

from __future__ import annotations

from typing import Any

import pytest

from advisor.content.references import check_references
from advisor.reading.record import Record
from tests.support.invented import change, contradiction, question, rules

WATERS = question("waters", "coast", "sea", "none", "unsure", kind="many")
CREW = question("crew", "alone", "several", "unsure")
AT_SEA = {"waters": "sea"}


def complaints(*records: Record) -> list[str]:
    return [mistake.text for mistake in check_references(rules(WATERS, CREW, *records), {}, [])]


def test_sound_changes_and_contradictions_pass() -> None:
    leave = change("leave", {"waters": {"drop": "{option}"}}, each="waters", say="Leave {option}: no {gone}.")
    crew = change("hire", {"crew": {"set": "several"}}, AT_SEA, say="Then {come}.", kind="binds")
    both = contradiction("both", {"waters": "none", "crew": "several"}, "waters", "crew")
    assert complaints(leave, crew, both) == []


@pytest.mark.parametrize(
    ("do", "complaint"),
    [
        ({"waterz": {"drop": "sea"}}, "unknown question 'waterz'; did you mean 'waters'?"),
        ({"waters": {"drop": "see"}}, "unknown answer to 'waters' 'see'; did you mean 'sea'?"),
        ({"waters": {"set": "unsure"}}, "unknown answer to 'waters' 'unsure'"),
        ({"waters": {"drop": "{option}"}}, "unknown answer to 'waters' '{option}'"),
        ({"waters": {}}, "'waters' needs 'set', 'add' or 'drop'"),
        ({"waters": {"set": "sea", "add": "coast"}}, "'waters' is set as a whole"),
        ({"crew": {"set": ["alone", "several"]}}, "'crew' cannot be answered with all of these together"),
        ({"waters": {"set": ["sea", "none"]}}, "'waters' cannot be answered with all of these together"),
    ],
)
def test_an_answer_that_cannot_be_given_is_named(do: Any, complaint: str) -> None:
    (found,) = complaints(change("odd", do, AT_SEA))
    assert found.startswith(f"'odd': {complaint}")


def test_a_change_that_is_for_everybody_is_refused() -> None:
    assert complaints(change("bare", {"crew": {"set": "alone"}})) == [
        "'bare': needs 'when' or 'each': it would be told to everybody"
    ]


def test_a_sentence_fills_only_what_can_be_filled() -> None:
    (found,) = complaints(change("odd", {"crew": {"set": "alone"}}, AT_SEA, say="Leave {option}."))
    assert found == "'odd': nothing is filled in for '{option}'"


def test_names_are_those_of_options_of_its_question() -> None:
    odd = change("odd", {"waters": {"drop": "{option}"}}, each="waters", names={"see": "the sea"})
    assert complaints(odd) == ["'odd': unknown chosen option 'see'; did you mean 'sea'?"]


def test_what_a_contradiction_asks_about_decides_it() -> None:
    odd = contradiction("odd", {"waters": "none"}, "waters", "crew", "crw")
    assert complaints(odd) == [
        "'odd': unknown question 'crw'; did you mean 'crew'?",
        "'odd': 'crew' decides nothing here: 'when' does not name it",
        "'odd': 'crw' decides nothing here: 'when' does not name it",
    ]
