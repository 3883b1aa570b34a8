"""Rows per second through three shards and the join, against one raw executemany.

    python benchmarks/merge.py [--rows 200000] [--folder DIR]

Every step runs in a process of its own, as in a run of the workflow; the shards side by side. The
raw peers put the same rows into one table without an index, key, check or proof: once from tuples
that lie ready in memory, once read from the same records. Peak memory is that of the process.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bomflow.merge.join import join_shards
from bomflow.merge.schema import BOM_DATA
from bomflow.merge.shard import codes_of, rows_of, write_shard
from bomflow.record import read_record

ROWS_PER_DRAWING = 20
SHARDS = 3
BOX = [100.12, 200.5, 300.25, 212.75]


def make_records(folder: Path, rows: int) -> None:
    """Write records of ``ROWS_PER_DRAWING`` rows each, with boxes, as the extraction does."""
    folder.mkdir(parents=True)
    for number in range(rows // ROWS_PER_DRAWING):
        doc_id = f"drawing-{number:012x}"
        (folder / f"{doc_id}.json").write_text(json.dumps(make_record(doc_id, number)), "utf-8")


def make_record(doc_id: str, number: int) -> dict[str, object]:
    """One record of typical size (about 700 bytes per row)."""
    columns = ("position", "article_number", "quantity", "description", "weight", "total_weight")
    rows = []
    for index in range(ROWS_PER_DRAWING):
        article = str((number * ROWS_PER_DRAWING + index) * 7919 % 900_000 + 100_000)
        name = f"Rohrschelle DN{index * 10} EN 10216-2"
        text = (str(index + 1), article, "2", name, "1,5", "3,0")
        rows.append(
            {
                "row_index": index,
                "bbox": BOX,
                "section": "",
                "cells": dict(zip(columns, text, strict=True)),
                "cell_boxes": dict.fromkeys(columns, BOX),
                "extra_boxes": {"MATERIAL": BOX},
                "extra": {"MATERIAL": "S235JR"},
                "quantity_value": 2.0,
                "weight_kg": 1.5,
                "total_weight_kg": 3.0,
                "check_status": "verified",
            }
        )
    table = {
        "page": 1, "table_index": 0, "bbox": BOX, "header": [], "rows_count": len(rows),
        "printed_total": "", "computed_total": None, "weight_means": "unit",
        "check_status": "verified", "check_reasons": [], "reading": "words", "leftover": [],
        "rows": rows,
    }  # fmt: skip
    page = {
        "page": 1, "width": 1190.6, "height": 841.9, "rotation": 0, "words": 812, "segments": 1830,
        "codes": {"kks": ["1LBA10BQ001", "1LBA10BQ002"], "su": []}, "outcome": "bom", "reason": "",
    }  # fmt: skip
    return {
        "record_version": 1, "doc_id": doc_id, "filename": f"area {number // 100:04d}/{doc_id}.pdf",
        "success": True, "header_found": True, "data_found": True, "parse_success": True,
        "error_code": None, "error_message": "", "rows_count": len(rows), "process_time_s": 0.2,
        "file_size_mb": 0.03, "pages_total": 1, "bom_pages": [1], "anchors_count": 6,
        "retry_count": 0, "memory_peak_mb": 41.2, "sha256": "ab" * 32,
        "created_at": "2026-01-31T12:00:00+00:00", "warnings": [], "pages": [page],
        "tables": [table],
    }  # fmt: skip


def tuples(folder: Path) -> Iterator[tuple[object, ...]]:
    """The rows of all records, one by one."""
    for path in sorted((folder / "extract").iterdir()):
        record = read_record(path)
        codes = codes_of(record.pages[0])
        for table in record.tables:
            yield from rows_of(record, table, codes)


def step(name: str, folder: Path) -> float:
    """Run one step; returns the seconds that count."""
    records = sorted((folder / "extract").iterdir())
    if name.startswith("raw"):
        rows = list(tuples(folder)) if name == "raw-ready" else tuples(folder)
        started = time.perf_counter()
        connection = sqlite3.connect(folder / f"{name}.sqlite")
        connection.execute(BOM_DATA.create)
        connection.executemany(BOM_DATA.insert, rows)
        connection.commit()
        connection.close()
    elif name == "join":
        started = time.perf_counter()
        shards = [folder / f"shard-{index}.sqlite" for index in range(SHARDS)]
        join_shards(shards, folder / "bom.sqlite", expected_documents=len(records))
    else:
        started = time.perf_counter()
        index = int(name.removeprefix("shard-"))
        write_shard(records[index::SHARDS], folder / f"{name}.sqlite")
    return time.perf_counter() - started


def run(names: list[str], folder: Path) -> tuple[float, float, float]:
    """Run steps side by side in processes of their own.

    Returns seconds of the slowest, CPU seconds of all (start and imports included), highest peak
    in MB.
    """
    command = [sys.executable, __file__, "--folder", str(folder), "--step"]
    jobs = [subprocess.Popen([*command, name], stdout=subprocess.PIPE, text=True) for name in names]
    results = [json.loads(job.communicate()[0]) for job in jobs]
    seconds, cpu, peak = zip(*results, strict=True)
    return max(seconds), sum(cpu), max(peak)


def main() -> None:
    """Make the records, run the steps, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--folder", type=Path, help="where to work (default: a temporary folder)")
    parser.add_argument("--step", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        seconds = step(options.step, options.folder)
        usage = resource.getrusage(resource.RUSAGE_SELF)
        cpu = usage.ru_utime + usage.ru_stime
        print(json.dumps([seconds, cpu, usage.ru_maxrss / 1024]))
        return
    with tempfile.TemporaryDirectory(prefix="merge-", dir=options.folder) as name:
        folder = Path(name)
        make_records(folder / "extract", options.rows)
        rows = options.rows // ROWS_PER_DRAWING * ROWS_PER_DRAWING
        measured = {
            "raw executemany, rows ready in memory": run(["raw-ready"], folder),
            "raw executemany, rows read from the records": run(["raw-records"], folder),
            "three shards, side by side": run([f"shard-{n}" for n in range(SHARDS)], folder),
            "join, indexes, checks": run(["join"], folder),
        }
    ready, records, shards, join = (seconds for seconds, _, _ in measured.values())
    print(f"{rows} rows, {rows // ROWS_PER_DRAWING} drawings, {os.cpu_count()} cores")
    for what, (seconds, cpu, peak) in measured.items():
        rate = f"{rows / seconds:10,.0f} rows/s"
        print(f"{what:45} {seconds:7.2f} s {rate} {cpu:7.2f} CPU s {peak:7.0f} MB")
    total = shards + join
    print(f"{'shards and join':45} {total:7.2f} s {rows / total:10,.0f} rows/s")
    print(f"rate of shards and join: {ready / total:.0%} of raw from memory, "
          f"{records / total:.0%} of raw from the records")  # fmt: skip


if __name__ == "__main__":
    main()
