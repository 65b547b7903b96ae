"""What one visit remembers: the answers, and nothing that could be derived from them.

The only module that touches `st.session_state` and the address. The answers are mirrored into the address
after every change, so that reload, back, a copied link and another server process resume where the visitor was.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from secrets import token_hex

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import DeletedFile

from advisor.journey import Journey, walk
from advisor.link import DamagedLinkError, decode, encode
from advisor.model import Answers
from advisor.preview import preview, with_answer
from advisor.ranges import Range
from advisor.screen import library, settings
from advisor.summary.ahead import Wishes
from advisor.verdict import Recommendation, judge
from advisor.verify import Verification

PARAMETER = "a"
"""The name of the token in the address."""


class Key(StrEnum):
    ANSWERS = "visit.answers"
    LINK = "visit.link"
    ACTED = "visit.acted"
    EDITING = "visit.editing"
    PROPOSED = "visit.proposed"
    UNDO = "visit.undo"
    TRIAL = "visit.trial"
    TRIED = "visit.tried"
    KEPT = "visit.kept"
    NOTICE = "visit.notice"
    STARTING_OVER = "visit.starting-over"
    PERSONA = "visit.persona"
    COMPANY = "visit.company"
    NAMED = "visit.named"
    PEOPLE = "visit.people"
    RATE_LOW = "visit.rate-low"
    RATE_HIGH = "visit.rate-high"
    DEADLINE = "visit.deadline"
    DOCUMENT = "verify.document"
    FOUND = "verify.found"
    NUMBER = "visit.number"
    MAILS = "mail.sent"
    MAIL_TOLD = "mail.told"
    MOVED = "studio.moved"


@dataclass
class Named:
    """What the visitor typed as company name, as of now: a document is written after the page that offers it."""

    company: str = ""


@dataclass(frozen=True)
class Visit:
    """One run's view of the visit: everything follows from `answers`."""

    answers: Answers
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
    def journey(self) -> Journey:
        return walk(library.rules(), self.answers)

    @property
    def recommendation(self) -> Recommendation:
        return judge(library.rules(), self.applying)

    @property
    def applying(self) -> Answers:
        """The answers that are on the path; those set aside are left out."""
        aside = self.journey.set_aside
        return {question: options for question, options in self.answers.items() if question not in aside}


def opened() -> Visit:
    """Open or continue the visit. Every page calls it first; a second call in the same run changes nothing."""
    state = st.session_state
    incoming = st.query_params.get(PARAMETER, "")
    if Key.ANSWERS not in state or (incoming != state[Key.LINK] and not state.get(Key.ACTED)):
        _adopt(incoming)
    state[Key.ACTED] = False
    _write_link()
    return Visit(
        answers=state[Key.ANSWERS],
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
        count = len(resumed.dropped)
        key = "conversation.dropped-one" if count == 1 else "conversation.dropped-many"
        state[Key.NOTICE] = words(key, count=count)
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
    key = "conversation.set-aside-one" if count == 1 else "conversation.set-aside-many"
    return " ".join((words["conversation.changed"], *([words(key, count=count)] if count else ())))


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


def named() -> Named:
    """It never leaves the session but in the summary."""
    found: Named = st.session_state.setdefault(Key.NAMED, Named())
    return found


def company_field(label: str, help_text: str) -> None:
    named().company = st.text_input(
        label, key=Key.COMPANY, help=help_text, autocomplete="organization", persist_state="session"
    )


def wishes() -> Wishes:
    """What only the visitor can know. A rate without its other end is that one figure."""
    state = st.session_state
    rates = sorted(rate for key in (Key.RATE_LOW, Key.RATE_HIGH) if (rate := state.get(key)))
    return Wishes(
        deadline=state.get(Key.DEADLINE),
        rate=Range(float(rates[0]), float(rates[-1])) if rates else None,
        people=state.get(Key.PEOPLE),
    )


def number_field(key: Key, label: str, help_text: str, most: int) -> None:
    """A whole number that may be left empty."""
    st.number_input(label, 1, most, None, key=key, help=help_text, persist_state="session")


def date_field(key: Key, label: str, help_text: str, first: date, last: date) -> None:
    """A day that may be left empty."""
    st.date_input(label, None, first, last, key=key, help=help_text, format="YYYY-MM-DD", persist_state="session")


def take_upload(key: Key) -> tuple[str, bytes] | None:
    """Name and content of the file just put into an upload field; the server forgets its copy at once."""
    file = st.session_state.get(key)
    if isinstance(file, DeletedFile):  # forgotten by us, while the browser still shows its name
        return None
    st.session_state.pop(Key.FOUND, None)
    if file is None:
        return None
    data = bytes(file.getvalue())
    if context := get_script_run_ctx():
        context.uploaded_file_mgr.remove_file(context.session_id, file.file_id)
    return file.name, data


def keep_found(name: str, found: Verification) -> None:
    """What was found in the document of this name, as long as the name stands in the field."""
    st.session_state[Key.FOUND] = name, found


def found() -> tuple[str, Verification] | None:
    return st.session_state.get(Key.FOUND) if st.session_state.get(Key.DOCUMENT) else None


def address() -> str:
    """The link that reopens this assessment, or nothing where the address is unknown."""
    token = st.session_state.get(Key.LINK, "")
    base = settings.site() or (st.context.url or "").split("?")[0].rpartition("/")[0]
    return f"{base}/?{PARAMETER}={token}" if base and token else ""


def number() -> str:
    """Tells this visit from others while it lasts; says nothing about the visitor."""
    return str(st.session_state.setdefault(Key.NUMBER, token_hex(16)))


def mail_key(part: str) -> str:
    """A field of the mail form. A new one after each message, so that the address goes with the old one."""
    return f"mail-{part}-{st.session_state.get(Key.MAILS, 0)}"


def tell_mail(told: str, sent: bool) -> None:
    """Say what became of a message about the present answers."""
    state = st.session_state
    state[Key.MAIL_TOLD] = (state[Key.LINK], told, sent)
    state[Key.MAILS] = state.get(Key.MAILS, 0) + sent


def mail_told() -> tuple[str, bool]:
    """What became of the last message about the present answers, and whether it was sent."""
    link, told, sent = st.session_state.get(Key.MAIL_TOLD, ("", "", False))
    return (told, sent) if link == st.session_state[Key.LINK] else ("", False)


def here(parameter: str) -> str:
    """A part of the address other than the answers: where an editor is in the studio."""
    return st.query_params.get(parameter, "")


def go(**where: str) -> None:
    """Go to another place of the same page; what is not named is left behind, the answers stay."""
    answers = st.query_params.get(PARAMETER, "")
    kept = {PARAMETER: answers} if answers else {}
    st.query_params.from_dict(kept | {name: value for name, value in where.items() if value})
    st.session_state[Key.MOVED] = True


def moved() -> bool:
    """Whether the editor has gone anywhere in this session, so that the page may take the focus along."""
    return bool(st.session_state.get(Key.MOVED))


def go_to_choice(key: str, parameter: str, **where: str) -> None:
    """Go where a choice widget points."""
    go(**where, **{parameter: str(st.session_state.get(key) or "")})


def align(key: str, value: str) -> None:
    """Make a choice widget show where the address points; before the widget is drawn."""
    st.session_state[key] = value
