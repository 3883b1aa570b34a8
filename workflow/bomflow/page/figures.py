"""Texts drawn as one path each: its figures, which are letters or the counters of letters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat

from bomflow.page import pdfium
from bomflow.page.geometry import Matrix, apply, multiply
from bomflow.page.lettering import TALLEST
from bomflow.page.words import Box

FEWEST = 24  # segments of the path of a short word
MOST = 60_000  # segments of a page that are looked at
_HIGHEST = 2 * TALLEST  # points: a line of text with letters that reach up and down
_LONGEST = 80 * TALLEST


def letters_of(
    paths: Iterator[tuple[int, Matrix | None, Box]],
) -> Iterator[tuple[Box, int, int]]:
    """What may be a letter: bounds in user space, the path, of how many segments it is.

    Small paths are one each; those as long and flat as a line of text are cut into their figures.
    """
    left = MOST
    for path, outer, (x0, y0, x1, y1) in paths:
        flat, long = sorted((x1 - x0, y1 - y0))
        if long <= TALLEST:
            yield (x0, y0, x1, y1), path, 0
        elif flat <= _HIGHEST and long <= _LONGEST and left > 0:
            count = pdfium.segment_count(path)
            if FEWEST <= count <= left:
                left -= count
                yield from ((box, path, n) for box, n in _figures(path, outer, count))


def _figures(path: int, outer: Matrix | None, count: int) -> Iterator[tuple[Box, int]]:
    """The bounds of the small figures of a path, and of how many segments each is."""
    own = pdfium.Floats(6)
    pdfium.object_matrix(path, own.at[0])
    matrix = multiply(own.read(), outer)
    rows = pdfium.Rows(count, 2)
    segments = list(map(pdfium.get_segment, repeat(path), range(count)))
    for _ in map(pdfium.segment_point, segments, *rows.columns):
        pass
    starts = [i for i, s in enumerate(segments) if pdfium.segment_type(s) == pdfium.MOVE_TO]
    points = [apply(matrix, x, y) for x, y in rows.read()]
    for start, end in zip(starts, [*starts[1:], count], strict=True):
        xs, ys = zip(*points[start:end], strict=True)
        box = min(xs), min(ys), max(xs), max(ys)
        if box[2] - box[0] <= TALLEST and box[3] - box[1] <= TALLEST and end - start > 1:
            yield box, end - start
