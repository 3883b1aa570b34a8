"""Grids of texts as parts-list rows: what the other engines get for free."""

from __future__ import annotations

from bomflow.table.header.headers import vocabulary
from mapping import rows_of

WORDS = vocabulary({})
HEADER = ["ITEM", "QTY", "PART NUMBER", "DESCRIPTION"]
ONE = ["1", "2", "A-1", "Plate"]
TWO = ["2", "4", "A-2", "Bolt"]


def positions(*lines: list[str | None]) -> list[str]:
    return [row["position"] for row in rows_of(lines, WORDS)]


def test_rows_stand_below_or_above_the_header() -> None:
    assert positions(HEADER, ONE, TWO) == ["1", "2"]
    assert positions(TWO, ONE, HEADER) == ["2", "1"]


def test_a_header_of_two_lines_is_read_together() -> None:
    rows = rows_of([["ITEM", "QTY", "PART", ""], ["", "", "NUMBER", "DESCRIPTION"], ONE], WORDS)
    assert rows == [
        {"position": "1", "quantity": "2", "article_number": "A-1", "description": "Plate"}
    ]


def test_wrapped_lines_join_the_row_before() -> None:
    for more, text in ((["", "", "", "with holes"], "Plate with holes"), ([None], "Plate")):
        assert rows_of([HEADER, ONE, more, TWO], WORDS)[0]["description"] == text


def test_totals_and_repeated_headers_are_no_rows() -> None:
    total = ["TOTAL", "6", "", ""]
    assert positions(HEADER, ONE, HEADER, TWO, total, ["DRAWN", "J. W.", "", ""]) == ["1", "2"]


def test_no_header_no_rows() -> None:
    assert positions(ONE, TWO) == []
    assert positions(["REV", "DESCRIPTION", "DATE"], ["A", "FIRST ISSUE", "03.05.2021"]) == []
