"""A full run of the demo drawings: every file of the contract, every cell of the truth."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from project import Project

CONTRACT_FILES = [
    "bom.sqlite",
    "extracted_bom.csv",
    "extraction_summary.csv",
    "bom.xlsx",
    "bom_extraction_failures.txt",
    "failures.csv",
    "shards/shard-0.sqlite",
    "shards/shard-1.sqlite",
    "shards/shard-2.sqlite",
    "run_plan.json",
    "config.json",
    "report/overview.html",
]
SIX = ("position", "article_number", "quantity", "description", "weight", "total_weight")


def test_every_promised_file_is_there(demo: Project) -> None:
    for name in CONTRACT_FILES:
        assert (demo.results / name).stat().st_size > 0, name
    leftovers = [path for path in demo.results.rglob(".*") if path.name != ".lock"]
    assert leftovers == []
    assert not list(demo.drawings.rglob(".snakemake"))


def test_every_drawing_has_one_record_and_one_summary(
    demo: Project, demo_truth: dict[str, Any]
) -> None:
    rows = demo.query("SELECT * FROM processing_summary")
    assert sorted(row["filename"] for row in rows) == sorted(demo_truth["files"])
    assert len(list((demo.results / "extract").glob("*.json"))) == len(rows)
    total = demo.query("SELECT count(*) AS n FROM bom_data")[0]["n"]
    assert total == sum(row["rows_count"] for row in rows)


def test_every_outcome_is_the_right_one(demo: Project, demo_truth: dict[str, Any]) -> None:
    for row in demo.query("SELECT * FROM processing_summary"):
        truth = demo_truth["files"][row["filename"]]
        found = (bool(row["success"]), row["error_code"], row["pages_total"], row["rows_count"])
        wanted = (
            truth["success"],
            truth["error_code"],
            truth["pages_total"],
            truth["rows_count"],
        )
        assert found == wanted, row["filename"]
        assert json.loads(row["bom_pages"]) == truth["bom_pages"], row["filename"]


def test_every_cell_is_as_printed(demo: Project, demo_truth: dict[str, Any]) -> None:
    compared = 0
    for filename, truth in demo_truth["files"].items():
        for page in truth["pages"]:
            rows = demo.query(
                "SELECT * FROM bom_data WHERE filename = ? AND page = ? ORDER BY id",
                filename,
                page["page"],
            )
            wanted = [row for table in page["tables"] for row in table["rows"]]
            assert len(rows) == len(wanted), (filename, page["page"])
            for row, right in zip(rows, wanted, strict=True):
                where = (filename, page["page"], row["position"])
                assert {key: row[key] for key in SIX} == right["cells"], where
                assert json.loads(row["extra"]) == right["extra"], where
                assert row["section"] == right["section"], where
                assert row["kks_codes"] == ", ".join(page["kks_codes"]), where
                assert row["su_codes"] == ", ".join(page["su_codes"]), where
                for value in ("quantity_value", "weight_kg", "total_weight_kg"):
                    known = right[value]
                    if value == "weight_kg" and known is None and right["quantity_value"] == 1:
                        known = right["total_weight_kg"]  # the row is one piece
                    assert row[value] == pytest.approx(known), (*where, value)
                compared += 1
    assert compared > 300


def test_verdicts_are_right(demo: Project, demo_truth: dict[str, Any]) -> None:
    """Only the sheet whose printed total is wrong is suspect; sums are proven where printed."""
    for table in demo.query("SELECT * FROM bom_tables WHERE rows_count > 0"):
        pages = demo_truth["files"][table["filename"]]["pages"]
        truth = next(p for p in pages if p["page"] == table["page"])["tables"]
        right = truth[table["table_index"]]
        assert table["printed_total"] == right["printed_total"], table["filename"]
        if table["filename"].endswith("/wrong total.pdf"):
            assert table["check_status"] == "suspect"
            assert any("total" in reason.lower() for reason in json.loads(table["check_reasons"]))
        else:
            assert table["check_status"] != "suspect", (table["filename"], table["check_reasons"])
            if right["printed_total"]:
                assert table["check_status"] == "verified", table["filename"]


def test_exports_hold_the_database(demo: Project) -> None:
    rows = demo.query("SELECT * FROM bom_data ORDER BY id")
    with open(demo.results / "extracted_bom.csv", encoding="utf-8-sig", newline="") as stream:
        exported = list(csv.DictReader(stream))
    assert [row["description"] for row in exported] == [row["description"] for row in rows]
    with open(demo.results / "extraction_summary.csv", encoding="utf-8-sig", newline="") as stream:
        assert len(list(csv.DictReader(stream))) == len(list(demo.drawings.rglob("*.[pP][dD][fF]")))
    book = openpyxl.load_workbook(demo.results / "bom.xlsx", read_only=True)
    assert book["BOM"].max_row == len(rows) + 1


def test_failures_are_reported_by_code(demo: Project, demo_truth: dict[str, Any]) -> None:
    text = (demo.results / "bom_extraction_failures.txt").read_text("utf-8")
    with open(demo.results / "failures.csv", encoding="utf-8-sig", newline="") as stream:
        table = list(csv.DictReader(stream))
    failed = {name: t for name, t in demo_truth["files"].items() if not t["success"]}
    assert {row["filename"]: row["error_code"] for row in table} == {
        name: truth["error_code"] for name, truth in failed.items()
    }
    assert f"Failed files: {len(failed)} of {len(demo_truth['files'])}" in text
    for name in failed:
        assert name in text


def test_the_person_is_told(demo: Project, demo_truth: dict[str, Any]) -> None:
    output = (demo.directory / "output.txt").read_text("utf-8")
    total = len(demo_truth["files"])
    assert "workers:" in output and "MB per worker" in output
    assert f"{total} of {total} drawings" in output
    assert "Failed files:" in output
    assert "rule extract" not in output  # Snakemake's own lines per job
    log = (demo.results / "logs" / "progress.log").read_text("utf-8")
    assert f"{total}/{total}" in log or f"{total} of {total}" in log


def test_plan_is_kept_beside_the_results(demo: Project) -> None:
    plan = json.loads((demo.results / "run_plan.json").read_text("utf-8"))
    assert plan["workers"] * plan["worker_mb"] <= plan["budget_mb"]
    records = [json.loads(p.read_text("utf-8")) for p in (demo.results / "extract").glob("*.json")]
    assert max(record["memory_peak_mb"] for record in records) <= plan["worker_mb"]


@pytest.mark.parametrize("target", ["report.html"])
def test_html_report(demo: Project, target: str) -> None:
    demo.run(options=["--report", f"results/{target}"])
    page = Path(demo.results, target).read_text("utf-8")
    assert len(page) > 100_000
    for words in ("overview.html", "duration.svg", "bom_extraction_failures.txt"):
        assert words in page
    good = demo.query("SELECT sum(success) AS n FROM processing_summary")[0]["n"]
    assert f"{good} of" in page and "drawings read:" in page  # the answer, before the graph


def test_the_target_host_runs_44_workers_of_456_mb(make_project: Any) -> None:
    """Simulated: 48 cores and 32 GB are configured, the drawings are read at once."""
    project = make_project(44)
    host = ["cpu={total_cores: 48}", "memory={total_gb: 32}"]
    output = project.run("results/bom.sqlite", config=host)
    assert "workers: 44" in output and "456 MB per worker" in output
    plan = json.loads((project.results / "run_plan.json").read_text("utf-8"))
    assert (plan["rule_workers"], plan["workers"], plan["worker_mb"]) == (43, 44, 456)
    assert 44 * 456 <= plan["budget_mb"] == int(32768 * 0.8) - 4096 - 2048
    events = (project.results / "logs" / "extract.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(line)["limit_mb"] for line in events} == {456}
