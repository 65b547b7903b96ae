"""Walks the conversation in Streamlit's own test runner; widgets are found by key, never by position."""

from __future__ import annotations

from html import unescape

from streamlit.testing.v1 import AppTest

from advisor.sharing.link import decode
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


def asked(at: AppTest) -> str:
    """Id of the open question; empty when there is none."""
    keys = [button.key or "" for button in at.button if (button.key or "").startswith("answer-")]
    known = [q.id for q in content().ruleset.questions]
    ids = {max((name for name in known if key.startswith(f"answer-{name}-")), key=len, default="") for key in keys}
    assert len(ids) <= 1, f"more than one open question: {ids}"
    return ids.pop() if ids else ""


def answer(at: AppTest, *options: str) -> AppTest:
    """Answer the open question with these option ids."""
    question = content().ruleset.question(asked(at))
    assert question is not None, "no question is open"
    if question.kind == "one":
        return sound(at.button(key=f"answer-{question.id}-{options[0]}").click().run())
    pills = at.pills(key=f"pick-{question.id}")
    labels = {option.id: option.label for option in question.options}
    shown = [o for o in options if labels[o] in pills.options]
    pills.set_value(shown)
    if more := [o for o in options if o not in shown]:
        at.multiselect(key=f"more-{question.id}").set_value(more)
    return sound(at.button(key=f"answer-{question.id}-continue").click().run())


def visit(at: AppTest, answers: dict[str, tuple[str, ...]]) -> list[str]:
    """Answer until nothing is asked any more; gives the ids asked, in order."""
    path = []
    while question := asked(at):
        path.append(question)
        answer(at, *answers[question])
    return path
