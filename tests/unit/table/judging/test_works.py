"""Bills of works, charts of holes, lists of sheets: counted, but no parts."""

from __future__ import annotations

import pytest

from sheets import Pad, cells

BILL = [["1", "SUPPLY OF STEEL", "MT", "12"], ["2", "CONCRETE C30", "M3", "9"]]
PAINT = ["3", "PAINTING", "M2", "420"]


def drawn(head: list[str], rows: list[list[str]], ruled: bool = True) -> Pad:
    pad = Pad()
    if ruled:
        pad.ruled(40, 60, [50, 180, 60, 60], [head, *rows])
    else:
        pad.plain((40, 100, 280, 340), 60, [head, *rows])
    return pad


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (["ITEM", "DESCRIPTION", "UNIT", "QTY"], [*BILL, PAINT]),
        (["ITEM", "DESCRIPTION OF WORK", "HOURS", "QTY"], BILL),
        (
            ["ITEM", "DESCRIPTION", "UNIT", "QTY"],
            [["1", "FLOW", "m3/h", "9"], ["2", "POWER", "kW", "4"]],
        ),
        (
            ["ITEM", "DESCRIPTION", "SIZE", "QTY"],
            [["1", "SHOP BUTT WELD", "6", "4"], ["2", "FIELD WELD", "6", "2"]],
        ),
        (["NO.", "ACTIVITY", "COST", "QTY"], BILL),
        (["LP.", "RODZAJ ROBÓT", "J.M.", "ILOSC"], BILL),
        (
            ["SHEET", "DESCRIPTION", "REV", "QTY"],
            [["1", "PLAN", "A", "2"], ["2", "VIEW", "B", "3"]],
        ),
        (
            ["SYMBOL", "DESCRIPTION", "FIT", "QTY"],
            [["A", "M12 TAPPED", "6H", "4"], ["B", "DIA 11 THRU", "", "8"]],
        ),
    ],
)
def test_what_is_counted_is_no_part(head: list[str], rows: list[list[str]], ruled: bool) -> None:
    assert drawn(head, rows, ruled).read()["rows_count"] == 0


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (
            ["ITEM", "DESCRIPTION", "SIZE", "QTY"],
            [["1", "WELD NECK FLANGE", "6", "4"], ["2", "WELD STUD", "6", "2"]],
        ),
        # an area of cladding among pieces; a robot's parts; a plate whose name speaks of holes
        (["ITEM", "DESCRIPTION", "UNIT", "QTY"], [["1", "CLAD SHEET", "M2", "9"], PAINT]),
        (
            ["ITEM", "DESCRIPTION", "UNIT", "QTY"],
            [["1", "PIPE", "M", "9"], ["2", "TEE", "NOS", "4"]],
        ),
        (
            ["ITEM", "ROBOT PART NAME", "MATL", "QTY"],
            [["1", "ARM", "S", "9"], ["2", "LEG", "S", "4"]],
        ),
        (
            ["ITEM", "DESCRIPTION", "MATL", "QTY"],
            [["1", "TAPPED PLATE", "S", "9"], ["2", "10 THK PLATE DRILLED", "S", "4"]],
        ),
    ],
)
def test_parts_that_are_counted_beside_such_words(head: list[str], rows: list[list[str]]) -> None:
    found = cells(drawn(head, rows).read(), "position", "description", "quantity")
    assert found == [[row[0], row[1], row[3]] for row in rows]


def test_the_caption_of_another_table_is_no_line_of_an_open_header() -> None:
    rows = [["1", "PIPE", "D-21", "1"], ["2", "STEEL", "D-31", "1"]]
    pad = drawn(["ITEM", "DESCRIPTION", "NUMBER", "QTY"], rows, ruled=False)
    pad.text(40, 47, "DRAWING LIST")
    assert pad.read()["rows_count"] == 0


def test_a_schedule_of_steel_columns_lists_parts() -> None:
    pad = Pad()
    pad.text(40, 55, "COLUMN SCHEDULE")
    rows = [["C1", "4", "HEB 200", "380"], ["C2", "8", "HEB 160", "264"]]
    pad.ruled(40, 60, [50, 50, 100, 60], [["MARK", "QTY", "SECTION", "WEIGHT"], *rows])
    assert cells(pad.read(), "position", "quantity", "description", "weight") == rows


@pytest.mark.parametrize(("counts", "name"), [("1248", "quantity"), ("1234", "position")])
def test_no_beside_piece_marks_counts_pieces_or_rows(counts: str, name: str) -> None:
    pad = Pad()
    marks = ["101B1", "101B2", "A101", "P102"]
    rows = [[n, mark, f"W{n}4x22", "402"] for n, mark in zip(counts, marks, strict=True)]
    pad.ruled(40, 60, [40, 60, 120, 60], [["NO.", "MARK", "DESCRIPTION", "WEIGHT"], *rows])
    record = pad.read()
    assert cells(record, name) == [[n] for n in counts]
    assert record["tables"][0]["reading"] == "words"


def test_settings_of_alarms_are_no_parts() -> None:
    pad = drawn(["TAG", "DESCRIPTION", "HIGH", "QTY"], [["TSH-1", "TEMP HIGH", "95", "2"]])
    pad.text(40, 55, "ALARM AND TRIP SETTINGS")
    assert pad.read()["rows_count"] == 0


@pytest.mark.parametrize(
    ("sizes", "rows"),
    [
        (["Ø6.6 THRU", "M8x1.25", "Ø4.2"], 0),
        (["Ø60 x 400", "M8 x 20", "Ø42"], 3),
        (["60x60 THRU", "M8", "Ø4"], 3),
    ],
)
def test_sizes_of_holes_that_go_by_letters(sizes: list[str], rows: int) -> None:
    found = [[letter, "4", size, "x"] for letter, size in zip("ABC", sizes, strict=True)]
    pad = drawn(["SYMBOL", "QTY", "SIZE", "TOLERANCE"], found)
    assert pad.read()["rows_count"] == rows
