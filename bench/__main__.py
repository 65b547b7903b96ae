"""Measures everything that has a bar and prints one table."""

from __future__ import annotations

from bench import click_to_next, core, server_cpu, transfer
from bench.figures import table

print(table([*core.measure(), *transfer.measure(), *server_cpu.measure(), *click_to_next.measure()]))
