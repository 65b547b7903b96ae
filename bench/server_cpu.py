"""Measures the server's processor time for one answer, with a client that speaks Streamlit's protocol."""

from __future__ import annotations

import asyncio

from bench.figures import Figure, spread, table
from bench.visit import longest_visit
from bench.visitor import processor_seconds, visiting
from tests.browser.servers import AppServer, serving

VISITS = 15
THINK_SECONDS = 0.05
LOOKS = 10


def measure() -> list[Figure]:
    with serving(AppServer()) as app:
        asyncio.run(visits(app.url, 2))
        before = processor_seconds(app.pid)
        times, received = asyncio.run(visits(app.url, VISITS))
        each = (processor_seconds(app.pid) - before) / len(times) * 1000
        looks, bytes_ = asyncio.run(looking(app.url, app.pid))
    return [
        Figure(f"server CPU for one answer, mean of {len(times)}", each, "ms", 8),
        Figure("server CPU for one look ahead of several choices", looks, "ms"),
        Figure("sent to the browser for one look ahead", bytes_ / 1000, "kB"),
        Figure("sent to the browser for one answer", received / len(times) / 1000, "kB"),
        *spread("server, answer to next question", times, "ms"),
    ]


async def visits(url: str, count: int) -> tuple[list[float], int]:
    """Make whole visits, one after the other; how long each answer took, in milliseconds, and the bytes received."""
    times, received = [], 0
    for _ in range(count):
        async with visiting(url) as visitor:
            for reply in longest_visit():
                await asyncio.sleep(THINK_SECONDS)
                times.append(await visitor.answer(reply))
            received += visitor.bytes
    return times, received


async def looking(url: str, pid: int) -> tuple[float, float]:
    """Milliseconds of the server's processor for one look, by asking the same often, and the bytes that it brought."""
    spent = received = looks = 0.0
    async with visiting(url) as visitor:
        for reply in longest_visit():
            if reply.question.kind == "many":
                before = processor_seconds(pid)
                for _ in range(LOOKS):
                    received += await visitor.look(reply)
                spent += processor_seconds(pid) - before
                looks += LOOKS
            await visitor.answer(reply)
    return spent / looks * 1000, received / looks


if __name__ == "__main__":
    print(table(measure()))
