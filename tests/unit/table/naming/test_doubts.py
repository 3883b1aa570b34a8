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
