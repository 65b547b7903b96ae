"""The parts of a PDF that another program packed, so that our keyword may be found in them. None of them is parsed."""

import re
import zlib
from collections.abc import Iterator
from itertools import islice

_PART = re.compile(rb"stream\r?\n")
MOST_PARTS, LONGEST_PART = 500, 200_000
"""How many are looked into, and how many bytes of each: a summary of ours has about a hundred."""


def unpacked_parts(document: bytes) -> Iterator[bytes]:
    whole = memoryview(document)
    for part in islice(_PART.finditer(document), MOST_PARTS):
        try:
            yield zlib.decompressobj().decompress(whole[part.end() :], LONGEST_PART)
        except zlib.error:  # a part that is packed in another way, or not at all
            continue
