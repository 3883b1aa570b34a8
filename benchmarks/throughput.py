"""A whole run, `snakemake --profile epyc`, against a bare process pool that only gets the text.

    python benchmarks/throughput.py [--count 300] [--segments 500:3000]

The pool (pypdfium2, as many processes as cores) has no limits, no isolation, no resume, no records
and no proof: it is the floor of what reading these files costs on this machine. Then the same
command again with nothing to do.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from drawgen.bulk import write_many
from measure import Cost, cost_of, table

POOL = """
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
import pypdfium2

def text(path):
    return sum(len(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(path))

if __name__ == "__main__":
    with ProcessPoolExecutor() as pool:
        print(sum(pool.map(text, sorted(Path(sys.argv[1]).rglob("*.pdf")), chunksize=4)))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--segments", default="500:3000")
    options = parser.parse_args()
    first, last = map(int, options.segments.split(":"))
    with tempfile.TemporaryDirectory() as folder:
        drawings, run = Path(folder, "drawings"), Path(folder, "run")
        write_many(drawings, options.count, segments=(first, last))
        command = [str(Path(sys.executable).parent / "snakemake"), "--profile", "epyc"]
        command += ["--directory", str(run), "--config", f"input_dir={drawings}"]
        pool = Path(folder, "pool.py")
        pool.write_text(POOL)
        floor = cost_of([sys.executable, str(pool), str(drawings)])
        full, again = cost_of(command), cost_of(command)
    rows = [
        row("bare pool, text only (floor)", floor, floor, options.count),
        row("snakemake --profile epyc", full, floor, options.count),
        row("the same again, nothing to do", again, floor, None),
    ]
    print(f"{options.count} drawings, {os.cpu_count()} cores\n")
    print(table(["what", "wall s", "x floor", "CPU s", "jobs/s"], rows))


def row(name: str, cost: Cost, floor: Cost, count: int | None) -> list[str]:
    rate = f"{count / cost.wall_s:.1f}" if count else "-"
    ratio = f"{cost.wall_s / floor.wall_s:.1f}"
    return [name, f"{cost.wall_s:.1f}", ratio, f"{cost.cpu_s:.1f}", rate]


if __name__ == "__main__":
    main()
