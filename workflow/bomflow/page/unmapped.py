"""Characters of which the font does not say what they print: pdfium gives the code in the font.

In a font without any table an ASCII code mostly is the character (stroke fonts of CAD programs,
bitmaps of TeX), unless its glyphs are just counted from 0 on. Beside characters that a table does
decode a code means nothing.

Where a table got lost, as on a way through PostScript, codes often are numbers of glyphs. TrueType
fonts mostly have these in the order of Apple's standard glyphs (OpenType, table 'post', format 1):
blank 3, digits 19 to 28, capitals from 36 on. Digits then come as control codes, which no text
holds. It is an assumption all the same: whoever reads such text must say so.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import repeat

from bomflow.page import pdfium
from bomflow.page.bulk import bulk
from bomflow.page.words import UNKNOWN

_BLANK, _TILDE = 3, 97  # numbers of the glyphs of ASCII
_SPACE = 32  # pdfium makes blanks up, which are no glyph 32
_TO_ASCII = 29  # from the number of a glyph to its character
_DIGITS = range(19, 29)
_FEW = 3  # control codes that tell numbers of glyphs; digits among them


def unmapped(
    text_page: int, total: int, printed: Callable[[int], str]
) -> tuple[dict[int, str], int]:
    """What such characters print, by index: U+FFFD where nobody knows; and how many are assumed.

    ``printed``: the character of a code.
    """
    errors = bulk.unmapped(text_page, total)
    if not any(errors):
        return {}, 0
    codes = list(map(pdfium.unicode_at, repeat(text_page), range(total)))
    owners = map(pdfium.object_at, repeat(text_page), range(total))
    fonts = [owner and pdfium.font_of(owner) for owner in owners]
    used: dict[int | None, set[int]] = {}
    all_used: dict[int | None, set[int]] = {}
    opaque: set[int | None] = set()
    for font, code, error in zip(fonts, codes, errors, strict=True):
        all_used.setdefault(font, set()).add(code)
        if error:
            used.setdefault(font, set()).add(code)
        elif font and printed(code).isalnum():
            opaque.add(font)
    for font, own in used.items():
        if 3 * sum(code < 32 for code in own) >= len(own):
            opaque.add(font)
    numbered = {font for font in used if font and _are_glyphs(used[font], all_used[font])}
    told: dict[int, str] = {}
    assumed = 0
    for i, (font, code, error) in enumerate(zip(fonts, codes, errors, strict=True)):
        if font in numbered and (error or code != _SPACE):
            known = _BLANK <= code <= _TILDE
            told[i] = chr(code + _TO_ASCII) if known else UNKNOWN
            assumed += known
        elif error and (font in opaque or not 32 <= code < 127):
            told[i] = UNKNOWN
    return told, assumed


def _are_glyphs(failed: set[int], codes: set[int]) -> bool:
    """Whether the codes of a font are numbers of glyphs in the usual order.

    ``failed``: those that pdfium could not map. Fonts that count their glyphs as they were used
    begin with 0 or 1, which print nothing in that order.
    """
    low = {code for code in failed if code < 32}
    return len(low) >= _FEW and len(low & set(_DIGITS)) > 1 and not codes & {0, 1, 2}
