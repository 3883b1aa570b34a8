"""Where a text goes on that nobody sees: behind a clip, or beyond the edge of the page."""

from __future__ import annotations

import math

from bomflow.page.glyph import Glyph
from bomflow.page.words import Box

# In font sizes.
_NEXT = 1.5  # from one character of a text to the next
_TOUCHING = 0.05  # between two that touch
_IN_PART = 0.15  # of a character that a clip cuts off


def follow_each_other(one: Glyph, other: Glyph) -> bool:
    """Whether two characters are neighbours in one text, or touch where each is a run."""
    dx = abs(one.x0 + one.x1 - other.x0 - other.x1) / 2
    dy = abs(one.top + one.bottom - other.top - other.bottom) / 2
    if one.run == other.run:
        return math.hypot(dx, dy) <= _NEXT * one.size
    if one.angle != other.angle or one.size != other.size:
        return False
    wide = (one.x1 - one.x0 + other.x1 - other.x0) / 2
    high = (one.bottom - one.top + other.bottom - other.top) / 2
    along, aside, reach = (dx, dy, wide) if one.angle % 180 == 0 else (dy, dx, high)
    return max(abs(along - reach), aside) <= _TOUCHING * one.size


def in_part(g: Glyph, clip: Box) -> bool:
    """Whether a clip cuts a character across its line: what follows may not be in the file."""
    if g.angle % 180 == 0:
        over = max(clip[0] - g.x0, g.x1 - clip[2])
    else:
        over = max(clip[1] - g.top, g.bottom - clip[3])
    return over > _IN_PART * g.size
