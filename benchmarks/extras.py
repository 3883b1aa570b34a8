"""What progress, hashing, proof and provenance cost, each measured by switching it off.

    python benchmarks/extras.py [--count 60] [--segments 2000:100000] [--pages 1:4]

The same drawings are read in one process each time, everything of an attempt but its processes,
with one of the extras replaced by nothing; provenance (the boxes of rows and cells) cannot be taken
out, so the entries of the tables are made a second time instead. Second readings of suspect tables
are left out, except in their own line. "progress" is the line that a worker writes for it; the
share of the live view and its log in the process of Snakemake is measured on a whole run, with the
view and without. Figures are instructions (Linux' perf); without perf, CPU seconds.
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bomflow.extract import document, worker
from drawgen.bulk import write_many
from measure import ROOT, best_of, cost_of_run, instructions_of, span, table


def nothing(*_: Any, **__: Any) -> list[Any]:
    return []


def _without_second() -> None:
    document._read_suspects = nothing  # type: ignore[assignment]


def _without_hashing() -> None:
    worker._sha256 = lambda path: "0" * 64


def _without_proof() -> None:
    document.check_tables = nothing  # type: ignore[assignment]
    document.check_words = lambda tables, words: [[] for _ in tables]


def _without_progress() -> None:
    worker._announce = nothing  # type: ignore[assignment]


def _provenance_twice() -> None:
    once = document.table_entry

    def twice(*arguments: Any) -> dict[str, Any]:
        once(*arguments)
        return once(*arguments)

    document.table_entry = twice


EXTRAS: dict[str, tuple[Callable[[], None], int]] = {
    "hashing": (_without_hashing, -1),
    "proof": (_without_proof, -1),
    "provenance": (_provenance_twice, 1),
    "progress": (_without_progress, -1),
}
"""How an extra is changed, and whether that makes reading cheaper (-1) or dearer (1)."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--segments", default="2000:100000")
    parser.add_argument("--pages", default="1:4")
    parser.add_argument("--read", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.read:
        return read(options.read[0], Path(options.read[1]), options.read[2])
    with tempfile.TemporaryDirectory() as name:
        drawings = Path(name, "drawings")
        write_many(
            drawings, options.count, segments=span(options.segments), pages=span(options.pages)
        )
        start = cost(name, drawings, "start")
        base = cost(name, drawings, "") - start
        rows = []
        for extra, (_, sign) in EXTRAS.items():
            own = sign * (cost(name, drawings, extra) - start - base)
            rows.append([extra, f"{own / base:.1%}"])
        second = cost(name, drawings, "second") - start - base
        rows.append(["(second readings)", f"{second / base:.1%}"])
        print(f"{options.count} drawings\n")
        print(table(["extra", "of the extraction"], rows))
        shown, quiet = (run_cost(name, drawings, view) for view in (True, False))
        print(
            f"\nlive view and progress log: {shown - quiet:.1f} CPU s of a run, "
            f"{quiet:.1f} s without them in Snakemake itself"
        )


def cost(folder: str, drawings: Path, changed: str) -> float:
    command = [sys.executable, __file__, "--read", changed, str(drawings), folder]
    counted = instructions_of(command)
    return best_of(3, command).cpu_s if math.isnan(counted) else counted


def read(changed: str, drawings: Path, folder: str) -> None:
    """One attempt at each drawing in this process."""
    if changed != "second":
        _without_second()
    if changed in EXTRAS:
        EXTRAS[changed][0]()
    paths = sorted(drawings.rglob("*.pdf"))
    for number, path in enumerate([] if changed == "start" else paths):
        job = worker.Job(str(path), path.name, f"drawing-{number:012x}", f"{folder}/results")
        started = time.monotonic()
        content, digest = worker._read(job, started)
        worker._write_record(job, content, started, 0, digest, 0.0)
        worker._announce(job, started, 0, worker._summary(content, 0.0))


def run_cost(folder: str, drawings: Path, view: bool) -> float:
    """CPU seconds of Snakemake's own process in a whole run."""
    profile = Path(folder, "profile", "config.yaml")
    profile.parent.mkdir(exist_ok=True)
    lines = Path(ROOT, "profiles", "epyc", "config.yaml").read_text("utf-8").splitlines()
    kept = [line for line in lines if view or not line.startswith("logger:")]
    profile.write_text("\n".join([*kept, *([] if view else ["quiet: all"]), ""]), "utf-8")
    with tempfile.TemporaryDirectory(dir=folder) as fresh:
        return cost_of_run(fresh, str(drawings), profile=str(profile.parent)).main_s


if __name__ == "__main__":
    main()
