"""Does several things at the same time, each in one of a few processes that begin with all that we know."""

import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

Job = Callable[[], Any]


def cores() -> int:
    """How many processes get something done at the same time; one where a process cannot be copied safely."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def side_by_side(jobs: Sequence[Job], processes: int = 1) -> list[Any]:
    """What each job gives, in their order. We do the first ourselves; who is free takes the next one."""
    context: Any = multiprocessing.get_context("fork") if processes > 1 else multiprocessing
    taken = context.Value("i", 1)
    helpers = [_helper(context, jobs, taken) for _ in range(min(processes, len(jobs)) - 1)]
    done = {0: jobs[0]()} if jobs else {}
    done |= _work(jobs, taken)
    for process, results in helpers:
        found = results.recv()
        process.join()
        if isinstance(found, BaseException):
            raise found
        done |= found
    return [done[place] for place in range(len(jobs))]


def _helper(context: Any, jobs: Sequence[Job], taken: Any) -> tuple[Any, Any]:
    """A process that works beside us, and where its results come from."""
    results, ours = context.Pipe(duplex=False)
    process = context.Process(target=_report, args=(jobs, taken, ours), daemon=True)
    process.start()
    ours.close()
    return process, results


def _report(jobs: Sequence[Job], taken: Any, results: Any) -> None:
    try:
        results.send(_work(jobs, taken))
    except BaseException as error:  # noqa: BLE001 -- told to whoever waits for us
        results.send(error)


def _work(jobs: Sequence[Job], taken: Any) -> dict[int, Any]:
    """Take one job after the other that nobody has taken yet."""
    done = {}
    while (place := _next(taken)) < len(jobs):
        done[place] = jobs[place]()
    return done


def _next(taken: Any) -> int:
    with taken.get_lock():
        place: int = taken.value
        taken.value += 1
    return place
