"""Header words that are labels of a drawing's own data, or words of its notes."""

from __future__ import annotations

from itertools import pairwise

from bomflow.table.header.columns import Column
from bomflow.table.header.folding import fold
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.spellings import SHAPES
from bomflow.table.model import Table

_MATERIAL = "werkstoff"  # a label that lists have as well


def speaks(columns: list[Column]) -> bool:
    """Whether the header words are those of a sentence of the notes (SEE ITEM 3, QTY 2) or labels
    beside their values: a figure follows most of them.
    """
    named = [c for c in columns if c.name]
    valued = [c for c in named if any(d.isdigit() for t in c.text.split()[1:] for d in t)]
    valued += [a for a, b in pairwise(columns) if a.name and _is_value(b)]
    return len(valued) > 1 and 2 * len(valued) > len(named)


def _is_value(column: Column) -> bool:
    return not column.meaning.columns and any(map(str.isdigit, column.text))


def is_title_block(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether each row holds a label of a title block, as where MATERIAL, MASS, QTY stand in it."""
    labels = [
        sum(vocabulary.is_title_label(row.text(i), figures=False) for i in row.cells)
        for row in table.rows
    ]
    return all(labels) and sum(labels) > 1


def labels_drawing(columns: list[Column], vocabulary: Vocabulary) -> bool:
    """Whether headers without a position are labels of the drawing itself: PART NO., QTY, SCALE."""
    others = [c for c in columns if c.name is None and not c.meaning.decoy]
    return not any(c.name == "position" for c in columns) and any(
        vocabulary.is_title_label(c.text) for c in others if fold(c.text) != _MATERIAL
    )


def is_of_one_part(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether a single row says of what, how often and how heavy the drawn part itself is, or at
    which SCALE it is drawn.
    """
    if len(table.rows) != 1 or table.index("position") is not None:
        return False
    if labels_drawing(table.columns, vocabulary):
        return True
    if table.index("article_number") is not None:
        return False
    names = [c for c in table.columns if c.name == "description"]
    return any(
        c.meaning.columns[:1] == ("extra",) and not SHAPES & set(fold(c.text).split(" "))
        for c in names
    )
