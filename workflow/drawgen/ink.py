"""What stands on a page, as plain values: the same list for every producer.

All places are points of the upright sheet, origin at its upper left corner, y downwards, as a
person reads it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from .placing import Placing
from .spec import Sheet

Box = tuple[float, float, float, float]
Point = tuple[float, float]


class Run(NamedTuple):
    """One run of text from (x, y) on its baseline; ``angle`` in degrees counter-clockwise."""

    x: float
    y: float
    text: str
    size: float
    angle: float
    font: str
    hidden: str = ""
    """'invisible' or 'clipped': nobody sees it."""
    stretch: float = 1.0
    """Width of the text in widths of the font (Tz)."""


class Stroke(NamedTuple):
    """A polyline, ``width`` in points."""

    points: tuple[Point, ...]
    width: float
    closed: bool = False


class Rectangle(NamedTuple):
    """A rectangle, which PDF has an operator of its own for."""

    box: Box
    width: float


class Shade(NamedTuple):
    """A filled rectangle; ``grey`` 0 is black."""

    box: Box
    grey: float


class Image(NamedTuple):
    """A grey image: its samples (compressed with zlib), width and height in pixels."""

    samples: bytes
    pixels: tuple[int, int]
    box: Box


class Note(NamedTuple):
    """A text that an annotation tells; nothing is drawn of it."""

    text: str
    box: Box


class Views(NamedTuple):
    """Ready line work (see :mod:`drawgen.linework`) with its lower left on ``corner``."""

    data: bytes
    corner: Point
    scale: float


Line = Stroke | Rectangle | Image


@dataclass
class Page:
    """A page ready to be written."""

    sheet: Sheet
    placing: Placing
    views: list[Views] = field(default_factory=list)
    shades: list[Shade] = field(default_factory=list)
    """Below everything but the views."""
    lines: list[Line] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def painted(self) -> Iterator[Views | Shade | Line | Run]:
        """Everything in painting order."""
        yield from self.views
        yield from self.shades
        if self.sheet.text_order == "columns":
            yield from self.runs
            yield from self.lines
        else:
            yield from self.lines
            yield from self.runs
