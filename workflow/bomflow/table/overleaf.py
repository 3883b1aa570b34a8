"""A row that the end of a page breaks: its last lines stand over the first row of the next page."""

from __future__ import annotations

from bomflow.page.words import Word
from bomflow.table.columns import Column
from bomflow.table.layout import middle, text_lines
from bomflow.table.model import Table
from bomflow.table.rows import Row
from bomflow.table.strips import FIRST_BEGIN

_ABOVE = 0.6  # font sizes by which a line stands over that of its row's position


def part_broken(before: Table, after: Table) -> str:
    """Take the lines over the first row of a list that goes on from the page before out of it.

    What they say, '' where there are none. They may be a heading as well, so they are no part of
    any row: both tables have to tell. Lists whose positions stand under their first lines tell
    nothing.
    """
    position = after.index("position")
    if position is None or not (before.rows and after.rows) or not _goes_on(before, after):
        return ""
    above = [_over(row, position) for row in (*before.rows, *after.rows)]
    first = above.pop(len(before.rows))
    if not first or any(above):
        return ""
    gone = {id(w) for w in first}
    row = after.rows[0]
    cells = {i: [w for w in words if id(w) not in gone] for i, words in row.cells.items()}
    row.cells = {i: words for i, words in cells.items() if words}
    after.section_words += first
    after.reasons = [reason for reason in after.reasons if not reason.endswith(FIRST_BEGIN)]
    return " ".join(w.text for line in text_lines(first) for w in line)


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
