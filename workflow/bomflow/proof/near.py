"""The words of a page in a table's own directions: those in its columns and near them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bomflow.page.words import Word
from bomflow.proof.layout import Box, Layout, Span, middle

# How far beside the columns, in heights of a line, words are of interest.
_HEIGHTS_BESIDE = 12.0


class Near(NamedTuple):
    """A word in the table's own directions.

    ``inside``: of the box of some table; ``among``: between the sides of this one; ``start``: where
    it begins in the direction of reading.
    """

    text: str
    along: Span
    across: Span
    inside: bool
    among: bool
    start: float


class Cell(NamedTuple):
    """A cell that has a box: its row and column, and which of the words stand in the box."""

    row: int
    column: str
    words: list[int]


class Page(NamedTuple):
    """A page as one of its tables sees it.

    ``words`` are those in the table's columns and near them, ``cells`` its cells by the words in
    them, ``tables`` the boxes of all tables of the page.
    """

    words: list[Near]
    cells: list[Cell]
    tables: Sequence[Box]


def page_around(layout: Layout, words: Iterable[Word], boxes: Sequence[Box]) -> Page:
    """The page's ``words`` and ``boxes`` of tables around one table."""
    near = _near(layout, words, boxes)
    order = sorted(range(len(near)), key=lambda k: middle(near[k].along))
    spots = [middle(near[k].along) for k in order]
    cells = []
    for i, (widths, heights) in enumerate(zip(layout.cells, layout.heights, strict=True)):
        for name, (left, right) in widths.items():
            low, high = heights[name]
            level = order[bisect_left(spots, low) : bisect_right(spots, high)]
            inside = [k for k in level if left <= middle(near[k].across) <= right]
            cells.append(Cell(i, name, inside))
    return Page(near, cells, boxes)


def _near(layout: Layout, words: Iterable[Word], boxes: Sequence[Box]) -> list[Near]:
    """Words in the direction of the table's text that stand in its columns, in it or near it."""
    if layout.sides is None:
        return []
    upright = layout.down == 1
    spans = [*layout.spans, *layout.header_spans]
    reach = 3 * max(layout.pitch, layout.tallest) + layout.height
    low, high = min(a for a, _ in spans) - reach, max(b for _, b in spans) + reach
    wide = _HEIGHTS_BESIDE * layout.height
    left, right = layout.sides[0] - wide, layout.sides[1] + wide
    if layout.sign < 0:
        low, high = -high, -low
    x0, top, x1, bottom = (left, low, right, high) if upright else (low, left, high, right)
    return [
        Near(
            w.text,
            layout.along(w.box),
            layout.across(w.box),
            any(_inside(w, b) for b in boxes),
            layout.sides[0] <= middle(layout.across(w.box)) <= layout.sides[1],
            -layout.across(w.box)[1] if w.angle in (90, 180) else layout.across(w.box)[0],
        )
        for w in words
        if w.x1 >= x0 and w.x0 <= x1 and w.bottom >= top and w.top <= bottom
        if (w.angle % 180 == 0) == upright and _inside(w, (x0, top, x1, bottom))
    ]


def _inside(word: Word, box: Box) -> bool:
    return (
        box[0] <= (word.x0 + word.x1) / 2 <= box[2]
        and box[1] <= (word.top + word.bottom) / 2 <= box[3]
    )
