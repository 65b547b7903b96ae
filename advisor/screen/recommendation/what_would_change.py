"""What would change the verdicts, and a trial of each change beside the real verdicts."""

from typing import NamedTuple, get_args

import streamlit as st

from advisor.assessment.assessment import Assessment
from advisor.rules.model import Answers, Controller, Standard
from advisor.screen import change_preview
from advisor.screen.browser import bridge
from advisor.screen.recommendation import verdict_cards
from advisor.screen.session.visit import Visit
from advisor.summary.formats.markdown import escape
from advisor.summary.lever_wording import lever_text, varied
from advisor.summary.summarise import summarise
from advisor.summary.summary_data import LeverText, Summary
from advisor.whatif.lever_search import Lever
from advisor.whatif.preview import Change, change

SHOWN = {"company": 3, "customer": 3, "law": 3, "fact": 2}
"""Changes of a kind that are shown at once; others are one tap away."""
MORE = 30
"""How many: nobody reads two hundred, and a phone takes seconds to draw them."""
UPWARDS = ("raises", "may-raise")
ICONS = {"up": ":material/arrow_upward:", "down": ":material/arrow_downward:"}


class _Offer(NamedTuple):
    """One lever on the page; `name` is its key."""

    name: str
    lever: Lever
    text: LeverText


@st.fragment
def section(visit: Visit, summary: Summary) -> None:
    """Per standard and by who could bring it about. A tap redraws no more than this."""
    words = visit.words
    st.header(words["lever.title"], anchor=False)
    st.markdown(words["lever.intro"])
    offered = ordered(visit.assessment)
    on_trial = next((offer for offer in offered if offer.name == visit.trial), None)
    for standard in visit.rules.standards:
        st.subheader(words("lever.for", standard=standard.name), anchor=False)
        own = [offer for offer in offered if offer.lever.standard.id == standard.id]
        if not own:
            st.markdown(words["lever.none"])
        for controller in get_args(Controller):
            if group := [offer for offer in own if offer.lever.controlled_by == controller]:
                _group(visit, summary, standard, controller, group)
    bridge.after_trial("" if on_trial else visit.tried, _spoken(visit, on_trial.lever) if on_trial else "")


def _spoken(visit: Visit, lever: Lever) -> str:
    """What the trial shows, for those who hear the page."""
    found = _found(visit, lever)
    return " ".join((visit.words["lever.trial-hint"], *change_preview.verdicts(visit, found.verdicts, plain=True)))


def _found(visit: Visit, lever: Lever) -> Change:
    edited = [edit.question.id for edit in lever.edits]
    return change(visit.rules, visit.answers, lever.apply(visit.answers), edited)


def _group(visit: Visit, summary: Summary, standard: Standard, controller: Controller, own: list[_Offer]) -> None:
    st.markdown(f"**{visit.words[f'lever.by-{controller}']}**")
    for offer in own[: SHOWN[controller]]:
        _offer(visit, summary, offer)
    if rest := own[SHOWN[controller] :]:
        count = min(len(rest), MORE)
        label = visit.words.count("lever.more", count)
        more = st.expander(label, key=f"more-{standard.id}-{controller}", on_change="rerun")
        if more.open:
            with more:
                for offer in rest[:MORE]:
                    _offer(visit, summary, offer)
                if left := len(rest[MORE:]):
                    st.markdown(visit.words("lever.left-out", count=left))


def _offer(visit: Visit, summary: Summary, offer: _Offer) -> None:
    on_trial = visit.trial == offer.name
    depends = f"  \n:small[{escape(offer.text.depends)}]" if offer.text.depends else ""
    label, then = f"{escape(offer.text.sentence)}{depends}", "" if on_trial else offer.name
    icon = ICONS["up" if offer.lever.effect in UPWARDS else "down"]
    st.button(label, key=offer.name, icon=icon, width="stretch", on_click=visit.try_out, args=(then,))
    if on_trial:
        _trial(visit, summary, offer.lever)


def _trial(visit: Visit, summary: Summary, lever: Lever) -> None:
    """The real verdicts beside those of the trial."""
    words, found = visit.words, _found(visit, lever)
    with st.container(border=True, key="trial"):
        st.info(words["lever.trial-hint"], icon=":material/info:")
        st.markdown(_beside(visit, found))
        _reasons(visit, summary, lever.apply(visit.answers))
        if lines := list(change_preview.paths(visit, found)):
            st.markdown("\n".join(f"- {line}" for line in lines))
        st.button(words["lever.back"], key="trial-end", type="primary", on_click=visit.try_out, args=("",))


def _beside(visit: Visit, found: Change) -> str:
    words = visit.words
    rows = [f"| {words['document.standard']} | {words['lever.now']} | {words['lever.then']} |", "| --- | --- | --- |"]
    for turn in found.verdicts:
        before, after = (escape(change_preview.standing(visit, verdict)) for verdict in (turn.before, turn.after))
        then = f"**{after}**" if turn.turns else words["lever.same"]
        rows.append(f"| {escape(turn.standard.name)} | {before} | {then} |")
    return "\n".join(rows)


def _reasons(visit: Visit, summary: Summary, after: Answers) -> None:
    """For each verdict that turns, what would then decide it, with its provision."""
    then = summarise(visit.assessment.with_answers(after))
    for before, text in zip(summary.verdicts, then.verdicts, strict=True):
        if text.basis != before.basis:
            for reason in text.reasons[:1]:
                st.markdown(escape(visit.words("lever.reason", standard=text.name)))
                verdict_cards.reason(visit, reason)


@st.cache_resource(show_spinner=False, max_entries=200, hash_funcs={Assessment: lambda made: (made.day, made.answers)})
def ordered(assessment: Assessment) -> tuple[_Offer, ...]:
    """Every lever: a single change before two at once, and of each kind of change one before a second of any."""
    groups: dict[tuple[int, str, str], list[Lever]] = {}
    for lever in assessment.levers:
        groups.setdefault((lever.steps, lever.standard.id, lever.controlled_by), []).append(lever)
    sorted_ = [lever for key in sorted(groups) for lever in varied(groups[key])]
    words = assessment.content.words
    return tuple(_Offer(f"try-{place}", lever, lever_text(lever, words)) for place, lever in enumerate(sorted_))
