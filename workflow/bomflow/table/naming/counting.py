"""Columns named by what counts 1, 2, 3."""

from __future__ import annotations

from bomflow.table.body.rows import looks_like_quantity
from bomflow.table.header.folding import fold
from bomflow.table.header.meaning import STRONG
from bomflow.table.header.spellings import SHAPES
from bomflow.table.model import Table
from bomflow.table.naming.kinds import (
    are_marks,
    counts_on,
    step_of,
)

MANY = 3  # rows from which on cells tell something
NAMED = ("description",)


def item_counts(table: Table) -> bool:
    """Name the first column position where it counts 1, 2, 3 and what took that name does not.

    ITEM beside BALLOON or FIND NO., which point to the views.
    """
    first, at = table.columns[0], table.index("position")
    if first.name is not None or first.meaning.columns[:1] != ("position",) or at is None:
        return False
    cells = [row.text(0) for row in table.rows]
    others = [row.text(at) for row in table.rows]
    if cells != [str(n + 1) for n in range(len(cells))] or "1" in others or len(cells) < MANY:
        return False
    table.columns[at].name, first.name = None, "position"
    return True


def no_counts_rows(table: Table) -> bool:
    """Name NO. the position where it counts 1, 2, 3 and what took that name (LINE NO.) does not."""
    first, at = table.columns[0], table.index("position")
    if at is None or first.name != "quantity" or "position" not in first.meaning.columns:
        return False
    cells = [row.text(0) for row in table.rows]
    others = [row.text(at) for row in table.rows]
    if cells != [str(n + 1) for n in range(len(cells))] or len(cells) < MANY or are_marks(others):
        return False
    table.columns[at].name, first.name = None, "position"
    second(table, "quantity")
    return True


def pieces_count_rows(table: Table) -> bool:
    """Name pieces the position where they count 1, 2, 3 and another column counts how many.

    STUK beside AANTAL: the one is a part, the other a number.
    """
    first = table.columns[0]
    if first.name != "quantity" or table.index("position") is not None:
        return False
    cells = [row.text(0) for row in table.rows]
    if len(cells) < MANY or cells != [str(n + 1) for n in range(len(cells))]:
        return False
    for i, other in enumerate(table.columns):
        if other.name is None and other.meaning.columns[:1] == ("quantity",):
            counted = [row.text(i) for row in table.rows]
            if counted != cells and all(counted) and figures(counted):
                first.name, other.name = "position", "quantity"
                return True
    return False


def first_counts(table: Table) -> bool:
    """Name the first column position if it counts the rows (LINE, or nothing) and no other does.

    What took that name for want of a better one (ITEM NUMBER, Référence) is the article number.
    """
    first, cells = table.columns[0], [row.text(0) for row in table.rows]
    known = first.name not in (None, "article_number") or (
        first.name is None and first.meaning.strength >= STRONG
    )
    if known or len(cells) < 2 or not all(cells) or not counts(cells):
        return False
    run = [int(c) for c in cells if c.isdecimal()]
    if not run or min(run) != step_of(run):
        return False
    position = table.index("position")
    if position is None:
        if first.name:
            return False  # its header must allow it
    else:
        other = table.columns[position]
        codes = "article_number" in other.meaning.columns or "item" in fold(other.text).split(" ")
        if not codes or counts([row.text(position) for row in table.rows if row.text(position)]):
            return False
        free = first.name or table.index("article_number") is None
        other.name = "article_number" if free else None
    first.name = "position"
    return True


def counted_articles(table: Table) -> bool:
    """Name the article number position where it is nothing but 1, 2, 3 from the first row on."""
    i = table.index("article_number")
    if i is None or table.index("position") is not None or len(table.rows) < MANY:
        return False
    cells = [row.text(i) for row in table.rows]
    if not all(c.isdecimal() for c in cells) or not are_marks(cells):
        return False
    run = [int(c) for c in cells]
    if max(run) != len(run) * step_of(run):
        return False
    table.columns[i].name = "position"
    second(table, "article_number")
    return True


def second(table: Table, name: str) -> None:
    """Give the name to the next column whose header means it first of all.

    The first column takes that of the position if it can mean it (ASSEMBLY | NO. | NAME).
    """
    for column in table.columns:
        if column.name is None and column.meaning.columns[:1] == (name,):
            column.name = name
            return
    for column in table.columns:  # NOMBRE | PROFILÉ
        may = column.name is None and name in column.meaning.columns[1:]
        shape = name == "description" and SHAPES & set(fold(column.text).split(" "))
        # PART # (a position) | PART NAME | DESCRIPTION
        called = name == "article_number" and column.meaning.columns[:1] == NAMED
        if may and (shape or called):
            column.name = name
            return
    first = table.columns[0]
    if name == "position" and first.name is None and name in first.meaning.columns:
        first.name = name


def figures(cells: list[str]) -> bool:
    """Whether nearly all cells are quantities with a figure."""
    good = sum(looks_like_quantity(c) and any(d.isdigit() for d in c) for c in cells)
    return good >= 0.9 * len(cells)


def counts(cells: list[str]) -> bool:
    """Whether cells count 1, 2, 3 or A, B, C, up or down; a few may be left out."""
    if all(len(c) == 1 and c.isalpha() for c in cells):
        return len(cells) > 1 and cells in (sorted(set(cells)), sorted(set(cells), reverse=True))
    if not all(c.isdecimal() and len(c) <= 3 for c in cells):
        return False
    run = [int(c) for c in cells]
    return counts_on(run) and max(run) <= (1.5 * len(run) + 5) * step_of(run)
