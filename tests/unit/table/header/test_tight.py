"""Header words of two columns a blank apart: the cells below say whether they are two."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from sheets import Pad, cells

NAMES = ("position", "quantity", "description")
ROWS = [["1001", "2", "CLEVIS HANGER"], ["1002", "4", "NUT M16"], ["1003", "1", "BEAM CLAMP"]]


@pytest.mark.parametrize("gap", [0.3, 0.5, 0.7])
def test_item_qty_are_two_columns(gap: float) -> None:
    pad = Pad()
    pad.plain([100, 100 + 19.2 + 8 * gap, 160], 100, [["ITEM", "QTY", "DESCRIPTION"], *ROWS])
    record = pad.read()
    table = record["tables"][0]
    assert cells(record, *NAMES) == ROWS
    assert (table["reading"], table["check_status"]) == ("words", "consistent")


def test_a_column_that_is_none_of_the_six_is_parted_as_well() -> None:
    rows = [["1", "2", "Rohrschelle", "S235JR", "4,20"], ["2", "4", "Mutter M16", "8.8", "0,03"]]
    pad = Pad()
    pad.plain(
        [100, 140, 190, 300, 340],
        100,
        [["Pos.", "Menge", "Benennung", "Werkstoff", "Gewicht"], *rows],
    )
    record = pad.read()
    assert cells(record, *NAMES, "Werkstoff", "weight") == rows
    assert record["tables"][0]["reading"] == "words"


def test_a_total_beside_a_weight_is_that_of_the_row() -> None:
    rows = [["1", "2", "Halter", "1,20", "2,40"], ["2", "8", "Mutter", "0,05", "0,40"]]
    pad = Pad()
    pad.plain(
        [100, 140, 180, 300, 333],
        100,
        [["Pos.", "Menge", "Benennung", "Gewicht", "Gesamt"], *rows],
    )
    record = pad.read()
    assert cells(record, *NAMES, "weight", "total_weight") == rows
    assert record["tables"][0]["reading"] == "words"


@pytest.mark.parametrize(
    ("head", "column", "x", "texts"),
    [
        # no gap that is wider than blanks between words
        ("PROFILE LENGTH", "description", 190, ["IPE 300A 1450", "IPE 240A 1200", "IPE 200A 900"]),
        # what stands right of the gap is no figure
        ("MATERIAL WEIGHT", "weight", 210, ["12.4   kg", "11.2   kg", "13.4   kg"]),
        # a blank between thousands
        ("WEIGHT TOTAL", "total_weight", 218, ["1 240,5", "1 120,5", "2 480,5"]),
    ],
)
def test_one_column_stays_one(head: str, column: str, x: float, texts: list[str]) -> None:
    pad = Pad()
    pad.plain([100, 140, 190], 100, [["ITEM", "QTY", head], *(row[:2] for row in ROWS)])
    pad.plain([x], 114, [[text] for text in texts])
    pad.plain([300], 100, [["PART NO."], ["A-11"], ["A-12"], ["A-13"]])
    record = pad.read()
    table = record["tables"][0]
    assert (table["reading"], len(table["header"])) == ("words", 4)
    assert cells(record, column) == [[" ".join(text.split())] for text in texts]


def test_tight_words_of_two_lines_are_a_cell_each() -> None:
    rows = [
        ["1", "2", "CHANNEL C150", "640", "7.8", "15.6"],
        ["2", "4", "STUD", "120", "0.2", "0.8"],
    ]
    pad = Pad()
    xs = [100, 130, 160, 272, 310, 334]
    heads = ["MK\nNO", "QTY\nREQ", "\nDESCRIPTION", "LENGTH\nmm", "UNIT\nWT", "TOTAL\nWT"]
    for x, head in zip(xs, heads, strict=True):
        over, under = head.split("\n")
        pad.text(x, 91, over)
        pad.text(x, 100, under)
    pad.plain(xs, 114, rows)
    record = pad.read()
    assert record["tables"][0]["reading"] == "words"
    assert cells(record, *NAMES, "LENGTH mm", "weight", "total_weight") == rows


def test_words_of_a_group_stay_over_its_cells() -> None:
    pad = Pad()
    xs = [100, 140, 180, 310, 350]
    pad.text(312, 91, "WEIGHT")
    pad.text(348, 91, "(KG)")
    pad.plain(xs, 100, [["POS", "QTY", "DESCRIPTION", "UNIT", "TOTAL"]])
    pad.plain(
        xs, 114, [["1", "2", "CHANNEL C150", "7.8", "15.6"], ["2", "4", "STUD", "0.2", "0.8"]]
    )
    record = pad.read()
    assert cells(record, "weight", "total_weight") == [["7.8", "15.6"], ["0.2", "0.8"]]
    assert [h["text"] for h in record["tables"][0]["header"][-2:]] == [
        "WEIGHT (KG) UNIT", "WEIGHT (KG) TOTAL",
    ]  # fmt: skip


def test_a_word_that_goes_on_below_is_of_the_cell_there() -> None:
    rows = [["001", "6", "BLECH 10", "177,4", "1064,4"], ["002", "2", "ROHR", "0,2", "0,4"]]
    pad = Pad()
    xs = [100, 140, 180, 310, 350]
    pad.text(310, 91, "GEWICHT")
    pad.text(312.4 + stringWidth("GEWICHT", "Helvetica", 8), 91, "GESAMT-")
    pad.plain([100, 140, 180], 96, [["POS.", "STÜCK", "BEZEICHNUNG"]])
    pad.plain([310, 350], 101, [["[kg]", "GEWICHT"]])
    pad.plain(xs, 116, rows)
    record = pad.read()
    assert record["tables"][0]["reading"] == "words"
    assert cells(record, *NAMES, "weight", "total_weight") == rows
