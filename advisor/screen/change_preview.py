"""What another answer would do, shown before it is done."""

from collections.abc import Iterable, Iterator

import streamlit as st

from advisor.rules.model import Question
from advisor.screen.session.visit import Visit
from advisor.summary.changes_text import names_of
from advisor.summary.formats.markdown import escape
from advisor.summary.lever_wording import labels
from advisor.verdicts.verdict import Verdict
from advisor.whatif.preview import Change, Turn, preview


def before_change(visit: Visit, question: Question) -> None:
    """What the proposed answer to an earlier question would change, to be agreed to or not."""
    words, answer = visit.words, (question.id, visit.proposed)
    found = preview(visit.rules, visit.answers, *answer)
    stays = words.count("preview.stays", len(found.stays))
    lines = (*needs(visit, found), *verdicts(visit, found.verdicts), stays, *paths(visit, found))
    with st.container(border=True, key="weighing"):
        st.subheader(words("preview.title", answer=labels(question, visit.proposed)), anchor=False)
        st.markdown("\n".join(f"- {line}" for line in lines))
        with st.container(horizontal=True):
            st.button(words["preview.change"], key="weigh-change", type="primary", on_click=visit.record, args=answer)
            st.button(words["conversation.keep"], key="weigh-keep", on_click=visit.edit, args=("",))


def needs(visit: Visit, found: Change) -> Iterator[str]:
    """What would no longer bind, and what would have to be got, by name."""
    words = visit.words
    for said, moved in ((words["answer.gone"], found.gone), (words["answer.comes"], found.come)):
        if names := names_of(moved):
            yield f"**{said}:** {' · '.join(map(escape, names))}"


def verdicts(visit: Visit, turns: Iterable[Turn], plain: bool = False) -> Iterator[str]:
    """A sentence for each standard; as plain text for who hears it."""
    for turn in turns:
        key = "preview.verdict" if turn.turns else "preview.same"
        name, before, after = turn.standard.name, standing(visit, turn.before), standing(visit, turn.after)
        if not plain:
            name, before, after = escape(name), f"**{escape(before)}**", f"**{escape(after)}**"
        yield visit.words(key, standard=name, before=before, after=after)


def standing(visit: Visit, verdict: Verdict) -> str:
    """The basis in words, with its range while it is open."""
    lower = visit.words.basis(verdict.basis, reported=verdict.reported)
    if verdict.at_most is verdict.basis:
        return lower
    upper = visit.words.basis(verdict.at_most, reported=verdict.reported_at_most)
    return visit.words("preview.range", lower=lower, upper=upper)


def paths(visit: Visit, found: Change) -> Iterator[str]:
    """What leaves the path and what comes to it, by name."""
    moved = {"set-aside": found.set_aside, "returns": found.returns, "comes": found.comes, "spared": found.spared}
    for key, questions in moved.items():
        names = [escape(question.ask) for question in questions]
        hint = f" {visit.words['preview.set-aside-hint']}" if key == "set-aside" else ""
        if names:
            yield f"**{visit.words[f'preview.{key}']}:** {' · '.join(names)}{hint}"
