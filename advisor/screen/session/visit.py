"""The answers of a visit, mirrored into the address after every change.

So reload, back, a copied link and another server process resume where the visitor was.
"""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from advisor.assessment.assessment import Assessment
from advisor.content.library import Content
from advisor.content.words import Words
from advisor.rules.model import Answers
from advisor.rules.ruleset import Ruleset
from advisor.screen import content as library
from advisor.screen.session.fields import visitor_figures
from advisor.screen.session.keys import PARAMETER, Key
from advisor.sharing.link import DamagedLinkError, decode, encode
from advisor.verdicts.journey import Journey, walk
from advisor.whatif.preview import preview, with_answer


@dataclass(frozen=True)
class Visit:
    """One run's view of the visit: everything follows from its `assessment`."""

    assessment: Assessment
    link: str
    editing: str
    proposed: tuple[str, ...]
    """Another answer to the question that is open for change, shown before it is applied."""
    notice: str
    undoable: bool
    starting_over: bool
    persona: str
    kept: str
    """The question that was opened for change and closed again without one, a moment ago."""

    @property
    def answers(self) -> Answers:
        return self.assessment.answers

    @property
    def journey(self) -> Journey:
        return self.assessment.journey

    @property
    def content(self) -> Content:
        return self.assessment.content

    @property
    def words(self) -> Words:
        return self.assessment.content.words

    @property
    def rules(self) -> Ruleset:
        return self.assessment.rules

    @property
    def day(self) -> date:
        return self.assessment.day


def opened() -> Visit:
    """Open or continue the visit. Every page calls it first; a second call in the same run changes nothing."""
    state = st.session_state
    incoming = st.query_params.get(PARAMETER, "")
    if Key.ANSWERS not in state or (incoming != state[Key.LINK] and not state.get(Key.ACTED)):
        _adopt(incoming)
    state[Key.ACTED] = False
    _write_link()
    return Visit(
        assessment=Assessment(library.content(), library.today(), state[Key.ANSWERS], visitor_figures()),
        link=state[Key.LINK],
        editing=state.get(Key.EDITING, ""),
        proposed=state.get(Key.PROPOSED, ()),
        undoable=bool(state.get(Key.UNDO)),
        notice=state.get(Key.NOTICE, ""),
        starting_over=state.get(Key.STARTING_OVER, False),
        persona=state.get(Key.PERSONA, ""),
        kept=state.get(Key.KEPT, ""),
    )


def _adopt(token: str) -> None:
    """Take the answers from the address: a new session, a step back in the browser, or a pasted link."""
    words, state = library.content().words, st.session_state
    for key in (Key.EDITING, Key.NOTICE, Key.PERSONA, Key.TRIAL, Key.TRIED, Key.KEPT):
        state[key] = ""
    state[Key.PROPOSED] = state[Key.UNDO] = ()
    state[Key.STARTING_OVER] = False
    state[Key.ANSWERS] = {}
    state[Key.LINK] = token
    if not token:
        return
    try:
        resumed = decode(token, library.content().ruleset, library.content().hash)
    except DamagedLinkError:
        state[Key.NOTICE] = words["conversation.damaged"]
        return
    state[Key.ANSWERS] = resumed.answers
    if resumed.dropped:
        state[Key.NOTICE] = words.count("conversation.dropped", len(resumed.dropped))
    elif not resumed.same_content:
        state[Key.NOTICE] = words["conversation.updated"]


def _write_link() -> None:
    """Mirror the answers into the address; an address that already says so is left alone."""
    token = encode(st.session_state[Key.ANSWERS], library.content().hash)
    st.session_state[Key.LINK] = token
    if token and st.query_params.get(PARAMETER) != token:
        st.query_params[PARAMETER] = token
    elif not token and PARAMETER in st.query_params:
        del st.query_params[PARAMETER]


def _change(answers: Answers, notice: str = "") -> None:
    state = st.session_state
    state[Key.ANSWERS] = answers
    state[Key.EDITING] = state[Key.TRIAL] = state[Key.TRIED] = state[Key.KEPT] = ""
    state[Key.PROPOSED] = state[Key.UNDO] = ()
    state[Key.NOTICE] = notice
    state[Key.STARTING_OVER] = False
    state[Key.ACTED] = True


def record(question: str, options: tuple[str, ...]) -> None:
    """Note the answer to the question it names. Doing it twice changes nothing, so a double click is harmless."""
    before: Answers = st.session_state[Key.ANSWERS]
    after = {**before, question: options}
    st.session_state[Key.PERSONA] = ""
    if question not in before or before[question] == options:
        _change(after)
        return
    _change(after, _changed_notice(before, after))
    st.session_state[Key.UNDO] = (question, before[question])


def _changed_notice(before: Answers, after: Answers) -> str:
    """That an earlier answer is changed, and what that set aside."""
    words, rules = library.content().words, library.rules()
    count = len(set(walk(rules, after).set_aside) - set(walk(rules, before).set_aside))
    changed = words["conversation.changed"]
    return f"{changed} {words.count('conversation.set-aside', count)}" if count else changed


def propose(question: str, options: tuple[str, ...]) -> None:
    """Change an earlier answer at once if that is harmless; otherwise show first what it would do."""
    answers: Answers = st.session_state[Key.ANSWERS]
    if answers.get(question) == options or preview(library.rules(), answers, question, options).harmless:
        record(question, options)
        return
    st.session_state[Key.PROPOSED] = options
    st.session_state[Key.NOTICE] = ""
    st.session_state[Key.ACTED] = True


def undo() -> None:
    """Take the last change of an answer back."""
    question, options = st.session_state[Key.UNDO] or ("", ())
    if question:
        notice = library.content().words["conversation.undone"]
        _change(with_answer(st.session_state[Key.ANSWERS], question, options), notice)


def try_out(lever: str) -> None:
    """Look at a change as a trial; an empty name ends it. It lives in this session only."""
    st.session_state[Key.TRIED] = st.session_state.get(Key.TRIAL, "")
    st.session_state[Key.TRIAL] = lever


def trial() -> str:
    return str(st.session_state.get(Key.TRIAL, ""))


def tried() -> str:
    """The change that was on trial before this one, or before nothing."""
    return str(st.session_state.get(Key.TRIED, ""))


def play(persona: str, answers: Answers) -> None:
    """Open a finished example."""
    st.session_state[Key.PERSONA] = persona
    _change(dict(answers))


def edit(question: str) -> None:
    """Open an earlier answer for change; an empty id closes it again."""
    st.session_state[Key.KEPT] = "" if question else st.session_state.get(Key.EDITING, "")
    st.session_state[Key.EDITING] = question
    st.session_state[Key.PROPOSED] = ()
    st.session_state[Key.ACTED] = True


def ask_start_over(asking: bool) -> None:
    st.session_state[Key.STARTING_OVER] = asking
    st.session_state[Key.ACTED] = True


def start_over() -> None:
    """Forget all answers."""
    st.session_state[Key.PERSONA] = ""
    _change({})


def warn(notice: str) -> None:
    """Show a sentence until the next answer."""
    st.session_state[Key.NOTICE] = notice
    st.session_state[Key.ACTED] = True


def chosen(key: str) -> tuple[str, ...]:
    """The present value of a multiple-choice widget."""
    return tuple(st.session_state.get(key) or ())
