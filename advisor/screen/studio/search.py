"""The search of the editors' screen."""

import streamlit as st

from advisor.cross_references.text_search import KINDS, SearchEntry, find, index
from advisor.screen.session.visit import Visit
from advisor.screen.studio import frame
from advisor.screen.studio.frame import escape

MOST = 8
"""Of each kind; whoever finds more adds a word."""
SAID_KEYS = {"studio.kind-{}": KINDS}
OPENS = {"question": "questions", "option": "questions", "source": "sources"}


@st.cache_resource(show_spinner=False)
def _index(_visit: Visit) -> tuple[SearchEntry, ...]:
    return tuple(index(_visit.content.ruleset))


def search(visit: Visit) -> None:
    """A field, and what contains all its words."""
    words = visit.words
    st.header(words["studio.part-find"], anchor=False)
    label, hint = words["studio.search"], words["studio.search-help"]
    wanted = st.text_input(label, key="studio.search", help=hint, persist_state="session")
    if not wanted or not wanted.strip():
        st.markdown(words("studio.search-hint", **frame.counts(visit.content.ruleset)))
        return
    found = find(_index(visit), wanted)
    if not found:
        st.info(escape(words("studio.search-none", wanted=wanted)))
    for kind, entries in found.items():
        st.subheader(f"{words[f'studio.kind-{kind}']} ({len(entries)})", anchor=False)
        for entry in entries[:MOST]:
            _hit(visit, entry)
        if len(entries) > MOST:
            st.markdown(words("studio.search-more", count=len(entries) - MOST))


def _hit(visit: Visit, entry: SearchEntry) -> None:
    label = f"**{escape(entry.name)}**  \n{escape(entry.text)}"
    if entry.name != entry.id:
        label += f"  \n:small[{escape(visit.words('studio.answer-to', question=entry.id))}]"
    part = OPENS.get(entry.kind, "statements")
    frame.open_button(label, f"hit-{entry.kind}-{entry.id}-{entry.name}", part=part, id=entry.id)
