"""Last lines of wrapped cells that read like a heading or a TOTAL, in lists without rulings."""

from __future__ import annotations

import pytest

from sheets import Pad, cells

HEAD = ["FUNCTION", "PART NO.", "QTY", "REMARKS"]
XS = (60, 200, 300, 340)


def rows_of(*pairs: tuple[str, str]) -> list[list[str]]:
    return [[name, f"TSW-10{n}-08", str(2 * n), note] for n, (name, note) in enumerate(pairs, 1)]


def read(rows: list[list[str]]) -> tuple[list[list[str]], str]:
    """FUNCTION, quantity and REMARKS of every row, and what speaks against the table."""
    pad = Pad()
    pad.plain(XS, 60, [HEAD, *rows], pitch=16)
    result = pad.read()
    reasons = result["tables"][0]["check_reasons"]
    return cells(result, "FUNCTION", "quantity", "REMARKS"), "; ".join(reasons)


def printed(rows: list[list[str]]) -> list[list[str]]:
    return [[" ".join(row[i].split()) for i in (0, 2, 3)] for row in rows]


def test_the_second_line_of_what_a_part_is_for_is_no_heading() -> None:
    rows = rows_of(("BOARD HEADER,\nTWO CENTRAL", ""), ("CABLE HOUSING", ""),
                   ("PRECRIMP LEAD\nWIRED FROM XH\nTO XH", ""), ("BOARD JACK", ""))  # fmt: skip
    assert read(rows) == (printed(rows), "")


@pytest.mark.parametrize("word", ["TOTAL", "SUM", "total"])
def test_a_text_may_end_with_total(word: str) -> None:
    rows = rows_of(("DRIVER", f"EIGHT CHANNELS IN\n{word}"), ("COOLER", "SPARE"),
                   ("BRACKET", "SPARE"), ("HOUSING", f"TWO CHANNELS IN\n{word}"))  # fmt: skip
    assert read(rows) == (printed(rows), "")


def test_a_total_at_the_pitch_of_the_rows_is_one() -> None:
    rows = rows_of(("DRIVER", "SPARE"), ("COOLER", "SPARE"), ("BRACKET", "SPARE"))
    assert read([*rows, ["TOTAL"]])[0] == printed(rows)


def test_a_heading_that_begins_over_the_positions_ends_no_row() -> None:
    """PIPE SUPPORTS stands nearer to the row above it, over two columns."""
    pad = Pad()
    pad.grid([60, 95, 160, 200, 330], [50, 66])
    pad.plain((63, 98, 163, 203), 61, [["POS", "PART NO", "QTY", "NAME"]])
    for y, row in ((78, "1"), (90, "2"), (114, "3"), (126, "4")):
        pad.plain((63, 98, 163, 203), y, [[row, f"100-20{row}", "2", f"ROD M1{row}"]])
    pad.text(63, 99, "PIPE SUPPORTS")
    read = pad.read()
    assert cells(read, "position") == [["1"], ["2"], ["3"], ["4"]]
    sections = [row["section"] for row in read["tables"][0]["rows"]]
    assert sections == ["", "", "PIPE SUPPORTS", "PIPE SUPPORTS"]
    assert (read["tables"][0]["reading"], read["tables"][0]["check_reasons"]) == ("words", [])
