"""What another answer would do, shown before it is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import streamlit as st

from advisor.rules.model import Question
from advisor.screen import content as library
from advisor.screen import session
from advisor.screen.session import Visit
from advisor.summary.formats import markdown
from advisor.summary.lever_wording import labels
from advisor.verdicts.verdict import Verdict
from advisor.whatif.preview import Change, Turn, preview

escape = markdown.escape


def before_change(visit: Visit, question: Question) -> None:
    """What the proposed answer to an earlier question would change, to be agreed to or not."""
    words = library.content().words
    found = preview(library.rules(), visit.answers, question.id, visit.proposed)
    with st.container(border=True, key="weighing"):
        st.subheader(words("preview.title", answer=labels(question, visit.proposed)), anchor=False)
        st.markdown("\n".join(f"- {line}" for line in (*verdicts(found.verdicts), *_stays(found), *paths(found))))
        with st.container(horizontal=True):
            st.button(
                words["preview.change"],
                key="weigh-change",
                type="primary",
                on_click=session.record,
                args=(question.id, visit.proposed),
            )
            st.button(words["conversation.keep"], key="weigh-keep", on_click=session.edit, args=("",))


def verdicts(turns: Iterable[Turn], plain: bool = False) -> Iterator[str]:
    """A sentence for each standard; as plain text for who hears it."""
    words = library.content().words
    for turn in turns:
        key = "preview.verdict" if turn.turns else "preview.same"
        before, after = standing(turn.before), standing(turn.after)
        if plain:
            yield words(key, standard=turn.standard.name, before=before, after=after)
        else:
            texts = {"before": f"**{escape(before)}**", "after": f"**{escape(after)}**"}
            yield words(key, standard=escape(turn.standard.name), **texts)


def standing(verdict: Verdict) -> str:
    """The basis in words, with its range while it is open."""
    words = library.content().words
    lower = words.basis(verdict.basis, reported=verdict.reported)
    if verdict.at_most is verdict.basis:
        return lower
    upper = words.basis(verdict.at_most, reported=verdict.reported_at_most)
    return words("preview.range", lower=lower, upper=upper)


def _stays(found: Change) -> Iterator[str]:
    count = len(found.stays)
    yield library.content().words("preview.stays-one" if count == 1 else "preview.stays-many", count=count)


def paths(found: Change) -> Iterator[str]:
    """What leaves the path and what comes to it, by name."""
    words = library.content().words
    for key in ("set_aside", "returns", "comes", "spared"):
        names = [escape(question.ask) for question in getattr(found, key)]
        hint = f" {words['preview.set-aside-hint']}" if key == "set_aside" else ""
        if names:
            yield f"**{words['preview.' + key.replace('_', '-')]}:** {' · '.join(names)}{hint}"
