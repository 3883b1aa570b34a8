"""What a page is drawn with: handles of its objects by type, those in nested forms too."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import cached_property
from itertools import repeat
from math import inf

from bomflow.page import pdfium
from bomflow.page.geometry import Matrix, apply, apply_box, multiply
from bomflow.page.words import Box

MAX_FORM_DEPTH = 12  # forms may nest exponentially; drawings nest a few levels
MAX_OBJECTS = 2_000_000  # objects of a page looked at
MAX_NESTED = 300_000  # objects looked at inside forms; a copy costs memory
EVERYWHERE = (-inf, -inf, inf, inf)
MAX_MEASURED = 5_000  # points of one path that are measured
_FAR = 100_000  # pdfium's bounds of a stroke always reach in to this coordinate of its own units
_SAMPLE = 64  # paths whose units are looked at
_AT_ONCE = 4096  # handles held as Python numbers at a time


class Objects:
    """The objects of one loaded page."""

    def __init__(self, page: int) -> None:
        self._page = page
        self.count: int = max(0, pdfium.count_objects(page))

    def of_kind(
        self, wanted: int, region: Box = EVERYWHERE, shortest: float = 0.0
    ) -> Iterator[tuple[int, Matrix | None, Box]]:
        """Objects of one type, the matrix of the forms around them (None: none), their bounds.

        Bounds and ``region`` are x0, y0, x1, y1 in user space. Objects that lie beyond the region,
        or of which both sides are shorter than ``shortest``, are left out.
        """
        found = self._by_bounds(wanted, region, shortest)
        if wanted != pdfium.PATH or not self._in_fine_units:
            return found
        return self._measured(found, region, shortest)

    def _by_bounds(
        self, wanted: int, region: Box, shortest: float
    ) -> Iterator[tuple[int, Matrix | None, Box]]:
        left, low, right, high = region
        handles = self._plain[wanted]
        some = pdfium.Rows(min(len(handles), _AT_ONCE), 4)
        for start in range(0, len(handles), _AT_ONCE):
            part = handles[start : start + _AT_ONCE]
            known = list(map(pdfium.object_bounds, part, *some.columns))
            for obj, ok, (x0, y0, x1, y1) in zip(part, known, some.read(), strict=False):
                if (x1 - x0 >= shortest or y1 - y0 >= shortest) and not (
                    x1 < left or x0 > right or y1 < low or y0 > high or not ok
                ):
                    yield obj, None, (x0, y0, x1, y1)
        one = pdfium.Floats(4)
        for kind, obj, matrix in self._nested:
            if kind == wanted and pdfium.object_bounds(obj, *one.at):
                x0, y0, x1, y1 = apply_box(matrix, one.read())
                if (x1 - x0 >= shortest or y1 - y0 >= shortest) and not (
                    x1 < left or x0 > right or y1 < low or y0 > high
                ):
                    yield obj, matrix, (x0, y0, x1, y1)

    @cached_property
    def _in_fine_units(self) -> bool:
        """Whether paths may lie beyond ``_FAR``: pdfium's bounds of strokes are too large there.

        Plotter drivers write hundredths of a point.
        """
        edges = pdfium.Floats(4)
        pdfium.page_box(self._page, edges.at[0])
        extent = max(map(abs, edges.read()))
        own = pdfium.Floats(6)
        plain = self._plain[pdfium.PATH]
        nested = [(obj, outer) for kind, obj, outer in self._nested if kind == pdfium.PATH]
        sample: list[tuple[int, Matrix | None]] = [
            *((obj, None) for obj in plain[:: len(plain) // _SAMPLE + 1]),
            *nested[:: len(nested) // _SAMPLE + 1],
        ]
        for obj, outer in sample:
            pdfium.object_matrix(obj, own.at[0])
            *turn, e, f = multiply(own.read(), outer)
            if extent + max(abs(e), abs(f)) > _FAR * max(map(abs, turn)) > 0:
                return True
        return False

    def _measured(
        self, found: Iterator[tuple[int, Matrix | None, Box]], region: Box, shortest: float
    ) -> Iterator[tuple[int, Matrix | None, Box]]:
        """Paths with the bounds of their points, sifted again."""
        own = pdfium.Floats(6)
        for obj, outer, _ in found:
            count = min(pdfium.segment_count(obj), MAX_MEASURED)
            if count <= 0:
                continue
            points = pdfium.Rows(count, 2)
            segments = map(pdfium.get_segment, repeat(obj), range(count))
            for _ in map(pdfium.segment_point, segments, *points.columns):
                pass
            pdfium.object_matrix(obj, own.at[0])
            matrix = multiply(own.read(), outer)
            xs, ys = zip(*(apply(matrix, *point) for point in points.read()), strict=True)
            box = min(xs), min(ys), max(xs), max(ys)
            if max(box[2] - box[0], box[3] - box[1]) >= shortest and not (
                box[2] < region[0] or box[0] > region[2] or box[3] < region[1] or box[1] > region[3]
            ):
                yield obj, outer, box

    @cached_property
    def _plain(self) -> dict[int, array[int]]:
        """Handles of the page's own objects by type."""
        kinds = (pdfium.TEXT, pdfium.PATH, pdfium.IMAGE, pdfium.FORM)
        plain = {kind: array("Q") for kind in kinds}
        last = min(self.count, MAX_OBJECTS)
        for start in range(0, last, _AT_ONCE):
            part = range(start, min(start + _AT_ONCE, last))
            handles = list(map(pdfium.get_object, repeat(self._page), part))
            types = bytes(map(pdfium.object_type, handles))
            if types.count(pdfium.PATH) == len(types):  # line work: most of a dense sheet
                plain[pdfium.PATH].extend(handles)
                continue
            for handle, kind in zip(handles, types, strict=True):
                if kind in plain:
                    plain[kind].append(handle)
        return plain

    @cached_property
    def _nested(self) -> list[tuple[int, int, Matrix]]:
        """(type, handle, matrix of the forms around it) of the objects inside forms."""
        nested: list[tuple[int, int, Matrix]] = []
        left = MAX_NESTED
        stack: list[tuple[int, Matrix | None, int]] = [
            (holder, None, 1) for holder in self._plain[pdfium.FORM]
        ]
        while stack and left > 0:
            holder, outer, depth = stack.pop()
            own = pdfium.Floats(6)
            pdfium.object_matrix(holder, own.at[0])
            matrix = multiply(own.read(), outer)
            count = min(max(pdfium.form_count(holder), 0), left)
            left -= count
            for i in range(count):
                obj = pdfium.form_object(holder, i)
                kind = pdfium.object_type(obj)
                if kind != pdfium.FORM:
                    nested.append((kind, obj, matrix))
                elif depth < MAX_FORM_DEPTH:
                    stack.append((obj, matrix, depth + 1))
        return nested
