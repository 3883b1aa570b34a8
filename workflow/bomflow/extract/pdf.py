"""Pages of a PDF as words, rulings and pictures; the only module that opens PDFs.

Works on pdfium's raw API because its cost on a dense sheet is close to that of loading the page.
Coordinates leave this module as points of the displayed page (crop box, after /Rotate), origin top
left. pdfium applies neither UserUnit nor scaling, so a point is one unit of the page's user space.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pypdfium2.raw as raw

from bomflow.errors import ErrorCode, ExtractionError
from bomflow.extract.glyphs import Glyph, group_words
from bomflow.extract.words import Box, Word

MAX_FORM_DEPTH = 12  # forms may nest exponentially; drawings nest a few levels
MAX_OBJECTS = 2_000_000  # objects looked at per page, over all nested forms

_INVISIBLE_MODES = (3, 7)  # ISO 32000-1 table 106: neither fill nor stroke; clip only
_REPLACED = {0x02: "-", 0xAD: "-", 0xA0: " ", 0x3000: " ", 0xFFFE: "-"}
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}


class Rulings(NamedTuple):
    """Axis-parallel lines in points: ``across`` (y, x0, x1) and ``down`` (x, y0, y1)."""

    across: list[tuple[float, float, float]]
    down: list[tuple[float, float, float]]


class Pictures(NamedTuple):
    """What a page shows that is no text: image boxes and the share of the page they cover."""

    images: list[Box]
    objects: int


class Frame(NamedTuple):
    """Maps user space to the displayed page."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the displayed page."""
        w, h = self.right - self.left, self.top - self.bottom
        return (h, w) if self.turns % 2 else (w, h)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Displayed position of a user-space point."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """Displayed box of a user-space rectangle."""
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


class Page:
    """One loaded page. Use it inside ``Document.page``."""

    def __init__(self, handle: Any, number: int) -> None:
        self._handle = handle
        self.number = number
        self.rotation = raw.FPDFPage_GetRotation(handle) % 4 * 90
        rect = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(handle, rect)
        self.frame = Frame(rect.left, rect.bottom, rect.right, rect.top, self.rotation // 90)
        self.width, self.height = self.frame.size
        self.objects: int = max(0, raw.FPDFPage_CountObjects(handle))
        self.hidden_characters = 0
        self.undecoded_characters = 0

    def words(self) -> list[Word]:
        """The visible words of the page, overprinted ones once, in reading order of the file."""
        text_page = raw.FPDFText_LoadPage(self._handle)
        if not text_page:
            return []
        try:
            return group_words(self._glyphs(text_page))
        finally:
            raw.FPDFText_ClosePage(text_page)

    def _glyphs(self, text_page: Any) -> Iterator[Glyph]:
        unicode_at = raw.FPDFText_GetUnicode
        object_at = raw.FPDFText_GetTextObject
        loose_box = raw.FPDFText_GetLooseCharBox
        address = ctypes.addressof
        rect = raw.FS_RECTF()
        styles: dict[int, tuple[float, float, Box | None] | None] = {}
        to_display = self.frame.box
        width, height = self.width, self.height
        for i in range(raw.FPDFText_CountChars(text_page)):
            obj = object_at(text_page, i)
            if not obj:
                continue  # a blank or line break that pdfium made up
            code = unicode_at(text_page, i)
            key = address(obj.contents)
            style = styles.get(key, False)
            if style is False:
                style = styles[key] = self._style(text_page, i, obj)
            if style is None:
                self.hidden_characters += code > 32
                continue
            if code in _REPLACED:
                char = _REPLACED[code]
            elif code in _LIGATURES:
                char = _LIGATURES[code]
            elif code < 32:
                if code not in (9, 10, 13):
                    self.undecoded_characters += 1
                    continue
                char = " "
            elif 0xD800 <= code < 0xE000:
                char = "\ufffd"
            else:
                char = chr(code)
            loose_box(text_page, i, rect)
            x0, y0, x1, y1 = to_display(rect.left, rect.bottom, rect.right, rect.top)
            angle, size, clip = style
            cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
            if char != " ":
                if not (0 <= cx <= width and 0 <= cy <= height):
                    self.hidden_characters += 1
                    continue
                if clip and not (clip[0] <= cx <= clip[2] and clip[1] <= cy <= clip[3]):
                    self.hidden_characters += 1
                    continue
            yield Glyph(char, x0, y0, x1, y1, angle, size, key)

    def _style(
        self, text_page: Any, index: int, obj: Any
    ) -> tuple[float, float, Box | None] | None:
        """Angle (degrees, counter-clockwise, displayed), size and clip box; None if invisible."""
        if raw.FPDFTextObj_GetTextRenderMode(obj) in _INVISIBLE_MODES:
            return None
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(text_page, index, matrix)
        angle = math.degrees(math.atan2(matrix.b, matrix.a)) - self.rotation
        size = raw.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
        return angle % 360, size, self._clip(obj)

    def _clip(self, obj: Any) -> Box | None:
        """Displayed box of the object's clip path, None when it is not clipped."""
        path = raw.FPDFPageObj_GetClipPath(obj)
        count = raw.FPDFClipPath_CountPaths(path) if path else -1
        if count <= 0:
            return None
        x, y = ctypes.c_float(), ctypes.c_float()
        box: Box | None = None
        for p in range(min(count, 64)):
            segments = raw.FPDFClipPath_CountPathSegments(path, p)
            if not 2 <= segments <= 500:
                continue
            xs, ys = [], []
            for s in range(segments):
                raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(path, p, s), x, y)
                xs.append(x.value)
                ys.append(y.value)
            one = self.frame.box(min(xs), min(ys), max(xs), max(ys))
            box = one if box is None else (
                max(box[0], one[0]), max(box[1], one[1]), min(box[2], one[2]), min(box[3], one[3])
            )
        return box

    def rulings(self, region: Box, shortest: float = 3.0) -> Rulings:
        """Horizontal and vertical lines that touch ``region``, at least ``shortest`` points long.

        Strokes, thin filled rectangles and the edges of stroked rectangles count, in nested forms
        too. Objects are judged by their bounds first: on a dense sheet nearly all are passed by.
        """
        across: list[tuple[float, float, float]] = []
        down: list[tuple[float, float, float]] = []
        for obj, matrix in self._objects(raw.FPDF_PAGEOBJ_PATH):
            bounds = _bounds(obj)
            if bounds is None:
                continue
            if matrix:
                bounds = _apply_box(matrix, bounds)
            x0, y0, x1, y1 = self.frame.box(*bounds)
            if x1 < region[0] or x0 > region[2] or y1 < region[1] or y0 > region[3]:
                continue
            w, h = x1 - x0, y1 - y0
            if w < shortest and h < shortest:
                continue
            if h <= 3.0 and w > 3 * h:
                across.append(((y0 + y1) / 2, x0, x1))
            elif w <= 3.0 and h > 3 * w:
                down.append(((x0 + x1) / 2, y0, y1))
            elif raw.FPDFPath_CountSegments(obj) <= 20_000:
                self._edges(obj, matrix, shortest, across, down)
        return Rulings(across, down)

    def _edges(
        self,
        obj: Any,
        outer: tuple[float, ...] | None,
        shortest: float,
        across: list[tuple[float, float, float]],
        down: list[tuple[float, float, float]],
    ) -> None:
        """Add the axis-parallel edges of one path to ``across`` and ``down``."""
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(obj, fill, stroke)
        if not stroke.value and not fill.value:
            return
        own = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(obj, own)
        matrix = _multiply((own.a, own.b, own.c, own.d, own.e, own.f), outer)
        x, y = ctypes.c_float(), ctypes.c_float()
        start = last = None
        for i in range(raw.FPDFPath_CountSegments(obj)):
            segment = raw.FPDFPath_GetPathSegment(obj, i)
            kind = raw.FPDFPathSegment_GetType(segment)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            here = self.frame.point(*_apply(matrix, x.value, y.value))
            if kind == raw.FPDF_SEGMENT_MOVETO:
                start = here
            elif kind == raw.FPDF_SEGMENT_LINETO and last is not None:
                _add_edge(last, here, shortest, across, down)
            last = here
            if raw.FPDFPathSegment_GetClose(segment) and start is not None:
                _add_edge(here, start, shortest, across, down)
                last = start

    def pictures(self) -> Pictures:
        """Boxes of the images on the page, in nested forms too."""
        images = []
        for obj, matrix in self._objects(raw.FPDF_PAGEOBJ_IMAGE):
            bounds = _bounds(obj)
            if bounds is not None:
                box = _apply_box(matrix, bounds) if matrix else bounds
                images.append(self.frame.box(*box))
        return Pictures(images, self.objects)

    def _objects(self, wanted: int) -> Iterator[tuple[Any, tuple[float, ...] | None]]:
        """Every object of one type with the matrix of the forms around it (None: none)."""
        left = MAX_OBJECTS
        kind_of, form = raw.FPDFPageObj_GetType, raw.FPDF_PAGEOBJ_FORM
        stack: list[tuple[Any, tuple[float, ...] | None, int]] = []
        get, page = raw.FPDFPage_GetObject, self._handle
        for i in range(min(self.objects, left)):
            obj = get(page, i)
            kind = kind_of(obj)
            if kind == wanted:
                yield obj, None
            elif kind == form:
                stack.append((obj, None, 1))
        left -= self.objects
        while stack and left > 0:
            holder, outer, depth = stack.pop()
            own = raw.FS_MATRIX()
            raw.FPDFPageObj_GetMatrix(holder, own)
            matrix = _multiply((own.a, own.b, own.c, own.d, own.e, own.f), outer)
            count = raw.FPDFFormObj_CountObjects(holder)
            left -= count
            for i in range(min(count, max(0, left))):
                obj = raw.FPDFFormObj_GetObject(holder, i)
                kind = kind_of(obj)
                if kind == wanted:
                    yield obj, matrix
                elif kind == form and depth < MAX_FORM_DEPTH:
                    stack.append((obj, matrix, depth + 1))


class Document:
    """An open PDF."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self.page_count: int = raw.FPDF_GetPageCount(handle)

    @contextmanager
    def page(self, number: int) -> Iterator[Page]:
        """Load page ``number`` (1-based) and release it afterwards.

        Raises:
            ExtractionError: INVALID_PDF, the page cannot be loaded.
        """
        handle = raw.FPDF_LoadPage(self._handle, number - 1)
        if not handle:
            raise ExtractionError(ErrorCode.INVALID_PDF, f"page {number} cannot be loaded")
        try:
            yield Page(handle, number)
        finally:
            raw.FPDF_ClosePage(handle)


_started = False


@contextmanager
def open_document(path: str) -> Iterator[Document]:
    """Open a PDF.

    Raises:
        ExtractionError: INVALID_PDF, ENCRYPTED, NO_PAGES or FILE_NOT_FOUND.
    """
    global _started
    if not _started:
        raw.FPDF_InitLibrary()
        _started = True
    handle = raw.FPDF_LoadDocument(path.encode("utf-8", "surrogateescape"), None)
    if not handle:
        raise _open_error(raw.FPDF_GetLastError())
    try:
        document = Document(handle)
        if document.page_count <= 0:
            raise ExtractionError(ErrorCode.NO_PAGES, "the PDF has no pages")
        yield document
    finally:
        raw.FPDF_CloseDocument(handle)


def _open_error(code: int) -> ExtractionError:
    if code == raw.FPDF_ERR_PASSWORD:
        return ExtractionError(ErrorCode.ENCRYPTED, "the PDF needs a password")
    if code == raw.FPDF_ERR_SECURITY:
        return ExtractionError(ErrorCode.ENCRYPTED, "the PDF uses an unknown encryption")
    if code == raw.FPDF_ERR_FILE:
        return ExtractionError(ErrorCode.FILE_NOT_FOUND, "the file cannot be opened")
    if code == raw.FPDF_ERR_SUCCESS:  # pdfium reports a page count of 0 this way
        return ExtractionError(ErrorCode.NO_PAGES, "the PDF has no pages")
    return ExtractionError(ErrorCode.INVALID_PDF, "the file is no readable PDF")


def _bounds(obj: Any) -> tuple[float, float, float, float] | None:
    left, bottom, right, top = _BOUNDS
    if not raw.FPDFPageObj_GetBounds(obj, left, bottom, right, top):
        return None
    return left.value, bottom.value, right.value, top.value


_BOUNDS = (ctypes.c_float(), ctypes.c_float(), ctypes.c_float(), ctypes.c_float())


def _apply(m: tuple[float, ...], x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _apply_box(m: tuple[float, ...], b: Box) -> Box:
    corners = [_apply(m, x, y) for x in (b[0], b[2]) for y in (b[1], b[3])]
    xs, ys = [c[0] for c in corners], [c[1] for c in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _multiply(m: tuple[float, ...], n: tuple[float, ...] | None) -> tuple[float, ...]:
    """Matrix that applies ``m`` first, then ``n``."""
    if n is None:
        return m
    return (
        m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
    )  # fmt: skip


def _add_edge(
    a: tuple[float, float],
    b: tuple[float, float],
    shortest: float,
    across: list[tuple[float, float, float]],
    down: list[tuple[float, float, float]],
) -> None:
    dx, dy = abs(a[0] - b[0]), abs(a[1] - b[1])
    if dy <= 0.6 and dx >= shortest:
        across.append(((a[1] + b[1]) / 2, min(a[0], b[0]), max(a[0], b[0])))
    elif dx <= 0.6 and dy >= shortest:
        down.append(((a[0] + b[0]) / 2, min(a[1], b[1]), max(a[1], b[1])))
