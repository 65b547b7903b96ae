"""The answers as one compact token for the address: option ids only, checked when read back.

A token is `version.payload`; the payload is base64url of a CRC-32, the first four bytes of the content
hash, and the deflated text `question:option,option;question:option`. It holds no secret and proves
nothing; the checksum only tells damage from a change of content.
"""

import base64
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from advisor.rules.answer_problems import check_answers
from advisor.rules.model import Answers, Question
from advisor.rules.ruleset import Ruleset
from advisor.verdicts.journey import walk

VERSION = "1"
LONGEST_TOKEN = 2000
LONGEST_TEXT = 8000


class DamagedLinkError(Exception):
    """The token cannot be read: cut off, mistyped, forged or of an unknown version."""


class Resumed(NamedTuple):
    """`dropped`: questions whose answer does not exist in the present content.
    `same_content`: whether the answers were given to the present content."""

    answers: dict[str, tuple[str, ...]]
    dropped: tuple[str, ...]
    same_content: bool


def encode(answers: Answers, content_hash: str) -> str:
    """The token of these answers, or an empty text without answers. Same answers, same token."""
    if not answers:
        return ""
    text = ";".join(f"{question}:{','.join(options)}" for question, options in sorted(answers.items()))
    body = bytes.fromhex(content_hash[:8]) + zlib.compress(text.encode(), 9, wbits=-15)
    packed = zlib.crc32(body).to_bytes(4, "big") + body
    return f"{VERSION}.{base64.urlsafe_b64encode(packed).rstrip(b'=').decode()}"


def decode(token: str, ruleset: Ruleset, content_hash: str) -> Resumed:
    """Read a token back; raises `DamagedLinkError`. Ids that no longer exist are dropped and named."""
    body = _unpack(token)
    try:
        inflater = zlib.decompressobj(wbits=-15)
        text = inflater.decompress(body[4:], LONGEST_TEXT).decode("ascii")
    except (zlib.error, UnicodeDecodeError) as error:
        raise DamagedLinkError("the payload is not readable") from error
    if inflater.unconsumed_tail or not inflater.eof:
        raise DamagedLinkError("the payload is too long or cut off")
    given = _parse(text)
    kept = {q: options for q, options in given.items() if not check_answers(ruleset, {q: options})}
    order = {question.id: i for i, question in enumerate(ruleset.questions)}
    return Resumed(
        answers=dict(sorted(kept.items(), key=lambda item: order[item[0]])),
        dropped=tuple(q for q in given if q not in kept),
        same_content=body[:4] == bytes.fromhex(content_hash[:8]),
    )


def asked_anew(ruleset: Ruleset, resumed: Resumed) -> tuple[Question, ...]:
    """The questions that are new since a link was made, as far as anybody can tell.

    They are asked now, have no answer, and stand before one that was answered then: whoever made the link was led past
    them. What stands behind the last answer may as well be what the visitor had not come to.
    """
    places = {question.id: place for place, question in enumerate(ruleset.questions)}
    last = max((places[question] for question in resumed.answers), default=0)
    ahead = walk(ruleset, resumed.answers).ahead
    return tuple(q for q in ahead if places[q.id] < last and q.id not in resumed.dropped)


def _unpack(token: str) -> bytes:
    version, _, payload = token.partition(".")
    if version != VERSION or len(token) > LONGEST_TOKEN:
        raise DamagedLinkError("not a token of this version")
    try:
        packed = base64.b64decode(payload + "=" * (-len(payload) % 4), altchars=b"-_", validate=True)
    except ValueError as error:
        raise DamagedLinkError("not base64url") from error
    if len(packed) < 9 or zlib.crc32(packed[4:]).to_bytes(4, "big") != packed[:4]:
        raise DamagedLinkError("the checksum does not match")
    return packed[4:]


def _parse(text: str) -> Mapping[str, tuple[str, ...]]:
    given: dict[str, tuple[str, ...]] = {}
    for part in text.split(";"):
        question, colon, options = part.partition(":")
        if not colon or not question or question in given:
            raise DamagedLinkError("the payload is not a list of answers")
        given[question] = tuple(options.split(","))
    return given
