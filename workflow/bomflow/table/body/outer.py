"""Columns at the ends of what was read that are none of the list: notes, a title block.

They stand beside the list with a line on the height of its header, and often share its lines.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.meaning import STRONG
from bomflow.table.header.ranks import is_drawing_number
from bomflow.table.layout import text_lines
from bomflow.table.model import Table

_LEAST = 2  # columns of a list
_NUMBERED = re.compile(r"\d{1,2}[.)]")
_SHARE = 0.5  # of the lines or cells that tell


def drop_outer(table: Table, vocabulary: Vocabulary) -> tuple[float, float] | None:
    """Drop the columns that are none of the list; returns its sides then, None if unchanged."""
    count = len(table.columns)
    labels = [i for i in range(count) if _are_labels(table, i, vocabulary)]
    named = [i for i, column in enumerate(table.columns) if column.name]
    begin = 0
    if labels and named and labels[0] < named[0]:
        begin = named[0]
    end = next((i for i in labels if i >= begin + _LEAST), count)
    if end == count > _LEAST and _are_notes(table, count - 1, vocabulary):
        end -= 1
    if not table.band.boxed:
        while end > begin + _LEAST and _is_empty(table, end - 1):
            end -= 1
    if (begin, end) == (0, count) or table.grid is None:
        return None
    others = [*table.columns[:begin], *table.columns[end:]]
    gone = {id(w) for column in others for w in (*column.words, *column.over)}
    table.columns = table.columns[begin:end]
    table.header_words = [w for w in table.header_words if id(w) not in gone]
    for row in table.rows:
        row.cells = {i - begin: words for i, words in row.cells.items() if begin <= i < end}
    table.rows = [row for row in table.rows if row.cells]
    grid = table.grid
    edges, hard = grid.edges[begin : end + 1], grid.hard[begin : end + 1]
    table.grid = replace(grid, edges=edges, hard=hard, inside=grid.inside[begin:end])
    return edges[0], edges[-1]


def _is_empty(table: Table, column: int) -> bool:
    """Whether no row fills a column, and its words name none (SEE LIST)."""
    filled = any(row.cells.get(column) for row in table.rows)
    return not filled and table.columns[column].meaning.strength < STRONG


def _are_labels(table: Table, column: int, vocabulary: Vocabulary) -> bool:
    """Whether the header and the cells of a column are labels of a title block (SCALE 1:10)."""
    head = table.columns[column].text
    texts = [text for row in table.rows if (text := row.text(column))]
    labels = sum(vocabulary.is_title_label(text, figures=False) for text in texts)
    titled = vocabulary.is_title_label(head, figures=False) or is_drawing_number(head)
    return titled and labels >= max(2, _SHARE * len(texts))


def _are_notes(table: Table, column: int, vocabulary: Vocabulary) -> bool:
    """Whether a column is a block of notes: NOTES over lines that count 1., 2., 3.

    A column of that name says little, and hardly begins with a number and a point.
    """
    lines = [line for row in table.rows for line in text_lines(row.cells.get(column, []))]
    counted = sum(bool(_NUMBERED.fullmatch(line[0].text)) for line in lines)
    captioned = vocabulary.is_other_caption(table.columns[column].text)
    return captioned and counted >= max(2, _SHARE * len(lines))
