"""A shorter table beside a list that shares its lines: its columns end before the rows do."""

from __future__ import annotations

from dataclasses import replace

from bomflow.proof.shorter import end_of, ending_together
from bomflow.table.header.columns import Band, name_columns
from bomflow.table.header.meaning import STRONG
from bomflow.table.model import Table

_LEAST = 2  # columns of the list, and cells of its rows
_COUNTS = {"position", "quantity"}


def without_shorter(table: Table) -> Band | None:
    """The header without the columns of a shorter table at its left or right; None if none is.

    They all hold a text in each of the rows next to the header, and none in the others. Columns of
    the list itself that are seldom filled do not end so on one row. What is left out so is told as
    a column beside the list, unless its header says what it is.
    """
    down = bool(table.rows) and table.rows[0].box[1] > table.band.top
    rows = table.rows if down else table.rows[::-1]
    columns = table.columns
    ends = [end_of([bool(row.cells.get(i)) for row in rows]) for i in range(len(columns))]
    names = [column.name for column in columns]
    begin = ending_together(ends, names)
    end = len(columns) - ending_together(ends[::-1], names[::-1])
    if (begin, end) == (0, len(columns)) or end - begin < _LEAST:
        return None
    kept = columns[begin:end]
    named = {n for c in kept if c.meaning.strength >= STRONG for n in c.meaning.columns}
    if not named & _COUNTS or any(len(row.cells) < _LEAST for row in rows):
        return None
    band = table.band
    left, right = band.beside
    if begin:
        left = (columns[begin - 1].span[1] + kept[0].span[0]) / 2
    if end < len(columns):
        right = (kept[-1].span[1] + columns[end].span[0]) / 2
    inside = [b for b in band.bounds if left <= b.at <= right]
    own = [replace(column) for column in kept]
    name_columns(own)
    x0, x1 = max(band.x0, left), min(band.x1, right)
    return replace(band, columns=own, x0=x0, x1=x1, bounds=inside, beside=(left, right))
