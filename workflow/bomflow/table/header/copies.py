"""Headers printed twice side by side: the stacks of one list, at times on different heights."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from bomflow.table.header.folding import fold
from bomflow.table.header.seeds import Seed

_NEAR = 9.0  # font sizes between the heights of two headers beside each other
_APART = 12.0  # font sizes between the same words of two headers
_WORDS = 3  # that two headers must share


class Gap(NamedTuple):
    """Where one header ends and its copy begins, and the heights between which it counts."""

    x: float
    top: float
    bottom: float


def gaps_between_copies(seeds: Sequence[Seed]) -> list[Gap]:
    """The gaps between headers beside each other that print the same words on other heights.

    Headers on the same height are one line, which is split where it begins over again.
    """
    by_text: dict[str, list[Seed]] = {}
    for s in seeds:
        by_text.setdefault(fold(s.phrase.text), []).append(s)
    pairs = []
    for twins in by_text.values():
        twins.sort(key=lambda s: s.phrase.x0)
        for a, b in pairwise(twins):
            if b.phrase.x0 - a.phrase.x0 > _APART * a.size and abs(b.y - a.y) < _NEAR * a.size:
                pairs.append((a, b))
    gaps = []
    for group in _moved_alike(pairs):
        end, start = max(a.phrase.x1 for a, _ in group), min(b.phrase.x0 for _, b in group)
        words = {fold(a.phrase.text) for a, _ in group}
        if len(words) >= _WORDS and end < start:
            end, start = _between_words(group, seeds, end, start)
            ys = [s.y for pair in group for s in pair]
            gaps.append(Gap((end + start) / 2, min(ys) - 0.5, max(ys) + 0.5))
    return gaps


def _between_words(
    group: Sequence[tuple[Seed, Seed]], seeds: Sequence[Seed], end: float, start: float
) -> tuple[float, float]:
    """The gap narrowed by what else the two headers hold, each on its own height."""
    heights = [sorted(pair[k].y for pair in group)[len(group) // 2] for k in (0, 1)]
    reach = 0.5 * abs(heights[1] - heights[0])
    for s in seeds:
        if not end < s.phrase.x0 <= s.phrase.x1 < start:
            continue
        first, second = (abs(s.y - height) for height in heights)
        if first < min(second, reach):
            end = max(end, s.phrase.x1)
        elif second < min(first, reach):
            start = min(start, s.phrase.x0)
    return end, start


def _moved_alike(pairs: list[tuple[Seed, Seed]]) -> list[list[tuple[Seed, Seed]]]:
    """Pairs of words by the two headers that they belong to: the same step up or down."""
    groups: list[list[tuple[Seed, Seed]]] = []
    for a, b in sorted(pairs, key=lambda p: p[0].phrase.x0):
        size, step = a.size, b.y - a.y
        if abs(step) <= 0.4 * size:
            continue
        for group in groups:
            first, second = group[0]
            if (
                abs(step - (second.y - first.y)) <= 0.4 * size
                and abs(a.y - first.y) <= 3 * size
                and a.phrase.x1 < min(q.phrase.x0 for _, q in group)
            ):
                group.append((a, b))
                break
        else:
            groups.append([(a, b)])
    return groups


def between(gaps: Sequence[Gap], seed: Seed) -> tuple[float, float]:
    """From where to where a header around the seed can reach."""
    x = (seed.phrase.x0 + seed.phrase.x1) / 2
    here = [g.x for g in gaps if g.top <= seed.y <= g.bottom]
    return max((g for g in here if g < x), default=-1e9), min(
        (g for g in here if g > x), default=1e9
    )
