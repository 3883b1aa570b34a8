"""The failure report: the known form, every failure, and what to do."""

from __future__ import annotations

import csv
import sqlite3

import pytest

from bomflow.errors import ERRORS, ErrorCode
from bomflow.export.failures import FAILURE_COLUMNS, FAILURES_SQL, visible, write_failures
from bomflow.merge.schema import PROCESSING_SUMMARY
from bomflow.report.facts import FAILED_SQL


@pytest.fixture
def report(tmp_path, build_database):
    """Text and table of the records' failures."""

    def call(records):
        database = build_database(tmp_path, records)
        write_failures(database, tmp_path / "f.txt", tmp_path / "f.csv")
        with open(tmp_path / "f.csv", encoding="utf-8", newline="") as stream:
            return (tmp_path / "f.txt").read_text("utf-8"), list(csv.DictReader(stream))

    return call


def test_the_form(report, make_record, make_table):
    scans = [
        make_record(f"{n}.pdf", [], error_code="NO_TEXT", error_message=f"scan {n}")
        for n in range(7)
    ]
    unreadable = make_table([], 3, check_status="suspect", check_reasons=["a picture", "no text"])
    records = [
        *scans,
        make_record("x.pdf", [], error_code="TIMEOUT", retry_count=3),
        make_record("good.pdf"),
        make_record("part.pdf", [make_table([], 1), unreadable]),
    ]
    text, _ = report(records)
    assert (
        text
        == f"""\
BOM EXTRACTION FAILURES
=======================

Failed files: 8 of 10 (80.0 %)

NO_TEXT: 7 files ({ERRORS[ErrorCode.NO_TEXT].meaning})
  What to do: {ErrorCode.NO_TEXT.remedy}
  - 0.pdf: scan 0
  - 1.pdf: scan 1
  - 2.pdf: scan 2
  - 3.pdf: scan 3
  - 4.pdf: scan 4
  ... and 2 more files

TIMEOUT: 1 file ({ERRORS[ErrorCode.TIMEOUT].meaning})
  What to do: {ErrorCode.TIMEOUT.remedy}
  - x.pdf

All of them, with size, pages, time and retries: failures.csv

SUSPECT OR UNREADABLE TABLES
============================

Suspect tables: 1 in 1 file, 1 of them without rows. Compare them with the drawing.
  - part.pdf, page 3, 0 rows: a picture (and 1 more reason)

All of them, beside the drawing: review/index.html; as a table: view suspect_tables of bom.sqlite
"""
    )


def test_no_failures(report, make_record):
    text, table = report([make_record("a.pdf"), make_record("b.pdf")])
    assert "No failed files (2 processed)." in text and "No suspect tables." in text
    assert "What to do" not in text and table == []


def test_codes_come_most_frequent_first_then_by_name(report, make_record):
    codes = ["TIMEOUT", "NO_TEXT", "UNKNOWN", "UNKNOWN", "ENCRYPTED"]
    records = [make_record(f"{n}.pdf", [], error_code=code) for n, code in enumerate(codes)]
    text, table = report(records)
    order = ["UNKNOWN", "UNKNOWN", "ENCRYPTED", "NO_TEXT", "TIMEOUT"]
    assert [row["error_code"] for row in table] == order
    positions = [text.index(f"\n{code}: ") for code in dict.fromkeys(order)]
    assert positions == sorted(positions)


def test_five_files_need_no_and_more(report, make_record):
    text, _ = report([make_record(f"{n}.pdf", [], error_code="NO_TEXT") for n in range(5)])
    assert "more files" not in text


def test_the_table_has_every_failure_and_every_detail(report, make_record):
    failed = make_record(
        "a.pdf", [], error_code="MEMORY_ERROR", error_message="peak 456 MB", retry_count=2,
        file_size_mb=1.25, pages_total=4, process_time_s=7.5,
    )  # fmt: skip
    _, table = report([failed, make_record("b.pdf", [], error_code="NO_PAGES")])
    assert list(table[0]) == list(FAILURE_COLUMNS)
    assert table[0] == {
        "filename": "a.pdf",
        "error_code": "MEMORY_ERROR",
        "message": "peak 456 MB",
        "file_size_mb": "1.25",
        "pages_total": "4",
        "process_time_s": "7.5",
        "retry_count": "2",
        "retried": "yes",
        "retry_can_help": "yes",
        "remedy": ErrorCode.MEMORY_ERROR.remedy,
    }
    assert (table[1]["retried"], table[1]["retry_can_help"]) == ("no", "no")


@pytest.mark.parametrize("code", list(ErrorCode))
def test_every_code_can_be_reported(report, make_record, code):
    text, table = report([make_record("a.pdf", [], error_code=code)])
    assert code.remedy in text and table[0]["remedy"] == code.remedy


def test_names_cannot_move_the_cursor(report, make_record):
    name = "a\x1b[2J\n\r\u202egpj\x9b\u2028.pdf"
    text, table = report([make_record(name, [], error_code="NO_TEXT", error_message="x\x07y")])
    assert "  - a\\x1b[2J\\n\\r\\u202egpj\\x9b\\u2028.pdf: x\\x07y\n" in text
    assert all(c == "\n" or c.isprintable() for c in text)
    assert table[0]["filename"] == name
    assert visible("Größe 5\u00a0mm · 数量 \U0001f600") == "Größe 5\u00a0mm · 数量 \U0001f600"


@pytest.mark.parametrize("query", [FAILURES_SQL, FAILED_SQL], ids=["failure report", "overview"])
def test_the_cost_of_many_failures_grows_with_their_number(query):
    """25,000 of one code once took minutes: each counted all others."""

    def steps(failed: int) -> int:
        connection = sqlite3.connect(":memory:")
        connection.execute(PROCESSING_SUMMARY.create.replace(" NOT NULL", ""))
        connection.executemany(
            "INSERT INTO processing_summary (filename, success, error_code) VALUES (?, 0, ?)",
            ((f"{n}.pdf", "NO_TEXT") for n in range(failed)),
        )
        counted = 0

        def count() -> None:
            nonlocal counted
            counted += 1

        connection.set_progress_handler(count, 100)
        assert len(connection.execute(query).fetchall()) == failed
        return counted

    assert steps(2000) < 8 * steps(500)
