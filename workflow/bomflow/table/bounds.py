"""Vertical rulings through a header: one per column edge."""

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
