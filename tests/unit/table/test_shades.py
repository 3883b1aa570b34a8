"""Rows on grey: the sides of the strips are no frame of the list."""

from __future__ import annotations

import pytest

from sheets import Pad, cells

FOUR = ("position", "article_number", "description", "quantity")
ROWS = [[str(n), f"KX-{n}31", f"SHIM PLATE {n}", str(2 * n)] for n in range(1, 8)]
XS = [100.0, 160.0, 260.0, 420.0]


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("upwards", [False, True])
def test_every_second_row_is_shaded(first: int, upwards: bool) -> None:
    pad = Pad()
    header, rows = (200, [186 - 14 * n for n in range(7)]) if upwards else (46, [])
    rows = rows or [76 + 14 * n for n in range(7)]
    pad.canvas.setFillGray(0.85)
    for top, high in [(header, 30), *((top, 14) for top in rows[first::2])]:
        pad.canvas.rect(98, pad.height - top - high, 341, high, stroke=0, fill=1)
    pad.canvas.setFillGray(0)
    pad.plain(XS, header + 12, [["POS", "PART\nNUMBER", "DESCRIPTION", "QTY"]])
    for top, row in zip(rows, ROWS, strict=True):
        pad.plain(XS, top + 10, [row])
    record = pad.read()
    assert record["tables"][0]["reading"] == "words"
    assert cells(record, *FOUR) == (ROWS[::-1] if upwards else ROWS)
