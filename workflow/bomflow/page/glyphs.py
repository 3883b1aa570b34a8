"""Characters grouped into words: same direction, same line, no blank between them."""

from __future__ import annotations

from collections.abc import Iterable

from bomflow.page.glyph import BLANK, NARROW_BLANK, SQUEEZED, TOUCHING, Glyph, is_twin, of_one_glyph
from bomflow.page.split import join_split
from bomflow.page.words import Word, composed


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
            is_twin(g, seen)
            text.append(char)
            members.append(g)
            continue
        before = g
        if is_twin(g, seen):
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
