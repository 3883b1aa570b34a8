"""Characters of a page that a reader sees: how they are drawn, where, and how large.

Text that nobody sees is left out: render mode 3 (OCR layers) and 7, text on a layer that is off,
clipped away or outside the page box. It is counted, so that a scan with an OCR layer can be told
from an empty page.

A glyph of which the font does not say what it prints is U+FFFD: it is on the sheet, so the cell
that holds it must not pass as empty or as complete.
"""

from __future__ import annotations

import math
import sys
import unicodedata
from collections.abc import Callable, Iterator, KeysView, Mapping
from itertools import count, repeat
from typing import NamedTuple

from bomflow.page import pdfium
from bomflow.page.accents import MARKS, accented
from bomflow.page.answers import AT_ONCE, GENERATED, Lettering
from bomflow.page.answers import Characters as Found
from bomflow.page.bulk import bulk
from bomflow.page.geometry import Frame, Matrix, apply, apply_box
from bomflow.page.glyph import Glyph
from bomflow.page.ligatures import whole_ligatures
from bomflow.page.unmapped import unmapped
from bomflow.page.unseen import follow_each_other, in_part
from bomflow.page.words import UNKNOWN, Box

MOST_BEYOND = (
    2000  # characters beyond the page that are kept: CAD programs leave whole sheets there
)
INVISIBLE_MODES = (3, 7)  # ISO 32000-1 table 106: neither fill nor stroke; clip only
# pdfium gives a hyphen at a line end as U+0002; soft hyphens are printed as hyphens
_REPLACED = {0x02: "-", 0xAD: "-", 0xA0: " ", 0x3000: " ", 0xFFFE: "-"}
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}


class _Style(NamedTuple):
    """Direction in degrees (displayed, counter-clockwise), size, clip box and trim of boxes.

    ``form``: the matrix by which they are still to be moved. ``stretch``: see Glyph.
    """

    angle: float
    size: float
    clip: Box | None
    trim: tuple[float, float, float, float] | None
    form: Matrix | None
    stretch: float = 1.0


class Characters:
    """Reads the characters of one page; the counts grow while ``read`` goes on."""

    def __init__(
        self, frame: Frame, hidden: Callable[[int], bool], in_forms: Mapping[int, Matrix]
    ) -> None:
        self.frame = frame
        self._in_forms = in_forms  # text objects in forms, with the matrix of these
        self._is_hidden = hidden  # whether an object is on a layer that is off
        self.hidden = 0
        self.undecoded = 0  # characters of which the font does not say what they print
        self.blank: set[int] = set()  # handles of text objects that hold a blank
        self.cut: list[Box] = []  # visible ones next to which their text goes on unseen
        self._styles: dict[int, _Style | None] = {}
        self.assumed = 0  # characters by the usual order of a font's glyphs
        self._unmapped: dict[int, str] = {}

    @property
    def objects(self) -> KeysView[int]:
        """Handles of the text objects that gave characters."""
        return self._styles.keys()

    def read(self, text_page: int) -> Iterator[Glyph]:
        """The visible characters in the order of the file."""
        total = max(0, pdfium.count_chars(text_page))
        self._unmapped, self.assumed = unmapped(text_page, total, _character)
        glyphs = whole_ligatures(self._in_file(text_page, total))
        # hardly a page has an accent on its own, and looking for its letter costs all others
        plain = not self._unmapped and MARKS.keys().isdisjoint(pdfium.text_of(text_page, total))
        return glyphs if plain else accented(glyphs)

    def _in_file(self, text_page: int, total: int) -> Iterator[Glyph]:
        for start in range(0, total, AT_ONCE):
            found = bulk.characters(text_page, start, min(AT_ONCE, total - start))
            yield from self._visible(start, found)

    def _visible(self, start: int, found: Found) -> Iterator[Glyph]:
        """The visible ones among the characters from ``start`` on."""
        styles = self._styles
        to_display = self.frame.box
        width, height = self.frame.size
        last = gone = None  # the last visible character, and an unseen one right behind it
        numbers = iter(found.boxes)
        boxes = zip(*repeat(numbers, 4), strict=True)
        for i, obj, code, (left, top, right, bottom) in zip(
            count(), found.owners, found.codes, boxes, strict=False
        ):
            if not obj:
                continue  # a blank or line break that pdfium made up
            x0, y0, x1, y1 = to_display(left, bottom, right, top)
            if obj in styles:
                style = styles[obj]
            else:
                lettering = found.lettering(i)
                if lettering.mode == GENERATED:
                    continue  # such a blank in a text object has no matrix: it says no style
                form = self._missed(obj, (left, bottom, right, top))
                if form:
                    x, y = apply(form, lettering.x, lettering.y)
                    lettering = lettering._replace(x=x, y=y)
                    x0, y0, x1, y1 = to_display(*apply_box(form, (left, bottom, right, top)))
                style = styles[obj] = self._style(lettering, obj, (x0, y0, x1, y1), form)
            if style is None:
                self.hidden += code > 32
                continue
            char = self._unmapped.get(start + i) or _character(code) or UNKNOWN
            self.undecoded += char == UNKNOWN
            angle, size, clip, trim, form, stretch = style
            if form:
                x0, y0, x1, y1 = to_display(*apply_box(form, (left, bottom, right, top)))
            if trim:
                x0, y0, x1, y1 = x0 + trim[0], y0 + trim[1], x1 - trim[2], y1 - trim[3]
            if char == UNKNOWN and min(x1 - x0, y1 - y0) <= 0:
                continue
            if char != " ":
                cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
                beyond = not (0 <= cx <= width and 0 <= cy <= height)
                if beyond or (clip and not (clip[0] <= cx <= clip[2] and clip[1] <= cy <= clip[3])):
                    self.hidden += 1
                    gone = Glyph(char, x0, y0, x1, y1, angle, size, obj, stretch)
                    if last and follow_each_other(last, gone):
                        self.cut.append(last.box)
                    continue
                last = Glyph(char, x0, y0, x1, y1, angle, size, obj, stretch)
                if (gone and follow_each_other(gone, last)) or (clip and in_part(last, clip)):
                    self.cut.append(last.box)
                gone = None
                yield last
                continue
            self.blank.add(obj)
            yield Glyph(char, x0, y0, x1, y1, angle, size, obj, stretch)

    def _missed(self, obj: int, box: Box) -> Matrix | None:
        """The matrix of the forms around a text object if pdfium did not move its characters.

        It does not where /ActualText says what a text is. ``box``: of a character, user space.
        """
        matrix = self._in_forms.get(obj)
        if matrix is None:
            return None
        bounds = pdfium.Floats(4)
        if not pdfium.object_bounds(obj, *bounds.at):
            return None
        own = x0, y0, x1, y1 = bounds.read()
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        left, low, right, high = apply_box(matrix, own)
        if x0 <= x <= x1 and y0 <= y <= y1 and not (left <= x <= right and low <= y <= high):
            return matrix
        return None

    def _style(self, drawn: Lettering, obj: int, box: Box, form: Matrix | None) -> _Style | None:
        """How a text object is drawn, from one of its characters; None if it is invisible."""
        if drawn.mode in INVISIBLE_MODES or self._is_hidden(obj):
            return None
        a, b, c, d = drawn.a, drawn.b, drawn.c, drawn.d
        angle = (math.degrees(math.atan2(b, a)) - 90 * self.frame.turns) % 360
        # The height across the line; text slanted by its matrix is no larger than upright text.
        along = math.hypot(a, b)
        area = a * d - b * c
        height = abs(area) / along if along else math.hypot(c, d)
        size = max(drawn.size * height, 0.1)
        stretch = along / height if height else 1.0
        clip = self._clip(obj) if drawn.clips > 0 else None
        if abs((angle + 45) % 90 - 45) > 2:
            return _Style(angle, size, clip, None, form, stretch)
        turns = round(angle / 90) % 4
        foot, head = self._reach(drawn.x, drawn.y, turns, box)
        if foot + head > 20 * size:  # a Type 3 font in units of its own: its size says nothing
            size, stretch = 0.75 * (foot + head), 1.0
        lean = (a * c + b * d) / area if abs(area) > 1e-6 * along * along else 0.0
        if abs(lean) < 0.01:
            lean = 0.0
        trim = _trim(turns, foot, head, size, lean)
        return _Style(angle, size, clip, trim, form, stretch)

    def _reach(self, x: float, y: float, turns: int, box: Box) -> tuple[float, float]:
        """How far a character box reaches below and above the line it stands on, in points."""
        x0, y0, x1, y1 = box
        x, y = self.frame.point(x, y)
        if turns == 0:
            return y1 - y, y - y0
        if turns == 1:
            return x1 - x, x - x0
        if turns == 2:
            return y - y0, y1 - y
        return x - x0, x1 - x

    def _clip(self, obj: int) -> Box | None:
        """Displayed box of the object's clip path, None when nothing of it can be used."""
        path = pdfium.clip_path(obj)
        point = pdfium.Floats(2)
        box: Box | None = None
        for p in range(min(pdfium.clip_count(path), 64)):
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


def _trim(
    turns: int, foot: float, head: float, size: float, lean: float
) -> tuple[float, float, float, float] | None:
    """What to take off a character box on each side (left, top, right, bottom), in points.

    Some fonts claim ascents of several lines, or hang below their foot line; their boxes would
    reach into the next rows, and parts of one line in two fonts would not meet: one font size is
    the most. The boxes of text that leans by ``lean`` of its height reach over their neighbours.
    """
    low = high = 0.0
    if foot + head > 1.45 * size or foot > 0.4 * size:
        low, high = max(0.0, foot - 0.25 * size), max(0.0, head - 0.95 * size)
    before, after = lean * foot, lean * head
    if lean < 0:
        before, after = -after, -before
    if not (low or high or before or after):
        return None
    return (
        (before, high, after, low), (high, after, low, before),
        (after, low, before, high), (low, before, high, after),
    )[turns]  # fmt: skip


def _character(code: int) -> str:
    """The printed character of a code; '' when the font does not say what it prints."""
    if 32 < code < 127:
        return chr(code)
    if code in _REPLACED:
        return _REPLACED[code]
    if code in _LIGATURES:
        return _LIGATURES[code]
    if code < 32:
        return " " if code in (9, 10, 13) else ""
    if 0xD800 <= code < 0xE000 or code > sys.maxunicode:
        return "\ufffd"
    if 0x2F00 <= code < 0x2FE0:  # radicals, which fonts draw like the characters
        return unicodedata.normalize("NFKC", chr(code))
    return chr(code)
