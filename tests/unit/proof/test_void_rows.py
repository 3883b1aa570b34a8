"""Rows that say that there is no such part need no quantity."""

from __future__ import annotations

import pytest

from sheets import Pad


@pytest.mark.parametrize(("text", "told"), [("NOT USED", 0), ("(DELETED)", 0), ("U-BOLT", 1)])
def test_a_void_row_without_a_quantity(text: str, told: int) -> None:
    pad = Pad()
    rows = [[str(n), "2", f"PIPE CLAMP DN{n}0"] for n in range(1, 9)]
    rows[3] = ["4", "", text]
    pad.ruled(40, 40, [40, 40, 160], [["ITEM", "QTY", "DESCRIPTION"], *rows])
    [table] = pad.read()["tables"]
    assert table["check_reasons"].count("position 4: the quantity is empty") == told
    assert table["reading"] == "words"
