"""A whole run, `snakemake --profile epyc`, against bare process pools, and where its time goes.

    python benchmarks/throughput.py [--count 500] [--segments 2000:100000] [--pages 1:4]

The floor, a pool over pypdfium2, only gets the text of the pages. The peer, a pool over PyMuPDF (if
that is installed: pip install pymupdf), does the simplest possible table reading: header words,
then words below them by their nearest header. Neither has limits, isolation, resume, records or
proof. Then the same command again with nothing to do, and once more with everything but the
drawings made anew. Ratios are given of wall time and of CPU time, which other work on the machine
disturbs less. How a worker's time divides is measured in a process that reads all drawings again.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bomflow.extract import child, document, finished, outcome
from bomflow.extract.job import Job
from bomflow.page import pdfium
from measure import Cost, ask_for_drawings, cost_of, cost_of_run, draw_mixed, table

POOL = """
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
{reader}
if __name__ == "__main__":
    with ProcessPoolExecutor() as pool:
        print(sum(pool.map(read, sorted(Path(sys.argv[1]).rglob("*.pdf")), chunksize=4)))
"""
FLOOR = """
import pypdfium2

def read(path):
    return sum(len(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(path))
"""
PEER = """
import pymupdf

HEADERS = {"POS", "ITEM", "QTY", "QUANTITY", "MENGE", "STK", "ANZAHL", "DESCRIPTION", "BENENNUNG",
           "BEZEICHNUNG", "WEIGHT", "GEWICHT", "TOTAL", "ARTICLE", "ARTIKEL"}

def read(path):
    rows = 0
    with pymupdf.open(path) as document:
        for page in document:
            words = page.get_text("words")
            heads = [w for w in words if w[4].strip(".:").upper() in HEADERS]
            if len(heads) < 3:
                continue
            lines = {}
            for w in words:
                if w[1] > heads[0][3]:
                    column = min(range(len(heads)), key=lambda i: abs(heads[i][0] - w[0]))
                    lines.setdefault(round(w[1]), {}).setdefault(column, []).append(w[4])
            rows += sum(len(cells) >= 3 for cells in lines.values())
    return rows
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    ask_for_drawings(parser, 500)
    parser.add_argument("--parts", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.parts:
        print(json.dumps(parts_of_reading(Path(options.parts[0]), options.parts[1])))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        drawings = draw_mixed(name, options)
        floor = pool(folder, FLOOR, drawings)
        peer = pool(folder, PEER, drawings) if importlib.util.find_spec("pymupdf") else None
        full = cost_of_run(name, str(drawings))
        again = cost_of_run(name, str(drawings))
        rest = cost_of_run(name, str(drawings), "--forcerun", "merge_shard")
        command = [sys.executable, __file__, "--parts", str(drawings), name]
        inside = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        stages = cost_of_stages(Path(name, "run", "results", "benchmarks"))
    peers = [("bare pool, text only (floor)", floor)]
    peers += [("bare pool, PyMuPDF words to rows", peer)] if peer else []
    runs = [("snakemake --profile epyc", full.all), ("all but the drawings anew", rest.all)]
    runs += [("the same again, nothing to do", again.all)]
    print(f"{options.count} drawings, {os.cpu_count()} cores\n")
    base = peer or floor
    rows = [row(what, cost, base, options.count) for what, cost in peers + runs]
    of = "x PyMuPDF" if peer else "x floor"
    print(table(["what", "wall s", f"{of}, wall", "CPU s", f"{of}, CPU", "drawings/s"], rows))
    workers = full.below_s - rest.below_s
    parts = {
        "Snakemake: start, graph, check of all files": again.main_s,
        "Snakemake: jobs": full.main_s - again.main_s,
        "workers: processes, limits, watching": workers - sum(inside.values()),
        **{f"workers: {what}": seconds for what, seconds in inside.items()},
        **stages,
        "starts of these jobs, exports of failures, report": rest.below_s - sum(stages.values()),
    }
    total = sum(parts.values())
    print("\nWhere the CPU time of the whole run goes\n")
    shares = [[what, f"{s:.1f}", f"{s / total:.0%}"] for what, s in parts.items()]
    print(table(["part", "CPU s", "share"], shares))


def parts_of_reading(drawings: Path, folder: str) -> dict[str, float]:
    """CPU seconds of the parts of an attempt at every drawing, read in this process."""
    spent = dict.fromkeys(("parse", "read", "second readings", "write"), 0.0)

    def timed(part: str, module: Any, name: str) -> None:
        real: Callable[..., Any] = getattr(module, name)

        def measured(*arguments: Any, **options: Any) -> Any:
            inner = sum(spent.values())
            started = time.process_time()
            try:
                return real(*arguments, **options)
            finally:
                # what a part within this one has taken is its own
                own = time.process_time() - started - (sum(spent.values()) - inner)
                spent[part] += own

        setattr(module, name, measured)

    for name in ("load_document", "load_page", "close_page", "load_text", "close_text"):
        timed("parse", pdfium, name)
    timed("second readings", document, "_read_suspects")
    timed("read", child, "read")
    timed("write", finished, "keep")
    timed("write", outcome, "write_record")
    for number, path in enumerate(sorted(drawings.rglob("*.pdf"))):
        job = Job(str(path), path.name, f"drawing-{number:012x}", f"{folder}/parts", "key")
        started = time.monotonic()
        content, digest = child.read(job, started)
        outcome.write_record(job, content, started, 0, digest, 0.0)
    return spent


def cost_of_stages(folder: Path) -> dict[str, float]:
    """CPU seconds of the jobs that Snakemake kept benchmarks of: merges, exports, review."""
    spent: dict[str, float] = {}
    for path in sorted(folder.glob("*.tsv")):
        with open(path, encoding="utf-8") as stream:
            seconds = float(next(csv.DictReader(stream, delimiter="\t"))["cpu_time"])
        what = "merges" if path.stem.startswith("merge") else path.stem
        spent[what] = spent.get(what, 0.0) + seconds
    return spent


def pool(folder: Path, reader: str, drawings: Path) -> Cost:
    script = folder / "pool.py"
    script.write_text(POOL.format(reader=reader))
    return cost_of([sys.executable, str(script), str(drawings)])


def row(name: str, cost: Cost, base: Cost, count: int) -> list[str]:
    wall, cpu = cost.wall_s / base.wall_s, cost.cpu_s / base.cpu_s
    return [
        name, f"{cost.wall_s:.1f}", f"{wall:.1f}", f"{cost.cpu_s:.1f}", f"{cpu:.1f}",
        f"{count / cost.wall_s:.1f}",
    ]  # fmt: skip


if __name__ == "__main__":
    main()
