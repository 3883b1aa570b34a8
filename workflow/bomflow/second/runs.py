"""Lines of words and the runs in them: what stands together, cut at drawn walls."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bomflow.page.rulings import Rulings
from bomflow.page.words import PARTED, Word
from bomflow.table.layout import Phrase, line_middle, middle

APART = 0.75  # a gap of this share of the font size ends a run
_SLACK = 0.15  # words reach over a wall by this share of their size without standing on it


def lines_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words by line, top to bottom, each line from left to right (pdfplumber's clustering)."""
    from pdfplumber.utils.clustering import cluster_objects

    all_words: list[Any] = list(words)
    if not all_words:
        return []
    sizes = sorted(w.size for w in all_words)
    lines: list[Any] = cluster_objects(all_words, middle, tolerance=0.25 * sizes[len(sizes) // 2])
    for line in lines:
        line.sort(key=lambda w: w.x0)
    return sorted(lines, key=line_middle)


def runs_of(line: Sequence[Word], walls: Sequence[float] = ()) -> list[Phrase]:
    """Words of a line that stand together and on the same side of every wall."""
    runs: list[list[Word]] = []
    for word in line:
        last = runs[-1][-1] if runs else None
        slack = _SLACK * word.size
        if (
            last is None
            or word.gap == PARTED
            or word.x0 - max(w.x1 for w in runs[-1]) > APART * min(word.size, last.size)
            or any(last.x1 - slack <= wall <= word.x0 + slack for wall in walls)
        ):
            runs.append([word])
        else:
            runs[-1].append(word)
    return [Phrase(tuple(run)) for run in runs]


def walls_at(rulings: Rulings, x0: float, x1: float, top: float, bottom: float) -> list[float]:
    """Where vertical rulings between x0 and x1 run through most of a strip; double lines once."""
    high = bottom - top
    found: list[float] = []
    for r in rulings.down_between(x0, x1, top, bottom):
        if min(r.end, bottom) - max(r.start, top) >= 0.7 * high and (
            not found or r.at - found[-1] > 2.5
        ):
            found.append(r.at)
    return found
