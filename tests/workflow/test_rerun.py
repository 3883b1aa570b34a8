"""Rerunning the same command does what has changed and what lies below it, and nothing else."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from project import Project

MakeProject = Callable[..., Project]
BELOW_EXTRACT = {
    "bom.sqlite",
    "extracted_bom.csv",
    "extraction_summary.csv",
    "bom.xlsx",
    "bom_extraction_failures.txt",
    "failures.csv",
    "report/overview.html",
    "report/answer.rst",
    *(
        f"report/{name}.{suffix}"
        for name in ("duration", "memory", "throughput", "failures")
        for suffix in ("svg", "csv")
    ),
    "review/index.html",
}


def records(names: set[str]) -> set[str]:
    return {name for name in names if name.startswith("extract/")}


def shards(names: set[str]) -> set[str]:
    return {name for name in names if name.startswith("shards/")}


def test_nothing_changed_nothing_done(make_project: MakeProject) -> None:
    project = make_project(4)
    project.run()
    before = project.times()
    assert "Nothing to" in project.run()
    assert project.made_anew(before) == set()


def test_added_changed_and_deleted_drawings(make_project: MakeProject) -> None:
    project = make_project(6)
    project.run()
    drawings = sorted(project.drawings.rglob("*.pdf"))

    before = project.times()
    shutil.copy(drawings[0], project.drawings / "added.pdf")
    project.run()
    made = project.made_anew(before)
    assert len(records(made)) == 1 and next(iter(records(made))).startswith("extract/added-")
    assert len(shards(made)) == 1 and made >= BELOW_EXTRACT

    before = project.times()
    stamp = drawings[1].stat().st_mtime - 1000  # a change to an older file counts too
    shutil.copy(drawings[2], drawings[1])
    os.utime(drawings[1], (stamp, stamp))
    project.run()
    made = project.made_anew(before)
    assert len(records(made)) == 1 and len(shards(made)) == 1 and made >= BELOW_EXTRACT
    [changed] = project.query(
        "SELECT sha256, count(*) AS n FROM processing_summary GROUP BY sha256 HAVING n = 2"
        " EXCEPT SELECT sha256, 2 FROM processing_summary WHERE filename = 'added.pdf'"
    )
    assert changed["n"] == 2

    before = project.times()
    os.unlink(drawings[3])
    project.run()
    made = project.made_anew(before)
    assert records(made) == set() and len(shards(made)) == 1 and made >= BELOW_EXTRACT
    names = {row["filename"] for row in project.query("SELECT filename FROM processing_summary")}
    assert names == {str(p.relative_to(project.drawings)) for p in project.drawings.rglob("*.pdf")}


def test_a_record_or_shard_that_someone_removed_is_made_again(make_project: MakeProject) -> None:
    project = make_project(4)
    project.run()
    rows = project.query("SELECT filename, description, quantity FROM bom_data ORDER BY 1, 2, 3")
    lost = sorted((project.results / "extract").glob("*.json"))[1]

    before = project.times()
    lost.unlink()
    project.run()
    made = project.made_anew(before)
    assert records(made) == {f"extract/{lost.name}"} and len(shards(made)) == 1
    assert (
        project.query("SELECT filename, description, quantity FROM bom_data ORDER BY 1, 2, 3")
        == rows
    )

    before = project.times()
    (project.results / "shards/shard-1.sqlite").unlink()
    project.run()
    made = project.made_anew(before)
    assert records(made) == set() and shards(made) == {"shards/shard-1.sqlite"}


def test_a_setting_re_runs_its_stage_and_what_lies_below(make_project: MakeProject) -> None:
    project = make_project(4)
    project.run()

    before = project.times()
    project.run(config=["extract={timeout_s: 33, retries: 2}", "memory={max_worker_mb: 800}"])
    assert project.made_anew(before) == set()  # limits change no result

    before = project.times()
    project.run(config=["merge={batch_size: 10}"])
    made = project.made_anew(before)
    assert records(made) == set() and len(shards(made)) == 3 and made >= BELOW_EXTRACT

    before = project.times()
    project.run(config=["merge={batch_size: 10}", r"codes={room: 'R\d+'}"])
    made = project.made_anew(before)
    assert len(records(made)) == 4


def test_edited_code_re_runs_its_stage_and_what_lies_below(make_project: MakeProject) -> None:
    project = make_project(3, own_code=True)
    project.run()

    before = project.times()
    append(project.root / "workflow/bomflow/export/excel.py")
    project.run()
    assert project.made_anew(before) == {"bom.xlsx"}

    before = project.times()
    append(project.root / "workflow/bomflow/merge/join.py")
    project.run()
    made = project.made_anew(before)
    assert {name for name in made if not name.startswith("review/tables/")} == BELOW_EXTRACT

    before = project.times()
    append(project.root / "workflow/bomflow/table/header/headers.py")
    project.run()
    made = project.made_anew(before)
    assert len(records(made)) == 3 and made >= BELOW_EXTRACT


def test_a_dry_run_writes_nothing(make_project: MakeProject) -> None:
    project = make_project(3)
    output = project.run(options=["--dry-run"])
    assert "extract" in output and "merge_shard" in output
    assert not project.results.exists()
    assert not list(project.drawings.rglob(".*"))


def test_failure_report_is_regenerated_alone(make_project: MakeProject) -> None:
    project = make_project(3)
    (project.drawings / "broken.pdf").write_bytes(b"no PDF")
    project.run()
    report = project.results / "bom_extraction_failures.txt"
    text = report.read_text("utf-8")
    assert "INVALID_PDF" in text
    for spoil in (lambda: report.write_text("old"), report.unlink):
        spoil()
        before = project.times()
        assert "INVALID_PDF" in project.run("failure_report")
        assert report.read_text("utf-8") == text
        assert project.made_anew(before) <= {"bom_extraction_failures.txt", "failures.csv"}
    before = project.times()
    project.run()
    assert project.made_anew(before) == set()


def append(path: Path) -> None:
    with open(path, "a", encoding="utf-8") as stream:
        stream.write("\n# edited\n")
