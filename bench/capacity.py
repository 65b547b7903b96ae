"""Measures how many answers a second one server gives while nobody waits long, and what a visit keeps in memory.

Many visitors answer at the same time, each after a pause of its own (exponentially distributed, so that they come in
bursts as people do). They share the processors with the server, so the true figure is higher.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

from bench.figures import Figure, percentile, table
from bench.visit import longest_visit
from bench.visitor import Visitor, kilobytes, processor_seconds, visiting
from tests.browser.servers import AppServer, serving

VISITORS = 200
ANSWERS = 10
"""What each has answered when its memory is measured."""
LOADS = (50, 100, 150, 200, 250, 300)
"""Answers that are asked for in a second; the next is tried while the last one held."""
SECONDS = 8
PATIENCE_MILLISECONDS = 1000
AFTER_CLOSING = 60


@dataclass
class Load:
    """What came of one load. `times`: milliseconds from each press to the next question."""

    asked: int
    times: list[float] = field(default_factory=list)

    @property
    def each_second(self) -> float:
        return len(self.times) / SECONDS

    @property
    def slow(self) -> float:
        return percentile(self.times, 0.95)

    @property
    def held(self) -> bool:
        return self.slow < PATIENCE_MILLISECONDS


def measure() -> list[Figure]:
    longest_visit()
    with serving(AppServer()) as app:
        return asyncio.run(_measure(app))


async def _measure(app: AppServer) -> list[Figure]:
    asyncio.get_running_loop().set_debug(False)
    async with visitors(app.url, 20) as few:
        await in_parallel(few)
    empty = kilobytes(app.pid)
    async with visitors(app.url, VISITORS) as visits:
        await in_parallel(visits)
        full = kilobytes(app.pid)
        before = processor_seconds(app.pid)
        loads = [load async for load in rising(visits)]
        each = (processor_seconds(app.pid) - before) / sum(len(load.times) for load in loads) * 1000
    return [*rates(loads), Figure("server CPU for one answer among many", each, "ms"), *await memory(app, empty, full)]


def rates(loads: Sequence[Load]) -> list[Figure]:
    best = max((load.each_second for load in loads if load.held), default=0.0)
    told = [
        Figure(f"{load.asked} answers asked for in a second, 95th percentile of {len(load.times)}", load.slow, "ms")
        for load in loads
    ]
    return [*told, Figure("answers a second, 95th percentile below one second", best, "", 150, at_least=True)]


async def memory(app: AppServer, empty: int, full: int) -> list[Figure]:
    """What a visit takes; and what is still kept of it a minute later: as many visits again take this much more."""
    await asyncio.sleep(AFTER_CLOSING)
    freed = kilobytes(app.pid)
    async with visitors(app.url, VISITORS) as visits:
        await in_parallel(visits)
        again = kilobytes(app.pid)
    return [
        Figure(f"memory of a visit after {ANSWERS} answers", (full - empty) / VISITORS, "kB", 80),
        Figure("the same of as many visits, a minute after the first have closed", (again - freed) / VISITORS, "kB"),
    ]


@asynccontextmanager
async def visitors(url: str, count: int) -> AsyncIterator[list[Visitor]]:
    """Visits that have seen the first question, opened one after the other."""
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(visiting(url)) for _ in range(count)]


async def in_parallel(visits: Sequence[Visitor]) -> None:
    """Each gives its first answers, a few visitors at a time."""
    turns = asyncio.Semaphore(4)

    async def begin(visitor: Visitor) -> None:
        async with turns:
            for reply in longest_visit()[:ANSWERS]:
                await visitor.answer(reply)

    await asyncio.gather(*map(begin, visits))


async def rising(visits: Sequence[Visitor]) -> AsyncIterator[Load]:
    """Ask for more and more, until it is too much."""
    for asked in LOADS:
        load = Load(asked)
        end = time.perf_counter() + SECONDS
        await asyncio.gather(*(keep_answering(visitor, load, end) for visitor in visits))
        yield load
        if not load.held:
            return


async def keep_answering(visitor: Visitor, load: Load, end: float) -> None:
    """Answer after a pause each time, and start over after the last question, until the time is up."""
    replies = longest_visit()
    while True:
        await asyncio.sleep(random.expovariate(load.asked / VISITORS))
        if time.perf_counter() > end:
            return
        if (said := len(visitor.turn["said"])) == len(replies):
            await visitor.press(do="restart")
            said = 0
        load.times.append(await visitor.answer(replies[said]))


if __name__ == "__main__":
    print(table(measure()))
