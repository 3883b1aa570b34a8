"""How the workflow's own cost grows with the number of drawings, the reading left out.

    python benchmarks/growth.py [--counts 1000,2500] [--graph]

The drawings are empty files: each becomes a job, a record and a row, and costs no reading. First
the graph alone (a dry run), then the run, then the same command again with nothing to do;
``--graph`` stops after the first, which 25,000 drawings allow on a small machine. Figures are of
Snakemake's own process; "ms each" is the slope from one line to the next.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from measure import cost_of_run, table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", default="1000,2500", help="for instance 2500,10000,25000")
    parser.add_argument("--graph", action="store_true", help="build the graph only, run nothing")
    options = parser.parse_args()
    steps = {"graph": ("-n",)} if options.graph else {"graph": ("-n",), "run": (), "again": ()}
    rows = []
    last: dict[str, float] = {}
    before = 0
    for count in map(int, options.counts.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            drawings = Path(folder, "drawings")
            for number in range(count):
                path = drawings / f"set {number // 200:03d}" / f"drawing {number:05d}.pdf"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.touch()
            costs = {step: cost_of_run(folder, str(drawings), *s) for step, s in steps.items()}
        line = [f"{count:,}"]
        for step, cost in costs.items():
            slope = 1000 * (cost.main_s - last[step]) / (count - before) if last else None
            line += [f"{cost.main_s:.1f}", f"{slope:.2f}" if slope is not None else "-"]
        rows.append([*line, f"{max(cost.main_mb for cost in costs.values()):.0f}"])
        last, before = {step: cost.main_s for step, cost in costs.items()}, count
    titles = {"graph": "graph", "run": "run", "again": "nothing to do"}
    header = [part for step in steps for part in (f"{titles[step]}, CPU s", "ms each")]
    print(table(["drawings", *header, "peak MB"], rows))


if __name__ == "__main__":
    main()
