"""What can be read and yet cannot be meant is named at its place; so is all that keeps the app from starting."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from advisor.__main__ import main
from advisor.check.report import check
from advisor.check.unread_files import schema_line
from advisor.commands import check as command
from advisor.content.library import load
from advisor.content.schemas import as_text, schemas
from advisor.content.word_problems import SCHEMA
from advisor.reading.reader import ContentError
from tests.support import harbour
from tests.support.harbour import Edit

TODAY = date.fromisoformat(harbour.TODAY)
BOAT, SEA, COAST = "questions/10-boat.yaml", "content/obligations/sea.yaml", "content/obligations/coast.yaml"
SOURCES, EXAMPLES, BRAND = "content/sources.yaml", "content/examples/boats.yaml", "content/brand.yaml"
WORDS, EFFORT = "content/words.yaml", "content/effort.yaml"
FIGURES = "standard: keel, origin: guess, rows: [{people: [1], value: [3, 6]}]}"
MONTHS = f"  - {{id: keel, {FIGURES}"
PLACES, SEA_ROW = "content/jurisdictions.yaml", "{id: sea, name: Open sea, option: {waters: sea}}"
DATES = 'checked: "2026-01-01"\nreview_by: "2027-01-01"\n'
MANY = '    cite: ["§ 7.12"]\n    overrides'

GOSSIP = "- {id: gossip, title: G, link: 'https://x.org', checked: '2026-01-01', by: us, read: text}\n"

ODD: dict[str, tuple[Edit, str, str, str]] = {
    # What is planted → the edit, the rule that finds it, the id that it names, and a part of what it says.
    "a check in the future": (
        (SEA, DATES, 'checked: "2026-10-01"\nreview_by: "2027-01-01"\n'),
        "future-date",
        "sea-general",
        "still to come",
    ),
    "a source checked in the future": (
        (SOURCES, 'as amended 2024-05-01\n  checked: "2026', 'as amended 2024-05-01\n  checked: "2062'),
        "future-date",
        "sea-law",
        "2062-01-01",
    ),
    "a review before the check": (
        (SEA, DATES, 'checked: "2026-01-01"\nreview_by: "2026-01-01"\n'),
        "review-before-check",
        "sea-many",
        "not later",
    ),
    "a review in the next century": (
        (COAST, DATES, 'checked: "2026-01-01"\nreview_by: "2127-01-01"\n'),
        "late-review",
        "coast-fish",
        "three years",
    ),
    "an end before the beginning": (
        (SEA, MANY, f'    valid: {{from: "2026-05-01", until: "2026-04-01"}}\n{MANY}'),
        "never-valid",
        "sea-many",
        "2026-04-01",
    ),
    "a source on which nothing rests": (
        (SOURCES, "- id: sea-law", GOSSIP + "- id: sea-law"),
        "unused-source",
        "gossip",
        "nothing rests",
    ),
    "one certificate under two names": (
        (
            COAST,
            '    cite: ["§ 2"]\n',
            '    cite: ["§ 2"]\n    certificate: {id: crew-badge, name: Badge of the crew, issuer: the harbour}\n',
        ),
        "two-names",
        "sea-many",
        "crew-badge",
    ),
    "two options with one label": (
        (BOAT, "label: On the open sea", "label: Along the coast"),
        "same-label",
        "waters",
        "'coast' and 'sea'",
    ),
    "two examples with one name": (
        (EXAMPLES, "A few on the open sea need rules", "A fishing boat along the coast needs nothing"),
        "duplicate",
        "",
        "stands at content/examples/boats.yaml",
    ),
    "an unfinished sentence": (
        (SEA, "Large crews must be certified.", "Large crews must be certified, TODO since when."),
        "unfinished",
        "sea-many",
        "TODO",
    ),
    "markup where none is understood": (
        (SEA, "Large crews must be certified.", "Large crews **must** be certified."),
        "markup",
        "sea-many",
        "plain text",
    ),
    "a picture that is not there": (
        (BRAND, "content/brand/logo.svg", "content/brand/logo.png"),
        "missing-file",
        "content/brand/logo.png",
        "no file",
    ),
    "a word that is missing": ((WORDS, "  how-we-know: ", "  how-we-now: "), "words", "result.how-we-know", "missing"),
    "a word that nobody says": (
        (WORDS, "  how-we-know: ", "  how-we-now: "),
        "words",
        "result.how-we-now",
        "did you mean 'result.how-we-know'?",
    ),
    "a placeholder that nobody fills": (
        (WORDS, "suggest-certificate {certificate} {issuer}", "suggest-certificate {certificate} {isuer}"),
        "words",
        "result.suggest-certificate",
        "known here: '{certificate}', '{issuer}'",
    ),
    "a country in two places of the map": (
        (
            PLACES,
            SEA_ROW,
            "{id: sea, name: Open sea, option: {waters: sea}, covers: GR}\n"
            "- {id: lake, name: Lake, option: {waters: lake}, covers: GR}",
        ),
        "two-places",
        "lake",
        "'lake' covers 'GR', as does 'sea'",
    ),
    "a country twice in one place": (
        (PLACES, SEA_ROW, "{id: sea, name: Open sea, option: {waters: sea}, covers: [GR, GR]}"),
        "two-places",
        "sea",
        "twice",
    ),
    "an answer with two rows": (
        (PLACES, "option: {waters: coast}", "option: {waters: [coast, sea]}"),
        "two-places",
        "sea",
        "'waters: sea', as does 'coast'",
    ),
    "two places of one name": ((PLACES, "name: Open sea", "name: Coast"), "two-places", "sea", "the name 'Coast'"),
    "a figure checked in the future": (
        (EFFORT, 'checked: "2026-01-01"', 'checked: "2062-01-01"'),
        "future-date",
        "guess",
        "2062-01-01",
    ),
    "a figure that counts for nobody": (
        (EFFORT, MONTHS, f"  - {{id: quick, when: {{cargo: {{all_of: [fish, none]}}}}, {FIGURES}\n{MONTHS}"),
        "never-counts",
        "quick",
        "never holds",
    ),
    "a figure without an origin": ((EFFORT, "rounding: guess", "rounding: gess"), "form", "", "did you mean 'guess'?"),
    "a figure about a question that is gone": ((EFFORT, "question: crew", "question: crow"), "form", "", "crow"),
}


@pytest.mark.parametrize("defect", ODD)
def test_an_oddity_is_named_at_its_place(defect: str, tmp_path: Path) -> None:
    edit, rule, name, part = ODD[defect]
    root = harbour.write(tmp_path, edit)
    found = [p for p in check(root, TODAY).problems if p.rule == rule and name in p.about and part in p.text]
    assert found, [str(problem) for problem in check(root, TODAY).problems]
    for problem in found:
        lines = (root / problem.file).read_text("utf-8").split("\n")
        assert 1 <= problem.line <= len(lines)
        assert problem.severity == ("warning" if rule in ("late-review", "unused-source", "markup") else "error")


def test_a_source_on_which_only_a_need_rests_is_used(tmp_path: Path) -> None:
    root = harbour.write(tmp_path, (SOURCES, "- id: sea-law", GOSSIP + "- id: sea-law"))
    name = "content/needs/harbour.yaml"
    (root / name).parent.mkdir(exist_ok=True)
    need = "{id: ask-around, kind: clarify, wanted: trade, what: Ask around, source: gossip, cite: [the quay]}"
    (root / name).write_text(f"{schema_line(name)}\nneeds:\n  - {need}\n", "utf-8")
    assert "unused-source" not in [problem.rule for problem in check(root, TODAY).problems]


def test_text_that_is_not_utf_8_is_a_problem_with_its_line_in_every_kind_of_file(tmp_path: Path) -> None:
    root = harbour.write(tmp_path)
    for name in ("content/faq/1-why.md", SEA):
        (root / name).write_bytes((root / name).read_bytes() + "\nGrüße\n".encode("latin-1"))
    found = {(p.file, p.line) for p in check(root, TODAY).problems if "not UTF-8" in p.text}
    assert {file for file, _ in found} == {"content/faq/1-why.md", SEA}
    assert all(line > 3 for _, line in found)


@pytest.mark.parametrize("name", [name for name in harbour.FILES if not name.endswith(".svg")])
def test_what_the_app_cannot_start_with_the_check_never_passes(name: str, tmp_path: Path) -> None:
    root = harbour.write(tmp_path)
    for spoil in (lambda path: path.write_text("- {", "utf-8"), lambda path: path.unlink()):
        spoil(root / name)
        try:
            load(root)
        except ContentError:
            assert check(root, TODAY).errors


def test_a_jurisdiction_that_does_not_exist_is_named_and_the_rest_is_checked(tmp_path: Path) -> None:
    root = harbour.write(tmp_path, (SEA, "jurisdiction: sea", "jurisdiction: seea"))
    named = {(p.rule, p.about) for p in check(root, TODAY).problems if "did you mean 'sea'?" in p.text}
    assert named == {("unknown-name", name) for name in ("sea-general", "sea-alone", "sea-many")}


def test_clean_content_starts(tmp_path: Path) -> None:
    assert load(harbour.write(tmp_path)).ruleset.obligations


def test_a_cause_comes_before_what_follows_from_it(tmp_path: Path) -> None:
    root = harbour.write(tmp_path, (SEA, "basis: legal-certificate", "bassis: legal-certificate"))
    problems = [problem for problem in check(root, TODAY).problems if problem.severity == "error"]
    assert (problems[0].rule, problems[0].about) == ("form", "sea-many")
    assert [problem.follows for problem in problems] == sorted(problem.follows for problem in problems)


def test_of_many_that_follow_only_few_are_told_unless_all_are_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = harbour.write(tmp_path, (BOAT, "- id: waters", "- id: water"))
    monkeypatch.setattr(command, "ROOT", root)
    monkeypatch.setattr(command, "FOLLOWING", 2)
    assert main(["check", "--on", harbour.TODAY]) == 1
    few = capsys.readouterr().out
    assert "more probably follow from these" in few
    assert main(["check", "--on", harbour.TODAY, "--all"]) == 1
    everything = capsys.readouterr().out
    assert "more probably follow" not in everything
    assert everything.count("content/examples/") > few.count("content/examples/") >= 2


def test_an_operator_without_words_of_the_product_is_told_each_that_is_missing(tmp_path: Path) -> None:
    root = harbour.write(tmp_path)
    (root / WORDS).write_text("hello: Ahoy\n", "utf-8")
    said = [problem.about for problem in check(root, TODAY).problems if problem.rule == "words"]
    assert "hello" in said
    assert len(said) > 300


@pytest.mark.parametrize(
    ("file", "old", "new", "part"),
    [
        (SEA, 'cite: ["§ 7.10"]', 'cite: [" "]', "'sea-general': cite.0 is empty"),
        (SEA, "because: Alone you may do without, but it is safer.", 'because: " "', "'sea-alone': because is empty"),
        (BOAT, "ask: Where do you sail?", 'ask: "  "', "'waters': ask is empty"),
        (BOAT, "ask_whom: the skipper", 'ask_whom: " "', "'waters': option 'unsure' needs 'ask_whom'"),
        (SOURCES, "version: as amended 2024-05-01", 'version: " "', "'sea-law' has no date"),
    ],
)
def test_a_text_of_blanks_alone_is_empty(file: str, old: str, new: str, part: str, tmp_path: Path) -> None:
    root = harbour.write(tmp_path, (file, old, new))
    assert any(part in problem.text for problem in check(root, TODAY).problems)


@pytest.mark.parametrize(
    ("old", "new", "rule", "part"),
    [
        ("  rest: ", "  reste: ", "words", "'answer.rest' is missing"),
        ("duty.open {upper}", "duty.open {uper}", "words", "'duty.open': '{upper}' is left out"),
        ("duty.open {upper}", "somebody", "words", "'duty.open': '{upper}' is left out"),
        ("  open: duty", "  opener: Hello\n  open: duty", "words", "'duty.opener' is never said"),
        ("  other: duty.other", '  other: " "', "form", "'duty.other' is empty"),
    ],
)
def test_the_words_of_the_product_are_measured_too(
    old: str, new: str, rule: str, part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = harbour.write(tmp_path)
    monkeypatch.setattr("advisor.content.word_problems.PRODUCT", root)
    (root / "schemas").mkdir()
    (root / SCHEMA).write_text(as_text(dict(schemas())["words"]), "utf-8")
    text = (root / WORDS).read_text("utf-8")
    (root / WORDS).write_text(text.replace(old, new, 1), "utf-8")
    found = [problem for problem in check(root, TODAY).problems if part in problem.text]
    assert [(problem.rule, problem.file) for problem in found] == [(rule, WORDS)]
    assert found[0].line > 1


def test_a_country_within_a_market_and_with_laws_of_its_own_may_stand_twice(tmp_path: Path) -> None:
    row = SEA_ROW.replace("}}", "}, covers: [GR, DE]}")
    parts = ["{id: gr, name: Greece, within: sea, covers: GR}", "{id: de, name: Germany, covers: DE}"]
    root = harbour.write(tmp_path, (PLACES, SEA_ROW, "\n- ".join([row, *parts])))
    assert "two-places" not in {problem.rule for problem in check(root, TODAY).problems}


def test_counsel_that_is_never_given_is_named(tmp_path: Path) -> None:
    root = harbour.write(tmp_path)
    when = "when: {waters: sea, not: {waters: sea}}"
    text = f"- {{id: rowing, kind: question, say: Do you row?, answer: It is safer., {when}}}\n"
    (root / "content/consulting.yaml").write_text(f"{schema_line('content/consulting.yaml')}\n{text}", "utf-8")
    (found,) = (problem for problem in check(root, TODAY).problems if problem.severity == "error")
    assert (found.rule, found.about, found.line) == ("never-counts", "rowing", 2)
