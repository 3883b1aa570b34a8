"""Lists drawn as strokes: their letters are small paths, as plot fonts of CAD programs leave."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, chain, islice, zip_longest
from typing import NamedTuple

from bomflow.page.lettering import (
    EQUAL,
    Mark,
    Strokes,
    are_letters,
    around,
    in_words,
    marks,
    turned,
    usual_height,
)
from bomflow.page.words import Box

LEAST_LETTERS = 36  # of one height and in words; a table of four lines has more
MOST_LETTERS = 200_000  # hatching and dashes in such numbers are no text
LINES, COLUMNS = 4, 3  # of the smallest table
FEWER, MORE = 3, 5  # or one of few lines, in more columns
ALIKE = 3  # cells of a column that begin, end or are centred alike, at least
_CELL = 12.0  # points: letters in neighbouring cells of this grid, or two further, are one cluster
_BESIDE, _BELOW = 6, 2
_HIGHEST = 1.6  # heights: capitals among small letters
# All in heights of a letter:
_LEVEL = 0.25  # by which letters of a line may lie apart
_AROUND = 30.0  # how far figures alone in their column stand from the words
_SLACK = 0.4  # by which cells of a column may be out of line
_THIN = 0.25  # width of a stroke that is no figure alone
_BLANK = 1.2  # wider gaps part cells, not words
_CHANNEL = 0.6  # least width of the blank between two columns
_STEP = 0.2  # in which channels are looked for
# Of the lines with several cells:
_CROSSING = 0.2  # share that may cross a channel
_FILLED = 0.4  # share that fill a column
_ALIGNED = 0.3  # share of the cells of a column that begin, end or are centred alike
_STRAYS = 8  # one in so many cells of a column may be line work beside it
_CELLED = 0.2  # their share of all lines; in notes there are few


def outlined_tables(paths: Iterable[Box], segments: Callable[[int], float]) -> list[Box]:
    """Boxes of clusters of small paths (points) that stand in lines and columns like a table.

    ``segments``: of how many segments the path of a number is.
    """
    small = list(islice(paths, MOST_LETTERS + 1))
    if len(small) > MOST_LETTERS:
        return []
    found, strokes = marks(small), Strokes(small, segments)
    # On a sheet drawn sideways letters lie on their side.
    sideways = [Mark(turned(box), numbers) for box, numbers in found]
    return [*_tables(found, strokes), *map(turned, _tables(sideways, strokes))]


def _bottom(mark: Mark) -> float:
    return mark.box[3]


def _tables(found: list[Mark], strokes: Strokes) -> Iterator[Box]:
    found.sort(key=_bottom)
    rows: dict[int, dict[int, list[Mark]]] = {}
    for mark in in_words(found):
        x0, top, x1, bottom = mark.box
        row = rows.setdefault(int((top + bottom) / 2 // _CELL), {})
        row.setdefault(int((x0 + x1) / 2 // _CELL), []).append(mark)
    tables = (_table_box(cluster, found, strokes) for cluster in _clusters(rows))
    return filter(None, tables)


class _Run(NamedTuple):
    """Neighbouring cells of one row, from the first column to the last."""

    first: int
    last: int
    cells: list[list[Mark]]


def _clusters(rows: dict[int, dict[int, list[Mark]]]) -> Iterator[list[Mark]]:
    """The marks in cells that hang together, where there are enough of them."""
    runs = [(y, run) for y in sorted(rows) for run in _runs(rows[y])]
    joined = list(range(len(runs)))  # for each run one further up that it hangs together with

    def top(n: int) -> int:
        while joined[n] != n:
            joined[n] = n = joined[joined[n]]
        return n

    start = 0
    for n, (y, run) in enumerate(runs):
        while runs[start][0] < y - _BELOW:
            start += 1
        for above in range(start, n):
            level, other = runs[above]
            apart = max(run.first - other.last, other.first - run.last)
            if level < y and apart <= _BESIDE:
                joined[top(above)] = top(n)
    clusters: dict[int, list[Mark]] = {}
    for n, (_, run) in enumerate(runs):
        clusters.setdefault(top(n), []).extend(chain.from_iterable(run.cells))
    return (cluster for cluster in clusters.values() if len(cluster) >= LEAST_LETTERS)


def _runs(row: dict[int, list[Mark]]) -> Iterator[_Run]:
    columns = sorted(row)
    starts = [i for i, x in enumerate(columns) if i == 0 or x - columns[i - 1] > _BESIDE]
    for i, k in zip_longest(starts, starts[1:]):
        part = columns[i:k]
        yield _Run(part[0], part[-1], [row[x] for x in part])


def _table_box(cluster: list[Mark], found: list[Mark], strokes: Strokes) -> Box | None:
    """The box of the table that a cluster of words is, with the marks ``found`` in its lines."""
    height = usual_height(cluster, EQUAL)
    letters = [m for m in cluster if height <= m.box[3] - m.box[1] <= height * (1 + EQUAL)]
    if len(letters) < LEAST_LETTERS or not are_letters(letters, strokes, height):
        return None
    x0, top, x1, bottom = around(mark.box for mark in letters)
    beside = _AROUND * height
    first = bisect_left(found, top, key=_bottom)
    last = bisect_right(found, bottom + _LEVEL * height, key=_bottom)
    near = [b for b, _ in found[first:last] if x0 - beside <= b[0] and b[2] <= x1 + beside]
    lines = _lines([m.box[3] for m in letters], near, height)
    columns = _columns(lines, height)
    if not columns:
        return None
    return min(x0, columns[0][0]), top, max(x1, columns[-1][1]), bottom


Cell = tuple[float, float]
"""From where to where a cell of a line goes."""


def _lines(bottoms: list[float], found: list[Box], height: float) -> list[list[Cell]]:
    """The cells of the lines with these bottoms of letters, those of figures alone too."""
    slack = _LEVEL * height
    levels: list[float] = []
    for bottom in sorted(bottoms):
        if not levels or bottom - levels[-1] > slack:
            levels.append(bottom)
    lines: list[list[tuple[float, float, bool]]] = [[] for _ in levels]
    for x0, top, x1, bottom in found:
        own = bottom - top
        tall = own >= (1 - EQUAL) * height and x1 - x0 > _THIN * height
        # Points and dashes stand anywhere in a line.
        low = bottom if tall else (top + bottom) / 2 + height / 2
        n = bisect_left(levels, bottom - slack)
        if n < len(levels) and levels[n] <= low + slack and own <= _HIGHEST * height:
            lines[n].append((x0, x1, tall))
    return [_cells(line, _BLANK * height) for line in lines]


def _cells(line: list[tuple[float, float, bool]], blank: float) -> list[Cell]:
    """Where marks are close together; those that are not ``tall`` make no cell of their own.

    Points, dashes and single upright strokes stand all over a drawing.
    """
    cells: list[Cell] = []
    for x0, x1, tall in sorted(line):
        if cells and x0 - cells[-1][1] <= blank:
            cells[-1] = (cells[-1][0], max(cells[-1][1], x1))
        elif tall:
            cells.append((x0, x1))
    return cells


def _columns(lines: list[list[Cell]], height: float) -> list[Cell]:
    """The columns in which the cells stand with blank channels between them; [] if too few.

    Only lines of several cells can tell: headings, wrapped cells and notes have one.
    """
    celled = [line for line in lines if len(line) > 1]
    if len(celled) < max(FEWER, _CELLED * len(lines)):
        return []
    step = _STEP * height
    start = min(line[0][0] for line in celled)
    end = max(line[-1][1] for line in celled)
    changes = [0] * (int((end - start) / step) + 2)
    for x0, x1 in (cell for line in celled for cell in line):
        changes[int((x0 - start) / step)] += 1
        changes[int((x1 - start) / step) + 1] -= 1
    most = int(_CROSSING * len(celled))
    found: list[Cell] = []
    begin = gap = 0
    for x, crossed in enumerate(accumulate([*changes, 0])):
        if crossed > most:
            gap = 0
            continue
        gap += 1
        if gap == round(_CHANNEL / _STEP) or x == len(changes):  # a channel, or the right side
            left, right = start + begin * step, start + x * step
            inside = [[c for c in line if c[0] < right and c[1] > left] for line in celled]
            cells = [(part[0][0], part[-1][1]) for part in inside if part]
            filled = len(cells) >= _FILLED * len(celled)
            alike = max(ALIKE, _ALIGNED * len(cells))
            if filled and _aligned(cells, _SLACK * height) >= alike:
                stray = len(cells) // _STRAYS
                lefts, rights = zip(*cells, strict=True)
                found.append((sorted(lefts)[stray], sorted(rights)[-1 - stray]))
            begin = x
    return found if len(found) >= (COLUMNS if len(celled) >= LINES else MORE) else []


def _aligned(cells: list[Cell], slack: float) -> int:
    """How many cells begin, end or are centred on the same place, at most."""
    most = 0
    for share in (0.0, 0.5, 1.0):
        places = sorted(x0 + share * (x1 - x0) for x0, x1 in cells)
        most = max(most, *(bisect_right(places, x + slack) - i for i, x in enumerate(places)))
    return most
