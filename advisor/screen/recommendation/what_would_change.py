"""The few changes that could really happen to this company, each with what it would take away and bring."""

from collections.abc import Iterator

import streamlit as st

from advisor.conversation import change_wording
from advisor.screen.browser import bridge
from advisor.screen.drawing import markup
from advisor.screen.recommendation.closed_sections import heading
from advisor.screen.session.visit import Visit
from advisor.summary.answer_data import AnswerText, ChangeText
from advisor.summary.answer_text import answer_of
from advisor.summary.changes_text import changes_of
from advisor.summary.formats.markdown import escape
from advisor.whatif.preview import change


@st.fragment
def section(visit: Visit, answer: AnswerText) -> None:
    """Looked for when it is opened. A tap redraws no more than this, until a change is made."""
    if visit.acted:
        st.rerun()  # the whole page says something else now
    words = visit.words
    part = st.expander(heading(words["lever.title"]), key="fold-changes", on_change="rerun")
    if not part.open:
        return
    with part:
        offered = changes_of(visit.assessment)
        on_trial = next((offer for offer in offered if offer.id == visit.trial), None)
        st.markdown(words["lever.intro" if offered else "answer.no-change"])
        for offer in offered:
            _offer(visit, answer, offer)
        tried = f"try-{visit.tried}" if visit.tried and not on_trial else ""
        bridge.after_trial(tried, _spoken(visit, answer, on_trial) if on_trial else "")


def _offer(visit: Visit, answer: AnswerText, offer: ChangeText) -> None:
    on_trial = visit.trial == offer.id
    icon = ":material/expand_more:" if on_trial else ":material/chevron_right:"
    then = "" if on_trial else offer.id
    label, key = escape(offer.sentence), f"try-{offer.id}"
    st.button(label, key, icon=icon, icon_position="right", width="stretch", on_click=visit.try_out, args=(then,))
    if on_trial:
        _trial(visit, answer, offer)


def _trial(visit: Visit, answer: AnswerText, offer: ChangeText) -> None:
    """What would fall away, come and stay, before anything is changed."""
    words = visit.words
    with st.container(key="trial"):
        markup.show("moves", visit.content, moves=tuple(_moves(visit, answer, offer)))
        if lines := list(_paths(visit, offer)):
            st.markdown("\n".join(f"- {line}" for line in lines))
        with st.container(horizontal=True):
            st.button(words["preview.change"], "trial-do", None, visit.take, (offer.answers,), type="primary")
            st.button(words["lever.back"], "trial-end", on_click=visit.try_out, args=("",))


def _moves(visit: Visit, answer: AnswerText, offer: ChangeText) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Kind, its name, and the things of that kind."""
    after = answer_of(visit.assessment.with_answers({**visit.answers, **offer.answers}))
    before, then = ({need.id: need.what for need in (*a.needs, *a.later)} for a in (answer, after))
    yield "gone", visit.words["answer.gone"], tuple(what for id_, what in before.items() if id_ not in then)
    yield "comes", visit.words["answer.comes"], tuple(what for id_, what in then.items() if id_ not in before)
    yield "stays", visit.words["answer.stays"], tuple(what for id_, what in then.items() if id_ in before)


def _paths(visit: Visit, offer: ChangeText) -> Iterator[str]:
    """What would be asked anew or no more."""
    after = {**visit.answers, **offer.answers}
    for line in change_wording.paths(visit.words, change(visit.rules, visit.answers, after, list(offer.answers))):
        yield f"**{line.label}:** {escape(line.text)}"


def _spoken(visit: Visit, answer: AnswerText, offer: ChangeText) -> str:
    """What the trial shows, for those who hear the page."""
    moves = (f"{name}: {', '.join(things)}." for _, name, things in _moves(visit, answer, offer) if things)
    return " ".join((visit.words["lever.trial-hint"], *moves))
