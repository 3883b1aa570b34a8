"""Accents that are drawn as characters of their own, over or under their letter.

TeX builds letters of its oldest fonts (OT1) so: an acute, then, set back, the e; a capital's accent
is raised, and a way through PostScript may leave it elsewhere in the line. Side by side both would
break the word in two and the header with it.
"""

from __future__ import annotations

import math
import unicodedata
from collections import deque
from collections.abc import Iterable, Iterator

from bomflow.page.glyph import Glyph

# What is printed for an accent alone, and the mark that makes one letter of it and another.
MARKS = {
    "`": "\u0300", "´": "\u0301", "ˆ": "\u0302", "^": "\u0302", "˜": "\u0303", "~": "\u0303",
    "¯": "\u0304", "ˉ": "\u0304", "˘": "\u0306", "˙": "\u0307", "¨": "\u0308", "˚": "\u030a",
    "˝": "\u030b", "ˇ": "\u030c", "¸": "\u0327", "˛": "\u0328",
}  # fmt: skip
_DOTLESS = {"ı": "i", "ȷ": "j"}
_REACH = 256  # characters of the file between a letter and its accent: those of a line
# In font sizes, from the middle of a letter to that of its accent: along the line and across it.
_ALONG, _ASIDE = 0.15, 0.5


def accented(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """The characters with each accent and its letter as one, in the place of the letter."""
    held: deque[Glyph] = deque()
    waiting: list[Glyph] = []  # accents among them
    for g in glyphs:
        if g.char in MARKS:
            place = next((i for i in reversed(range(len(held))) if _one(held[i], g)), None)
            if place is not None:
                held[place] = _one(held[place], g) or held[place]
                continue
            waiting.append(g)
        elif waiting:
            mark = next((m for m in waiting if _one(g, m)), None)
            if mark is not None:
                g = _one(g, mark) or g
                waiting.remove(mark)
                held.remove(mark)
        held.append(g)
        if len(held) > _REACH:
            first = held.popleft()
            if waiting and first is waiting[0]:
                waiting.pop(0)
            yield first
    yield from held


def over(letter: str, mark: str) -> str:
    """The letter with an accent as one character, '' where there is no such letter."""
    one = unicodedata.normalize("NFC", _DOTLESS.get(letter, letter) + MARKS.get(mark, ""))
    return one if len(one) == 1 and one != letter else ""


def _one(letter: Glyph, mark: Glyph) -> Glyph | None:
    """Both as one character if the accent stands on the middle of the letter."""
    if letter.angle != mark.angle or abs(letter.size - mark.size) > 0.1 * mark.size:
        return None
    dx = (mark.x0 + mark.x1 - letter.x0 - letter.x1) / 2
    dy = (mark.top + mark.bottom - letter.top - letter.bottom) / 2
    ux, uy = math.cos(math.radians(mark.angle)), -math.sin(math.radians(mark.angle))
    if abs(dx * ux + dy * uy) > _ALONG * mark.size or abs(dy * ux - dx * uy) > _ASIDE * mark.size:
        return None
    char = over(letter.char, mark.char)
    return letter._replace(char=char) if char else None
