"""A whole run, `snakemake --profile epyc`, against bare process pools, and where its time goes.

    python benchmarks/throughput.py [--count 500] [--segments 2000:100000] [--pages 1:4]

The floor, a pool over pypdfium2, only gets the text of the pages. The peer, a pool over PyMuPDF (if
that is installed: pip install pymupdf), does the simplest possible table reading: header words,
then words below them by their nearest header. Neither has limits, isolation, resume, records or
proof. Then the same command again with nothing to do, and once more with everything but the
drawings made anew. Ratios are of CPU time, which other work on the machine disturbs least.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
import tempfile
from pathlib import Path

from drawgen.bulk import write_many
from measure import Cost, cost_of, cost_of_run, table

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
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--segments", default="2000:100000")
    parser.add_argument("--pages", default="1:4")
    options = parser.parse_args()
    segments, pages = (
        tuple(map(int, span.split(":"))) for span in (options.segments, options.pages)
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        drawings = folder / "drawings"
        write_many(drawings, options.count, segments=segments, pages=pages)  # type: ignore[arg-type]
        floor = pool(folder, FLOOR, drawings)
        peer = pool(folder, PEER, drawings) if importlib.util.find_spec("pymupdf") else None
        full = cost_of_run(name, str(drawings))
        again = cost_of_run(name, str(drawings))
        rest = cost_of_run(name, str(drawings), "--forcerun", "merge_shard")
    peers = [("bare pool, text only (floor)", floor)]
    peers += [("bare pool, PyMuPDF words to rows", peer)] if peer else []
    runs = [("snakemake --profile epyc", full.all), ("all but the drawings anew", rest.all)]
    runs += [("the same again, nothing to do", again.all)]
    print(f"{options.count} drawings, {os.cpu_count()} cores\n")
    rows = [row(what, cost, floor, options.count) for what, cost in peers + runs]
    print(table(["what", "wall s", "CPU s", "x floor", "drawings/s"], rows))
    parts = {
        "Snakemake: start, graph, check of all files": again.main_s,
        "Snakemake: jobs": full.main_s - again.main_s,
        "workers": full.below_s - rest.below_s,
        "merges, exports, report": rest.below_s,
    }
    total = sum(parts.values())
    print("\nWhere the CPU time of the whole run goes\n")
    shares = [[what, f"{s:.1f}", f"{s / total:.0%}"] for what, s in parts.items()]
    print(table(["part", "CPU s", "share"], shares))


def pool(folder: Path, reader: str, drawings: Path) -> Cost:
    script = folder / "pool.py"
    script.write_text(POOL.format(reader=reader))
    return cost_of([sys.executable, str(script), str(drawings)])


def row(name: str, cost: Cost, floor: Cost, count: int) -> list[str]:
    rate = f"{count / cost.wall_s:.1f}"
    return [
        name,
        f"{cost.wall_s:.1f}",
        f"{cost.cpu_s:.1f}",
        f"{cost.cpu_s / floor.cpu_s:.1f}",
        rate,
    ]


if __name__ == "__main__":
    main()
