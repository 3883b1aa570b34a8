"""How the workflow's own cost grows with the number of drawings, the reading left out.

    python benchmarks/growth.py [--counts 1000,2500]

The drawings are empty files: each becomes a job, a record and a row, and costs no reading. Then the
same command again with nothing to do. Figures are of Snakemake's own process; "per drawing" is the
slope from one line to the next.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from measure import RunCost, cost_of_run, table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counts", default="1000,2500", help="for instance 2500,10000,25000")
    options = parser.parse_args()
    rows = []
    last: tuple[int, RunCost, RunCost] | None = None
    for count in map(int, options.counts.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            drawings = Path(folder, "drawings")
            for number in range(count):
                path = drawings / f"set {number // 200:03d}" / f"drawing {number:05d}.pdf"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.touch()
            first = cost_of_run(folder, str(drawings))
            again = cost_of_run(folder, str(drawings))
        line = [f"{count:,}", f"{first.all.wall_s:.0f}", f"{first.main_s:.1f}"]
        line += [f"{again.main_s:.1f}", f"{first.main_mb:.0f}"]
        if last:
            more = (count - last[0]) / 1000
            line += [f"{(first.main_s - last[1].main_s) / more:.1f} ms"]
            line += [f"{(again.main_s - last[2].main_s) / more:.2f} ms"]
        else:
            line += ["", ""]
        rows.append(line)
        last = (count, first, again)
    header = ["drawings", "wall s", "CPU s", "nothing to do, CPU s", "peak MB"]
    print(table([*header, "per drawing", "per drawing, nothing to do"], rows))


if __name__ == "__main__":
    main()
