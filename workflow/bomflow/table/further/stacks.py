"""A list that goes on beside itself, or after a blank: the next part prints no header."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from bomflow.page.rulings import Rulings
from bomflow.page.words import Word
from bomflow.table.body.rows import looks_like_quantity
from bomflow.table.further.aligned import lines_aside, lines_under
from bomflow.table.further.belongs import belongs, is_position
from bomflow.table.further.follow import even_step, goes_on, read_below
from bomflow.table.header.headers import Vocabulary
from bomflow.table.layout import middle, phrases, text_lines
from bomflow.table.model import Table

UNREAD = "lines beside the list stand in columns like its own and were not read"
UNREAD_UNDER = "lines beyond the end of the list stand in its columns and were not read"
_NEAR = 12.0  # font sizes between two stacks
_FAR = 12.0  # font sizes between the end of a list and lines that go on there
_ALONE = 5.0  # the same of a single line
_HIGHER = 3.0  # font sizes by which the next stack may begin above the header


class _Place(NamedTuple):
    """Where the next part is looked for, and among what.

    ``begin``: from where to where its first row may stand beside the list; ``down``: which way the
    rows grow.
    """

    begin: tuple[float, float]
    down: bool
    words: Sequence[Word]
    rulings: Rulings
    vocabulary: Vocabulary

    def read(self, table: Table, first: Word, aside: float) -> Table | None:
        """The rows from a word of the first one on, in the columns of the list, ``aside``."""
        return read_below(table, first, self.words, self.rulings, self.vocabulary, aside, self.down)


def next_stacks(
    table: Table,
    words: Sequence[Word],
    rulings: Callable[[float, float], Rulings],
    vocabulary: Vocabulary,
) -> Iterator[Table]:
    """The parts of a list that stand beside it, or further down, one after the other.

    Only where they fit exactly: the positions count on from row to row, or the rulings of the same
    columns are drawn once more, or the words of every line stand as far apart as the columns; in
    the same size, and no word in or beside the rows is left over. Lines that stand so and cannot be
    read are told. ``rulings``: between two places.
    """
    if not table.rows:
        return
    down = table.rows[0].box[1] > table.band.top
    full = {i for i in range(len(table.columns)) if all(row.cells.get(i) for row in table.rows)}
    begin, first = _begin(table, down), rulings(table.box[0], table.box[2])
    last, said = table, table
    while True:
        taken = {id(w) for w in last.words}
        words = [w for w in words if id(w) not in taken]
        wide = 2 * (last.box[2] - last.box[0]) + _NEAR * last.band.size
        near = rulings(last.box[0] - wide, last.box[2] + wide) if last is not table else first
        place = _Place(begin, down, words, near, vocabulary)
        for read in (_counted, _drawn, _aligned, _under):
            found = read(last, place)
            if found is not None and all(row.cells.get(i) for row in found.rows for i in full):
                break
        else:
            if lines_aside(last, words, begin, down):
                said.left_out.append(UNREAD)
            elif _lines_under(last, place):
                said.left_out.append(UNREAD_UNDER)
            return
        if read is _under and not _between(last, found, words):
            _join(last, found, down)
            continue
        yield found
        last = found


def _begin(table: Table, down: bool) -> tuple[float, float]:
    """From where to where the first row of the next stack may stand."""
    higher = _HIGHER * table.band.size
    if down:
        return table.box[1] - higher, table.rows[0].box[3]
    return table.rows[-1].box[1], table.box[3] + higher


def _counted(table: Table, place: _Place) -> Table | None:
    """The part whose first position is the next one."""
    position = table.index("position")
    end = table.rows[-1 if place.down else 0]
    if position is None or not is_position(end.text(position)):
        return None
    last = end.cells[position][0]
    number = int(end.text(position))
    step = even_step([row.text(position) for row in table.rows][:: 1 if place.down else -1])
    digits = len(end.text(position)) if end.text(position).startswith("0") else 1
    wanted = str(number + step).zfill(digits)
    near = _NEAR * last.size
    for word in place.words:
        if word.text != wanted or abs(word.size - last.size) > 0.05 * last.size:
            continue
        beside = place.begin[0] <= middle(word) <= place.begin[1]
        beyond = (word.top - last.bottom if place.down else last.top - word.bottom) > 0
        for aside in dict.fromkeys(_steps(last, word)):
            gap = abs(aside) - (table.box[2] - table.box[0])
            if (beside and -last.size <= gap <= near) or (beyond and abs(aside) <= last.size):
                found = place.read(table, word, aside)
                # One line below the end of a list may be anything.
                enough = found is not None and (beside or len(found.rows) > 1)
                if (
                    found is not None
                    and enough
                    and goes_on(found, position, number, place.down, step)
                ):
                    if not beside and not _headed(table, found, place):
                        found.leftover = _between(table, found, place.words)
                    return found
    return None


def _headed(table: Table, rest: Table, place: _Place) -> bool:
    """Whether one text stands between two parts, nearer to the second: the heading of its rows."""
    words = _between(table, rest, place.words)
    if not words or not place.down or len(phrases(sorted(words, key=lambda w: w.x0))) > 1:
        return False
    top, bottom = min(w.top for w in words), max(w.bottom for w in words)
    if len(text_lines(words)) > 1 or rest.box[1] - bottom >= top - table.box[3]:
        return False
    for row in rest.rows:
        row.section = row.section or " ".join(w.text for w in text_lines(words)[0])
    rest.section_words += words
    return True


def _between(one: Table, other: Table, words: Sequence[Word]) -> list[Word]:
    """Words between two parts of a list, one over the other: the end of a wrapped cell."""
    low, high = sorted((one.box, other.box), key=lambda box: box[1])
    return [
        w for w in words if low[3] < middle(w) < high[1] and low[0] <= (w.x0 + w.x1) / 2 <= low[2]
    ]


def _drawn(table: Table, place: _Place) -> Table | None:
    """The stack in the same columns, drawn once more."""
    bounds = [b.at for b in table.band.bounds]
    first = table.rows[0 if place.down else -1].box
    if len(bounds) < 4 or not table.band.boxed:
        return None
    beside = [w for w in place.words if place.begin[0] <= middle(w) <= place.begin[1]]
    end = max(bounds[-1], table.band.x1)
    lines = place.rulings.down_between(end - 2, end + 2 * (end - bounds[0]), first[1], first[3])
    for line in lines:
        aside = line.at - bounds[0]
        if line.at > end + _NEAR * table.band.size or not all(
            any(abs(other.at - at - aside) <= 1 for other in lines) for at in bounds
        ):
            continue
        own = [w for w in beside if bounds[0] < (w.x0 + w.x1) / 2 - aside < bounds[-1]]
        if own:
            return _below(table, own, place, aside)
    return None


def _aligned(table: Table, place: _Place) -> Table | None:
    """The stack whose words stand as far apart as the columns do, all lines of them."""
    shift = lines_aside(table, place.words, place.begin, place.down)
    if shift is None:
        return None
    own = [w for line in shift.lines for w in line]
    found = _below(table, own, place, shift.aside)
    if found is None or len(found.rows) != len(shift.lines):
        return None
    return found


def _under(table: Table, place: _Place) -> Table | None:
    """The part after a blank or a heading whose words stand in the columns, all lines of them."""
    lines = _lines_under(table, place)
    found = _below(table, [w for line in lines for w in line], place, 0.0) if lines else None
    if found is None:
        return None
    own = [line for line in lines if found.box[1] < middle(line[0]) < found.box[3]]
    if len(found.rows) != len(own):
        return None
    _headed(table, found, place)
    return found


def _join(table: Table, rest: Table, down: bool) -> None:
    """Add the rows after a blank to those before it."""
    table.rows = [*table.rows, *rest.rows] if down else [*rest.rows, *table.rows]
    one, two = table.box, rest.box
    table.box = (
        min(one[0], two[0]), min(one[1], two[1]), max(one[2], two[2]), max(one[3], two[3]),
    )  # fmt: skip
    table.printed_total = table.printed_total or rest.printed_total
    table.totals += rest.totals
    table.total_words += rest.total_words
    table.section_words += rest.section_words
    table.reasons += rest.reasons
    table.left_out += rest.left_out


def _lines_under(table: Table, place: _Place) -> list[list[Word]]:
    """The lines beyond the end of a list that stand in its columns, a quantity in each.

    One alone has to stand near.
    """
    quantity = table.index("quantity")
    cells = [row.cells.get(quantity, []) for row in table.rows] if quantity is not None else []
    end = table.box[3] if place.down else table.box[1]
    beyond = [w for w in place.words if (middle(w) > end) == place.down]
    lines = lines_under(table, beyond, 1) if any(cells) else []
    if not place.down:
        lines.reverse()
    left = min((w.x0 for c in cells for w in c), default=0.0)
    right = max((w.x1 for c in cells for w in c), default=0.0)
    found: list[list[Word]] = []
    for line in lines:
        last = middle(found[-1][0]) if found else end
        counts = [w.text for w in line if w.x0 < right and w.x1 > left]
        if abs(middle(line[0]) - last) > _FAR * table.band.size or not (
            len(counts) == 1 and looks_like_quantity(counts[0])
        ):
            break
        found.append(line)
    alone = [line for line in found if abs(middle(line[0]) - end) <= _ALONE * table.band.size]
    return found if len(found) > 1 else alone


def _below(table: Table, own: Sequence[Word], place: _Place, aside: float) -> Table | None:
    """The stack whose first row holds the first of its ``own`` words, if it is of the same list."""
    first = min(own, key=middle) if place.down else max(own, key=middle)
    found = place.read(table, first, aside)
    return found if found is not None and belongs(found, table, place.down) else None


def _steps(one: Word, other: Word) -> Iterator[float]:
    """How far a figure stands beside another one by its middle, left and right."""
    yield round((other.x0 + other.x1 - one.x0 - one.x1) / 2, 1)
    yield round(other.x0 - one.x0, 1)
    yield round(other.x1 - one.x1, 1)
