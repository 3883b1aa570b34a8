"""Tables that stand beside a list."""

from __future__ import annotations

import pytest

from bomflow.page.rulings import Rulings
from bomflow.page.words import Word
from bomflow.table.header.headers import vocabulary
from bomflow.table.header.neighbours import grids
from bomflow.table.header.seeds import Seed
from bomflow.table.layout import Phrase
from sheets import Pad, headers

ROWS = [["1", "1", "BEARING BLOCK", "MAKE"], ["2", "2", "ROD 8 MM 200 LG", "BOUGHT"]]


def test_a_ruled_table_beside_a_list_is_none_of_it() -> None:
    """Tolerances (over, to, m) with their header in line: no line of theirs goes on to the list."""
    pad = Pad()
    pad.ruled(370, 46, [30, 30, 30], [["over", "to", "m"], ["3", "6", "0.1"], ["6", "30", "0.2"]])
    pad.plain([60, 95, 130, 290], 60, [["NO.", "QTY", "ITEM", "SOURCE"], *ROWS])
    read = pad.read()
    assert [c["text"] for c in read["tables"][0]["header"]] == ["NO.", "QTY", "ITEM", "SOURCE"]


def test_a_table_ruled_cell_by_cell_beside_a_list_without_lines_is_none_of_it() -> None:
    """Each cell has its own borders; its values stand at the height of the header."""
    pad = Pad()
    fits = [["over", "up to", "f", "m"], ["0.5", "6", "±0.05", "±0.1"], ["6", "30", "±0.1", "±0.2"],
            ["30", "120", "±0.15", "±0.3"]]  # fmt: skip
    for n, row in enumerate(fits):
        for k, text in enumerate(row):
            pad.grid([60 + 40 * k, 100 + 40 * k], [50 + 14 * n, 64 + 14 * n])
            pad.text(65 + 40 * k, 61 + 14 * n, text)
    pad.plain([230, 265, 300, 460], 65, [["NO.", "QTY", "DESCRIPTION", "SOURCE"], *ROWS])
    read = pad.read()
    assert headers(read) == ["position", "quantity", "description", None]
    assert read["tables"][0]["check_reasons"] == []


@pytest.mark.parametrize("gap", [1.6, 2.0, 6.0])
def test_a_table_that_stands_beside_the_list_is_none_of_its_columns(gap: float) -> None:
    """Its values stand at the height of the header, as the list has a caption over it."""
    pad = Pad()
    welds = [["WELD", "TYPE", "SIZE"], ["W1", "FILLET", "a5"], ["W2", "FILLET", "a5"]]
    pad.ruled(60, 60, [50, 60, 40], welds)
    rows = [["POS", "QTY", "DESCRIPTION"], ["1", "2", "PLATE"], ["2", "4", "CLAMP"]]
    x = 210 + gap
    pad.grid([x, x + 230], [60, 76])
    pad.text(x + 90, 71, "PARTS LIST")
    pad.ruled(x, 76, [40, 40, 150], rows)
    result = pad.read()
    assert headers(result) == ["position", "quantity", "description"]
    assert result["tables"][0]["check_reasons"] == []


def test_cells_that_are_boxes_of_their_own_are_one_list() -> None:
    pad = Pad()
    rows = [["POS", "QTY", "DESCRIPTION"], ["1", "2", "PLATE"], ["2", "4", "CLAMP"]]
    for n, row in enumerate(rows):
        for x, width, text in zip((60, 102, 144), (40, 40, 150), row, strict=True):
            pad.grid([x, x + width], [60 + 18 * n, 76 + 18 * n])
            pad.text(x + 3, 71 + 18 * n, text)
    assert headers(pad.read()) == ["position", "quantity", "description"]


def test_strokes_of_letters_make_no_table_beside_a_list() -> None:
    """E after E, one under the other, as stroke fonts draw them: all begin on one line down."""
    lines = [(y + 3 * k, 100.0, 104.0) for y in (88.0, 98.0, 108.0) for k in range(3)]
    stems = [(100.0, y, y + 6.0) for y in (88.0, 98.0, 108.0)]
    for width, walls in ((4.0, 0), (40.0, 2)):
        across = [(y, x0, x0 + width) for y, x0, _ in lines]
        word = Word("QTY", 60, 98, 80, 106, size=8.0)
        seed = Seed(Phrase((word,)), vocabulary({}).meaning("QTY"), 102.0, 8.0)
        down = stems if width < 10 else [(100.0, 88.0, 114.0)]
        assert len(grids(seed, Rulings(across, down))) == walls
