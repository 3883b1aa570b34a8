"""The words of a page in a table's own directions: those in its columns and near them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bomflow.page.words import LARGE, PARTED, Word
from bomflow.proof.layout import Box, Layout, Span, middle

# How far beside the columns, in heights of a line, words are of interest.
_HEIGHTS_BESIDE = 20.0
_HEIGHTS_BELOW = 8.0  # and above and below a list of one row, which does not show its pitch


class Near(NamedTuple):
    """A word in the table's own directions.

    ``level``: the middle of ``along``; ``inside``: of the box of some table; ``among``: between the
    sides of this one; ``start``: where it begins in the direction of reading; ``parted``: whether
    the order of the file says that another text begins with it.
    """

    text: str
    along: Span
    across: Span
    level: float
    inside: bool
    among: bool
    start: float
    parted: bool = False


class Cell(NamedTuple):
    """A cell that has a box: its row and column, and which of the words stand in the box.

    ``own`` are those of the words that stand in no other cell's box.
    """

    row: int
    column: str
    words: list[int]
    own: list[int]


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
    ordered = sorted((word.level, k) for k, word in enumerate(near))
    spots = [spot for spot, _ in ordered]
    level = [(k, middle(near[k].across)) for _, k in ordered]
    found = []
    for i, (widths, heights) in enumerate(zip(layout.cells, layout.heights, strict=True)):
        for name, (left, right) in widths.items():
            low, high = heights[name]
            beside = level[bisect_left(spots, low) : bisect_right(spots, high)]
            found.append((i, name, [k for k, spot in beside if left <= spot <= right]))
    owners = Counter(k for _, _, words in found for k in words)
    cells = [Cell(i, name, words, [k for k in words if owners[k] == 1]) for i, name, words in found]
    return Page(near, cells, boxes)


def _near(layout: Layout, words: Iterable[Word], boxes: Sequence[Box]) -> list[Near]:
    """Words in the direction of the table's text that stand in its columns, in it or near it."""
    if layout.sides is None:
        return []
    upright = layout.down == 1
    spans = [*layout.spans, *layout.header_spans]
    reach = 3 * max(layout.pitch, layout.tallest) + layout.height
    if not layout.gaps:
        reach = max(reach, _HEIGHTS_BELOW * layout.height)
    low, high = min(a for a, _ in spans) - reach, max(b for _, b in spans) + reach
    wide = _HEIGHTS_BESIDE * layout.height
    left, right = layout.sides[0] - wide, layout.sides[1] + wide
    if layout.sign < 0:
        low, high = -high, -low
    x0, top, x1, bottom = (left, low, right, high) if upright else (low, left, high, right)
    near = []
    for text, word_x0, word_top, word_x1, word_bottom, angle, _, gap in words:
        # Most words of a page end here, in every table: no calls.
        x, y = (word_x0 + word_x1) / 2, (word_top + word_bottom) / 2
        if not (x0 <= x <= x1 and top <= y <= bottom) or (angle % 180 == 0) != upright:
            continue
        box = word_x0, word_top, word_x1, word_bottom
        along, across = layout.along(box), layout.across(box)
        if layout.line and along[1] - along[0] > LARGE * layout.line:
            continue
        among = layout.sides[0] <= middle(across) <= layout.sides[1]
        start = -across[1] if angle in (90, 180) else across[0]
        inside = any(b[0] <= x <= b[2] and b[1] <= y <= b[3] for b in boxes)
        near.append(Near(text, along, across, middle(along), inside, among, start, gap == PARTED))
    return near
