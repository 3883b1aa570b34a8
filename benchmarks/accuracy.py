"""A finished run against the truth that the generator left beside its drawings, folder by folder.

    make run && python benchmarks/accuracy.py
    python benchmarks/accuracy.py --drawings DIR --database DIR/results/bom.sqlite

A cell is right when it reads exactly as printed; an outcome is right when success, error code and
number of rows are. "suspect" counts tables with rows; "silent" the wrong ones among the others.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from measure import table

SIX = ("position", "article_number", "quantity", "description", "weight", "total_weight")
HEADER = ["folder", "drawings", "outcomes right", "rows", "cells right", "suspect", "silent"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--drawings", type=Path, default=Path("resources/demo"))
    parser.add_argument("--database", type=Path, default=Path("results/bom.sqlite"))
    options = parser.parse_args()
    truth = json.loads((options.drawings / "truth.json").read_text("utf-8"))["files"]
    connection = sqlite3.connect(f"file:{options.database}?immutable=1", uri=True)
    connection.row_factory = sqlite3.Row
    folders: dict[str, Counter[str]] = defaultdict(Counter)
    for filename, right in truth.items():
        folders[filename.split("/")[0]].update(compare(connection, filename, right))
    lines = [line(name, counts) for name, counts in sorted(folders.items())]
    print(table(HEADER, [*lines, line("all", sum(folders.values(), Counter()))]))


def compare(connection: sqlite3.Connection, filename: str, right: dict[str, Any]) -> Counter[str]:
    counts: Counter[str] = Counter(drawings=1)
    where = " WHERE filename = ?"
    found = connection.execute("SELECT * FROM processing_summary" + where, [filename]).fetchone()
    keys = ("success", "error_code", "rows_count")
    counts["outcomes"] = int(bool(found) and all(found[key] == right[key] for key in keys))
    for page in right["pages"]:
        wanted = [row["cells"] for part in page["tables"] for row in part["rows"]]
        place = [filename, page["page"]]
        rows = connection.execute(
            f"SELECT {', '.join(SIX)} FROM bom_data{where} AND page = ? ORDER BY id", place
        ).fetchall()
        cells = sum(len(SIX) for _ in wanted)
        good = sum(
            row[key] == cells_of[key]
            for row, cells_of in zip(rows, wanted, strict=False)
            for key in SIX
        )
        verdicts = [
            status
            for (status,) in connection.execute(
                f"SELECT check_status FROM bom_tables{where} AND page = ? AND rows_count > 0", place
            )
        ]
        wrong = good < cells or len(rows) != len(wanted)
        counts["rows"] += len(wanted)
        counts["cells"] += cells
        counts["good"] += good
        counts["suspect"] += verdicts.count("suspect")
        counts["silent"] += int(wrong and "suspect" not in verdicts)
    return counts


def line(name: str, counts: Counter[str]) -> list[str]:
    share = f"{100 * counts['good'] / counts['cells']:.1f} %" if counts["cells"] else "-"
    outcomes = f"{counts['outcomes']} of {counts['drawings']}"
    numbers = [str(counts[key]) for key in ("suspect", "silent")]
    return [name, str(counts["drawings"]), outcomes, str(counts["rows"]), share, *numbers]


if __name__ == "__main__":
    main()
