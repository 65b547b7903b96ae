"""Where an editor is in the studio: the parts of the address other than the answers."""

import streamlit as st

from advisor.screen.session.keys import PARAMETER, Key


def here(parameter: str) -> str:
    return st.query_params.get(parameter, "")


def go(**where: str) -> None:
    """Go to another place of the same page; what is not named is left behind, the answers stay."""
    wanted = {PARAMETER: here(PARAMETER), **where}
    st.query_params.from_dict({name: value for name, value in wanted.items() if value})
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
