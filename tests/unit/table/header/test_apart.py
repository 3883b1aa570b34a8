"""A header of which all words stand a blank apart, where only the rows tell its columns."""

from __future__ import annotations

from bomflow.page.words import PARTED, Word
from bomflow.table.header.apart import part_lines
from bomflow.table.header.headers import vocabulary
from sheets import Pad, cells

HEAD = ["BAR", "NO", "DIA", "LENGTH", "SHAPE", "WT"]
ROWS = [
    ["01", "12", "16", "2450", "STRAIGHT", "3.9"],
    ["02", "8", "12", "1200", "L-BENT", "1.1"],
    ["03", "24", "10", "900", "STIRRUP", "0.6"],
]
XS = [100, 120.5, 136.5, 154, 190, 240]


def test_rows_tell_where_the_columns_of_a_tight_header_are() -> None:
    pad = Pad()
    pad.plain(XS, 100, [HEAD, *ROWS])
    record = pad.read()
    names = ("position", "quantity", "DIA", "LENGTH", "description", "weight")
    assert cells(record, *names) == ROWS
    assert record["tables"][0]["reading"] == "words"


def test_a_line_of_such_words_over_sentences_is_no_header() -> None:
    pad = Pad()
    pad.plain(XS, 100, [HEAD])
    for i in range(4):
        pad.text(100, 114 + 14 * i, f"{i + 1} all welds are to be ground flush 25 mm beyond ends")
    assert pad.read()["rows_count"] == 0


def line(y: float, *texts: tuple[str, float]) -> list[Word]:
    return [Word(text, x, y, x + 4 * len(text), y + 8, size=8) for text, x in texts]


def test_no_gap_goes_on_where_a_text_stands_under_it() -> None:
    words = line(100, ("ITEM", 100), ("PART", 120), ("NO", 140), ("QTY", 152))
    for i in range(3):
        words += line(114 + 14 * i, (str(i), 100), ("VB-1001", 120), ("4", 152))
    parted = part_lines(words, vocabulary({})) or []
    assert [w.text for w in parted if w.gap == PARTED] == ["PART", "QTY"]
