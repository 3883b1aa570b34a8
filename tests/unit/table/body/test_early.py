"""A shorter table beside a list that shares its lines and its header's line."""

from __future__ import annotations

import pytest

from sheets import Pad, cells

HEAD = ["ITEM", "QTY", "DESCRIPTION", "MATERIAL"]
ROWS = [[str(i), str(i), f"PIPE CLAMP DN{i}00", "S235JR"] for i in range(1, 7)]
XS = [300.0, 340.0, 390.0, 520.0]
DRAWINGS = [["DRAWING NO.", "TITLE"], ["A-1001", "GENERAL VIEW"], ["A-1002", "PIPING PLAN"],
            ["A-1003", "SUPPORTS"]]  # fmt: skip


@pytest.mark.parametrize("xs", [(130.0, 200.0), (600.0, 680.0)])
def test_its_columns_are_none_of_the_list(xs: tuple[float, float]) -> None:
    pad = Pad()
    pad.plain(XS, 50, [HEAD, *ROWS])
    pad.plain(xs, 50, DRAWINGS)
    read = pad.read()
    assert read["tables"][0]["reading"] == "words"
    assert cells(read, "position", "quantity", "description") == [row[:3] for row in ROWS]
    assert cells(read, "article_number") == [[""]] * len(ROWS)
    assert {*read["tables"][0]["rows"][0]["extra"]} == {"MATERIAL"}


def test_columns_that_fill_other_rows_too_stay() -> None:
    pad = Pad()
    pad.plain(XS, 50, [HEAD, *ROWS])
    pad.plain((600, 680), 50, [["CUT NO.", "LENGTH"], *([f"C{i}", f"{i}50"] for i in range(1, 4))])
    pad.plain((600, 680), 50 + 6 * 14, [["C9", "990"]])
    read = pad.read()
    assert {*read["tables"][0]["rows"][0]["extra"]} == {"MATERIAL", "CUT NO.", "LENGTH"}
