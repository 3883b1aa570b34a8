"""A record is taken only if it is whole, of this version, of its drawing, and adds up."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from bomflow.errors import ErrorCode
from bomflow.extract import outcome
from bomflow.extract.job import Job
from bomflow.extract.worker import run_attempt
from bomflow.record import RECORD_VERSION, RecordError, read_record

SCHEMA = json.loads(
    Path(__file__, "../../../workflow/schemas/record.schema.json").resolve().read_text("utf-8")
)


def valid(record):
    return jsonschema.Draft202012Validator(SCHEMA).is_valid(record)


def test_a_good_record_is_read(tmp_path, make_record, save_records):
    record = make_record()
    assert valid(record)
    read = read_record(save_records(tmp_path, [record])[0])
    assert read.filename == "KG A/a.pdf"
    assert [row.cells.article_number for row in read.tables[0].rows] == ["100000", "100001"]
    assert read.tables[0].rows[0].total_weight_kg == 3.0


def test_a_failure_is_read(tmp_path, make_record, save_records):
    record = make_record(tables=[], error_code="NO_TEXT", error_message="scan")
    assert valid(record)
    read = read_record(save_records(tmp_path, [record])[0])
    assert read.error_code is ErrorCode.NO_TEXT and not read.success


def test_versions_and_codes_agree_everywhere():
    assert RECORD_VERSION == outcome.RECORD_VERSION
    assert SCHEMA["properties"]["record_version"]["const"] == RECORD_VERSION
    assert SCHEMA["properties"]["error_code"]["enum"] == [None, *ErrorCode]


def test_what_the_worker_writes_is_accepted_by_schema_and_merge(tmp_path):
    job = Job(
        pdf=str(tmp_path / "absent.pdf"),
        filename="absent.pdf",
        doc_id="absent-1f2e3d4c5b6a",
        results=str(tmp_path),
    )
    assert run_attempt(job) == 0
    assert valid(json.loads(Path(job.record).read_text("utf-8")))
    assert read_record(job.record).error_code is ErrorCode.FILE_NOT_FOUND


# What is wrong, and whether the JSON schema sees it too (it cannot count).
@pytest.mark.parametrize(
    ("change", "schema_sees_it"),
    [
        ({"record_version": 2}, True),
        ({"success": "yes"}, True),
        ({"success": False}, True),
        ({"error_code": "NO_SUCH_CODE"}, True),
        ({"rows_count": 3}, False),
        ({"rows_count": 10**30}, True),
        ({"rows_count": -1}, True),
        ({"pages": None}, True),
        ({"filename": None}, True),
        ({"doc_id": "another-drawing"}, False),
    ],
)
def test_a_wrong_record_is_named(tmp_path, make_record, save_records, change, schema_sees_it):
    good = make_record()
    path = save_records(tmp_path, [good])[0]
    path.write_text(json.dumps(good | change), "utf-8")
    assert valid(good | change) != schema_sees_it
    with pytest.raises(RecordError) as caught:
        read_record(path)
    assert str(path) in str(caught.value) and "Delete it" in str(caught.value)


@pytest.mark.parametrize("missing", ["doc_id", "rows_count", "tables", "created_at"])
def test_a_missing_key_is_named(tmp_path, make_record, save_records, missing):
    record = make_record()
    path = save_records(tmp_path, [record])[0]
    del record[missing]
    path.write_text(json.dumps(record), "utf-8")
    assert not valid(record)
    with pytest.raises(RecordError, match=missing):
        read_record(path)


@pytest.mark.parametrize("value", ["1e999", "NaN", "Infinity", "9" * 400, '"2"'])
def test_a_number_that_no_database_holds_is_refused(tmp_path, make_record, save_records, value):
    path = save_records(tmp_path, [make_record()])[0]
    text = path.read_text("utf-8").replace('"weight_kg": 1.5', f'"weight_kg": {value}', 1)
    path.write_text(text, "utf-8")
    with pytest.raises(RecordError):
        read_record(path)


def test_every_truncation_is_seen(tmp_path, make_record, save_records):
    path = save_records(tmp_path, [make_record()])[0]
    data = path.read_bytes()
    for length in range(0, len(data), 37):
        path.write_bytes(data[:length])
        with pytest.raises(RecordError):
            read_record(path)


@pytest.mark.parametrize(
    "data", [b"\xff\xfe", b"[]", b"null", b"[" * 100_000, b'{"a": "\\ud800"}', b"\0" * 5000]
)
def test_other_content_is_refused(tmp_path, data):
    path = tmp_path / "d-1.json"
    path.write_bytes(data)
    with pytest.raises(RecordError):
        read_record(path)
    with pytest.raises(RecordError):
        read_record(tmp_path / "absent.json")


def test_tables_that_contradict_are_refused(
    tmp_path, make_record, make_table, make_row, save_records
):
    for tables, reason in (
        ([make_table([make_row(0)]), make_table([make_row(0)])], "two tables"),
        ([make_table([make_row(1), make_row(1)])], "out of order"),
        ([make_table([make_row(0)], rows_count=2)], "holds 1"),
    ):
        path = save_records(tmp_path, [make_record(tables=tables)])[0]
        with pytest.raises(RecordError, match=reason):
            read_record(path)


def test_a_page_listed_twice_is_refused(tmp_path, make_record, save_records):
    record = make_record()
    record["pages"] *= 2
    with pytest.raises(RecordError, match="page is listed twice"):
        read_record(save_records(tmp_path, [record])[0])


def test_tables_come_in_page_order(tmp_path, make_record, make_table, make_row, save_records):
    tables = [make_table([make_row(0)], page, index) for page, index in ((2, 0), (1, 1), (1, 0))]
    record = read_record(save_records(tmp_path, [make_record(tables=tables)])[0])
    assert [(t.page, t.table_index) for t in record.tables] == [(1, 0), (1, 1), (2, 0)]


def test_text_that_no_database_holds_becomes_text(
    tmp_path, make_record, make_table, make_row, save_records
):
    row = make_row(0, description="a\0b", article_number="x\udcffy", extra={"\ud800": "\U0001f600"})
    record = make_record("na\udcfeme.pdf", [make_table([row])])
    read = read_record(save_records(tmp_path, [record])[0])
    assert read.filename == "na\\udcfeme.pdf"
    cells = read.tables[0].rows[0].cells
    assert (cells.description, cells.article_number) == ("a\ufffdb", "x\\udcffy")
    assert read.tables[0].rows[0].extra == {"\\ud800": "\U0001f600"}
