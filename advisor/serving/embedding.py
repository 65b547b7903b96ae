"""Says which sites may show the app in a frame, and refuses what is not an exact origin."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

VARIABLE = "ADVISOR_EMBED_ORIGINS"

_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*")
_DEFAULT_PORTS = {"http": 80, "https": 443}


class OriginError(ValueError):
    """Says every mistake in the list of origins at once."""


def embed_origins(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The sites that may frame the app, besides its own: `https://www.example.org`, as browsers write them.

    Reads `ADVISOR_EMBED_ORIGINS`, separated by spaces; none if it is not set. Raises `OriginError`.
    """
    texts = environment.get(VARIABLE, "").split()
    mistakes = [mistake for text in texts if (mistake := _mistake(text))]
    if mistakes:
        raise OriginError(f"{VARIABLE}: " + "; ".join(mistakes))
    return tuple(dict.fromkeys(texts))


def _mistake(text: str) -> str | None:
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        return f"'{text}' is not an address ({error})"
    if parts.scheme not in _DEFAULT_PORTS or not _HOST.fullmatch(host):
        return f"'{text}' is not an origin such as https://www.example.org"
    suffix = "" if port is None or port == _DEFAULT_PORTS[parts.scheme] else f":{port}"
    exact = f"{parts.scheme}://{host}{suffix}"
    return None if text == exact else f"write '{exact}' instead of '{text}'"
