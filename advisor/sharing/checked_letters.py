"""Bytes written as letters and digits, in blocks that each carry a check of all that came before.

Nothing else stands in it, so no program that looks for the end of a link in a text leaves a part of it out. Where it is
cut off or changed, what stands before the damage can still be trusted.
"""

from collections.abc import Iterator
from itertools import accumulate
from math import ceil, log2
from zlib import crc32

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_VALUE = {letter: value for value, letter in enumerate(ALPHABET)}
_BASE = len(ALPHABET)
_PAYLOAD, _CHECK = 30, 2
"""Bytes of a block. Together they are 256 bits, which fill 43 letters almost wholly."""
_LETTERS = {size: ceil(8 * size / log2(_BASE)) for size in range(_CHECK + 1, _PAYLOAD + _CHECK + 1)}
_SIZES = {letters: size for size, letters in _LETTERS.items()}
_BLOCK = _LETTERS[_PAYLOAD + _CHECK]


def letters_for(size: int) -> int:
    """How many letters so many bytes take."""
    whole, rest = divmod(size, _PAYLOAD)
    return whole * _BLOCK + (_LETTERS[rest + _CHECK] if rest else 0)


def written(data: bytes) -> str:
    parts = [data[start : start + _PAYLOAD] for start in range(0, len(data), _PAYLOAD)]
    checks = list(accumulate(parts, lambda before, part: crc32(part, before), initial=0))[1:]
    return "".join(_letters(part + _check(crc)) for part, crc in zip(parts, checks, strict=True))


def read(text: str) -> tuple[bytes, bool]:
    """The data up to the first damage, and whether there was none."""
    data, crc = bytearray(), 0
    for block in _blocks(text):
        raw = _bytes(block)
        if raw is None:
            return bytes(data), False
        crc = crc32(raw[:-_CHECK], crc)
        if raw[-_CHECK:] != _check(crc):
            return bytes(data), False
        data += raw[:-_CHECK]
    return bytes(data), True


def _blocks(text: str) -> Iterator[str]:
    return (text[start : start + _BLOCK] for start in range(0, len(text), _BLOCK))


def _check(crc: int) -> bytes:
    return (crc & 0xFFFF).to_bytes(_CHECK, "big")


def _letters(raw: bytes) -> str:
    value, found = int.from_bytes(raw, "big"), []
    for _ in range(_LETTERS[len(raw)]):
        value, digit = divmod(value, _BASE)
        found.append(ALPHABET[digit])
    return "".join(reversed(found))


def _bytes(block: str) -> bytes | None:
    """What a block says; None where it cannot be one."""
    size, value = _SIZES.get(len(block)), 0
    for letter in block:
        value = value * _BASE + _VALUE[letter]
    return None if size is None or value >> 8 * size else value.to_bytes(size, "big")
