"""The address that looks ahead answers looks of our own pages, within bounds."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from starlette.applications import Starlette

from advisor.content.library import Content
from advisor.conversation.look import LONGEST
from advisor.reading.reader import ContentError
from advisor.serving.looking_ahead import AT, looking_ahead
from tests.serving.asking import Answer, ask
from tests.support.visitor import content


def posted(body: bytes, kind: str = "application/json") -> Answer:
    return ask(Starlette(routes=[looking_ahead(content)]), AT, "POST", body, content_type=kind)


def look() -> dict[str, Any]:
    first = content().ruleset.questions[0]
    day = datetime.now(UTC).date().isoformat()
    return {"token": "", "question": first.id, "options": [first.options[0].id], "promised": 0, "day": day}


def test_a_look_is_answered_with_the_step_and_kept_by_no_cache() -> None:
    answer = posted(json.dumps(look()).encode())
    assert answer.status == 200
    assert json.loads(answer.body)["question"]["rows"]
    assert answer.headers["cache-control"] == "no-store"


def test_a_look_that_leads_nowhere_has_no_content() -> None:
    assert posted(b"{}").status == 204


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_what_another_site_could_send_unasked_is_refused(kind: str) -> None:
    assert posted(json.dumps(look()).encode(), kind).status == 415


def test_a_body_is_read_no_further_than_a_look_can_be_long() -> None:
    assert posted(b" " * (LONGEST + 1)).status == 413


def test_it_cannot_be_asked_by_an_address() -> None:
    assert ask(Starlette(routes=[looking_ahead(content)]), AT).status == 405


def test_while_content_is_being_mended_there_is_nothing_to_tell() -> None:
    def broken() -> Content:
        raise ContentError([])

    mending = Starlette(routes=[looking_ahead(broken)])
    assert ask(mending, AT, "POST", json.dumps(look()).encode(), content_type="application/json").status == 204
