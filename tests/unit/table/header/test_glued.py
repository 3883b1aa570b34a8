"""Header words that touch over a ruling, and words that only look like two of them."""

from __future__ import annotations

from reportlab.pdfbase.pdfmetrics import stringWidth

from bomflow.page.glyph import Glyph
from bomflow.page.words import PARTED, Word
from bomflow.table.header.glued import part_glued
from bomflow.table.header.headers import vocabulary
from sheets import Pad, cells

ROWS = [["1", "2", "FLANGE WN DN80"], ["2", "1", "ELBOW 90 DN80"], ["3", "8", "STUD M16"]]


def test_headers_that_fill_their_cells_are_parted() -> None:
    pad = Pad()
    heads = ["ITEM", "QUANTITY", "DESCRIPTION"]
    xs = [100.0]
    for head in heads[:-1]:
        xs.append(xs[-1] + stringWidth(head, "Helvetica", 8) + 1)
    ys = [100 + 16 * i for i in range(len(ROWS) + 2)]
    pad.grid([*xs, 330], ys)
    for y, row in zip(ys, [heads, *ROWS], strict=False):
        for x, text in zip(xs, row, strict=True):
            pad.text(x + 0.5, y + 11, text)
    record = pad.read()
    assert cells(record, "position", "quantity", "description") == ROWS
    assert record["tables"][0]["reading"] == "words"


def parted(text: str, runs: list[int], apart: int = 99) -> list[str]:
    """The words that a text is cut to, of which each character is of the run given.

    ``apart``: the first character that stands a little off the one before it.
    """
    letters = [
        Glyph(c, 100 + 6 * i + (i >= apart), 50, 106 + 6 * i + (i >= apart), 58, 0, 8, run)
        for i, (c, run) in enumerate(zip(text, runs, strict=True))
    ]
    words = [Word(text, 100, 50, 100 + 6 * len(text), 58, 0, 8)]
    found = part_glued(words, lambda boxes: [[letters] for _ in boxes], vocabulary({}))
    assert all(w.gap == PARTED for w in found[1:])
    return [w.text for w in found]


def test_only_what_the_file_draws_apart_is_parted() -> None:
    assert parted("ITEMQTY", [1] * 4 + [2] * 3) == ["ITEM", "QTY"]
    assert parted("ITEMQTY", [1] * 7) == ["ITEMQTY"]
    assert parted("ITEMQTY", list(range(7))) == ["ITEMQTY"]
    assert parted("ITEMQTY", list(range(7)), apart=4) == ["ITEM", "QTY"]
    assert parted("ITEMQTY", list(range(7)), apart=3) == ["ITEMQTY"]
    assert parted("WT.TOTAL", [1] * 3 + [2] * 5) == ["WT.", "TOTAL"]
    assert parted("BRACKET", [1] * 4 + [2] * 3) == ["BRACKET"]
