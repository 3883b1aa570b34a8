"""Ink on one page: text and lines at places of the upright sheet.

All places are sheet coordinates: points, origin at the upper left corner of the upright sheet, y
downwards, as a person reads it. Paper collects what stands on the page; a producer
(:mod:`drawgen.producers`) writes it as PDF.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, radians, sin
from random import Random

from . import fonts
from .ink import Box, Image, Note, Page, Point, Rectangle, Run, Shade, Stroke, Views
from .placing import Placing
from .spec import Sheet


class Paper:
    """A page being drawn: ``text`` and ``line`` add ink, ``finish`` gives all of it."""

    def __init__(self, sheet: Sheet) -> None:
        fonts.register()
        self.sheet = sheet
        self._page = Page(sheet, Placing(sheet))
        placing = self._page.placing
        self.width, self.height = placing.width, placing.height
        self.shown = placing.shown
        self.displayed = placing.displayed

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        align: str = "left",
        angle: float = 0.0,
        font: str = "",
        stretch: float = 1.0,
        runs: tuple[str, ...] = (),
    ) -> Box:
        """Write one line with its baseline at ``y``; the box of its letters comes back.

        ``angle`` is counter-clockwise in degrees; the box is upright for multiples of 90.
        ``stretch`` is the width of the line in widths of the font. ``runs`` writes it as these
        pieces, one text object each.
        """
        font = font or fonts.font_for("en", self.sheet.font)
        length = stretch * fonts.width(text, font, size)
        shift = {"left": 0.0, "centre": length / 2, "right": length}[align]
        along = (cos(radians(angle)), -sin(radians(angle)))
        x, y = x - shift * along[0], y - shift * along[1]
        for _ in range(2 if self.sheet.overprint else 1):
            done = 0.0
            for piece in runs or self._pieces(text):
                if piece.strip():
                    place = x + done * along[0], y + done * along[1]
                    run = Run(*place, piece, size, angle, font, stretch=stretch)
                    self._page.runs.append(run)
                done += stretch * fonts.width(piece, font, size)
        if font == fonts.VERA:
            self._marks(x, y, text, size, along, stretch)
        ends = (x, y), (x + length * along[0], y + length * along[1])
        up = (along[1], -along[0])
        corners = [
            (px + d * size * up[0], py + d * size * up[1])
            for px, py in ends
            for d in (fonts.ASCENT, -fonts.DESCENT)
        ]
        xs, ys = [c[0] for c in corners], [c[1] for c in corners]
        # y grows downwards: "up" of a line that reads left to right is (0, -1).
        return (min(xs), min(ys), max(xs), max(ys))

    def _pieces(self, text: str) -> list[str]:
        if self.sheet.placement == "char":
            return list(text)
        if self.sheet.placement == "word":
            words = text.split(" ")
            return [piece for word in words for piece in (word, " ")][:-1]
        return [text]

    def _marks(
        self, x: float, y: float, text: str, size: float, along: Point, stretch: float
    ) -> None:
        """Draw the marks that Vera's glyphs lack, as strokes."""
        up = (along[1], -along[0])
        for place, letter in enumerate(text):
            for mark in fonts.marks_of(letter):
                middle = fonts.width(text[:place], fonts.VERA, size)
                middle += fonts.width(letter, fonts.VERA, size) / 2
                below = mark in fonts.BELOW
                rise = 0.0 if below else 740.0 if letter.isupper() else 560.0
                for stroke in fonts.STROKES[mark]:
                    points = []
                    for dx, dy in stroke:
                        a = stretch * (middle + dx * size / 1000)
                        b = (dy + rise) * size / 1000
                        points.append((x + a * along[0] + b * up[0], y + a * along[1] + b * up[1]))
                    self.lines(points, width=0.07 * size)

    def lines(self, points: Iterable[Point], width: float = 0.5, close: bool = False) -> None:
        """Draw a polyline; ``width`` in points."""
        self._page.lines.append(Stroke(tuple(points), width, close))

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> None:
        """Draw one line."""
        self.lines(((x0, y0), (x1, y1)), width)

    def box(self, box: Box, width: float = 0.5) -> None:
        """Draw a rectangle."""
        self._page.lines.append(Rectangle(box, width))

    def shade(self, box: Box, grey: float) -> None:
        """Fill a rectangle below everything else; ``grey`` 0 is black."""
        self._page.shades.append(Shade(box, grey))

    def place(self, compressed: bytes, corner: Point, scale: float) -> None:
        """Put ready line work (compressed, y upwards) with its lower left on ``corner``."""
        self._page.views.append(Views(compressed, corner, scale))

    def hidden(self, x: float, y: float, text: str, size: float) -> None:
        """Write words that nobody sees: text mode 3, or clipped away (``Sheet.hidden``)."""
        font = fonts.font_for("en", self.sheet.font)
        self._page.runs.append(Run(x, y, text, size, 0.0, font, self.sheet.hidden))

    def note(self, text: str, box: Box) -> None:
        """Lay an annotation over ``box`` that tells the text drawn there as lines."""
        self._page.notes.append(Note(text, box))

    def image(self, compressed: bytes, pixels: tuple[int, int], box: Box) -> None:
        """Put a grey image (compressed samples) into ``box``."""
        self._page.lines.append(Image(compressed, pixels, box))

    def finish(self, order: Random) -> Page:
        """The page with its text in the order of the sheet."""
        if self.sheet.text_order == "shuffled":
            order.shuffle(self._page.runs)
        return self._page
