"""Sends Streamlit's one HTML page without its order to fetch a font that our theme does not use (171 kB)."""

from __future__ import annotations

import gzip
import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_FONT_PRELOAD = re.compile(rb'<link\s+rel="preload"\s[^>]*?as="font"[^>]*?/>')


def lean(page: bytes, font: str) -> bytes:
    """The page that asks for our font in place of Streamlit's; unchanged if it asks for none."""
    ours = f'<link rel="preload" href="{font}" as="font" type="font/woff2" crossorigin />'.encode()
    return _FONT_PRELOAD.sub(ours, page, count=1)


class LeanDoorstep:
    """Changes HTML pages on their way out; `font` is the address of the theme's font."""

    def __init__(self, app: ASGIApp, font: str) -> None:
        self.app, self.font = app, font

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope) if scope["type"] == "http" else Headers()
        if "text/html" in headers.get("accept", "") and scope["method"] == "GET":
            compress = "gzip" in headers.get("accept-encoding", "")
            plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
            scope, send = {**scope, "headers": plain}, _Rewriter(send, self.font, compress)
        await self.app(scope, receive, send)


class _Rewriter:
    """Holds an HTML answer back until it is complete; everything else passes at once."""

    def __init__(self, send: Send, font: str, compress: bool) -> None:
        self.send, self.font, self.compress = send, font, compress
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_page(message):
            self.start = message
        elif self.start is None or message["type"] != "http.response.body":
            await self.send(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._finish(self.start)

    async def _finish(self, start: Message) -> None:
        body = lean(self.body, self.font)
        headers = MutableHeaders(raw=start["headers"])
        if body != self.body:
            del headers["etag"]
            del headers["last-modified"]
        headers.add_vary_header("Accept-Encoding")
        if self.compress:
            body = gzip.compress(body, mtime=0)
            headers["content-encoding"] = "gzip"
        headers["content-length"] = str(len(body))
        await self.send(start)
        await self.send({"type": "http.response.body", "body": body})


def _is_page(message: Message) -> bool:
    html = MutableHeaders(raw=message["headers"]).get("content-type", "").startswith("text/html")
    return html and message["status"] == 200
