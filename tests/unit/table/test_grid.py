"""Column edges where no ruling shows them."""

from __future__ import annotations

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
