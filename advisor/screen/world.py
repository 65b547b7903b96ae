"""Shows the map of the world. It is drawn here as SVG, so it needs neither Plotly nor any address of somebody else."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from streamlit.components.v2.types import ComponentRenderer

from advisor.model import Basis
from advisor.screen import library
from advisor.screen.session import Visit
from advisor.summary.model import Summary
from advisor.summary.world import World, worlds

HERE = Path(__file__).parent


@cache
def _component() -> ComponentRenderer:
    css, js = (HERE.joinpath(f"world.{kind}").read_text("utf-8") for kind in ("css", "js"))
    return st.components.v2.component("advisor_world", css=css, js=js)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def maps(visit: Visit, summary: Summary) -> None:
    """One map a standard, the strongest verdict in front; the same in words stands in the table beside it."""
    words = library.content().words
    drawn = worlds(summary, visit.recommendation.matrix, words)
    if not drawn:
        return
    for tab, world in zip(st.tabs([world.name for world in drawn], key="worlds"), drawn, strict=True):
        with tab, st.container(key=f"world-{world.standard}"):
            _component()(key=f"map-{world.standard}", data={"drawing": drawing(world), "colours": _colours()})
    st.markdown(f":small[{words['map.borders']}]")


def drawing(world: World) -> str:
    """The map and what its signs mean, as markup in which every text is escaped."""
    return _environment().get_template("world.html").render(world=world)


def _colours() -> dict[str, str]:
    colours = library.content().brand.colours
    return {basis: getattr(colours, basis.replace("-", "_")) for basis in Basis}
