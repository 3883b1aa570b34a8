"""Characters grouped into words: same direction, same line, no blank between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from bomflow.page.words import Box, Word, composed

BLANK = 0.22  # a gap of this share of the font size separates words
# between letters that touch each other kerning may leave less of a blank (FOOT AND)
TOUCHING, NARROW_BLANK = 0.05, 0.16
SQUEEZED = 0.95  # widths of the font below which text is drawn narrower on purpose
_FOOT = 0.03  # of it by which the foot lines of one text's letters differ


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


def group_words(glyphs: Iterable[Glyph]) -> list[Word]:
    """Words of all directions; a glyph printed twice on the same place counts once."""
    words: list[Word] = []
    seen: dict[tuple[str, float], set[int]] = {}
    snapped: dict[float, int] = {}
    text: list[str] = []
    members: list[Glyph] = []
    spread: dict[int, list[Glyph]] = {}
    squeezed: dict[int, float] = {}
    x0 = top = x1 = bottom = 0.0
    last: Glyph | None = None
    before: Glyph | None = None  # that or its twin
    start: Glyph | None = None
    gap = -1.0
    next_gap = -1.0
    widest = 0.0  # gap inside the word, as a share of the font size

    def flush() -> None:
        nonlocal text
        if text and start is not None:
            angle = snapped[start.angle]
            word = Word("".join(text), x0, top, x1, bottom, angle, start.size, gap)
            words.append(word)
            if widest > TOUCHING:
                spread[id(word)] = members
            if start.stretch < SQUEEZED:
                squeezed[id(word)] = start.stretch
        text = []

    for g in glyphs:
        char, left, high, right, low, angle, own, _, stretch = g
        if angle not in snapped:
            snapped[angle] = _snap(angle)
        if char == " ":
            if text:
                flush()
            words.append(Word(" ", left, high, right, low, snapped[angle], own))
            continue
        if text and last is not None and last is before and of_one_glyph(last, g):
            _is_twin(g, seen)
            text.append(char)
            members.append(g)
            continue
        before = g
        if _is_twin(g, seen):
            continue
        follows = False
        if last is not None:
            along, aside = _step(last, g, snapped[last.angle])
            small, large = (own, last.size) if own < last.size else (last.size, own)
            small = max(small, 0.1)
            same_line = (
                abs(aside) <= 0.3 * small
                and (angle == last.angle or abs(_turn(last.angle - angle)) < 3)
                and large < 1.6 * small
            )
            loose = len(text) < 3 or widest > TOUCHING
            most = (BLANK if loose else NARROW_BLANK) * small
            if stretch < SQUEEZED and last.stretch < SQUEEZED:
                most *= stretch
            follows = same_line and -0.45 * small <= along <= most
            if follows and along < 0.0:  # narrow letters (li) drawn the other way round overlap so
                wide = (
                    last.x1 - last.x0 if snapped[last.angle] % 180 == 0 else last.bottom - last.top
                )
                follows = along + wide >= -0.05 * small
            next_gap = along if same_line and 0 <= along < 3 * small else -1.0
        if text and follows:
            text.append(char)
            members.append(g)
            if along > widest * small:
                widest = along / small
            if left < x0:
                x0 = left
            if high < top:
                top = high
            if right > x1:
                x1 = right
            if low > bottom:
                bottom = low
        else:
            flush()
            gap = next_gap
            start = g
            widest = 0.0
            text, members = [char], [g]
            x0, top, x1, bottom = left, high, right, low
        last = g
    flush()
    words = join_split(words, spread, squeezed)
    return [w if w.text.isascii() else w._replace(text=composed(w.text)) for w in words]


def printed_once(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """The glyphs without those printed on (nearly) the same place before."""
    seen: dict[tuple[str, float], set[int]] = {}
    return [g for g in glyphs if not _is_twin(g, seen)]


def _snap(angle: float) -> int:
    """Whole degrees, right angles exact."""
    near = round(angle / 90) * 90
    return int(near) % 360 if abs(angle - near) < 2 else round(angle) % 360


def _turn(difference: float) -> float:
    return (difference + 180) % 360 - 180


def _step(a: Glyph, b: Glyph, angle: int) -> tuple[float, float]:
    """Gap along the text direction (whole degrees) between two glyphs, their offset across it."""
    if angle == 0:
        return b.x0 - a.x1, b.bottom - a.bottom
    if angle == 90:
        return a.top - b.bottom, b.x1 - a.x1
    if angle == 180:
        return a.x0 - b.x1, b.top - a.top
    if angle == 270:
        return b.top - a.bottom, b.x0 - a.x0
    import math

    dx = (b.x0 + b.x1 - a.x0 - a.x1) / 2
    dy = (b.top + b.bottom - a.top - a.bottom) / 2
    ux, uy = math.cos(math.radians(angle)), -math.sin(math.radians(angle))
    return dx * ux + dy * uy - 0.6 * a.size, dy * ux - dx * uy


_LINE = 1 << 40  # places are numbered by line and column, in one whole number


def of_one_glyph(a: Glyph, b: Glyph) -> bool:
    """Whether two characters that follow each other are of one ligature: they have its box.

    In that only small letters come twice (ff); a figure would be printed over itself.
    """
    return a.run == b.run and a.box == b.box and (a.char != b.char or a.char.islower())


def _is_twin(g: Glyph, seen: dict[tuple[str, float], set[int]]) -> bool:
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
