"""Vertical lines through a header."""

from __future__ import annotations

import pytest

from bomflow.page.rulings import Ruling
from bomflow.table.header.bounds import without_crossing
from sheets import Pad, cells, headers

LIST = [["Pos.", "Name", "Qty", "Note"], ["1", "Body", "1", "cast"], ["2", "Pin", "4", ""]]


def test_a_line_of_the_drawing_that_runs_through_a_list_parts_no_column() -> None:
    pad = Pad()
    head = [LIST[0][0], " " * 20 + LIST[0][1], *LIST[0][2:]]  # in the middle of its cell
    pad.ruled(300, 100, [30, 120, 40, 60], [head, *LIST[1:]])
    pad.line(370, 20, 370, 300)
    read = pad.read()
    assert read["tables"][0]["reading"] == "words"
    assert cells(read, "position", "description", "quantity", "Note") == LIST[1:]


def test_lines_that_go_on_at_one_end_bound_columns() -> None:
    lines = [Ruling(0, 10, 50), Ruling(20, 10, 90), Ruling(40, -20, 50), Ruling(60, 10, 50)]
    assert without_crossing(lines, 8) == lines
    frame = [Ruling(0, -50, 90), *lines[1:]]
    assert without_crossing(frame, 8) == frame


@pytest.mark.parametrize("gap", [1.6, 2.0, 6.0])
def test_a_table_that_stands_beside_the_list_is_none_of_its_columns(gap: float) -> None:
    """Its values stand at the height of the header, as the list has a caption over it."""
    pad = Pad()
    welds = [["WELD", "TYPE", "SIZE"], ["W1", "FILLET", "a5"], ["W2", "FILLET", "a5"]]
    pad.ruled(60, 60, [50, 60, 40], welds)
    rows = [["POS", "QTY", "DESCRIPTION"], ["1", "2", "PLATE"], ["2", "4", "CLAMP"]]
    x = 210 + gap
    pad.grid([x, x + 230], [60, 76])
    pad.text(x + 90, 71, "PARTS LIST")
    pad.ruled(x, 76, [40, 40, 150], rows)
    result = pad.read()
    assert headers(result) == ["position", "quantity", "description"]
    assert result["tables"][0]["check_reasons"] == []


def test_cells_that_are_boxes_of_their_own_are_one_list() -> None:
    pad = Pad()
    rows = [["POS", "QTY", "DESCRIPTION"], ["1", "2", "PLATE"], ["2", "4", "CLAMP"]]
    for n, row in enumerate(rows):
        for x, width, text in zip((60, 102, 144), (40, 40, 150), row, strict=True):
            pad.grid([x, x + width], [60 + 18 * n, 76 + 18 * n])
            pad.text(x + 3, 71 + 18 * n, text)
    assert headers(pad.read()) == ["position", "quantity", "description"]
