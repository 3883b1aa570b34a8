"""Lines that were joined to a row only because they print no quantity.

In a list without positions a row whose quantity is empty reads like the end of the row before it.
A wrapped line stands closer than rows do, or begins with a word that had no room before it,
or with a small letter where names have a large one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bomflow.page.words import Word
from bomflow.table.body.rows import Row
from bomflow.table.cells.grid import Grid
from bomflow.table.layout import line_middle, text_lines

_AS_ROWS = 0.9  # share of the distance of two rows from which on two lines may be rows
# In font sizes.
_ROW = 1.6  # from a row to the next one, where there is none to measure
_BLANK = 0.3
_USED = 0.85  # share of its room that a line of a wrapped cell fills at least


def joined_lines(rows: Sequence[Row], grid: Grid) -> list[str]:
    """What tells of rows, top to bottom and without lines between them, that may be several."""
    lines = [text_lines(row.words) for row in rows]
    steps = [line_middle(b[0]) - line_middle(a[-1]) for a, b in pairwise(lines)]
    usual = min(steps, default=_ROW * max(w.size for row in rows for w in row.words))
    room = {column: _room(column, rows, grid) for row in rows for column in row.cells}
    found = []
    for row in rows:
        for column, words in row.cells.items():
            needless = [
                below
                for above, below in pairwise(text_lines(words))
                if line_middle(below) - line_middle(above) >= _AS_ROWS * usual
                and _fits(above, below[0], room[column])
                and not (below[0].text[0].islower() and not words[0].text[0].islower())
            ]
            if needless:
                text = " ".join(w.text for w in needless[0])[:40]
                found.append(f"{text!r} was joined to the line above it, but may be a row")
                break
    return found


def _room(column: int, rows: Sequence[Row], grid: Grid) -> float:
    """How wide a line of a column may be: as its widest one, or nearly up to the next column."""
    lines = [line for row in rows for line in text_lines(row.cells.get(column, []))]
    begin = min(line[0].x0 for line in lines)
    widest = max(_end(line) - line[0].x0 for line in lines)
    after = [w.x0 for row in rows for w in row.cells.get(column + 1, [])]
    end = grid.edges[column + 1] if grid.hard[column + 1] else min(after, default=begin)
    return max(widest, _USED * (end - begin))


def _fits(line: Sequence[Word], word: Word, room: float) -> bool:
    """Whether a word would have had room at the end of a line."""
    wide = _end(line) - line[0].x0 + _BLANK * word.size + word.x1 - word.x0
    return wide <= room


def _end(line: Sequence[Word]) -> float:
    return max(w.x1 for w in line)
