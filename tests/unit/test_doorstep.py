"""The HTML page on its way out: our font is asked for first, and nothing else changes."""

from __future__ import annotations

import asyncio
import gzip
from pathlib import Path

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.types import Message
from streamlit import file_util

from advisor.serving.doorstep import LeanDoorstep, lean

FONT = "./app/static/inter-latin.woff2"
INDEX = (Path(file_util.get_static_dir()) / "index.html").read_bytes()


def get(path: str, page: bytes = INDEX, encoding: str = "") -> tuple[Headers, bytes]:
    """What a browser that navigates to a path receives."""
    routes = [
        Route("/", lambda _: HTMLResponse(page, headers={"etag": '"old"'})),
        Route("/text", lambda _: PlainTextResponse(page)),
    ]
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(b"accept", b"text/html,*/*")]
    if encoding:
        headers.append((b"accept-encoding", encoding.encode()))
    scope = {"type": "http", "method": "GET", "path": path, "headers": headers, "query_string": b"", "root_path": ""}
    asyncio.run(LeanDoorstep(Starlette(routes=routes), font=FONT)(scope, receive, send))
    return Headers(raw=sent[0]["headers"]), b"".join(message.get("body", b"") for message in sent[1:])


def test_streamlits_page_asks_for_its_own_font_in_this_version() -> None:
    assert b"SourceSans" in INDEX, "the middleware has nothing left to do: remove it"


def test_the_page_asks_for_our_font_instead() -> None:
    headers, body = get("/")
    assert b"SourceSans" not in body
    assert f'href="{FONT}"'.encode() in body
    assert int(headers["content-length"]) == len(body)
    assert "etag" not in headers


def test_the_page_arrives_compressed_where_the_browser_likes_it() -> None:
    headers, body = get("/", encoding="gzip, br")
    assert headers["content-encoding"] == "gzip"
    assert gzip.decompress(body) == get("/")[1]


def test_everything_else_on_the_page_stays() -> None:
    before, after = INDEX.decode(), lean(INDEX, FONT).decode()
    assert before[: before.index("<link\n      rel")] == after[: after.index('<link rel="preload"')]
    assert before[before.index("<title>") :] == after[after.index("<title>") :]


def test_a_page_without_that_line_passes_unchanged() -> None:
    headers, body = get("/", page=b"<h1>Hello</h1>")
    assert body == b"<h1>Hello</h1>"
    assert headers["etag"] == '"old"'


def test_what_is_not_a_page_passes_unchanged() -> None:
    assert get("/text")[1] == INDEX
