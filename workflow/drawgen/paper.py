"""Ink on one page: text and lines at places of the upright sheet, written as PDF operators.

All places are sheet coordinates: points, origin at the upper left corner of the upright sheet, y
downwards, as a person reads it. :class:`Paper` alone knows how the sheet lies on the PDF page
(/Rotate, sideways, shifted box, drawing units).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from math import cos, radians, sin
from random import Random

from reportlab.pdfbase import pdfdoc, pdfmetrics

from . import fonts
from .spec import SIZES, Sheet

Box = tuple[float, float, float, float]
Point = tuple[float, float]


class Paper:
    """A page being drawn: ``text`` and ``line`` add ink, ``finish`` hands it to the document."""

    def __init__(self, document: pdfdoc.PDFDocument, sheet: Sheet) -> None:
        fonts.register()
        self.sheet = sheet
        self.document = document
        self.width, self.height = SIZES[sheet.size]
        self._texts: list[str] = []
        self._lines: list[str] = []
        self._under: list[tuple[bytes, Point, float]] = []
        turned = sheet.sideways in (90, 270)
        self.shown = (self.height, self.width) if turned else (self.width, self.height)
        """Width and height of the page as displayed."""
        self._images: dict[str, object] = {}

    # -- places ---------------------------------------------------------------------------------

    def displayed(self, box: Box) -> Box:
        """Box of the upright sheet -> box on the displayed page (top-left origin)."""
        (ax, ay), (bx, by) = (self._turn(box[0], box[1]), self._turn(box[2], box[3]))
        return (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def _turn(self, x: float, y: float) -> Point:
        """Sheet -> displayed page."""
        turn = self.sheet.sideways
        if turn == 90:
            return self.height - y, x
        if turn == 180:
            return self.width - x, self.height - y
        if turn == 270:
            return y, self.width - x
        return x, y

    def _user(self, x: float, y: float) -> Point:
        """Sheet -> user space of the page, without drawing units."""
        x, y = self._turn(x, y)
        wide, high = self.shown
        turn = self.sheet.rotate % 360
        if turn == 90:  # the viewer turns the page clockwise: undo it
            x, y, high = y, wide - x, wide
        elif turn == 180:
            x, y = wide - x, high - y
        elif turn == 270:
            x, y, high = high - y, x, wide
        return x + self.sheet.origin[0], high - y + self.sheet.origin[1]

    # -- ink ------------------------------------------------------------------------------------

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
        runs: tuple[str, ...] = (),
    ) -> Box:
        """Write one line with its baseline at ``y``; the box of its letters comes back.

        ``angle`` is counter-clockwise in degrees; the box is upright for multiples of 90.
        ``runs`` writes the line as these pieces, one text object each.
        """
        font = font or fonts.font_for("en", self.sheet.font)
        length = fonts.width(text, font, size)
        shift = {"left": 0.0, "centre": length / 2, "right": length}[align]
        along = (cos(radians(angle)), -sin(radians(angle)))
        x, y = x - shift * along[0], y - shift * along[1]
        for _ in range(2 if self.sheet.overprint else 1):
            done = 0.0
            for piece in runs or self._pieces(text):
                if piece.strip():
                    self._show(x + done * along[0], y + done * along[1], piece, size, angle, font)
                done += fonts.width(piece, font, size)
        if font == fonts.VERA:
            self._marks(x, y, text, size, along)
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

    def _show(self, x: float, y: float, text: str, size: float, angle: float, font: str) -> None:
        unit = 1 / self.sheet.units
        head, scale = f"{size:g} Tf", 1.0
        if unit != 1:  # CAD programs choose the font at size 1 and scale the text matrix
            head, scale = "1 Tf", size * unit
        c, s = scale * cos(radians(angle)), scale * sin(radians(angle))
        # fixed notation: PDF knows no exponents
        turn = "1 0 0 1" if c == 1 else f"{c:.4f} {s:.4f} {-s:.4f} {c:.4f}"
        matrix = f"{turn} {x * unit:.2f} {(self.height - y) * unit:.2f} Tm"
        shown = "".join(f"{name} {head} ({code}) Tj " for name, code in self._coded(text, font))
        self._texts.append(f"BT {matrix} {shown}ET\n")

    def _coded(self, text: str, name: str) -> list[tuple[str, str]]:
        """(font resource, escaped string) pieces of ``text``."""
        font = pdfmetrics.getFont(name)
        if name == fonts.VERA:
            return [
                (font.getSubsetInternalName(subset, self.document), _escape(code))
                for subset, code in font.splitString(text, self.document)
            ]
        resource = self.document.getInternalFontName(name)
        return [(resource, _escape(text.encode("cp1252")))]

    def _marks(self, x: float, y: float, text: str, size: float, along: Point) -> None:
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
                        a = middle + dx * size / 1000
                        b = (dy + rise) * size / 1000
                        points.append((x + a * along[0] + b * up[0], y + a * along[1] + b * up[1]))
                    self.lines(points, width=0.07 * size)

    def lines(self, points: Iterable[Point], width: float = 0.5, close: bool = False) -> None:
        """Draw a polyline; ``width`` in points."""
        unit = 1 / self.sheet.units
        path = " l ".join(f"{x * unit:.2f} {(self.height - y) * unit:.2f}" for x, y in points)
        first, _, rest = path.partition(" l ")
        end = "s" if close else "S"
        self._lines.append(f"{width * unit:g} w {first} m {rest} l {end}\n")

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> None:
        """Draw one line."""
        self.lines(((x0, y0), (x1, y1)), width)

    def box(self, box: Box, width: float = 0.5) -> None:
        """Draw a rectangle, as a rectangle operator."""
        unit = 1 / self.sheet.units
        x, y = box[0] * unit, (self.height - box[3]) * unit
        w, h = (box[2] - box[0]) * unit, (box[3] - box[1]) * unit
        self._lines.append(f"{width * unit:g} w {x:.2f} {y:.2f} {w:.2f} {h:.2f} re S\n")

    def place(self, compressed: bytes, corner: Point, scale: float) -> None:
        """Put ready line work (compressed, y upwards) with its lower left on ``corner``."""
        self._under.append((compressed, corner, scale))

    def hidden(self, x: float, y: float, text: str, size: float) -> None:
        """Write words that nobody sees: text mode 3, or clipped away (``Sheet.hidden``)."""
        start = len(self._texts)
        font = fonts.font_for("en", self.sheet.font)
        self._show(x, y, text, size, 0.0, font)
        shown = "".join(self._texts[start:])
        clip = "0 0 1 1 re W n" if self.sheet.hidden == "clipped" else "3 Tr"
        self._texts[start:] = [f"q {clip} {shown}Q\n"]

    def image(self, compressed: bytes, pixels: tuple[int, int], box: Box) -> None:
        """Put a grey image (compressed samples) into ``box``."""
        stream = pdfdoc.PDFStream(content=compressed)
        entries: dict[str, object] = {
            "Type": pdfdoc.PDFName("XObject"),
            "Subtype": pdfdoc.PDFName("Image"),
            "Width": pixels[0],
            "Height": pixels[1],
            "ColorSpace": pdfdoc.PDFName("DeviceGray"),
            "BitsPerComponent": 8,
            "Filter": pdfdoc.PDFName("FlateDecode"),
        }
        for key, value in entries.items():
            stream.dictionary[key] = value
        name = f"Im{self.document.pageCounter}x{len(self._images)}"
        self._images[name] = self.document.Reference(stream)
        unit = 1 / self.sheet.units
        values = (box[2] - box[0], 0, 0, box[3] - box[1], box[0], self.height - box[3])
        matrix = " ".join(f"{value * unit:.2f}" for value in values)
        self._lines.append(f"q {matrix} cm /{name} Do Q\n")

    # -- the page -------------------------------------------------------------------------------

    def finish(self, order: Random) -> None:
        """Add the page to the document."""
        if self.sheet.text_order == "shuffled":
            order.shuffle(self._texts)
        document = self.document
        resources = pdfdoc.PDFResourceDictionary()
        resources.basicFonts()
        resources.XObject = dict(self._images)
        begin, texts = self._begin(), "".join(self._texts)
        streams: list[pdfdoc.PDFStream] = []
        if self.sheet.xobject:
            # one form in another one, shifted there and back: readers must follow both
            inner_resources = pdfdoc.PDFResourceDictionary()
            inner_resources.basicFonts()
            inner = _form(texts, (100.0, -50.0), inner_resources)
            name = f"inner{document.pageCounter}"
            document.Reference(inner, pdfdoc.xObjectName(name))
            reference = pdfdoc.PDFObjectReference(pdfdoc.xObjectName(name))
            outer_resources = pdfdoc.PDFResourceDictionary()
            outer_resources.basicFonts()
            outer_resources.XObject = {name: reference}
            outer = _form(f"/{name} Do\n", (-100.0, 50.0), outer_resources)
            name = f"outer{document.pageCounter}"
            document.Reference(outer, pdfdoc.xObjectName(name))
            resources.XObject[name] = pdfdoc.PDFObjectReference(pdfdoc.xObjectName(name))
            texts = f"/{name} Do\n"
        for data, (x, y), scale in self._under:
            unit = 1 / self.sheet.units
            matrix = f"{scale * unit:.4f} 0 0 {scale * unit:.4f}"
            matrix += f" {x * unit:.2f} {(self.height - y) * unit:.2f} cm"
            streams.append(_stream(f"q\n{begin}{matrix}\n"))
            ready = pdfdoc.PDFStream(content=data)
            ready.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
            streams.append(ready)
            streams.append(_stream("\nQ\n"))
        if self.sheet.text_order == "columns":
            body = texts + "".join(self._lines)
        else:
            body = "".join(self._lines) + texts
        streams.append(_stream(f"q\n{begin}{body}Q\n"))

        page = pdfdoc.PDFPage()
        (x0, y0), (x1, y1) = self._user(0, 0), self._user(self.width, self.height)
        page.MediaBox = pdfdoc.PDFArray(
            [round(v, 2) for v in (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))]
        )
        page.Rotate = self.sheet.rotate or None
        if self.sheet.user_unit != 1:
            page.__NoDefault__ = [*page.__NoDefault__, "UserUnit"]
            page.UserUnit = self.sheet.user_unit
        page.Resources = resources
        if len(streams) == 1:
            page.Contents = streams[0]
        else:
            page.Contents = pdfdoc.PDFArray([document.Reference(s) for s in streams])
        document.inPage()
        document.addPage(page)

    def _begin(self) -> str:
        """Matrix that lays the sheet (y upwards, drawing units) on the page."""
        ox, oy = self._user(0, self.height)
        ax, ay = self._user(1, self.height)
        bx, by = self._user(0, self.height - 1)
        unit = self.sheet.units
        values = [(ax - ox) * unit, (ay - oy) * unit, (bx - ox) * unit, (by - oy) * unit, ox, oy]
        if values == [1, 0, 0, 1, 0, 0]:
            return ""
        return " ".join(f"{round(v, 4) + 0.0:g}" for v in values) + " cm\n"


def _stream(text: str) -> pdfdoc.PDFStream:
    data = zlib.compress(text.encode("ascii"))
    stream = pdfdoc.PDFStream(content=data)
    stream.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
    return stream


def _form(
    text: str, shift: Point, resources: pdfdoc.PDFResourceDictionary
) -> pdfdoc.PDFFormXObject:
    form = pdfdoc.PDFFormXObject(-100000, -100000, 100000, 100000)
    form.Matrix = pdfdoc.PDFArray([1, 0, 0, 1, *shift])
    form.Contents = _stream(text)
    form.Resources = resources
    return form


_ESCAPED = [
    f"\\{chr(b)}" if b in b"()\\" else chr(b) if 32 <= b < 127 else f"\\{b:03o}" for b in range(256)
]


def _escape(code: bytes) -> str:
    """Bytes of a string as the ASCII inside ``( )``."""
    return "".join(map(_ESCAPED.__getitem__, code))
