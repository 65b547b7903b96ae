"""Serves Streamlit's browser bundle compressed, with our small fonts where it names its own large ones.

Streamlit 1.67 itself sends 2.6 MB where 1.0 is enough. The theme's font is 28 kB instead of 171: a theme alone does not
save that, for the page orders Streamlit's font before it knows the theme. The icon font is 9 kB instead of 375:
Streamlit fetches all 4,000 symbols on every page, and a visit shows a few (`tools/icon_font.py` picks them).
"""

import asyncio
import gzip
import re
from collections.abc import Mapping
from hashlib import sha256
from mimetypes import guess_type
from os import PRIO_PROCESS, setpriority
from pathlib import Path
from threading import Thread, get_native_id
from typing import NamedTuple

import brotli
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

_COMPRESSIBLE = {".css", ".html", ".js", ".json", ".svg"}
_FOR_EVER = "public, max-age=31536000, immutable"
# Brotli 5 takes 19 ms for 1 MB; 11 saves another tenth of it and takes 1.4 s.
_QUICK, _BEST = 5, 11
_LOWEST = 19
_GZIP_LEVEL = 6
INDEX = "index.html"
OURS = "/app/static/inter-latin.woff2"
OUR_ICONS = "/app/static/material-symbols.woff2"

_FOLDER = rb"(?:\./static|\.\./|\./)/?media/"
_TEXT_FONT = re.compile(_FOLDER + rb"SourceSansVF-Upright[\w.-]*\.woff2")
_ICON_FONT = re.compile(_FOLDER + rb"MaterialSymbols-Rounded[\w.-]*\.woff2")


class Text(NamedTuple):
    """What is to be sent, before it is packed."""

    name: str
    raw: bytes
    for_ever: bool


class Packed(NamedTuple):
    """One file in one encoding, ready to be sent."""

    body: bytes
    headers: dict[str, str]


class CompressedBundle:
    """Answers for the text files of a folder; everything else passes through.

    `at`: the address of the folder. `pages`: address → the page that is served there, whatever the folder holds. Each
    file is packed when it is first asked for and then kept: about 1 MB for a visit, 6 MB at most. What the pages name
    is packed as well as can be after the start; that takes some seconds of a processor that nobody else wants.
    """

    def __init__(self, app: ASGIApp, folder: Path, at: str = "", pages: Mapping[str, str] | None = None) -> None:
        self.app = app
        self._packed: dict[tuple[str, str], Packed] = {}
        self._files = {
            f"{at}/{path.relative_to(folder).as_posix()}": path
            for path in folder.rglob("*")
            if path.suffix in _COMPRESSIBLE
        }
        if (index := f"{at}/{INDEX}") in self._files:
            self._files[f"{at}/"] = self._files[index]
        self._pages = pages or {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            Thread(target=self.pack_ahead, daemon=True).start()
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or not self._has(scope["path"]):
            await self.app(scope, receive, send)
            return
        request = Headers(scope=scope)
        packed = await self._pack(scope["path"], encoding(request.get("accept-encoding", "")))
        await _response(packed, request.get("if-none-match", ""))(scope, receive, send)

    def _has(self, address: str) -> bool:
        return address in self._pages or address in self._files

    async def _pack(self, address: str, coding: str) -> Packed:
        key = (address, coding)
        if key not in self._packed:
            self._packed[key] = await asyncio.to_thread(pack, self._text(address), coding)
        return self._packed[key]

    def pack_ahead(self) -> None:
        """Pack what the pages name for those who take brotli, after everybody else's work."""
        setpriority(PRIO_PROCESS, get_native_id(), _LOWEST)  # of this thread alone
        shown = "".join(self._pages.values())
        for address in [*self._pages, *(address for address in self._files if address in shown)]:
            self._packed[address, "br"] = pack(self._text(address), "br", _BEST)

    def _text(self, address: str) -> Text:
        page = self._pages.get(address)
        return text_of(self._files[address]) if page is None else Text(INDEX, with_our_font(page.encode()), False)


def encoding(accepted: str) -> str:
    """The best of `br`, `gzip` and `identity` that an Accept-Encoding header allows (RFC 9110, 12.5.3)."""
    weights: dict[str, float] = {}
    for part in accepted.lower().split(","):
        name, _, parameter = part.strip().partition(";")
        weights[name.strip()] = _weight(parameter)
    for coding in ("br", "gzip"):
        if weights.get(coding, weights.get("*", 0.0)) > 0:
            return coding
    return "identity"


def _weight(parameter: str) -> float:
    try:
        return float(parameter.strip().removeprefix("q=") or 1)
    except ValueError:
        return 0.0


def text_of(path: Path) -> Text:
    """A file as it is served. It may be kept for ever if its name has the hash of what is sent."""
    original = path.read_bytes()
    raw = with_our_font(original) if path.suffix in (".css", ".html") else original
    return Text(path.name, raw, for_ever=path.parent.parent.name == "static" and raw == original)


def pack(text: Text, coding: str, quality: int = _QUICK) -> Packed:
    """Compress a text and say what it is and how long it may be kept."""
    headers = {
        "content-type": f"{guess_type(text.name)[0]}; charset=utf-8",
        "cache-control": _FOR_EVER if text.for_ever else "no-cache",
        "etag": f'"{sha256(text.raw).hexdigest()[:20]}-{coding}"',
        "vary": "accept-encoding",
    }
    if coding != "identity":
        headers["content-encoding"] = coding
    return Packed(_compress(text.raw, coding, quality), headers)


def with_our_font(text: bytes) -> bytes:
    """A page or style sheet of Streamlit 1.67 that fetches our fonts instead; any other text unchanged."""
    return _ICON_FONT.sub(OUR_ICONS.encode(), _TEXT_FONT.sub(OURS.encode(), text))


def _compress(raw: bytes, coding: str, quality: int) -> bytes:
    if coding == "br":
        return bytes(brotli.compress(raw, quality=quality))
    return gzip.compress(raw, _GZIP_LEVEL, mtime=0) if coding == "gzip" else raw


def _response(packed: Packed, known: str) -> Response:
    tags = [tag.strip().removeprefix("W/") for tag in known.split(",")]
    if packed.headers["etag"] in tags or "*" in tags:
        kept = {name: packed.headers[name] for name in ("cache-control", "etag", "vary")}
        return Response(status_code=304, headers=kept)
    return Response(packed.body, headers=packed.headers)
