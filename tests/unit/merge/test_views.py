"""The views and the full-text index of bom.sqlite: each answers its question."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from bomflow.merge.join import join_shards
from bomflow.merge.shard import write_shard
from bomflow.merge.views import VIEWS
from bomflow.review.corrections import read_corrections


@pytest.fixture
def ask(tmp_path: Path, save_records: Any, make_record: Any, make_table: Any, make_row: Any) -> Any:
    """Rows of a query over three drawings."""
    plain = make_table(
        [
            make_row(0, article_number="4711", description="Führung DN50"),
            make_row(1, article_number="4712", quantity="9.5 M", quantity_value=9.5),
            make_row(2, article_number="-", weight_kg=None, total_weight_kg=None),
            make_row(3, article_number="4713", description="washer"),
            make_row(4, article_number="4713", description=""),
        ]
    )
    other = make_table(
        [make_row(0, article_number="4711", description="guide DN 50", weight_kg=1.6)],
        check_status="suspect",
        check_reasons=["one", "two"],
    )
    first = make_record("a.pdf", [plain], sha256="ab" * 32)
    first["pages"][0]["codes"]["su"] = ["1LBA10BQ001", "1LBA10BQ009"]
    first["warnings"] = ["only the first 1 of 2 pages were read"]
    records = save_records(
        tmp_path / "extract",
        [
            first,
            make_record("b.pdf", [other], sha256="ab" * 32),
            make_record("c.pdf", [], error_code="NO_TEXT", error_message="scan"),
        ],
    )
    path = tmp_path / "c.json"
    gone = {"filename": "z.pdf", "sha256": "0" * 64, "page": 3, "table_index": 0}
    gone |= {"bbox": [0, 0, 1, 1], "rows": []}
    path.write_text(json.dumps({"bomflow_corrections": 1, "tables": [gone]}))
    write_shard(records, tmp_path / "shard.sqlite")
    join_shards(
        [tmp_path / "shard.sqlite"],
        tmp_path / "bom.sqlite",
        expected_documents=3,
        corrections=read_corrections([path]),
    )
    connection = sqlite3.connect(tmp_path / "bom.sqlite")
    yield lambda query: connection.execute(query).fetchall()
    connection.close()


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_view_can_be_asked_and_says_what_it_answers(ask: Any, view: Any) -> None:
    assert ask(f"SELECT * FROM {view.name}")
    assert view.answers.endswith(("?", "`code`)"))


def test_material_takeoff_adds_up_pieces_and_measures_apart(ask: Any) -> None:
    assert ask(
        "SELECT article_number, descriptions, drawings, quantity, measured_quantity,"
        " total_weight_kg, suspect_rows FROM material_takeoff ORDER BY 1"
    ) == [
        ("4711", 2, 2, 4.0, None, 6.0, 0),
        ("4712", 1, 1, None, 9.5, 3.0, 0),
        ("4713", 1, 1, 4.0, None, 6.0, 0),
    ]


def test_an_empty_description_describes_nothing_and_contradicts_nobody(ask: Any) -> None:
    takeoff = "SELECT description, descriptions FROM material_takeoff WHERE article_number = '4713'"
    assert ask(takeoff) == [("washer", 1)]
    assert ask("SELECT count(*) FROM article_conflicts WHERE article_number = '4713'") == [(0,)]
    assert ask("SELECT description FROM where_used WHERE article_number = '4713'") == [("washer",)]


def test_where_used_by_article_and_by_code(ask: Any) -> None:
    assert ask("SELECT filename, page, rows FROM where_used WHERE article_number = '4711'") == [
        ("a.pdf", 1, 1),
        ("b.pdf", 1, 1),
    ]
    assert ask("SELECT count(*) FROM rows_by_kks WHERE code = '1LBA10BQ002'") == [(6,)]
    assert ask("SELECT code, count(*) FROM rows_by_su GROUP BY 1") == [
        ("1LBA10BQ001", 5),
        ("1LBA10BQ009", 5),
    ]


def test_conflicts_missing_weights_equal_drawings(ask: Any) -> None:
    assert ask("SELECT differs, variant FROM article_conflicts ORDER BY 1, 2") == [
        ("description", "Führung DN50"),
        ("description", "guide DN 50"),
        ("weight_kg", "1.5"),
        ("weight_kg", "1.6"),
    ]
    assert ask("SELECT article_number FROM missing_weights") == [("-",)]
    assert ask("SELECT filename, copies FROM equal_drawings") == [("a.pdf", 2), ("b.pdf", 2)]


def test_open_problems_name_everything_that_is_left(ask: Any) -> None:
    assert ask("SELECT * FROM open_problems") == [
        ("drawing failed", "c.pdf", None, "NO_TEXT", "scan"),
        ("table suspect", "b.pdf", 1, None, "one; two"),
        ("read with a warning", "a.pdf", None, None, "only the first 1 of 2 pages were read"),
        (
            "correction not used",
            "z.pdf",
            3,
            "gone",
            "no drawing of that name is among those of this run",
        ),
    ]


def test_full_text_search_finds_descriptions_whatever_their_accents(ask: Any) -> None:
    query = (
        "SELECT filename, description FROM bom_data WHERE id IN"
        " (SELECT rowid FROM bom_search WHERE bom_search MATCH '{}')"
    )
    assert ask(query.format("fuhrung dn50")) == [("a.pdf", "Führung DN50")]
    assert ask(query.format("guid*")) == [("b.pdf", "guide DN 50")]
