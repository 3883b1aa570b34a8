"""PDF operators written one by one into reportlab's document: full control of every byte."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from math import cos, radians, sin

from reportlab.pdfbase import pdfdoc, pdfmetrics

from .. import fonts
from ..ink import Image, Line, Page, Point, Rectangle, Run, Shade
from . import cad, plotter

RESTYLED = {"cad": cad.restyled, "plotter": plotter.restyled}
"""How a producer would draw the same page; the others draw it as it is."""


def produce(pages: Iterable[Page]) -> bytes:
    """The file, the same bytes every time."""
    document = pdfdoc.PDFDocument(invariant=1, compression=1)
    document.info.producer = "drawgen"
    for page in pages:
        restyled = RESTYLED.get(page.sheet.producer)
        page = restyled(page) if restyled else page
        _Writer(document, page).write()
    return bytes(document.GetPDFData(None))


class _Writer:
    """Writes one page."""

    def __init__(self, document: pdfdoc.PDFDocument, page: Page) -> None:
        self.document, self.page, self.sheet = document, page, page.sheet
        self.height = page.placing.height
        self.unit = 1 / self.sheet.units
        self.images: dict[str, object] = {}

    def write(self) -> None:
        """Add the page to the document."""
        document = self.document
        shades = "".join(map(self._shade, self.page.shades))
        lines = "".join(map(self._line, self.page.lines))
        texts = "".join(map(self._text, self.page.runs))
        resources = pdfdoc.PDFResourceDictionary()
        resources.basicFonts()
        resources.XObject = dict(self.images)
        begin = self._begin()
        if self.sheet.xobject:
            texts = self._in_forms(texts, resources)
        streams = self._views(begin)
        body = texts + lines if self.sheet.text_order == "columns" else lines + texts
        streams.append(_stream(f"q\n{begin}{shades}{body}Q\n"))

        page = pdfdoc.PDFPage()
        page.MediaBox = pdfdoc.PDFArray([round(v, 2) for v in self.page.placing.media_box()])
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
        units = self.sheet.units
        *turn, x, y = self.page.placing.matrix()
        values = [*(v * units for v in turn), x, y]
        if values == [1, 0, 0, 1, 0, 0]:
            return ""
        return " ".join(f"{round(v, 4) + 0.0:g}" for v in values) + " cm\n"

    def _views(self, begin: str) -> list[pdfdoc.PDFStream]:
        """Ready line work as streams of its own, between two that place it."""
        streams = []
        for data, (x, y), scale in self.page.views:
            matrix = f"{scale * self.unit:.4f} 0 0 {scale * self.unit:.4f}"
            matrix += f" {self._point((x, y))} cm"
            streams.append(_stream(f"q\n{begin}{matrix}\n"))
            ready = pdfdoc.PDFStream(content=data)
            ready.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")
            streams.append(ready)
            streams.append(_stream("\nQ\n"))
        return streams

    def _in_forms(self, texts: str, resources: pdfdoc.PDFResourceDictionary) -> str:
        """The texts in one form in another one, shifted there and back: readers must follow."""
        document = self.document
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
        return f"/{name} Do\n"

    def _point(self, point: Point) -> str:
        return f"{point[0] * self.unit:.2f} {(self.height - point[1]) * self.unit:.2f}"

    def _text(self, run: Run) -> str:
        head, scale = f"{run.size:g} Tf", 1.0
        if self.unit != 1:  # CAD programs choose the font at size 1 and scale the text matrix
            head, scale = "1 Tf", run.size * self.unit
        c, s = scale * cos(radians(run.angle)), scale * sin(radians(run.angle))
        # fixed notation: PDF knows no exponents
        turn = "1 0 0 1" if c == 1 else f"{c:.4f} {s:.4f} {-s:.4f} {c:.4f}"
        codes = self._coded(run.text, run.font)
        shown = "".join(f"{name} {head} ({code}) Tj " for name, code in codes)
        squeezed = f"{100 * run.stretch:g} Tz " if run.stretch != 1 else ""
        text = f"BT {turn} {self._point((run.x, run.y))} Tm {squeezed}{shown}ET\n"
        if squeezed:  # it would hold for what follows
            text = f"q {text}Q\n"
        if not run.hidden:
            return text
        clip = "0 0 1 1 re W n" if run.hidden == "clipped" else "3 Tr"
        return f"q {clip} {text}Q\n"

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

    def _line(self, line: Line) -> str:
        if isinstance(line, Image):
            return self._image(line)
        width = f"{line.width * self.unit:g} w"
        if isinstance(line, Rectangle):
            x0, top, x1, bottom = line.box
            w, h = (x1 - x0) * self.unit, (bottom - top) * self.unit
            return f"{width} {self._point((x0, bottom))} {w:.2f} {h:.2f} re S\n"
        first, *rest = map(self._point, line.points)
        return f"{width} {first} m {' l '.join(rest)} l {'s' if line.closed else 'S'}\n"

    def _shade(self, shade: Shade) -> str:
        x0, top, x1, bottom = shade.box
        w, h = (x1 - x0) * self.unit, (bottom - top) * self.unit
        return f"{shade.grey:g} g {self._point((x0, bottom))} {w:.2f} {h:.2f} re f 0 g\n"

    def _image(self, image: Image) -> str:
        stream = pdfdoc.PDFStream(content=image.samples)
        entries: dict[str, object] = {
            "Type": pdfdoc.PDFName("XObject"),
            "Subtype": pdfdoc.PDFName("Image"),
            "Width": image.pixels[0],
            "Height": image.pixels[1],
            "ColorSpace": pdfdoc.PDFName("DeviceGray"),
            "BitsPerComponent": 8,
            "Filter": pdfdoc.PDFName("FlateDecode"),
        }
        for key, value in entries.items():
            stream.dictionary[key] = value
        name = f"Im{self.document.pageCounter}x{len(self.images)}"
        self.images[name] = self.document.Reference(stream)
        x0, top, x1, bottom = image.box
        w, h = (x1 - x0) * self.unit, (bottom - top) * self.unit
        return f"q {w:.2f} 0.00 0.00 {h:.2f} {self._point((x0, bottom))} cm /{name} Do Q\n"


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
