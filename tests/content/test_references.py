"""Whatever names something names a thing that exists, or the mistake says where and what was probably meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor.content.library import load_ruleset
from advisor.content.people import Example, Persona
from advisor.content.references import check_references
from advisor.reading.reader import ContentError
from advisor.reading.record import Record
from advisor.rules.answer_problems import check_answers
from advisor.rules.basis import context
from advisor.rules.ruleset import Ruleset
from tests.support.examples import load_examples
from tests.support.invented import BASES, FILES, jurisdiction, line_of, note, obligation, option, question, rules, write

SEA = "content/obligations/sea.yaml"
BOAT = "questions/10-boat.yaml"
WATERS = question("waters", "coast", "sea", "none", "unsure", kind="many")
CREW = question("crew", "alone", "several", "unsure")


def complaints(ruleset: Ruleset, *cases: Example | Persona) -> list[str]:
    return [mistake.text for mistake in check_references(ruleset, {}, cases)]


def complaints_of(*records: Record) -> list[str]:
    return complaints(rules(WATERS, CREW, *records))


def example(name: str = "a case", **more: object) -> Example:
    plain = {"name": name, "answers": {"crew": "alone"}, "expect": {}, "provision": "§ 1"}
    return Example.model_validate(plain | more, context=context(BASES))


def test_rules_without_mistakes_pass() -> None:
    assert not complaints_of(obligation("safe", when={"crew": "alone", "waters": {"all_of": ["coast", "sea"]}}))


def test_all_broken_references_are_reported_at_once_with_file_and_line(tmp_path: Path) -> None:
    text = (
        FILES[SEA]
        .replace("jurisdiction: sea", "jurisdiction: see")
        .replace("{crew: many}", "{crw: many}")
        .replace("{crew: alone}", "{crew: alnoe}")
    )
    with pytest.raises(ContentError) as error:
        load_ruleset(write(tmp_path, {SEA: text}))
    first, second = line_of(SEA, "- id: sea-crew"), line_of(SEA, "- id: sea-alone")
    assert list(map(str, error.value.mistakes)) == [
        f"{SEA}:{first}: 'sea-crew': unknown jurisdiction 'see'; did you mean 'sea'?",
        f"{SEA}:{first}: 'sea-crew': unknown question 'crw'; did you mean 'crew'?",
        f"{SEA}:{second}: 'sea-alone': question 'crew' has no option 'alnoe'; did you mean 'alone'?",
        f"{SEA}:{second}: 'sea-alone': unknown jurisdiction 'see'; did you mean 'sea'?",
    ]


@pytest.mark.parametrize("group", ["all", "any", "not", "at_least"])
def test_a_test_deep_inside_a_group_is_checked_too(group: str) -> None:
    inside: dict[str, object] = {"all": [{"crew": "x"}], "any": [{"crew": "x"}], "not": {"crew": "x"}}
    inside["at_least"] = {"count": 1, "of": [{"crew": "x"}]}
    assert complaints_of(obligation("deep", unless={"not": {group: inside[group]}})) == [
        "'deep': question 'crew' has no option 'x'"
    ]


def test_a_condition_may_only_look_back() -> None:
    early = question("early", "a", "b", ask_if={"late": "a"})
    late = question("late", "a", "b")
    found = complaints(rules(early, late))
    assert found == ["'early': 'late' is not answered yet: a condition may only look back"]


def test_a_question_cannot_hang_on_its_own_answer() -> None:
    found = complaints(rules(question("self", "a", "b", ask_if={"self": "a"})))
    assert found == ["'self': 'self' is not answered yet: a condition may only look back"]


def test_an_option_named_like_a_later_question_is_not_called_late() -> None:
    early = question("early", "a", "b")
    middle = question("middle", "a", "b", ask_if={"early": "late"})
    assert complaints(rules(early, middle, question("late", "a", "b"))) == [
        "'middle': question 'early' has no option 'late'"
    ]


def test_the_condition_of_an_option_looks_back_as_well() -> None:
    early = question("early", option("a", show_if={"late": "a"}), "b")
    assert complaints(rules(early, question("late", "a", "b"))) == [
        "'early': 'late' is not answered yet: a condition may only look back"
    ]


def test_not_knowing_cannot_be_tested() -> None:
    assert complaints_of(obligation("odd", when={"crew": "unsure"})) == [
        "'odd': 'unsure' of 'crew' means I don't know and cannot be tested"
    ]


def test_all_of_makes_no_sense_for_a_single_choice() -> None:
    assert complaints_of(obligation("odd", when={"crew": {"all_of": ["alone", "several"]}})) == [
        "'odd': 'crew' takes one answer, so all_of makes no sense"
    ]


@pytest.mark.parametrize("basis", ["legal-certificate", "legal-qms"])
def test_a_duty_by_law_needs_its_provision(basis: str) -> None:
    assert complaints_of(obligation("bare", basis, cite=())) == [
        "'bare': a duty by law needs its provision under 'cite'"
    ]
    assert not complaints_of(obligation("bare", "contractual", cite=()))


@pytest.mark.parametrize("kind", ["standard", "jurisdiction", "source"])
def test_an_obligation_names_only_known_things(kind: str) -> None:
    assert complaints_of(obligation("lost", **{kind: "nowhere"})) == [f"'lost': unknown {kind} 'nowhere'"]


def test_a_note_names_only_known_things() -> None:
    found = complaints_of(note("lost", when={"crwe": "x"}, standards=["kell"], jurisdiction="coats", source="almanack"))
    assert found == [
        "'lost': unknown question 'crwe'; did you mean 'crew'?",
        "'lost': unknown source 'almanack'; did you mean 'almanac'?",
        "'lost': unknown standard 'kell'; did you mean 'keel'?",
        "'lost': unknown jurisdiction 'coats'; did you mean 'coast'?",
    ]


def test_an_override_names_a_known_obligation_and_no_note() -> None:
    found = complaints_of(obligation("special", overrides=["tide"]), note("tide"))
    assert found == ["'special': unknown obligation to override 'tide'"]


def test_obligations_that_override_each_other_are_refused() -> None:
    found = complaints_of(
        obligation("one", overrides=["two"]),
        obligation("two", overrides=["three"]),
        obligation("three", overrides="one"),
    )
    assert found == ["'one': overrides itself: one → two → three → one"]


def test_an_obligation_that_overrides_itself_is_refused() -> None:
    assert complaints_of(obligation("one", overrides=["one"])) == ["'one': overrides itself: one → one"]


def test_overriding_twice_what_overrides_no_other_is_fine() -> None:
    assert not complaints_of(
        obligation("top", overrides=["left", "right"]),
        obligation("left", overrides="base"),
        obligation("right", overrides="base"),
        obligation("base"),
    )


def test_ids_of_questions_options_and_statements_are_unique() -> None:
    found = complaints(
        rules(
            question("crew", "a", "a"), question("crew", "b", "c"), obligation("twin"), note("twin"), obligation("solo")
        )
    )
    assert found == [
        "the question 'crew' exists more than once",
        "the question 'crew' exists more than once",
        "the obligation or note 'twin' exists more than once",
        "the obligation or note 'twin' exists more than once",
        "'crew': option 'a' exists more than once",
    ]


@pytest.mark.parametrize(
    ("kind", "name", "key"),
    [
        ("source", "content/sources.yaml", "almanac"),
        ("jurisdiction", "content/jurisdictions.yaml", "sea"),
        ("standard", "content/standards.yaml", "keel"),
    ],
)
def test_ids_of_what_is_looked_up_by_id_are_unique_too(tmp_path: Path, kind: str, name: str, key: str) -> None:
    start = FILES[name].index(f"id: {key}")
    entry = FILES[name][FILES[name].rindex("-", 0, start) :].split("\n- ")[0].rstrip("\n") + "\n"
    with pytest.raises(ContentError) as error:
        load_ruleset(write(tmp_path, {name: FILES[name] + entry}))
    again = FILES[name].count("\n") + 1
    assert [(m.file, m.text) for m in error.value.mistakes] == [(name, f"the {kind} '{key}' exists more than once")] * 2
    assert error.value.mistakes[-1].line == again


def test_whoever_may_not_know_is_told_whom_to_ask() -> None:
    silent = question("crew", "alone", option("unsure", ask_whom=""))
    assert complaints(rules(silent)) == ["'crew': option 'unsure' needs 'ask_whom': who would know?"]


def test_a_jurisdiction_names_only_known_things() -> None:
    found = complaints_of(jurisdiction("coast", option={"waters": "caost"}), jurisdiction("cove", within="coats"))
    assert found == [
        "'coast': question 'waters' has no option 'caost'; did you mean 'coast'?",
        "'cove': unknown jurisdiction 'coats'; did you mean 'coast'?",
    ]


@pytest.mark.parametrize("within", ["cove", "bay"])
def test_a_jurisdiction_lies_directly_within_one_that_has_a_row(within: str) -> None:
    places = [jurisdiction("coast"), jurisdiction("bay", within="coast"), jurisdiction("cove", within=within)]
    assert complaints_of(*places) == [
        f"'cove': lies within '{within}', which has no row of its own: name the outermost one"
    ]


def test_the_cases_of_the_content_name_only_known_things() -> None:
    ruleset = rules(WATERS, CREW, obligation("safe", certificate="pass"), note("tide"))
    case = example(
        answers={"crw": "alone", "waters": ["none", "sea"]},
        expect={"kel": "commercial"},
        at_most={"sial": "commercial"},
        decided_by={"keel": "saef"},
        fires=["tide", "tyde"],
        silent="safe",
        certificates=["pas"],
    )
    assert complaints(ruleset, case) == [
        "'a case': unknown question 'crw'; did you mean 'crew'?",
        "'a case': waters: 'none' cannot be combined with other options",
        "'a case': unknown standard 'kel'; did you mean 'keel'?",
        "'a case': unknown standard 'sial'; did you mean 'sail'?",
        "'a case': unknown obligation or note 'tyde'; did you mean 'tide'?",
        "'a case': unknown obligation or note 'saef'; did you mean 'safe'?",
        "'a case': unknown certificate 'pas'; did you mean 'pass'?",
    ]


def test_a_persona_gives_answers_that_exist() -> None:
    persona = Persona.model_validate({"id": "anna", "name": "Anna", "story": "Sails.", "answers": {"crew": "two"}})
    assert complaints(rules(CREW), persona) == ["'Anna': crew: unknown option 'two'"]


def test_examples_are_refused_with_file_and_line(tmp_path: Path) -> None:
    text = "- {name: one, answers: {crew: alone}, expect: {keel: not-needed}, provision: none}\n\n- {name: two}\n"
    root = write(tmp_path, {"content/examples/a.yaml": text.replace("alone", "alnoe")})
    with pytest.raises(ContentError) as error:
        load_examples(root, load_ruleset(root))
    found = list(map(str, error.value.mistakes))
    assert found[0] == "content/examples/a.yaml:1: 'one': crew: unknown option 'alnoe'; did you mean 'alone'?"
    assert "content/examples/a.yaml:3: 'two': answers is missing" in found


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        ({"wters": ["sea"]}, "unknown question 'wters'; did you mean 'waters'?"),
        ({"waters": ["see"]}, "waters: unknown option 'see'; did you mean 'sea'?"),
        ({"crew": ["alone", "several"]}, "crew: takes one option only"),
        ({"waters": ["sea", "sea"]}, "waters: names an option twice"),
        ({"waters": ["sea", "none"]}, "waters: 'none' cannot be combined with other options"),
        ({"waters": ["coast", "unsure"]}, "waters: 'unsure' cannot be combined with other options"),
        ({"waters": []}, "waters: an answer needs at least one option"),
    ],
)
def test_answers_that_cannot_be_given_are_refused_in_a_sentence(answers: dict[str, list[str]], problem: str) -> None:
    assert check_answers(rules(WATERS, CREW), answers) == [problem]


def test_answers_report_all_their_mistakes_at_once() -> None:
    found = check_answers(rules(WATERS, CREW), {"x": ["y"], "crew": ["z", "unsure"], "waters": []})
    assert found == [
        "unknown question 'x'",
        "crew: unknown option 'z'",
        "crew: takes one option only",
        "crew: 'unsure' cannot be combined with other options",
        "waters: an answer needs at least one option",
    ]


def test_answers_that_can_be_given_pass() -> None:
    assert not check_answers(rules(WATERS, CREW), {"waters": ["coast", "sea"], "crew": ["unsure"]})
    assert not check_answers(rules(WATERS, CREW), {})


def test_a_country_that_does_not_exist_is_named() -> None:
    assert not complaints_of(jurisdiction("coast", covers=["MT", "GB-NIR"]))
    (complaint,) = complaints_of(jurisdiction("coast", covers=["MT", "XQ"]))
    assert complaint.startswith("'coast': no country has the code 'XQ'")
