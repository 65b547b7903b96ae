"""The answers of a visit, mirrored into the address after every change, and nothing that could be derived from them.

So reload, back, a copied link and another server process resume where the visitor was.
"""

from dataclasses import dataclass, field
from datetime import date
from secrets import token_hex

import streamlit as st

from advisor.assessment.assessment import Assessment
from advisor.content.library import Content
from advisor.content.words import Words
from advisor.conversation.resumed_notice import resumed_notice
from advisor.rules.model import Answers
from advisor.rules.ruleset import Ruleset
from advisor.screen import content as library
from advisor.screen.session import fields
from advisor.screen.session.keys import PARAMETER, Key
from advisor.settings import settings
from advisor.sharing.link import DamagedLinkError, decode, encode
from advisor.sharing.verification import Verification
from advisor.sharing.worn_link import token_in
from advisor.verdicts.journey import walk
from advisor.whatif.preview import preview, with_answer


@dataclass(eq=False)
class Visit:
    """One object for the whole visit. Its methods are what a visitor does; they run before the page is drawn anew."""

    assessment: Assessment
    """Of the present answers: everything follows from it."""
    acted: bool = False
    """The visitor did something since the last run, so that the address is behind the answers."""
    editing: str = ""
    proposed: tuple[str, ...] = ()
    """Another answer to the question that is open for change, shown before it is applied."""
    notice: str = ""
    news: int = 0
    """How often something was said, so that a sentence that is said again is heard again."""
    former: tuple[str, tuple[str, ...]] | None = None
    """The question that was answered otherwise last, and its answer before."""
    taken: int = 0
    """The highest number of a press in the conversation that was dealt with."""
    promised: int = 0
    """How many questions it would be at most in all, as was said last; a changed answer makes it another talk."""
    going: str = ""
    """The page that the visitor asked for in the conversation, to be led to at the end of the run."""
    persona: str = ""
    answered_here: tuple[str, ...] = ()
    """Questions that were answered beside the recommendation; they stay there to be answered otherwise."""
    looking_at: str = ""
    """The closed section that was opened from elsewhere on the page, to be led to once."""
    trial: str = ""
    tried: str = ""
    """The change that was on trial before this one, or before nothing."""
    company: str = ""
    """As of now: its field is drawn apart from the page that offers documents. It leaves the session only in these.

    The browser holds a press on a download back until what was typed before is in (`downloads.js`).
    """
    found: tuple[str, Verification] | None = None
    """What was found in the document of this name, as long as the name stands in the field."""
    both_right: frozenset[str] = frozenset()
    """Ids of the contradictions of which the visitor said that both answers are right."""
    number: str = field(default_factory=lambda: token_hex(16))
    """Tells this visit from others while it lasts; says nothing about the visitor."""
    mails: int = 0
    """How many were sent."""
    mail_told: tuple[str, str] = ("", "")
    """The link of the answers that the last message was about, and what became of it."""

    @property
    def answers(self) -> Answers:
        return self.assessment.answers

    @property
    def link(self) -> str:
        """The answers as they stand in the address once it is written."""
        return encode(self.answers, self.content.hash)

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

    @property
    def said(self) -> tuple[str, ...]:
        """Ids of the answered questions on the path."""
        return tuple(step.question.id for step in self.assessment.journey.steps)

    def address(self) -> str:
        """The link that reopens this assessment, or nothing where the address is unknown."""
        base = settings().public_url or (st.context.url or "").split("?")[0].rpartition("/")[0]
        return f"{base}/?{PARAMETER}={self.link}" if base and self.link else ""

    def become(self, answers: Answers, notice: str = "", persona: str = "") -> None:
        """Take other answers, and forget what was going on about the former ones."""
        self.promised = self.promised if self.answers.items() <= answers.items() else 0
        self.assessment = self.assessment.with_answers(answers)
        self.notice, self.persona = notice, persona
        self.news += 1
        self.editing = self.trial = self.tried = ""
        self.proposed, self.former = (), None
        self.acted = True

    def record(self, question: str, options: tuple[str, ...]) -> None:
        """Note the answer to the question it names. Doing it twice changes nothing, so a double click is harmless."""
        before = self.answers
        after = {**before, question: options}
        if before.get(question, options) == options:
            self.become(after)
            return
        self.become(after, self._changed_notice(before, after))
        self.former = (question, before[question])

    def answer_here(self, question: str, options: tuple[str, ...]) -> None:
        """Note an answer that was given beside the recommendation, where the question stays to be seen."""
        self.record(question, options)
        self.answered_here = tuple(dict.fromkeys((*self.answered_here, question)))

    def take(self, changes: Answers) -> None:
        """Answer several questions otherwise at once, as a change on trial says."""
        before, after = self.answers, {**self.answers, **changes}
        self.become(after, self._changed_notice(before, after))
        if len(changes) == 1:
            self.former = next((question, before.get(question, ())) for question in changes)

    def look_at(self, section: str) -> None:
        """Open a closed section of the page and go there."""
        fields.open_section(section)
        self.looking_at, self.acted = section, True

    def _changed_notice(self, before: Answers, after: Answers) -> str:
        """That an earlier answer is changed, and what that set aside."""
        count = len(set(walk(self.rules, after).set_aside) - set(walk(self.rules, before).set_aside))
        changed = self.words["conversation.changed"]
        return f"{changed} {self.words.count('conversation.set-aside', count)}" if count else changed

    def propose(self, question: str, options: tuple[str, ...]) -> None:
        """Change an earlier answer at once if that is harmless; otherwise show first what it would do."""
        answers = self.answers
        if answers.get(question) == options or preview(self.rules, answers, question, options).harmless:
            self.record(question, options)
        else:
            self.proposed = options
            self.warn("")

    def undo(self) -> None:
        """Take the last change of an answer back."""
        if self.former:
            self.become(with_answer(self.answers, *self.former), self.words["conversation.undone"])

    def try_out(self, lever: str) -> None:
        """Look at a change as a trial; an empty name ends it. It lives in this session only."""
        self.trial, self.tried = lever, self.trial

    def edit(self, question: str) -> None:
        """Open an earlier answer for change; an empty id closes it again."""
        self.editing, self.proposed = question, ()
        self.acted = True

    def stand_by_both(self, contradiction: str) -> None:
        """Both answers are right: do not ask again."""
        self.both_right |= {contradiction}
        self.acted = True

    def agree(self) -> None:
        """Make the change that was proposed."""
        if self.editing and self.proposed:
            self.record(self.editing, self.proposed)

    def show(self, example: str) -> None:
        """Look at a finished example; a name that is none changes nothing."""
        persona = next((one for one in self.content.personas if one.id == example), None)
        if persona:
            self.become(persona.answers, "", persona.id)
            self.go("recommendation")

    def go(self, page: str) -> None:
        """Ask for another page, to be led to at the end of the run."""
        self.going, self.acted = page, True

    def warn(self, notice: str) -> None:
        """Show a sentence until the next answer."""
        self.notice, self.acted = notice, True
        self.news += 1


def opened() -> Visit:
    """Open or continue the visit. Every page calls it first; a second call in the same run changes nothing."""
    content, incoming = library.content(), token_in(st.query_params.to_dict(), PARAMETER)
    visit: Visit = st.session_state.setdefault(Key.VISIT, Visit(Assessment(content, library.today(), {})))
    visit.assessment = Assessment(content, library.today(), visit.answers, fields.visitor_figures())
    if incoming != visit.link and not visit.acted:
        _adopt(visit, incoming)
    write_link(visit)
    return visit


def _adopt(visit: Visit, token: str) -> None:
    """Take the answers from the address: a new session, a step back in the browser, or a pasted link."""
    visit.become({})
    for name in [name for name in st.query_params if name != PARAMETER]:
        if token_in(
            {name: token}, PARAMETER
        ):  # a name that swallowed the token, which stands under its own from now on
            del st.query_params[name]
    if not token:
        return
    try:
        resumed = decode(token, visit.content.ruleset, visit.content.hash)
    except DamagedLinkError:
        visit.notice = visit.words["conversation.damaged"]  # becoming nothing was news already
        return
    visit.become(resumed.answers, resumed_notice(visit.assessment, resumed))


def write_link(visit: Visit) -> None:
    """Mirror the answers into the address; an address that already says so is left alone."""
    visit.acted, link = False, visit.link
    if link and st.query_params.get(PARAMETER) != link:
        st.query_params[PARAMETER] = link
    elif not link and PARAMETER in st.query_params:
        del st.query_params[PARAMETER]
