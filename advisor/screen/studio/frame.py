"""What all parts of the editors' screen share: where one is, how one gets on, lists in pages, conditions in words."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import streamlit as st

from advisor.content.words import Words
from advisor.cross_references.condition_wording import answers_in_words, in_words
from advisor.cross_references.dependencies import AnyStatement, CrossReferences, examples_in
from advisor.rules.conditions import Condition
from advisor.rules.model import Answers, Obligation
from advisor.rules.ruleset import Ruleset
from advisor.screen import shell
from advisor.screen.session import studio_address
from advisor.screen.session.keys import PARAMETER
from advisor.screen.session.visit import Visit
from advisor.sharing.link import encode
from advisor.summary.formats.markdown import escape

PARTS = ("find", "questions", "statements", "check", "coverage", "review")
SAID_KEYS = {"studio.part-{}": PARTS}
WITHIN = {"sources": "find"}
"""A part that is reached through another."""
PAGE_LENGTH = 15
T = TypeVar("T")


class StudioAddress(NamedTuple):
    """Where the editor is, as the address says; `item` is the id of what is looked at."""

    part: str
    topic: str
    item: str


def only_for_editors() -> None:
    """A host page shows visitors the conversation and nothing else."""
    if st.context.is_embedded:
        st.switch_page(f"pages/{shell.PAGES[0]}.py")


def top(visit: Visit) -> StudioAddress:
    """The title and the choice of a part."""
    words = visit.words
    part, topic, item = map(studio_address.here, ("part", "topic", "id"))
    place = StudioAddress(part if part in (*PARTS, *WITHIN) else PARTS[0], topic, item)
    st.title(words["studio.title"], anchor=False)
    st.markdown(words["studio.intro"])
    shell.link("assessment", words["studio.to-questions"], visit, place="studio")
    names = {name: words[f"studio.part-{name}"] for name in PARTS}
    pills(words["studio.parts"], names, "part", WITHIN.get(place.part, place.part), label_visibility="collapsed")
    return place


def pills(label: str, names: Mapping[str, str], parameter: str, here: str, **options: Any) -> None:
    """A choice that goes where it points, and shows where the address points."""
    key = f"studio.{parameter}"
    studio_address.align(key, here)
    go = {"on_change": studio_address.go_to_choice, "args": (key, parameter)}
    st.pills(label, list(names), format_func=names.__getitem__, key=key, required=True, **go, **options)


def narrowed(label: str, names: Mapping[str, str], key: str) -> str:
    """A choice by which a list is narrowed down; it outlasts a look at another part."""
    return st.selectbox(label, list(names), format_func=names.__getitem__, key=f"filter-{key}", persist_state="session")


@st.cache_resource(show_spinner=False, max_entries=2, hash_funcs={Visit: lambda visit: visit.day})
def atlas(visit: Visit) -> CrossReferences:
    """How everything hangs together today; worked out once a day and process."""
    return CrossReferences(visit.content.ruleset, examples_in(visit.content.root), visit.day)


def gone(visit: Visit, item: str) -> None:
    """An old link may name what no longer exists."""
    st.header(visit.words["studio.title"], anchor=False)
    st.warning(escape(visit.words("studio.gone", id=item)))


def open_button(label: str, key: str, **where: str) -> None:
    """A line that opens something; its label is Markdown."""
    st.button(label, key=f"open-{key}", type="tertiary", width="stretch", on_click=studio_address.go, kwargs=where)


def open_statement(visit: Visit, statement: AnyStatement, key: str) -> None:
    """A statement as one line of a list."""
    label = f"**{escape(statement.id)}**  \n{escape(said(statement))}  \n:small[{escape(standing(visit, statement))}]"
    open_button(label, f"{key}-{statement.id}", part="statements", id=statement.id)


def open_question(visit: Visit, question_id: str, key: str) -> None:
    """A question as one line of a list."""
    question = visit.content.ruleset.question(question_id)
    if question:
        label = f"**{escape(question.id)}**  \n{escape(question.ask)}"
        open_button(label, f"{key}-{question.id}", part="questions", id=question.id)


def said(statement: AnyStatement) -> str:
    return statement.because if isinstance(statement, Obligation) else statement.say


def standing(visit: Visit, statement: AnyStatement) -> str:
    """Basis or kind, jurisdiction and confidence in one line."""
    content = visit.content
    jurisdiction = content.ruleset.jurisdictions.get(statement.jurisdiction or "")
    confidence = visit.words[f"confidence.{statement.confidence}"]
    return " · ".join(filter(None, (kind_of(visit, statement), jurisdiction and jurisdiction.name, confidence)))


def kind_of(visit: Visit, statement: AnyStatement) -> str:
    if isinstance(statement, Obligation):
        return visit.words[f"basis.{statement.basis}"]
    return visit.words("studio.note-label", kind=visit.words[f"note.{statement.kind}"])


def in_pages(items: Sequence[T], key: str, draw: Callable[[T], None], length: int = PAGE_LENGTH) -> None:
    """Draw one page of a list, with numbers beneath it if there are more."""
    pages = -(-len(items) // length)
    with st.container(key=f"list-{key}"):
        shown = st.container()
        page = st.pagination(pages, key=f"page-{key}", persist_state="session") if pages > 1 else 1
        with shown:
            for item in items[(page - 1) * length : page * length]:
                draw(item)


def condition(visit: Visit, wanted: Condition | None) -> None:
    """A condition in words, as an indented list."""
    content = visit.content
    lines = in_words(wanted, content.ruleset, content.words)
    st.markdown("\n".join(f"{'  ' * line.depth}- {escape(line.text)}" for line in lines))


def try_link(visit: Visit, answers: Answers, label: str, key: str, help_text: str | None = None) -> None:
    """A link that opens the conversation with these answers."""
    token = encode(answers, visit.content.hash)
    with st.container(key=key):
        st.page_link("pages/assessment.py", label=label, help=help_text, query_params={PARAMETER: token})


def answers(visit: Visit, given: Answers) -> None:
    """Given answers in words, as a list."""
    told = answers_in_words(given, visit.content.ruleset)
    st.markdown("\n".join(f"- {escape(question)} **{escape(answer)}**" for question, answer in told))


def due(words: Words, days: int) -> str:
    """When a review is due, or how long it is overdue."""
    return words.count("studio.overdue-by", -days) if days < 0 else words.count("studio.due-in", days)


def counts(rules: Ruleset) -> dict[str, int]:
    """How much there is of everything."""
    return {name: len(getattr(rules, name)) for name in ("questions", "obligations", "notes", "sources")}
