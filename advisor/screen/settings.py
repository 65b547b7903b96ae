"""The operator's keys, address and mail server. What cannot be used is left out; the log says so at the start."""

from __future__ import annotations

import os

import streamlit as st

from advisor.sharing.mail import MailServer, MailSettingsError, Postmark, server_from, site_from
from advisor.sharing.signing import SigningKey, WeakKeyError, keys_from


def keys() -> tuple[SigningKey, ...]:
    """The signing keys; without any, documents are unsigned."""
    try:
        return keys_from(os.environ)
    except WeakKeyError:
        return ()


def site() -> str:
    """Where the operator says that the app is reached, or nothing."""
    try:
        return site_from(os.environ)
    except MailSettingsError:
        return ""


def mail_server() -> MailServer | None:
    try:
        return server_from(os.environ)
    except MailSettingsError:
        return None


@st.cache_resource(show_spinner=False)
def postmark() -> Postmark:
    """Counts for all visits of this process."""
    return Postmark()
