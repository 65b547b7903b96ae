"""What a verification says: genuine or not, under which content, and what would be said today and why."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from advisor.assessment.assessment import Assessment
from advisor.content.words import Words
from advisor.reading.record import Record
from advisor.sharing.seal import record_of, seal_json
from advisor.sharing.signing import Keys
from advisor.sharing.verification import Verification, verify
from advisor.summary.verification_text import sentences
from tests.support.invented import BASES, obligation, question, rules
from tests.support.invented_words import WORDS
from tests.support.signing_keys import signing_keys

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


def test_where_only_the_file_around_it_was_changed_the_statement_is_compared_with_today() -> None:
    found = verify(document(OLD).replace(b"Summary", b"Summery"), OLD, KEYS, TODAY)
    assert (found.state, found.reproduced) == ("statement-only", True)
    assert found.comparisons
    assert sentences(found, OLD)[0] == WORDS("verify.statement-only", day="1 January 2026")


def test_an_altered_statement_says_nothing_more() -> None:
    found = verify(document(OLD).replace(b"2026-01-01", b"2027-01-01"), OLD, KEYS, TODAY)
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


def test_a_level_that_no_longer_exists_is_named_as_it_was_sealed() -> None:
    words = Words({key: text for key, text in WORDS.items() if key != "basis.legal-certificate"})
    ruleset = replace(rules(WATERS, FLAG), bases=BASES[:-1])
    without = SimpleNamespace(ruleset=ruleset, hash="0" * 64, words=words)
    found = verify(document(OLD), without, KEYS, TODAY)
    assert found.comparisons[0].differs
    assert any("legal-certificate" in sentence for sentence in sentences(found, without))


def test_every_cause_has_its_sentence() -> None:
    ended = obligation("sea-law", "legal-certificate", SEA, valid={"until": "2026-06-30"})
    begun = obligation("new-law", "legal-qms", SEA, valid={"from": "2026-07-01"})
    new = content(WATERS, ended, begun, name="new")
    said = "\n".join(sentences(verify(document(OLD), new, KEYS, TODAY), new))
    assert WORDS("verify.differs", standard="Keel", then="basis.legal-certificate", now="basis.legal-qms") in said
    assert WORDS("verify.because-ended", because="So says sea-law.") in said
    assert WORDS("verify.because-begun", because="So says new-law.") in said
    assert WORDS("verify.dropped", questions="flag") in said
