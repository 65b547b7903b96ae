"""What a visit held is given back once its tab has been closed for a while."""

from __future__ import annotations

import asyncio
import weakref
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit import runtime
from streamlit.runtime.memory_session_storage import MemorySessionStorage

from advisor.screen import streamlit_internals


class Held:
    """Stands for a session: what hangs together in a circle, as they do."""

    def __init__(self, name: str) -> None:
        self.id, self.itself = name, self


def kept(storage: MemorySessionStorage) -> weakref.ref[Held]:
    held = Held("left")
    info: Any = SimpleNamespace(session=held)
    storage.save(info)
    return weakref.ref(held)


async def a_moment() -> None:
    letting_go = asyncio.create_task(streamlit_internals.let_visits_go())
    await asyncio.sleep(0.2)
    letting_go.cancel()


@pytest.mark.parametrize(("seconds", "stays"), [(0, False), (60, True)])
def test_it_stays_as_long_as_the_visitor_may_come_back(
    monkeypatch: pytest.MonkeyPatch, seconds: int, stays: bool
) -> None:
    storage = MemorySessionStorage(ttl_seconds=seconds)
    server = SimpleNamespace(_session_mgr=SimpleNamespace(_session_storage=storage))
    monkeypatch.setattr(runtime, "get_instance", lambda: server)
    monkeypatch.setattr(streamlit_internals, "LOOK_FOR_LEFT", 0.01)
    left = kept(storage)
    with ThreadPoolExecutor(1) as thread:  # a browser test in the same process keeps a loop on the main one
        thread.submit(asyncio.run, a_moment()).result()
    assert (left() is not None) is stays
