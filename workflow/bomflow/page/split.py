"""Words that a producer splits, joined again."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from bomflow.page.glyph import (
    BLANK,
    NARROW_BLANK,
    TOUCHING,
    Glyph,
)
from bomflow.page.words import Word

_FOOT = 0.03  # share of the font size by which the foot lines of one text's letters differ


def join_split(
    words: list[Word], spread: dict[int, list[Glyph]], squeezed: Mapping[int, float]
) -> list[Word]:
    """Join words that touch although they come from separate places of the file.

    CAD programs place text glyph by glyph, at times in any order; a word that follows another one
    in the file with a blank between them stays apart. ``spread``: by its id the letters of a word
    with gaps, in which others may stand that the file holds elsewhere; ``squeezed``: how wide those
    are drawn that are drawn narrower than their font.
    """
    out: list[Word] = []
    by_angle: dict[int, list[tuple[float, float, float, Word]]] = {}
    for w in words:
        if w.angle % 90:
            if w.text != " ":
                out.append(w)
        else:
            by_angle.setdefault(w.angle, []).append((*_along(w), w))
    for placed in by_angle.values():
        placed.sort(key=lambda p: p[0])
        line: list[tuple[float, float, float, Word]] = []
        for p in placed:
            if line and p[0] - line[-1][0] > 0.12 * p[3].size:
                out += _join_line(line, spread, squeezed)
                line = []
            line.append(p)
        out += _join_line(line, spread, squeezed)
    return out


def _interleaved(
    line: list[tuple[float, float, float, Word]], spread: dict[int, list[Glyph]]
) -> list[tuple[float, float, float, Word]]:
    """The words of a line, those in letters that hold another one in a gap between two of them."""
    out = []
    for a, b in zip(line, [*line[1:], None], strict=True):
        letters = spread.get(id(a[3]), [])
        words = [
            a[3]._replace(text=g.char, x0=g.x0, top=g.top, x1=g.x1, bottom=g.bottom)
            for g in letters
        ]
        parts = [(*_along(w), w) for w in words]
        gaps = [(one[2], two[1]) for one, two in pairwise(sorted(parts, key=lambda p: p[1]))]
        slack = TOUCHING * a[3].size
        held = b is not None and any(x - slack <= b[1] and b[2] <= y + slack for x, y in gaps)
        out += parts if held else [a]
    return sorted(out, key=lambda p: p[1])


def _along(w: Word) -> tuple[float, float, float]:
    """Foot line, start and end of a word in its own direction."""
    if w.angle == 0:
        return w.bottom, w.x0, w.x1
    if w.angle == 90:
        return w.x1, -w.bottom, -w.top
    if w.angle == 180:
        return -w.top, -w.x1, -w.x0
    return -w.x0, w.top, w.bottom


def _join_line(
    line: list[tuple[float, float, float, Word]],
    spread: dict[int, list[Glyph]],
    squeezed: Mapping[int, float],
) -> list[Word]:
    line.sort(key=lambda p: p[1])
    if any(b[1] < a[2] and id(a[3]) in spread for a, b in pairwise(line)):
        line = _interleaved(line, spread)
    out: list[Word] = []
    edge = -1e9
    blank = False
    stray = -1e9  # where one begins of which it is not known whether it is of this text
    foot = 0.0
    for level, start, end, w in line:
        if w.text == " ":
            # One that begins inside a word on another foot line is of a text on the same place;
            # on its own the word's font may be wider than the file says.
            other = abs(level - foot) > _FOOT * w.size
            blank = blank or not other
            if other and start >= edge - BLANK * w.size:
                stray = max(stray, start)
            continue
        # Where two characters of one foot line touch, as wide as their font says, so is one that
        # begins before the end of the first.
        touching = abs(start - edge) <= _FOOT * w.size and abs(level - foot) <= _FOOT * w.size
        blank = blank or stray >= (edge - _FOOT * w.size if touching else -1e8)
        last = out[-1] if out and not blank else None
        foot = level
        blank, stray = False, -1e9
        alone = last is not None and min(len(last.text), len(w.text)) < 3
        most = (BLANK if alone else NARROW_BLANK) * squeezed.get(id(w), 1.0)
        if (
            last is not None
            and abs(w.size - last.size) < 0.1 * w.size
            and -0.2 * w.size <= start - edge <= most * w.size
        ):
            out[-1] = last._replace(
                text=last.text + w.text, x0=min(last.x0, w.x0), top=min(last.top, w.top),
                x1=max(last.x1, w.x1), bottom=max(last.bottom, w.bottom),
            )  # fmt: skip
        else:
            out.append(w)
        edge = max(edge, end)
    return out
