"""The engine asked one call at a time, where ``bulk.c`` could not be compiled."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import repeat
from math import floor, inf
from typing import NamedTuple

from bomflow.page import pdfium
from bomflow.page.answers import (
    AT_ONCE,
    CROWD,
    GENERATED,
    KINDS,
    MOST_SEGMENTS,
    STRAIGHT,
    STRIP,
    STRIPS,
    TOUCH,
    Characters,
    Groups,
    Lettering,
)
from bomflow.page.geometry import Frame, Matrix, apply, apply_box, is_thin, may_be_fat, multiply
from bomflow.page.pixels import last_of
from bomflow.page.words import Box


class _Path(NamedTuple):
    """A path: how many segments it has, its matrix, whether it is stroked or filled.

    Of as many segments as were asked for: x and y of each in turn, in units of the path, types, and
    whether they close a figure.
    """

    total: int
    matrix: Matrix
    drawn: bool
    points: list[float]
    types: bytes
    closes: bytes


class Plain:
    """The loops of ``bulk.c`` in Python: whatever makes no call of its own runs in ``map``."""

    def __init__(self) -> None:
        self._matrix, self._origin = pdfium.Floats(6), pdfium.Doubles(2)
        self._mode = pdfium.Whole(2)

    def objects(self, holder: int, in_form: bool, count: int) -> list[array[int]]:
        found = [array("Q") for _ in range(KINDS)]
        get = pdfium.form_object if in_form else pdfium.get_object
        for start in range(0, count, AT_ONCE):
            part = range(start, min(start + AT_ONCE, count))
            handles = list(map(get, repeat(holder), part))
            kinds = bytes(map(pdfium.object_type, handles))
            if kinds.count(pdfium.PATH) == len(kinds):  # line work: most of a dense sheet
                found[pdfium.PATH].extend(handles)
                continue
            for handle, kind in zip(handles, kinds, strict=True):
                found[kind].append(handle)
        return found

    def within(
        self,
        handles: array[int],
        matrix: Matrix | None,
        region: Box,
        shortest: float,
        measured: int = 0,
    ) -> Iterator[tuple[int, Box]]:
        left, low, right, high = region
        some = pdfium.Rows(min(len(handles), AT_ONCE), 4)
        for start in range(0, len(handles), AT_ONCE):
            part = handles[start : start + AT_ONCE]
            known = list(map(pdfium.object_bounds, part, *some.columns))
            for obj, ok, bounds in zip(part, known, some.read(), strict=False):
                x0, y0, x1, y1 = apply_box(matrix, bounds) if matrix else bounds
                if (x1 - x0 >= shortest or y1 - y0 >= shortest) and not (
                    x1 < left or x0 > right or y1 < low or y0 > high or not ok
                ):
                    if measured:
                        box = self._measured(obj, measured, matrix)
                        if box is None:
                            continue
                        x0, y0, x1, y1 = box
                        if (x1 - x0 < shortest and y1 - y0 < shortest) or (
                            x1 < left or x0 > right or y1 < low or y0 > high
                        ):
                            continue
                    yield obj, (x0, y0, x1, y1)

    def _measured(self, obj: int, most: int, outer: Matrix | None) -> Box | None:
        """Bounds of the first points of a path, None if it has none."""
        path = self._path(obj, most)
        if not path.types:
            return None
        matrix, points = multiply(path.matrix, outer), iter(path.points)
        moved = [apply(matrix, x, y) for x, y in zip(points, points, strict=True)]
        xs, ys = zip(*moved, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def edges(
        self,
        paths: array[int],
        matrix: Matrix | None,
        region: Box,
        shortest: float,
        measured: int,
        frame: Frame,
    ) -> Iterator[Box]:
        for obj, (x0, y0, x1, y1) in self.within(paths, matrix, region, shortest, measured):
            if is_thin(x1 - x0, y1 - y0):
                yield frame.box(x0, y0, x1, y1)
                continue
            path = self._path(obj, MOST_SEGMENTS)
            if path.total == 2 and not may_be_fat(x1 - x0, y1 - y0):
                continue
            if path.drawn and 2 <= path.total <= MOST_SEGMENTS:
                for x0, top, x1, bottom in _sides(path, matrix, frame):
                    w, h = x1 - x0, bottom - top
                    if (w <= STRAIGHT or h <= STRAIGHT) and (w >= shortest or h >= shortest):
                        yield x0, top, x1, bottom

    def _path(self, path: int, most: int) -> _Path:
        pdfium.draw_mode(path, *self._mode.at)
        pdfium.object_matrix(path, self._matrix.at[0])
        total = max(0, pdfium.segment_count(path))
        count = min(total, most)
        rows = pdfium.Rows(count, 2)
        segments = list(map(pdfium.get_segment, repeat(path), range(count)))
        for _ in map(pdfium.segment_point, segments, *rows.columns):
            pass
        types = bytes(map(pdfium.segment_type, segments))
        closes = bytes(map(pdfium.segment_close, segments))
        drawn = any(self._mode.read())
        return _Path(total, self._matrix.read(), drawn, rows.numbers[:], types, closes)

    def unmapped(self, text: int, count: int) -> bytes:
        return bytes(error == 1 for error in map(pdfium.map_error, repeat(text), range(count)))

    def characters(self, text: int, first: int, count: int) -> Characters:
        boxes = pdfium.Rows(count, 4)
        page, part = repeat(text), range(first, first + count)
        for _ in map(pdfium.loose_box, page, part, boxes.columns[0]):
            pass
        owners = [owner or 0 for owner in map(pdfium.object_at, page, part)]
        codes = list(map(pdfium.unicode_at, page, part))

        def lettering(index: int) -> Lettering:
            return self._lettering(text, first + index, owners[index])

        return Characters(owners, codes, boxes.numbers[:], lettering)

    def _lettering(self, text: int, index: int, owner: int) -> Lettering:
        if pdfium.is_generated(text, index):
            return Lettering(GENERATED, 0, 0, 0, 0, 0, 0, 0, 0)
        pdfium.char_matrix(text, index, self._matrix.at[0])
        pdfium.char_origin(text, index, *self._origin.at)
        a, b, c, d, _, _ = self._matrix.read()
        x, y = self._origin.read()
        clip = pdfium.clip_path(owner)
        clips = pdfium.clip_count(clip) if clip else 0
        mode, size = pdfium.render_mode(owner), pdfium.font_size(text, index)
        return Lettering(mode, a, b, c, d, size, x, y, clips)

    def joined(self, boxes: array[float]) -> Groups:
        places = list(zip(*repeat(iter(boxes), 4), strict=True))
        other = list(range(len(places)))  # for each box another one that it hangs together with
        strips: dict[int, list[tuple[float, float, float, int]]] = {}
        for n in sorted(other, key=places.__getitem__):
            x0, top, x1, bottom = places[n]
            left, upper, lower = x0 - TOUCH, top - TOUCH, bottom + TOUCH
            for level in range(floor(upper / STRIP), floor(lower / STRIP) + 1):
                strip = strips.get(level % STRIPS, ())
                near = [box for box in strip if box[0] >= left][-CROWD:]
                for _, above, below, m in near:
                    if above <= lower and below >= upper:
                        other[last_of(other, m)] = n
                near.append((x1, top, bottom, n))
                strips[level % STRIPS] = near
        groups: dict[int, int] = {}
        numbers = [groups.setdefault(last_of(other, n), len(groups)) for n in range(len(places))]
        around = [(inf, inf, -inf, -inf)] * len(groups)
        for n, (x0, top, x1, bottom) in zip(numbers, places, strict=True):
            left, upper, right, lower = around[n]
            around[n] = min(x0, left), min(top, upper), max(x1, right), max(bottom, lower)
        return Groups(numbers, around)


def _sides(path: _Path, outer: Matrix | None, frame: Frame) -> Iterator[Box]:
    """The boxes of a path's lines as displayed, those that close a figure too."""
    matrix = multiply(path.matrix, outer)
    numbers = iter(path.points)
    start = last = None
    for kind, close, x, y in zip(path.types, path.closes, numbers, numbers, strict=True):
        here = frame.point(*apply(matrix, x, y))
        if kind == pdfium.MOVE_TO:
            start = here
        elif kind == pdfium.LINE_TO and last is not None:
            yield _box(last, here)
        last = here
        if close and start is not None:
            yield _box(here, start)
            last = start


def _box(a: tuple[float, float], b: tuple[float, float]) -> Box:
    x0, x1 = (a[0], b[0]) if a[0] <= b[0] else (b[0], a[0])
    top, bottom = (a[1], b[1]) if a[1] <= b[1] else (b[1], a[1])
    return x0, top, x1, bottom
