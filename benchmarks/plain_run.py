"""A whole run against the same workflow with plain pdfplumber in the place of its reader.

    python benchmarks/plain_run.py [--count 60] [--segments 2000:100000] [--pages 1:4]

The peer is a copy of the project in which reading a drawing is ``extract_words`` and
``extract_tables`` of pdfplumber on every page: the same jobs, limits, merges and exports, but no
columns found by meaning, no proof and no second reading. Its records hold no rows, which spares it
their merging.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from measure import (
    Cost,
    ask_for_drawings,
    cost_of_run,
    draw_mixed,
    project_reading_by,
    table,
)

PLAIN = """
import pdfplumber

from bomflow.errors import ErrorCode
from bomflow.extract.job import Failure
from bomflow.extract.outcome import failure_content

def read_document(path, settings, **more):
    found = 0
    with pdfplumber.open(path) as document:
        for page in document.pages:
            found += len(page.extract_words()) + len(page.extract_tables())
            page.close()
    return failure_content(Failure(ErrorCode.NO_ANCHOR, f"{found} words and tables"))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    ask_for_drawings(parser, 60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        drawings = draw_mixed(name, options)
        (Path(name) / "plain").mkdir()
        ours = cost_of_run(name, str(drawings)).all
        root = project_reading_by(PLAIN, name)
        limits = ["extract={timeout_s: 600}", "memory={max_worker_mb: 4096}"]
        plain = cost_of_run(str(Path(name, "plain")), str(drawings), config=limits, root=root).all
        attempts = len(list(Path(name, "plain/run/results/attempts").glob("*.json")))
    print(f"{options.count} drawings; {attempts} of them failed at least once with pdfplumber\n")
    rows = [line("the product", ours, ours), line("the same with plain pdfplumber", plain, ours)]
    print(table(["run", "wall s", "x", "CPU s", "x"], rows))


def line(what: str, cost: Cost, base: Cost) -> list[str]:
    wall, cpu = cost.wall_s / base.wall_s, cost.cpu_s / base.cpu_s
    return [what, f"{cost.wall_s:.1f}", f"{wall:.1f}", f"{cost.cpu_s:.1f}", f"{cpu:.1f}"]


if __name__ == "__main__":
    main()
