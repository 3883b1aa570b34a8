"""Where the text of the next column begins in a chain of characters."""

from __future__ import annotations

from bomflow.page.chains import Text
from bomflow.page.glyph import Glyph
from bomflow.table.cells.grid import Grid
from bomflow.table.cells.seams import common_begins, cut_at_seams, doubtful

GRID = Grid([0.0, 38.0, 90.0], [True] * 3, inside=[[(2.0, 30.0)], [(40.0, 60.0)] * 3])


def _run(text: str, x: float, run: int) -> Text:
    """Characters of 5 points side by side, size 10; a blank leaves 3 points."""
    glyphs: Text = []
    for c in text:
        if c != " ":
            glyphs.append(Glyph(c, x, 0.0, x + 5, 10.0, 0.0, 10.0, run))
        x += 3 if c == " " else 5
    return glyphs


def _said(texts: list[Text]) -> list[str]:
    return ["".join(g.char for g in text) for text in texts]


def test_a_run_that_stands_as_its_column_does_is_the_text_of_that() -> None:
    assert _said(cut_at_seams(_run("BOLT 8.8", 2, 1) + _run("A4", 40, 2), [1], GRID)) == [
        "BOLT8.8", "A4"
    ]  # fmt: skip


def test_a_text_in_one_run_is_not_cut() -> None:
    assert _said(cut_at_seams(_run("BOLT 8.8A4", 2, 1), [1], GRID)) == ["BOLT8.8A4"]


def _told(parts: list[Text], *cuts: float) -> bool:
    return doubtful(parts, [1], cuts, GRID)


def test_a_cut_at_a_blank_as_within_the_text_is_told() -> None:
    def told(gap: float, run: int = 2) -> bool:
        return _told([_run("BOLT", 2, 1) + _run("8.8", 25, run), _run("A4", 40 + gap, 3)])

    assert told(3.0)
    assert not told(0.0)
    assert not told(4.0)
    assert not told(3.0, run=1)  # drawn in one go, that it ends there is certain


def test_two_cells_at_a_blank_as_within_the_text_are_told() -> None:
    text = [_run("HEX", 4, 1) + _run("8.8", 22, 2) + _run("10", 40, 3)]
    assert _told(text, 40.0)
    assert not _told(text)
    assert not _told([_run("HEX 8.8 10", 4, 1)], 40.0)  # drawn in one go


def test_two_runs_without_a_blank_among_others_with_one_are_told() -> None:
    def told(step: float, last: str = "S235") -> bool:
        return _told([_run("HEX", 2, 1) + _run("8.8", 20, 2) + _run(last, 35 + step, 3)])

    assert told(0.0)
    assert told(0.5)
    assert not told(4.0)
    assert not told(0.0, "\u00d8")  # a sign of another font


def test_texts_in_the_middle_of_their_column_begin_nowhere_in_common() -> None:
    left, middle = [(40.0, 60.0), (40.0, 75.0), (40.1, 50.0)], [(80.0, 90.0), (82.5, 87.5)]
    assert {round(x) for x in common_begins(Grid([], [], inside=[left, middle]), 10)} == {40}
