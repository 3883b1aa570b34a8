"""Headers that print the same words over the same columns once more."""

from __future__ import annotations

from bomflow.table.header.columns import Band
from bomflow.table.header.folding import fold


def repeats(band: Band, others: list[Band]) -> list[Band]:
    """Headers over (nearly) the same columns that print the same words once more."""
    mine = [(fold(w.text), w.x0) for w in band.words]
    out = []
    for o in others:
        itself = (o.top, o.x0) == (band.top, band.x0)  # or a copy with a wider reach
        if itself or not same_x(o, band):
            continue
        theirs = [(fold(w.text), w.x0) for w in o.words]
        same = sum(any(t == u and abs(x - z) <= band.size for u, z in theirs) for t, x in mine)
        if same >= 0.9 * max(len(mine), len(theirs)):
            out.append(o)
    return out


def same_x(a: Band, b: Band) -> bool:
    """Whether two headers have a third of the narrower one's width in common."""
    return min(a.x1, b.x1) - max(a.x0, b.x0) > 0.3 * min(a.x1 - a.x0, b.x1 - b.x0)
