"""Puts the answer's sentence into the page that is sent, so that it is read while the app is still on its way."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import parse_qsl

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from advisor.assessment.assessment import Assessment
from advisor.content.library import Content
from advisor.reading.reader import ContentError
from advisor.serving.bundle import INDEX, Text, encoding, pack, with_our_font
from advisor.sharing.link import DamagedLinkError, decode
from advisor.sharing.worn_link import token_in
from advisor.summary.answer_text import sentence_of
from advisor.summary.formats.html import filled

PARTS = Path(__file__).with_name("page")
ROOT_BEGINS = '<div id="root">'
LONGEST_QUERY = 60_000
"""Bytes; what is longer is for the app to refuse."""


class EarlyAnswer:
    """Answers for the page `at` this address where its link has answers; everything else passes through.

    `name`: of the parameter that has them. The app draws the same sentence at the same place and takes this one away
    (`page/start.js`). Its day is the visitor's, ours is that of UTC: where they differ, the app is right.
    """

    def __init__(self, app: ASGIApp, at: str, page: str, content: Callable[[], Content], name: str) -> None:
        self.app, self.at, self.page, self.content, self.name = app, at, page, content, name

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == self.at and scope["method"] in ("GET", "HEAD"):
            query = scope["query_string"]
            coding = encoding(Headers(scope=scope).get("accept-encoding", ""))
            page = await run_in_threadpool(self._answered, query, coding) if len(query) <= LONGEST_QUERY else None
            if page:
                await page(scope, receive, send)
                return
        await self.app(scope, receive, send)

    def _answered(self, query: bytes, coding: str) -> Response | None:
        given = dict(parse_qsl(query.decode("ascii", "replace"), keep_blank_values=True))
        try:
            content = self.content()
            sentence = sentence_in(content, token_in(given, self.name), datetime.now(UTC).date())
        except ContentError:  # being mended; the app says so
            return None
        if not sentence:
            return None
        whole = with_sentence(self.page, content, sentence)
        packed = pack(Text(INDEX, with_our_font(whole.encode()), for_ever=False), coding)
        return Response(packed.body, headers=packed.headers | {"cache-control": "no-store"})


def sentence_in(content: Content, token: str, day: date) -> str:
    """The answer to what stands in a link; empty where the app has more to say: that a part of the link cannot be read,
    or that questions are still open."""
    try:
        resumed = decode(token, content.ruleset, content.hash) if token else None
    except DamagedLinkError:
        return ""
    if resumed is None or resumed.damaged or resumed.dropped:
        return ""
    assessment = Assessment(content, day, resumed.answers)
    return sentence_of(assessment) if assessment.recommendation.settled else ""


def with_sentence(page: str, content: Content, sentence: str) -> str:
    """The page with the sentence before the app."""
    logo = b64encode((content.root / content.brand.logo).read_bytes()).decode()
    values = {
        "sentence": sentence,
        "brand": content.brand,
        "logo": f"data:image/svg+xml;base64,{logo}",
        "style": Markup((PARTS / "early_answer.css").read_text("utf-8")),  # noqa: S704
    }
    return page.replace(ROOT_BEGINS, filled(PARTS / "early_answer.html", values), 1)
