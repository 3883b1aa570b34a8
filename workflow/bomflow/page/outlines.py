"""Text drawn as strokes: letters that are small paths, as plotter fonts of CAD programs leave."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain, islice, zip_longest
from math import inf
from typing import NamedTuple

from bomflow.page.raster import is_table
from bomflow.page.words import Box

TALLEST = 14.0  # points; larger paths are drawing
SMALLEST = 2.0
LEAST_LETTERS = 60  # a table of four lines has more
MOST_LETTERS = 200_000  # hatching and dashes in such numbers are no text
MOST_MIXED = 20_000  # that are looked at a second time, and turned
_CELL = 12.0  # points: letters in neighbouring cells of this grid, or two further, are one cluster
_BESIDE, _BELOW = 6, 2
_EQUAL, _SHARE = 0.15, 0.35  # capitals and figures are equally high, and most of a list
_EDGE = 0.2  # share of a letter's height cut off on either side: bounds of strokes are generous
_STRAIGHT = 0.78  # share of strokes along an axis: gratings are all of them, letters not
_LONELY = 0.45  # share of the letters that may end a word
_FINE = 3.0  # pixels a point
_LARGEST = 4_000_000  # pixels of a cluster that is looked at


def outlined_tables(paths: Iterable[Box]) -> list[Box]:
    """Boxes of clusters of small paths (points) that stand in lines and columns like a table.

    Also of only those paths that have another of their height close by: marks of a frame or dots of
    a section beside a list make one cluster with it.
    """
    small = list(islice(paths, MOST_LETTERS + 1))
    if len(small) > MOST_LETTERS:
        return []
    found = _upright(small)
    if len(small) <= MOST_MIXED:  # on a sheet drawn sideways letters lie on their side
        found += map(_turn, _upright(list(map(_turn, small))))
    return found


def _turn(box: Box) -> Box:
    return box[1], box[0], box[3], box[2]


def _upright(small: list[Box]) -> list[Box]:
    found = [table for text in _texts(small) if (table := _table_box(text))]
    if len(small) > MOST_MIXED:
        return found
    for text in _texts(_in_company(small)):
        # Those alone in their line and small letters are of the text too.
        x0, top, x1, bottom = _around(text)
        inside = [b for b in small if x0 <= b[0] and b[2] <= x1 and top <= b[1] and b[3] <= bottom]
        if table := _table_box(text) or _table_box(_letters(inside)):
            found.append(table)
    return found


def _texts(letters: list[Box]) -> Iterator[list[Box]]:
    """The letters of each cluster that is made of letters."""
    rows: dict[int, dict[int, list[Box]]] = {}
    for box in letters:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        rows.setdefault(int(y // _CELL), {}).setdefault(int(x // _CELL), []).append(box)
    return filter(None, map(_letters, _clusters(rows)))


def _around(boxes: list[Box]) -> Box:
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )


def _in_company(paths: list[Box]) -> list[Box]:
    """The paths that stand in a line with another one as high, as letters of a word do."""
    tall = sorted((h, b) for b in paths if (h := b[3] - b[1]) >= SMALLEST)
    kept: list[Box] = []
    while tall:
        usual = tall[0][0]
        end = bisect_right(tall, (usual * (1 + _EQUAL), (inf, inf, inf, inf)))
        alike = [box for _, box in tall[:end]]
        kept += _beside(alike, usual)
        del tall[:end]
    return kept


def _beside(letters: list[Box], height: float) -> list[Box]:
    """Those with another one less than a height away along the page's width or height."""
    near: dict[tuple[int, int], int] = {}
    cells = [(int(b[0] // (2 * height)), int((b[1] + b[3]) // height)) for b in letters]
    for cell in cells:
        near[cell] = near.get(cell, 0) + 1
    return [
        box
        for box, (x, y) in zip(letters, cells, strict=True)
        if sum(near.get((i, k), 0) for i in (x - 1, x, x + 1) for k in (y - 1, y, y + 1)) > 2
    ]


class _Run(NamedTuple):
    """Neighbouring cells of one row, from the first column to the last."""

    first: int
    last: int
    cells: list[list[Box]]


def _clusters(rows: dict[int, dict[int, list[Box]]]) -> Iterator[list[Box]]:
    """The paths in cells that hang together, where there are enough of them."""
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
    clusters: dict[int, list[Box]] = {}
    for n, (_, run) in enumerate(runs):
        clusters.setdefault(top(n), []).extend(chain.from_iterable(run.cells))
    return (cluster for cluster in clusters.values() if len(cluster) >= LEAST_LETTERS)


def _runs(row: dict[int, list[Box]]) -> Iterator[_Run]:
    columns = sorted(row)
    starts = [i for i, x in enumerate(columns) if i == 0 or x - columns[i - 1] > _BESIDE]
    for i, k in zip_longest(starts, starts[1:]):
        part = columns[i:k]
        yield _Run(part[0], part[-1], [row[x] for x in part])


def _letters(cluster: list[Box]) -> list[Box]:
    """The paths of a cluster that can be letters, [] where too few are equally high."""
    heights = sorted(h for b in cluster if (h := b[3] - b[1]) >= SMALLEST)
    usual, most, end = 0.0, 0, 0
    for i, low in enumerate(heights):
        while end < len(heights) and heights[end] <= low * (1 + _EQUAL):
            end += 1
        if end - i > most:
            usual, most = low, end - i
    if most < max(_SHARE * len(cluster), _SHARE * LEAST_LETTERS):
        return []
    fits = [b for b in cluster if b[3] - b[1] <= 1.6 * usual and b[2] - b[0] <= 1.6 * usual]
    straight = sum(min(b[2] - b[0], b[3] - b[1]) <= 0.1 * usual for b in fits)
    if len(fits) < LEAST_LETTERS or straight > _STRAIGHT * len(fits):
        return []
    lonely = len(fits) - max(_neighboured(fits, usual, axis) for axis in (0, 1))
    return fits if lonely <= _LONELY * len(fits) else []


def _neighboured(letters: list[Box], height: float, axis: int) -> int:
    """How many letters have another close behind them: along x (axis 0) or along y (1)."""
    near = 0.5 * height
    levels: dict[int, list[tuple[float, float]]] = {}
    for box in letters:
        along, level = box[axis], (box[1 - axis] + box[3 - axis]) / 2
        levels.setdefault(int(level // near), []).append((along, level))
    for places in levels.values():
        places.sort()

    def follows(box: Box, at: int) -> bool:
        start, end, level = box[axis], box[axis + 2], (box[1 - axis] + box[3 - axis]) / 2
        places = levels.get(at, [])
        first = max(bisect_left(places, (end - 0.3 * height,)), bisect_right(places, (start, inf)))
        last = bisect_right(places, (end + height, inf))
        return any(abs(places[i][1] - level) <= near for i in range(first, last))

    count = 0
    for box in letters:
        at = int((box[1 - axis] + box[3 - axis]) / 2 // near)
        count += any(follows(box, k) for k in (at, at - 1, at + 1))
    return count


def _table_box(cluster: list[Box]) -> Box | None:
    if not cluster:
        return None
    x0, top, x1, bottom = _around(cluster)
    columns, rows = int((x1 - x0) * _FINE) + 2, int((bottom - top) * _FINE) + 2
    if columns * rows > _LARGEST:
        return None
    marks = bytearray(columns * rows)
    for box in cluster:
        left = int((box[0] - x0) * _FINE)
        right = max(left + 1, int((box[2] - x0) * _FINE))
        edge = _EDGE * (box[3] - box[1])
        upper, lower = box[1] + edge - top, box[3] - edge - top
        for y in range(int(upper * _FINE), int(lower * _FINE) + 1):
            marks[y * columns + left : y * columns + right] = b"\1" * (right - left)
    return (x0, top, x1, bottom) if is_table(bytes(marks), columns, rows) else None
