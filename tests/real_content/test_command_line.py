"""The command line as a person or a script uses it, with the real content."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.visitor import BOOKKEEPER, ECG_START_UP, content


def run(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "advisor", *arguments], input=given, capture_output=True, text=True, check=False
    )


def assessed(answers: dict[str, tuple[str, ...]], *arguments: str) -> dict[str, object]:
    done = run("assess", "-", *arguments, given=json.dumps(answers))
    assert done.returncode == 0, done.stderr
    result: dict[str, object] = json.loads(done.stdout)
    return result


def test_questions_are_printed_in_asking_order_with_their_options() -> None:
    printed = json.loads(run("questions", "--json").stdout)
    assert [q["id"] for q in printed] == [q.id for q in content().ruleset.questions]
    assert all(option["label"] for q in printed for option in q["options"])


def test_an_assessment_has_all_that_a_script_needs() -> None:
    result = assessed(ECG_START_UP)
    assert set(result) >= {
        *("verdicts", "suggested", "certificates", "matrix", "open_questions", "settled", "content_hash", "text")
    }
    verdict = result["verdicts"]["iso-13485"]  # type: ignore[index]
    assert (verdict["basis"], verdict["at_most"]) == ("legal-qms", "legal-qms")
    for finding in [*verdict["decided_by"], *verdict["also"]]:
        assert set(finding) >= {"because", "cite", "source", "checked", "confidence"}
    assert result["settled"] is True


def test_one_option_may_be_written_without_a_list_in_yaml_or_json(tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text("\n".join(f"{question}: {options[0]}" for question, options in BOOKKEEPER.items()), "utf-8")
    from_yaml = json.loads(run("assess", str(file)).stdout)
    assert from_yaml == assessed(BOOKKEEPER)


def test_wrong_answers_are_told_all_at_once_and_nothing_is_printed() -> None:
    done = run(
        "assess", "-", given="sectors: medicall\nroless: manufacturer\nsize: [solo, micro]\ndemands: [none, iso-9001]\n"
    )
    assert done.returncode == 2
    assert done.stdout == ""
    for text in ("'medicall'; did you mean 'medical'?", "'roless'; did you mean 'roles'?", "one option only", "'none'"):
        assert text in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("given", ["", "[1, 2]", "{", "a: &x 1\nb: *x", "sectors: {a: b}", "[" * 100_000, "\x00"])
def test_rubbish_is_refused_in_a_sentence(given: str) -> None:
    done = run("assess", "-", given=given)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_a_missing_file_is_told() -> None:
    done = run("assess", "/no/such/file.yaml")
    assert done.returncode == 2
    assert "/no/such/file.yaml" in done.stderr


def test_the_day_of_the_assessment_can_be_chosen() -> None:
    assert assessed(BOOKKEEPER, "--on", "2027-03-01")["day"] == "2027-03-01"


def test_a_hostile_company_name_appears_as_text_and_shortened() -> None:
    result = assessed(BOOKKEEPER, "--company", "<b>*Acme*</b> " + "x" * 10_000)
    text = str(result["text"])
    assert "\\<b\\>\\*Acme\\*\\</b\\>" in text
    assert "x" * 100 not in text


def test_the_summary_is_a_pdf_of_the_same_bytes_each_time(tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(ECG_START_UP), "utf-8")
    for name in ("one.pdf", "two.pdf"):
        done = run("summary", str(file), "--on", "2026-11-22", "--out", str(tmp_path / name))
        assert done.returncode == 0, done.stderr
    assert (tmp_path / "one.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_a_reader_who_has_seen_enough_ends_the_command_quietly() -> None:
    """As `python -m advisor questions --json | head -1` does."""
    command = [sys.executable, "-m", "advisor", "questions", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        assert writer.stderr
        writer.stdout.close()
        assert writer.stderr.read() == ""
    assert writer.returncode == 0


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text("sectors: services\n", "utf-8")
    done = run("summary", str(tmp_path / "answers.yaml"), "--out", str(tmp_path / "nowhere" / "x.pdf"))
    assert done.returncode == 2
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_misspelt_setting_is_told_and_its_sense_is_guessed() -> None:
    environment = {**os.environ, "ADVISOR_CONTNET": "/x"}
    done = subprocess.run(
        [sys.executable, "-m", "advisor", "questions"], env=environment, capture_output=True, text=True, check=True
    )
    assert "ADVISOR_CONTENT" in done.stderr
