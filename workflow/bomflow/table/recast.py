"""Columns named by what stands in them, where their header means two things or was cut in two."""

from __future__ import annotations

import re
from itertools import pairwise

from bomflow.table.columns import make_column, name_columns
from bomflow.table.headers import STRONG, Vocabulary, fold, is_total_word
from bomflow.table.model import Table
from bomflow.table.rows import looks_like_quantity

_WORD = re.compile(r"[^\W\d_]{3,}")
_BLANK = 0.5  # font sizes between two words of one header


def recast(table: Table) -> bool:
    """Name a column by its cells where its header means one thing or the other.

    NOMBRE is a name in Spanish and a number in French, NO. counts rows or pieces, ID is a code or
    a position; whether it changed anything is returned.
    """
    for old, new, fits in (
        ("description", "quantity", _figures),
        ("position", "quantity", _amounts),
        ("article_number", "position", _counts),
        ("article_number", "description", _wordy),
    ):
        i = table.index(old)
        if i is None or table.index(new) is not None or new not in table.columns[i].meaning.columns:
            continue
        cells = [row.text(i) for row in table.rows if row.text(i)]
        if cells and fits(cells):
            table.columns[i].name = new
            _second(table, old)
            return True
    if _first_counts(table):
        return True
    weight = table.index("weight")
    if weight is None or table.index("total_weight") is not None:
        return False
    for beside in table.columns[weight + 1 : weight + 2]:  # WEIGHT | TOTAL
        if beside.name is None and is_total_word(beside.text):
            beside.name = "total_weight"
            return True
    return False


def _first_counts(table: Table) -> bool:
    """Name the first column position if it counts the rows (LINE, or nothing) and no other does.

    What took that name for want of a better one (ITEM NUMBER, Référence) is the article number.
    """
    first, cells = table.columns[0], [row.text(0) for row in table.rows]
    known = first.name not in (None, "article_number") or (
        first.name is None and first.meaning.strength >= STRONG
    )
    if known or len(cells) < 2 or "1" not in cells or not all(cells) or not _counts(cells):
        return False
    position = table.index("position")
    if position is None:
        if first.name:
            return False  # its header must allow it
    else:
        other = table.columns[position]
        codes = "article_number" in other.meaning.columns or "item" in fold(other.text).split(" ")
        if not codes or _counts([row.text(position) for row in table.rows if row.text(position)]):
            return False
        free = first.name or table.index("article_number") is None
        other.name = "article_number" if free else None
    first.name = "position"
    return True


def _second(table: Table, name: str) -> None:
    """Give the name to the next column whose header means it first of all."""
    for column in table.columns:
        if column.name is None and column.meaning.columns[:1] == (name,):
            column.name = name
            return


def _figures(cells: list[str]) -> bool:
    """Whether nearly all cells are quantities with a figure."""
    good = sum(looks_like_quantity(c) and any(d.isdigit() for d in c) for c in cells)
    return good >= 0.9 * len(cells)


def are_numbers(cells: list[str]) -> bool:
    """Whether all cells are whole numbers as small as most quantities are."""
    return all(c.isdecimal() and len(c) <= 3 for c in cells)


def are_names(cells: list[str]) -> bool:
    """Whether cells are made of words, and hardly two of the same."""
    return _wordy(cells) and len(set(cells)) >= 0.6 * len(cells)


def _amounts(cells: list[str]) -> bool:
    """Whether cells are whole numbers in no order, as no positions are."""
    if not all(c.isdecimal() and len(c) <= 4 for c in cells):
        return False
    values = [int(c) for c in cells]
    return values not in (sorted(set(values)), sorted(set(values), reverse=True))


def _counts(cells: list[str]) -> bool:
    """Whether cells count 1, 2, 3 or A, B, C, up or down; a few may be left out."""
    if all(len(c) == 1 and c.isalpha() for c in cells):
        return len(cells) > 1 and cells in (sorted(set(cells)), sorted(set(cells), reverse=True))
    if not all(c.isdecimal() and len(c) <= 3 for c in cells):
        return False
    run = [int(c) for c in cells]
    steps = {b - a for a, b in pairwise(run)}
    one_way = all(s > 0 for s in steps) or all(s < 0 for s in steps)
    return one_way and max(run) <= 1.5 * len(run) + 5


def _wordy(cells: list[str]) -> bool:
    """Whether most cells are made of words, as names are and numbers are not."""
    words = [c for c in cells if _WORD.search(c) and not any(d.isdigit() for d in c.split()[0])]
    return len(words) >= 0.6 * len(cells)


def join_header(table: Table, vocabulary: Vocabulary) -> bool:
    """Join two columns of which one has no cell and the headers stand a blank apart, unruled.

    It is one header that was cut between two words that name something (COMMODITY DESCRIPTION).
    """
    columns = table.columns
    for i in range(len(columns) - 1):
        one, two = columns[i], columns[i + 1]
        if not one.words or not two.words or one.left is not None or two.left is not None:
            continue
        if any(one.span[1] <= b.at <= two.span[0] for b in table.band.bounds):
            continue
        gap, size = two.span[0] - one.span[1], table.band.size
        filled = [sum(bool(row.cells.get(k)) for row in table.rows) for k in (i, i + 1)]
        if 0 < gap <= _BLANK * size and min(filled) == 0 < max(filled):
            joined = make_column([*one.words, *two.words], vocabulary)
            joined.over = [*one.over, *(w for w in two.over if w not in one.over)]
            columns[i : i + 2] = [joined]
            name_columns(columns)
            return True
    return False
