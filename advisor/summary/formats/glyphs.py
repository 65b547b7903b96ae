"""Keeps out of the PDF what the shipped fonts cannot draw; typst refuses the whole document for one such character."""

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

FONT_FOLDER = Path(__file__).resolve().parent / "fonts"


def drawable(value: Any) -> Any:
    """The same data, each text on one line and with U+FFFD in place of every character without a glyph."""
    if isinstance(value, str):
        return _missing().sub(_replace, unicodedata.normalize("NFC", _SPACE.sub(" ", value)))
    if isinstance(value, dict):
        return {key: drawable(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [drawable(part) for part in value]
    return value


_SPACE = re.compile(r"\s+")


def _replace(match: re.Match[str]) -> str:
    """Nothing for what is invisible anyway: control characters, and marks that steer direction or joining."""
    return "" if unicodedata.category(match[0]) in {"Cc", "Cf"} else "\ufffd"


@cache
def covered() -> tuple[range, ...]:
    """Code points that some shipped font has, as written by `tools/font_coverage.py`."""
    lines = (FONT_FOLDER / "coverage.txt").read_text("utf-8").split()
    bounds = ((int(end, 16) for end in line.split("-")) for line in lines)
    return tuple(range(first, last + 1) for first, last in bounds)


@cache
def _missing() -> re.Pattern[str]:
    return re.compile("[^" + "".join(f"\\U{part[0]:08X}-\\U{part[-1]:08X}" for part in covered()) + "]")
