"""Rulings among the paths of a page."""

from __future__ import annotations

from bomflow.page import pdfium
from bomflow.page.geometry import Frame, Matrix, apply, multiply
from bomflow.page.objects import Objects
from bomflow.page.rulings import Rulings
from bomflow.page.words import Box

MAX_PATH_SEGMENTS = 20_000  # of one path: a grid has hundreds, hatching thousands
FAR = 100_000  # pdfium's bounds of a stroke always reach in to this coordinate of its own units
_SAMPLE = 64  # paths whose units are looked at


def find_rulings(objects: Objects, frame: Frame, region: Box, shortest: float) -> Rulings:
    """Axis-parallel lines that touch ``region``, at least ``shortest`` points long.

    Strokes, thin filled rectangles and the edges of rectangles count, in nested forms too. Objects
    are judged by their bounds first: on a dense sheet nearly all are passed by.
    """
    across: list[tuple[float, float, float]] = []
    down: list[tuple[float, float, float]] = []
    reach = frame.user(region)
    fine = _fine_units(objects, frame)
    for obj, matrix, (x0, y0, x1, y1) in objects.of_kind(pdfium.PATH, reach, shortest):
        w, h = x1 - x0, y1 - y0
        if fine and _is_stroked(obj):
            _edges(obj, matrix, frame, shortest, across, down)
        elif (h <= 3.0 and w > 3 * h) or (w <= 3.0 and h > 3 * w):
            left, top, right, bottom = frame.box(x0, y0, x1, y1)
            _add(left, top, right, bottom, across, down)
        elif 3 <= pdfium.segment_count(obj) <= MAX_PATH_SEGMENTS:
            _edges(obj, matrix, frame, shortest, across, down)
    return Rulings(across, down)


def _fine_units(objects: Objects, frame: Frame) -> bool:
    """Whether the page is drawn in units so small that it may lie beyond ``FAR`` in part.

    Plotter drivers write hundredths of a point: bounds of strokes are too large there.
    """
    extent = max(abs(edge) for edge in frame[:4])
    own = pdfium.Floats(6)
    for obj, outer in objects.some(pdfium.PATH, _SAMPLE):
        pdfium.object_matrix(obj, own.at[0])
        *turn, e, f = multiply(own.read(), outer)
        scale = max(map(abs, turn))
        if extent + max(abs(e), abs(f)) > FAR * scale > 0:
            return True
    return False


def _is_stroked(obj: int) -> bool:
    mode = pdfium.Whole(2)
    pdfium.draw_mode(obj, *mode.at)
    return bool(mode.read()[1])


def _edges(
    obj: int,
    outer: Matrix | None,
    frame: Frame,
    shortest: float,
    across: list[tuple[float, float, float]],
    down: list[tuple[float, float, float]],
) -> None:
    """Add the axis-parallel edges of one path to ``across`` and ``down``."""
    mode = pdfium.Whole(2)
    pdfium.draw_mode(obj, *mode.at)
    if not any(mode.read()):
        return
    own = pdfium.Floats(6)
    pdfium.object_matrix(obj, own.at[0])
    matrix = multiply(own.read(), outer)
    point = pdfium.Floats(2)
    start = last = None
    for i in range(pdfium.segment_count(obj)):
        segment = pdfium.get_segment(obj, i)
        kind = pdfium.segment_type(segment)
        pdfium.segment_point(segment, *point.at)
        here = frame.point(*apply(matrix, *point.read()))
        if kind == pdfium.MOVE_TO:
            start = here
        elif kind == pdfium.LINE_TO and last is not None:
            _add_edge(last, here, shortest, across, down)
        last = here
        if pdfium.segment_close(segment) and start is not None:
            _add_edge(here, start, shortest, across, down)
            last = start


def _add(
    x0: float,
    y0: float,
    x1: float,
    y1: float,
    across: list[tuple[float, float, float]],
    down: list[tuple[float, float, float]],
) -> None:
    """Add a thin box as the line along its longer side."""
    if x1 - x0 >= y1 - y0:
        across.append(((y0 + y1) / 2, x0, x1))
    else:
        down.append(((x0 + x1) / 2, y0, y1))


def _add_edge(
    a: tuple[float, float],
    b: tuple[float, float],
    shortest: float,
    across: list[tuple[float, float, float]],
    down: list[tuple[float, float, float]],
) -> None:
    dx, dy = abs(a[0] - b[0]), abs(a[1] - b[1])
    if min(dx, dy) <= 0.6 and max(dx, dy) >= shortest:
        _add(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]), across, down)
