"""What a page is drawn with: handles of its objects by type, those in nested forms too."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import cached_property
from itertools import repeat
from math import inf

from bomflow.page import pdfium
from bomflow.page.geometry import Matrix, apply_box, multiply
from bomflow.page.words import Box

MAX_FORM_DEPTH = 12  # forms may nest exponentially; drawings nest a few levels
MAX_OBJECTS = 2_000_000  # objects of a page looked at
MAX_NESTED = 300_000  # objects looked at inside forms; a copy costs memory
EVERYWHERE = (-inf, -inf, inf, inf)
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

    def some(self, wanted: int, count: int) -> Iterator[tuple[int, Matrix | None]]:
        """About ``count`` objects of one type, evenly spaced, with the matrix as in ``of_kind``."""
        plain = self._plain[wanted]
        yield from ((obj, None) for obj in plain[:: len(plain) // count + 1])
        nested = [(obj, matrix) for kind, obj, matrix in self._nested if kind == wanted]
        yield from nested[:: len(nested) // count + 1]

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
