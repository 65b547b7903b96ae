"""Every use of Streamlit beyond its documented interface, so that an upgrade has one file to look at.

All of it is as in Streamlit 1.67.
"""

import asyncio
import gc
from collections.abc import Callable
from pathlib import Path

import streamlit as st
from streamlit import config, file_util, runtime
from streamlit.components.v2.bidi_component.constants import EVENT_DELIM
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import DeletedFile, UploadedFile

LOOK_FOR_LEFT = 10
"""Seconds."""


def bundle_folder() -> Path:
    """Where the files lie that browsers fetch. We serve them compressed, which Streamlit 1.67 does not."""
    return Path(file_util.get_static_dir())


async def script_problems() -> tuple[str, ...]:
    """Run app.py once in a session of its own, so that no visitor waits for imports.

    Streamlit 1.67 offers this for its own health check only.
    """
    sound, message = await runtime.get_instance().does_script_run_without_error()
    return () if sound else (f"app.py: the first run ended with '{message}'",)


def set_accent(light: str, dark: str) -> None:
    """Colour buttons and links as the brand says; a second time changes nothing.

    What is public in Streamlit 1.67, `st.set_option`, refuses options of the theme.
    """
    for scheme, colour in (("light", light), ("dark", dark)):
        config.set_option(f"theme.{scheme}.primaryColor", colour)


def component_manager() -> object:
    """Where this server keeps its components."""
    return get_bidi_component_manager()


def component_of_folder(name: str, folder: Path) -> str:
    """The name of a component whose files the browser may fetch from this folder, so that one may import the others.

    Streamlit 1.67 offers folders only to packages that are installed with a manifest of their components.
    """
    components = [ComponentConfig(name, folder.name)]
    get_bidi_component_manager().register_from_manifest(ComponentManifest("advisor", "1", components), folder.parent)
    return f"advisor.{name}"


def sent_by(key: str, trigger: str) -> object:
    """What a component of this key sent last by a trigger, in a callback.

    Streamlit 1.67 offers it as the state of the component, which it forgets after the first run of a visit: the first
    press would be drawn twice. The list of what was sent is there.
    """
    events = st.session_state.get(f"{key}{EVENT_DELIM}events")
    said = [event.get("value") for event in events or () if isinstance(event, dict) and event.get("event") == trigger]
    return said[-1] if said else None


def draw_whole_page_for_unknown_part() -> None:
    """Let a press in a part of a page that this server has not drawn yet draw the whole page; twice changes nothing.

    So it is after a fail-over. Streamlit 1.67 drops such a press, and a page that is connected again asks for no more.
    """
    usual = AppSession.request_rerun
    if usual is _request_rerun:
        return
    _usual.append(usual)
    AppSession.request_rerun = _request_rerun  # type: ignore[method-assign]


_usual: list[Callable[[AppSession, ClientState | None], None]] = []


def _request_rerun(session: AppSession, asked: ClientState | None) -> None:
    if asked and asked.fragment_id and not session.has_fragment(asked.fragment_id):
        asked.fragment_id = ""
    _usual[0](session, asked)


async def let_visits_go() -> None:
    """Give back, at intervals and for ever, what visits hold whose tab closed a while ago (`disconnectedSessionTTL`).

    Streamlit 1.67 lets go of the oldest only when another visitor leaves; and what a session is made of hangs together
    in circles, which without a collection would stay.
    """
    while True:
        await asyncio.sleep(LOOK_FOR_LEFT)
        storage = runtime.get_instance()._session_mgr._session_storage  # type: ignore[attr-defined]
        if storage._cache.expire():
            gc.collect()


def forget_upload(file: UploadedFile) -> None:
    """Take the server's copy of a file away; Streamlit 1.67 keeps it as long as the session lives."""
    if context := get_script_run_ctx():
        context.uploaded_file_mgr.remove_file(context.session_id, file.file_id)


def is_forgotten(file: object) -> bool:
    """Whether this stands for a file that we forgot, while the browser still shows its name."""
    return isinstance(file, DeletedFile)
