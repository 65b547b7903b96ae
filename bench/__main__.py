"""Measures everything that has a bar and prints one table."""

from __future__ import annotations

import os

from bench import click_to_next, core, server_cpu, transfer
from bench.figures import table

busy_before = os.getloadavg()[0]
print(table([*core.measure(), *transfer.measure(), *server_cpu.measure(), *click_to_next.measure()]))
print(f"\n{os.cpu_count()} processors, load {busy_before:.1f} before and {os.getloadavg()[0]:.1f} after")
