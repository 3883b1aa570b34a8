"""Runs a command as a whole process and reads what it cost from the kernel."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import NamedTuple

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Cost(NamedTuple):
    """Wall and CPU time in seconds (children included), peak memory of the process in MB."""

    wall_s: float
    cpu_s: float
    peak_mb: float


def cost_of(command: Sequence[str], cwd: str = ROOT) -> Cost:
    """Run ``command`` once, quietly; an error of it ends the benchmark with its output."""
    started = time.monotonic()
    process = subprocess.Popen(
        command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed ({process.returncode}):\n{output}")
    wall = time.monotonic() - started
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def best_of(runs: int, command: Sequence[str], cwd: str = ROOT) -> Cost:
    """The cheapest of several runs: noise only ever adds."""
    costs = [cost_of(command, cwd) for _ in range(runs)]
    return Cost(*(min(values) for values in zip(*costs, strict=True)))


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Markdown, so that the output can go into the README as it is."""
    widths = [max(len(line[i]) for line in [header, *rows]) for i in range(len(header))]
    lines = [header, ["-" * width for width in widths], *rows]
    return "\n".join(
        "| " + " | ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)) + " |"
        for line in lines
    )
