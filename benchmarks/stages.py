"""The stages of a run one by one, on inputs that lie ready, in a process that does nothing else.

    python benchmarks/stages.py STAGE PLACE STATE

Imports are those of the one stage: ``benchmarks/writes.py`` starts this some thousand times.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
DRAWINGS = 12


class Stage(NamedTuple):
    """What is run, with ``(place, state)``, and the files it must leave below ``place``."""

    run: Callable[[Path, str], None]
    files: tuple[str, ...]


def shard(place: Path, state: str) -> None:
    from bomflow.merge.shard import write_shard

    write_shard(sorted((place / state).glob("*.json")), place / "out/shard.sqlite", batch_size=50)


def join(place: Path, state: str) -> None:
    from bomflow.merge.join import join_shards

    shards = [place / f"{state}.shard"]
    join_shards(shards, place / "out/bom.sqlite", expected_documents=DRAWINGS, batch_size=50)


def record(place: Path, state: str) -> None:
    from bomflow.extract.job import Job
    from bomflow.extract.worker import run_job

    job = Job(str(place / f"{state}.pdf"), "a.pdf", "a-0123456789ab", str(place / "out"), key=state)
    sys.exit(run_job(job))


def export_csv(place: Path, state: str) -> None:
    from bomflow.export.tables import write_bom_csv

    write_bom_csv(place / f"{state}.sqlite", place / "out/bom.csv")


def export_excel(place: Path, state: str) -> None:
    from bomflow.export.excel import write_workbook

    write_workbook(place / f"{state}.sqlite", place / "out/bom.xlsx")


def export_failures(place: Path, state: str) -> None:
    from bomflow.export.failures import write_failures

    write_failures(place / f"{state}.sqlite", place / "out/a.txt", place / "out/a.csv")


def report(place: Path, state: str) -> None:
    from bomflow.report import facts, figures

    drawings = facts.drawings(str(place / f"{state}.sqlite"))
    figures.draw_duration(drawings, str(place / "out/duration.svg"))
    figures.write_data(drawings, [], str(place / "out"))


def review(place: Path, state: str) -> None:
    from bomflow.review.page import write_review

    database, target = str(place / f"{state}.sqlite"), str(place / "out/index.html")
    write_review(database, target, records=str(place / state), input_dir=str(ROOT), which="all")


STAGES = {
    "record": Stage(record, ("extract/a-0123456789ab.json",)),
    "shard": Stage(shard, ("shard.sqlite",)),
    "join": Stage(join, ("bom.sqlite",)),
    "export_csv": Stage(export_csv, ("bom.csv",)),
    "export_excel": Stage(export_excel, ("bom.xlsx",)),
    "export_failures": Stage(export_failures, ("a.txt", "a.csv")),
    "report_pages": Stage(report, ("duration.svg", "duration.csv")),
    "review": Stage(review, ("index.html", "tables/0.js")),
}


if __name__ == "__main__":
    STAGES[sys.argv[1]].run(Path(sys.argv[2]), sys.argv[3])
