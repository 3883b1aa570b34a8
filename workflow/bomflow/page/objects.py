"""What a page is drawn with: handles of its objects by type, those in nested forms too."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import cached_property
from math import inf
from typing import NamedTuple

from bomflow.page import pdfium
from bomflow.page.bulk import bulk
from bomflow.page.geometry import Frame, Matrix, multiply
from bomflow.page.words import Box

MAX_FORM_DEPTH = 12  # forms may nest exponentially; drawings nest a few levels
MAX_OBJECTS = 2_000_000  # objects of a page looked at
MAX_NESTED = 300_000  # objects looked at inside forms; a copy costs memory
EVERYWHERE = (-inf, -inf, inf, inf)
MAX_MEASURED = 5_000  # points of one path that are measured
_FAR = 100_000  # pdfium's bounds of a stroke always reach in to this coordinate of its own units
_SAMPLE = 64  # paths whose units are looked at


class _Group(NamedTuple):
    """Objects of a page or form by type, the matrix of the forms around them, how deep they are."""

    handles: list[array[int]]
    matrix: Matrix | None
    depth: int


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
        measured = self._measured if wanted == pdfium.PATH else 0
        for group in self._groups:
            outer, handles = group.matrix, group.handles[wanted]
            for obj, bounds in bulk.within(handles, outer, region, shortest, measured):
                yield obj, outer, bounds

    def in_forms(self, wanted: int) -> dict[int, Matrix]:
        """The matrix of the forms around each object of one type that stands in one."""
        return {
            obj: group.matrix
            for group in self._groups
            if group.matrix is not None
            for obj in group.handles[wanted]
        }

    def edges(self, region: Box, shortest: float, frame: Frame) -> Iterator[Box]:
        """Lines along the sides of the page in the paths that touch ``region``, displayed all."""
        reach, measured = frame.user(region), self._measured
        for group in self._groups:
            paths = group.handles[pdfium.PATH]
            yield from bulk.edges(paths, group.matrix, reach, shortest, measured, frame)

    @cached_property
    def _measured(self) -> int:
        """How many points of each path have to be measured, as its bounds cannot be used."""
        return MAX_MEASURED if self._in_fine_units else 0

    @property
    def _in_fine_units(self) -> bool:
        """Whether paths may lie beyond ``_FAR``: pdfium's bounds of strokes are too large there.

        Plotter drivers write hundredths of a point.
        """
        edges = pdfium.Floats(4)
        pdfium.page_box(self._page, edges.at[0])
        extent = max(map(abs, edges.read()))
        own = pdfium.Floats(6)
        for group in self._groups:
            paths = group.handles[pdfium.PATH]
            for obj in paths[:: len(paths) // _SAMPLE + 1]:
                pdfium.object_matrix(obj, own.at[0])
                *turn, e, f = multiply(own.read(), group.matrix)
                if extent + max(abs(e), abs(f)) > _FAR * max(map(abs, turn)) > 0:
                    return True
        return False

    @cached_property
    def _groups(self) -> list[_Group]:
        """The page's own objects, then those of each form on it, in forms as well."""
        page = _Group(bulk.objects(self._page, False, min(self.count, MAX_OBJECTS)), None, 0)
        groups = [page]
        left = MAX_NESTED
        own = pdfium.Floats(6)
        stack = [(form, page) for form in page.handles[pdfium.FORM]]
        while stack and left > 0:
            form, around = stack.pop()
            pdfium.object_matrix(form, own.at[0])
            count = min(max(pdfium.form_count(form), 0), left)
            left -= count
            matrix = multiply(own.read(), around.matrix)
            group = _Group(bulk.objects(form, True, count), matrix, around.depth + 1)
            groups.append(group)
            if group.depth < MAX_FORM_DEPTH:
                stack += [(inner, group) for inner in group.handles[pdfium.FORM]]
        return groups
