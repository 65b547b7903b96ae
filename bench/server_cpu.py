"""Measures the server's processor time for one answer, with a client that speaks Streamlit's protocol."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from bench.figures import Figure, spread, table
from bench.visit import Reply, longest_visit
from tests.browser.servers import AppServer, serving

VISITS = 15
THINK_SECONDS = 0.05


def measure() -> list[Figure]:
    with serving(AppServer()) as app:
        asyncio.run(visits(app.url, 2))
        before = processor_seconds(app.pid)
        times = asyncio.run(visits(app.url, VISITS))
        each = (processor_seconds(app.pid) - before) / len(times) * 1000
    return [
        Figure(f"server CPU for one answer, mean of {len(times)}", each, "ms", 20),
        *spread("server, answer to end of run", times, "ms"),
    ]


def processor_seconds(pid: int) -> float:
    """User and system time of a process so far (proc(5), fields 14 and 15)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def visits(url: str, count: int) -> list[float]:
    """Make whole visits, one after the other; how long each answer took, in milliseconds."""
    address = f"{url.replace('http', 'ws', 1)}/_stcore/stream"
    times = []
    for _ in range(count):
        async with connect(address, subprotocols=["streamlit"], max_size=None, compression=None) as socket:  # type: ignore[list-item]
            visitor = Visitor(socket)
            await visitor.run()
            for reply in longest_visit():
                await asyncio.sleep(THINK_SECONDS)
                times.append(await visitor.answer(reply))
    return times


@dataclass
class Visitor:
    """A browser as far as the server can tell. `widgets`: our key → Streamlit's id and the labels on offer."""

    socket: ClientConnection
    widgets: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    page: str = ""
    query: str = ""

    async def answer(self, reply: Reply) -> float:
        start = time.perf_counter()
        await self.run(reply)
        return (time.perf_counter() - start) * 1000

    async def run(self, reply: Reply | None = None) -> None:
        """One rerun: send what was pressed, read until the script has finished."""
        message = BackMsg()
        message.rerun_script.page_script_hash = self.page
        message.rerun_script.query_string = self.query
        if reply:
            self._press(message, reply)
        await self.socket.send(message.SerializeToString())
        self.widgets.clear()
        while not self._is_last(ForwardMsg.FromString(await self._receive())):
            pass

    async def _receive(self) -> bytes:
        received = await asyncio.wait_for(self.socket.recv(), 30)
        assert isinstance(received, bytes)
        return received

    def _press(self, message: BackMsg, reply: Reply) -> None:
        states = message.rerun_script.widget_states
        question, chosen = reply.question, reply.options[0].id
        if question.kind == "many":
            chosen = "continue"
            for key in (f"pick-{question.id}", f"more-{question.id}"):
                widget, labels = self.widgets.get(key, ("", ()))
                picked = [option.label for option in reply.options if option.label in labels]
                if widget:
                    states.widgets.add(id=widget).string_array_value.data.extend(picked)
        states.widgets.add(id=self.widgets[f"answer-{question.id}-{chosen}"][0], trigger_value=True)

    def _is_last(self, message: ForwardMsg) -> bool:
        match message.WhichOneof("type"):
            case "delta":
                self._note(message.delta.new_element)
            case "new_session":
                self.page = message.new_session.page_script_hash or self.page
            case "page_info_changed":
                self.query = message.page_info_changed.query_string
            case "script_finished":
                return message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
        return False

    def _note(self, element: Element) -> None:
        for widget, labels in _widgets(element):
            # `$$ID-<hash>-<our key>`
            self.widgets[widget.split("-", 2)[-1]] = (widget, labels)


def _widgets(element: Element) -> Iterator[tuple[str, tuple[str, ...]]]:
    match element.WhichOneof("type"):
        case "button":
            yield element.button.id, ()
        case "button_group":
            yield element.button_group.id, tuple(option.content for option in element.button_group.options)
        case "multiselect":
            yield element.multiselect.id, tuple(element.multiselect.options)


if __name__ == "__main__":
    print(table(measure()))
