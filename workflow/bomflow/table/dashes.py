"""Lines that are drawn with characters: rows of dashes, dots from a name to a figure."""

from __future__ import annotations

import re
from itertools import pairwise

from bomflow.page.words import Word

_LINE = re.compile(r"[-_=~*.]{4,}")
_DASHES = re.compile(r"[-_=~*.+|]{2,}")  # a shorter piece of such a line


def without_lines(words: list[Word]) -> list[Word]:
    """The words but for lines that are drawn with characters, in pieces of one height at times."""
    lines = {id(w): _level(w) for w in words if _LINE.fullmatch(w.text)}
    lines |= {id(w): _level(w) for w in _spaced(words)}
    if not lines:
        return words
    short = {id(w): _level(w) for w in words if _DASHES.fullmatch(w.text)}
    taken = {_level(w) for w in words if id(w) not in lines and id(w) not in short}
    bare = set(lines.values()) - taken
    return [w for w in words if id(w) not in lines and short.get(id(w)) not in bare]


def _spaced(words: list[Word]) -> list[Word]:
    """Words of lines of single characters with blanks between (. . . . from a name to a figure)."""
    marks: dict[tuple[tuple[int, float], str], list[Word]] = {}
    for w in words:
        if len(w.text) == 1 and w.text in "._-":
            marks.setdefault((_level(w), w.text), []).append(w)
    out: list[Word] = []
    for same in marks.values():
        ordered = sorted(same, key=lambda w: (w.x0, w.top))
        run = ordered[:1]
        for before, w in pairwise([*ordered, *ordered[-1:]]):
            if w is not before and max(w.x0 - before.x1, w.top - before.bottom) <= 0.6 * w.size:
                run.append(w)
                continue
            out += run if len(run) > 5 else []
            run = [w]
    return out


def _level(w: Word) -> tuple[int, float]:
    """The direction of a word and the height at which it stands."""
    return w.angle, round(w.x0 if w.angle % 180 else w.top, 1)
