"""Lines beside a list whose words stand as far apart as its columns: it goes on there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bomflow.page.words import Word
from bomflow.proof.layout import median
from bomflow.table.layout import middle, text_lines
from bomflow.table.model import Table

_OFF = 0.3  # font sizes by which the edges of one column's cells differ
_STEADY = 0.6  # share of a column's cells that share an edge
_COLUMNS = 3  # that the words of a line stand in
_LINES = 2
_APART = 25.0  # font sizes between a list and what goes on beside it


class Shift(NamedTuple):
    """How far to the right of a list (points) lines stand in its columns, and which they are."""

    aside: float
    lines: list[list[Word]]


def lines_aside(
    table: Table, words: Sequence[Word], begin: tuple[float, float], down: bool
) -> Shift | None:
    """The lines beside a list that stand in its columns, the first of them between ``begin``.

    None where fewer than two lines do, each with words in three columns.
    """
    edges = list(_edges(table))
    size, (x0, _, x1, _) = table.band.size, table.box
    if len({column for column, _, _ in edges}) < _COLUMNS:
        return None
    low, high = (begin[0], max(begin[1], table.box[3])) if down else (table.box[1], begin[1])
    low, high = low - size, high + size
    far = _APART * size + x1 - x0
    beside = [
        w for w in words
        if low <= middle(w) <= high and not x0 - size < w.x0 < x1 - size
        and x0 - far <= w.x0 <= x1 + far and abs(w.size - size) <= 0.35 * size
    ]  # fmt: skip
    lines = text_lines(beside)
    found: list[Shift] = []
    for line in lines:
        for aside in _asides(line, edges, size):
            if abs(aside) < x1 - x0 - size or any(abs(aside - f.aside) < 1e-6 for f in found):
                continue
            fit = [o for o in lines if len(_columns(o, edges, aside, size)) >= _COLUMNS]
            found.append(Shift(aside, fit))
    found = [f for f in found if len(f.lines) >= _LINES and _begins(f.lines, begin, down)]
    best = max(found, key=lambda f: (len(f.lines), -abs(f.aside)), default=None)
    return best and Shift(_settled(best, edges, size), best.lines)


def lines_under(table: Table, words: Sequence[Word]) -> list[list[Word]]:
    """The lines of another page that stand in the columns of a list, each in three of them."""
    edges = list(_edges(table))
    size, (x0, _, x1, _) = table.band.size, table.box
    own = [
        w for w in words
        if x0 - size <= w.x0 and w.x1 <= x1 + size and abs(w.size - size) <= 0.35 * size
    ]  # fmt: skip
    lines = text_lines(own)
    found = [line for line in lines if len(_columns(line, edges, 0.0, size)) >= _COLUMNS]
    return found if len(found) >= _LINES else []


def _edges(table: Table) -> Iterator[tuple[int, int, float]]:
    """Columns whose cells share their left (0) or right (1) edge, and where (points)."""
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


def _asides(
    line: Sequence[Word], edges: Sequence[tuple[int, int, float]], size: float
) -> Iterator[float]:
    """How far aside words of a line stand in three columns."""
    offs = sorted(((w.x0, w.x1)[at] - spot, column) for w in line for column, at, spot in edges)
    end = 0
    for begin, (low, _) in enumerate(offs):
        while end < len(offs) and offs[end][0] - low <= 2 * _OFF * size:
            end += 1
        near = offs[begin:end]
        if len({column for _, column in near}) >= _COLUMNS:
            yield median(off for off, _ in near)


def _columns(
    line: Sequence[Word], edges: Sequence[tuple[int, int, float]], aside: float, size: float
) -> set[int]:
    """The columns in which words of a line stand when it is that far aside."""
    return {
        column
        for column, at, spot in edges
        if any(abs((w.x0, w.x1)[at] - spot - aside) <= _OFF * size for w in line)
    }


def _begins(lines: Sequence[Sequence[Word]], begin: tuple[float, float], down: bool) -> bool:
    """Whether the first of the lines stands where a stack may begin."""
    heights = [middle(line[0]) for line in lines]
    return begin[0] <= (min(heights) if down else max(heights)) <= begin[1]


def _settled(shift: Shift, edges: Sequence[tuple[int, int, float]], size: float) -> float:
    """The usual one of the distances of all words that stand in a column."""
    return median(
        off
        for line in shift.lines
        for w in line
        for _, at, spot in edges
        if abs((off := (w.x0, w.x1)[at] - spot) - shift.aside) <= _OFF * size
    )
