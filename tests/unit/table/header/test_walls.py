"""Columns between lines like those of the list are its own, whatever their header says."""

from __future__ import annotations

from sheets import Pad, cells, headers

ROWS = [["BEARING BLOCK", "1", "12.50", "YES"], ["ROD 8 MM", "2", "7.20", "NO"]]
XS = [60, 160, 210, 310]


def test_unlisted_headers_between_walls_alike_are_of_the_list() -> None:
    pad = Pad()
    pad.plain(XS, 60, [["NAME", "QTY", "ESTIMATED WORTH", "ALREADY OWNED"], *ROWS])
    for x in (55, 155, 205, 305):
        pad.line(x, 50, x, 95)
    pad.line(400, 50, 400, 95)
    assert cells(pad.read(), "description", "quantity", "ESTIMATED WORTH", "ALREADY OWNED") == ROWS


def test_lists_beside_each_other_keep_their_own_columns() -> None:
    """Each has the same lines down between its columns, and others at its sides."""
    pad = Pad()
    table = [["POS.", "QTY", "NAME", "STD"], ["1", "2", "ROD", "EN"], ["2", "4", "BAR", "EN"]]
    for x0 in (0, 250):
        pad.plain([x + x0 for x in (60, 95, 130, 240)], 60, table)
        for x in (90, 125, 235):
            pad.line(x + x0, 50, x + x0, 95)
        for x in (55, 280):
            pad.line(x + x0, 50, x + x0, 140)
    read = pad.read()
    assert [len(table["rows"]) for table in read["tables"]] == [2, 2]
    assert headers(read) == headers(read, 1) == ["position", "quantity", "description", None]
