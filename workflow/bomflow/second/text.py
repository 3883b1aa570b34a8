"""The words around a table as pdfminer and pdfplumber read them.

pdfminer is imported when it is called, as most drawings never need it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from itertools import islice
from operator import itemgetter
from typing import Any

from bomflow.page.accents import accented
from bomflow.page.characters import INVISIBLE_MODES
from bomflow.page.frames import Turn
from bomflow.page.geometry import Frame, Matrix
from bomflow.page.glyph import Glyph
from bomflow.page.parsed import open_parsed
from bomflow.page.words import Box, Word, composed
from bomflow.second.strip import without_paths

BLANK = 0.2  # a gap of this share of the font size separates words
SAME_SIZE = 0.1  # points
ABOVE, BELOW = 0.8, 0.2  # a letter's box about its base line, whatever its font claims, font sizes
_REPLACED = dict.fromkeys(range(32)) | str.maketrans(
    {"\t": " ", "\u00a0": " ", "\u3000": " ", "\u00ad": "-", "\ufffe": "-"}
)


def read_words(path: str, number: int, frame: Frame, turn: Turn, region: Box) -> list[Word]:
    """Words of page ``number`` (1-based) that are upright in the reading frame of ``turn``.

    ``region`` (reading frame) is where they are looked for. Letters that the font cannot decode
    read U+FFFD.

    Raises:
        Exception: whatever pdfminer meets in a broken file; LookupError: no such page.
    """
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # what it misses, the engine reads
    with open(path, "rb") as stream:
        pages = PDFPage.create_pages(open_parsed(PDFParser(stream)))
        page = next(islice(pages, number - 1, None), None)
        if page is None:
            raise LookupError(f"page {number} is not found")
        resources = _resources()
        device = _device(resources, region)
        interpreter = _interpreter(resources, device)
        interpreter.render_contents(page.resources, page.contents, ctm=reading_matrix(frame, turn))
    return _group(list(accented(device.letters)))


def reading_matrix(frame: Frame, turn: Turn) -> Matrix:
    """User space to the reading frame with y upwards: (x, -top)."""

    def place(x: float, y: float) -> tuple[float, float]:
        px, py = frame.point(x, y)
        left, top, _, _ = turn.box((px, py, px, py))
        return left, -top

    (x0, y0), (x1, y1), (x2, y2) = place(0, 0), place(1, 0), place(0, 1)
    return (x1 - x0, y1 - y0, x2 - x0, y2 - y0, x0, y0)


def _resources() -> Any:
    from pdfminer.encodingdb import name2unicode
    from pdfminer.pdffont import PDFSimpleFont
    from pdfminer.pdfinterp import PDFResourceManager
    from pdfminer.pdftypes import list_value, resolve1
    from pdfminer.psparser import PSLiteral

    def unknown_codes(spec: Any) -> Iterator[int]:
        """Codes beyond ASCII to which a font gives a glyph of which the name says nothing."""
        encoding = resolve1(spec.get("Encoding"))
        code = 0
        entries = encoding.get("Differences", []) if isinstance(encoding, dict) else []
        for entry in list_value(entries):
            if not isinstance(entry, PSLiteral):
                code = entry
                continue
            try:
                name2unicode(str(entry.name))
            except (KeyError, ValueError):
                if not 32 <= code < 127:
                    yield code
            code += 1

    class Resources(PDFResourceManager):
        """Fonts without the characters that pdfminer takes for such codes from its base table."""

        def get_font(self, objid: object, spec: Any) -> Any:
            font = super().get_font(objid, spec)
            if isinstance(font, PDFSimpleFont):
                unknown = set(unknown_codes(spec))
                known = font.cid2unicode.items()
                font.cid2unicode = {code: char for code, char in known if code not in unknown}
            return font

    return Resources()


def _interpreter(resources: Any, device: Any) -> Any:
    from pdfminer.pdfinterp import PDFPageInterpreter
    from pdfminer.pdftypes import PDFStream, stream_value

    class Interpreter(PDFPageInterpreter):
        """Runs content streams from which the line work was taken."""

        def execute(self, streams: Any) -> None:
            stripped = []
            for value in streams:
                stream = stream_value(value)
                plain = PDFStream({}, without_paths(stream.get_data()))
                plain.objid, plain.genno = stream.objid, stream.genno
                stripped.append(plain)
            super().execute(stripped)

    return Interpreter(resources, device)


def _device(resources: Any, region: Box) -> Any:
    from pdfminer.layout import LTChar
    from pdfminer.pdfdevice import PDFTextDevice
    from pdfminer.pdffont import PDFUnicodeNotDefined

    class Letters(PDFTextDevice):
        """Collects the visible, upright letters of a region in pdfplumber's terms."""

        letters: list[Glyph]
        hidden = False

        def render_string(self, textstate: Any, *rest: Any) -> None:
            self.hidden = textstate.render in INVISIBLE_MODES
            super().render_string(textstate, *rest)

        def render_char(
            self, matrix: Any, font: Any, size: Any, scaling: Any, rise: Any, cid: Any, *rest: Any
        ) -> float:
            try:
                text = font.to_unichr(cid)
            except PDFUnicodeNotDefined:
                text = "\N{REPLACEMENT CHARACTER}"
            letter = LTChar(
                matrix, font, size, scaling, rise, text, font.char_width(cid), font.char_disp(cid),
                *rest,
            )  # fmt: skip
            a, b, _, d, _, base = matrix
            x0, x1, high = letter.x0, letter.x1, letter.size
            top, bottom = -base - ABOVE * high, -base + BELOW * high
            upright = a > 0 and d > 0 and abs(b) < 0.03 * a
            inside = region[0] <= x1 and x0 <= region[2] and region[1] <= -base <= region[3]
            text = text.translate(_REPLACED)
            if text and upright and inside and not self.hidden:
                self.letters.append(Glyph(text, x0, top, x1, bottom, 0, high, 0))
            return float(letter.adv)

    device = Letters(resources)
    device.letters = []
    return device


def _group(glyphs: list[Glyph]) -> list[Word]:
    """Words of letters of one size each: lines of large and of small print do not mix."""
    from pdfplumber.utils.clustering import cluster_objects
    from pdfplumber.utils.text import dedupe_chars, extract_words

    letters = [
        {
            "text": g.char, "x0": g.x0, "x1": g.x1, "top": g.top, "bottom": g.bottom,
            "doctop": g.top, "upright": True, "size": g.size, "fontname": "",
            "height": g.size, "width": g.x1 - g.x0,
        }
        for g in glyphs
    ]  # fmt: skip
    words: list[Word] = []
    for group in cluster_objects(letters, itemgetter("size"), tolerance=SAME_SIZE):
        size = group[0]["size"]
        found = extract_words(
            dedupe_chars(group, tolerance=0.12 * size, extra_attrs=()),
            x_tolerance_ratio=BLANK,
            y_tolerance=0.3 * size,
        )
        words += [
            Word(composed(w["text"]), w["x0"], w["top"], w["x1"], w["bottom"], 0, size)
            for w in found
        ]
    return words
