"""The page of the recommendation carries the answer to its link, and is left alone where there is none."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from advisor.assessment.assessment import Assessment
from advisor.content.library import Content
from advisor.reading.reader import ContentError
from advisor.serving.early_answer import LONGEST_QUERY, ROOT_BEGINS, EarlyAnswer, with_sentence
from advisor.summary.answer_text import sentence_of
from tests.serving.asking import Answer, ask
from tests.support.visitor import BOOKKEEPER, content, link_of

AT = "/recommendation"
PAGE = f"<!doctype html><html><body>{ROOT_BEGINS}</div></body></html>"


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("the app's own page")(scope, receive, send)


def asked(query: str, path: str = AT, **headers: str) -> Answer:
    return ask(EarlyAnswer(app, AT, PAGE, content, "a"), path, query=query, **headers)


def passed_on(answer: Answer) -> bool:
    return answer.body == b"the app's own page"


def test_the_answer_to_a_link_stands_in_the_page_before_the_app() -> None:
    page = asked(link_of(BOOKKEEPER)).body.decode()
    sentence = sentence_of(Assessment(content(), datetime.now(UTC).date(), BOOKKEEPER))
    assert 0 < page.index(f"<h1>{sentence}</h1>") < page.index(ROOT_BEGINS)


def test_what_a_visitor_answered_is_kept_by_no_cache() -> None:
    assert asked(link_of(BOOKKEEPER)).headers["cache-control"] == "no-store"


def test_it_is_packed_as_the_browser_allows() -> None:
    answer = asked(link_of(BOOKKEEPER), accept_encoding="gzip")
    assert b"<h1>" in gzip.decompress(answer.body)


@pytest.mark.parametrize("query", ["", "a=", "a=2nothingofours", f"a={'x' * LONGEST_QUERY}", "a=%ff%fe", "b=1"])
def test_without_answers_in_the_link_the_app_has_its_own_page(query: str) -> None:
    assert passed_on(asked(query))


def test_an_answer_that_the_app_would_qualify_is_left_to_the_app() -> None:
    unfinished = {name: BOOKKEEPER[name] for name in ("occasion", "sectors")}
    assert passed_on(asked(link_of(unfinished)))
    assert passed_on(asked(link_of(BOOKKEEPER)[:-6]))


def test_other_pages_are_left_alone() -> None:
    assert passed_on(asked(link_of(BOOKKEEPER), path="/"))


def test_while_content_is_being_mended_the_app_says_so() -> None:
    def broken() -> Content:
        raise ContentError([])

    assert passed_on(ask(EarlyAnswer(app, AT, PAGE, broken, "a"), AT, query=link_of(BOOKKEEPER)))


def test_the_sentence_is_text() -> None:
    page = with_sentence(PAGE, content(), "<script>alert(1)</script> & more")
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in page
