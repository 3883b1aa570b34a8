"""Lines of wrapped cells that read like something else: a heading, a TOTAL."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from bomflow.page.words import Word
from bomflow.table.body.rows import cell_text
from bomflow.table.cells.grid import Grid, place
from bomflow.table.header.folding import fold
from bomflow.table.layout import line_middle, middle
from bomflow.table.model import Table

GOES_ON = ",;-/&+("  # at the end of a line whose text goes on
CONNECTIVES = {"and", "und", "et", "y", "i", "e", "и"}
_NEARER = 0.8  # share of the distance to the line below


def ends_cell(
    lines: Sequence[Sequence[Word]],
    at: int,
    grid: Grid,
    table: Table,
    anchors: Collection[int],
    ruled: bool,
) -> bool:
    """Whether a line that reads like a heading ends the cell over it: JOINTS) after (FRONT AND.

    Where there are no positions, any line in the first column reads like one.

    So it does where its bracket opens there, where a conjunction or a mark asks for more, right of
    what the parts are called, between two lines across that hold one row, and nearer to the line
    over it than to the one below, or than rows stand.
    """
    placed = [place(line, grid) for line in lines]
    column = min(placed[at])
    over = next((cells[column] for cells in reversed(placed[:at]) if column in cells), None)
    if not over or column in anchors:  # no position or quantity is wrapped
        return False
    last, text = over[-1].text, cell_text(lines[at])
    if text.count(")") > text.count("(") or last[-1] in GOES_ON or fold(last) in CONNECTIVES:
        return True
    if column > max(table.index("description") or 0, table.index("article_number") or 0, *anchors):
        return True
    rows = [i for i, cells in enumerate(placed) if any(a in cells for a in anchors)]
    ys = [line_middle(line) for line in lines]
    pitch = min((ys[k] - ys[i] for i, k in pairwise(rows)), default=0.0)
    end = at + 1
    while end < len(lines) and end not in rows and set(placed[end]) == {column}:
        end += 1  # further lines of the same text
    below = ys[end] - ys[end - 1] if end < len(ys) else pitch
    return (ruled and len(rows) == 1) or ys[at] - middle(over[-1]) < _NEARER * below


def begins_cell(
    lines: Sequence[Sequence[Word]], at: int, grid: Grid, described: int | None
) -> bool:
    """Whether a line begins a description of two lines, its position in the middle between them."""
    if at + 2 >= len(lines) or described is None:
        return False
    own, between, below = (place(line, grid) for line in lines[at : at + 3])
    step = line_middle(lines[at + 2]) - line_middle(lines[at])
    return (
        own.keys() == {described} == below.keys()
        and described not in between
        and step <= 1.5 * lines[at][0].size
    )


def ends_text(
    lines: Sequence[Sequence[Word]], at: int, grid: Grid, anchors: Sequence[int | None]
) -> bool:
    """Whether a lone TOTAL is the last word of a text, nearer to its line than rows stand.

    It has no figure beside it, and the line over it goes on in none but words.
    """
    placed = [place(line, grid) for line in lines]
    rows = [i for i, cells in enumerate(placed) if any(a in cells for a in anchors)]
    column = min(placed[at])
    over = placed[at - 1].get(column) if at else None
    if not over or len(placed[at]) > 1 or column in anchors or len(rows) < 2:
        return False
    if any(c.isdigit() for w in (*lines[at], over[-1]) for c in w.text):
        return False
    ys = [line_middle(line) for line in lines]
    pitch = min(ys[k] - ys[i] for i, k in pairwise(rows))
    return ys[at] - middle(over[-1]) < _NEARER * pitch
