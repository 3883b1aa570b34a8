"""Vertical lines through a header."""

from __future__ import annotations

from bomflow.page.rulings import Ruling
from bomflow.table.header.bounds import without_crossing
from sheets import Pad, cells

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
