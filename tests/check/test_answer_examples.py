"""A new question is answered in all examples and personas at once, and nothing else in their files changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from advisor.__main__ import main
from advisor.check.cases.answer_examples import complete
from advisor.check.readable_content import read_what_can_be_read
from advisor.check.report import check
from advisor.commands import answer as command
from tests.support import harbour

TODAY = date.fromisoformat(harbour.TODAY)
BOAT, COAST = "questions/10-boat.yaml", "content/obligations/coast.yaml"
EXAMPLES, PERSONAS = "content/examples/boats.yaml", "content/personas/skipper.yaml"
FLAG = "- id: flag\n"
LAMP = """\
- id: lamp
  ask: Do you sail at night?
  why: Then you need a lamp.
  kind: many
  options:
    - {id: red, label: With a red lamp}
    - {id: green, label: With a green lamp}
    - {id: none, label: No, exclusive: true, neutral: true}
"""
SAIL = "    when: {flag: abroad}\n"


@pytest.fixture
def asking(tmp_path: Path) -> Path:
    """The invented product with a question more, on which something hangs."""
    condition = "    when: {any: [{flag: abroad}, {lamp: red}]}\n"
    return harbour.write(tmp_path, (BOAT, FLAG, LAMP + FLAG), (COAST, SAIL, condition))


def unanswered(root: Path) -> list[str]:
    return [problem.text for problem in check(root, TODAY).problems if problem.rule == "unanswered"]


def test_a_new_question_is_one_problem_for_all_examples_that_lack_it(asking: Path) -> None:
    (text,) = unanswered(asking)
    assert "and 4 more" in text
    assert "python -m advisor answer lamp=OPTION" in text
    assert not [problem for problem in check(asking, TODAY).problems if problem.rule == "example-fails"]


def test_the_answer_is_written_wherever_it_is_missing_and_nothing_else_changes(asking: Path) -> None:
    before = [*(asking / EXAMPLES).read_text("utf-8").split("\n"), *(asking / PERSONAS).read_text("utf-8").split("\n")]
    done = complete(asking, "lamp", ["none"], TODAY)
    assert (len(done.written), done.by_hand) == (5, ())
    after = [*(asking / EXAMPLES).read_text("utf-8").split("\n"), *(asking / PERSONAS).read_text("utf-8").split("\n")]
    assert [new.replace(", lamp: none}", "}") for new in after] == before
    assert unanswered(asking) == []


def test_answers_that_stand_below_each_other_get_a_line_more(asking: Path) -> None:
    (asking / PERSONAS).write_text(
        "- id: skipper\n  name: A skipper\n  story: Sails.\n  answers:  # on the coast\n"
        "    waters: [coast]\n    cargo:\n      - fish\n    flag: home\n\n"
        "- id: mate\n  name: A mate\n  answers:\n    waters: [lake]\n    flag: home\n  story: Rests.\n",
        "utf-8",
    )
    complete(asking, "lamp", ["red", "green"], TODAY)
    assert [persona.answers["lamp"] for persona in read_what_can_be_read(asking).personas] == [("red", "green")] * 2
    assert "    flag: home\n    lamp: [red, green]\n\n- id: mate" in (asking / PERSONAS).read_text("utf-8")


def test_what_is_written_in_another_way_is_named_and_left_alone(asking: Path) -> None:
    text = (asking / PERSONAS).read_text("utf-8").replace("answers: {", "answers: {\n    ")
    (asking / PERSONAS).write_text(text, "utf-8")
    assert complete(asking, "lamp", ["none"], TODAY).by_hand == (f"{PERSONAS}:2",)
    assert (asking / PERSONAS).read_text("utf-8") == text


def test_an_answer_that_the_question_does_not_take_is_refused(
    asking: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "ROOT", asking)
    before = (asking / EXAMPLES).read_text("utf-8")
    assert main(["answer", "lamp=reed"]) == 2
    assert "did you mean 'red'" in capsys.readouterr().err
    assert (asking / EXAMPLES).read_text("utf-8") == before
