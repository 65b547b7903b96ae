"""Measures everything that has a bar and prints a table for each part as soon as it is known.

`python -m bench core mutation` measures only these parts.
"""

from __future__ import annotations

import os
import sys

from bench import (
    capacity,
    click_to_next,
    core,
    documents,
    first_verdict,
    growth,
    layout_shift,
    mutation,
    server_cpu,
    steps_ahead,
    transfer,
    understanding,
)
from bench.figures import table

PARTS = {
    part.__name__.removeprefix("bench."): part
    for part in (
        core,
        steps_ahead,
        transfer,
        server_cpu,
        capacity,
        click_to_next,
        layout_shift,
        first_verdict,
        documents,
        mutation,
        growth,
        understanding,
    )
}

wanted = sys.argv[1:] or list(PARTS)
if unknown := [name for name in wanted if name not in PARTS]:
    sys.exit(f"There is no part {', '.join(unknown)}. There are: {', '.join(PARTS)}.")
busy_before = os.getloadavg()[0]
for name in wanted:
    print(f"\n{name}\n{table(PARTS[name].measure())}", flush=True)
print(f"\n{os.cpu_count()} processors, load {busy_before:.1f} before and {os.getloadavg()[0]:.1f} after")
