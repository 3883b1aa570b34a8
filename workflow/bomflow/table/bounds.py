"""Vertical rulings through a header: one per column edge, none that hatching made."""

from __future__ import annotations

from bomflow.page.rulings import Ruling


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


def without_hatching(bounds: list[Ruling], cells: int, long: float) -> list[Ruling]:
    """Bounds that hatching across the header cannot have made.

    Real ones run on, or end where others end too; when there are far more than cells, only the
    long ones count.
    """
    kept = [
        b
        for b in bounds
        if b.end - b.start >= long
        or sum(abs(o.start - b.start) <= 2 and abs(o.end - b.end) <= 2 for o in bounds) >= 3
        or sum(abs(o.end - b.end) <= 2 for o in bounds) >= max(3, len(bounds) // 2)
        or sum(abs(o.start - b.start) <= 2 for o in bounds) >= max(3, len(bounds) // 2)
    ]
    if len(kept) <= 6 + 3 * cells:
        return kept
    return [b for b in kept if b.end - b.start >= long]
