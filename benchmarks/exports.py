"""What the exports cost, each in a process of its own, beside the plainest way to write the rows.

    python benchmarks/exports.py [--rows 200000] [--open]

The floor is ``csv.writer`` over ``SELECT *``: nothing is checked, ordered or put in place whole.
``--open`` has LibreOffice load the workbook and count its rows (of the first sheet).
"""

from __future__ import annotations

import argparse
import csv
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bomflow.merge.join import join_shards
from bomflow.merge.shard import write_shard
from measure import cost_of, table
from merge import ROWS_PER_DRAWING, make_records


def plain(database: Path, target: Path) -> None:
    with target.open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerows(sqlite3.connect(database).execute("SELECT * FROM bom_data"))


def bom_csv(database: Path, target: Path) -> None:
    from bomflow.export.tables import write_bom_csv

    write_bom_csv(database, target)


def excel(database: Path, target: Path) -> None:
    from bomflow.export.excel import write_workbook

    write_workbook(database, target)


def parquet(database: Path, target: Path) -> None:
    from bomflow.export.parquet import write_parquet

    write_parquet(database, target)


EXPORTS: dict[str, tuple[str, Callable[[Path, Path], None]]] = {
    "plain csv.writer": ("plain.csv", plain),
    "extracted_bom.csv": ("bom.csv", bom_csv),
    "bom.xlsx": ("bom.xlsx", excel),
    "bom.parquet": ("bom.parquet", parquet),
}


def prepare(folder: Path, rows: int) -> None:
    """Write ``bom.sqlite`` with so many rows."""
    make_records(folder / "extract", rows)
    records = sorted((folder / "extract").iterdir())
    write_shard(records, folder / "shard.sqlite")
    join_shards([folder / "shard.sqlite"], folder / "bom.sqlite", expected_documents=len(records))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--open", action="store_true", help="load the workbook in LibreOffice")
    parser.add_argument("--prepare", help=argparse.SUPPRESS)
    parser.add_argument("--export", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.prepare:
        prepare(Path(options.prepare), options.rows)
        return
    if options.export:
        name, database, target = options.export
        EXPORTS[name][1](Path(database), Path(target))
        return
    with tempfile.TemporaryDirectory(prefix="exports-") as name:
        folder = Path(name)
        # Of its own, as a process that starts others hands its peak of memory on to them.
        command = [sys.executable, __file__, "--prepare", name, "--rows", str(options.rows)]
        subprocess.run(command, check=True)
        database = folder / "bom.sqlite"
        lines, floor = [], 0.0
        for what, (file, _) in EXPORTS.items():
            if what == "bom.parquet" and not _has_pyarrow():
                print("no pyarrow: Parquet NOT MEASURED\n", file=sys.stderr)
                continue
            target = folder / file
            cost = cost_of([sys.executable, __file__, "--export", what, str(database), str(target)])
            floor = floor or cost.cpu_s
            size = os.path.getsize(target) / 1e6
            lines.append(
                [what, f"{cost.wall_s:.1f}", f"{cost.cpu_s:.1f}", f"{cost.cpu_s / floor:.1f}",
                 f"{cost.peak_mb:.0f}", f"{size:.0f}"]
            )  # fmt: skip
        print(f"{options.rows // ROWS_PER_DRAWING * ROWS_PER_DRAWING:,} rows\n")
        print(table(["file", "s", "CPU s", "x floor", "peak MB", "MB on disk"], lines))
        if options.open:
            print(f"\nLibreOffice: {opened(folder / 'bom.xlsx'):,} rows in the first sheet")


def _has_pyarrow() -> bool:
    from bomflow.export import parquet

    return parquet.available()


def opened(workbook: Path) -> int:
    """How many rows below the header LibreOffice finds in the first sheet of a workbook."""
    program = shutil.which("soffice")
    if program is None:
        sys.exit("--open needs LibreOffice (soffice)")
    with tempfile.TemporaryDirectory() as folder:
        home = f"-env:UserInstallation=file://{folder}/profile"
        subprocess.run(
            [program, home, "--headless", "--convert-to", "csv", "--outdir", folder, str(workbook)],
            check=True,
            capture_output=True,
        )
        with open(Path(folder, f"{workbook.stem}.csv"), newline="", encoding="utf-8") as stream:
            return sum(1 for _ in csv.reader(stream)) - 1


if __name__ == "__main__":
    main()
