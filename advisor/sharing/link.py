"""The answers as one compact token for the address: option ids only, checked when read back.

A token is `2` and, as letters and digits (`checked_letters.py`), the first four bytes of the content hash and the
deflated text `question:option,option;question:option`. It holds no secret and proves nothing; its checks only tell
damage from a change of content.
"""

import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from advisor.rules.answer_problems import check_answers
from advisor.rules.model import Answers, Question
from advisor.rules.ruleset import Ruleset
from advisor.sharing import checked_letters, older_token
from advisor.sharing.worn_link import readings
from advisor.verdicts.journey import walk

VERSION = "2"
LONGEST_TEXT = 16_000
"""The one limit of writer and reader. All options of all questions of our content together take 12,048 letters, and a
test holds this against what will be asked."""
LONGEST_TOKEN = len(VERSION) + checked_letters.letters_for(4 + LONGEST_TEXT + 5 * (LONGEST_TEXT // 16_000 + 1))
"""What that text takes at worst: deflate adds five bytes for every 16 kB that it cannot make shorter."""


class DamagedLinkError(Exception):
    """Nothing of the token can be read: cut off, mistyped, forged or of an unknown version."""


class Resumed(NamedTuple):
    """`dropped`: questions whose answer does not exist in the present content.
    `same_content`: whether the answers were given to the present content.
    `damaged`: the token was cut off or changed, and these are the answers before the damage."""

    answers: dict[str, tuple[str, ...]]
    dropped: tuple[str, ...]
    same_content: bool
    damaged: bool = False


def encode(answers: Answers, content_hash: str) -> str:
    """The token of these answers, or an empty text without answers. Same answers, same token."""
    if not answers:
        return ""
    text = ";".join(f"{question}:{','.join(options)}" for question, options in sorted(answers.items()))
    body = bytes.fromhex(content_hash[:8]) + zlib.compress(text.encode(), 9, wbits=-15)
    return f"{VERSION}{checked_letters.written(body)}"


def decode(token: str, ruleset: Ruleset, content_hash: str) -> Resumed:
    """Read a token back, however worn; raises `DamagedLinkError`. Ids that no longer exist are dropped and named."""
    if len(token) > 4 * LONGEST_TOKEN:  # wrapped and escaped it may be longer than we wrote it
        raise DamagedLinkError("longer than any token of ours")
    found = [resumed for reading in readings(token) if (resumed := _resumed(reading, ruleset, content_hash))]
    if not found:
        raise DamagedLinkError("no answer can be read")
    return min(found, key=lambda resumed: (resumed.damaged, -len(resumed.answers)))


def asked_anew(ruleset: Ruleset, resumed: Resumed) -> tuple[Question, ...]:
    """The questions that are new since a link was made, as far as anybody can tell.

    They are asked now, have no answer, and stand before one that was answered then: whoever made the link was led past
    them. What stands behind the last answer may as well be what the visitor had not come to.
    """
    places = {question.id: place for place, question in enumerate(ruleset.questions)}
    last = max((places[question] for question in resumed.answers), default=0)
    ahead = walk(ruleset, resumed.answers).ahead
    return tuple(q for q in ahead if places[q.id] < last and q.id not in resumed.dropped)


def _resumed(token: str, ruleset: Ruleset, content_hash: str) -> Resumed | None:
    body, sound = _body(token)
    text, whole = _inflated(body[4:])
    sound &= whole
    given = _parsed(text, sound=sound)
    kept = {q: options for q, options in given.items() if not check_answers(ruleset, {q: options})}
    if not given or not (sound or kept):
        return None
    order = {question.id: i for i, question in enumerate(ruleset.questions)}
    return Resumed(
        answers=dict(sorted(kept.items(), key=lambda item: order[item[0]])),
        dropped=tuple(q for q in given if q not in kept),
        same_content=body[:4] == bytes.fromhex(content_hash[:8]),
        damaged=not sound,
    )


def _body(token: str) -> tuple[bytes, bool]:
    """What was packed, as far as it is undamaged, and whether it is all."""
    if token.startswith(older_token.VERSION):
        return older_token.read(token.removeprefix(older_token.VERSION))
    if token.startswith(VERSION):
        return checked_letters.read("".join(filter(str.isalnum, token.removeprefix(VERSION))))
    return b"", False


def _inflated(packed: bytes) -> tuple[str, bool]:
    """The text, and whether its end is there."""
    inflater = zlib.decompressobj(wbits=-15)
    try:
        text = inflater.decompress(packed, LONGEST_TEXT).decode("ascii")
    except (zlib.error, UnicodeDecodeError):
        return "", False
    return text, inflater.eof and not inflater.unused_data


def _parsed(text: str, *, sound: bool) -> Mapping[str, tuple[str, ...]]:
    """Nothing where it is no list of answers; in a damaged one the last is left out, for it may lack an option."""
    parts = text.split(";")
    given = dict(_answers(parts if sound else parts[:-1]))
    return given if len(given) == len(parts) - (not sound) else {}


def _answers(parts: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for part in parts:
        question, colon, options = part.partition(":")
        if colon and question:
            yield question, tuple(options.split(","))
