"""A row that the end of a page breaks: its last lines stand over the first row of the next page."""

from __future__ import annotations

from collections.abc import Sequence

from bomflow.page.words import Word
from bomflow.table.body.rows import Row
from bomflow.table.body.strips import FIRST_BEGIN
from bomflow.table.header.columns import Column
from bomflow.table.layout import middle, phrases, text_lines
from bomflow.table.model import Table

# In font sizes.
_ABOVE = 0.6  # by which a line stands over that of its row's position
_NEXT = 2.0  # from one line of a list to the next at most
_FLUSH = 0.3  # by which the begins of a column's texts differ


def part_broken(before: Table, after: Table) -> str:
    """Take the lines over the first row of a list that goes on from the page before out of it.

    What they say, '' where there are none. They may be a heading as well, so they are no part of
    any row: both tables have to tell. Lists whose positions stand under their first lines tell
    nothing.
    """
    position = after.index("position")
    if position is None or not (before.rows and after.rows) or not _goes_on(before, after):
        return ""
    if not after.over:
        above = [_over(row, position) for row in (*before.rows, *after.rows)]
        first = above.pop(len(before.rows))
        if any(above):
            return ""
        _take(after, first)
    return _said(after.over)


def over_first(table: Table, words: Sequence[Word]) -> list[Word]:
    """The line right over the first row of a list without a header that begins as its texts do."""
    first = table.rows[0].cells.get(table.index("description") or 0)
    if not first:
        return []
    x0, top, size = min(w.x0 for w in first), min(w.top for w in first), first[0].size
    near = [
        w
        for w in words
        if w.angle == 0 and 0 < top - w.top <= _NEXT * size and abs(w.size - size) <= 0.05 * size
    ]
    lines = [phrases(line) for line in text_lines(near)]
    return [
        w
        for line in lines
        if len(line) == 1 and abs(line[0].x0 - x0) <= _FLUSH * size
        for w in line[0].words
    ]


def _take(table: Table, first: list[Word]) -> None:
    """Take words out of the first row."""
    gone = {id(w) for w in first}
    row = table.rows[0]
    cells = {i: [w for w in words if id(w) not in gone] for i, words in row.cells.items()}
    row.cells = {i: words for i, words in cells.items() if words}
    table.over = first
    table.section_words += first
    table.reasons = [reason for reason in table.reasons if not reason.endswith(FIRST_BEGIN)]


def _said(words: Sequence[Word]) -> str:
    return " ".join(w.text for line in text_lines(words) for w in line)


def _goes_on(before: Table, after: Table) -> bool:
    """Whether a list has the columns of the one before and its next position."""

    def named(columns: list[Column]) -> list[tuple[str | None, str]]:
        return [(c.name, c.text) for c in columns]

    last, first = (
        table.rows[at].text(table.index("position")) for table, at in ((before, -1), (after, 0))
    )
    counts = last.isdecimal() and first.isdecimal() and int(first) == int(last) + 1
    return counts and named(before.columns) == named(after.columns)


def _over(row: Row, position: int) -> list[Word]:
    """The words of a row over the line of its position."""
    own = row.cells.get(position)
    if not own:
        return []
    level = min(map(middle, own))
    return [w for w in row.words if level - middle(w) > _ABOVE * w.size]
