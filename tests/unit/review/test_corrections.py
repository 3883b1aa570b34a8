"""Corrections: read from files, laid over records, marked, proven, reported when they are stale."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from bomflow.export.failures import report_text
from bomflow.merge.join import join_shards
from bomflow.merge.shard import write_shard
from bomflow.record import read_record
from bomflow.review.apply import apply_corrections
from bomflow.review.corrections import CorrectionsError, corrections_files, read_corrections

SHA = "ab" * 32
COLUMNS = ("position", "article_number", "quantity", "description", "weight", "total_weight")


def cells(*texts: str) -> dict[str, str]:
    return dict(zip(COLUMNS, texts, strict=True))


READ = cells("1", "100000", "2", "pipe clamp DN0", "1,5", "3,0")


def entry(rows: list[dict[str, Any]], **changes: Any) -> dict[str, Any]:
    return {
        "filename": "a.pdf",
        "sha256": SHA,
        "page": 1,
        "table_index": 0,
        "bbox": [10.0, 20.0, 110.5, 30.0],
        "rows": rows,
        "checked_at": "2026-02-01T10:00:00Z",
        **changes,
    }


def save(folder: Path, *entries: dict[str, Any], name: str = "c.json") -> Path:
    path = folder / name
    path.write_text(json.dumps({"bomflow_corrections": 1, "tables": entries}), "utf-8")
    return path


@pytest.fixture
def correct(tmp_path: Path, make_record: Any, save_records: Any) -> Any:
    """Lay one entry over a record: (record, outcomes)."""

    def run(one: dict[str, Any], **changes: Any) -> Any:
        changes.setdefault("sha256", SHA)
        [path] = save_records(tmp_path / "extract", [make_record("a.pdf", **changes)])
        record = read_record(path)
        found = read_corrections([save(tmp_path, one)])
        return record, apply_corrections(record, found)

    return run


def test_a_changed_row_is_marked_keeps_what_was_read_and_is_proven_anew(correct: Any) -> None:
    better = {**READ, "quantity": "3", "total_weight": "4,5"}
    record, [outcome] = correct(entry([{"cells": better, "read": READ}], removed=[READ]))
    [row] = record.tables[0].rows
    assert (row.corrected, row.read_as) == ("changed", READ)
    assert (row.quantity_value, row.total_weight_kg) == (3.0, 4.5)
    table = record.tables[0]
    assert table.corrected == "corrected" and table.correction["rows_removed"] == [READ]
    assert record.rows_count == table.rows_count == 1
    assert outcome.outcome == "used"


def test_a_correction_that_does_not_add_up_stays_suspect(correct: Any) -> None:
    good = {"cells": READ, "read": READ}
    second = cells("2", "100001", "2", "plate", "1,5", "3,0")
    wrong = {"cells": {**second, "total_weight": "9,9"}, "read": second}
    third = {"cells": cells("3", "100002", "1", "bolt", "0,5", "0,5")}
    record, _ = correct(entry([good, wrong, third]))
    assert record.tables[0].check_status == "suspect"
    assert [row.check_status for row in record.tables[0].rows][1] == "suspect"
    assert [row.corrected for row in record.tables[0].rows] == ["confirmed", "changed", "added"]


def test_confirmed_and_dismissed_tables(correct: Any) -> None:
    record, _ = correct(entry([{"cells": READ, "read": READ}]))
    assert record.tables[0].corrected == "confirmed"
    record, _ = correct(entry([]))
    assert record.tables[0].corrected == "no parts list"
    assert record.tables[0].check_status == "consistent"
    assert (record.success, record.rows_count, record.error_code) == (False, 0, "NO_DATA")


def test_rows_typed_in_for_a_picture_make_a_success(correct: Any, make_table: Any) -> None:
    picture = make_table([], check_status="suspect", check_reasons=["a picture"])
    record, _ = correct(
        entry([{"cells": READ}]), tables=[picture], error_code="NO_TEXT", error_message="picture"
    )
    assert record.success and record.error_code is None and record.bom_pages == [1]
    assert "read as NO_TEXT" in record.warnings[0]


def test_a_table_that_is_not_found_any_more_is_added(correct: Any) -> None:
    record, [outcome] = correct(entry([{"cells": READ}], bbox=[500.0, 500.0, 600.0, 600.0]))
    assert [table.table_index for table in record.tables] == [0, 1]
    assert record.tables[1].reading == "by hand" and outcome.outcome == "used"
    assert record.rows_count == 3


def test_another_pdf_is_not_corrected(correct: Any) -> None:
    record, [outcome] = correct(entry([]), sha256="cd" * 32)
    assert outcome.outcome == "stale" and "has changed" in outcome.reason
    assert record.rows_count == 2 and not record.tables[0].corrected


def test_the_database_holds_marks_and_what_became_of_each(
    tmp_path: Path, make_record: Any, save_records: Any
) -> None:
    records = save_records(
        tmp_path / "extract", [make_record("a.pdf", sha256=SHA), make_record("b.pdf")]
    )
    found = read_corrections(
        [
            save(
                tmp_path,
                entry([{"cells": {**READ, "position": "9"}, "read": READ}], checked_by="me"),
                entry([], filename="b.pdf"),
                entry([], filename="gone.pdf"),
            )
        ]
    )
    shard, database = tmp_path / "shard-0.sqlite", tmp_path / "bom.sqlite"
    write_shard(records, shard, corrections=found)
    join_shards([shard], database, expected_documents=2, corrections=found)
    connection = sqlite3.connect(database)
    assert connection.execute(
        "SELECT filename, outcome, checked_by FROM corrections ORDER BY 1"
    ).fetchall() == [("a.pdf", "used", "me"), ("b.pdf", "stale", ""), ("gone.pdf", "gone", "")]
    assert connection.execute(
        "SELECT position, corrected, read_as ->> 'position' FROM bom_data WHERE corrected <> ''"
    ).fetchall() == [("9", "changed", "1")]
    assert report_text(connection).endswith(
        "CORRECTIONS BY HAND\n===================\n\n"
        "Used: 1 table. Not used: 2 tables.\n"
        "  - b.pdf, page 1: the drawing could not be read this time\n"
        "  - gone.pdf, page 1: no drawing of that name is among those of this run\n"
    )
    connection.close()


def test_of_two_corrections_of_one_table_the_later_holds(tmp_path: Path) -> None:
    early = save(tmp_path, entry([], remark="early", checked_at="2026-01-01"), name="z.json")
    late = save(tmp_path, entry([], remark="late"), name="a.json")
    [found] = read_corrections([late, early])
    assert found.remark == "late"
    assert [Path(path).name for path in corrections_files(str(tmp_path))] == ["a.json", "z.json"]


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"bomflow_corrections": 2, "tables": []}', '{"bomflow_corrections": 1}'],
)
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "c.json"
    path.write_text(text)
    with pytest.raises(CorrectionsError, match=r"c\.json cannot be used"):
        read_corrections([path])


def test_no_such_file_or_an_empty_folder(tmp_path: Path) -> None:
    assert corrections_files(None) == []
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(CorrectionsError):
            corrections_files(str(path))
