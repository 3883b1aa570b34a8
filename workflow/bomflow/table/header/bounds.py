"""Vertical rulings through a header: one per column edge."""

from __future__ import annotations

from bomflow.page.rulings import Ruling

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
