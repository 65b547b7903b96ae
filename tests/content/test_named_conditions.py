"""A condition that several share has a name; what is wrong with it, or with its use, is said where it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from advisor.content.library import ROOT, load_ruleset
from advisor.reading.reader import ContentError
from advisor.rules.conditions import Condition, parse
from tests.support import invented

FILE = "content/conditions.yaml"
QUESTIONS = "questions/20-winds.yaml"
WINDS = """\
- id: winds
  ask: Which winds?
  why: It decides.
  kind: one
  options: [{id: coast, label: Coast}, {id: sea, label: Sea}]
- id: reefs
  ask: Do you reef?
  why: It decides.
  kind: one
  ask_if: {is: far-out}
  options: [{id: alone, label: Alone}, {id: many, label: Many}]
"""


def asked_if(root: Path, conditions: str, questions: str = WINDS) -> Condition | None:
    written = invented.write(root, {QUESTIONS: questions, FILE: conditions})
    return load_ruleset(written).question_by_id["reefs"].ask_if


def complaints(root: Path, conditions: str, questions: str = WINDS) -> str:
    with pytest.raises(ContentError) as raised:
        asked_if(root, conditions, questions)
    return str(raised.value)


def test_a_name_stands_for_its_condition(tmp_path: Path) -> None:
    assert asked_if(tmp_path, "- {id: far-out, when: {winds: sea}}\n") == parse({"winds": "sea"})


def test_a_condition_may_name_those_above_it(tmp_path: Path) -> None:
    written = "- {id: sea, when: {winds: sea}}\n- {id: far-out, when: {not: {is: sea}}}\n"
    assert asked_if(tmp_path, written) == parse({"not": {"winds": "sea"}})


def test_of_several_names_any_is_enough(tmp_path: Path) -> None:
    written = "- {id: sea, when: {winds: sea}}\n- {id: coast, when: {winds: coast}}\n"
    either = WINDS.replace("is: far-out", "is: [sea, coast]")
    assert asked_if(tmp_path, written, either) == parse({"any": [{"winds": "sea"}, {"winds": "coast"}]})


@pytest.mark.parametrize(
    ("conditions", "said"),
    [
        ("[]\n", f"{QUESTIONS}:10: 'reefs': ask_if no condition is called 'far-out'"),
        ("- {id: far-off, when: {winds: sea}}\n", "no condition is called 'far-out'; did you mean 'far-off'?"),
        ("- {id: far-out, when: {is: far-out}}\n", f"{FILE}:1: 'far-out': when no condition is called 'far-out'"),
        (
            "- {id: far-out, when: {is: sea}}\n- {id: sea, when: {is: far-out}}\n",
            f"{FILE}:1: 'far-out': when no condition is called 'sea'; a condition may name those above it",
        ),
        ("- {id: far-out, when: {winds: []}}\n", f"{FILE}:1: 'far-out': when 'winds' takes one option"),
        ("- {id: far-out, when: winds}\n", f"{FILE}:1: 'far-out': when must be a mapping"),
        ("- {id: far-out, when: {winds: lake}}\n", "question 'winds' has no option 'lake'"),
        (
            "- {id: far-out, when: {winds: sea}}\n- {id: far-out, when: {winds: coast}}\n",
            f"{FILE}:1: the condition 'far-out' exists more than once",
        ),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, conditions: str, said: str) -> None:
    assert said in complaints(tmp_path, conditions)


@pytest.mark.parametrize("name", [{"a": "b"}, [], [["far-out"]]])
def test_only_names_are_taken_for_names(name: object) -> None:
    with pytest.raises(ValueError, match="'is' takes the name of a condition or a list of names"):
        parse({"is": name}, {})


def test_every_condition_of_the_content_is_named_somewhere() -> None:
    texts = [path.read_text("utf-8") for folder in ("questions", "content") for path in (ROOT / folder).rglob("*.yaml")]
    used = {
        name
        for text in texts
        for names in re.findall(r"\bis: (\[[^\]]*\]|[\w-]+)", text)
        for name in re.findall(r"[\w-]+", names)
    }
    assert set(re.findall(r"^- id: ([\w-]+)", (ROOT / FILE).read_text("utf-8"), re.MULTILINE)) <= used
