"""Vertical rulings through a header: one per column edge."""

from __future__ import annotations

from itertools import pairwise

from bomflow.page.rulings import Ruling, Rulings

_SEVERAL = 4  # lines of which one may be told from the others


def distinct(lines: list[Ruling], slack: float = 2.5) -> list[Ruling]:
    """Lines less than ``slack`` points apart (double rules) as one."""
    out: list[Ruling] = []
    for line in sorted(lines):
        if out and line.at - out[-1].at <= slack:
            last = out[-1]
            out[-1] = Ruling(last.at, min(last.start, line.start), max(last.end, line.end))
        else:
            out.append(line)
    return out


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


def without_crossing(lines: list[Ruling], size: float) -> list[Ruling]:
    """The lines but for those of the drawing that run through the table (a centre line).

    Such a line begins before and ends behind all others; the outer ones may be the sheet's frame.
    """
    if len(lines) < _SEVERAL:
        return lines
    inner = lines[1:-1]

    def crosses(line: Ruling) -> bool:
        others = [o for o in lines if o is not line]
        return (
            line.start < min(o.start for o in others) - 2 * size
            and line.end > max(o.end for o in others) + 2 * size
        )

    return [o for o in lines if o not in inner or not crosses(o)]
