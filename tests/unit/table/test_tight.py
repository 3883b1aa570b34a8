"""Header words of two columns a blank apart: the cells below say whether they are two."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    ("head", "column", "x", "texts"),
    [
        # no gap that is wider than blanks between words
        ("PROFILE LENGTH", "description", 190, ["IPE 300A 1450", "IPE 240A 1200", "IPE 200A 900"]),
        # what stands right of the gap is no figure
        ("MATERIAL WEIGHT", "weight", 210, ["12.4   kg", "11.2   kg", "13.4   kg"]),
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
