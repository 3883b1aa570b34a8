"""Columns of which the headers stand a blank apart, parted where their texts are.

ITEM QTY, Werkstoff Gewicht or PROFILE LENGTH may be one header as well: a gap that goes on from
the header through the cells says that they are two.
"""

from __future__ import annotations

from collections.abc import Sequence

from bomflow.page.words import Word
from bomflow.table.header.columns import Column, make_column, name_columns
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.meaning import STRONG
from bomflow.table.header.ranks import is_total_word
from bomflow.table.header.spellings import COLUMNS
from bomflow.table.layout import text_lines
from bomflow.table.model import Table

_WIDE, _NARROW = 0.6, 0.2  # font sizes of a gap beside texts, beside figures under one of the six
_BOTH = 0.6  # share of the cells that have words on both sides
_FIGURES = {"quantity", "weight", "total_weight"}
_REGULAR = 0.8  # share of the figures' cells that begin with a digit


def part_headers(table: Table, vocabulary: Vocabulary) -> bool:
    """Part columns whose header and cells have a gap in the same place, each side with a name.

    Whether any were parted is returned: the rows must be read anew.
    """
    columns = table.columns
    parted = False
    for i in reversed(range(len(columns))):
        if columns[i].over or not columns[i].words[1:]:
            continue
        cells = [words for row in table.rows if (words := row.cells.get(i))]
        several = [words for words in cells if words[1:]]
        if len(several) < 2 or len(text_lines(columns[i].words)) > 1:
            continue
        both = _two(columns[i], cells, table.band.size, vocabulary)
        if both:
            columns[i : i + 1] = both
            parted = True
    if parted:
        name_columns(columns)
    return parted


def _two(
    column: Column, cells: Sequence[Sequence[Word]], size: float, vocabulary: Vocabulary
) -> list[Column]:
    """The two columns that one is, [] where it is one."""
    for start, end in _gaps(column.words):
        one, two = (
            make_column(words, vocabulary) for words in _sides(column.words, (start + end) / 2)
        )
        if not _are_two(one, two):
            continue
        for low, high in _gaps([w for cell in cells for w in cell]):
            middle = (max(low, start) + min(high, end)) / 2
            if min(high, end) > max(low, start) and _fits(
                one, two, [_sides(cell, middle) for cell in cells], (high - low) / size
            ):
                one.left, two.right = column.left, column.right
                return [one, two]
    return []


def _are_two(one: Column, two: Column) -> bool:
    """Whether both headers name something, and not the same."""
    names = _name(one), _name(two)
    return all(names) and (names[0] != names[1] or names[0] == "extra")


def _name(column: Column) -> str:
    """What a header surely names, '' for nothing; TOTAL beside a weight is that of the row."""
    if is_total_word(column.text):
        return "total_weight"
    return column.meaning.columns[0] if column.meaning.strength >= STRONG else ""


def _fits(
    one: Column, two: Column, cells: Sequence[tuple[list[Word], list[Word]]], gap: float
) -> bool:
    """Whether the cells on both sides of a gap, in font sizes, are what the headers name."""
    full = [both for both in cells if all(both)]
    if len(full) < max(2, _BOTH * len(cells)):
        return False
    counted = False
    for c, own in ((one, [a for a, _ in cells if a]), (two, [b for _, b in cells if b])):
        if _name(c) in _FIGURES:
            if sum(words[0].text[0].isdigit() for words in own) < _REGULAR * len(own):
                return False
            counted = True
    # 1 240,5 under WEIGHT TOTAL is one figure
    real = all(_name(c) in COLUMNS and not is_total_word(c.text) for c in (one, two))
    return gap >= (_NARROW if counted and real and len(full) > 2 else _WIDE)


def _sides(words: Sequence[Word], at: float) -> tuple[list[Word], list[Word]]:
    left = [w for w in words if (w.x0 + w.x1) / 2 < at]
    return left, [w for w in words if (w.x0 + w.x1) / 2 >= at]


def _gaps(words: Sequence[Word]) -> list[tuple[float, float]]:
    """What no word covers, between the first and the last of them."""
    gaps = []
    edge = min((w.x0 for w in words), default=0.0)
    for w in sorted(words, key=lambda w: w.x0):
        if w.x0 > edge:
            gaps.append((edge, w.x0))
        edge = max(edge, w.x1)
    return gaps
