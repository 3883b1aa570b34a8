"""Whether what was read are labels and values of a title block."""

from __future__ import annotations

from itertools import pairwise

from bomflow.page.rulings import Rulings
from bomflow.table.header.ruled_cells import cell_around, near_rulings
from bomflow.table.layout import middle, phrases, text_lines
from bomflow.table.model import Table

_LABEL = 0.75  # size of a title block's labels to that of its values
_TALL = 9  # font sizes of a label that the cell of a label and its value has at most


def is_form(table: Table, rulings: Rulings) -> bool:
    """Whether header and row are labels and values of a title block: both in the same ruled cell.

    A list without lines between its rows has several rows in such a cell. Labels are also printed
    smaller than their values, which headers of lists are not.
    """
    size = table.band.size
    if len(table.rows) == 1 and size < _LABEL * min(w.size for w in table.rows[0].words):
        return True
    if _alternates(table):
        return True
    if table.band.boxed or len(table.rows) > 2:
        return False
    near = near_rulings(
        rulings, table.band.x0, table.band.x1, (table.band.top + table.band.bottom) / 2, size
    )
    together = pairs = 0
    for i, column in enumerate(table.columns):
        values = [words for row in table.rows if (words := row.cells.get(i))]
        if not column.words or not values:
            continue
        pairs += 1
        label = phrases(text_lines(column.words)[0])[0]
        cell = cell_around(label, size, near)
        if cell is not None and cell[3] - cell[1] <= _TALL * size:
            inside = [all(cell[1] < middle(w) < cell[3] for w in words) for words in values]
            together += sum(inside) == 1
    return pairs > 0 and together >= 0.6 * pairs


def _alternates(table: Table) -> bool:
    """Whether small lines, more labels, and larger ones, their values, take turns in each column.

    A label may lack its value; a value never stands under another one.
    """
    for i, column in enumerate(table.columns):
        words = [*column.words, *(w for row in table.rows for w in row.cells.get(i, []))]
        sizes = [max(w.size for w in line) for line in text_lines(words)]
        small = [size < max(sizes) * _LABEL for size in sizes]
        if not small or not small[0] or sum(small) < 2:
            return False
        if any(not a and not b for a, b in pairwise(small)):
            return False
    return True
