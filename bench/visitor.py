"""A browser as far as the server can tell: a client that speaks Streamlit's protocol and the conversation's."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from advisor.serving.looking_ahead import AT
from bench.visit import Reply
from tests.support import pressing

_PATIENCE = 60
"""Seconds to wait for a server that has too much to do."""


@dataclass
class Visitor:
    """One visit. `turn`: what the conversation's element was given last, `seen`: when it came."""

    socket: ClientConnection
    url: str
    turn: dict[str, Any] = field(default_factory=dict)
    seen: float = 0
    bytes: int = 0
    element: str = ""
    part: str = ""
    """The part of the page that holds the element: a press asks for no more than this."""
    page: str = ""
    query: str = ""

    async def answer(self, reply: Reply) -> float:
        """Answer the open question; milliseconds until the next one is there. Returns when the run has ended."""
        options = [option.id for option in reply.options]
        return await self.press(do="answer", question=reply.question.id, options=options)

    async def look(self, reply: Reply) -> int:
        """Ask, as the element does while several are being chosen, what would follow; the length of what is told."""
        options = [option.id for option in reply.options]
        far = self.turn["progress"]
        look = {
            "token": self.turn["token"],
            "question": reply.question.id,
            "options": options,
            "promised": far["done"] + far["most"],
            "day": self.turn["day"],
        }
        return await asyncio.to_thread(_post, f"{self.url}{AT}", json.dumps(look).encode())

    async def press(self, **what: object) -> float:
        """Milliseconds until the server has answered a press and confirmed it."""
        number = self.turn["seq"] + 1
        start = time.perf_counter()
        await self.run({"n": number, **what})
        assert self.turn["seq"] == number, f"the server did not take {what}"
        return (self.seen - start) * 1000

    async def run(self, press: pressing.Press | None = None) -> None:
        """One rerun: send what was pressed, read until the script has finished."""
        message = BackMsg()
        message.rerun_script.page_script_hash = self.page
        message.rerun_script.query_string = self.query
        if press:
            message.rerun_script.fragment_id = self.part
            message.rerun_script.widget_states.widgets.append(pressing.trigger(self.element, [press]))
        await self.socket.send(message.SerializeToString())
        while not self._is_last(ForwardMsg.FromString(await self._receive())):
            pass

    async def _receive(self) -> bytes:
        received = await asyncio.wait_for(self.socket.recv(), _PATIENCE)
        assert isinstance(received, bytes)
        self.bytes += len(received)
        return received

    def _is_last(self, message: ForwardMsg) -> bool:
        match message.WhichOneof("type"):
            case "delta":
                self._note(message.delta.new_element, message.delta.fragment_id)
            case "new_session":
                self.page = message.new_session.page_script_hash or self.page
            case "page_info_changed":
                self.query = message.page_info_changed.query_string
            case "script_finished":
                return message.script_finished in (
                    ForwardMsg.FINISHED_SUCCESSFULLY,
                    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
                )
        return False

    def _note(self, element: Element, part: str) -> None:
        component = element.bidi_component
        if pressing.is_conversation(component.id):
            self.part = part
            (self.turn,) = json.loads(component.json)
            self.element, self.seen = component.id, time.perf_counter()


def _post(address: str, sent: bytes) -> int:
    asked = Request(address, sent, {"content-type": "application/json"})
    with urlopen(asked, timeout=_PATIENCE) as answer:
        assert answer.status == 200, f"the look was answered with {answer.status}"
        return len(answer.read())


@asynccontextmanager
async def visiting(url: str) -> AsyncIterator[Visitor]:
    """A visit that has seen the first question."""
    address = f"{url.replace('http', 'ws', 1)}/_stcore/stream"
    async with connect(
        address,
        subprotocols=["streamlit"],  # type: ignore[list-item]
        max_size=None,
        compression=None,
        open_timeout=_PATIENCE,
    ) as socket:
        visitor = Visitor(socket, url)
        await visitor.run()
        yield visitor


def processor_seconds(pid: int) -> float:
    """User and system time of a process so far (proc(5), fields 14 and 15)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def kilobytes(pid: int) -> int:
    """Memory of a process that is its own and in use."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))
