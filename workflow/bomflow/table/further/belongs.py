"""Whether rows without a header that stand in the columns of a list are its next ones."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bomflow.proof.evidence import FIGURES
from bomflow.table.model import Table

_SEVERAL = 6  # texts that have figures for a reason


def belongs(rest: Table, table: Table, down: bool = True) -> bool:
    """Whether rows are of the same list: figures stand where figures do, no row has a name that
    is taken, no column is empty that is full in the list.

    Positions that count evenly, but not on from the list, are told (``left_out``).
    """
    full = {i for i in range(len(table.columns)) if all(row.cells.get(i) for row in table.rows)}
    if not all(row.cells.get(i) for row in rest.rows for i in full) or not _alike(table, rest):
        return False
    position = table.index("position")
    if position is None:
        return True
    before, after = ([row.text(position) for row in t.rows] for t in (table, rest))
    again = sum(text in before for text in after)
    if not all(after) or again > 1 or again == len(after):
        return False
    if _leaves_out(before if down else before[::-1], after if down else after[::-1]):
        rest.left_out.append("its positions do not count on from those of the list before it")
    return True


def is_position(text: str) -> bool:
    """Whether a text is a figure that counts rows."""
    # No superscripts, and not the thousands of digits that int() refuses.
    return text.isdecimal() and len(text) <= 9


def _leaves_out(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether positions that count evenly in a list do not go on so in the rows after it."""
    if not all(map(is_position, before)):
        return False
    steps = {int(b) - int(a) for a, b in pairwise(before)}
    return len(steps) == 1 and not all(
        is_position(b) and is_position(a) and int(b) - int(a) in steps
        for a, b in pairwise([before[-1], *after])
    )


def _alike(table: Table, rest: Table) -> bool:
    """Whether every column that holds nothing but texts with figures does so in the rest too.

    A few names or materials hold some by chance, quantities and weights do not.
    """

    def figured(t: Table, i: int) -> list[bool]:
        return [any(c.isdigit() for c in text) for row in t.rows if (text := row.text(i))]

    columns = [
        i
        for i, column in enumerate(table.columns)
        if (held := figured(table, i))
        and all(held)
        and (column.name in FIGURES or len(held) >= _SEVERAL)
    ]
    return all(all(figured(rest, i)) for i in columns)
