"""Ruled lists in which one cell reaches over several rows."""

from __future__ import annotations

from typing import Any

import pytest

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
