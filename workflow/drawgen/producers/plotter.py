"""As plotter drivers write: one stream in hundredths of a point, single lines pen by pen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ..ink import Image, Line, Page, Point, Rectangle, Stroke, Views
from ..linework import paths

UNITS = 0.01
"""Size of a drawing unit in points."""


def restyled(page: Page) -> Page:
    """The page without rectangles, polylines and streams of their own; pens do not fill."""
    lines: list[Line] = [stroke for views in page.views for stroke in view_strokes(views)]
    lines += [line for thing in page.lines for line in _single(thing)]
    lines.sort(key=lambda line: -1.0 if isinstance(line, Image) else line.width)
    sheet = replace(page.sheet, units=UNITS)
    return replace(page, sheet=sheet, views=[], shades=[], lines=lines)


def view_strokes(views: Views) -> Iterator[Stroke]:
    """Ready line work as single lines."""
    x, y = views.corner
    for path in paths(views.data):
        points = tuple((x + views.scale * px, y - views.scale * py) for px, py in path.points)
        yield from _segments(points, path.width * views.scale, path.paint != "S")


def _single(line: Line) -> Iterator[Line]:
    if isinstance(line, Image):
        yield line
    elif isinstance(line, Rectangle):
        x0, top, x1, bottom = line.box
        yield from _segments(((x0, top), (x1, top), (x1, bottom), (x0, bottom)), line.width, True)
    else:
        yield from _segments(line.points, line.width, line.closed)


def _segments(points: tuple[Point, ...], width: float, closed: bool) -> Iterator[Stroke]:
    for ends in pairwise([*points, *points[: 1 if closed else 0]]):
        yield Stroke(ends, width)
