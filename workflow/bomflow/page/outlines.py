"""Text drawn as strokes: letters that are small paths, as plotter fonts of CAD programs leave."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from bomflow.page.raster import is_table
from bomflow.page.words import Box

TALLEST = 14.0  # points; larger paths are drawing
SMALLEST = 2.0
LEAST_LETTERS = 60  # a table of four lines has more
MOST_LETTERS = 200_000  # hatching and dashes in such numbers are no text
_CELL = 12.0  # points: letters in neighbouring cells of this grid, or two further, are one cluster
_BESIDE, _BELOW = 6, 2
_EQUAL, _SHARE = 0.15, 0.35  # capitals and figures are equally high, and most of a list
_EDGE = 0.2  # share of a letter's height cut off on either side: bounds of strokes are generous
_LONELY = 0.45  # share of the letters that may end a word
_FINE = 3.0  # pixels a point
_LARGEST = 4_000_000  # pixels of a cluster that is looked at


def outlined_tables(letters: Iterable[Box]) -> list[Box]:
    """Boxes of clusters of small paths (points) that stand in lines and columns like a table."""
    cells: dict[tuple[int, int], list[Box]] = {}
    for count, box in enumerate(letters):
        if count == MOST_LETTERS:
            return []
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        cells.setdefault((int(x // _CELL), int(y // _CELL)), []).append(box)
    texts = filter(None, map(_letters, _clusters(cells)))
    return [table for text in texts if (table := _table_box(text))]


def _clusters(cells: dict[tuple[int, int], list[Box]]) -> Iterable[list[Box]]:
    rest = set(cells)
    while rest:
        pending = [rest.pop()]
        cluster: list[Box] = []
        while pending:
            x, y = pending.pop()
            cluster += cells[x, y]
            for i in range(-_BESIDE, _BESIDE + 1):
                for k in range(-_BELOW, _BELOW + 1):
                    if (x + i, y + k) in rest:
                        rest.remove((x + i, y + k))
                        pending.append((x + i, y + k))
        if len(cluster) >= LEAST_LETTERS:
            yield cluster


def _letters(cluster: list[Box]) -> list[Box]:
    """The paths of a cluster that can be letters, [] where too few are equally high."""
    heights = sorted(h for b in cluster if (h := b[3] - b[1]) >= SMALLEST)
    usual, most = 0.0, 0
    for i, low in enumerate(heights):
        same = bisect_right(heights, low * (1 + _EQUAL)) - i
        if same > most:
            usual, most = low, same
    if most < max(_SHARE * len(cluster), _SHARE * LEAST_LETTERS):
        return []
    fits = [b for b in cluster if b[3] - b[1] <= 1.6 * usual and b[2] - b[0] <= 1.6 * usual]
    lonely = len(fits) - max(_neighboured(fits, usual, axis) for axis in (0, 1))
    return fits if len(fits) >= LEAST_LETTERS and lonely <= _LONELY * len(fits) else []


def _neighboured(letters: list[Box], height: float, axis: int) -> int:
    """How many letters have another close behind them: along x (axis 0) or along y (1)."""
    places: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for box in letters:
        along, level = box[axis], (box[1 - axis] + box[3 - axis]) / 2
        places.setdefault((int(along // height), int(level // height)), []).append((along, level))
    count = 0
    for box in letters:
        end, level = box[axis + 2], (box[1 - axis] + box[3 - axis]) / 2
        x, y = int(end // height), int(level // height)
        count += any(
            -0.3 * height <= other - end <= height and abs(at - level) <= 0.5 * height
            for i in (x - 1, x, x + 1)
            for k in (y - 1, y, y + 1)
            for other, at in places.get((i, k), ())
            if other > box[axis]
        )
    return count


def _table_box(cluster: list[Box]) -> Box | None:
    x0, top = min(b[0] for b in cluster), min(b[1] for b in cluster)
    x1, bottom = max(b[2] for b in cluster), max(b[3] for b in cluster)
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
