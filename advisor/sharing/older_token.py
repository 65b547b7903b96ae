"""Reads tokens as they were written before they became letters and digits: `1.` and base64url.

Mail programs take a `-` or `_` at their end for punctuation of the sentence; it is put back where the checksum then
agrees.
"""

import base64
from itertools import product
from zlib import crc32

VERSION = "1."
_LOST = tuple("".join(signs) for count in range(3) for signs in product("-_", repeat=count))
_LEAST = 9
"""Bytes of the checksum, of the content hash, and of any text at all."""


def read(payload: str) -> tuple[bytes, bool]:
    """What the checksum is about, and whether it agrees."""
    payload = payload.replace(".", "")
    for attempt in (payload, *(payload.rstrip("-_") + lost for lost in _LOST)):
        packed = _packed(attempt)
        if len(packed) >= _LEAST and crc32(packed[4:]).to_bytes(4, "big") == packed[:4]:
            return packed[4:], True
    return _packed(payload)[4:], False


def _packed(payload: str) -> bytes:
    whole = payload[:-1] if len(payload) % 4 == 1 else payload
    return base64.b64decode(whole + "=" * (-len(whole) % 4), altchars=b"-_")
