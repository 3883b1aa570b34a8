"""Column edges where no ruling shows them."""

from __future__ import annotations

import pytest

from sheets import Pad, cells


def test_two_texts_between_headers_in_the_middle_of_their_columns() -> None:
    rows = [["1", "Body", "1", ""], ["2", "Pin 4x20", "2", ""], ["3", "Lever", "1", ""]]
    pad = Pad()
    for x in (300, 560):
        pad.line(x, 40, x, 110)
    pad.line(300, 40, 560, 40)
    pad.line(300, 110, 560, 110)
    for x, head in zip([308, 370, 450, 500], ["Pos.", "Name", "Qty", "Remark"], strict=True):
        pad.text(x, 52, head)
    for n, row in enumerate(rows):
        for x, cell in zip([313, 330, 455, 500], row, strict=True):
            pad.text(x, 66 + 14 * n, cell)
    read = pad.read()
    assert read["tables"][0]["reading"] == "words"
    assert cells(read, "position", "description", "quantity", "Remark") == rows


def test_cells_that_fill_their_columns_are_parted_at_the_rulings() -> None:
    """Neither blank is wider than one in a text, and the row reads like one text."""
    rows = [[f"{i}", f"HB-44{i}", f"{i} PC", f"PLATE {i}"] for i in range(1, 6)]
    rows[2] = ["3", "EN 10025", "12 PCS", "WASHER 24"]
    pad = Pad()
    edges = [40, 70, 108, 138, 240]
    pad.grid(edges, [40 + 14 * n for n in range(7)])
    for n, row in enumerate([["POS", "PART NO", "QTY", "DESCRIPTION"], *rows]):
        for i, text in enumerate(row):
            wide = pad.canvas.stringWidth(text, "Helvetica", 8)
            middle = (edges[i] + edges[i + 1] - wide) / 2
            pad.text(middle if i in (0, 2) else edges[i] + 1.2, 50 + 14 * n, text)
    read = pad.read()
    assert read["tables"][0]["reading"] == "words"
    assert cells(read, "position", "article_number", "quantity", "description") == rows


def _close(rows: list[list[str]]) -> Pad:
    """An open list whose quantities end a blank before the names, all far from their header."""
    pad = Pad()
    for x, head in zip([60, 95, 210, 330], ["POS", "QTY", "NAME", "MATERIAL"], strict=True):
        pad.text(x, 60, head)
    for n, (pos, qty, name, material) in enumerate(rows, 1):
        y = 60 + 14 * n
        pad.text(60, y, pos)
        pad.text(136 - pad.canvas.stringWidth(qty, "Helvetica", 8), y, qty)
        pad.text(138.2, y, name)
        pad.text(330, y, material)
    return pad


@pytest.mark.parametrize("last", ["Key", "Cover of sheet metal, welded and painted"])
def test_figures_close_before_the_texts_of_the_next_column(last: str) -> None:
    names = ["Gear housing, lower half", "Shaft", "Bearing 6205", "Screw M10x35", last]
    rows = [[str(n), str(4 * n), name, "S235"] for n, name in enumerate(names, 1)]
    read = _close(rows).read()
    assert read["tables"][0]["reading"] == "words"
    assert cells(read, "position", "quantity", "description", "MATERIAL") == rows


def test_words_before_the_texts_of_the_next_column_are_of_these() -> None:
    rows = [[str(n), "PIPE", f"CLAMP {n} WITH LONG BOLTS", "S235"] for n in range(1, 6)]
    read = _close(rows).read()
    assert cells(read, "quantity", "description") == [
        ["", f"PIPE CLAMP {n} WITH LONG BOLTS"] for n in range(1, 6)
    ]
