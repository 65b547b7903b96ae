"""An e-mail to oneself: delivered encrypted, without a way to smuggle anything in, and without a trace."""

from __future__ import annotations

import logging
import socket
import ssl
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any

import pytest
import trustme
from aiosmtpd.smtp import AuthResult
from pydantic import SecretStr

from advisor.addresses import BadAddressError, address_of
from advisor.settings import MailServer
from advisor.sharing.mail import Letter, NotSentError, Postmark, message, send
from tests.support.inbox import Inbox, Refusing, arrived, served
from tests.support.invented_words import WORDS

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LETTER = Letter("Harbour Quality", "https://harbour.example", "https://check.example/?a=1.c0ffee")
TO = "ana.horvat@firm.example"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def trust(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def certified(authority: trustme.CA, name: str = "localhost") -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


def server(port: int, security: str = "starttls", **more: str) -> MailServer:
    settings = {"user": "", "sender": "advisor@harbour.example", "site": "https://check.example"} | more
    password = SecretStr(settings.pop("password", ""))
    return MailServer(host="localhost", port=port, security=security, password=password, **settings)  # type: ignore[arg-type]


def mail(letter: Letter = LETTER, to: str = TO) -> EmailMessage:
    return message(server(25), to, letter, WORDS, NOW)


def test_the_link_arrives_over_starttls(authority: trustme.CA, trust: ssl.SSLContext) -> None:
    inbox = Inbox()
    with served(inbox, tls_context=certified(authority), require_starttls=True) as port:
        send(server(port), mail(), trust)
    assert inbox.envelopes[0].rcpt_tos == [TO]
    assert LETTER.link in arrived(inbox).get_content()
    assert arrived(inbox)["From"] == "advisor@harbour.example"


def test_the_pdf_arrives_whole_over_tls(authority: trustme.CA, trust: ssl.SSLContext) -> None:
    inbox, pdf = Inbox(), bytes(range(256)) * 300
    with served(inbox, ssl_context=certified(authority)) as port:
        send(server(port, "tls"), mail(Letter("B", "https://b.example", LETTER.link, pdf)), trust)
    (attached,) = arrived(inbox).iter_attachments()
    assert attached.get_content() == pdf
    assert attached.get_content_type() == "application/pdf"


def test_the_operator_logs_in_only_after_encryption(
    authority: trustme.CA, trust: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox, seen = Inbox(), []

    def authenticate(_server: Any, session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
        seen.append((session.ssl is not None, data.password))
        return AuthResult(success=data.password == b"secret")

    settings: dict[str, Any] = {"authenticator": authenticate, "auth_required": True}
    with served(inbox, tls_context=certified(authority), **settings) as port:
        send(server(port, user="advisor", password="secret"), mail(), trust)
        monkeypatch.setattr("advisor.sharing.mail.SECONDS", 0.5)  # the test server lets a wrong password wait
        with pytest.raises(NotSentError):
            send(server(port, user="advisor", password="wrong"), mail(), trust)
    assert seen[0] == (True, b"secret")
    assert len(inbox.envelopes) == 1


def test_a_server_without_encryption_gets_nothing(trust: ssl.SSLContext) -> None:
    inbox = Inbox()
    with served(inbox) as port, pytest.raises(NotSentError):
        send(server(port), mail(), trust)
    assert not inbox.envelopes


def test_a_server_with_a_foreign_certificate_gets_nothing(authority: trustme.CA, trust: ssl.SSLContext) -> None:
    inbox = Inbox()
    with served(inbox, tls_context=certified(authority, "elsewhere.example")) as port:
        with pytest.raises(NotSentError):
            send(server(port), mail(), trust)
        with pytest.raises(NotSentError):
            send(server(port), mail())
    assert not inbox.envelopes


def test_a_refused_address_leaves_no_trace(
    authority: trustme.CA, trust: ssl.SSLContext, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "advisor")
    with served(Refusing(), tls_context=certified(authority)) as port, pytest.raises(NotSentError) as told:
        send(server(port), mail(), trust)
    assert TO not in str(told.value)
    assert told.value.__cause__ is None
    assert told.value.__suppress_context__
    assert not [record for record in caplog.records if record.name.startswith("advisor")]


def test_an_unreachable_server_is_told_as_not_sent() -> None:
    with socket.socket() as free:
        free.bind(("localhost", 0))
        with pytest.raises(NotSentError):
            send(server(free.getsockname()[1], "none"), mail())


SMUGGLED = [
    "a@b.example\nBcc: c@d.example",
    "a@b.example\r\nSubject: x",
    "a@b.example,c@d.example",
    "a@b.example c@d.example",
    "<a@b.example>",
    "Ana <a@b.example>",
    '"a b"@c.example',
    "a@b.example\x00",
    "a@b.example\u2028Bcc: x@y.example",
    "@b.example",
    "a@",
    "a@b",
    "a@-b.example",
    "a..b@c.example",
    ".a@c.example",
    "a" * 65 + "@b.example",
    "a@" + "b." * 130 + "example",
    "a@b_c.example",
    "ä@b.example",
    "a@\u0000.example",
    "",
    "=?utf-8?q?a=40b?=@c.example\n",
]


@pytest.mark.parametrize("text", SMUGGLED)
def test_nothing_but_one_plain_address_passes(text: str) -> None:
    with pytest.raises(BadAddressError):
        address_of(text)
    with pytest.raises(BadAddressError):
        mail(to=text)


def test_plain_addresses_pass() -> None:
    assert address_of(" Ana.Horvat+x@Firm.Example ") == "Ana.Horvat+x@firm.example"
    assert address_of("ana@tvrtka-čokolada.example").startswith("ana@xn--tvrtka-okolada-")


@pytest.mark.parametrize("link", ["javascript:alert(1)", "https://a.example/\nBcc: x", "https://a.example/ b", ""])
def test_only_a_web_address_is_sent(link: str) -> None:
    with pytest.raises(ValueError, match="web address"):
        mail(Letter("B", "https://b.example", link))


def test_a_brand_cannot_add_a_header() -> None:
    letter = Letter("Harbour\r\nBcc: x@y.example\r\n\r\nmore", "https://b.example", LETTER.link)
    assert set(mail(letter).keys()) == set(mail().keys())


def test_an_address_gets_few_messages_an_hour_and_everybody_together_not_many() -> None:
    limits = Postmark(per_address=2, per_visit=10, at_all=3)
    assert [limits.minutes_to_wait("a@b.example", "me") for _ in range(3)] == [0, 0, 60]
    assert limits.minutes_to_wait("A@B.example", "me")
    assert [limits.minutes_to_wait(f"{name}@b.example", name) for name in "xyz"] == [0, 60, 60]


def test_one_visit_sends_few_messages_an_hour_to_whomever() -> None:
    limits = Postmark(per_visit=2)
    assert [limits.minutes_to_wait(f"{name}@b.example", "me") for name in "xyz"] == [0, 0, 60]
    assert limits.minutes_to_wait("z@b.example", "somebody else") == 0


def test_the_consent_names_who_uses_the_address() -> None:
    assert "Harbour" in WORDS("mail.consent", brand="Harbour")
