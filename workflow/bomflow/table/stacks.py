"""A list that goes on beside itself: the next stack prints no header."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bomflow.page.rulings import Rulings
from bomflow.page.words import Word
from bomflow.table.follow import goes_on, is_position, read_below
from bomflow.table.headers import Vocabulary
from bomflow.table.layout import middle
from bomflow.table.model import Table

_NEAR = 12.0  # font sizes between two stacks
_HIGHER = 3.0  # font sizes by which the next stack may begin above the header


def next_stacks(
    table: Table, words: Sequence[Word], rulings: Rulings, vocabulary: Vocabulary
) -> Iterator[Table]:
    """The stacks beside a list that hangs from its header, one after the other.

    Only where they fit exactly: the positions count on from row to row (or, in a list without
    positions, the rulings of the same columns are drawn once more), in the same columns and the
    same size, and no word in or beside the rows is left over.
    """
    if not table.rows or table.rows[0].box[1] < table.band.top:
        return
    height = table.box[1] - _HIGHER * table.band.size, table.rows[0].box[3]
    last: Table | None = table
    while last is not None:
        taken = {id(w) for w in last.words}
        words = [w for w in words if id(w) not in taken]
        beside = [w for w in words if height[0] <= middle(w) <= height[1]]
        read = _counted if table.index("position") is not None else _drawn
        last = read(last, beside, words, rulings, vocabulary)
        if last is not None:
            yield last


def _counted(
    table: Table,
    beside: Sequence[Word],
    words: Sequence[Word],
    rulings: Rulings,
    vocabulary: Vocabulary,
) -> Table | None:
    """The stack whose first position is the next one."""
    position = table.index("position")
    if position is None or not is_position(table.rows[-1].text(position)):
        return None
    last = table.rows[-1].cells[position][0]
    number = int(table.rows[-1].text(position))
    for word in beside:
        if word.text != str(number + 1) or abs(word.size - last.size) > 0.05 * last.size:
            continue
        for aside in dict.fromkeys(_steps(last, word)):
            gap = table.box[0] + aside - table.box[2]
            if -last.size <= gap <= _NEAR * last.size:
                found = read_below(table, word, words, rulings, vocabulary, aside)
                if found is not None and goes_on(found, position, number):
                    return found
    return None


def _drawn(
    table: Table,
    beside: Sequence[Word],
    words: Sequence[Word],
    rulings: Rulings,
    vocabulary: Vocabulary,
) -> Table | None:
    """The stack in the same columns, drawn once more."""
    bounds = [b.at for b in table.band.bounds]
    first = table.rows[0].box
    if len(bounds) < 4 or not table.band.boxed:
        return None
    end = max(bounds[-1], table.band.x1)
    lines = rulings.down_between(end - 2, end + 2 * (end - bounds[0]), first[1], first[3])
    for line in lines:
        aside = line.at - bounds[0]
        if line.at > end + _NEAR * table.band.size or not all(
            any(abs(other.at - at - aside) <= 1 for other in lines) for at in bounds
        ):
            continue
        own = [w for w in beside if bounds[0] < (w.x0 + w.x1) / 2 - aside < bounds[-1]]
        top = min(own, key=middle, default=None)
        if top is not None:
            return read_below(table, top, words, rulings, vocabulary, aside)
    return None


def _steps(one: Word, other: Word) -> Iterator[float]:
    """How far a figure stands beside another one by its middle, left and right."""
    yield round((other.x0 + other.x1 - one.x0 - one.x1) / 2, 1)
    yield round(other.x0 - one.x0, 1)
    yield round(other.x1 - one.x1, 1)
