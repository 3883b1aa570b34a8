"""ITEM that says what the parts are, and ASSEMBLY what they are for, not how they count.

ITEM | QTY | SPECIFICATION and POLOŽKA | MNOŽSTVÍ name the part in their first column, where other
lists print 1, 2, 3 under the same word; ASSEMBLY and MERK are marks in some lists, words in others.
The cells tell.
"""

from __future__ import annotations

from dataclasses import replace

from bomflow.table.body.rows import looks_like_position
from bomflow.table.header.columns import Band, column_index
from bomflow.table.model import Table
from bomflow.table.naming.kinds import hold_words

_POSITIONS = 0.1  # share of the cells that may look like positions by chance (a part named R1)


def naming_items(band: Band) -> Band | None:
    """The header as one whose ITEM names the parts, None where its word cannot.

    What names them in the first place (DESCRIPTION) goes on doing so, and ITEM names nothing.
    """
    at, names = (column_index(band.columns, name) for name in ("position", "description"))
    if at is None:
        return None
    means = band.columns[at].meaning.columns
    columns = [replace(c) for c in band.columns]
    item = columns[at]
    if means[:1] == ("extra",) and column_index(columns, "quantity") is not None:
        item.name = None
        return replace(band, columns=columns)
    if "description" not in means:
        return None
    item.name = "description"
    if names is not None:
        other = columns[names]
        first = [c.meaning.columns[0] == "description" for c in (item, other)]
        (item if first == [False, True] else other).name = None
    return replace(band, columns=columns)


def holds_names(table: Table, at: int | None) -> bool:
    """Whether the cells of a column are words, and no positions."""
    cells = [row.text(at) for row in table.rows if row.text(at)]
    positions = sum(map(looks_like_position, cells))
    return bool(cells) and positions <= _POSITIONS * len(cells) and hold_words(cells)
