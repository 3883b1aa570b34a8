"""Lines of the drawing that run through a list."""

from __future__ import annotations

from sheets import Pad, cells

ROWS = [
    ["Pos", "Qty", "Section", "Remarks"],
    ["1", "2", "356x171x51 UB", ""],
    ["2", "4", "254x146x31 UB", ""],
    ["3", "8", "FLAT 150x12 LG", ""],
]


def test_a_line_through_a_column_cuts_no_header_from_its_cells() -> None:
    x = 165.0
    pad = Pad()
    xs, ys = [60, 90, 120, 240, 300], [60, 76, 92, 108, 124]
    pad.grid(xs, ys)
    pad.line(x, 60, x, 124)
    for y, row in zip(ys, ROWS, strict=False):
        for left, cell in zip(xs, row, strict=False):
            # the cells to the left of the line, their header to its right
            pad.text(left + (50 if cell == "Section" else 3), y + 11, cell, 5)
    result = pad.read()
    assert cells(result, "position", "quantity", "description") == [row[:3] for row in ROWS[1:]]
    assert result["tables"][0]["reading"] == "words"


def test_an_empty_column_beside_one_without_a_header_keeps_what_it_lacks() -> None:
    pad = Pad()
    rows = [["Pos", "Qty", "Description", "", "Sketch"], ["1", "2", "PLATE", "", ""]]
    pad.ruled(60, 60, [40, 40, 100, 60, 60], [*rows, ["2", "4", "ROD", "x", ""]])
    result = pad.read()
    assert cells(result, "Sketch") == [[""], [""]]
