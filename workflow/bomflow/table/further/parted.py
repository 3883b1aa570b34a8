"""Lists under one another that print the same header each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bomflow.page.words import Word
from bomflow.table.body.rows import Row
from bomflow.table.header.columns import Band, Column
from bomflow.table.layout import box_of, middle, text_lines
from bomflow.table.model import Table


def part_lists(table: Table, again: Sequence[Band]) -> list[Table]:
    """The lists that a table is made of: one more at each header where the positions begin anew.

    ``again``: the headers that repeat. A header over positions that count on is of the same list.
    """
    position = table.index("position")
    if position is None or not table.rows or not again:
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
    if len(starts) < 2:
        return [table]
    parts = [_of_list(table, band, heads, starts, down) for band in starts]
    if any(len(text_lines(part.total_words)) > 1 for part in parts):
        return [table]  # which of the sums is whose is not known
    return parts


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
    nearest = heads[min(ends)] if ends else None
    if down:
        low, high = band.top, nearest.top if nearest else 1e9
    else:
        low, high = nearest.bottom if nearest else -1e9, band.bottom

    def among(words: Sequence[Word]) -> list[Word]:
        return [w for w in words if low <= middle(w) <= high]

    header, totals = among(table.header_words), among(table.total_words)
    box = box_of([w for row in rows for w in row.words] + header + totals)
    return Table(
        band=band,
        columns=[_under(column, header) for column in table.columns],
        rows=rows,
        box=(min(box[0], table.box[0]), box[1], max(box[2], table.box[2]), box[3]),
        printed_total=_figure(table, totals),
        total_words=totals,
        section=table.section,
        section_words=among(table.section_words),
        header_words=header,
        reasons=list(table.reasons),
        left_out=list(table.left_out),
        grid=table.grid,
    )


def _under(column: Column, header: Sequence[Word]) -> Column:
    """The column with the words of the header of its own list."""
    x0, x1 = column.span
    words = [w for w in header if x0 - 1 <= (w.x0 + w.x1) / 2 <= x1 + 1] if column.words else []
    return replace(column, words=words or column.words)


def _figure(table: Table, totals: Sequence[Word]) -> str:
    """The sum among the words of a list's own TOTAL line: it stands under that of the table."""
    parts = table.printed_total.split()
    known = [w for w in table.total_words if w.text in parts]
    if not known:
        return ""
    x0, x1 = min(w.x0 for w in known), max(w.x1 for w in known)
    own = [w for w in totals if w.x0 < x1 and w.x1 > x0]
    return " ".join(w.text for w in own) if any(c.isdigit() for w in own for c in w.text) else ""
