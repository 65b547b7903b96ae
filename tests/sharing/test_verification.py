"""What a verification says: genuine or not, under which content, and what would be said today and why."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from advisor.__main__ import main
from advisor.assessment.assessment import Assessment
from advisor.reading.record import Record
from advisor.settings import settings
from advisor.sharing.seal import record_of, seal_json
from advisor.sharing.signing import Keys
from advisor.sharing.verification import Verification, verify
from advisor.summary.verification_text import sentences
from tests.support.invented import obligation, question, rules
from tests.support.invented_words import WORDS
from tests.support.signing_keys import signing_keys
from tests.support.wording import says

SECRET = "0123456789abcdef" * 3
KEYS = signing_keys(SECRET)
THEN, TODAY = date(2026, 1, 1), date(2026, 11, 22)
WATERS, FLAG = question("waters", "coast", "sea"), question("flag", "ours", "theirs")
SEA = {"waters": "sea"}
ANSWERS = {"waters": ("sea",), "flag": ("ours",)}
SEA_LAW = obligation("sea-law", "legal-certificate", SEA)


def content(*records: Record, name: str = "old") -> Any:
    """As much of a content as is looked at."""
    return SimpleNamespace(ruleset=rules(*records), hash=name.ljust(64, "0"), words=WORDS)


def document(made_with: Any, keys: Keys = KEYS) -> bytes:
    record = record_of(Assessment(made_with, THEN, ANSWERS))
    return json.dumps(seal_json({"title": "Summary"}, record, keys)).encode()


OLD = content(WATERS, FLAG, SEA_LAW)


def reasons(found: Verification) -> list[tuple[str, str]]:
    return [(reason.cause, reason.rule) for reason in found.comparisons[0].reasons]


def under(*records: Record) -> Verification:
    """What is said of a document made with the old content, under another one."""
    return verify(document(OLD), content(*records, name="new"), KEYS, TODAY)


def test_a_document_made_with_todays_content_is_genuine_and_reproduced() -> None:
    found = verify(document(OLD), OLD, KEYS, TODAY)
    assert (found.state, found.same_content, found.same_engine, found.reproduced) == ("genuine", True, True, True)
    assert not any(comparison.differs for comparison in found.comparisons)
    assert sentences(found, OLD)[0] == WORDS("verify.genuine", day="1 January 2026")


def test_an_altered_document_says_nothing_more() -> None:
    found = verify(document(OLD).replace(b"Summary", b"Summery"), OLD, KEYS, TODAY)
    assert found == Verification("altered")
    assert len(sentences(found, OLD)) == 1


@pytest.mark.parametrize("file", [b"", b"hello", b"%PDF-1.7 without a seal", b"{}", b"x" * 5_000_001])
def test_what_carries_no_seal_is_unreadable(file: bytes) -> None:
    assert verify(file, OLD, KEYS, TODAY).state == "unreadable"


def test_without_the_key_it_is_neither_confirmed_nor_denied() -> None:
    found = verify(document(OLD), OLD, (), TODAY)
    assert found.state == "unknown-key"
    assert found.comparisons


def test_an_unsigned_document_is_called_unsigned() -> None:
    assert verify(document(OLD, ()), OLD, KEYS, TODAY).state == "unsigned"


def test_a_rule_that_is_gone_explains_the_difference() -> None:
    found = under(WATERS, FLAG)
    assert found.same_content is False
    assert found.reproduced is None
    assert reasons(found) == [("gone", "sea-law")]


def test_a_rule_that_ended_and_one_that_began_explain_the_difference() -> None:
    ended = obligation("sea-law", "legal-certificate", SEA, valid={"until": "2026-06-30"})
    begun = obligation("new-law", "legal-qms", SEA, valid={"from": "2026-07-01"})
    assert reasons(under(WATERS, FLAG, ended, begun)) == [("ended", "sea-law"), ("begun", "new-law")]


def test_time_alone_can_change_what_the_same_content_says() -> None:
    timed = content(WATERS, FLAG, obligation("sea-law", "legal-qms", SEA, valid={"until": "2026-06-30"}))
    found = verify(document(timed), timed, KEYS, TODAY)
    assert found.reproduced is True
    assert reasons(found) == [("ended", "sea-law")]


def test_a_changed_condition_and_a_stronger_rule_explain_the_difference() -> None:
    narrowed = obligation("sea-law", "legal-certificate", {"flag": "theirs"})
    assert reasons(under(WATERS, FLAG, narrowed)) == [("silent", "sea-law")]
    weaker = content(WATERS, FLAG, obligation("habit", "commercial", SEA))
    found = verify(document(weaker), content(WATERS, FLAG, SEA_LAW, name="new"), KEYS, TODAY)
    assert reasons(found) == [("gone", "habit"), ("new", "sea-law")]


def test_answers_that_no_longer_exist_are_named_and_the_rest_is_replayed() -> None:
    found = under(WATERS, SEA_LAW)
    assert found.dropped == ("flag",)
    assert not found.comparisons[0].differs


def test_every_cause_has_its_sentence() -> None:
    ended = obligation("sea-law", "legal-certificate", SEA, valid={"until": "2026-06-30"})
    begun = obligation("new-law", "legal-qms", SEA, valid={"from": "2026-07-01"})
    new = content(WATERS, ended, begun, name="new")
    said = "\n".join(sentences(verify(document(OLD), new, KEYS, TODAY), new))
    assert WORDS("verify.differs", standard="Keel", then="basis.legal-certificate", now="basis.legal-qms") in said
    assert WORDS("verify.because-ended", because="So says sea-law.") in said
    assert WORDS("verify.because-begun", because="So says new-law.") in said
    assert WORDS("verify.dropped", questions="flag") in said


@pytest.fixture
def summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Write a summary of real answers with the command line."""
    monkeypatch.setenv("ADVISOR_SIGNING_KEY", SECRET)
    (tmp_path / "answers.yaml").write_text("sectors: services\nsize: micro\n")

    def write(form: str) -> Path:
        out = tmp_path / f"summary.{form}"
        assert main(["summary", str(tmp_path / "answers.yaml"), "--format", form, "--out", str(out)]) == 0
        return out

    return write


@pytest.mark.parametrize("form", ["pdf", "json"])
def test_the_command_line_recognises_its_own_summary(
    summary: Callable[[str], Path], form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    written = summary(form)
    assert main(["verify", str(written)]) == 0
    assert says(capsys.readouterr().out, WORDS, "verify.genuine")
    written.write_bytes(written.read_bytes().replace(b"2026", b"2025", 1))
    assert main(["verify", str(written), "--json"]) in (1, 2)
    assert json.loads(capsys.readouterr().out)["state"] in ("altered", "unreadable")


def test_the_command_line_says_unsigned_without_a_key(
    summary: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("ADVISOR_SIGNING_KEY")
    assert main(["verify", str(summary("pdf"))]) == 3
    assert says(capsys.readouterr().out, WORDS, "verify.unsigned")


def test_the_command_line_refuses_a_weak_key_and_a_missing_file(
    summary: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written = summary("json")
    assert main(["verify", str(written.with_name("nothing.pdf"))]) == 2
    monkeypatch.setenv("ADVISOR_SIGNING_KEY", "weak")
    settings.cache_clear()
    assert main(["verify", str(written)]) == 2
    assert "at least 32 characters" in capsys.readouterr().err


def test_levers_and_effort_answer_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text("sectors: services\nsize: small\ndemands: iso-9001\ndemand-9001-form: contract\n")
    assert main(["levers", str(answers), "--json"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == {"iso-9001", "iso-13485"}
    assert main(["effort", str(answers), "--people", "20", "--rate", "1000-1500", "--deadline", "2026-12-01"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["standards"]["iso-9001"]["table"]["first_cycle"] == {"low": 5.0, "high": 5.0}
    assert told["roadmap"]["steps"]
    assert told["costs"]
