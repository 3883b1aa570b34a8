"""Words of a table's body into columns and rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bomflow.page.words import Box, Word
from bomflow.proof.positions import are_designators
from bomflow.proof.quantities import is_left_open
from bomflow.table.cells.grid import Grid, place
from bomflow.table.layout import box_of, line_middle, text_lines

_POSITION = re.compile(
    r"[^\W\d_]{0,3}[-.]?\d{1,4}([./\-]\d{1,4}){0,4}(?:[A-Za-z]|[A-Z][a-z])?[.)]?"
    r"|[A-Z\u0410-\u042f]{1,2}\d?|\(?\d{1,3}\)?\*?|[①-⑳]|[-–—]{1,3}"
)
_QUANTITY = re.compile(
    r"[~≈]?\d[\d.,' ]*\s*(?:[^\W\d_]|[.²³\"']){0,8}|\d+(?: ?[/+] ?\d+)+|\d+ ?\(\d+\)|\d+ ?[x×] ?\d*"
    r"|[x×] ?\d+|\(\d+\)|\d{1,3} ?[-–] ?\d{1,3}"
    r"|\d+' ?-? ?\d{1,2}(?: ?-?\d+/\d+)? ?(?:\"|'')"
    r"|[-–—.]{1,3}",
    re.IGNORECASE,
)

_FULL = 3  # columns that tell a row without a quantity
_AS_ROWS = 0.9  # share of the distance of two rows


def looks_like_position(text: str) -> bool:
    """Whether a cell can be a position: 1, 1.2, A3, М1, R1 - R4, 010, (4), ③, - for none."""
    return bool(_POSITION.fullmatch(text.strip())) or are_designators(text)


def looks_like_quantity(text: str) -> bool:
    """Whether a cell can be a quantity: 4, 9.5 M, 2 шт., x4, 2 x 3, 6 (2), 4 / 6, 2-4, A/R, -."""
    return bool(_QUANTITY.fullmatch(text.strip())) or is_left_open(text)


@dataclass
class Row:
    """One row: the words of each column by column index."""

    cells: dict[int, list[Word]] = field(default_factory=dict)
    section: str = ""

    @property
    def words(self) -> list[Word]:
        """All words of the row."""
        return [w for cell in self.cells.values() for w in cell]

    @property
    def box(self) -> Box:
        """The box around the row's words."""
        return box_of(self.words)

    def text(self, column: int | None) -> str:
        """A cell's text, wrapped lines joined by one blank; '' for no such cell."""
        return cell_text(self.cells.get(column, [])) if column is not None else ""


def cell_text(words: Sequence[Word]) -> str:
    """Words in reading order, joined by one blank."""
    if len(words) == 1:
        return words[0].text
    return " ".join(w.text for line in text_lines(words) for w in line)


def split_rows(
    lines: list[list[Word]],
    grid: Grid,
    position: int | None,
    quantity: int | None,
    position_like: bool = True,
) -> list[Row]:
    """Rows of a strip without row rulings: anchors (position, else quantity), wrapped lines added.

    Whether the anchor stands on the first, the middle or the last line of its row is found out for
    the strip as a whole.
    """
    placed = [place(line, grid) for line in lines]
    anchors = _anchors(placed, position, quantity)
    if not anchors:
        if position is None and quantity is None:
            return [Row(dict(cells)) for cells in placed]
        row = Row()
        for cells in placed:
            _add(row, cells)
        return [row] if row.cells else []
    anchoring = {c for c in (position, quantity) if c is not None}
    return _assign(placed, lines, anchors, anchoring)


def _anchors(
    placed: list[dict[int, list[Word]]], position: int | None, quantity: int | None
) -> list[int]:
    """Indexes of the lines on which a row stands."""
    first = [
        i
        for i, cells in enumerate(placed)
        if position is not None
        and position in cells
        and looks_like_position(cell_text(cells[position]))
    ]
    second = [
        i
        for i, cells in enumerate(placed)
        if quantity is not None
        and quantity in cells
        and looks_like_quantity(cell_text(cells[quantity]))
    ]
    if not first:
        return second if position is not None else _with_full(placed, second, quantity)
    if not second:
        return first
    named = [i for i in second if position in placed[i]]
    if 2 * len(first) < len(named):  # marks of another form
        return sorted({*first, *named})
    pitch = _pitch(placed)
    chosen = list(first)
    for i in second:
        y = line_middle([w for c in placed[i].values() for w in c])
        if (
            all(
                abs(y - line_middle([w for c in placed[j].values() for w in c])) > 0.8 * pitch
                for j in first
            )
            and (position not in placed[i])
            and len(placed[i]) >= 2
        ):
            chosen.append(i)
    return sorted(chosen)


def _with_full(
    placed: list[dict[int, list[Word]]], anchors: list[int], quantity: int | None
) -> list[int]:
    """The anchors, and the lines without a quantity that are rows all the same.

    They fill each of three columns or more that all anchors fill, and stand as far from the line
    before them as rows do; no row wraps in so many cells.
    """
    full = set.intersection(*({*placed[i]} for i in anchors)) - {quantity} if anchors else set()
    ys = [line_middle([w for words in cells.values() for w in words]) for cells in placed]
    steps = [ys[b] - ys[a] for a, b in pairwise(anchors) if b == a + 1]
    if len(full) < _FULL or not steps:
        return anchors
    others = [
        i
        for i in range(1, len(placed))
        if full <= placed[i].keys()
        and quantity not in placed[i]
        and ys[i] - ys[i - 1] >= _AS_ROWS * min(steps)
    ]
    return sorted({*anchors, *others})


def _pitch(placed: list[dict[int, list[Word]]]) -> float:
    sizes = [w.size for cells in placed for c in cells.values() for w in c]
    return 1.2 * sorted(sizes)[len(sizes) // 2] if sizes else 10.0


def _add(row: Row, cells: dict[int, list[Word]]) -> None:
    for column, words in cells.items():
        row.cells.setdefault(column, []).extend(words)


def _assign(
    placed: list[dict[int, list[Word]]],
    lines: list[list[Word]],
    anchors: list[int],
    anchoring: set[int],
) -> list[Row]:
    """Give every line without an anchor to a neighbouring anchor, cheapest way over all."""
    ys = [line_middle(line) for line in lines]
    wrapped = {c for i, cells in enumerate(placed) if i not in anchors for c in cells}
    text = [bool((wrapped - anchoring) & cells.keys()) for cells in placed]
    best: tuple[float, list[int]] | None = None
    for mode in ("top", "middle", "bottom"):
        cost, starts = _partition(ys, anchors, text, mode)
        if best is None or cost < best[0] - 1e-6:
            best = (cost, starts)
    assert best is not None
    starts = best[1]
    rows = []
    for k in range(len(anchors)):
        begin = starts[k]
        end = starts[k + 1] if k + 1 < len(anchors) else len(lines)
        row = Row()
        for i in range(begin, end):
            _add(row, placed[i])
        rows.append(row)
    return rows


def _partition(
    ys: list[float], anchors: list[int], text: list[bool], mode: str
) -> tuple[float, list[int]]:
    """Cheapest cut of the lines into one block per anchor: (cost, first line of each block)."""
    n = len(anchors)
    steps = [b - a for a, b in pairwise(ys)]
    unit = sorted(steps)[len(steps) // 4] if steps else 1.0
    unit = max(unit, 0.1)

    def block(k: int, begin: int, end: int) -> float:
        anchor = ys[anchors[k]]
        body = [i for i in range(begin, end) if text[i]] or [anchors[k]]
        if mode == "top":
            off = anchor - ys[body[0]]
        elif mode == "bottom":
            off = ys[body[-1]] - anchor
        else:
            off = (ys[body[0]] + ys[body[-1]]) / 2 - anchor
        inner = sum(max(0.0, steps[i] / unit - 1.15) for i in range(begin, end - 1))
        return 2.0 * abs(off) / unit + 0.6 * inner

    # best[k][begin]: cheapest cost of blocks k.. when block k begins at line `begin`
    options = [range(anchors[k - 1] + 1 if k else 0, anchors[k] + 1) for k in range(n)]
    best: list[dict[int, tuple[float, int]]] = [{} for _ in range(n)]
    for k in range(n - 1, -1, -1):
        for begin in options[k]:
            if k == n - 1:
                best[k][begin] = (block(k, begin, len(ys)), -1)
                continue
            best[k][begin] = min(
                (block(k, begin, nxt) + best[k + 1][nxt][0], nxt) for nxt in options[k + 1]
            )
    start = 0
    cost = best[0][0][0]
    starts = [start]
    for k in range(n - 1):
        start = best[k][start][1]
        starts.append(start)
    return cost, starts
