"""Whether what was read looks like a parts list."""

from __future__ import annotations

from collections.abc import Sequence

from bomflow.page.words import Word
from bomflow.table.body.rows import Row, looks_like_position, looks_like_quantity
from bomflow.table.header.folding import fold
from bomflow.table.header.meaning import STRONG
from bomflow.table.header.ranks import is_drawing_number
from bomflow.table.header.spellings import MEDIA, SERVICES
from bomflow.table.layout import middle
from bomflow.table.model import Table


def counts_articles(table: Table) -> bool:
    """Whether columns say that this is a list of parts, whatever is written over it (TOOL LIST):
    articles by number and name, and how many of each.
    """
    number = table.index("article_number")
    if number is None or is_drawing_number(table.columns[number].text):
        return False
    others = [table.index(name) for name in ("position", "description", "quantity")]
    sure = [table.columns[i].meaning for i in (number, *others) if i is not None]
    return (
        len(sure) == len(others) + 1
        and all(m.strength >= STRONG and not m.decoy for m in sure)
        and not any(c.meaning.decoy for c in table.columns)
        and plausible(table)
    )


def plausible(table: Table) -> bool:
    """Whether the rows read like those of a parts list."""
    if not table.rows:
        return False
    position, quantity = table.index("position"), table.index("quantity")
    if table.index("article_number") is None and _only_figures(table):
        return False
    if _only_symbols(table):
        return False
    marks = 0
    for row in table.rows:
        p = position is not None and looks_like_position(row.text(position))
        q = quantity is not None and looks_like_quantity(row.text(quantity))
        marks += p or q
    return marks >= max(1, 0.5 * len(table.rows))


def is_of_nozzles(table: Table) -> bool:
    """Whether the descriptions say what openings of a vessel are for: a list of nozzles."""
    if table.index("article_number") is not None or table.index("weight") is not None:
        return False
    cells = [set(fold(row.text(table.index("description"))).split(" ")) for row in table.rows]
    # a DRAIN VALVE is a part, a DRAIN is none
    named = [c for c in cells if c & SERVICES and c <= SERVICES | MEDIA]
    return len(cells) > 1 and len(named) >= 0.75 * len(cells)


def _only_figures(table: Table) -> bool:
    """Whether the descriptions have no letter, nor is there another column of words."""
    description = table.index("description")
    cells = [row.text(description) for row in table.rows if row.text(description)]
    if cells and any(c.meaning.decoy and c.name is None for c in table.columns):
        return not any(c.isalpha() for text in cells for c in text)  # ITEM B of a weld
    return bool(cells) and not any(
        c.isalpha()
        for row in table.rows
        for i, column in enumerate(table.columns)
        if i == description or column.name is None
        for c in row.text(i)
    )


def _only_symbols(table: Table) -> bool:
    """Whether what should be numbers are signs of a legend, each of them another one or a box."""
    cells = [row.text(table.index("article_number")) for row in table.rows]
    return bool(cells) and all(
        c and not c.isascii() and not any(map(str.isalnum, c)) for c in cells
    )


def names_something(row: Row, table: Table) -> bool:
    """Whether a row says of what it is: bare figures are zone marks or dimensions."""
    for i, column in enumerate(table.columns):
        text = row.text(i)
        if column.name in ("article_number", "description") and text:
            return True
        if column.name is None and sum(c.isalpha() for c in text) > 1:
            return True
    return False


def worth(table: Table, ruled: bool) -> float:
    """How much a reading looks like a parts list; for choosing between up and down."""
    position, quantity = table.index("position"), table.index("quantity")
    good = 0.0
    for row in table.rows:
        p = position is not None and looks_like_position(row.text(position))
        q = quantity is not None and looks_like_quantity(row.text(quantity))
        text = any(
            row.text(table.index(n))
            for n in ("article_number", "description")
            if table.index(n) is not None
        )
        good += (p + q) * (1.0 if text else 0.5) - (0.7 if not p and not q else 0)
    bonus = 1.5 if ruled else 1.0
    header = table.band
    gap = min(
        max(
            header.top - max(w.bottom for w in r.words), min(w.top for w in r.words) - header.bottom
        )
        for r in table.rows
    )
    bonus /= 1.0 + max(0.0, gap / header.size - 1.2)  # rows stand close to their header
    return good * bonus if good > 0 else good


def leftover_words(table: Table, words: Sequence[Word]) -> list[Word]:
    """Words inside the table's box that no cell, header, total or section took."""
    used = {id(w) for w in table.words}
    x0, y0, x1, y1 = table.box
    return [
        w
        for w in words
        if id(w) not in used and x0 <= (w.x0 + w.x1) / 2 <= x1 and y0 <= middle(w) <= y1
    ]
