"""Words of a page: what the reader and the code finder work on."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in PDF points of the displayed page, origin top left."""


UNKNOWN = "\ufffd"
"""Stands for a glyph of which the font does not say what it prints."""


PARTED = -2.0
"""``Word.gap`` of a word that was cut off the text of another cell."""


LARGE = 2.0
"""Letters so many times as large as those of a list are none of it: COPY across the sheet."""


class Word(NamedTuple):
    """Characters printed without a blank between them.

    Boxes are points of the displayed page (after /Rotate), origin top left. ``angle`` is the
    direction of the text on the displayed page, degrees counter-clockwise: 0 reads to the right,
    90 upwards, 180 upside down, 270 downwards, anything else is slanted. ``size`` is the font size
    in points. ``gap`` is the blank to the word before it on the same line, in points, or -1 when
    the word starts a text run of its own; PARTED.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    angle: int = 0
    size: float = 10.0
    gap: float = -1.0

    @property
    def box(self) -> Box:
        """The word's box."""
        return (self.x0, self.top, self.x1, self.bottom)


def composed(text: str) -> str:
    """Letters with their marks as one character each (NFC), as they are typed; all else as it is.

    Some producers print a letter and its mark one after the other.
    """
    if text.isascii() or not any(map(unicodedata.combining, text)):
        return text
    return unicodedata.normalize("NFC", text)
