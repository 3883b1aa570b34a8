"""A header as a row of ruled cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bomflow.page.rulings import Ruling, Rulings
from bomflow.page.words import Word
from bomflow.table.header.bounds import distinct, without_crossing
from bomflow.table.header.columns import STACK, Band, Column, grouped, make_column
from bomflow.table.header.extent import header_phrase
from bomflow.table.header.folding import fold
from bomflow.table.header.headers import STRONG, Vocabulary, nameable
from bomflow.table.header.neighbours import beside_seams
from bomflow.table.header.seeds import Seed, numbered
from bomflow.table.header.stacked import stacked_cells
from bomflow.table.layout import Phrase, middle, phrases, text_lines


@dataclass
class Near:
    """Merged rulings around a header."""

    across: list[Ruling]
    down: list[Ruling]


def near_rulings(rulings: Rulings, x0: float, x1: float, y: float, size: float) -> Near:
    """The rulings within 60 sizes beside x0..x1 and nine sizes above and below y."""
    x0, x1 = x0 - 60 * size, x1 + 60 * size
    above, below = y - 9 * size, y + 9 * size
    return Near(
        [r for r in rulings.across_between(above, below, x0, x1) if r.end - r.start >= 2 * size],
        [r for r in rulings.down_between(x0, x1, above, below) if r.end - r.start >= 1.1 * size],
    )


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
    slack = _slack(size)
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
            if t < top - slack and _lid(t, centre, near.across, slack):
                top = t
            if b > bottom + slack and _lid(b, centre, near.across, slack):
                bottom = b
    x0, x1 = _reach(own[1], own[3], top, bottom, near.across, slack)
    bounds = [
        d
        for d in near.down
        if x0 - slack <= d.at <= x1 + slack and _divides(d, top, bottom, size, near.across)
    ]
    bounds = beside_seams(bounds, rulings, (top, bottom), seed.phrase.x0, 1.25 * slack)
    bounds = without_crossing(distinct(bounds, 1.25 * slack), size)
    if len(bounds) < 3:
        return None
    bounds = _open_sides(bounds, x0, x1, top, bottom, group)
    x0, x1 = bounds[0].at, bounds[-1].at
    inner = sorted(b.end for b in bounds[1:-1])
    if inner and bottom - 0.5 * size > inner[len(inner) // 2] > seed.y + 0.5 * size:
        bottom = inner[len(inner) // 2]  # a heading without columns follows in the same box
    inside = [w for w in words if top <= middle(w) <= bottom and x0 <= (w.x0 + w.x1) / 2 <= x1]
    if _holds_values(inside, seed, vocabulary):
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


def cell_around(p: Phrase, size: float, near: Near) -> tuple[float, float, float, float] | None:
    """The ruled cell around a phrase: left, top, right, bottom; None where a side is open."""
    x, y = (p.x0 + p.x1) / 2, middle(p.words[0])
    half, tall = 0.3 * (p.x1 - p.x0), 0.45 * size
    sides = [d for d in near.down if d.start <= y - tall + 1 and d.end >= y + tall - 1]
    lids = [a for a in near.across if a.start <= x - half + 1 and a.end >= x + half - 1]
    left = max((d.at for d in sides if d.at <= x), default=None)
    right = min((d.at for d in sides if d.at > x), default=None)
    top = max((a.at for a in lids if a.at <= y), default=None)
    bottom = min((a.at for a in lids if a.at > y), default=None)
    if left is None or top is None or right is None or bottom is None:
        return None
    return left, top, right, bottom


def _holds_values(words: list[Word], seed: Seed, vocabulary: Vocabulary) -> bool:
    """Whether the box around the header holds rows as well (no rule between them)."""
    for line in text_lines(words):
        if abs(sum(map(middle, line)) / len(line) - seed.y) > 0.6 * seed.size:
            parts = phrases(line)
            if _number_twins(parts, words):
                continue
            values = sum(numbered(p.text) for p in parts)
            if values >= max(1, len(parts) / 3):
                return True
            if values and not any(header_phrase(p, vocabulary) for p in parts):
                return True
    return False


def _number_twins(parts: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether a line counts 1, 2 under the same word and so ends its headers: ANGLE 1, ANGLE 2."""
    if [p.text for p in parts] != [str(n + 1) for n in range(len(parts))] or len(parts) < 2:
        return False
    reach = STACK * parts[0].words[0].size
    over = [
        {
            fold(w.text) for w in words
            if w.x0 <= p.x0 and p.x1 <= w.x1
            and 0 < middle(p.words[0]) - middle(w) <= reach
        }
        for p in parts
    ]  # fmt: skip
    return bool(set.intersection(*over))


def _slack(size: float) -> float:
    """How far lines that meet may end from each other: drawings scale as a whole."""
    return max(2.0, 0.2 * size)


def _lid(y: float, x: float, across: list[Ruling], slack: float) -> bool:
    """Whether a horizontal line runs over x at that height."""
    return any(abs(a.at - y) <= slack and a.start <= x <= a.end for a in across)


def _divides(d: Ruling, top: float, bottom: float, size: float, across: list[Ruling]) -> bool:
    """Whether a vertical line parts header cells: over the full height, or up to a sub-cell's lid.

    Hatching that touches the header ends anywhere; a sub-cell's line ends on another ruling.
    """
    slack = _slack(size)
    share = (min(d.end, bottom) - max(d.start, top)) / (bottom - top)
    if share >= 0.9:
        fits = min(abs(d.start - top), abs(d.end - bottom)) <= 0.75 * slack
        return fits or d.end - d.start >= 2.2 * (bottom - top)
    if share < 0.3:
        return False
    if d.end >= bottom - slack:
        inner = d.start
    elif d.start <= top + slack:
        inner = d.end
    else:
        return False
    return any(
        abs(a.at - inner) <= slack and a.start < d.at + slack and a.end > d.at - slack
        and a.end - a.start >= 1.5 * size
        for a in across
    )  # fmt: skip


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


def _reach(
    left: float,
    right: float,
    top: float,
    bottom: float,
    across: list[Ruling],
    slack: float,
) -> tuple[float, float]:
    """How far the row of cells goes: both its top and its bottom line must go on."""
    spans = []
    for y in (top, bottom):
        lines = [
            a
            for a in across
            if abs(a.at - y) <= 1.25 * slack and a.end > left + 1 and a.start < right - 1
        ]
        if lines:
            spans.append((min(a.start for a in lines), max(a.end for a in lines)))
    if not spans:
        return left, right
    x0 = max(s[0] for s in spans)
    x1 = min(s[1] for s in spans)
    return min(x0, left), max(x1, right)


def _open_sides(
    bounds: list[Ruling], x0: float, x1: float, top: float, bottom: float, group: list[Seed]
) -> list[Ruling]:
    """Bounds with the sides that have no vertical line: where the lines above and below end."""
    beyond = [s for s in group if top <= s.y <= bottom]
    if any(bounds[-1].at < s.phrase.x0 and s.phrase.x1 < x1 for s in beyond):
        bounds = [*bounds, Ruling(x1, top, bottom)]
    if any(x0 < s.phrase.x0 and s.phrase.x1 < bounds[0].at for s in beyond):
        bounds = [Ruling(x0, top, bottom), *bounds]
    return bounds


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
