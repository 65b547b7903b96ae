"""Checking a document on the screen: a plain judgement whatever is handed in, and nothing kept of it."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import get_args

import pytest
from streamlit.testing.v1 import AppTest

from advisor.assessment.assessment import Assessment
from advisor.sharing.seal import record_of
from advisor.sharing.signing import Keys
from advisor.sharing.verification import State
from advisor.summary.formats.document import Document, Form
from advisor.summary.summarise import summarise
from tests.screens.walker import open_page, sound
from tests.support.signing_keys import signing_keys
from tests.support.visitor import ECG_START_UP, content
from tests.support.wording import says

SECRET = "0123456789abcdef" * 3
SIGNED: Keys = signing_keys(SECRET)
DAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _operator_has_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADVISOR_SIGNING_KEY", SECRET)


def written(form: Form, keys: Keys = SIGNED) -> bytes:
    assessment = Assessment(content(), DAY, ECG_START_UP)
    summary = summarise(assessment, "Acme")
    return Document(summary, content(), record_of(assessment), keys, "https://check.example/?a=1.x").written(form)


def handed_in(file: bytes, name: str = "summary.pdf") -> AppTest:
    at = open_page("verify")
    return sound(at.file_uploader(key="verify.document").set_value((name, file, "application/pdf")).run())


def judgement(at: AppTest) -> tuple[str, str]:
    """Its kind, and what it says."""
    (alert,) = [*at.success, *at.warning, *at.error, *at.info]
    return alert.type, next(s for s in get_args(State) if says(alert.value, content().words, f"verify.{s}"))


def shown(at: AppTest) -> str:
    return "\n".join(element.value for element in (*at.markdown, *at.subheader)).replace("\\", "")


@pytest.mark.parametrize("form", ["pdf", "json"])
def test_a_signed_document_is_genuine_and_compared_with_today(form: Form) -> None:
    at = handed_in(written(form))
    assert judgement(at) == ("success", "genuine")
    assert content().words["verify.today"] in shown(at)
    assert says(shown(at), content().words, "verify.same")


@pytest.mark.parametrize("form", ["pdf", "json"])
def test_one_changed_letter_leaves_the_signed_statement_and_only_that_is_shown(form: Form) -> None:
    document = written(form)
    place = document.index(b"Acme") if form == "json" else len(document) // 2
    at = handed_in(document[:place] + bytes([document[place] ^ 1]) + document[place + 1 :])
    assert judgement(at) == ("warning", "statement-only")
    assert content().words["verify.today"] in shown(at)


def test_where_the_statement_was_changed_nothing_more_is_said() -> None:
    at = handed_in(written("json").replace(b"2026-11-22", b"2027-11-22"))
    assert judgement(at) == ("error", "altered")
    assert content().words["verify.today"] not in shown(at)


def test_an_unsigned_document_is_called_unsigned() -> None:
    assert judgement(handed_in(written("pdf", ()))) == ("warning", "unsigned")


def test_a_document_of_another_house_is_neither_confirmed_nor_denied() -> None:
    at = handed_in(written("pdf", signing_keys("other" * 10)))
    assert judgement(at) == ("warning", "unknown-key")


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(5_000_000))
    return file.getvalue()


FOREIGN = {
    "empty": b"",
    "image": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "zip": zipped(),
    "large": bytes(6_000_000),
    "deep": b"[" * 200_000,
    "number": b'{"seal": ' + b"9" * 10_000 + b"}",
    "text": b'{"seal": {"record": "<script>alert(1)</script>"}}',
    "not text": b"\xff\xfe\x00\xd8",
    "half a PDF": b"%PDF-1.7\n" + bytes(range(256)) * 40,
}


@pytest.mark.parametrize("name", FOREIGN)
def test_whatever_else_is_handed_in_gets_a_calm_answer(name: str) -> None:
    at = handed_in(FOREIGN[name], name)
    assert judgement(at) == ("info", "unreadable")
    assert "script" not in shown(at)


@pytest.mark.parametrize("form", ["html", "docx", "markdown"])
def test_forms_without_a_seal_are_told_apart_from_genuine_ones(form: Form) -> None:
    assert judgement(handed_in(written(form)))[0] == "info"


def test_half_of_a_document_of_ours_is_not_genuine() -> None:
    document = written("pdf")
    for length in range(0, len(document), len(document) // 7):
        assert judgement(handed_in(document[:length]))[1] in ("statement-only", "altered", "unreadable")


def test_what_was_found_stays_through_a_rerun_and_goes_with_the_file() -> None:
    at = handed_in(written("json"))
    assert judgement(sound(at.run())) == ("success", "genuine")
    sound(at.file_uploader(key="verify.document").set_value(None).run())
    assert not [*at.success, *at.warning, *at.error, *at.info]


@pytest.mark.parametrize("name", ["**Genuine** [x](https://x.example)", "a" * 5000, "\u202eevil", "<b>x</b>.pdf"])
def test_the_name_of_the_file_is_shown_as_it_is(name: str) -> None:
    heading = handed_in(b"", name).header[0].value.replace("\\", "")
    assert heading.endswith(name if len(name) < 60 and name.isprintable() else heading[-1])
    assert len(heading) < 100


@pytest.mark.parametrize("page", ["recommendation", "explanations"])
def test_every_page_leads_to_it(page: str) -> None:
    """The conversation's element draws its own links."""
    links = open_page(page).get("page_link")
    assert content().words["nav.verify"] in [link.proto.label for link in links]
