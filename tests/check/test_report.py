"""Defects planted one at a time in an invented product: each is named, with answers that show it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from advisor.check.readable_content import read_what_can_be_read
from advisor.check.report import Report, check
from tests.support import harbour
from tests.support.harbour import Edit
from tests.support.shows import Shown

TODAY = date.fromisoformat(harbour.TODAY)
BOAT, SEA, COAST = "questions/10-boat.yaml", "content/obligations/sea.yaml", "content/obligations/coast.yaml"
NOTES, SOURCES, EXAMPLES = "content/notes/coast.yaml", "content/sources.yaml", "content/examples/boats.yaml"
NEEDS, THINGS, ANSWERS = "content/needs/boats.yaml", "content/things/boats.yaml", "content/answers/all.yaml"
PAGE, LINK = "content/outcomes/keel.legal-qms.md", "See [the keel](../standards/keel.md#more)."
LAST = """\
    cite: ["§ 7.12"]
    overrides: [sea-general]
    certificate: {id: crew-badge, name: Crew badge, issuer: the harbour}
"""


def more(basis: str, when: str, extra: str = "", name: str = "planted") -> Edit:
    """One more obligation on the open sea."""
    text = f'  - id: {name}\n    basis: {basis}\n    when: {when}\n    because: So.\n    cite: ["§ 9"]\n{extra}'
    return SEA, LAST, LAST + text


PLANTED: dict[str, tuple[list[Edit], str, str]] = {
    # What is planted, as edits → the rule that finds it, and the id that it names.
    "a question nobody is asked": (
        [(BOAT, "  ask_if: {waters: sea}\n", "  ask_if: {all: [{waters: sea}, {waters: {none_of: [sea, lake]}}]}\n")],
        "unreachable-question",
        "crew",
    ),
    "an option that is never shown": (
        [(BOAT, "show_if: {waters: coast}", "show_if: {all: [{waters: lake}, {waters: {none_of: lake}}]}")],
        "unreachable-option",
        "cargo",
    ),
    "an option without effect": (
        [(BOAT, "label: On a lake, neutral: true", "label: On a lake")],
        "idle-option",
        "waters",
    ),
    "an option without effect among one": (
        [
            (
                BOAT,
                "    - {id: abroad, label: Another}\n",
                "    - {id: abroad, label: Another}\n    - {id: old, label: Old}\n",
            )
        ],
        "idle-option",
        "flag",
    ),
    "an option marked neutral that is not": (
        [(BOAT, "{id: fish, label: Fish}", "{id: fish, label: Fish, neutral: true}")],
        "not-neutral",
        "cargo",
    ),
    "a question without effect": ([(COAST, "when: {flag: abroad}", "when: {waters: coast}")], "idle-question", "flag"),
    "a condition that contradicts itself": (
        [(SEA, "when: {waters: sea, crew: alone}", "when: {waters: sea, crew: alone, all: [{crew: many}]}")],
        "never-fires",
        "sea-alone",
    ),
    "a condition that its own exception swallows": (
        [(COAST, "unless: {cargo: passengers}", "unless: {waters: [coast, sea]}")],
        "never-fires",
        "coast-fish",
    ),
    "a condition on an answer that is never given then": (
        [(SEA, "when: {waters: sea, crew: alone}", "when: {waters: {none_of: sea}, crew: alone}")],
        "never-fires",
        "sea-alone",
    ),
    "a note that never shows": (
        [(NOTES, "when: {waters: coast, cargo: none}", "when: {cargo: {all_of: [fish, none]}}")],
        "note-never-shows",
        "coast-empty",
    ),
    "an obligation that is always overridden": (
        [more("legal-certificate", "{waters: sea}", "    overrides: [sea-alone]\n")],
        "always-overridden",
        "sea-alone",
    ),
    "an obligation in the shadow of a stronger one": (
        [more("commercial", "{waters: sea, crew: few}", "    together: strongest\n")],
        "shadowed",
        "planted",
    ),
    "the same obligation again, without its certificate": (
        [more("legal-certificate", "{waters: sea, crew: [many]}")],
        "identical",
        "planted",
    ),
    "the same obligation twice": (
        [more("legal-certificate", "{crew: [many]}", "    certificate: {id: crew-badge, name: Badge, issuer: us}\n")],
        "identical",
        "planted",
    ),
    "an option that nobody has who fits the rest": (
        [(SEA, "when: {waters: sea, crew: alone}", "when: {waters: [lake, sea], crew: alone}")],
        "idle-part",
        "sea-alone",
    ),
    "options that are never chosen since a question is asked of fewer": (
        [
            (COAST, "when: {flag: abroad}", "when: {waters: [coast, lake], flag: abroad}"),
            (
                BOAT,
                "  kind: one\n  options:\n    - {id: home",
                "  kind: one\n  ask_if: {waters: coast}\n  options:\n    - {id: home",
            ),
        ],
        "idle-part",
        "coast-flag",
    ),
    "an exception for what nobody is": (
        [(COAST, "unless: {cargo: passengers}", "unless: {any: [{cargo: passengers}, {cargo: none}]}")],
        "idle-part",
        "coast-fish",
    ),
    "two bases for one visitor": ([more("contractual", "{crew: few}")], "conflict", "planted"),
    "an override forgotten": (
        [(SEA, '    cite: ["§ 7.11"]\n    overrides: [sea-general]\n', '    cite: ["§ 7.11"]\n')],
        "conflict",
        "sea-alone",
    ),
    "a contradiction for one who carries two things": (
        [
            (
                COAST,
                "when: {cargo: fish}\n    unless: {cargo: passengers}",
                "when: {cargo: {all_of: [fish, passengers]}}",
            )
        ],
        "conflict",
        "coast-fish",
    ),
    "a verdict that nobody gets": (
        [
            (
                SEA,
                "basis: commercial\n    when: {waters: sea, crew: alone}",
                "basis: commercial\n    when: {waters: sea}",
            ),
            (SEA, '    cite: ["§ 7.11"]\n    overrides: [sea-general]\n', '    cite: ["§ 7.11"]\n'),
        ],
        "unreachable-verdict",
        "keel",
    ),
    "a group with a gap": (
        [
            ("content/groups.yaml", "when: {waters: sea}", "when: {waters: [sea, coast]}\n  at_least: legal-qms"),
            ("content/groups.yaml", "jurisdictions: sea", "jurisdictions: [sea, coast]"),
        ],
        "group-gap",
        "sailors",
    ),
    "a gap under the promised basis": (
        [("content/groups.yaml", "when: {waters: sea}", "when: {waters: sea}\n  at_least: legal-qms")],
        "group-gap",
        "sailors",
    ),
    "a group that nobody is in": (
        [("content/groups.yaml", "when: {waters: sea}", "when: {waters: sea, not: {waters: sea}}")],
        "empty-group",
        "sailors",
    ),
    "a group that nobody is in who sails there": (
        [("content/groups.yaml", "when: {waters: sea}", "when: {waters: [sea, coast]}\n  unless: {waters: sea}")],
        "empty-group",
        "sailors",
    ),
    "an override circle": (
        [(SEA, '    cite: ["§ 7.10"]\n', '    cite: ["§ 7.10"]\n    overrides: [sea-many]\n')],
        "override-circle",
        "sea-general",
    ),
    "none_of on a question that can be skipped": (
        [(COAST, "unless: {cargo: passengers}", "unless: {any: [{cargo: passengers}, {crew: {none_of: [many]}}]}")],
        "none-of-skipped",
        "coast-fish",
    ),
    "an unknown source": ([(SEA, "source: sea-law", "source: see-law")], "unknown-source", "sea-many"),
    "a missing citation of a law": ([(SEA, '    cite: ["§ 7.10"]\n', "")], "missing-citation", "sea-general"),
    "a missing citation elsewhere": ([(COAST, '    cite: ["§ 3"]\n', "")], "missing-citation", "coast-fish"),
    "a law without a date": ([(SOURCES, "as amended 2024-05-01", "as amended")], "undated-source", "sea-general"),
    "a review overdue": (
        [(NOTES, 'review_by: "2027-01-01"', 'review_by: "2026-03-01"')],
        "overdue-review",
        "coast-empty",
    ),
    "an obligation out of force": (
        [(SEA, '    cite: ["§ 7.11"]\n', '    cite: ["§ 7.11"]\n    valid: {until: "2026-01-31"}\n')],
        "out-of-force",
        "sea-alone",
    ),
    "a dead link": (
        [("content/outcomes/keel.legal-qms.md", "../standards/keel.md#more", "../standards/kiel.md")],
        "dead-link",
        "keel.legal-qms.md",
    ),
    "a dead anchor": (
        [("content/outcomes/keel.commercial.md", "keel.md#more", "keel.md#less")],
        "dead-link",
        "keel.commercial.md",
    ),
    "raw HTML in a page": ([(PAGE, LINK, "<img src=x onerror=alert(1)>")], "raw-html", PAGE),
    "an unfinished page": ([(PAGE, LINK, "TODO: say more")], "unfinished", PAGE),
    "a link that runs a program": ([(PAGE, LINK, "[more](javascript:alert)")], "unsafe-link", PAGE),
    "a link that is not protected": ([(PAGE, LINK, "[more]: http://example.org")], "unsafe-link", PAGE),
    "a page that nobody reads to its end": ([(PAGE, LINK, "Word after word. " * 60)], "long-page", PAGE),
    "an example that no longer holds": (
        [(SEA, "basis: commercial", "basis: contractual")],
        "example-fails",
        "Alone on the open sea",
    ),
    "an example that chooses what it is not shown": (
        [(EXAMPLES, "crew: few, cargo: [none]", "crew: few, cargo: [passengers]")],
        "hidden-answer",
        "A few on the open sea",
    ),
    "an example that answers what it is not asked": (
        [(EXAMPLES, "{waters: [coast], cargo: [p", "{waters: [coast], crew: many, cargo: [p")],
        "not-asked",
        "crew",
    ),
    "an obligation without an example": (
        [
            (EXAMPLES, "crew: alone", "crew: few"),
            (EXAMPLES, "keel: sea-alone", "keel: sea-general"),
            (EXAMPLES, "keel: commercial", "keel: legal-qms"),
        ],
        "no-example",
        "sea-alone",
    ),
    "an example that is only proposed": (
        [(EXAMPLES, "  provision: § 7.11\n", "  provision: § 7.11\n  confirmed: false\n")],
        "unconfirmed",
        "Alone on the open sea",
    ),
    "a reason too long for the screen": (
        [(SEA, "because: Large crews must be certified.", "because: " + "Large crews must be certified. " * 12)],
        "too-long",
        "sea-many",
    ),
    "a question too long for the screen": (
        [(BOAT, "ask: Where do you sail?", "ask: " + "Where " * 20)],
        "too-long",
        "waters",
    ),
    "an option too long for the screen": (
        [(BOAT, "label: Fish}", "label: " + "Fish " * 20 + "}")],
        "too-long",
        "cargo",
    ),
    "an override of what never fires beside it": (
        [(SEA, LAST, LAST.replace("[sea-general]", "[sea-general, sea-alone]"))],
        "idle-override",
        "sea-many",
    ),
    "an override of another market": (
        [(COAST, '    cite: ["§ 2"]\n', '    cite: ["§ 2"]\n    jurisdiction: coast\n    overrides: [sea-general]\n')],
        "override-elsewhere",
        "coast-passengers",
    ),
    "an override of another standard": (
        [(COAST, '    cite: ["§ 4"]\n', '    cite: ["§ 4"]\n    overrides: [coast-fish]\n')],
        "override-elsewhere",
        "coast-flag",
    ),
    "a need that nobody has": (
        [(NEEDS, "when: {cargo: passengers}", "when: {cargo: passengers, waters: {none_of: coast}}")],
        "never-needed",
        "passenger-list",
    ),
    "a need for obligations that never stand beside it": (
        [(NEEDS, "of: [sea-many]", "of: [sea-many]\n    when: {crew: alone}")],
        "never-needed",
        "crew-form",
    ),
    "a need for each option of which none has a name": (
        [(NEEDS, "of: [sea-many]", "each: cargo\n    when: {waters: coast}")],
        "never-needed",
        "crew-form",
    ),
    "a need of a law that is not named": (
        [(NEEDS, "    of: [sea-many]", "    when: {crew: many}")],
        "missing-citation",
        "crew-form",
    ),
    "a need of an authority without its provision": (
        [(NEEDS, '    cite: ["p. 4"]\n', "")],
        "missing-citation",
        "passenger-list",
    ),
    "a need whose review is overdue": (
        [(NEEDS, 'review_by: "2027-01-01"', 'review_by: "2026-03-01"')],
        "overdue-review",
        "passenger-list",
    ),
    "a standing that nobody has": (
        [(THINGS, "when: {crew: many, cargo: passengers}", "when: {crew: many, waters: {none_of: sea}}")],
        "never-stands",
        "crew-badge",
    ),
    "a standing behind one that always holds": (
        [(THINGS, "when: {crew: many, cargo: passengers}", "when: {crew: many}")],
        "never-stands",
        "crew-badge",
    ),
    "a thing of which nobody says what it takes": ([(THINGS, "  takes: A week.\n", "")], "no-thing", "sea-many"),
    "a thing without an entry": (
        [(SEA, "{id: crew-badge, name: Crew badge", "{id: mate-badge, name: Mate badge")],
        "no-thing",
        "sea-many",
    ),
    "an answer behind one for everybody": (
        [(ANSWERS, "- {id: empty-hold", "- {id: all, say: All.}\n- {id: empty-hold")],
        "never-answers",
        "empty-hold",
    ),
    "an answer for a need that cannot be": (
        [(ANSWERS, "has: {id: crew-form}", "has: {id: crew-form, wanted: tender}")],
        "never-answers",
        "form",
    ),
    "own words that nobody has": (
        [(NEEDS, '    answer: "Yes: a list of passengers."\n', "")],
        "never-answers",
        "own-words",
    ),
    "no answer for everybody": (
        [(ANSWERS, "- {id: otherwise, say", "- {id: otherwise, when: {waters: sea}, say")],
        "no-last-answer",
        "otherwise",
    ),
    "an answer that names a need where there is none": (
        [(ANSWERS, "- {id: nothing, empty: true, say: Nothing.}\n", "")],
        "empty-answer",
        "otherwise",
    ),
    "a no where nobody has looked": (
        [(ANSWERS, "- {id: empty-hold, when: {cargo: none}, empty: true, say: We do not know.}\n", "")],
        "unresearched-answer",
        "nothing",
    ),
    "an answer too long for a headline": (
        [(THINGS, "name: Crew badge", "name: " + "Crew badge " * 8), (ANSWERS, "Start here: {what}", "{thing} " * 2)],
        "long-answer",
        "otherwise",
    ),
    "own words too long for a headline": (
        [(NEEDS, "a list of passengers.", "a list of passengers. " + "Yes. " * 20)],
        "long-answer",
        "passenger-list",
    ),
    "a demand without a need": (
        [("content/situation.yaml", "demanded: flag", "demanded: [flag, cargo]")],
        "unanswered-demand",
        "fish",
    ),
    "a law that is only a contract": (
        [(NEEDS, "of: [sea-many]", "of: [coast-passengers]")],
        "not-the-law",
        "crew-form",
    ),
    "a defect that is kept": (
        [
            (
                NEEDS,
                "when: {waters: sea, crew: many, cargo: passengers}",
                "when: {waters: sea, crew: many, cargo: [passengers, fish]}",
            )
        ],
        "keeps-defect",
        "keep-badge",
    ),
    "a demand for a certificate in the place of which a system by law is told": (
        [(NEEDS, "    kind: registration", "    kind: system\n    replaces: [keel]")],
        "silenced-demand",
        "crew-form",
    ),
    "a demand for a certificate that a system by law overrides": (
        [(SEA, '    cite: ["§ 7.10"]\n', '    cite: ["§ 7.10"]\n    overrides: [coast-passengers]\n')],
        "silenced-demand",
        "sea-general",
    ),
    "a market without a row": (
        [(BOAT, "label: On a lake, neutral: true", "label: On a lake"), (COAST, "{flag: abroad}", "{waters: lake}")],
        "no-row",
        "waters",
    ),
    "a law of where one does not sail": (
        [(COAST, "standard: sail\n", "standard: sail\n    jurisdiction: sea\n")],
        "from-elsewhere",
        "coast-flag",
    ),
    "a place that only the text names": (
        [(COAST, "because: Harbours like to see it.", "because: Harbours of the Open sea like to see it.")],
        "names-a-place",
        "coast-flag",
    ),
    "a need on an unknown option": (
        [(NEEDS, "{cargo: passengers}", "{waters: coast, cargo: pasengers}")],
        "unknown-name",
        "passenger-list",
    ),
    "a condition on an unknown question": ([(SEA, "crew: alone}", "crow: alone}")], "unknown-name", "sea-alone"),
    "a condition on an unknown option": ([(SEA, "crew: alone}", "crew: alones}")], "unknown-name", "sea-alone"),
    "a condition that looks ahead": (
        [(BOAT, "ask_if: {waters: sea}", "ask_if: {waters: sea, flag: home}")],
        "unknown-name",
        "crew",
    ),
}


WITHOUT_ANSWERS = ("unused-verdict", "dead-link", "long-answer", "no-last-answer", "names-a-place", "never-answers")


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return check(harbour.write(tmp_path_factory.mktemp("clean")), TODAY)


def test_clean_content_has_no_error(clean: Report) -> None:
    assert [p for p in clean.problems if p.severity == "error"] == []


def test_a_standard_without_obligations_of_a_basis_is_a_warning(clean: Report) -> None:
    assert {p.rule for p in clean.problems} == {"unused-verdict"}


@pytest.mark.parametrize("defect", PLANTED)
def test_a_planted_defect_is_named_with_answers_that_show_it(defect: str, tmp_path: Path) -> None:
    edits, rule, name = PLANTED[defect]
    root = harbour.write(tmp_path, *edits)
    found = [p for p in check(root, TODAY).problems if p.rule == rule and name in f"{p.about} {p.text} {p.file}"]
    assert found, [str(p) for p in check(root, TODAY).problems]
    draft = read_what_can_be_read(root)
    for problem in found:
        assert problem.line > 0
        assert (root / problem.file).exists()
        assert problem.answers or rule in WITHOUT_ANSWERS
        assert Shown(problem, draft, TODAY).holds(), problem


def test_a_question_that_is_always_asked_needs_no_effect(tmp_path: Path) -> None:
    nothing = (COAST, "when: {flag: abroad}", "when: {waters: coast}")
    root = harbour.write(
        tmp_path, nothing, (BOAT, "  ask: Under which flag?", "  always: true\n  ask: Under which flag?")
    )
    assert not {problem.rule for problem in check(root, TODAY).problems} & {"idle-question", "idle-option"}


def test_every_mistake_is_reported_at_once(tmp_path: Path) -> None:
    kinds = ("an unknown source", "a question too long for the screen", "an override circle", "a dead link")
    root = harbour.write(tmp_path, *(edit for kind in kinds for edit in PLANTED[kind][0]))
    rules = {problem.rule for problem in check(root, TODAY).problems}
    assert {"unknown-source", "too-long", "override-circle", "dead-link"} <= rules


def test_content_that_cannot_be_read_is_reported_and_the_rest_proved(tmp_path: Path) -> None:
    root = harbour.write(tmp_path, (SEA, "basis: legal-certificate", "bassis: legal-certificate"))
    problems = check(root, TODAY).problems
    assert {("form", "sea-many")} <= {(p.rule, p.about) for p in problems}


def test_a_file_that_does_not_name_its_schema_is_a_warning_that_says_how(tmp_path: Path) -> None:
    path = harbour.write(tmp_path) / SEA
    path.write_text(path.read_text("utf-8").partition("\n")[2], "utf-8")
    (found,) = (problem for problem in check(tmp_path, TODAY).problems if problem.rule == "no-schema-line")
    assert (found.severity, found.file, found.line) == ("warning", SEA, 1)
    assert "# yaml-language-server: $schema=../../schemas/obligations.schema.json" in found.text


@pytest.mark.parametrize("name", ["content/obligations/lake.yml", "content/note/lake.yaml", "content/faqs/1-why.md"])
def test_a_file_that_nobody_reads_is_an_error(name: str, tmp_path: Path) -> None:
    path = harbour.write(tmp_path) / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("hello: there\n", "utf-8")
    (found,) = (problem for problem in check(tmp_path, TODAY).problems if problem.severity == "error")
    assert (found.rule, found.file, found.line) == ("unread-file", name, 1)
    assert "did you mean 'content/" in found.text


def test_a_file_in_no_folder_of_its_kind_is_told_the_folders(tmp_path: Path) -> None:
    path = harbour.write(tmp_path) / "content/lake.yaml"
    path.write_text("hello: there\n", "utf-8")
    (found,) = (problem for problem in check(tmp_path, TODAY).problems if problem.severity == "error")
    assert "content/obligations" in found.text


def test_a_review_is_a_warning_for_thirty_days(tmp_path: Path) -> None:
    root = harbour.write(tmp_path, (NOTES, 'review_by: "2027-01-01"', 'review_by: "2026-05-03"'))

    def severity(day: str) -> list[str]:
        return [p.severity for p in check(root, date.fromisoformat(day)).problems if p.rule == "overdue-review"]

    assert (severity("2026-05-03"), severity("2026-06-01"), severity("2026-06-02")) == ([], ["warning"], ["error"])


def test_a_part_for_each_of_two_roles_is_no_contradiction(tmp_path: Path) -> None:
    root = harbour.write(
        tmp_path, (COAST, "when: {cargo: fish}\n    unless: {cargo: passengers}", "when: {cargo: fish}")
    )
    assert "conflict" not in {problem.rule for problem in check(root, TODAY).problems}


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (
            (SEA, "when: {waters: sea, crew: alone}", "when: {cargo: {all_of: [fish, none]}}"),
            "[fish, none]}} never holds",
        ),
        (
            (SEA, "when: {waters: sea, crew: alone}", "when: {waters: {none_of: sea}, crew: alone}"),
            "never hold together",
        ),
        (
            (BOAT, "{id: none, label: Nothing, exclusive: true}", "{id: none-of-these, label: Nothing}"),
            "'exclusive: true'",
        ),
    ],
)
def test_a_problem_is_said_so_that_it_can_be_mended(edit: Edit, said: str, tmp_path: Path) -> None:
    edits = [edit, (NOTES, ", cargo: none", "")] if edit[0] == BOAT else [edit]
    assert any(said in problem.text for problem in check(harbour.write(tmp_path, *edits), TODAY).problems)


def test_what_a_page_may_contain_is_left_alone(tmp_path: Path) -> None:
    fine = "Write to <mailto:us@example.org> or see <https://example.org>; 3 < 4, and `<b>` is shown as it stands."
    problems = check(harbour.write(tmp_path, (PAGE, LINK, fine)), TODAY).problems
    assert [problem for problem in problems if problem.file == PAGE] == []


@pytest.mark.parametrize("condition", ["when: {cargo: fish}", "unless: {cargo: passengers}"])
def test_an_obligation_whose_condition_cannot_be_read_speaks_for_nobody(condition: str, tmp_path: Path) -> None:
    edit = (COAST, condition, condition.partition(":")[0] + ": [cargo]")
    first, *others = check(harbour.write(tmp_path, edit), TODAY).problems
    assert (first.rule, first.about) == ("form", "coast-fish")
    assert {problem.rule for problem in others} <= {"example-fails", "unanswered", "idle-option", "unused-verdict"}


def test_what_cannot_be_read_comes_first(tmp_path: Path) -> None:
    root = harbour.write(tmp_path, *PLANTED["two bases for one visitor"][0], (NOTES, "kind: caution", "kind: cautoin"))
    (root / "content/lake.yaml").write_text("hello: there\n", "utf-8")
    rules = [problem.rule for problem in check(root, TODAY).problems]
    assert set(rules[:2]) == {"form", "unread-file"}
    assert "conflict" in rules[2:]
