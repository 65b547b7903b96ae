"""One e-mail to the visitor, through the operator's own server, and no trace of the address afterwards.

Nothing in here logs. Errors are told as a word and raised without their cause, because what smtplib raises carries
the address.
"""

import os
import re
import smtplib
import ssl
import time
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from hashlib import sha256
from math import ceil
from typing import NamedTuple

from limits import RateLimitItemPerHour
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from advisor.addresses import address_of
from advisor.content.words import Words
from advisor.settings import MailServer
from advisor.sharing.link import LONGEST_TOKEN

SECONDS = 10.0
"""How long the server may take for each step."""

_LINK = re.compile(rf"https?://[!-~]{{1,{LONGEST_TOKEN + 500}}}")


class NotSentError(Exception):
    """The server did not take the message. Says nothing about whom it was for."""


class Letter(NamedTuple):
    """What is sent: a link that reopens the assessment, and the PDF where the visitor asked for it."""

    brand: str
    brand_link: str
    link: str
    pdf: bytes | None = None


def message(server: MailServer, to: str, letter: Letter, words: Words, now: datetime) -> EmailMessage:
    """The e-mail. Nothing that a visitor typed stands in a header but the checked address; a bad link raises."""
    if not _LINK.fullmatch(letter.link):
        raise ValueError("the link is not a web address")
    mail = EmailMessage()
    mail["Subject"] = words["mail.subject"]
    mail["From"] = server.sender
    mail["To"] = address_of(to)
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = make_msgid(domain=server.sender.rpartition("@")[2])
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(words("mail.body", link=letter.link, brand=letter.brand, brand_link=letter.brand_link))
    if letter.pdf is not None:
        name = f"{words['result.file-name']}.pdf"
        mail.add_attachment(letter.pdf, maintype="application", subtype="pdf", filename=name)
    return mail


def send(server: MailServer, mail: EmailMessage, trust: ssl.SSLContext | None = None) -> None:
    """Hand it to the server, encrypted unless that is this machine; raises `NotSentError`."""
    trust = trust or ssl.create_default_context()
    try:
        with _connected(server, trust) as smtp:
            if server.security == "starttls":
                smtp.starttls(context=trust)
            if server.user:
                smtp.login(server.user, server.password.get_secret_value())
            smtp.send_message(mail)
    except (OSError, smtplib.SMTPException, ValueError) as error:
        raise NotSentError(type(error).__name__) from None


def _connected(server: MailServer, trust: ssl.SSLContext) -> smtplib.SMTP:
    if server.security == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, timeout=SECONDS, context=trust)
    return smtplib.SMTP(server.host, server.port, timeout=SECONDS)


class Postmark:
    """How often one process sends: to one address, from one visit, and at all.

    Addresses are kept only as salted hashes, in memory.
    """

    def __init__(self, per_address: int = 3, per_visit: int = 5, at_all: int = 60) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._address, self._visit, self._all = map(RateLimitItemPerHour, (per_address, per_visit, at_all))
        self._salt = os.urandom(16)

    def minutes_to_wait(self, address: str, visit: str) -> int:
        """Count one message to this checked address and give 0; or the minutes until an hour's share is free again."""
        name = sha256(self._salt + address.lower().encode()).hexdigest()
        windows = ((self._address, ("address", name)), (self._visit, ("visit", visit)), (self._all, ("all",)))
        full = [(limit, key) for limit, key in windows if not self._limiter.test(limit, *key)]
        if not full and all(self._limiter.hit(limit, *key) for limit, key in windows):
            return 0
        until = max((self._limiter.get_window_stats(limit, *key).reset_time for limit, key in full), default=0.0)
        return max(1, ceil((until - time.time()) / 60))
