"""What goes out of a visit and what comes in: the link, a message, a document to check."""

from secrets import token_hex

import streamlit as st

from advisor.screen import streamlit_internals
from advisor.screen.session.keys import PARAMETER, Key
from advisor.settings import settings
from advisor.sharing.verification import Verification


def take_upload(key: Key) -> tuple[str, bytes] | None:
    """Name and content of the file just put into an upload field; the server forgets its copy at once."""
    file = st.session_state.get(key)
    if streamlit_internals.is_forgotten(file):
        return None
    st.session_state.pop(Key.FOUND, None)
    if file is None:
        return None
    data = bytes(file.getvalue())
    streamlit_internals.forget_upload(file)
    return file.name, data


def keep_found(name: str, found: Verification) -> None:
    """What was found in the document of this name, as long as the name stands in the field."""
    st.session_state[Key.FOUND] = name, found


def found() -> tuple[str, Verification] | None:
    return st.session_state.get(Key.FOUND) if st.session_state.get(Key.DOCUMENT) else None


def address() -> str:
    """The link that reopens this assessment, or nothing where the address is unknown."""
    token = st.session_state.get(Key.LINK, "")
    base = settings().public_url or (st.context.url or "").split("?")[0].rpartition("/")[0]
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
