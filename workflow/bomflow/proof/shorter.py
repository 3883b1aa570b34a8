"""Columns in or beside a list that end together before its rows do: those of another table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from bomflow.proof.evidence import Evidence
from bomflow.proof.layout import Span
from bomflow.proof.oddity import Oddity

_WEIGHTS = ("weight", "total_weight")
_LEVEL = 0.2  # heights by which words of one line differ
LEAST = 2  # columns of the other table, its rows, and rows of the list that go on alone


def shorter_beside(evidence: Evidence) -> list[Oddity]:
    """Two columns or more at the left or right that fill the first rows and none of the others."""
    names = []
    for cell in evidence.table.get("header") or ():
        names.append(str(cell.get("column") or f"extra {cell.get('text')}"))
    if len(names) < 2 * LEAST:
        return []
    filled = [[bool(texts.get(name, "").strip()) for texts in evidence.texts] for name in names]
    if any(sum(cells) < LEAST for cells in zip(*filled, strict=True)):
        return []  # rows that are numbered in advance
    found = []
    for turn in (1, -1):  # rows may stand over their header
        ends = [end_of(rows[::turn]) for rows in filled]
        for way, side in ((1, "left"), (-1, "right")):
            if count := ending_together(ends[::way], names[::way]):
                last = evidence.rows[::turn][ends[::way][0] - 1]
                told = f"the {count} columns at the {side} end after row {last['row_index'] + 1}"
                found.append(Oddity(None, f"{told}: is another table beside?"))
    return found


def end_of(filled: Sequence[bool]) -> int:
    """After how many rows a column ends that fills all of them and none behind; 0 for others."""
    end = filled.index(False) if False in filled else len(filled)
    return end if LEAST <= end <= len(filled) - LEAST and not any(filled[end:]) else 0


def ending_together(ends: Sequence[int], names: Sequence[str | None]) -> int:
    """How many columns from the first on end after the same row, 0 for fewer than two.

    The weights of a list (``names``) are one column: some parts have none.
    """
    count = 0
    while count < len(ends) and ends[count] and ends[count] == ends[0]:
        count += 1
    others = sum(name not in _WEIGHTS for name in names[:count])
    return count if others >= LEAST else 0


def is_shorter(
    heads: Sequence[Span], levels: Sequence[float], rows: Sequence[Iterable[float]], height: float
) -> bool:
    """Whether what stands beside a list is a table of its own: several columns that end together.

    Args:
        heads: where its words in line with the header stand, across.
        levels: of its words below that line.
        rows: levels of the words of each row of the list.
        height: of a line; all in points.
    """
    apart = sum(b[0] - a[1] > height for a, b in pairwise(sorted(heads)))
    if apart + 1 < LEAST:
        return False
    beside = [any(abs(y - spot) <= _LEVEL * height for spot in row for y in levels) for row in rows]
    return bool(end_of(beside) or end_of(beside[::-1]))
