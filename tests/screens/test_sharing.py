"""Taking the result along: the link to oneself by e-mail, offered only where an operator sends it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from advisor.screen.recommendation.send_mail import postmark
from tests.screens.walker import open_page, sound
from tests.support.inbox import Inbox, Refusing, arrived, operator_settings, served
from tests.support.visitor import ECG_START_UP, content, link_of
from tests.support.wording import says

TO = "ana.horvat@firm.example"
WORDS = content().words


@pytest.fixture(autouse=True)
def _counted_from_nothing() -> Iterator[None]:
    postmark.clear()
    yield
    postmark.clear()


def opened(monkeypatch: pytest.MonkeyPatch, port: int) -> AppTest:
    for name, value in operator_settings(port).items():
        monkeypatch.setenv(name, value)
    return open_page("recommendation", link_of(ECG_START_UP))


def send(at: AppTest, to: str = TO, agreed: bool = True, pdf: bool = False) -> AppTest:
    """Fill in the form as it stands, and press Send."""
    at.text_input(key=key(at, "address")).set_value(to)
    at.checkbox(key=key(at, "consent")).set_value(agreed)
    at.checkbox(key=key(at, "pdf")).set_value(pdf)
    return sound(at.button(key=key(at, "send")).click().run())


def key(at: AppTest, part: str) -> str:
    widgets: list[Any] = [*at.text_input, *at.checkbox, *at.button]
    return next(widget.key for widget in widgets if (widget.key or "").startswith(f"mail-{part}"))


def test_without_a_mail_server_nothing_is_offered() -> None:
    at = open_page("recommendation", link_of(ECG_START_UP))
    assert not [field for field in at.text_input if (field.key or "").startswith("mail-")]


@pytest.mark.parametrize("missing", ["ADVISOR_MAIL_FROM", "ADVISOR_PUBLIC_URL"])
def test_half_a_setting_offers_nothing_and_breaks_nothing(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    for name, value in operator_settings(25).items():
        monkeypatch.setenv(name, "" if name == missing else value)
    at = open_page("recommendation", link_of(ECG_START_UP))
    assert not [field for field in at.text_input if (field.key or "").startswith("mail-")]


def test_the_link_and_the_pdf_arrive_and_the_address_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    inbox = Inbox()
    with served(inbox) as port:
        at = send(opened(monkeypatch, port), pdf=True)
    assert WORDS["mail.sent"] in [success.value for success in at.success]
    assert at.text_input(key=key(at, "address")).value == ""
    assert not at.checkbox(key=key(at, "consent")).value
    assert "mail-address-0" not in at.session_state
    (attached,) = arrived(inbox).iter_attachments()
    assert attached.get_content().startswith(b"%PDF-")
    body = arrived(inbox).get_body()
    assert body
    assert f"https://check.example/?{link_of(ECG_START_UP)}" in body.get_content()


def test_nothing_is_sent_without_consent(monkeypatch: pytest.MonkeyPatch) -> None:
    inbox = Inbox()
    with served(inbox) as port:
        at = send(opened(monkeypatch, port), agreed=False)
    assert [error.value for error in at.error] == [WORDS["mail.consent-needed"]]
    assert at.text_input(key=key(at, "address")).value == TO
    assert not inbox.envelopes


def test_who_uses_the_address_and_for_what_stands_beside_the_field(monkeypatch: pytest.MonkeyPatch) -> None:
    at = opened(monkeypatch, 25)
    label = at.checkbox(key=key(at, "consent")).label.replace("\\", "")
    assert label == WORDS("mail.consent", brand=content().brand.name)


def test_a_refusing_server_loses_nothing_and_no_address_is_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    with served(Refusing()) as port:
        at = send(opened(monkeypatch, port))
    assert [error.value for error in at.error] == [WORDS["mail.failed"]]
    assert at.text_input(key=key(at, "address")).value == TO
    ours = [record for record in caplog.records if not record.name.startswith("mail.log")]  # the test's own server
    assert not [record for record in ours if TO in record.getMessage()]


def test_an_unreachable_server_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    with served(Inbox()) as port:
        pass
    assert [error.value for error in send(opened(monkeypatch, port)).error] == [WORDS["mail.failed"]]


@pytest.mark.parametrize("to", ["", "nobody", "a@b.example\nBcc: c@d.example", "a@b.example, c@d.example"])
def test_what_is_no_plain_address_is_refused_before_anything_is_sent(monkeypatch: pytest.MonkeyPatch, to: str) -> None:
    inbox = Inbox()
    with served(inbox) as port:
        at = send(opened(monkeypatch, port), to)
    assert [error.value for error in at.error] == [WORDS["mail.bad-address"]]
    assert not inbox.envelopes


def test_one_visit_sends_only_a_few_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    inbox = Inbox()
    with served(inbox) as port:
        at = opened(monkeypatch, port)
        for number in range(6):
            send(at, f"person{number}@firm.example")
    assert len(inbox.envelopes) == 5
    assert at.error[0].value == WORDS.count("mail.too-often", 60)


def test_the_whole_process_sends_only_so_much(monkeypatch: pytest.MonkeyPatch) -> None:
    inbox = Inbox()
    for number in range(60):
        assert postmark().minutes_to_wait(f"p{number}@firm.example", f"visit {number}") == 0
    with served(inbox) as port:
        at = send(opened(monkeypatch, port))
    assert says(at.error[0].value, WORDS, "mail.too-often.other")
    assert not inbox.envelopes
