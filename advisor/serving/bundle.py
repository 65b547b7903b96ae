"""Serves Streamlit's browser bundle compressed, with our small fonts where it names its own large ones.

Streamlit 1.67 itself sends 2.6 MB where 1.0 is enough. The theme's font is 48 kB instead of 171: a theme alone does not
save that, for the page orders Streamlit's font before it knows the theme. The icon font is 9 kB instead of 375:
Streamlit fetches all 4,000 symbols on every page, and a visit shows a few (`tools/icon_font.py` picks them).
"""

import asyncio
import gzip
import re
from collections.abc import Collection
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path
from typing import NamedTuple

import brotli
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

_COMPRESSIBLE = {".css", ".html", ".js", ".json", ".svg"}
_FOR_EVER = "public, max-age=31536000, immutable"
# Brotli 5 takes 19 ms for 1 MB; 11 would save another tenth of it and take 1.4 s.
_BROTLI_QUALITY = 5
_GZIP_LEVEL = 6
INDEX = "index.html"
OURS = "/app/static/inter-latin.woff2"
OUR_ICONS = "/app/static/material-symbols.woff2"

_FOLDER = rb"(?:\./static|\.\./|\./)/?media/"
_TEXT_FONT = re.compile(_FOLDER + rb"SourceSansVF-Upright[\w.-]*\.woff2")
_ICON_FONT = re.compile(_FOLDER + rb"MaterialSymbols-Rounded[\w.-]*\.woff2")


class Packed(NamedTuple):
    """One file in one encoding, ready to be sent."""

    body: bytes
    headers: dict[str, str]


class CompressedBundle:
    """Answers for the text files of a folder; everything else passes through.

    `at`: the address of the folder. `page`: what is served in place of the folder's index.html, under each of the
    addresses `pages` as well. Each file is packed when it is first asked for and then kept: about 1 MB for a visit,
    6 MB at most.
    """

    def __init__(self, app: ASGIApp, folder: Path, at: str = "", page: str = "", pages: Collection[str] = ()) -> None:
        self.app = app
        self._packed: dict[tuple[Path, str], Packed] = {}
        self._files = {
            f"{at}/{path.relative_to(folder).as_posix()}": path
            for path in folder.rglob("*")
            if path.suffix in _COMPRESSIBLE
        }
        self._page = page.encode()
        self._index = folder / INDEX
        if f"{at}/{INDEX}" in self._files:
            self._files |= dict.fromkeys((f"{at}/", *pages), self._index)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or scope["path"] not in self._files:
            await self.app(scope, receive, send)
            return
        request = Headers(scope=scope)
        packed = await self._pack(self._files[scope["path"]], encoding(request.get("accept-encoding", "")))
        await _response(packed, request.get("if-none-match", ""))(scope, receive, send)

    async def _pack(self, path: Path, coding: str) -> Packed:
        key = (path, coding)
        if key not in self._packed:
            self._packed[key] = await asyncio.to_thread(self._read_and_pack, path, coding)
        return self._packed[key]

    def _read_and_pack(self, path: Path, coding: str) -> Packed:
        return pack(path, coding, self._page if path == self._index else b"")


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


def pack(path: Path, coding: str, instead: bytes = b"") -> Packed:
    """Compress a file, or what is sent `instead`, and say how long it may be kept: for ever if its name has the hash
    of what is sent."""
    original = path.read_bytes()
    raw = with_our_font(instead or original) if path.suffix in (".css", ".html") else original
    is_hashed = path.parent.parent.name == "static" and raw == original
    headers = {
        "content-type": f"{guess_type(path.name)[0]}; charset=utf-8",
        "cache-control": _FOR_EVER if is_hashed else "no-cache",
        "etag": f'"{sha256(raw).hexdigest()[:20]}-{coding}"',
        "vary": "accept-encoding",
    }
    if coding != "identity":
        headers["content-encoding"] = coding
    return Packed(_compress(raw, coding), headers)


def with_our_font(text: bytes) -> bytes:
    """A page or style sheet of Streamlit 1.67 that fetches our fonts instead; any other text unchanged."""
    return _ICON_FONT.sub(OUR_ICONS.encode(), _TEXT_FONT.sub(OURS.encode(), text))


def _compress(raw: bytes, coding: str) -> bytes:
    if coding == "br":
        return bytes(brotli.compress(raw, quality=_BROTLI_QUALITY))
    return gzip.compress(raw, _GZIP_LEVEL, mtime=0) if coding == "gzip" else raw


def _response(packed: Packed, known: str) -> Response:
    tags = [tag.strip().removeprefix("W/") for tag in known.split(",")]
    if packed.headers["etag"] in tags or "*" in tags:
        kept = {name: packed.headers[name] for name in ("cache-control", "etag", "vary")}
        return Response(status_code=304, headers=kept)
    return Response(packed.body, headers=packed.headers)
