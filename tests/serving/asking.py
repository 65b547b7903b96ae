"""Asks an ASGI app as a browser would, without a server."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Scope


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def ask(app: ASGIApp, path: str, method: str = "GET", body: bytes = b"", query: str = "", **headers: str) -> Answer:
    """Ask an ASGI app for a path; header names are written with underscores."""
    messages: list[Message] = []
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope: Scope = {"type": "http", "method": method, "path": path, "headers": raw, "query_string": query.encode()}

    async def receive() -> Message:
        return {"type": "http.request", "body": body}

    async def send(message: Message) -> None:
        messages.append(message)

    with ThreadPoolExecutor(1) as thread:  # a browser test in the same process keeps a loop on the main one
        thread.submit(asyncio.run, app(scope, receive, send)).result()  # type: ignore[arg-type]
    found = {name.decode(): value.decode() for name, value in messages[0]["headers"]}
    return Answer(messages[0]["status"], found, b"".join(m.get("body", b"") for m in messages[1:]))
