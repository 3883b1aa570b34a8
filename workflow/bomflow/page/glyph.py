"""One character, and whether it is printed once more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bomflow.page.words import Box

BLANK = 0.22  # a gap of this share of the font size separates words
# between letters that touch each other kerning may leave less of a blank (FOOT AND)
TOUCHING, NARROW_BLANK = 0.05, 0.16
SQUEEZED = 0.95  # widths of the font below which text is drawn narrower on purpose


class Glyph(NamedTuple):
    """One character: box on the displayed page, direction in degrees, font size, its text run.

    ``stretch``: how wide it is drawn, in widths of the font (Tz, the width factor of CAD texts);
    the blanks of squeezed text are narrower in the same measure.
    """

    char: str
    x0: float
    top: float
    x1: float
    bottom: float
    angle: float
    size: float
    run: int
    stretch: float = 1.0

    @property
    def box(self) -> Box:
        return self.x0, self.top, self.x1, self.bottom


def printed_once(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """The glyphs without those printed on (nearly) the same place before."""
    seen: dict[tuple[str, float], set[int]] = {}
    return [g for g in glyphs if not is_twin(g, seen)]


_LINE = 1 << 40  # places are numbered by line and column, in one whole number


def of_one_glyph(a: Glyph, b: Glyph) -> bool:
    """Whether two characters that follow each other are of one ligature: they have its box.

    In that only small letters come twice (ff); a figure would be printed over itself.
    """
    return a.run == b.run and a.box == b.box and (a.char != b.char or a.char.islower())


def is_twin(g: Glyph, seen: dict[tuple[str, float], set[int]]) -> bool:
    """Whether the same glyph was printed on (nearly) the same place already.

    By the middle of its foot: an outline that is drawn over a letter for bold print is wider, and
    its font may reach another height.
    """
    unit = max(0.12 * g.size, 0.05)
    x, y = (g.x0 + g.x1) / 2, (g.top + g.bottom) / 2
    if g.angle == 0:
        y = g.bottom
    elif g.angle == 90:
        x = g.x1
    elif g.angle == 180:
        y = g.top
    elif g.angle == 270:
        x = g.x0
    x, y = x / unit, y / unit
    column, line = round(x), round(y)
    here = line * _LINE + column
    aside = 1 if x > column else -1
    below = _LINE if y > line else -_LINE
    kind = (g.char, round(g.size, 1))
    places = seen.get(kind)
    if places is None:
        seen[kind] = {here}
        return False
    if (
        here in places
        or here + aside in places
        or here + below in places
        or here + below + aside in places
    ):
        return True
    places.add(here)
    return False
