"""A header as a row of ruled cells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bomflow.page.rulings import Ruling, Rulings
from bomflow.page.words import Word
from bomflow.table.header.bounds import distinct, without_crossing
from bomflow.table.header.columns import Band, Column, grouped, make_column
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.meaning import STRONG, nameable
from bomflow.table.header.neighbours import beside_seams
from bomflow.table.header.ruled_cells import (
    Near,
    cell_around,
    divides,
    holds_values,
    lid,
    near_rulings,
    open_sides,
    reach,
    slack_of,
)
from bomflow.table.header.seeds import Seed, numbered
from bomflow.table.header.stacked import stacked_cells
from bomflow.table.layout import Phrase, middle, phrases, text_lines


def ruled_band(
    seed: Seed,
    group: list[Seed],
    words: Sequence[Word],
    rulings: Rulings,
    vocabulary: Vocabulary,
) -> Band | None:
    """The header as a row of ruled cells around the seed, or None."""
    size = seed.size
    x0, x1 = min(s.phrase.x0 for s in group), max(s.phrase.x1 for s in group)
    near = near_rulings(rulings, x0, x1, seed.y, size)
    slack = slack_of(size)
    cells: list[tuple[Seed, float, float, float, float]] = []
    for s in group:
        cell = cell_around(s.phrase, s.size, near)
        if cell is not None and cell[3] - cell[1] <= 9 * size:
            cells.append((s, *cell))
    own = next((c for c in cells if c[0] is seed), None)
    if own is None:
        return None
    top, bottom = own[2], own[4]
    # a two-level header: sub-cells share an edge with the tall cell beside them
    for _ in range(2):
        for _s, _l, t, _r, b in cells:
            if b - t > 6 * size or (abs(t - top) > slack and abs(b - bottom) > slack):
                continue
            centre = (own[1] + own[3]) / 2
            if t < top - slack and lid(t, centre, near.across, slack):
                top = t
            if b > bottom + slack and lid(b, centre, near.across, slack):
                bottom = b
    x0, x1 = reach(own[1], own[3], top, bottom, near.across, slack)
    bounds = [
        d
        for d in near.down
        if x0 - slack <= d.at <= x1 + slack and divides(d, top, bottom, size, near.across)
    ]
    bounds = beside_seams(bounds, rulings, (top, bottom), seed.phrase.x0, 1.25 * slack)
    bounds = without_crossing(distinct(bounds, 1.25 * slack), size)
    if len(bounds) < 3:
        return None
    bounds = open_sides(bounds, x0, x1, top, bottom, group)
    x0, x1 = bounds[0].at, bounds[-1].at
    inner = sorted(b.end for b in bounds[1:-1])
    if inner and bottom - 0.5 * size > inner[len(inner) // 2] > seed.y + 0.5 * size:
        bottom = inner[len(inner) // 2]  # a heading without columns follows in the same box
    inside = [w for w in words if top <= middle(w) <= bottom and x0 <= (w.x0 + w.x1) / 2 <= x1]
    if holds_values(inside, seed, vocabulary):
        return None
    # The list's caption in the same box is of no column, though it stands over all.
    lines = [phrases(line) for line in text_lines(inside)]
    alone = [line[0] for line in lines if len(line) == 1 and not _in_one_cell(line[0], bounds)]
    captions = [p for p in alone if vocabulary.is_caption(p.text)]
    inside = [w for w in inside if not any(w in p.words for p in captions)]
    bounds = _without_neighbours(bounds, inside, top, bottom, near, size)
    x0, x1 = bounds[0].at, bounds[-1].at
    columns = []
    for one, two in pairwise(bounds):
        mine = [w for w in inside if _in_cell(w, one.at, two.at, near)]
        over = [w for w in mine if _spans(w, one.at, two.at, near)]
        column = make_column(mine, vocabulary, one.at, two.at)
        parts = [p for line in text_lines(over) for p in phrases(line)]
        if nameable(vocabulary.meaning(p.text) for p in parts) > 1:
            return None  # lines of another table through a header that has none
        if over and len(over) < len(mine):
            column = grouped(column, over, vocabulary)
        columns.append(column)
    columns = _without_stack(columns)
    bounds = [b for b in bounds if columns[0].left <= b.at <= columns[-1].right]  # type: ignore[operator]
    x0, x1 = bounds[0].at, bounds[-1].at
    band = Band(top, bottom, x0, x1, size, columns, bounds, boxed=True)
    band.columns = [c for one in columns for c in _divide(one, vocabulary)]
    return band if nameable(c.meaning for c in band.columns) >= 2 else None


def _in_one_cell(p: Phrase, bounds: Sequence[Ruling]) -> bool:
    """Whether the lines of one column go up beside a phrase: BOM over LEVEL is no caption."""
    y = middle(p.words[0])
    return any(
        one.at <= p.x0 and p.x1 <= two.at and max(one.start, two.start) < y < min(one.end, two.end)
        for one, two in pairwise(bounds)
    )


def _without_neighbours(
    bounds: list[Ruling],
    inside: Sequence[Word],
    top: float,
    bottom: float,
    near: Near,
    size: float,
) -> list[Ruling]:
    """The bounds but for empty outer cells over columns of their own: room beside the header over
    a stack that prints none.
    """

    def is_room(one: Ruling, two: Ruling) -> bool:
        if any(one.at <= (w.x0 + w.x1) / 2 <= two.at for w in inside):
            return False
        return any(
            one.at + size < d.at < two.at - size
            and (abs(d.start - bottom) <= 2 or abs(d.end - top) <= 2)
            for d in near.down
        )

    while len(bounds) > 3 and is_room(*bounds[-2:]):
        bounds = bounds[:-1]
    while len(bounds) > 3 and is_room(*bounds[:2]):
        bounds = bounds[1:]
    return bounds


def _without_stack(columns: list[Column]) -> list[Column]:
    """The columns but for a row of the next stack beside the header: the same widths once more,
    and values in them.
    """
    half = len(columns) // 2
    for mine, other in ((columns[half:], columns[:half]), (columns[:half], columns[half:])):
        same = len(mine) == len(other) > 1 and all(
            abs((a.right - a.left) - (b.right - b.left)) <= 1.5  # type: ignore[operator]
            for a, b in zip(mine, other, strict=True)
        )
        values = any(numbered(c.text) for c in other)
        if same and values and not any(c.meaning.strength >= STRONG for c in other):
            return _without_stack(mine)
    if len(columns) % 3 == 0 and len(columns) > 5:  # a stack of values on each side, or two
        part = len(columns) // 3
        for rest in (columns[: 2 * part], columns[part:]):
            if len(found := _without_stack(rest)) == part:
                return found
    return columns


def _in_cell(w: Word, left: float, right: float, near: Near) -> bool:
    """Whether a header word belongs over the column (a group word stands over several)."""
    x = (w.x0 + w.x1) / 2
    if left <= x <= right:
        return True
    cell = cell_around(Phrase((w,)), w.size, near)
    return cell is not None and cell[0] <= left + 1.5 and cell[2] >= right - 1.5


def _spans(w: Word, left: float, right: float, near: Near) -> bool:
    """Whether the ruled cell of a header word is wider than the column."""
    cell = cell_around(Phrase((w,)), w.size, near)
    return cell is not None and (cell[0] < left - 2.5 or cell[2] > right + 2.5)


def _divide(column: Column, vocabulary: Vocabulary) -> list[Column]:
    """A ruled header cell that names several columns side by side (rulings are missing)."""
    if len(column.words) < 2 or column.meaning.strength == 0:
        return [column]
    if column.meaning.strength >= STRONG and all(len(w.text) == 1 for w in column.words):
        return [column]  # P A R T   N A M E
    parts = [p for line in text_lines(column.words) for p in phrases(line)]
    if len(parts) < 2:
        return [column]
    cells = stacked_cells(parts, vocabulary)
    if len(cells) < 2 or any(not c.meaning.columns or c.meaning.strength < STRONG for c in cells):
        return [column]
    if len({c.meaning.columns[0] for c in cells}) < len(cells):
        return [column]
    cells[0].left, cells[-1].right = column.left, column.right
    return cells
