"""Lines across a table, and the strips between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bomflow.page.rulings import Ruling
from bomflow.page.words import Word
from bomflow.table.layout import middle


def bands_between(separators: list[float], top: float, bottom: float) -> list[tuple[float, float]]:
    """Strips between row rulings, top to bottom."""
    edges = [top, *[s for s in sorted(separators) if top + 1 < s < bottom - 1], bottom]
    return [(a, b) for a, b in pairwise(edges) if b - a > 1]


def words_between(words: Sequence[Word], top: float, bottom: float) -> list[Word]:
    """Words whose middle lies in a strip."""
    return [w for w in words if top <= middle(w) < bottom]


def row_rulings(
    across: list[Ruling], x0: float, x1: float, share: float, shortest: float
) -> list[float]:
    """Heights at which rulings, each at least ``shortest`` long, cover ``share`` of the width."""
    heights: list[list[Ruling]] = []
    for a in sorted(across):
        if a.end < x0 or a.start > x1 or a.end - a.start < shortest:
            continue
        if heights and a.at - heights[-1][0].at <= 2.0:
            heights[-1].append(a)
        else:
            heights.append([a])
    out = []
    for group in heights:
        total, edge = 0.0, x0
        for r in sorted(group, key=lambda r: r.start):
            low, high = max(r.start, edge), min(r.end, x1)
            if high > low:
                total += high - low
                edge = high
        if total >= share * (x1 - x0):
            out.append(group[0].at)
    return out
