"""Headers of lists in text that is drawn aslant, as in a text box turned by a degree or two.

Such lists are told, not read: their lines and cells are not those of the sheet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import cos, radians, sin

from bomflow.page.words import Box, Word
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.seeds import company, find_seeds
from bomflow.table.layout import box_of

_COLUMNS = 3  # that a header has; fewer are words of a sentence along a line
_NAMED = 2  # of them that are the list's own
_LEVEL = 0.8  # font sizes by which the words of a header differ in height


def lists_aslant(words: Sequence[Word], words_of: Vocabulary) -> list[tuple[str, Box]]:
    """Why and where a list in slanted text is not read: a header of three columns."""
    slanted = defaultdict(list)
    for w in words:
        if w.angle % 90:
            slanted[w.angle].append(w)
    found = []
    for angle, group in slanted.items():
        level = [_level(w) for w in group]
        seeds = find_seeds(level, words_of)
        names = [
            s
            for s in seeds
            if s.real
            and company(s, seeds) >= _NAMED
            and sum(abs(o.y - s.y) <= _LEVEL * s.size for o in seeds) >= _COLUMNS
        ]
        if names:
            own = dict(zip(map(id, level), group, strict=True))
            box = box_of(own[id(w)] for s in names for w in s.phrase.words)
            found.append((f"a header in text that is drawn aslant, at {_lean(angle)} degrees", box))
    return found


def _lean(angle: int) -> int:
    """Degrees from the nearest direction in which sheets are read."""
    return (angle + 45) % 90 - 45


def _level(w: Word) -> Word:
    """A slanted word as it would stand if its page were turned so that it reads to the right."""
    turn = radians(w.angle)
    x, y = (w.x0 + w.x1) / 2, (w.top + w.bottom) / 2
    along, down = x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)
    half, high = max(w.x1 - w.x0, w.bottom - w.top) / 2, w.size / 2
    return w._replace(
        x0=along - half, x1=along + half, top=down - high, bottom=down + high, angle=0
    )
