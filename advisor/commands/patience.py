"""Says on standard error what is being done, once it takes long enough for somebody to wonder."""

import sys
from time import perf_counter

SECONDS = 2.0
"""Of silence before we speak, and between two sentences."""


class Patience:
    def __init__(self) -> None:
        self.start = perf_counter()
        self.said = 0.0

    def step(self, name: str) -> None:
        elapsed = perf_counter() - self.start
        if elapsed > SECONDS and elapsed - self.said > SECONDS / 4:
            self.said = elapsed
            print(f"{elapsed:5.1f} s: {name} …", file=sys.stderr, flush=True)
