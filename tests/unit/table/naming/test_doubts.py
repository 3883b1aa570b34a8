"""What the header of a list says against it."""

from __future__ import annotations

import pytest

from sheets import Pad

WHY = "nothing but the number of a drawing says what the rows are"


@pytest.mark.parametrize(
    ("header", "told"),
    [
        (["SUPPORT", "NODE", "QTY", "DWG"], True),
        (["SUPPORT", "NODE", "QTY", "PART NO."], False),
        (["ITEM", "NODE", "QTY", "DWG"], False),
        (["ITEM", "HANGER NO.", "QTY", "DWG"], True),
    ],
)
def test_rows_that_only_a_drawing_names(header: list[str], told: bool) -> None:
    pad = Pad()
    rows = [[str(n), ("20", "35", "50")[n - 1], "1", f"S-0{n}"] for n in range(1, 4)]
    for row in rows if header[1] == "HANGER NO." else ():
        row[1] = f"PS-20{row[1]}"
    for row in rows if header[0] == "SUPPORT" else ():
        row[0] = f"PS-10{row[0]}"
    pad.ruled(60, 60, [80] * 4, [header, *rows])
    [table] = pad.read()["tables"]
    assert (WHY in table["check_reasons"]) == told


@pytest.mark.parametrize(("first", "told"), [(6, True), (4711, False)])
def test_a_list_that_goes_on_under_a_word_for_positions_that_nobody_listed(
    first: int, told: bool
) -> None:
    pad = Pad()
    rows = [[str(first + n), name, "2"] for n, name in enumerate(("ROD", "EYE NUT", "CLEVIS"))]
    pad.ruled(60, 60, [80] * 3, [["XYZZY", "DESCRIPTION", "QTY"], *rows])
    [table] = pad.read()["tables"]
    why = "no header names the position; 'XYZZY' may be it"
    assert (why in table["check_reasons"]) == told


@pytest.mark.parametrize(
    ("header", "mark", "told"),
    [
        (["TAG NO.", "DESCRIPTION", "SIZE", "QTY"], "V-10", True),
        (["ITEM", "DESCRIPTION", "POWER", "QTY"], "M", True),
        (["ITEM", "DESCRIPTION", "SIZE", "QTY"], "M", False),
        (["TAG NO.", "DESCRIPTION", "SIZE", "QTY"], "", False),
    ],
)
def test_tags_of_equipment_are_told(header: list[str], mark: str, told: bool) -> None:
    pad = Pad()
    rows = [[f"{mark}{n}", "GATE VALVE", f"DN{n}0", "2"] for n in (1, 2, 3)]
    pad.ruled(60, 60, [60, 140, 60, 40], [header, *rows])
    [table] = pad.read()["tables"]
    assert any("tags of equipment" in reason for reason in table["check_reasons"]) == told


@pytest.mark.parametrize(
    ("cells", "told"), [(["1. MM", "2. DEBURR"], True), (["1.5", "2.5"], False)]
)
def test_notes_read_as_a_column_are_told(cells: list[str], told: bool) -> None:
    pad = Pad()
    lines = [["NOTES:", "POS", "DESCRIPTION", "QTY"]]
    lines += [[cell, str(n), "PIPE CLAMP", "2"] for n, cell in enumerate([*cells, ""], 1)]
    pad.ruled(60, 60, [80, 40, 150, 40], lines)
    [table] = pad.read()["tables"]
    assert any("may be notes" in reason for reason in table["check_reasons"]) == told
