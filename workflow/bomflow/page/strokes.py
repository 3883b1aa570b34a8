"""Rulings among the paths of a page."""

from __future__ import annotations

from bomflow.page import pdfium
from bomflow.page.bulk import bulk
from bomflow.page.geometry import Frame, Matrix, apply, multiply
from bomflow.page.objects import Objects
from bomflow.page.rulings import Line, Rulings
from bomflow.page.words import Box

MAX_PATH_SEGMENTS = 20_000  # of one path: a grid has hundreds, hatching thousands


def find_rulings(objects: Objects, frame: Frame, region: Box, shortest: float) -> Rulings:
    """Axis-parallel lines that touch ``region``, at least ``shortest`` points long.

    Strokes, thin filled rectangles and the edges of rectangles count, in nested forms too; thin
    pictures as well, which is how PostScript drivers print lines. Objects are judged by their
    bounds first: on a dense sheet nearly all are passed by.
    """
    edges = _Edges(frame, shortest)
    reach = frame.user(region)
    for obj, matrix, (x0, y0, x1, y1) in objects.of_kind(pdfium.PATH, reach, shortest):
        w, h = x1 - x0, y1 - y0
        if _is_thin(w, h):
            edges.add_thin(*frame.box(x0, y0, x1, y1))
        else:
            edges.add_path(obj, matrix)
    for _, _, (x0, y0, x1, y1) in objects.of_kind(pdfium.IMAGE, reach, shortest):
        if _is_thin(x1 - x0, y1 - y0):
            edges.add_thin(*frame.box(x0, y0, x1, y1))
    return Rulings(edges.across, edges.down)


def _is_thin(w: float, h: float) -> bool:
    return (h <= 3.0 and w > 3 * h) or (w <= 3.0 and h > 3 * w)


class _Edges:
    """Collects axis-parallel lines at least ``shortest`` points long, displayed."""

    def __init__(self, frame: Frame, shortest: float) -> None:
        self.across: list[Line] = []
        self.down: list[Line] = []
        self._frame = frame
        self._shortest = shortest

    def add_path(self, obj: int, outer: Matrix | None) -> None:
        """Add the edges of a path, if it is stroked or filled."""
        path = bulk.segments(obj, MAX_PATH_SEGMENTS)
        if not path.drawn or not 3 <= path.total <= MAX_PATH_SEGMENTS:
            return
        matrix = multiply(path.matrix, outer)
        numbers = iter(path.points)
        to_display = self._frame.point
        start = last = None
        for kind, close, x, y in zip(path.types, path.closes, numbers, numbers, strict=True):
            here = to_display(*apply(matrix, x, y))
            if kind == pdfium.MOVE_TO:
                start = here
            elif kind == pdfium.LINE_TO and last is not None:
                self._add_edge(*last, *here)
            last = here
            if close and start is not None:
                self._add_edge(*here, *start)
                last = start

    def _add_edge(self, ax: float, ay: float, bx: float, by: float) -> None:
        x0, x1 = (ax, bx) if ax <= bx else (bx, ax)
        top, bottom = (ay, by) if ay <= by else (by, ay)
        w, h = x1 - x0, bottom - top
        if (w <= 0.6 or h <= 0.6) and (w >= self._shortest or h >= self._shortest):
            self.add_thin(x0, top, x1, bottom)

    def add_thin(self, x0: float, top: float, x1: float, bottom: float) -> None:
        """Add a thin box as the line along its longer side."""
        if x1 - x0 >= bottom - top:
            self.across.append(((top + bottom) / 2, x0, x1))
        else:
            self.down.append(((x0 + x1) / 2, top, bottom))
