"""Where a row begins and ends."""

from __future__ import annotations

import pytest

from sheets import Pad, cells


def test_marks_of_parts_of_an_assembly_begin_rows() -> None:
    pad = Pad()
    rows = [[f"{n}00B{part}", "2", f"PL 10x{n}0", "S235"] for n in (1, 2, 3) for part in ("", "a")]
    pad.plain((40, 100, 140, 260), 60, [["MARK", "QTY", "DESCRIPTION", "MATERIAL"], *rows], 12)
    record = pad.read()
    assert cells(record, "position", "quantity", "description", "MATERIAL") == rows
    assert record["tables"][0]["reading"] == "words"


@pytest.mark.parametrize("text", ["* QUANTITY TO BE CHECKED ON SITE", "*) FIELD SUPPLIED"])
def test_a_footnote_below_the_last_row_is_of_no_cell(text: str) -> None:
    pad = Pad()
    rows = [[str(n), f"PIPE CLAMP DN{n}0", "4*" if n == 2 else "4"] for n in range(1, 6)]
    pad.plain((40, 80, 220), 60, [["ITEM", "DESCRIPTION", "QTY"], *rows, ["", text]], 12)
    record = pad.read()
    assert cells(record, "position", "description", "quantity") == rows
    [table] = record["tables"]
    assert (table["check_status"], table["reading"]) == ("consistent", "words")
