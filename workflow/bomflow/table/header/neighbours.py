"""Where another table begins beside a list, by its lines."""

from __future__ import annotations

from itertools import pairwise

from bomflow.page.rulings import Ruling, Rulings
from bomflow.table.header.seeds import Seed
from bomflow.table.layout import Phrase

_LINES = 3  # across that begin on one line down: those of a header and a row
_LONG = 2.0  # font sizes of the narrowest table


def gutters(seed: Seed, parts: list[Phrase], rulings: Rulings) -> list[float]:
    """Where the lines of a list end and those of one beside it begin, row after row.

    Lines of a single column do not count: some lists leave room between those of each.
    """
    reach, size = 8 * seed.size, seed.size
    near = rulings.across_between(seed.y - reach, seed.y + reach, -1e9, 1e9)
    near.sort(key=lambda r: (round(r.at), r.start))
    seen: dict[tuple[int, int], int] = {}
    for a, b in pairwise(near):
        if abs(a.at - b.at) > 1 or not 0.8 * size < b.start - a.end <= 6 * size:
            continue
        if all(sum(r.start < p.x1 and r.end > p.x0 for p in parts) > 1 for r in (a, b)):
            at = round(a.end), round(b.start)
            seen[at] = seen.get(at, 0) + 1
    return [float(x) for at, count in seen.items() if count > 1 for x in at]


def grids(seed: Seed, rulings: Rulings) -> list[float]:
    """Walls at the outer line of each ruled table beside a list, of which no line goes on to it.

    Lines across, two at least over or under the header and one on its other side, all begin there.
    """
    reach, size = 8 * seed.size, seed.size
    across = rulings.across_between(seed.y - reach, seed.y + reach, -1e9, 1e9)
    tall = 1.5 * size
    walls: list[float] = []
    for down in rulings.down_between(-1e9, 1e9, seed.y - tall, seed.y + tall):
        if not down.start <= seed.y <= down.end or seed.phrase.x0 < down.at < seed.phrase.x1:
            continue
        right = down.at > seed.phrase.x1
        begin = [
            r
            for r in across
            if abs((r.start if right else r.end) - down.at) <= 1
            and r.end - r.start >= _LONG * size  # no stroke of a letter
        ]
        if len(begin) < _LINES or not begin[0].at < seed.y < begin[-1].at:
            continue
        near, far = sorted((down.at, down.at + (-0.8 if right else 0.8) * size))
        level = [r for r in across if down.start - 1 <= r.at <= down.end + 1]
        if not any(r.start < far - 1 and r.end > near + 1 for r in level):
            walls += [near - 0.1, far + 0.1]
    return walls


def beside_seams(
    lines: list[Ruling], rulings: Rulings, level: tuple[float, float], x: float, widest: float
) -> list[Ruling]:
    """The lines around ``x`` up to where another table begins: a double line (``widest`` points
    apart at most) that no horizontal line at the header's ``level`` (top, bottom) crosses.

    Where most lines are such, each cell has a box of its own.
    """
    close = [(a, b) for a, b in pairwise(sorted(lines)) if 0.8 < b.at - a.at <= widest]
    if not close or 2 * len(close) > len(lines) - len(close):
        return lines
    across = [r for r in rulings.across if level[0] - widest <= r[0] <= level[1] + widest]
    seams = [
        (a.at, b.at) for a, b in close if not any(r[1] < (a.at + b.at) / 2 < r[2] for r in across)
    ]
    left = max((b for _, b in seams if b <= x), default=float("-inf"))
    right = min((a for a, _ in seams if a >= x), default=float("inf"))
    inside = [line for line in lines if left <= line.at <= right]
    return inside if len(inside) > 2 else lines
