"""Lists under one another that print the same header each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bomflow.page.words import Word
from bomflow.table.columns import Band, Column
from bomflow.table.layout import box_of, middle
from bomflow.table.model import Table
from bomflow.table.rows import Row


def part_lists(table: Table, again: Sequence[Band]) -> list[Table]:
    """The lists that a table is made of: one more at each header where the positions begin anew.

    ``again``: the headers that repeat. A header over positions that count on is of the same list.
    """
    position = table.index("position")
    if position is None or not table.rows:
        return [table]
    down = table.rows[0].box[1] > table.band.top
    inside = [band for band in again if table.box[1] < band.top < table.box[3]]
    heads = sorted([table.band, *inside], key=lambda band: band.top, reverse=not down)

    def first(band: Band) -> str:
        """The position next to a header, '' where another header stands between."""
        rows = [r for r in table.rows if _head(r, heads, down) is band]
        nearest = min(rows, key=lambda row: abs(row.box[1] - band.top), default=None)
        return nearest.text(position) if nearest else ""

    begins = first(heads[0])
    starts = [band for band in heads if band is heads[0] or (begins and first(band) == begins)]
    if len(starts) < 2 or table.total_words:
        return [table]  # which sum is of which list is not known
    return [_of_list(table, band, heads, starts, down) for band in starts]


def _head(row: Row, heads: Sequence[Band], down: bool) -> Band:
    """The header that a row hangs from, or stands on."""
    y = (row.box[1] + row.box[3]) / 2
    passed = [b for b in heads if (b.top < y if down else b.top > y)]
    return passed[-1] if passed else heads[0]


def _of_list(
    table: Table, band: Band, heads: Sequence[Band], starts: Sequence[Band], down: bool
) -> Table:
    at = heads.index(band)
    ends = [heads.index(b) for b in starts if heads.index(b) > at]
    own = heads[at : min(ends, default=len(heads))]
    rows = [row for row in table.rows if any(_head(row, heads, down) is b for b in own)]
    low, high = min(b.top for b in own), max(b.bottom for b in own)
    low = min([low, *(row.box[1] for row in rows)])
    high = max([high, *(row.box[3] for row in rows)])

    def among(words: Sequence[Word]) -> list[Word]:
        return [w for w in words if low <= middle(w) <= high]

    header, sections = among(table.header_words), among(table.section_words)
    box = box_of([w for row in rows for w in row.words] + header)
    return Table(
        band=band,
        columns=[_under(column, header) for column in table.columns],
        rows=rows,
        box=(min(box[0], table.box[0]), box[1], max(box[2], table.box[2]), box[3]),
        section=table.section,
        section_words=sections,
        header_words=header,
        reasons=list(table.reasons),
        left_out=list(table.left_out),
    )


def _under(column: Column, header: Sequence[Word]) -> Column:
    """The column with the words of the header of its own list."""
    x0, x1 = column.span
    words = [w for w in header if x0 - 1 <= (w.x0 + w.x1) / 2 <= x1 + 1] if column.words else []
    return replace(column, words=words or column.words)
