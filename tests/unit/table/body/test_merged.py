"""Ruled lists in which one cell reaches over several rows."""

from __future__ import annotations

from typing import Any

import pytest

from bomflow.page.rulings import Ruling
from bomflow.page.words import Word
from bomflow.table.body.merged import join_merged
from bomflow.table.body.rows import Row
from bomflow.table.cells.grid import Grid
from bomflow.table.header.columns import Band
from bomflow.table.model import Table
from sheets import Pad

NAMES = ("position", "quantity", "description", "weight")
HEAD = ("POS", "QTY", "DESCRIPTION", "WEIGHT")
XS = (40, 80, 120, 320, 380)


def read_table(column: int, both: bool = False) -> dict[str, Any]:
    """Four rows; rows 2 and 3 share the cell of a column, or there is only no line between them."""
    pad = Pad()
    ys = [60 + 16 * n for n in range(6)]
    for x in XS:
        pad.line(x, ys[0], x, ys[-1])
    for n, y in enumerate(ys):
        if n == 3:
            pad.line(XS[0], y, XS[column], y)
            pad.line(XS[column + 1], y, XS[-1], y)
        else:
            pad.line(XS[0], y, XS[-1], y)
    for n, y in enumerate(ys[:-1]):
        cells = (str(n), "2", f"PIPE CLAMP DN{n}0", f"{n}.5") if n else HEAD
        for i, (x, text) in enumerate(zip(XS, cells, strict=False)):
            if i != column or n not in (2, 3) or both:
                pad.text(x + 3, y + 11, text)
            elif n == 2:
                pad.text(x + 3, ys[3] + 4, text)
    [table] = pad.read()["tables"]
    return table


@pytest.mark.parametrize("column", [2, 3])
def test_a_cell_over_two_rows_is_of_the_first_and_told(column: int) -> None:
    table = read_table(column)
    cells = [row["cells"][NAMES[column]] for row in table["rows"]]
    text = "PIPE CLAMP DN20" if column == 2 else "2.5"
    assert cells[1:3] == [text, ""]
    assert all(cells[i] for i in (0, 3))
    told = f"one cell over several rows, position 2 and position 3: {text!r}"
    assert told in table["check_reasons"]


@pytest.mark.parametrize("column", [2, 3])
def test_rows_without_a_line_between_two_texts_share_no_cell(column: int) -> None:
    table = read_table(column, both=True)
    assert [row["cells"][NAMES[column]] for row in table["rows"]] == [
        f"PIPE CLAMP DN{n}0" if column == 2 else f"{n}.5" for n in range(1, 5)
    ]
    assert table["check_status"] == "consistent"


@pytest.mark.parametrize("lines", [["PIPE CLAMP DN200", "WITH LINER"], ["PIPE CLAMP", "", "LINER"]])
def test_the_lines_of_a_text_in_the_middle_of_two_rows_are_one_cell(lines: list[str]) -> None:
    """The first of them stands in the first row and the second in the second; far ones are two."""
    pad = Pad()
    ys = [60, 76, 92, 116, 140, 156]
    for x in XS:
        pad.line(x, ys[0], x, ys[-1])
    for y in ys:
        for i in range(4) if y != 116 else (0, 1, 3):
            pad.line(XS[i], y, XS[i + 1], y)
    for n, y in enumerate(ys[:-1]):
        cells = [str(n), "2", "" if n in (2, 3) else f"PLATE {n}", f"{n}.5"] if n else HEAD
        for x, text in zip(XS, cells, strict=False):
            pad.text(x + 3, y + 11, text)
    for i, text in enumerate(lines):
        pad.text(XS[2] + 3, 119 + 10 * (i - (len(lines) - 1) / 2), text)
    [table] = pad.read()["tables"]
    assert table["reading"] == "words"
    found = [row["cells"]["description"] for row in table["rows"]][1:3]
    assert found == ([" ".join(lines), ""] if len(lines) == 2 else ["PIPE CLAMP", "LINER"])


def test_a_list_with_lines_between_its_rows_alone_has_such_cells_too() -> None:
    pad = Pad()
    ys = [60 + 16 * n for n in range(7)]
    for n, y in enumerate(ys):
        for i in range(4) if n != 3 else (0, 1, 3):
            pad.line(XS[i], y, XS[i + 1], y)
    for n, y in enumerate(ys[:-1]):
        cells = [str(n), "2", "" if n in (2, 3) else f"PLATE {n}", f"{n}.5"] if n else HEAD
        for x, text in zip(XS, cells, strict=False):
            pad.text(x + 3, y + 11, text)
    pad.text(XS[2] + 3, ys[3] + 3, "PIPE CLAMP DN200")
    [table] = pad.read()["tables"]
    assert table["reading"] == "words"
    cells = [row["cells"]["description"] for row in table["rows"]]
    assert cells == ["PLATE 1", "PIPE CLAMP DN200", "", "PLATE 4", "PLATE 5"]
    assert any("one cell over several rows" in reason for reason in table["check_reasons"])


def test_one_cell_over_all_rows_of_a_short_list() -> None:
    pad = Pad()
    ys = [60, 76, 92, 108, 124]
    for x in XS:
        pad.line(x, ys[0], x, ys[-1])
    for n, y in enumerate(ys):
        for i in range(4) if n not in (2, 3) else (0, 1, 3):
            pad.line(XS[i], y, XS[i + 1], y)
    for n, y in enumerate(ys[:-1]):
        cells = [str(n), "2", "", f"{n}.5"] if n else HEAD
        for x, text in zip(XS, cells, strict=False):
            pad.text(x + 3, y + 11, text)
    pad.text(XS[2] + 3, 103, "PIPE CLAMP DN200")
    [table] = pad.read()["tables"]
    cells = [row["cells"]["description"] for row in table["rows"]]
    assert cells == ["PIPE CLAMP DN200", "", ""]
    assert any("one cell over several rows" in reason for reason in table["check_reasons"])


def test_a_row_that_holds_but_a_line_of_a_shared_text_is_none() -> None:
    band = Band(-16, 0, 0, 250, 8, [])
    first = Row({0: [Word("1", 2, 4, 8, 12)], 1: [Word("2", 52, 4, 58, 12)]})
    first.cells[2] = [Word("CLAMP", 102, 7, 140, 15)]
    second = Row({2: [Word("LINER", 102, 17, 140, 25)]})
    table = Table(band, [], [first, second], (0, 0, 250, 32))
    lines = [Ruling(16, 0, 100)]
    join_merged(table, [(0, 16), (16, 32)], lines, Grid([0, 50, 100, 250], [True] * 4), 8)
    assert table.rows == [first]
    assert first.text(2) == "CLAMP LINER"
    assert len(table.left_out) == 1
