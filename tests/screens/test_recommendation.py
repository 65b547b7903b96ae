"""The recommendation on the screen: the answer first, the rest closed, and nothing that a visitor typed as markup."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import get_args

import pytest
from streamlit.testing.v1 import AppTest

from advisor.check.solver.prover import Prover
from advisor.content.proof_record import ProofRecord
from advisor.effort.ranges import Range
from advisor.rules.model import Read
from advisor.screen import content as library
from advisor.screen.recommendation import asked_here, closed_sections, what_would_change
from advisor.sharing.link import decode
from advisor.summary import answer_text as engine
from advisor.summary.answer_data import AnswerText, OpenAnswer
from advisor.summary.wording import amount
from tests.screens.walker import drawn, open_page, sound
from tests.support import sample_answers
from tests.support.sample_summary import PRACTICE
from tests.support.visitor import BOOKKEEPER, ECG_START_UP, MANY_MARKETS, content, link_of
from tests.support.wording import says

CASES = [BOOKKEEPER, ECG_START_UP, MANY_MARKETS]
WORDS = content().words
SIZE = "size"
HEAVY = sample_answers.SEVERAL_MARKETS.model_copy(update={"size": SIZE, "open": ()})
CHANGES = (sample_answers.CHANGES[0].model_copy(update={"answers": {"markets": ("eu", "gb", "us", "my")}}),)
UNSIZED = {question: options for question, options in MANY_MARKETS.items() if question != SIZE}


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The page says the heaviest of the answers written by hand."""
    say(monkeypatch, HEAVY)
    return monkeypatch


def say(monkeypatch: pytest.MonkeyPatch, answer: AnswerText) -> None:
    monkeypatch.setattr(engine, "answer_of", lambda _: answer)
    monkeypatch.setattr(what_would_change, "answer_of", lambda _: answer)
    monkeypatch.setattr(what_would_change, "changes_of", lambda _: CHANGES)


def open_section(at: AppTest, key: str) -> AppTest:
    at.session_state[key] = True
    return sound(at.run())


def answers_of(at: AppTest) -> dict[str, tuple[str, ...]]:
    return dict(decode(at.query_params["a"], content().ruleset, content().hash).answers)


@pytest.mark.parametrize("answer", sample_answers.SHAPES.values(), ids=sample_answers.SHAPES.keys())
def test_the_answer_is_the_heading_and_each_need_stands_below_it(
    answer: AnswerText, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(monkeypatch, answer)
    at = open_page("recommendation", link_of(MANY_MARKETS))
    assert [title.value.replace("\\", "") for title in at.title] == [answer.sentence]
    text = drawn(at)
    for need in (*answer.needs, *answer.later):
        for said in (need.when, need.what, need.who, need.holder, need.why, need.instead, need.takes, need.stands):
            assert said in text
        for reference in need.references:
            assert reference.link in text
            assert reference.confidence_label in text
    assert answer.not_needed in text


def test_what_law_stands_behind_a_need_is_told_with_its_day(answered: pytest.MonkeyPatch) -> None:
    assert says(drawn(open_page("recommendation", link_of(MANY_MARKETS))), WORDS, "result.known-text")


def test_a_text_of_the_answer_is_never_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    need = HEAVY.needs[0].model_copy(update={"what": hostile, "who": hostile, "takes": hostile})
    say(monkeypatch, HEAVY.model_copy(update={"needs": (need,), "not_needed": hostile}))
    at = open_page("recommendation", link_of(MANY_MARKETS))
    assert not [element for element in at.get("html") if "<img" in element.value]


def test_without_answers_the_page_leads_to_the_questions() -> None:
    at = open_page("recommendation")
    assert WORDS["result.nothing-yet"] in [info.value for info in at.info]


def test_an_unfinished_assessment_says_so(answered: pytest.MonkeyPatch) -> None:
    at = open_page("recommendation", link_of({"sectors": ("services",)}))
    assert WORDS["result.unfinished"] in [element.value for element in at.markdown]


def test_the_size_is_answered_in_its_place_and_can_be_answered_again(answered: pytest.MonkeyPatch) -> None:
    at = open_page("recommendation", link_of(UNSIZED))
    key = f"here-{SIZE}"
    sound(at.segmented_control(key=key).set_value("micro").run())
    assert answers_of(at)[SIZE] == ("micro",)
    say(answered, HEAVY.model_copy(update={"size": ""}))
    sound(at.segmented_control(key=key).set_value("small").run())
    assert answers_of(at)[SIZE] == ("small",)
    assert at.title, "the visitor is still on the page"


def test_an_answer_changed_here_can_be_taken_back(answered: pytest.MonkeyPatch) -> None:
    at = open_page("recommendation", link_of(MANY_MARKETS))
    sound(at.segmented_control(key=f"here-{SIZE}").set_value("large").run())
    sound(at.button(key="undo").click().run())
    assert answers_of(at)[SIZE] == MANY_MARKETS[SIZE]
    assert at.segmented_control(key=f"here-{SIZE}").value == MANY_MARKETS[SIZE][0]


def left_open(monkeypatch: pytest.MonkeyPatch, question: str) -> AppTest:
    item = OpenAnswer(id=question, question="?", ask_whom="the sales lead", changes="")
    say(monkeypatch, sample_answers.ONE_CONTRACT.model_copy(update={"open": (item,)}))
    return open_page("recommendation", link_of(MANY_MARKETS))


def test_what_is_open_names_who_knows_and_is_answered_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    at = left_open(monkeypatch, "class-us")
    told = "\n".join(element.value for element in at.markdown).replace("\\", "")
    assert WORDS("result.open-ask", whom="the sales lead") in told
    question = content().ruleset.question("class-us")
    assert question
    known = next(option for option in question.options if not option.unknown)
    sound(at.selectbox(key="here-class-us").set_value(known.id).run())
    assert answers_of(at)["class-us"] == (known.id,)


def test_a_question_with_several_answers_is_answered_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    at = left_open(monkeypatch, "demand-9001-form")
    at.multiselect(key="here-demand-9001-form").set_value(["tender", "contract"])
    sound(next(b for b in at.button if b.label == WORDS["conversation.continue"]).click().run())
    assert set(answers_of(at)["demand-9001-form"]) == {"tender", "contract"}


def test_what_excludes_all_else_is_not_taken_together_with_something(monkeypatch: pytest.MonkeyPatch) -> None:
    at = left_open(monkeypatch, "demands")
    at.multiselect(key="here-demands").set_value(["iso-9001", "none"])
    sound(next(b for b in at.button if b.label == WORDS["conversation.continue"]).click().run())
    assert answers_of(at)["demands"] == MANY_MARKETS["demands"]
    assert any(says(element.value, WORDS, "conversation.choose-conflict") for element in at.markdown)


def test_only_short_answers_stand_side_by_side() -> None:
    size = content().ruleset.question(SIZE)
    assert size
    assert sum(len(option.label) for option in size.options) <= asked_here.LONGEST_BESIDE


@pytest.mark.parametrize("answers", CASES)
def test_every_market_has_its_line_and_every_reason_its_provision(answers: dict[str, tuple[str, ...]]) -> None:
    at = open_page("recommendation", link_of(answers))
    table = next((e.value for e in at.get("html") if 'class="markets"' in e.value or "left-out" in e.value), "")
    assert table
    for market in answers.get("markets", ()):
        assert content().ruleset.jurisdictions[market].name in table
    for reason in table.split('class="reason"')[1:]:
        yours = WORDS["result.known-yours"] in reason
        assert yours or 'href="https://' in reason
        assert yours or any(says(reason, WORDS, f"result.known-{read}") for read in get_args(Read))


def test_a_standard_is_one_line_where_nobody_asks_for_it_and_none_where_it_is_far_from_the_company() -> None:
    at = open_page("recommendation", link_of(BOOKKEEPER))
    assert 'class="markets"' not in "".join(e.value for e in at.get("html"))
    near, far = content().ruleset.standards
    assert near.name in drawn(at)
    assert far.near
    assert far.name not in drawn(at)


def test_what_it_takes_names_the_document_of_each_figure_and_marks_estimates() -> None:
    at = open_page("recommendation", link_of(MANY_MARKETS))
    table = next(e.value for e in at.get("html") if 'class="figures"' in e.value).partition("</table>")[0]
    rows = table.split("<tr>")[2:]
    labels = {WORDS[f"effort.{key}"] for key in ("initial", "surveillance", "recertification", "months")}
    assert all(any(label in row for row in rows) for label in labels)
    assert all("[" in row for row in rows), "a figure without a document"
    assert all(WORDS["effort.estimate"] in row for row in rows if WORDS["effort.months"] in row)
    assert WORDS["document.no-rate"] in drawn(at)


def test_the_time_line_is_told_in_words() -> None:
    at = open_page("recommendation", link_of(MANY_MARKETS))
    line = next(e.value for e in at.get("html") if 'class="quarters"' in e.value)
    assert says(re.sub(r".*aria-label=\"([^\"]*)\".*", r"\1", line, flags=re.DOTALL), WORDS, "answer.line-told")


def test_a_deadline_that_cannot_be_met_is_said_plainly_with_what_to_do() -> None:
    at = open_page("recommendation", link_of(MANY_MARKETS))
    sound(at.date_input(key="visit.deadline").set_value(library.today() + timedelta(days=30)).run())
    text = "\n".join(m.value for m in at.markdown).replace("\\", "").replace("**", "")
    assert says(text, WORDS, "roadmap.missed")
    assert WORDS["roadmap.remedies"] in text


def test_a_rate_gives_a_range_of_money_and_none_is_guessed() -> None:
    at = open_page("recommendation", link_of(MANY_MARKETS))
    at.text_input(key="visit.rate-low").set_value("1000")
    sound(at.text_input(key="visit.rate-high").set_value("1500").run())
    assert says(drawn(at), WORDS, "effort.cost")
    assert WORDS["document.no-rate"] not in drawn(at)


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("25", 25),
        ("1", 1),
        (" 1500 ", 1500),
        ("1 500", 1500),
        ("1\u202f500", 1500),
        ("1'500", 1500),
        ("1 000 000", 1_000_000),
    ],
)
def test_a_number_is_read_as_it_is_written_in_many_countries(typed: str, people: int) -> None:
    at = open_page("recommendation", link_of(MANY_MARKETS))
    sound(at.text_input(key="visit.people").set_value(typed).run())
    assert not at.error
    told = amount(Range(people, people), "unit.person", WORDS)
    assert [section for section in at.expander if told in section.label]


@pytest.mark.parametrize("typed", ["1.500", "1,500", "1.5", "0", "-3", "ten", "1 50", "9999999999", "2e3", "1'500 000"])
def test_a_number_that_can_be_read_in_two_ways_is_asked_back_and_not_used(typed: str) -> None:
    at = open_page("recommendation", link_of(MANY_MARKETS))
    before = drawn(at)
    sound(at.text_input(key="visit.people").set_value(typed).run())
    (asked,) = at.error
    assert typed in asked.value.replace("\\", "")
    assert drawn(at) == before
    assert at.text_input(key="visit.people").value == typed


def test_where_nothing_is_suggested_nothing_is_priced() -> None:
    at = open_page("recommendation", link_of(BOOKKEEPER))
    assert not [section.label for section in at.expander if WORDS["effort.title"] in section.label]


def test_how_something_is_got_is_drawn_with_its_sources_and_never_as_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    (got,) = PRACTICE
    lines = tuple(line.model_copy(update={"texts": (*line.texts, hostile)}) for line in got.lines[-1:])
    twice = (got, got.model_copy(update={"name": hostile, "lines": lines}))
    monkeypatch.setattr(closed_sections, "practice_of", lambda _: twice)
    at = open_page("recommendation", link_of(MANY_MARKETS))
    assert [section.label for section in at.expander if WORDS["practice.title"] in section.label]
    said = [text for line in got.lines for text in (line.label, *line.texts, line.link, line.reported)]
    assert [text for text in (got.name, *said, *(r.title for r in got.references)) if text not in drawn(at)] == []
    assert hostile not in "".join(element.value for element in at.get("html"))


def test_where_nothing_is_to_be_got_there_is_no_section_about_it() -> None:
    at = open_page("recommendation", link_of(BOOKKEEPER))
    assert not [section.label for section in at.expander if WORDS["practice.title"] in section.label]


def test_the_answers_are_drawn_when_somebody_wants_to_change_one(answered: pytest.MonkeyPatch) -> None:
    at = open_page("recommendation", link_of(MANY_MARKETS))
    assert not [button for button in at.button if (button.key or "").startswith("redo-")]
    sound(at.button(key="to-answers").click().run())
    pressed = {button.key: button.label.replace("\\", "") for button in at.button}
    assert sum((key or "").startswith("redo-") for key in pressed) > len(MANY_MARKETS) // 2
    for question, options in MANY_MARKETS.items():
        asked = content().ruleset.question(question)
        assert asked
        if not (label := pressed.get(f"redo-{question}", "")):
            continue  # its question does not apply
        assert asked.ask in label
        assert all(option.label in label for option in asked.options if option.id in options)


def test_a_change_is_tried_without_touching_the_answers_and_then_made(answered: pytest.MonkeyPatch) -> None:
    at = open_section(open_page("recommendation", link_of(MANY_MARKETS)), "fold-changes")
    change = CHANGES[0]
    sound(at.button(key=f"try-{change.id}").click().run())
    assert answers_of(at) == MANY_MARKETS
    assert at.button(key="trial-do")
    sound(at.button(key="trial-end").click().run())
    assert not [button for button in at.button if button.key == "trial-do"]
    sound(at.button(key=f"try-{change.id}").click().run())
    sound(at.button(key="trial-do").click().run())
    assert answers_of(at) == {**MANY_MARKETS, **change.answers}


def test_changes_are_not_looked_for_before_somebody_asks(answered: pytest.MonkeyPatch) -> None:
    answered.setattr(what_would_change, "changes_of", lambda _: pytest.fail("looked for changes"))
    open_page("recommendation", link_of(MANY_MARKETS))


def test_the_message_to_us_carries_the_answer_and_the_link_and_no_name(answered: pytest.MonkeyPatch) -> None:
    answered.setenv("ADVISOR_PUBLIC_URL", "https://check.example")
    at = open_page("recommendation", link_of(MANY_MARKETS))
    sound(at.text_input(key="visit.company").set_value("Acme").run())
    letters = [e.proto.url for e in at.get("link_button") if e.proto.url.startswith("mailto:")]
    assert letters
    for letter in letters:
        assert "Island" in letter
        assert "check.example" in letter
        assert "Acme" not in letter


@pytest.mark.parametrize("name", ["<b>Acme</b>", "**Acme** [x](javascript:alert(1))", "مثال 🙂 Acme", "A" * 10_000])
def test_a_hostile_company_name_breaks_nothing(name: str) -> None:
    at = open_page("recommendation", link_of(BOOKKEEPER))
    sound(at.text_input(key="visit.company").set_value(name).run())
    assert not [element for element in at.get("html") if "<b>Acme" in element.value]


@pytest.mark.parametrize("holds", [True, False])
def test_the_small_print_says_whether_this_content_was_proven_and_proves_nothing_itself(
    holds: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = dict.fromkeys(("questions", "obligations", "notes", "sources", "examples", "groups"), 7)
    known = content().hash if holds else "0" * 64
    proven = ProofRecord.model_validate({"content": known, "day": library.today(), "proofs": 4567, **counts})
    monkeypatch.setattr(library, "content", lambda: replace(content(), proven=proven))
    monkeypatch.setattr(Prover, "__init__", lambda *_: pytest.fail("the page runs a proof"))
    text = drawn(open_page("recommendation", link_of(BOOKKEEPER)))
    assert says(text, WORDS, "result.proven") == holds
    assert says(text, WORDS, "result.not-proven") != holds
    assert WORDS["result.proven-limits"] in text
