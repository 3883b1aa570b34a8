"""Totals per article: right sums, or none and the reason why."""

from __future__ import annotations

import pytest

from bomflow.export.totals import DRAWINGS_SHOWN, NO_ARTICLE, TOTAL_COLUMNS, totals
from bomflow.merge.database import open_read_only


@pytest.fixture
def totals_of(tmp_path, build_database, make_record, make_table, make_row):
    """Totals of rows given as {filename: [changes of a row]}."""

    def call(drawings):
        records = [
            make_record(name, [make_table([make_row(i, **row) for i, row in enumerate(rows)])])
            for name, rows in drawings.items()
        ]
        with open_read_only(build_database(tmp_path, records)) as connection:
            return [dict(zip(TOTAL_COLUMNS, row, strict=True)) for row in totals(connection)]

    return call


def row(article, description="pipe", quantity="2", value=2.0, kg=3.0, **changes):
    cells = {"article_number": article, "description": description, "quantity": quantity}
    return {**cells, "quantity_value": value, "total_weight_kg": kg, **changes}


def test_one_row_per_article_over_all_drawings(totals_of):
    found = totals_of({"b.pdf": [row("9"), row("10", kg=0.1)], "a.pdf": [row("10", kg=0.1)] * 2})
    assert found[0] == {
        "article_number": "10",
        "description": "pipe",
        "total_quantity": 6.0,
        "unit": "",
        "total_weight_kg": 0.3,  # not 0.30000000000000004
        "drawings_count": 2,
        "drawings": "a.pdf\nb.pdf",
        "rows": 3,
        "descriptions_differ": "no",
        "remarks": "",
    }
    assert [total["article_number"] for total in found] == ["10", "9"]


def test_descriptions_that_differ_are_flagged(totals_of):
    (total,) = totals_of({"a.pdf": [row("1", "pipe"), row("1", "tube"), row("1", "pipe")]})
    assert (total["description"], total["descriptions_differ"]) == ("pipe | tube", "yes")


def test_rows_without_an_article_are_grouped_by_description_at_the_end(totals_of):
    rows = [row("", "nut"), row("7"), row("-", "nut"), row("..", "bolt"), row("", "")]
    found = totals_of({"a.pdf": rows})
    assert [(t["article_number"], t["description"], t["rows"]) for t in found] == [
        ("7", "pipe", 1),
        ("", "", 1),
        ("", "bolt", 1),
        ("", "nut", 2),
    ]
    assert [t["remarks"] for t in found] == ["", NO_ARTICLE, NO_ARTICLE, NO_ARTICLE]


def test_metres_and_pieces_are_not_added_up(totals_of):
    metres = row("1", quantity="9.5 M", value=9.5)
    found = totals_of({"a.pdf": [metres, row("1"), row("2", quantity="2 Stk"), row("2")]})
    assert (found[0]["total_quantity"], found[0]["unit"]) == (None, "")
    assert found[0]["remarks"] == "different units: 9.5 m + 2 pieces"
    assert (found[1]["total_quantity"], found[1]["remarks"]) == (4.0, "")
    (found, *_) = totals_of({"a.pdf": [metres, metres]})
    assert (found["total_quantity"], found["unit"]) == (19.0, "m")


def test_what_is_missing_is_said(totals_of):
    rows = [
        row("1", value=None),
        row("1", kg=None, weight_kg=None),
        row("1", check_status="suspect"),
    ]
    (total,) = totals_of({"a.pdf": rows})
    assert (total["total_quantity"], total["total_weight_kg"]) == (4.0, 6.0)
    assert total["remarks"] == (
        "1 of 3 rows without a quantity; 1 of 3 rows without a weight; 1 of 3 rows suspect"
    )


def test_no_weights_at_all_is_no_remark(totals_of):
    (total,) = totals_of({"a.pdf": [row("1", kg=None, weight_kg=None)]})
    assert (total["total_weight_kg"], total["remarks"]) == (None, "")


def test_a_row_weight_follows_from_the_piece_weight(totals_of):
    (total,) = totals_of({"a.pdf": [row("1", kg=None, weight_kg=1.25)]})
    assert total["total_weight_kg"] == 2.5


def test_long_lists_are_cut_and_counted(totals_of):
    (total,) = totals_of({f"{n:03d}.pdf": [row("1", f"d{n:03d}")] for n in range(30)})
    assert total["drawings_count"] == 30
    lines = total["drawings"].split("\n")
    assert lines[-2:] == ["019.pdf", f"... and {30 - DRAWINGS_SHOWN} more"]
    assert total["description"] == "d000 | d001 | d002 | d003 | d004 | ..."
