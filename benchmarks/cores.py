"""44 workers with jobs of one second each: how far the run stays behind the ideal.

    python benchmarks/cores.py [--count 440] [--seconds 1]

A copy of the project, in which reading a drawing is sleeping, believes that it has 48 cores and
32 GB. Makespan: from the start of the first job to the end of the last one. On a machine of few
cores the jobs' own processes take their share of it too.
"""

from __future__ import annotations

import argparse
import math
import sys
import tempfile
from pathlib import Path

from measure import cost_of_run, project_reading_by

WORKERS = 44
SLEEPER = """
import time

from bomflow.errors import ErrorCode
from bomflow.extract.job import Failure
from bomflow.extract.outcome import failure_content

def read_document(path, settings, **more):
    if path.startswith("/proc"):  # the sample that pre-started workers read first
        return {{}}
    time.sleep({seconds})
    return failure_content(Failure(ErrorCode.NO_ANCHOR, "nobody looked"))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=440)
    parser.add_argument("--seconds", type=float, default=1.0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        root = project_reading_by(SLEEPER.format(seconds=options.seconds), name)
        drawings = Path(name, "drawings")
        drawings.mkdir()
        for number in range(options.count):
            (drawings / f"{number:05d}.pdf").write_bytes(b"%PDF-1.4")
        machine = ["cpu={total_cores: 48}", "memory={total_gb: 32}"]
        cost = cost_of_run(name, str(drawings), config=machine, root=root)
        records = Path(name, "run", "results", "extract").glob("*.json")
        ends = [record.stat().st_mtime for record in records]
        if list(Path(name, "run", "results", "attempts").glob("*.json")):
            sys.exit("the simulated jobs failed")
    ideal = math.ceil(options.count / WORKERS) * options.seconds
    makespan = max(ends) - min(ends) + options.seconds
    print(f"{options.count} jobs of {options.seconds:g} s on {WORKERS} simulated cores")
    print(f"makespan {makespan:.1f} s, ideal {ideal:.1f} s: {ideal / makespan:.0%} of the ideal")
    print(
        f"Snakemake itself: {1000 * cost.main_s / options.count:.1f} ms CPU per job, start included"
    )


if __name__ == "__main__":
    main()
