"""Axis-parallel lines of a page, sorted so that those near a header are found at once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

Line = tuple[float, float, float]
"""Fixed coordinate, start, end; points."""


class Ruling(NamedTuple):
    """One straight line: its fixed coordinate and its extent, points."""

    at: float
    start: float
    end: float


class Rulings:
    """Lines in points: ``across`` (y, x0, x1) sorted by y and ``down`` (x, y0, y1) by x."""

    def __init__(self, across: Iterable[Line], down: Iterable[Line]) -> None:
        self.across = sorted(across)
        self.down = sorted(down)

    def across_between(self, top: float, bottom: float, x0: float, x1: float) -> list[Ruling]:
        """Merged horizontal lines of a strip that touch x0..x1."""
        a = bisect_left(self.across, (top,))
        b = bisect_right(self.across, (bottom, float("inf")))
        return merge(r for r in self.across[a:b] if r[1] <= x1 and r[2] >= x0)

    def down_between(self, x0: float, x1: float, top: float, bottom: float) -> list[Ruling]:
        """Merged vertical lines between x0 and x1 that touch the strip."""
        a = bisect_left(self.down, (x0,))
        b = bisect_right(self.down, (x1, float("inf")))
        return merge(r for r in self.down[a:b] if r[1] <= bottom and r[2] >= top)


def merge(lines: Iterable[Line], slack: float = 0.8, bridge: float = 1.5) -> list[Ruling]:
    """Collinear pieces joined: coordinates within ``slack``, gaps up to ``bridge`` points."""
    merged: list[Ruling] = []
    group: list[Line] = []

    def close() -> None:
        group.sort(key=lambda r: r[1])
        at = sum(r[0] for r in group) / len(group)
        start, end = group[0][1], group[0][2]
        for _, a, b in group[1:]:
            if a <= end + bridge:
                end = max(end, b)
            else:
                merged.append(Ruling(at, start, end))
                start, end = a, b
        merged.append(Ruling(at, start, end))

    for line in sorted(lines):
        if group and line[0] - group[0][0] > slack:
            close()
            group = []
        group.append(line)
    if group:
        close()
    return merged
