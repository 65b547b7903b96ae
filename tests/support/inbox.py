"""A mail server on this machine that keeps what arrives."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope


class Inbox:
    """Keeps what arrives."""

    def __init__(self) -> None:
        self.envelopes: list[Envelope] = []

    async def handle_DATA(self, *told: Any) -> str:  # noqa: N802 - the server's word
        self.envelopes.append(told[-1])
        return "250 kept"


class Refusing(Inbox):
    """Knows nobody."""

    async def handle_RCPT(self, *_: Any) -> str:  # noqa: N802 - the server's word
        return "550 nobody of that name"


def arrived(inbox: Inbox) -> EmailMessage:
    """The one message that came."""
    (envelope,) = inbox.envelopes
    assert isinstance(envelope.content, bytes)
    found = message_from_bytes(envelope.content, policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


@contextmanager
def served(inbox: Any, **settings: Any) -> Iterator[int]:
    """Its port while it is served."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port: int = free.getsockname()[1]
    controller = Controller(inbox, hostname="localhost", port=port, **settings)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


def operator_settings(port: int) -> dict[str, str]:
    """What an operator would set so that the app sends through this server."""
    return {
        "ADVISOR_SMTP_HOST": "localhost",
        "ADVISOR_SMTP_PORT": str(port),
        "ADVISOR_SMTP_SECURITY": "none",
        "ADVISOR_MAIL_FROM": "advisor@harbour.example",
        "ADVISOR_PUBLIC_URL": "https://check.example",
    }
