"""Checks a document that somebody hands in: whether it is as we made it, and what we would say today."""

from collections.abc import Iterator

import streamlit as st

from advisor.screen import shell
from advisor.screen.session import fields
from advisor.screen.session.keys import Key
from advisor.screen.session.visit import Visit
from advisor.settings import settings
from advisor.sharing.signing import keys_from
from advisor.sharing.verification import Verification, verify
from advisor.summary.formats.markdown import escape
from advisor.summary.summary_data import clean
from advisor.summary.verification_text import StandardThen, VerificationText, in_words

LONGEST_NAME = 60
SHOWN = {
    "genuine": (st.success, ":material/check_circle:"),
    "unsigned": (st.warning, ":material/info:"),
    "unknown-key": (st.warning, ":material/info:"),
    "statement-only": (st.warning, ":material/info:"),
    "altered": (st.error, ":material/error:"),
    "unreadable": (st.info, ":material/info:"),
}


def title(visit: Visit) -> None:
    st.title(visit.words["verify.title"], anchor=False)
    st.markdown(visit.words["verify.intro"])
    shell.link("assessment", visit.words["result.to-questions"], visit, place="verify")


def document(visit: Visit) -> VerificationText | None:
    """The field for the file, and what was found in the one handed in last."""
    label, hint = visit.words["verify.upload"], visit.words["verify.upload-help"]
    st.file_uploader(label, key=Key.DOCUMENT, help=hint, on_change=_look, args=(visit,))
    st.markdown(f":small[{escape(visit.words['verify.forgotten'])}]")
    return _shown(visit, *visit.found) if visit.found and fields.has_upload(Key.DOCUMENT) else None


def _look(visit: Visit) -> None:
    """Look at the file as soon as it is there, and keep only what was found."""
    if file := fields.take_upload(Key.DOCUMENT):
        visit.news += 1
        name, document = file
        visit.found = name, verify(document, visit.content, keys_from(settings().signing_key), visit.day)


def _shown(visit: Visit, name: str, found: Verification) -> VerificationText:
    words, told = visit.words, in_words(found, visit.content)
    st.header(escape(words("verify.found", name=clean(name, LONGEST_NAME))), anchor=False)
    show, icon = SHOWN[found.state]
    show(escape(told.judgement), icon=icon)
    if told.standards or told.lost:
        st.subheader(words["verify.today"], anchor=False)
        lines = [line for standard in told.standards for line in _standard(standard)]
        st.markdown("\n".join((*lines, *(f"- {escape(text)}" for text in told.lost))))
    for text in told.made_with:
        st.markdown(escape(text))
    return told


def _standard(told: StandardThen) -> Iterator[str]:
    sentence = escape(told.sentence)
    yield f"- **{sentence}**" if told.differs else f"- {sentence}"
    yield from (f"    - {escape(reason)}" for reason in told.reasons)
