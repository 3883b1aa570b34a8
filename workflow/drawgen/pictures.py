"""What is no text: letters as strokes (CAD plot fonts), tables as pictures, scanned sheets."""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterable
from functools import cache
from random import Random

from PIL import Image, ImageDraw, ImageFont

from . import fonts
from .ink import Box, Page, Point, Rectangle, Run, Stroke, Views
from .linework import paths
from .paper import Paper

# Polylines on a grid 4 wide and 6 high, y upwards: 'x y' digits, blanks between lines.
LETTERS = {
    "A": "002640 1232", "B": "000636453303 3342413000",
    "C": "4536160501103041", "D": "00062645412000", "E": "46060040 0333", "F": "460600 0333",
    "G": "453616050110304143 4323", "H": "0006 4046 0343", "I": "2026 1030 1636",
    "J": "4641301001", "K": "0006 4603 1440", "L": "060040", "M": "0006234640", "N": "00064046",
    "O": "160501103041453616", "P": "000636454433 3303", "Q": "160501103041453616 2240",
    "R": "000636454433 3303 2340", "S": "4536160504133342413010 1001", "T": "2026 0646",
    "U": "060110304146", "V": "062046", "W": "0610233046", "X": "0046 0640", "Y": "062346 2320",
    "Z": "06460040", "0": "160501103041453616 0145", "1": "152620 1030",
    "2": "05163645440040", "3": "0516364544334241301001 1333", "4": "30360242",
    "5": "4606032342413010 1001", "6": "453616050110304142330302", "7": "064610",
    "8": "130405163645443313 1302011030414233", "9": "011030414536160504134344",
    ".": "2021", ",": "2110", "-": "1333", "/": "0046", "=": "1232 1434", "+": "1333 2224",
    "(": "36250231", ")": "16252110", "[": "36161030", "]": "16363010", "%": "0046 1526 3120",
    "#": "1016 3036 0242 0444", "'": "2625", ":": "2122 2425",
}  # fmt: skip


class Outlines:
    """Stands in for :class:`Paper`: letters become strokes, everything else stays.

    ``told``: an annotation over each text tells it.
    """

    def __init__(self, paper: Paper, told: bool = False) -> None:
        self._paper, self._told = paper, told
        self.sheet = paper.sheet
        self.displayed, self.lines = paper.displayed, paper.lines
        self.line, self.box, self.shade = paper.line, paper.box, paper.shade

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
    ) -> Box:
        """Draw one line as strokes, always level and as wide as its font."""
        length = fonts.width(text, font, size)
        x -= {"left": 0.0, "centre": length / 2, "right": length}[align]
        for place, letter in enumerate(text):
            base = unicodedata.normalize("NFD", letter)[0].upper()
            left = x + fonts.width(text[:place], font, size)
            unit = min(fonts.width(letter, font, size) / 5.2, 0.13 * size)
            for line in LETTERS.get(base, "").split():
                points = [
                    (left + unit * (int(a) + 0.6), y - 0.118 * size * int(b))
                    for a, b in zip(line[::2], line[1::2], strict=True)
                ]
                self._paper.lines(points, 0.05 * size)
        if self._told and text.strip():
            self._paper.note(text, (x, y - size, x + length, y + 0.25 * size))
        return (x, y - fonts.ASCENT * size, x + length, y + fonts.DESCENT * size)


class Picture:
    """Stands in for :class:`Paper`: the table is painted into an image, as if pasted."""

    def __init__(self, paper: Paper, box: Box, dots: float = 2.2) -> None:
        self._paper, self._box, self._dots = paper, box, dots
        self.sheet = paper.sheet
        self.displayed = paper.displayed
        size = [round((box[i + 2] - box[i]) * dots) + 4 for i in (0, 1)]
        self._image = Image.new("L", (size[0], size[1]), 255)
        self._ink = ImageDraw.Draw(self._image)

    def _dot(self, point: Point) -> Point:
        return (
            (point[0] - self._box[0]) * self._dots + 2,
            (point[1] - self._box[1]) * self._dots + 2,
        )

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
    ) -> Box:
        """Paint one line, always level and as wide as its font."""
        length = fonts.width(text, font, size)
        x -= {"left": 0.0, "centre": length / 2, "right": length}[align]
        face = _face(max(6, round(0.92 * size * self._dots)))
        self._ink.text(self._dot((x, y)), text, fill=20, font=face, anchor="ls")
        return (x, y - fonts.ASCENT * size, x + length, y + fonts.DESCENT * size)

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> None:
        """Paint one line."""
        self._ink.line([self._dot((x0, y0)), self._dot((x1, y1))], fill=20)

    def box(self, box: Box, width: float = 0.5) -> None:
        """Paint a rectangle."""
        self._ink.rectangle([self._dot(box[:2]), self._dot(box[2:])], outline=20)

    def shade(self, box: Box, grey: float) -> None:
        """Paint a filled rectangle (over what is there: shades come before letters)."""
        self._ink.rectangle([self._dot(box[:2]), self._dot(box[2:])], fill=round(255 * grey))

    def paste(self) -> None:
        """Put the picture on the paper."""
        self._paper.image(zlib.compress(self._image.tobytes()), self._image.size, self._box)


class Scan:
    """A whole sheet painted into a grey image, slightly crooked and dirty as scans are."""

    dots = 1.8
    """Pixels per point."""

    def __init__(self, page: Page) -> None:
        size = (round(page.placing.width * self.dots), round(page.placing.height * self.dots))
        self._picture = Image.new("L", size, 247)
        self._ink = ImageDraw.Draw(self._picture)
        for thing in page.painted():
            if isinstance(thing, Run):
                self._text(thing)
            elif isinstance(thing, Stroke):
                self._line(thing.points, thing.width, thing.closed)
            elif isinstance(thing, Rectangle):
                corners = [self._dot(thing.box[:2]), self._dot(thing.box[2:])]
                self._ink.rectangle(corners, outline=60, width=1 + (thing.width > 0.7))
            elif isinstance(thing, Views):
                self._views(thing)

    def _dot(self, point: Point) -> Point:
        return point[0] * self.dots, point[1] * self.dots

    def _text(self, run: Run) -> None:
        face = _face(max(6, round(0.92 * run.size * self.dots)))
        if not run.angle:
            self._ink.text(self._dot((run.x, run.y)), run.text, fill=45, font=face, anchor="ls")
            return
        wide, high = (int(v) + 2 for v in face.getbbox(run.text)[2:])
        strip = Image.new("L", (wide, high), 247)
        ImageDraw.Draw(strip).text((0, 0), run.text, fill=45, font=face)
        left, bottom = self._dot((run.x, run.y))
        turned = strip.rotate(run.angle, expand=True)
        self._picture.paste(turned, (int(left) - high, int(bottom) - wide))

    def _line(self, points: Iterable[Point], width: float = 0.5, close: bool = False) -> None:
        dots = [self._dot(point) for point in points]
        self._ink.line(dots + dots[:1] if close else dots, fill=60, width=1 + (width > 0.7))

    def _views(self, views: Views) -> None:
        (left, foot), scale = views.corner, views.scale
        for path in paths(views.data):
            points = [(left + scale * x, foot - scale * y) for x, y in path.points]
            if path.paint in "bf":
                fill = 60 if path.fill == "0" else 247
                self._ink.polygon([self._dot(point) for point in points], fill=fill)
            if path.paint != "f":
                self._line(points, close=path.paint in "sb")

    def scanned(self, rng: Random) -> Image.Image:
        """The image as it comes out of the scanner."""
        picture = self._picture.rotate(0.35, fillcolor=225)
        for _ in range(500):
            spot = rng.randrange(picture.width - 1), rng.randrange(picture.height - 1)
            picture.putpixel(spot, rng.randrange(60, 200))
        return picture


@cache
def _face(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(fonts.vera_file()), size)
