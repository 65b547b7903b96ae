"""Turning files into records: every mistake at once, each on the line where it is mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor.content.library import load_ruleset
from advisor.reading.reader import ContentError, Reader, nearest
from advisor.rules.model import Question
from tests.support.invented import FILES, changed, line_of, write

SEA = "content/obligations/sea.yaml"
BOAT = "questions/10-boat.yaml"
RULES = "because: A crew on the open sea needs rules."


def complaints(root: Path) -> list[str]:
    with pytest.raises(ContentError) as error:
        load_ruleset(root)
    return list(map(str, error.value.mistakes))


def test_a_library_without_mistakes_loads(tmp_path: Path) -> None:
    rules = load_ruleset(write(tmp_path))
    assert [question.id for question in rules.questions] == ["waters", "crew"]
    assert [obligation.id for obligation in rules.obligations] == ["sea-crew", "sea-alone"]
    assert rules.obligations[0].cite == ("§ 7.10",)


def test_questions_come_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    more = "- {id: flag, ask: Flag?, why: Law., kind: one, options: [{id: a, label: A}, {id: b, label: B}]}\n"
    root = write(tmp_path, {"questions/05-flag.yaml": more})
    assert [question.id for question in load_ruleset(root).questions] == ["flag", "waters", "crew"]


def test_keys_above_the_list_are_defaults_that_an_entry_may_replace(tmp_path: Path) -> None:
    root = write(tmp_path, changed(SEA, "    basis: commercial", "    basis: commercial\n    standard: sail"))
    assert [obligation.standard for obligation in load_ruleset(root).obligations] == ["keel", "sail"]


def test_a_record_knows_where_it_was_written(tmp_path: Path) -> None:
    alone = load_ruleset(write(tmp_path)).obligations[1]
    assert (alone.file, alone.line) == (SEA, line_of(SEA, "- id: sea-alone"))


def test_every_mistake_of_every_file_is_reported_at_once(tmp_path: Path) -> None:
    root = write(
        tmp_path,
        changed(BOAT, "  kind: one\n", "  kind: three\n")
        | changed(SEA, "basis: legal-qms", "basis: leagl-qms")
        | {"content/standards.yaml": "- {id: keel, name: Keel}\n- 7\n"}
        | {"content/sources.yaml": FILES["content/sources.yaml"].replace("https", "gopher")},
    )
    files = {complaint.split(":")[0] for complaint in complaints(root)}
    assert files >= {BOAT, SEA, "content/standards.yaml", "content/sources.yaml"}


def test_mistakes_come_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    text = FILES[SEA].replace("basis: legal-qms", "basis: x").replace("because: It is safer.", "becuase: It is safer.")
    lines = [int(complaint.split(":")[1]) for complaint in complaints(write(tmp_path, {SEA: text}))]
    assert len(lines) >= 3
    assert lines == sorted(lines)


def test_a_word_that_is_not_among_the_known_ones_gets_the_nearest(tmp_path: Path) -> None:
    root = write(tmp_path, changed(SEA, "basis: legal-qms", "basis: legal-qsm"))
    assert complaints(root) == [
        f"{SEA}:9: 'sea-crew': basis is 'legal-qsm', but one of 'not-needed', 'commercial', 'contractual-qms', "
        "'contractual', 'legal-qms' or 'legal-certificate' is expected; did you mean 'legal-qms'?"
    ]


def test_an_unknown_key_gets_the_nearest_and_stands_on_its_own_line(tmp_path: Path) -> None:
    root = write(
        tmp_path, changed(SEA, "    because: It is safer.", "    because: It is safer.\n    unles: {crew: many}")
    )
    line = line_of(SEA, "    because: It is safer.") + 1
    assert complaints(root) == [
        f"{SEA}:{line}: 'sea-alone': unles is not a key that is known here; did you mean 'unless'?"
    ]


def test_an_unknown_key_of_an_option_gets_the_nearest_key_of_options(tmp_path: Path) -> None:
    root = write(tmp_path, changed(BOAT, "{id: alone, label: Only me}", "{id: alone, lable: Only me}"))
    assert f"{BOAT}:15: 'crew': options.0.lable is not a key that is known here; did you mean 'label'?" in complaints(
        root
    )


def test_a_missing_key_is_reported_where_the_entry_starts(tmp_path: Path) -> None:
    text = FILES[SEA].replace("    because: It is safer.\n", "")
    line = line_of(SEA, "- id: sea-alone")
    assert complaints(write(tmp_path, {SEA: text})) == [f"{SEA}:{line}: 'sea-alone': because is missing"]


def test_a_mistake_in_a_default_is_reported_once_on_the_line_of_the_default(tmp_path: Path) -> None:
    found = complaints(write(tmp_path, changed(SEA, "confidence: high", "confidence: hihg")))
    assert found == [
        f"{SEA}:4: confidence is 'hihg', but one of 'high', 'medium' or 'low' is expected; did you mean 'high'?"
    ]


def test_an_unknown_default_is_reported_once_on_its_line(tmp_path: Path) -> None:
    found = complaints(write(tmp_path, changed(SEA, "confidence: high", "confidance: high")))
    unknown = [complaint for complaint in found if "not a key" in complaint]
    assert unknown == [f"{SEA}:4: confidance is not a key that is known here; did you mean 'confidence'?"]


def test_a_mistake_inside_a_default_is_reported_on_its_line(tmp_path: Path) -> None:
    text = FILES[SEA].replace("confidence: high\n", "confidence: high\nvalid:\n  from: spring\n")
    found = complaints(write(tmp_path, {SEA: text}))
    assert {complaint.split(": ")[0] for complaint in found} == {f"{SEA}:6"}


@pytest.mark.parametrize("value", ["yes", "True", "1", "on"])
def test_a_flag_is_true_or_false_and_nothing_else(tmp_path: Path, value: str) -> None:
    found = complaints(write(tmp_path, changed(BOAT, "unknown: true", f"unknown: {value}")))
    assert f"{BOAT}:8: 'waters': options.2.unknown is either true or false" in found


@pytest.mark.parametrize("name", ["Sea", "sea_crew", "-sea", "sea crew", "", "é", "a" * 61])
def test_an_id_is_a_short_phrase_with_dashes(tmp_path: Path, name: str) -> None:
    assert complaints(write(tmp_path, changed(SEA, "id: sea-alone", f'id: "{name}"')))


def test_a_broken_condition_says_what_to_write(tmp_path: Path) -> None:
    found = complaints(
        write(tmp_path, changed(SEA, "when: {crew: alone}", "when: {at_least: {count: 3, of: [{crew: alone}]}}"))
    )
    line = line_of(SEA, "when: {crew: alone}")
    assert found == [f"{SEA}:{line}: 'sea-alone': when 'at_least: count' is a whole number from 1 to 1, not 3"]


def test_a_question_needs_two_options(tmp_path: Path) -> None:
    text = FILES[BOAT].replace("    - {id: many, label: Several}\n", "")
    found = complaints(write(tmp_path, {BOAT: text}))
    assert any(complaint.startswith(f"{BOAT}:14: 'crew': options") for complaint in found)


def test_a_file_that_is_no_list_says_so(tmp_path: Path) -> None:
    assert f"{BOAT}:1: a list is expected, each entry starting with '- id:'" in complaints(
        write(tmp_path, {BOAT: "id: waters\n"})
    )
    assert f"{BOAT}:1: a list is expected, each entry starting with '- id:'" in complaints(write(tmp_path, {BOAT: ""}))


def test_a_file_without_its_list_says_which_key_is_expected(tmp_path: Path) -> None:
    found = complaints(write(tmp_path, {SEA: "jurisdiction: sea\nobligation: []\n"}))
    assert f"{SEA}:1: a mapping with the key 'obligations' is expected" in found


def test_files_that_are_missing_altogether_are_mistakes(tmp_path: Path) -> None:
    found = complaints(tmp_path)
    assert "questions/*.yaml:1: no such file; at least one is needed" in found
    assert len(found) >= 6


def test_unreadable_yaml_does_not_hide_the_mistakes_of_other_files(tmp_path: Path) -> None:
    root = write(tmp_path, {BOAT: "- {id: [\n"} | changed(SEA, "basis: legal-qms", "basis: x"))
    found = complaints(root)
    assert any(complaint.startswith(f"{BOAT}:") and "not readable as YAML" in complaint for complaint in found)
    assert any(complaint.startswith(f"{SEA}:9") for complaint in found)


def test_a_single_file_that_is_missing_is_a_mistake(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    assert reader.one(Question, "content/one.yaml") is None
    assert [str(mistake) for mistake in reader.mistakes] == ["content/one.yaml:1: the file is missing"]


def test_records_are_frozen(tmp_path: Path) -> None:
    obligation = load_ruleset(write(tmp_path)).obligations[0]
    with pytest.raises(ValueError, match="frozen"):
        obligation.because = "Changed."  # type: ignore[misc]


def test_dates_and_clause_numbers_arrive_as_written(tmp_path: Path) -> None:
    obligation = load_ruleset(write(tmp_path)).obligations[0]
    assert obligation.checked.isoformat() == "2026-01-01"
    assert "7.10" in obligation.cite[0]


@pytest.mark.parametrize("day", ["1700000000", "2026-13-01", "2026-02-30", "01.02.2026", "soon"])
def test_a_date_is_a_day_of_the_calendar_written_year_first(tmp_path: Path, day: str) -> None:
    assert complaints(write(tmp_path, changed(SEA, 'checked: "2026-01-01"', f'checked: "{day}"')))


def test_the_nearest_name_is_offered_only_when_it_is_near() -> None:
    assert nearest("marktes", ["markets", "roles"]) == "; did you mean 'markets'?"
    assert nearest("zzz", ["markets", "roles"]) == ""
    assert nearest("zzz", []) == ""


def test_a_list_of_one_may_be_written_as_one(tmp_path: Path) -> None:
    root = write(tmp_path, changed(SEA, 'cite: ["§ 7.10"]', 'cite: "§ 7.10"'))
    assert load_ruleset(root).obligations[0].cite == ("§ 7.10",)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('checked: "2026-01-01"', 'checked: "2026-01-32"', "checked is '2026-01-32', which is no date"),
        ('checked: "2026-01-01"', 'checked: "01.01.2026"', 'write it like "2026-11-22"'),
        (
            "because: A crew on the open sea needs rules.",
            "because: " + "x" * 321,
            "because has 321 characters; at most 320",
        ),
        (RULES, 'because: ""', "because is empty"),
        (RULES, "because: [So]", "because must be one text"),
        ("- id: sea-crew", "- id: Sea Crew", "(small letters, digits and hyphens)"),
    ],
)
def test_a_wrong_value_is_told_in_plain_words(old: str, new: str, said: str, tmp_path: Path) -> None:
    assert any(said in text for text in complaints(write(tmp_path, changed(SEA, old, new))))
