"""Pages of a PDF as words, rulings and pictures.

Coordinates leave this module as points of the displayed page (crop box, after /Rotate), origin top
left. pdfium does not apply UserUnit: a point here is one unit of the page's user space.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate
from typing import NamedTuple

from bomflow.errors import ErrorCode, ExtractionError
from bomflow.page import pdfium
from bomflow.page.annotations import Stroked, merge_drawn, stroked_texts, words_of
from bomflow.page.characters import INVISIBLE_MODES, Characters
from bomflow.page.figures import letters_of
from bomflow.page.geometry import Frame
from bomflow.page.glyph import Glyph
from bomflow.page.glyphs import group_words
from bomflow.page.layers import Layers
from bomflow.page.objects import Objects
from bomflow.page.outlines import outlined_tables
from bomflow.page.raster import shows_table
from bomflow.page.rulings import Rulings
from bomflow.page.strokes import find_rulings
from bomflow.page.words import Box, Word
from bomflow.passwords import known_passwords

MOST_ATTACHED = 100  # names of attached files that are asked for
MOST_BEYOND = 2000  # texts beyond the page: CAD programs leave whole sheets there
MAX_PIXELS = 16_000_000  # larger pictures are not decoded: a few KB of JBIG2 may hold gigabytes


class Picture(NamedTuple):
    """An image on the page: its displayed box and pdfium's handle."""

    box: Box
    handle: int


class Page:
    """One loaded page. Use it inside ``Document.page``."""

    def __init__(self, handle: int, number: int, layers: Layers, stroked: list[Stroked]) -> None:
        self._handle = handle
        self._layers = layers
        self._stroked = stroked
        self.number = number
        turns = pdfium.rotation(handle) % 4
        self.rotation = turns * 90
        rect = pdfium.Floats(4)
        pdfium.page_box(handle, rect.at[0])
        left, top, right, bottom = rect.read()
        self.frame = Frame(left, bottom, right, top, turns)
        self.width, self.height = self.frame.size
        self._objects = Objects(handle)
        self.objects = self._objects.count
        self.hidden_characters = 0
        self.undecoded_characters = 0
        self.assumed_characters = 0  # read by the usual order of a font's glyphs
        self.cut_texts: list[Box] = []  # where a text goes on unseen, clipped or beyond the page
        self.beyond: list[Box] = []  # texts beyond the edges of the page, as far as kept
        self.lost_texts = 0  # text objects of which the font gives no characters

    def words(self) -> list[Word]:
        """The visible words of the page, overprinted ones once, in the order of the file.

        Those that are drawn as lines, and told by annotations, come last.
        """
        characters = Characters(self.frame, self._layers.hide, self._objects.in_forms(pdfium.TEXT))
        text_page = pdfium.load_text(self._handle)
        if not text_page:
            return words_of(self._stroked, self.frame, ())
        try:
            words = group_words(characters.read(text_page))
        finally:
            pdfium.close_text(text_page)
        self.hidden_characters, self.undecoded_characters = characters.hidden, characters.undecoded
        self.assumed_characters = characters.assumed
        self.cut_texts = characters.cut
        self._look_at_other_texts(characters.objects, characters.blank)
        return words + words_of(self._stroked, self.frame, words)

    def glyphs(self, boxes: Sequence[Box]) -> list[list[list[Glyph]]]:
        """The visible characters in each of some boxes, in stretches that the file holds whole.

        They are read anew: hardly a page needs them, and all of them take more memory than words.
        """
        found: list[list[list[Glyph]]] = [[] for _ in boxes]
        last = [-2] * len(boxes)
        text_page = pdfium.load_text(self._handle) if boxes else None
        if not text_page:
            return found
        characters = Characters(self.frame, self._layers.hide, self._objects.in_forms(pdfium.TEXT))
        low, high = min(b[1] for b in boxes), max(b[3] for b in boxes)
        try:
            printed = (g for g in characters.read(text_page) if g.char != " ")
            for number, g in enumerate(printed):
                x, y = (g.x0 + g.x1) / 2, (g.top + g.bottom) / 2
                if not low <= y <= high:
                    continue
                for i, (x0, top, x1, bottom) in enumerate(boxes):
                    if x0 <= x <= x1 and top <= y <= bottom:
                        if last[i] != number - 1:
                            found[i].append([])
                        found[i][-1].append(g)
                        last[i] = number
        finally:
            pdfium.close_text(text_page)
        return found

    def _look_at_other_texts(self, seen: Container[int], blank: Container[int]) -> None:
        """Note the visible text objects that give no word: lost ones, and those beyond the page.

        Of those not ``seen`` pdfium gives no character. Characters that it cannot map or draw (CJK
        fonts that are not embedded) have a height but no width, or the other way round. One alone
        has neither, as a blank has; in a font in which others are flat it is taken for a character.
        """
        outside: list[Box] = []
        lost, empty, flat_fonts = 0, [], set()
        left, low, right, high = self.frame.user((0.0, 0.0, self.width, self.height))
        for obj, _, bounds in self._objects.of_kind(pdfium.TEXT):
            x0, y0, x1, y1 = bounds
            flat, thin = y1 - y0 <= 0.01, x1 - x0 <= 0.01
            if flat != thin and obj not in blank:  # a blank that is read is flat as well
                flat_fonts.add(pdfium.font_of(obj))
            beyond = x1 <= left or x0 >= right or y1 <= low or y0 >= high
            if (obj in seen and not beyond) or pdfium.render_mode(obj) in INVISIBLE_MODES:
                continue
            if obj not in seen:
                lost += flat != thin
                if flat and thin:
                    empty.append(obj)
            if beyond and len(outside) < MOST_BEYOND:
                outside.append(self.frame.box(*bounds))
        self.beyond = outside
        self.lost_texts = lost + sum(pdfium.font_of(obj) in flat_fonts for obj in empty)

    def rulings(self, region: Box, shortest: float = 3.0) -> Rulings:
        """Axis-parallel lines that touch ``region``, at least ``shortest`` points long."""
        return find_rulings(self._objects, self.frame, region, shortest)

    def is_drawn(self, objects: int = 200, segments: int = 2000) -> bool:
        """Whether the page holds that much line work: more objects, or paths of more segments."""
        if self.objects > objects:
            return True
        counts = (pdfium.segment_count(o) for o, _, _ in self._objects.of_kind(pdfium.PATH))
        return any(total > segments for total in accumulate(counts))

    def pictures(self, smallest: float = 0.003) -> list[Picture]:
        """Images that cover at least the share ``smallest`` of the page, in nested forms too."""
        found = []
        least = smallest * self.width * self.height
        for obj, _, bounds in self._objects.of_kind(pdfium.IMAGE):
            x0, y0, x1, y1 = self.frame.box(*bounds)
            x0, y0, x1, y1 = max(x0, 0.0), max(y0, 0.0), min(x1, self.width), min(y1, self.height)
            if x1 > x0 and y1 > y0 and (x1 - x0) * (y1 - y0) >= least:
                found.append(Picture((x0, y0, x1, y1), obj))
        return found

    def outlined_tables(self) -> list[Box]:
        """Boxes of tables whose letters are drawn as strokes."""
        drawn: list[tuple[int, int]] = []

        def letters() -> Iterator[Box]:
            sheet = self.frame.user((0.0, 0.0, self.width, self.height))
            paths = self._objects.of_kind(pdfium.PATH, sheet)
            for bounds, path, segments in letters_of(paths):
                drawn.append((path, segments))
                yield self.frame.box(*bounds)

        return outlined_tables(
            letters(), lambda n: drawn[n][1] or pdfium.segment_count(drawn[n][0])
        )

    def shows_table(self, picture: Picture) -> bool | None:
        """Whether a picture shows a table; None when it is too large or broken."""
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
        x0, top, x1, bottom = picture.box
        points = (x1 - x0 + bottom - top) / (columns + rows)
        return shows_table(data, columns, rows, stride, step, points)


class Document:
    """An open PDF."""

    def __init__(self, handle: int, path: str) -> None:
        self._handle = handle
        self._layers = Layers(path)
        self.page_count: int = pdfium.page_count(handle)

    def attached_pdfs(self) -> list[str]:
        """Names of the first PDFs that this one carries along, as a portfolio of drawings does."""
        count = min(pdfium.attachment_count(self._handle), MOST_ATTACHED)
        names = (pdfium.attachment_name(self._handle, index) for index in range(count))
        return [name for name in names if name.lower().endswith(".pdf")]

    @contextmanager
    def page(self, number: int) -> Iterator[Page]:
        """Load page ``number`` (1-based) and release it afterwards.

        Raises:
            ExtractionError: INVALID_PDF, the page cannot be loaded.
        """
        handle = self._load(number)
        stroked = stroked_texts(handle)
        if merge_drawn(handle):
            pdfium.close_page(handle)
            handle = self._load(number)
        try:
            yield Page(handle, number, self._layers, stroked)
        finally:
            pdfium.close_page(handle)

    def _load(self, number: int) -> int:
        handle = pdfium.load_page(self._handle, number - 1)
        if not handle:
            raise ExtractionError(ErrorCode.INVALID_PDF, f"page {number} cannot be loaded")
        return int(handle)


@contextmanager
def open_document(path: str) -> Iterator[Document]:
    """Open a PDF, an encrypted one with the first of the known passwords that fits.

    Raises:
        ExtractionError: INVALID_PDF, ENCRYPTED, NO_PAGES or FILE_NOT_FOUND.
    """
    pdfium.start()
    name = path.encode("utf-8", "surrogateescape")
    handle = pdfium.load_document(name, None)
    if not handle and pdfium.last_error() == pdfium.PASSWORD_ERROR:
        tries = (pdfium.load_document(name, word.encode()) for word in known_passwords())
        handle = next(filter(None, tries), None)
    if not handle:
        raise _open_error(pdfium.last_error())
    try:
        document = Document(handle, path)
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
