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


def test_a_line_without_a_quantity_that_fills_the_other_columns_is_a_row() -> None:
    pad = Pad()
    rows = [
        ["4", "HEX NUT M16", "8.8", "KX-100"], ["", "U-BOLT DN50", "A2", "KX-101"],
        ["", "BASE PLATE", "S235", "KX-102"], ["1", "SPRING HANGER", "S355", "KX-103"],
        ["2", "WASHER 17", "200HV", "KX-104"],
    ]  # fmt: skip
    pad.plain((40, 90, 200, 260), 60, [["QTY", "DESCRIPTION", "MATERIAL", "PART NO."], *rows], 12)
    record = pad.read()
    assert cells(record, "quantity", "description", "MATERIAL", "article_number") == rows
    assert record["tables"][0]["reading"] == "words"


def test_a_line_of_three_wrapped_cells_is_none() -> None:
    pad = Pad()
    head = ["QTY", "DESCRIPTION", "MATERIAL", "PART NO."]
    rows = [["4", "HEX NUT", "8.8", "KX-1"], ["2", "BASE PLATE\nCUT", "S235\nJR", "KX-2\nA"],
            ["1", "ROD", "S355", "KX-3"], ["1", "HOOK", "S355", "KX-4"]]  # fmt: skip
    pad.plain((40, 90, 200, 260), 60, [head, *rows], 14)
    assert cells(pad.read(), "quantity") == [["4"], ["2"], ["1"], ["1"]]
