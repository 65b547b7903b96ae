"""What mail programs, chats and people do to a link, undone as far as the token shows it."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from urllib.parse import unquote

_ENDS = re.compile(r"[&?#;]")
_BROKEN = re.compile(r"""[\s<>"'()\[\]*|]""")
_NOT_OURS = re.compile(r"[^A-Za-z0-9._-]")
_TWICE = 3
"""How often a link is unwrapped at most; each program on its way may wrap it once more."""


def token_in(parameters: Mapping[str, str], name: str) -> str:
    """The token of this name among the parameters of an address, whose signs may have been replaced or escaped."""
    if name in parameters:
        return parameters[name]
    for key, value in parameters.items():
        found = re.fullmatch(rf"(?:.*[;&?])?{re.escape(name)}(?:=(.*))?", _unwrapped(key), re.DOTALL)
        if found:
            return found[1] or value
    return ""


def readings(token: str) -> Iterator[str]:
    """What the token may have been, likeliest first: broken into lines, or followed by what does not belong to it."""
    text = _ENDS.split(_unwrapped(token).strip(), maxsplit=1)[0].removeprefix("3D")  # an escaped `=` before it
    yield _NOT_OURS.sub("", text)
    yield _NOT_OURS.sub("", _BROKEN.split(text.lstrip("=<>\"' "), maxsplit=1)[0])


def _unwrapped(text: str) -> str:
    for _ in range(_TWICE):
        text = unescape(unquote(text))
    return text
