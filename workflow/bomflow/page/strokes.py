"""Rulings among the paths of a page."""

from __future__ import annotations

from bomflow.page import pdfium
from bomflow.page.geometry import Frame, is_thin
from bomflow.page.objects import Objects
from bomflow.page.rulings import Line, Rulings
from bomflow.page.words import Box


def find_rulings(objects: Objects, frame: Frame, region: Box, shortest: float) -> Rulings:
    """Axis-parallel lines that touch ``region``, at least ``shortest`` points long.

    Strokes, thin filled rectangles and the edges of rectangles count, in nested forms too; thin
    pictures as well, which is how PostScript drivers print lines. Objects are judged by their
    bounds first: on a dense sheet nearly all are passed by.
    """
    across: list[Line] = []
    down: list[Line] = []

    def add(x0: float, top: float, x1: float, bottom: float) -> None:
        if x1 - x0 >= bottom - top:
            across.append(((top + bottom) / 2, x0, x1))
        else:
            down.append(((x0 + x1) / 2, top, bottom))

    for box in objects.edges(region, shortest, frame):
        add(*box)
    pictures = objects.of_kind(pdfium.IMAGE, frame.user(region), shortest)
    for _, _, (x0, y0, x1, y1) in pictures:
        if is_thin(x1 - x0, y1 - y0):
            add(*frame.box(x0, y0, x1, y1))
    return Rulings(across, down)
