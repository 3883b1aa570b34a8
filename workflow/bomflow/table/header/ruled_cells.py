"""The ruled cells around words of a header, and how far a row of them goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bomflow.page.rulings import Ruling, Rulings
from bomflow.page.words import Word
from bomflow.table.header.columns import STACK
from bomflow.table.header.extent import header_phrase
from bomflow.table.header.folding import fold
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.seeds import Seed, numbered
from bomflow.table.layout import Phrase, middle, phrases, text_lines


@dataclass
class Near:
    """Merged rulings around a header."""

    across: list[Ruling]
    down: list[Ruling]


def near_rulings(rulings: Rulings, x0: float, x1: float, y: float, size: float) -> Near:
    """The rulings within 60 sizes beside x0..x1 and nine sizes above and below y."""
    x0, x1 = x0 - 60 * size, x1 + 60 * size
    above, below = y - 9 * size, y + 9 * size
    return Near(
        [r for r in rulings.across_between(above, below, x0, x1) if r.end - r.start >= 2 * size],
        [r for r in rulings.down_between(x0, x1, above, below) if r.end - r.start >= 1.1 * size],
    )


def cell_around(p: Phrase, size: float, near: Near) -> tuple[float, float, float, float] | None:
    """The ruled cell around a phrase: left, top, right, bottom; None where a side is open."""
    x, y = (p.x0 + p.x1) / 2, middle(p.words[0])
    half, tall = 0.3 * (p.x1 - p.x0), 0.45 * size
    sides = [d for d in near.down if d.start <= y - tall + 1 and d.end >= y + tall - 1]
    lids = [a for a in near.across if a.start <= x - half + 1 and a.end >= x + half - 1]
    left = max((d.at for d in sides if d.at <= x), default=None)
    right = min((d.at for d in sides if d.at > x), default=None)
    top = max((a.at for a in lids if a.at <= y), default=None)
    bottom = min((a.at for a in lids if a.at > y), default=None)
    if left is None or top is None or right is None or bottom is None:
        return None
    return left, top, right, bottom


def holds_values(words: list[Word], seed: Seed, vocabulary: Vocabulary) -> bool:
    """Whether the box around the header holds rows as well (no rule between them)."""
    for line in text_lines(words):
        if abs(sum(map(middle, line)) / len(line) - seed.y) > 0.6 * seed.size:
            parts = phrases(line)
            if number_twins(parts, words):
                continue
            values = sum(numbered(p.text) for p in parts)
            if values >= max(1, len(parts) / 3):
                return True
            if values and not any(header_phrase(p, vocabulary) for p in parts):
                return True
    return False


def number_twins(parts: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether a line counts 1, 2 under the same word and so ends its headers: ANGLE 1, ANGLE 2."""
    if [p.text for p in parts] != [str(n + 1) for n in range(len(parts))] or len(parts) < 2:
        return False
    reach = STACK * parts[0].words[0].size
    over = [
        {
            fold(w.text) for w in words
            if w.x0 <= p.x0 and p.x1 <= w.x1
            and 0 < middle(p.words[0]) - middle(w) <= reach
        }
        for p in parts
    ]  # fmt: skip
    return bool(set.intersection(*over))


def slack_of(size: float) -> float:
    """How far lines that meet may end from each other: drawings scale as a whole."""
    return max(2.0, 0.2 * size)


def lid(y: float, x: float, across: list[Ruling], slack: float) -> bool:
    """Whether a horizontal line runs over x at that height."""
    return any(abs(a.at - y) <= slack and a.start <= x <= a.end for a in across)


def divides(d: Ruling, top: float, bottom: float, size: float, across: list[Ruling]) -> bool:
    """Whether a vertical line parts header cells: over the full height, or up to a sub-cell's lid.

    Hatching that touches the header ends anywhere; a sub-cell's line ends on another ruling.
    """
    slack = slack_of(size)
    share = (min(d.end, bottom) - max(d.start, top)) / (bottom - top)
    if share >= 0.9:
        fits = min(abs(d.start - top), abs(d.end - bottom)) <= 0.75 * slack
        return fits or d.end - d.start >= 2.2 * (bottom - top)
    if share < 0.3:
        return False
    if d.end >= bottom - slack:
        inner = d.start
    elif d.start <= top + slack:
        inner = d.end
    else:
        return False
    return any(
        abs(a.at - inner) <= slack and a.start < d.at + slack and a.end > d.at - slack
        and a.end - a.start >= 1.5 * size
        for a in across
    )  # fmt: skip


def reach(
    left: float,
    right: float,
    top: float,
    bottom: float,
    across: list[Ruling],
    slack: float,
) -> tuple[float, float]:
    """How far the row of cells goes: both its top and its bottom line must go on."""
    spans = []
    for y in (top, bottom):
        lines = [
            a
            for a in across
            if abs(a.at - y) <= 1.25 * slack and a.end > left + 1 and a.start < right - 1
        ]
        if lines:
            spans.append((min(a.start for a in lines), max(a.end for a in lines)))
    if not spans:
        return left, right
    x0 = max(s[0] for s in spans)
    x1 = min(s[1] for s in spans)
    return min(x0, left), max(x1, right)


def open_sides(
    bounds: list[Ruling], x0: float, x1: float, top: float, bottom: float, group: list[Seed]
) -> list[Ruling]:
    """Bounds with the sides that have no vertical line: where the lines above and below end."""
    beyond = [s for s in group if top <= s.y <= bottom]
    if any(bounds[-1].at < s.phrase.x0 and s.phrase.x1 < x1 for s in beyond):
        bounds = [*bounds, Ruling(x1, top, bottom)]
    if any(x0 < s.phrase.x0 and s.phrase.x1 < bounds[0].at for s in beyond):
        bounds = [Ruling(x0, top, bottom), *bounds]
    return bounds
