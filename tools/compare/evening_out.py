"""Takes out of an output what must differ from run to run: the hash of the content, links, signatures, durations."""

import base64
import binascii
import json
import re
import zlib
from collections.abc import Mapping
from typing import Any

LINK = re.compile(r"\ba=1\.([A-Za-z0-9_-]+)")
HEX = re.compile(r"\b[0-9a-f]{12,64}\b")
EVENED = (
    (re.compile(r"advisor-seal:[A-Za-z0-9_-]+"), "advisor-seal:RECORD"),
    (re.compile(r'(class="qr"[^>]*>)\s*<svg.*?</svg>', re.DOTALL), r"\1QR"),
    (re.compile(r'("seconds": )[\d.]+'), r"\1SECONDS"),
    (re.compile(r"\bin [\d.]+ s\b"), "in SECONDS s"),
)
"""What differs from run to run, and what stands for it."""
PATIENCE = re.compile(r"^ *\d+\.\d s: .*…\n", re.MULTILINE)
"""What is said on standard error while somebody waits; how often, depends on the machine."""


def evened(text: str, content: str, places: Mapping[str, str]) -> str:
    """Without what must differ. `content`: the hash of the content; `places`: path → what stands for it."""
    for place in sorted(places, key=len, reverse=True):
        text = text.replace(place, places[place])
    text = LINK.sub(lambda match: f"a=1.{linked(match[1])}", text)
    text = HEX.sub(lambda match: hex_name(match[0], content), text)
    for pattern, put in EVENED:
        text = pattern.sub(put, text)
    return text


def linked(token: str) -> str:
    """The answers in the token of a link, which also holds a part of the hash and a checksum."""
    try:
        packed = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        return "{" + zlib.decompress(packed[8:], wbits=-15).decode() + "}"
    except (binascii.Error, zlib.error, UnicodeDecodeError):
        return "UNREADABLE"


def hex_name(digits: str, content: str) -> str:
    if content and content.startswith(digits):
        return "HASH"
    return "DIGEST" if len(digits) == 64 else digits


def plain_json(data: Any) -> str:
    """Sorted by key; a text of several lines becomes a list of them, so that a difference can be read."""
    return json.dumps(spread(data), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def spread(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: spread(value) for key, value in data.items()}
    if isinstance(data, list):
        return [spread(value) for value in data]
    return ["(text)", *data.split("\n")] if isinstance(data, str) and "\n" in data else data


def parsed(text: str) -> Any:
    """The data of a JSON text, or the text where it is none."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def without_patience(said: bytes) -> str:
    return PATIENCE.sub("", said.decode(errors="replace"))
