"""The editors' screen, without a browser: every part opens, says what hangs on what, and stays small."""

from __future__ import annotations

from datetime import date
from time import perf_counter

import pytest
from streamlit.testing.v1 import AppTest

from advisor.assessment.assessment import Assessment
from advisor.check.cases.replay import fired_ids
from advisor.check.problem import Problem
from advisor.check.report import Report
from advisor.screen import content as library
from advisor.screen.studio import check_findings, frame, statement_pages
from advisor.sharing.link import decode
from tests.screens.walker import SECONDS, asked, sound
from tests.support.visitor import BOOKKEEPER, content, link_of

PLACES = [
    {},
    {"part": "questions"},
    {"part": "questions", "topic": "classes"},
    {"part": "questions", "id": "medical-status"},
    {"part": "statements"},
    {"part": "statements", "id": "eu-mdr-class-iia"},
    {"part": "sources", "id": "mdr"},
    {"part": "check"},
    {"part": "coverage"},
    {"part": "review"},
]
MOST_ELEMENTS = 200


def open_at(**where: str) -> AppTest:
    at = AppTest.from_file("../../app.py", default_timeout=SECONDS).switch_page("pages/studio.py")
    for name, value in where.items():
        at.query_params[name] = value
    return sound(at.run())


def text_of(at: AppTest) -> str:
    kinds = (at.markdown, at.header, at.subheader, at.info, at.warning, at.success)
    return "\n".join([element.value for kind in kinds for element in kind] + [b.label for b in at.button])


def plain(at: AppTest) -> str:
    return text_of(at).replace("\\", "")


@pytest.mark.parametrize("where", PLACES, ids=lambda where: "-".join(where.values()) or "start")
def test_every_part_opens_fast_and_never_shows_everything_at_once(where: dict[str, str]) -> None:
    at = open_at(**where)
    assert at.header, "a part has a heading"
    assert len([*at.button, *at.markdown]) < MOST_ELEMENTS
    start = perf_counter()
    sound(at.run())
    assert perf_counter() - start < 3, "even on a busy machine"


@pytest.mark.parametrize("hostile", ["no-such-id", '"];drop', "<b>x</b>", "../..", "🙂" * 500])
@pytest.mark.parametrize("part", ["questions", "statements", "sources"])
def test_an_id_that_does_not_exist_is_said_so(part: str, hostile: str) -> None:
    at = open_at(part=part, id=hostile)
    assert at.warning


def test_an_unknown_part_opens_the_first() -> None:
    assert open_at(part="kitchen").text_input(key="studio.search")


def test_the_search_finds_and_opens_an_obligation() -> None:
    at = open_at()
    sound(at.text_input(key="studio.search").set_value("eu-mdr-class-iia").run())
    key = "open-hit-obligation-eu-mdr-class-iia-eu-mdr-class-iia"
    sound(at.button(key=key).click().run())
    assert at.query_params["id"] in ("eu-mdr-class-iia", ["eu-mdr-class-iia"])
    assert at.header[0].value == "eu-mdr-class-iia"


def test_a_search_without_a_hit_says_so() -> None:
    at = open_at()
    sound(at.text_input(key="studio.search").set_value("<submarine>").run())
    assert "submarine" in at.info[0].value


def test_a_question_shows_its_condition_and_what_it_decides() -> None:
    at = open_at(part="questions", id="class-eu")
    found = content().ruleset.question("markets")
    assert found
    assert found.ask in plain(at)
    assert [b for b in at.button if (b.key or "").startswith("open-decides-eu-mdr-class-i")]
    assert at.get("graphviz_chart")[0].proto.alt


def test_every_question_can_be_opened() -> None:
    at = open_at(part="questions")
    for question in content().ruleset.questions:
        at.query_params["id"] = question.id
        sound(at.run())
        assert at.header[0].value == question.ask


def test_a_statement_shows_its_ground_and_its_examples() -> None:
    at = open_at(part="statements", id="eu-mdr-class-iia")
    found = studio_statement("eu-mdr-class-iia")
    text = plain(at)
    assert found.because in text
    assert content().ruleset.sources[found.source].link in text
    assert str(found.review_by) in text
    assert content().words["studio.examples"] in text


def studio_statement(item: str):  # type: ignore[no-untyped-def]
    return next(o for o in content().ruleset.obligations if o.id == item)


def tried(at: AppTest) -> dict[str, tuple[str, ...]]:
    link = next(e for e in at.get("page_link") if e.proto.label == content().words["studio.try"])
    token = link.proto.query_string.partition("a=")[2]
    return decode(token, content().ruleset, content().hash).answers


def test_try_it_opens_the_conversation_with_answers_that_make_it_speak() -> None:
    answers = tried(open_at(part="statements", id="eu-mdr-class-iia"))
    assert answers["class-eu"] == ("class-iia",)
    at = AppTest.from_file("../../app.py", default_timeout=SECONDS)
    at.query_params["a"] = link_of(answers).removeprefix("a=")
    sound(at.run())
    assert asked(at) == ""


def test_without_an_example_the_proof_finds_the_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame, "examples_in", lambda _: ())
    frame.atlas.clear()
    try:
        at = open_at(part="statements", id="eu-mdr-class-iia")
        company = Assessment(content(), date.today(), tried(at))  # noqa: DTZ011
        assert "eu-mdr-class-iia" in fired_ids(company.recommendation)
        assert content().words["studio.example-none"] in plain(at)
        assert open_at(part="coverage").warning
    finally:
        frame.atlas.clear()
        statement_pages._witness.clear()


def test_the_filters_narrow_the_list_down() -> None:
    at = open_at(part="statements")
    at.selectbox(key="filter-place").set_value("ca")
    sound(at.selectbox(key="filter-kind").set_value("obligation").run())
    count = sum(o.jurisdiction == "ca" for o in content().ruleset.obligations)
    assert content().words.count("studio.found", count) in text_of(at)


def test_the_answers_of_the_visitor_stay_in_the_address() -> None:
    at = open_at(part="review", a=link_of(BOOKKEEPER).removeprefix("a="))
    first = next(b for b in at.button if (b.key or "").startswith("open-review-"))
    sound(first.click().run())
    assert "a" in at.query_params
    assert at.query_params["part"] in ("statements", ["statements"])


@pytest.fixture
def kept():  # type: ignore[no-untyped-def]
    check_findings._kept.clear()
    yield
    check_findings._kept.clear()


def report(*problems: Problem) -> Report:
    counts = dict.fromkeys(("questions", "obligations", "notes", "sources", "examples", "proofs"), 1)
    return Report(problems, counts, (1.0, 1), date(2026, 1, 1), 0.1)


def test_the_check_runs_when_asked_and_is_kept(monkeypatch: pytest.MonkeyPatch, kept: None) -> None:
    runs = []
    found = Problem("error", "idle-option", "questions/x.yaml", 7, "class-eu", "it <b>idles</b>", {"size": ("solo",)})
    monkeypatch.setattr(check_findings, "check", lambda *_: runs.append(1) or report(found))
    at = open_at(part="check")
    assert not runs
    sound(at.button(key="studio-check").click().run())
    assert "it <b>idles</b>" in plain(at)
    assert "questions/x.yaml, 7" in plain(at)
    assert [b for b in at.button if b.key == "open-problem-0"]
    again = open_at(part="check")
    assert "it <b>idles</b>" in plain(again)
    assert len(runs) == 1


def test_many_findings_come_in_pages(monkeypatch: pytest.MonkeyPatch, kept: None) -> None:
    many = [Problem("warning", f"rule-{n % 3}", "a.yaml", n, "", f"finding {n}") for n in range(300)]
    monkeypatch.setattr(check_findings, "check", lambda *_: report(*many))
    at = open_at(part="check")
    sound(at.button(key="studio-check").click().run())
    assert len([m for m in at.markdown if m.value.startswith("finding")]) == 8
    assert at.get("pagination")


def test_what_is_overdue_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "today", lambda: date(2031, 1, 1))
    at = open_at(part="review")
    assert ":red-badge[" in text_of(at)


def test_embedded_shows_the_conversation_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    class Embedded:
        is_embedded = True
        timezone_offset = 0

    monkeypatch.setattr(frame.st, "context", Embedded(), raising=False)
    at = open_at(part="review")
    assert asked(at) == content().ruleset.questions[0].id
