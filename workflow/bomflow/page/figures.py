"""Texts drawn as one path each: its figures, which are letters or the counters of letters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, repeat

from bomflow.page import pdfium
from bomflow.page.geometry import Matrix, apply_box, multiply
from bomflow.page.lettering import SMALLEST, TALLEST
from bomflow.page.words import Box

FEWEST = 24  # segments of the path of a short word
TEXTS = 6  # too long for a letter, of the smallest table
MOST = 60_000  # segments of a page that are looked at
_HIGHEST = 2 * TALLEST  # points: a line of text with letters that reach up and down
_FLAT = SMALLEST  # points
_DENSE = 4.0  # segments to each height of its length
_LONGEST = 80 * TALLEST


def letters_of(
    paths: Iterator[tuple[int, Matrix | None, Box]],
) -> Iterator[tuple[Box, int, int]]:
    """What may be a letter: bounds in user space, the path, of how many segments it is.

    Small paths are one each; those as long and flat as a line of text are cut into their figures.
    """
    texts = []
    for path, outer, (x0, y0, x1, y1) in paths:
        wide, high = x1 - x0, y1 - y0
        if wide <= TALLEST and high <= TALLEST:
            yield (x0, y0, x1, y1), path, 0
            continue
        low, long = (wide, high) if wide < high else (high, wide)  # every path passes: no calls
        if _FLAT < low <= _HIGHEST and long <= _LONGEST:
            count = pdfium.segment_count(path)
            if count >= max(FEWEST, _DENSE * long / low):
                texts.append((path, outer, count))
    left = MOST
    for path, outer, count in texts if len(texts) >= TEXTS else ():
        if count <= left:
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
    kinds = bytes(map(pdfium.segment_type, segments))
    starts = [i for i, kind in enumerate(kinds) if kind == pdfium.MOVE_TO]
    numbers = rows.numbers[:]
    xs, ys = numbers[::2], numbers[1::2]
    for start, end in pairwise([*starts, count]):
        x, y = xs[start:end], ys[start:end]
        box = apply_box(matrix, (min(x), min(y), max(x), max(y)))
        if box[2] - box[0] <= TALLEST and box[3] - box[1] <= TALLEST and end - start > 1:
            yield box, end - start
