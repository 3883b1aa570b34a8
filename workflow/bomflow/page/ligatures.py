"""Ligatures in text that does not run along the page's own x axis.

The engine tells the letters of a ligature as characters of their own and parts its box between
them from left to right, whichever way the text runs: in text drawn upwards both stand side by side
across the line, in text upside down in the wrong order.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from bomflow.page.glyph import Glyph

_EXACT = 0.02  # font sizes by which the boxes of such letters do not fit to each other


def whole_ligatures(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """The characters, the letters of such a ligature with the box of all of it."""
    last: Glyph | None = None
    held: list[Glyph] = []  # the letters of one, where there are several
    for g in glyphs:
        if last is not None:
            # that what follows stands further right is asked first: nearly all characters do
            ahead = g.angle == 0 and g.x0 > last.x0
            if not ahead and last.run == g.run and _of_one(last, g):
                held = held or [last]
                held.append(g)
            elif held:
                yield from _whole(held)
                held = []
            else:
                yield last
        last = g
    if held:
        yield from _whole(held)
    elif last is not None:
        yield last


def _of_one(a: Glyph, b: Glyph) -> bool:
    """Whether two letters are as long as each other and abut across the line or backwards."""
    if not (a.char.islower() and b.char.islower()):
        return False
    slack = _EXACT * b.size
    same_x = abs(a.x0 - b.x0) <= slack and abs(a.x1 - b.x1) <= slack
    same_y = abs(a.top - b.top) <= slack and abs(a.bottom - b.bottom) <= slack
    if same_x == same_y:
        return False
    angle = math.radians(b.angle)
    along_x, along_y = round(math.cos(angle)), -round(math.sin(angle))
    beside = (a.x1, b.x0, a.x0, b.x1) if same_y else (a.bottom, b.top, a.top, b.bottom)
    ahead = along_x if same_y else along_y
    forward = abs(beside[0] - beside[1]) <= slack
    backward = abs(beside[2] - beside[3]) <= slack
    return (forward or backward) if not ahead else backward if ahead > 0 else forward


def _whole(letters: list[Glyph]) -> list[Glyph]:
    x0, top = min(g.x0 for g in letters), min(g.top for g in letters)
    x1, bottom = max(g.x1 for g in letters), max(g.bottom for g in letters)
    return [g._replace(x0=x0, top=top, x1=x1, bottom=bottom) for g in letters]
