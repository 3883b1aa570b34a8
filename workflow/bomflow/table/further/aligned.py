"""Lines whose words stand as far apart as the columns of a list: it goes on there.

Chance puts two or three words of a title block so, but hardly the cells of nearly all columns that
the list fills, in line after line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bomflow.page.words import Word
from bomflow.proof.layout import median
from bomflow.table.layout import middle, text_lines
from bomflow.table.model import Table

_OFF = 0.3  # font sizes by which the edges of one column's cells differ
_STEADY = 0.6  # share of a column's cells that share an edge
_COLUMNS = 3  # that the words of a line stand in at least
_FULL = 0.8  # share of the columns that are full in the list in which a line has words
_LINES = 2
_APART = 16.0  # font sizes between a list and what goes on beside it
_BLANK = 0.5  # font sizes between two cells
_SIZE = 0.1  # share by which the sizes of words differ

Edge = tuple[int, int, float]
"""A column, its left (0) or right (1) edge and where it is, points."""


class Shift(NamedTuple):
    """How far to the right of a list (points) lines stand in its columns, and which they are."""

    aside: float
    lines: list[list[Word]]


def lines_aside(
    table: Table, words: Sequence[Word], begin: tuple[float, float], down: bool
) -> Shift | None:
    """The lines beside a list that stand in its columns, the first of them between ``begin``.

    None where fewer than two lines do.
    """
    edges = list(_edges(table))
    size, (x0, _, x1, _) = table.band.size, table.box
    if len({column for column, _, _ in edges}) < _COLUMNS:
        return None
    low, high = (begin[0], max(begin[1], table.box[3])) if down else (table.box[1], begin[1])
    low, high = low - size, high + size
    far = _APART * size + x1 - x0
    letters = _usual_size(table)
    beside = [
        w for w in words
        if low <= middle(w) <= high and not x0 - size < w.x0 < x1 - size
        and x0 - far <= w.x0 <= x1 + far and abs(w.size - letters) <= _SIZE * letters
    ]  # fmt: skip
    lines = text_lines(beside)
    found: list[Shift] = []
    for line in lines:
        for aside in _asides(line, edges, size):
            gap = abs(aside) - (x1 - x0)
            if not -size <= gap <= _APART * size or any(aside == f.aside for f in found):
                continue
            found.append(Shift(aside, [o for o in lines if _fits(o, table, edges, aside)]))
    found = [f for f in found if len(f.lines) >= _LINES and _begins(f.lines, begin, down)]
    best = max(found, key=lambda f: (len(f.lines), -abs(f.aside)), default=None)
    return best and Shift(_settled(best, edges, size), best.lines)


def lines_under(table: Table, words: Sequence[Word], least: int = _LINES) -> list[list[Word]]:
    """The lines of another page that stand in the columns of a list; none if they are fewer."""
    edges = list(_edges(table))
    size, (x0, _, x1, _) = table.band.size, table.box
    letters = _usual_size(table)
    own = [
        w for w in words
        if x0 - size <= w.x0 and w.x1 <= x1 + size and abs(w.size - letters) <= _SIZE * letters
    ]  # fmt: skip
    found = [line for line in text_lines(own) if _fits(line, table, edges, 0.0)]
    return found if len(found) >= least else []


def _usual_size(table: Table) -> float:
    """The font size of most words of the rows, points."""
    return median([w.size for row in table.rows for w in row.words])


def _edges(table: Table) -> Iterator[Edge]:
    """The edges that the cells of a column share."""
    size = table.band.size
    for i in range(len(table.columns)):
        cells = [text_lines(words)[0] for row in table.rows if (words := row.cells.get(i))]
        if len(cells) < min(2, len(table.rows)) or len(cells) < 0.5 * len(table.rows):
            continue
        for at, spots in enumerate(
            ([min(w.x0 for w in c) for c in cells], [max(w.x1 for w in c) for c in cells])
        ):
            spot = median(spots)
            if sum(abs(s - spot) <= _OFF * size for s in spots) >= _STEADY * len(spots):
                yield i, at, spot


def _ends(line: Sequence[Word], size: float) -> Iterator[tuple[int, float]]:
    """Where the texts of a line begin (0, x) and end (1, x)."""
    yield 0, line[0].x0
    for one, two in pairwise(line):
        if two.x0 - one.x1 >= _BLANK * size:
            yield 1, one.x1
            yield 0, two.x0
    yield 1, line[-1].x1


def _asides(line: Sequence[Word], edges: Sequence[Edge], size: float) -> Iterator[float]:
    """How far aside texts of a line stand in three columns."""
    offs = sorted(
        (x - spot, column)
        for side, x in _ends(line, size)
        for column, at, spot in edges
        if at == side
    )
    end = 0
    for begin, (low, _) in enumerate(offs):
        while end < len(offs) and offs[end][0] - low <= 2 * _OFF * size:
            end += 1
        near = offs[begin:end]
        if len({column for _, column in near}) >= _COLUMNS:
            yield median([off for off, _ in near])


def _fits(line: Sequence[Word], table: Table, edges: Sequence[Edge], aside: float) -> bool:
    """Whether texts of a line, that far aside, stand in nearly all columns that are full."""
    size = table.band.size
    ends = list(_ends(line, size))
    columns = {
        column
        for column, at, spot in edges
        if any(side == at and abs(x - spot - aside) <= _OFF * size for side, x in ends)
    }
    full = {c for c, _, _ in edges if all(row.cells.get(c) for row in table.rows)}
    return len(columns) >= max(_COLUMNS, _FULL * len(full))


def _begins(lines: Sequence[Sequence[Word]], begin: tuple[float, float], down: bool) -> bool:
    """Whether the first of the lines stands where a stack may begin."""
    heights = [middle(line[0]) for line in lines]
    return begin[0] <= (min(heights) if down else max(heights)) <= begin[1]


def _settled(shift: Shift, edges: Sequence[Edge], size: float) -> float:
    """The usual one of the distances of all texts that stand in a column."""
    return median(
        off
        for line in shift.lines
        for side, x in _ends(line, size)
        for _, at, spot in edges
        if side == at and abs((off := x - spot) - shift.aside) <= _OFF * size
    )
