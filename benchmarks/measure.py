"""Runs a command as a whole process and reads what it cost from the kernel."""

from __future__ import annotations

import argparse
import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
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


def instructions_of(command: Sequence[str], runs: int = 1) -> float:
    """Instructions that a command and all it starts take, the fewest of some runs.

    What else runs on the machine hardly changes them. nan where Linux' perf is missing or may not
    count.
    """
    if shutil.which("perf") is None:
        return math.nan
    counted = [sys.maxsize]
    for _ in range(runs):
        with tempfile.NamedTemporaryFile("r") as told:
            perf = ["perf", "stat", "-x,", "-e", "instructions", "-o", told.name, *command]
            cost_of(perf)
            figures = [line.split(",")[0] for line in told if "instructions" in line]
        if not figures or not figures[0].isdigit():
            return math.nan
        counted.append(int(figures[0]))
    return float(min(counted))


# Runs Snakemake and says at the end what this process and those below it used.
_TOLD = """
import resource, sys
from snakemake.cli import main
try:
    main(sys.argv[2:])
except SystemExit as error:
    if error.code:
        raise
own, below = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
with open(sys.argv[1], "w") as told:
    print(own.ru_utime + own.ru_stime, below.ru_utime + below.ru_stime, own.ru_maxrss, file=told)
"""


class RunCost(NamedTuple):
    """A run of the workflow: all of it, CPU seconds of Snakemake itself and of what it started,
    peak memory of Snakemake itself in MB.
    """

    all: Cost
    main_s: float
    below_s: float
    main_mb: float


def cost_of_run(
    folder: str,
    drawings: str,
    *options: str,
    config: Sequence[str] = (),
    root: str = ROOT,
    profile: str = "epyc",
) -> RunCost:
    """Run the workflow on ``drawings`` in ``folder`` with more options and configuration."""
    told = os.path.join(folder, "told")
    command = [sys.executable, "-c", _TOLD, told, "--profile", profile, *options]
    command += ["--directory", os.path.join(folder, "run"), "--config", f"input_dir={drawings}"]
    cost = cost_of([*command, *config], cwd=root)
    with open(told) as stream:
        own, below, peak_kb = map(float, stream.read().split())
    return RunCost(cost, own, below, peak_kb / 1024)


def project_reading_by(source: str, folder: str) -> str:
    """A copy of the project below ``folder`` that reads drawings by other code, for cost_of_run.

    ``source`` takes the place of the module that gives ``read_document``. From here on all
    processes that this one starts import the copy.
    """
    root = os.path.join(folder, "project")
    skipped = shutil.ignore_patterns(".*", "resources", "results")
    shutil.copytree(ROOT, root, ignore=skipped, symlinks=True)
    with open(os.path.join(root, "workflow/bomflow/extract/document.py"), "w") as stream:
        stream.write(source)
    os.environ["PYTHONPATH"] = os.path.join(root, "workflow")
    return root


def ask_for_drawings(parser: argparse.ArgumentParser, count: int) -> None:
    """Add the options of ``draw_mixed``; ``count``: how many drawings if nobody says."""
    parser.add_argument("--count", type=int, default=count)
    parser.add_argument("--segments", default="2000:100000")
    parser.add_argument("--pages", default="1:4")


def draw_mixed(folder: str, options: argparse.Namespace) -> Path:
    """Draw what the options ask for, light and dense sheets in turn, into a folder below this."""
    from drawgen.bulk import write_many

    drawings = Path(folder, "drawings")
    segments, pages = span(options.segments), span(options.pages)
    write_many(drawings, options.count, segments=segments, pages=pages)
    return drawings


def span(text: str) -> tuple[int, int]:
    """``FROM:TO`` of an option as two numbers."""
    first, _, last = text.partition(":")
    return int(first), int(last or first)


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Markdown, so that the output can go into the README as it is."""
    widths = [max(len(line[i]) for line in [header, *rows]) for i in range(len(header))]
    lines = [header, ["-" * width for width in widths], *rows]
    return "\n".join(
        "| " + " | ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)) + " |"
        for line in lines
    )
