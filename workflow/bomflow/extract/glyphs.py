"""Characters grouped into words: same direction, same line, no blank between them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bomflow.extract.words import Word

BLANK = 0.22  # a gap of this share of the font size separates words


class Glyph(NamedTuple):
    """One character: box on the displayed page, direction in degrees, font size, its text run."""

    char: str
    x0: float
    top: float
    x1: float
    bottom: float
    angle: float
    size: float
    run: int


def group_words(glyphs: Iterable[Glyph]) -> list[Word]:
    """Words of all directions; a glyph printed twice on the same place counts once."""
    words: list[Word] = []
    seen: set[tuple[str, int, int]] = set()
    text: list[str] = []
    box = [0.0, 0.0, 0.0, 0.0]
    last: Glyph | None = None
    start: Glyph | None = None
    gap = -1.0
    next_gap = -1.0

    def flush() -> None:
        nonlocal text
        if text and start is not None:
            angle = _snap(start.angle)
            words.append(
                Word("".join(text), box[0], box[1], box[2], box[3], angle, start.size, gap)
            )
        text = []

    for g in glyphs:
        if g.char == " ":
            if text:
                flush()
            continue
        if _is_twin(g, seen):
            continue
        follows = False
        if last is not None:
            along, aside = _step(last, g)
            size = max(min(last.size, g.size), 0.1)
            same_line = (
                abs(aside) <= 0.3 * size
                and abs(_turn(last.angle - g.angle)) < 3
                and max(last.size, g.size) < 1.6 * size
            )
            follows = same_line and -0.45 * size <= along <= BLANK * size
            next_gap = along if same_line and 0 <= along < 3 * size else -1.0
        if text and follows:
            text.append(g.char)
            box = [
                min(box[0], g.x0), min(box[1], g.top), max(box[2], g.x1), max(box[3], g.bottom)
            ]  # fmt: skip
        else:
            flush()
            gap = next_gap
            start = g
            text = [g.char]
            box = [g.x0, g.top, g.x1, g.bottom]
        last = g
    flush()
    return join_split(words)


def _snap(angle: float) -> int:
    """Whole degrees, right angles exact."""
    near = round(angle / 90) * 90
    return int(near) % 360 if abs(angle - near) < 2 else round(angle) % 360


def _turn(difference: float) -> float:
    return (difference + 180) % 360 - 180


def _step(a: Glyph, b: Glyph) -> tuple[float, float]:
    """Gap along the text direction between two glyphs, and their offset across it."""
    angle = _snap(a.angle)
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


def _is_twin(g: Glyph, seen: set[tuple[str, int, int]]) -> bool:
    """Whether the same glyph was printed on (nearly) the same place already."""
    unit = max(0.12 * g.size, 0.05)
    x, y = g.x0 / unit, g.top / unit
    column, line = round(x), round(y)
    near_x = column + (1 if x > column else -1)
    near_y = line + (1 if y > line else -1)
    c = g.char
    if (
        (c, column, line) in seen
        or (c, near_x, line) in seen
        or (c, column, near_y) in seen
        or (c, near_x, near_y) in seen
    ):
        return True
    seen.add((c, column, line))
    return False


def join_split(words: list[Word]) -> list[Word]:
    """Join horizontal words that touch although they come from separate places of the file."""
    by_edge: dict[tuple[int, int], list[int]] = {}
    for i, w in enumerate(words):
        if w.angle == 0:
            by_edge.setdefault((int(w.x0 // 4), int(w.bottom // 4)), []).append(i)
    gone: set[int] = set()
    merged = list(words)
    order = sorted((i for i, w in enumerate(words) if w.angle == 0), key=lambda i: words[i].x0)
    for i in order:
        if i in gone:
            continue
        while True:
            w = merged[i]
            j = _touching(w, i, merged, by_edge, gone)
            if j is None:
                break
            n = merged[j]
            merged[i] = w._replace(
                text=w.text + n.text, top=min(w.top, n.top), x1=n.x1, bottom=max(w.bottom, n.bottom)
            )
            gone.add(j)
    return [w for i, w in enumerate(merged) if i not in gone]


def _touching(
    w: Word, i: int, words: list[Word], by_edge: dict[tuple[int, int], list[int]], gone: set[int]
) -> int | None:
    if w.gap == -2:
        return None
    column, line = int(w.x1 // 4), int(w.bottom // 4)
    for c in (column - 1, column, column + 1):
        for r in (line - 1, line, line + 1):
            for j in by_edge.get((c, r), ()):
                n = words[j]
                if (
                    j != i
                    and j not in gone
                    and n.gap < 0
                    and abs(n.bottom - w.bottom) < 0.1 * w.size
                    and abs(n.size - w.size) < 0.1 * w.size
                    and -0.1 * w.size <= n.x0 - w.x1 <= 0.08 * w.size
                ):
                    return j
    return None
