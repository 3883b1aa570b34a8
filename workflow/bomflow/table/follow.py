"""A list that goes on on the next page without its header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bomflow.page.rulings import Ruling, Rulings
from bomflow.page.words import Word
from bomflow.table.body import open_body, ruled_body
from bomflow.table.columns import Band
from bomflow.table.headers import Vocabulary
from bomflow.table.judge import leftover_words, plausible
from bomflow.table.layout import box_of
from bomflow.table.model import Table
from bomflow.table.read import read_body


def follow(
    before: Table, words: Sequence[Word], rulings: Rulings, vocabulary: Vocabulary
) -> Table | None:
    """The rest of the list ``before`` among the words of the next page.

    Only where it fits exactly: the positions go on by one from row to row, in the same columns and
    the same size, and no word in or beside the rows is left over.
    """
    position = before.index("position")
    if position is None or not before.rows or not _is_position(before.rows[-1].text(position)):
        return None
    last = before.rows[-1].cells[position][0]
    number = int(last.text) if _is_position(last.text) else 0
    for word in words:
        if (
            _is_position(word.text)
            and int(word.text) == number + 1
            and abs(word.size - last.size) <= 0.05 * last.size
            and min(abs(word.x0 - last.x0), abs(word.x1 - last.x1)) <= 0.3 * last.size
        ):
            table = _read_below(before, word, words, rulings, vocabulary)
            if table is not None and _goes_on(table, position, number):
                return table
    return None


def _is_position(text: str) -> bool:
    # No superscripts, and not the thousands of digits that int() refuses.
    return text.isdecimal() and len(text) <= 9


def _read_below(
    before: Table, first: Word, words: Sequence[Word], rulings: Rulings, vocabulary: Vocabulary
) -> Table | None:
    """The table under the old header's columns from the word ``first`` on."""
    edge = first.top - 0.3 * first.size
    old = before.band
    bounds = [Ruling(b.at, edge - 1, edge) for b in old.bounds]
    columns = [replace(c) for c in before.columns]
    band = Band(edge - 1, edge, old.x0, old.x1, old.size, columns, bounds, old.boxed)
    body = ruled_body(band, rulings, [band], True) or open_body(
        band, words, rulings, vocabulary, [band], True
    )
    table = read_body(band, body, words, rulings, vocabulary, [band]) if body else None
    if table is None or not plausible(table):
        return None
    table.header_words = []
    table.box = box_of([w for r in table.rows for w in r.words] + table.total_words)
    table.leftover = leftover_words(table, words)
    if table.leftover:
        return None
    table.columns = [replace(c, words=[], left=c.span[0], right=c.span[1]) for c in columns]
    return table


def _goes_on(table: Table, position: int, number: int) -> bool:
    """Whether the positions count on from ``number``, row by row."""
    texts = [row.text(position) for row in table.rows]
    return texts == [str(number + 1 + i) for i in range(len(texts))]
