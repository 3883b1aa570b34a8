"""Fonts that need nothing from the system: the PDF base fonts, and Vera for everything else.

Vera lacks most of the Polish and Vietnamese letters: such a letter is drawn as its nearest Vera
glyph plus strokes for the missing marks. Chinese ones are drawn as lozenges. The text layer holds
the letters themselves. (A CID font that is not embedded would look better where the reading
machine has the font, but without it pdfium gives no text at all.)
"""

from __future__ import annotations

import functools
import unicodedata
from pathlib import Path

import reportlab
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

# Streams stay binary: the ASCII filter is slow and grows every file by a quarter.
rl_config.useA85 = 0

ASCENT, DESCENT = 0.74, 0.21
"""Height of a line of text over and under its baseline, in font sizes."""

VERA = "Vera"
LOZENGE = "\u25ca"
"""What stands for a Chinese letter on paper."""

# Points of a stroke in thousandths of the font size: from the middle of the letter, over its top
# (0 = height of a small letter) or, for the marks below, under the baseline.
STROKES: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "\u0300": (((-120, 190), (20, 80)),),  # grave
    "\u0301": (((-20, 80), (120, 190)),),  # acute
    "\u0302": (((-130, 80), (0, 170), (130, 80)),),  # circumflex
    "\u0303": (((-140, 90), (-60, 150), (60, 100), (140, 160)),),  # tilde
    "\u0306": (((-120, 160), (-60, 90), (60, 90), (120, 160)),),  # breve
    "\u0307": (((-25, 120), (25, 120)),),  # dot above
    "\u0309": (((-40, 180), (50, 180), (50, 120), (0, 80)),),  # hook above
    "\u030c": (((-130, 170), (0, 80), (130, 170)),),  # caron
    "\u031b": (((180, -60), (260, 0), (240, 70)),),  # horn
    "\u0323": (((-25, -150), (25, -150)),),  # dot below
    "\u0328": (((60, 0), (10, -110), (110, -160)),),  # ogonek
}
BELOW = "\u0323\u0328"


@functools.cache
def _vera() -> tuple[TTFont, dict[str, str]]:
    """Vera with the wanted letters added, and the marks that each of them lacks."""
    font = TTFont(VERA, "Vera.ttf")
    glyphs, widths = font.face.charToGlyph, font.face.charWidths
    own = dict(glyphs)
    lacking: dict[str, str] = {}
    for code in [*range(0x100, 0x250), *range(0x1E00, 0x1F00)]:
        base, marks = ("", "") if code in own else _split(chr(code), own)
        if base and all(mark in STROKES for mark in marks):
            glyphs[code], widths[code] = own[ord(base)], widths[ord(base)]
            lacking[chr(code)] = marks
    for code in range(0x4E00, 0xA000):
        glyphs[code], widths[code] = own[ord(LOZENGE)], 1000
    return font, lacking


def _split(letter: str, glyphs: dict[int, int]) -> tuple[str, str]:
    """Split a letter into the nearest letter with a glyph and the marks it lacks."""
    parts = unicodedata.normalize("NFD", letter)
    base, marks = parts[0], parts[1:]
    if ord(base) not in glyphs:
        return "", ""
    missing = ""
    for mark in marks:
        with_mark = unicodedata.normalize("NFC", base + mark)
        if len(with_mark) == 1 and ord(with_mark) in glyphs and with_mark != letter:
            base = with_mark
        else:
            missing += mark
    return base, missing


def marks_of(letter: str) -> str:
    """Marks (combining characters) that have to be drawn over the Vera glyph of ``letter``."""
    return _vera()[1].get(letter, "")


def glyphs() -> dict[int, int]:
    """Number of the Vera glyph that stands for each letter (by code point)."""
    found: dict[int, int] = _vera()[0].face.charToGlyph
    return found


def stretch(letter: str) -> float:
    """How much wider a letter is set than the Vera glyph that stands for it."""
    return 1000 / _vera()[0].face.charWidths[ord(LOZENGE)] if "一" <= letter < "ꀀ" else 1.0


def vera_file() -> Path:
    """The file of Vera that comes with reportlab."""
    return Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


@functools.cache
def register() -> None:
    """Make Vera known to reportlab, once per process."""
    pdfmetrics.registerFont(_vera()[0])


def font_for(language: str, wanted: str) -> str:
    """Name of the font for ``language``: ``wanted`` unless that one lacks the letters."""
    register()
    return VERA if language in ("pl", "vi", "zh") else wanted


def width(text: str, font: str, size: float) -> float:
    """Advance width of ``text`` in points."""
    return _width(text, font) * size


@functools.lru_cache(maxsize=1 << 15)
def _width(text: str, font: str) -> float:
    return float(pdfmetrics.stringWidth(text, font, 1))
