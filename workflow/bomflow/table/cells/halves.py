"""Columns that a line of the drawing cuts in two, from the header to the last row."""

from __future__ import annotations

from dataclasses import replace

from bomflow.table.model import Table

_FILLED = 0.8  # share of the rows that have a cell in the half without a header


def join_halves(table: Table) -> bool:
    """Join a headed column without a cell and the one beside it that has cells, but no header.

    What is printed stands on one side of the line, its header on the other. Whether any were joined
    is returned: the rows must be read anew.
    """
    columns = table.columns
    filled = [sum(bool(row.cells.get(i)) for row in table.rows) for i in range(len(columns))]
    joined = False
    for i in reversed(range(len(columns) - 1)):
        one, two = columns[i : i + 2]
        if one.left is None or two.right is None or bool(one.words) == bool(two.words):
            continue
        headed, bare = (i, i + 1) if one.words else (i + 1, i)
        if columns[bare].over or filled[headed]:
            continue
        if filled[bare] >= max(2, _FILLED * len(table.rows)):
            columns[i : i + 2] = [replace(columns[headed], left=one.left, right=two.right)]
            filled[i : i + 2] = [filled[bare]]
            joined = True
    return joined
