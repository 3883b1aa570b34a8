"""Pages of a PDF as words, rulings and pictures.

Coordinates leave this module as points of the displayed page (crop box, after /Rotate), origin top
left. pdfium does not apply UserUnit: a point here is one unit of the page's user space.
Text that nobody sees is left out: render mode 3 (OCR layers) and 7, text clipped away or outside
the page box. It is counted, so that a scan with an OCR layer can be told from an empty page.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import NamedTuple

from bomflow.errors import ErrorCode, ExtractionError
from bomflow.page import pdfium
from bomflow.page.geometry import Frame, Matrix, apply, apply_box, multiply
from bomflow.page.glyphs import Glyph, group_words
from bomflow.page.raster import shows_grid
from bomflow.page.rulings import Rulings
from bomflow.page.words import Box, Word

MAX_FORM_DEPTH = 12  # forms may nest exponentially; drawings nest a few levels
MAX_OBJECTS = 2_000_000  # objects of a page looked at
MAX_NESTED = 300_000  # objects looked at inside forms; a copy costs memory
MAX_PATH_SEGMENTS = 20_000  # of one path: a grid has hundreds, hatching thousands
MAX_PIXELS = 16_000_000  # larger pictures are not decoded: a few KB of JBIG2 may hold gigabytes

_INVISIBLE_MODES = (3, 7)  # ISO 32000-1 table 106: neither fill nor stroke; clip only
# pdfium gives a hyphen at a line end as U+0002; soft hyphens are printed as hyphens
_REPLACED = {0x02: "-", 0xAD: "-", 0xA0: " ", 0x3000: " ", 0xFFFE: "-"}
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}


class Picture(NamedTuple):
    """An image on the page: its displayed box and pdfium's handle."""

    box: Box
    handle: int


class _Style(NamedTuple):
    """Direction in degrees (displayed, counter-clockwise), size, clip box and trim of boxes."""

    angle: float
    size: float
    clip: Box | None
    trim: tuple[float, float, float, float] | None


class Page:
    """One loaded page. Use it inside ``Document.page``."""

    def __init__(self, handle: int, number: int) -> None:
        self._handle = handle
        self.number = number
        turns = pdfium.rotation(handle) % 4
        self.rotation = turns * 90
        rect = pdfium.Floats(4)
        pdfium.page_box(handle, rect.at[0])
        left, top, right, bottom = rect.read()
        self.frame = Frame(left, bottom, right, top, turns)
        self.width, self.height = self.frame.size
        self.objects: int = max(0, pdfium.count_objects(handle))
        self.hidden_characters = 0
        self.undecoded_characters = 0
        self.lost_texts = 0  # text objects of which the font gives no characters

    def words(self) -> list[Word]:
        """The visible words of the page, overprinted ones once, in the order of the file."""
        text_page = pdfium.load_text(self._handle)
        if not text_page:
            return []
        try:
            words = group_words(self._glyphs(text_page))
        finally:
            pdfium.close_text(text_page)
        seen = self._text_objects
        for obj, _, bounds in self._of_kind(pdfium.TEXT):
            # characters that pdfium cannot map (CJK fonts that are not embedded) have a height but
            # no width, or the other way round; blanks have neither
            flat, thin = bounds[3] - bounds[1] <= 0.01, bounds[2] - bounds[0] <= 0.01
            if flat != thin and obj not in seen:
                self.lost_texts += pdfium.render_mode(obj) not in _INVISIBLE_MODES
        return words

    def _glyphs(self, text_page: int) -> Iterator[Glyph]:
        unicode_at, object_at = pdfium.unicode_at, pdfium.object_at
        loose_box = pdfium.loose_box
        rect = pdfium.Floats(4)
        rect_at, read = rect.at[0], rect.read
        styles: dict[int, _Style | None] = {}
        self._text_objects = styles.keys()
        to_display = self.frame.box
        width, height = self.width, self.height
        for i in range(pdfium.count_chars(text_page)):
            obj = object_at(text_page, i)
            if not obj:
                continue  # a blank or line break that pdfium made up
            code = unicode_at(text_page, i)
            if obj in styles:
                style = styles[obj]
            else:
                style = styles[obj] = self._style(text_page, i, obj)
            if style is None:
                self.hidden_characters += code > 32
                continue
            char = _character(code)
            if not char:
                self.undecoded_characters += 1
                continue
            loose_box(text_page, i, rect_at)
            left, top, right, bottom = read()
            x0, y0, x1, y1 = to_display(left, bottom, right, top)
            angle, size, clip, trim = style
            if trim:
                x0, y0, x1, y1 = x0 + trim[0], y0 + trim[1], x1 - trim[2], y1 - trim[3]
            if char != " ":
                cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
                if not (0 <= cx <= width and 0 <= cy <= height) or (
                    clip and not (clip[0] <= cx <= clip[2] and clip[1] <= cy <= clip[3])
                ):
                    self.hidden_characters += 1
                    continue
            yield Glyph(char, x0, y0, x1, y1, angle, size, obj)

    def _style(self, text_page: int, index: int, obj: int) -> _Style | None:
        """How a text object is drawn; None if it is invisible."""
        if pdfium.render_mode(obj) in _INVISIBLE_MODES:
            return None
        matrix = pdfium.Floats(6)
        pdfium.char_matrix(text_page, index, matrix.at[0])
        a, b, c, d, _, _ = matrix.read()
        angle = (math.degrees(math.atan2(b, a)) - self.rotation) % 360
        size = max(pdfium.font_size(text_page, index) * math.hypot(c, d), 0.1)
        return _Style(angle, size, self._clip(obj), self._trim(text_page, index, angle, size))

    def _trim(
        self, text_page: int, index: int, angle: float, size: float
    ) -> tuple[float, float, float, float] | None:
        """What to take off a character box on each side so that it is one font size high.

        Some fonts claim ascents of several lines; their boxes would reach into the next rows.
        """
        turns = round(angle / 90) % 4
        if abs((angle + 45) % 90 - 45) > 2:
            return None
        loose, origin = pdfium.Floats(4), pdfium.Doubles(2)
        pdfium.loose_box(text_page, index, loose.at[0])
        pdfium.char_origin(text_page, index, *origin.at)
        left, top, right, bottom = loose.read()
        x0, y0, x1, y1 = self.frame.box(left, bottom, right, top)
        x, y = self.frame.point(*origin.read())
        foot, head = {
            0: (y1 - y, y - y0), 1: (x1 - x, x - x0), 2: (y - y0, y1 - y), 3: (x - x0, x1 - x)
        }[turns]  # fmt: skip
        if foot + head <= 1.45 * size or foot + head > 20 * size:
            return None
        low, high = max(0.0, foot - 0.25 * size), max(0.0, head - 0.95 * size)
        return {
            0: (0.0, high, 0.0, low), 1: (high, 0.0, low, 0.0),
            2: (0.0, low, 0.0, high), 3: (low, 0.0, high, 0.0),
        }[turns]  # fmt: skip

    def _clip(self, obj: int) -> Box | None:
        """Displayed box of the object's clip path, None when it is not clipped."""
        path = pdfium.clip_path(obj)
        count = pdfium.clip_count(path) if path else -1
        point = pdfium.Floats(2)
        box: Box | None = None
        for p in range(min(count, 64)):
            segments = pdfium.clip_segments(path, p)
            if not 2 <= segments <= 500:
                continue
            xs, ys = [], []
            for s in range(segments):
                pdfium.segment_point(pdfium.clip_segment(path, p, s), *point.at)
                x, y = point.read()
                xs.append(x)
                ys.append(y)
            one = self.frame.box(min(xs), min(ys), max(xs), max(ys))
            if box is not None:
                one = (
                    max(box[0], one[0]), max(box[1], one[1]),
                    min(box[2], one[2]), min(box[3], one[3]),
                )  # fmt: skip
            box = one
        return box

    def rulings(self, region: Box, shortest: float = 3.0) -> Rulings:
        """Horizontal and vertical lines that touch ``region``, at least ``shortest`` points long.

        Strokes, thin filled rectangles and the edges of rectangles count, in nested forms too.
        Objects are judged by their bounds first: on a dense sheet nearly all are passed by.
        """
        across: list[tuple[float, float, float]] = []
        down: list[tuple[float, float, float]] = []
        x_low, y_low, x_high, y_high = self.frame.user(region)
        for obj, matrix, bounds in self._of_kind(pdfium.PATH):
            x0, y0, x1, y1 = bounds if matrix is None else apply_box(matrix, bounds)
            if x1 < x_low or x0 > x_high or y1 < y_low or y0 > y_high:
                continue
            w, h = x1 - x0, y1 - y0
            if w < shortest and h < shortest:
                continue
            if (h <= 3.0 and w > 3 * h) or (w <= 3.0 and h > 3 * w):
                left, top, right, bottom = self.frame.box(x0, y0, x1, y1)
                _add(left, top, right, bottom, across, down)
            elif 3 <= pdfium.segment_count(obj) <= MAX_PATH_SEGMENTS:
                self._edges(obj, matrix, shortest, across, down)
        return Rulings(across, down)

    def _edges(
        self,
        obj: int,
        outer: Matrix | None,
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
            here = self.frame.point(*apply(matrix, *point.read()))
            if kind == pdfium.MOVE_TO:
                start = here
            elif kind == pdfium.LINE_TO and last is not None:
                _add_edge(last, here, shortest, across, down)
            last = here
            if pdfium.segment_close(segment) and start is not None:
                _add_edge(here, start, shortest, across, down)
                last = start

    def pictures(self, smallest: float = 0.01) -> list[Picture]:
        """Images that cover at least the share ``smallest`` of the page, in nested forms too."""
        found = []
        least = smallest * self.width * self.height
        for obj, matrix, bounds in self._of_kind(pdfium.IMAGE):
            x0, y0, x1, y1 = self.frame.box(*(apply_box(matrix, bounds) if matrix else bounds))
            x0, y0, x1, y1 = max(x0, 0.0), max(y0, 0.0), min(x1, self.width), min(y1, self.height)
            if x1 > x0 and y1 > y0 and (x1 - x0) * (y1 - y0) >= least:
                found.append(Picture((x0, y0, x1, y1), obj))
        return found

    def shows_grid(self, picture: Picture) -> bool | None:
        """Whether a picture shows a ruled table; None when it is too large or broken."""
        size = pdfium.Whole(2)
        if not pdfium.image_size(picture.handle, *size.at):
            return None
        width, height = size.read()
        if not 0 < width * height <= MAX_PIXELS:
            return None
        bitmap = pdfium.image_bitmap(picture.handle)
        if not bitmap:
            return None
        try:
            step = pdfium.PIXEL_BYTES.get(pdfium.bitmap_format(bitmap))
            columns, rows = pdfium.bitmap_width(bitmap), pdfium.bitmap_height(bitmap)
            stride = pdfium.bitmap_stride(bitmap)
            buffer = pdfium.bitmap_buffer(bitmap)
            if not step or not buffer:
                return None
            data = pdfium.bytes_at(buffer, stride * rows)
        finally:
            pdfium.bitmap_destroy(bitmap)
        return shows_grid(data, columns, rows, stride, step)

    def _of_kind(self, wanted: int) -> Iterator[tuple[int, Matrix | None, list[float]]]:
        """Objects of one type, the matrix of the forms around them (None: none), their bounds."""
        get_bounds = pdfium.object_bounds
        bounds = pdfium.Floats(4)
        b0, b1, b2, b3 = bounds.at
        read = bounds.read
        plain, nested = self._inventory
        for obj in plain[wanted]:
            if get_bounds(obj, b0, b1, b2, b3):
                yield obj, None, read()
        for kind, obj, matrix in nested:
            if kind == wanted and get_bounds(obj, b0, b1, b2, b3):
                yield obj, matrix, read()

    @cached_property
    def _inventory(self) -> tuple[dict[int, array[int]], list[tuple[int, int, Matrix]]]:
        """Handles of the page's own objects by type, and (type, handle, matrix) of nested ones."""
        get_type, form = pdfium.object_type, pdfium.FORM
        plain = {k: array("Q") for k in (pdfium.TEXT, pdfium.PATH, pdfium.IMAGE, form)}
        get, page = pdfium.get_object, self._handle
        for i in range(min(self.objects, MAX_OBJECTS)):
            obj = get(page, i)
            kind = get_type(obj)
            if kind in plain:
                plain[kind].append(obj)
        nested: list[tuple[int, int, Matrix]] = []
        left = MAX_NESTED
        stack: list[tuple[int, Matrix | None, int]] = [(f, None, 1) for f in plain[form]]
        while stack and left > 0:
            holder, outer, depth = stack.pop()
            own = pdfium.Floats(6)
            pdfium.object_matrix(holder, own.at[0])
            matrix = multiply(own.read(), outer)
            count = min(max(pdfium.form_count(holder), 0), left)
            left -= count
            for i in range(count):
                obj = pdfium.form_object(holder, i)
                kind = get_type(obj)
                if kind != form:
                    nested.append((kind, obj, matrix))
                elif depth < MAX_FORM_DEPTH:
                    stack.append((obj, matrix, depth + 1))
        return plain, nested


class Document:
    """An open PDF."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self.page_count: int = pdfium.page_count(handle)

    @contextmanager
    def page(self, number: int) -> Iterator[Page]:
        """Load page ``number`` (1-based) and release it afterwards.

        Raises:
            ExtractionError: INVALID_PDF, the page cannot be loaded.
        """
        handle = pdfium.load_page(self._handle, number - 1)
        if not handle:
            raise ExtractionError(ErrorCode.INVALID_PDF, f"page {number} cannot be loaded")
        try:
            yield Page(handle, number)
        finally:
            pdfium.close_page(handle)


@contextmanager
def open_document(path: str) -> Iterator[Document]:
    """Open a PDF.

    Raises:
        ExtractionError: INVALID_PDF, ENCRYPTED, NO_PAGES or FILE_NOT_FOUND.
    """
    pdfium.start()
    handle = pdfium.load_document(path.encode("utf-8", "surrogateescape"), None)
    if not handle:
        raise _open_error(pdfium.last_error())
    try:
        document = Document(handle)
        if document.page_count <= 0:
            raise ExtractionError(ErrorCode.NO_PAGES, "the PDF has no pages")
        yield document
    finally:
        pdfium.close_document(handle)


def _open_error(code: int) -> ExtractionError:
    if code == pdfium.PASSWORD_ERROR:
        return ExtractionError(ErrorCode.ENCRYPTED, "the PDF needs a password")
    if code == pdfium.SECURITY_ERROR:
        return ExtractionError(ErrorCode.ENCRYPTED, "the PDF uses an unknown encryption")
    if code == pdfium.FILE_ERROR:
        return ExtractionError(ErrorCode.FILE_NOT_FOUND, "the file cannot be opened")
    if code == pdfium.SUCCESS:  # pdfium reports a page count of 0 this way
        return ExtractionError(ErrorCode.NO_PAGES, "the PDF has no pages")
    return ExtractionError(ErrorCode.INVALID_PDF, "the file is no readable PDF")


def _character(code: int) -> str:
    """The printed character of a code; '' when the font does not say what it prints."""
    if code in _REPLACED:
        return _REPLACED[code]
    if code in _LIGATURES:
        return _LIGATURES[code]
    if code < 32:
        return " " if code in (9, 10, 13) else ""
    if 0xD800 <= code < 0xE000:
        return "\ufffd"
    return chr(code)


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
