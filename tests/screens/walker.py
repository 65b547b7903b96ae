"""Walks the conversation in Streamlit's own test runner, which draws no element of ours but hands on what it is given.

Native widgets are found by key, never by position; what the conversation's element sends is sent here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import unescape
from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest

from advisor.sharing.link import decode
from tests.support import pressing
from tests.support.visitor import content

SECONDS = 30


def open_app(link: str = "") -> AppTest:
    """A fresh visit of the default page, through app.py, with answers in the address if given."""
    at = AppTest.from_file("../../app.py", default_timeout=SECONDS)
    if link:
        at.query_params["a"] = link.removeprefix("a=")
    return sound(at.run())


def open_page(name: str, link: str = "") -> AppTest:
    """A page opened first on a cold server: Streamlit then runs it without app.py."""
    at = AppTest.from_file("../../app.py", default_timeout=SECONDS).switch_page(f"pages/{name}.py")
    if link:
        at.query_params["a"] = link.removeprefix("a=")
    return sound(at.run())


def sound(at: AppTest) -> AppTest:
    assert not at.exception, at.exception
    return at


def answers_in_address(at: AppTest) -> dict[str, tuple[str, ...]]:
    if "a" not in at.query_params:
        return {}
    token = at.query_params["a"]
    token = token[0] if isinstance(token, list) else token
    return decode(token, content().ruleset, content().hash).answers


def text_of(at: AppTest) -> str:
    shown = [*at.markdown, *at.header, *at.subheader, *at.title, *at.info, *at.warning]
    return "\n".join(element.value for element in shown)


def drawn(at: AppTest) -> str:
    """What the templates draw, as a reader sees it, links included."""
    return unescape("\n".join(element.value for element in at.get("html")))


def turn(at: AppTest) -> dict[str, Any]:
    """What the conversation's element was given to draw."""
    data: dict[str, Any]
    (data,) = json.loads(_element(at).json)
    return data


def texts(part: object) -> Iterator[str]:
    """Every text in a part of a turn."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for inner in part.values():
            yield from texts(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from texts(inner)


def asked(at: AppTest) -> str:
    """Id of the open question; empty when there is none."""
    question = turn(at)["question"]
    return question["id"] if question else ""


def press(at: AppTest, do: str, **what: object) -> AppTest:
    """Do what a visitor does with the element, once."""
    return send(at, {"n": turn(at)["seq"] + 1, "do": do, **what})


def send(at: AppTest, *presses: pressing.Press) -> AppTest:
    """Let the element send these presses, in one go."""
    return deliver(at, pressing.trigger(_element(at).id, presses))


def send_rubbish(at: AppTest, value: object) -> AppTest:
    """Let the element send something that is no list of presses."""
    return deliver(at, pressing.raw_trigger(_element(at).id, value))


def deliver(at: AppTest, state: WidgetState) -> AppTest:
    """One run with this on its way, beside all that the native widgets say. The test runner of Streamlit 1.67 offers
    this for its own widgets only."""
    states = at._tree.get_widget_states()
    states.widgets.append(state)
    return sound(at._run(states))


def answer(at: AppTest, *options: str) -> AppTest:
    """Answer the open question with these option ids."""
    question = asked(at)
    assert question, "no question is open"
    return press(at, "answer", question=question, options=list(options))


def visit(at: AppTest, answers: dict[str, tuple[str, ...]]) -> list[str]:
    """Answer until nothing is asked any more; gives the ids asked, in order."""
    path = []
    while question := asked(at):
        path.append(question)
        answer(at, *answers[question])
    return path


def _element(at: AppTest) -> Any:
    (found,) = [element for element in at.get(pressing.ELEMENT) if element.key == pressing.KEY]
    return found.proto
