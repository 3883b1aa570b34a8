"""Ruled tables of which the letters are drawn as strokes: nothing in them is text.

Found by their rulings: plotter drivers take letters apart into single lines, of which hardly any
is as high as a letter (:mod:`bomflow.page.outlines` looks for those). Views hold grids with small
strokes too (gratings, plates with bolts, hatched sections). Letters differ from those: they keep
clear of the lines between rows, stand in most rows and in several columns, and have many shapes.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from bomflow.page.frames import Turn
from bomflow.page.pdf import Page
from bomflow.page.rulings import Ruling, Rulings
from bomflow.page.words import Box, Word

LEAST, MOST = 5.0, 80.0  # distance of two rulings between rows, points
SAME = 2.0  # points by which lines that end alike may differ
LINE = 40.0  # rows of one line are no higher, points
ROWS, COLUMNS = 4, 3  # of the smallest table; frames of plates in plan views have three rows
MARKS = 4  # least number of small paths in a row with letters
SHAPES = 8  # different sizes of marks, points; hatching and bolts have a few


class _Grid(NamedTuple):
    """A ruled table: lines between its rows, edges of its columns."""

    rows: list[float]
    edges: list[float]

    @property
    def box(self) -> Box:
        return (self.edges[0], self.rows[0], self.edges[-1], self.rows[-1])


def outlined_grid(page: Page, words: list[Word]) -> Box | None:
    """The displayed box of the longest ruled table with letters but hardly any word."""
    angles = Counter(w.angle for w in words if w.angle % 90 == 0)
    turn = Turn(angles.most_common(1)[0][0] if angles else 0, page.width, page.height)
    rulings = turn.rulings(page.rulings((0.0, 0.0, page.width, page.height), LEAST))
    grids = [grid for rows in _ladders(rulings) if (grid := _grid(rows, rulings))]
    for grid in sorted(grids, key=lambda grid: -len(grid.rows)):
        box = turn.back(grid.box)
        inside = [w for w in words if _holds(box, w.box)]
        if len(inside) > len(grid.rows) / 2:
            continue
        highest = max(b - a for a, b in pairwise(grid.rows))
        marks = [turn.box(mark) for mark in page.marks(box, 0.9 * highest)]
        if _are_letters([mark for mark in marks if _holds(grid.box, mark)], grid):
            return box
    return None


def _ladders(rulings: Rulings) -> list[list[Ruling]]:
    """Lines across that begin and end alike, one row below the other."""
    alike: list[list[Ruling]] = []
    ends: dict[tuple[int, int], list[int]] = {}  # which of them end on this square of the plane
    for line in rulings.across_between(-1e9, 1e9, -1e9, 1e9):
        x, y = int(line.start // SAME), int(line.end // SAME)
        squares = ((i, k) for i in (x - 1, x, x + 1) for k in (y - 1, y, y + 1))
        for n in sorted(n for square in squares for n in ends.get(square, ())):
            last = alike[n][-1]
            same = abs(line.start - last.start) <= SAME and abs(line.end - last.end) <= SAME
            if same and line.at - last.at <= MOST:
                if line.at - last.at >= LEAST:
                    ends[int(last.start // SAME), int(last.end // SAME)].remove(n)
                    ends.setdefault((x, y), []).append(n)
                    alike[n].append(line)
                break
        else:
            ends.setdefault((x, y), []).append(len(alike))
            alike.append([line])
    return [group for group in alike if len(group) > ROWS]


def _grid(rows: list[Ruling], rulings: Rulings) -> _Grid | None:
    """The table between these lines; None when it has no columns."""
    top, bottom = rows[0].at, rows[-1].at
    x0, x1 = rows[0].start, rows[0].end
    edges = [x0]
    for line in rulings.down_between(x0 + LEAST, x1 - LEAST, top, bottom):
        long = min(line.end, bottom) - max(line.start, top) >= 0.6 * (bottom - top)
        if long and line.at - edges[-1] >= LEAST:
            edges.append(line.at)
    edges.append(x1)
    return _Grid([row.at for row in rows], edges) if len(edges) > COLUMNS else None


def _are_letters(marks: list[Box], grid: _Grid) -> bool:
    """Whether the small paths in a grid stand there as the letters of a table do."""
    shapes = {(round(b[2] - b[0]), round(b[3] - b[1])) for b in marks}
    if len(shapes) < SHAPES or min(b - a for a, b in pairwise(grid.rows)) > LINE:
        return False
    written = 0
    for top, bottom in pairwise(grid.rows):
        here = [b for b in marks if top < (b[1] + b[3]) / 2 < bottom]
        clear = [b for b in here if b[1] > top and b[3] < bottom]
        columns = {sum(edge < (b[0] + b[2]) / 2 for edge in grid.edges) for b in clear}
        written += len(clear) >= max(MARKS, 0.9 * len(here)) and len(columns) > 1
    return written >= 0.7 * (len(grid.rows) - 1)


def _holds(box: Box, other: Box) -> bool:
    x, y = (other[0] + other[2]) / 2, (other[1] + other[3]) / 2
    return box[0] < x < box[2] and box[1] < y < box[3]
