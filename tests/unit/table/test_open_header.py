"""Headers that no ruling closes, and what stands over them."""

from __future__ import annotations

import pytest

from sheets import Pad, cells

ROWS = [["1", "1", "BEARING BLOCK", "MAKE"], ["2", "2", "ROD 8 MM 200 LG", "BOUGHT"]]


@pytest.mark.parametrize("caption", ["PARTS:", "Components"])
def test_a_caption_over_a_wide_column_is_no_header_cell(caption: str) -> None:
    pad = Pad()
    pad.plain([60, 95, 130, 330], 60, [["NO.", "QTY", "ITEM", "SOURCE"], *ROWS])
    pad.text(230, 48, caption)
    read = pad.read()
    assert read["tables"][0]["reading"] == "words"
    assert cells(read, "position", "quantity", "description", "SOURCE") == ROWS


def test_a_word_over_a_header_cell_is_of_it() -> None:
    pad = Pad()
    pad.plain([60, 95, 130, 330], 60, [["NO.", "QTY", "NUMBER", "NAME"], *ROWS])
    pad.text(130, 51, "PART")
    assert cells(pad.read(), "position", "article_number") == [
        ["1", "BEARING BLOCK"],
        ["2", ROWS[1][2]],
    ]


def test_lines_that_overlap_the_header_are_of_it_whatever_they_say() -> None:
    """A header of two lines beside those of one stands half a line over and under them."""
    pad = Pad()
    pad.plain([60, 95, 180, 330], 60, [["NO.", "QTY", "ITEM", ""], *ROWS])
    pad.text(330, 56, "INSP.")
    pad.text(330, 65, "KLASK")
    read = pad.read()
    assert read["tables"][0]["reading"] == "words"
    assert cells(read, "position", "quantity", "description", "INSP. KLASK") == ROWS
