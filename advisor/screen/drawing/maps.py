"""The map of the world: one for each standard, and what its signs mean."""

import streamlit as st

from advisor.screen.drawing import markup
from advisor.screen.session.visit import Visit
from advisor.summary.world_map import worlds


def maps(visit: Visit) -> None:
    """The strongest verdict in front; the same in words stands in the table beside it."""
    drawn = worlds(visit.assessment.recommendation, visit.words)
    if not drawn:
        return
    for tab, world in zip(st.tabs([world.name for world in drawn], key="worlds"), drawn, strict=True):
        with tab, st.container(key=f"world-{world.standard}"):
            markup.show("world", f"map-{world.standard}", world=world, say=visit.words)
    st.markdown(f":small[{visit.words['map.borders']}]")
