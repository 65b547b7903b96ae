"""Sends the visitor a link to this assessment, and the PDF if wanted; only where the operator named a mail server."""

from datetime import UTC, datetime

import streamlit as st

from advisor.addresses import BadAddressError, address_of
from advisor.screen.recommendation import downloads
from advisor.screen.session.keys import PARAMETER
from advisor.screen.session.visit import Visit
from advisor.settings import MailServer, settings
from advisor.sharing.mail import Letter, NotSentError, Postmark, message, send
from advisor.summary.formats.markdown import escape
from advisor.summary.summary_data import Summary


@st.cache_resource(show_spinner=False)
def postmark() -> Postmark:
    """Counts for all visits of this process."""
    return Postmark()


def offer(visit: Visit, summary: Summary) -> str:
    """The form, and what became of the last message, which is given back as well."""
    words, server = visit.words, settings().mail
    if server is None:
        return ""

    def key(part: str) -> str:
        """New ones after each message, so that the address goes with the old one."""
        return f"mail-{part}-{visit.mails}"

    with (
        st.expander(words["mail.title"], icon=":material/mail:", key="mail"),
        st.form("mail-form", border=False, enter_to_submit=False),
    ):
        address = st.text_input(words["mail.address"], key=key("address"), autocomplete="email")
        with_pdf = st.checkbox(words["mail.with-pdf"], key=key("pdf"))
        agreed = st.checkbox(escape(words("mail.consent", brand=summary.brand)), key=key("consent"))
        if st.form_submit_button(words["mail.send"], key=key("send")):
            with st.spinner(words["mail.sending"]):
                told = _refused(visit, address, agreed) or _sent(server, visit, summary, address, with_pdf)
            visit.mail_told = (visit.link, told)
            visit.news += 1
            visit.mails += told == words["mail.sent"]
            st.rerun()
        return _told(visit)


def _refused(visit: Visit, address: str, agreed: bool) -> str:
    """Why nothing may be sent, or nothing. Counts a message that may be."""
    try:
        checked = address_of(address)
    except BadAddressError:
        return visit.words["mail.bad-address"]
    if not agreed:
        return visit.words["mail.consent-needed"]
    minutes = postmark().minutes_to_wait(checked, visit.number)
    return visit.words.count("mail.too-often", minutes) if minutes else ""


def _sent(server: MailServer, visit: Visit, summary: Summary, address: str, with_pdf: bool) -> str:
    link = f"{server.site}/?{PARAMETER}={visit.link}"
    pdf = downloads.written("pdf", visit.assessment, summary, link, visit.company) if with_pdf else None
    letter = Letter(summary.brand, summary.brand_link, link, pdf)
    try:
        send(server, message(server, address, letter, visit.words, datetime.now(UTC)))
    except NotSentError:
        return visit.words["mail.failed"]
    return visit.words["mail.sent"]


def _told(visit: Visit) -> str:
    """What became of the last message about the present answers."""
    link, told = visit.mail_told
    if not told or link != visit.link:
        return ""
    if told == visit.words["mail.sent"]:
        st.success(told, icon=":material/check_circle:")
    else:
        st.error(told, icon=":material/error:")
    return told
