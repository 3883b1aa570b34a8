"""A list that goes on on the next page without its header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bomflow.page.rulings import Ruling, Rulings
from bomflow.page.words import Word
from bomflow.table.body.fill import read_body
from bomflow.table.body.place import open_body, ruled_body
from bomflow.table.further.aligned import lines_under
from bomflow.table.further.belongs import belongs, is_position
from bomflow.table.further.overleaf import over_first
from bomflow.table.header.columns import Band, Column
from bomflow.table.header.headers import Vocabulary
from bomflow.table.judging.judge import leftover_words, plausible
from bomflow.table.layout import box_of, middle
from bomflow.table.model import Table

_WRAPPED = 1.5  # font sizes over the middle line of a row at which its first one stands at most


def follow(
    before: Table, words: Sequence[Word], rulings: Rulings, vocabulary: Vocabulary
) -> Table | None:
    """The rest of the list ``before`` among the words of the next page.

    Only where it fits exactly: the positions go on by one from row to row, or the words of every
    line stand in the columns, in the same places and the same size, and no word in or beside the
    rows is left over.
    """
    return _counted(before, words, rulings, vocabulary) or _aligned(
        before, words, rulings, vocabulary
    )


def _counted(
    before: Table, words: Sequence[Word], rulings: Rulings, vocabulary: Vocabulary
) -> Table | None:
    """The rest whose first position is the next one."""
    position = before.index("position")
    if position is None or not before.rows or not is_position(before.rows[-1].text(position)):
        return None
    last = before.rows[-1].cells[position][0]
    number = int(last.text) if is_position(last.text) else 0
    for word in words:
        if (
            is_position(word.text)
            and int(word.text) == number + 1
            and abs(word.size - last.size) <= 0.05 * last.size
            and min(abs(word.x0 - last.x0), abs(word.x1 - last.x1)) <= 0.3 * last.size
        ):
            table = read_below(before, word, words, rulings, vocabulary)
            if table is not None and goes_on(table, position, number):
                over = [line[0] for line in lines_under(before, words) if line[0].bottom < word.top]
                # rows of a list that counts anew, and reaches this number
                return None if over else table
    return None


def _aligned(
    before: Table, words: Sequence[Word], rulings: Rulings, vocabulary: Vocabulary
) -> Table | None:
    """The rest whose words stand in the columns of the list, all lines of them."""
    if not before.rows or before.rows[0].box[1] < before.band.top:
        return None
    lines = lines_under(before, words)
    if not lines:
        return None
    first = min((w for line in lines for w in line), key=middle)
    table = read_below(before, first, words, rulings, vocabulary)
    if table is None or len(table.rows) != len(lines) or not belongs(table, before):
        return None
    return table


def read_below(
    before: Table,
    first: Word,
    words: Sequence[Word],
    rulings: Rulings,
    vocabulary: Vocabulary,
    aside: float = 0.0,
    down: bool = True,
) -> Table | None:
    """The table under the old header's columns from the word ``first`` on.

    ``aside``: how far to the right of the old columns it stands; ``down``: it does not grow up.
    """
    # Close to the word: the line of a frame just above or below it is none of the list.
    edge = first.top - 0.05 * first.size if down else first.bottom + 0.05 * first.size + 1
    old = before.band
    if down:
        own = [w for w in words if old.x0 + aside <= (w.x0 + w.x1) / 2 <= old.x1 + aside]
        edge = min([edge, *(w.top - 0.05 * w.size for w in _above(first, own))])
    bounds = [Ruling(b.at + aside, edge - 1, edge) for b in old.bounds]
    columns = [_moved(c, aside) for c in before.columns]
    x0, x1 = old.x0 + aside, old.x1 + aside
    band = Band(edge - 1, edge, x0, x1, old.size, columns, bounds, old.boxed, reach=old.reach)
    body = ruled_body(band, rulings, [band], down) or open_body(
        band, words, rulings, vocabulary, [band], down
    )
    table = read_body(band, body, words, rulings, vocabulary, [band]) if body else None
    if table is None or not plausible(table):
        return None
    table.header_words = []
    table.box = box_of([w for r in table.rows for w in r.words] + table.total_words)
    # The first lines of a row that the end of a page broke, close above its position, are told.
    left, over = leftover_words(table, words), over_first(table, words)
    table.over = [w for w in left if w in over]
    table.leftover = [w for w in left if w not in over]
    if table.leftover:
        return None
    table.columns = [replace(c, words=[], left=c.span[0], right=c.span[1]) for c in columns]
    return table


def _above(first: Word, words: Sequence[Word]) -> list[Word]:
    """The words over the line of a row that stand as far from it as others in line with them below.

    They begin the cell whose lines are centred on that line.
    """
    size, level = first.size, middle(first)
    near = [w for w in words if 0.2 * size < abs(middle(w) - level) < _WRAPPED * size]
    return [
        w for w in near
        if middle(w) < level and any(
            abs(middle(o) - level - (level - middle(w))) <= 0.2 * size
            and abs(o.x0 - w.x0) <= 0.3 * size
            for o in near
        )
    ]  # fmt: skip


def _moved(column: Column, aside: float) -> Column:
    """The column that far to the right."""
    words = [w._replace(x0=w.x0 + aside, x1=w.x1 + aside) for w in column.words]
    left, right = (x if x is None else x + aside for x in (column.left, column.right))
    return replace(column, words=words, left=left, right=right, over=[])


def goes_on(table: Table, position: int, number: int, down: bool = True, step: int = 1) -> bool:
    """Whether the positions count on from ``number``, row by row."""
    texts = [row.text(position) for row in table.rows][:: 1 if down else -1]
    return all(
        is_position(text) and int(text) == number + step * (i + 1) for i, text in enumerate(texts)
    )


def even_step(texts: Sequence[str]) -> int:
    """By how much the positions of a list rise or fall from row to row: 1 if not all alike."""
    numbers = [int(text) for text in texts if is_position(text)]
    steps = {b - a for a, b in pairwise(numbers)}
    step = steps.pop() if len(steps) == 1 and len(numbers) == len(texts) else 1
    return step or 1
