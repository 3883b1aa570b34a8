"""Cells that reach over several ruled rows: one weight, one name for two parts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from bomflow.page.rulings import Ruling
from bomflow.page.words import Word
from bomflow.table.body.rows import Row
from bomflow.table.cells.grid import Grid
from bomflow.table.layout import line_middle, middle, text_lines
from bomflow.table.model import Table

_CLOSE, _MIDDLE = 1.4, 0.6  # font sizes: from line to line of a text; twice off the middle
_LINE = 2.0  # points by which pieces of one line differ in height


def part_merged(
    strips: Sequence[tuple[float, float]],
    words: Sequence[Word],
    across: Sequence[Ruling],
    grid: Grid,
    anchors: Sequence[int | None],
    size: float,
) -> list[tuple[float, float]]:
    """The strips cut at lines that leave out a wide cell but part two positions."""
    anchor = next((a for a in anchors if a is not None), None)
    if anchor is None:
        return list(strips)
    left, right = grid.edges[anchor : anchor + 2]
    own = [middle(w) for w in words if left < (w.x0 + w.x1) / 2 < right]
    out = []
    for top, bottom in strips:
        spots = [y for y in own if top < y < bottom]
        if len(spots) < 2:
            out.append((top, bottom))
            continue
        for line in across:
            if not any(top < y < line.at for y in spots) or not any(
                line.at < y < bottom for y in spots
            ):
                continue
            gaps = _open_columns(line.at, across, grid, size)
            if gaps and anchor not in gaps:
                out.append((top, line.at))
                top = line.at
        out.append((top, bottom))
    return out


def join_merged(
    table: Table,
    strips: Sequence[tuple[float, float]],
    across: Sequence[Ruling],
    grid: Grid,
    size: float,
) -> None:
    """Give the text of a cell over several rows to the first of them, and say so.

    The line between two rows has a gap there that other lines do not have, and one text stands in
    all of the cell: where it hangs in the middle, the row that it stands nearest to means nothing.
    """
    rows = _by_strip(table, strips)
    gaps = [
        _open_columns(bottom, across, grid, size) if above and below else set()
        for ((_, bottom), above), (_, below) in pairwise(zip(strips, rows, strict=True))
    ]
    between = sum(bool(a and b) for a, b in pairwise(rows))
    for column in {c for gap in gaps for c in gap}:
        ruled = sum(column in gap for gap in gaps) <= 0.7 * between
        start = 0
        for end in range(1, len(rows) + 1):
            if end <= len(gaps) and column in gaps[end - 1]:
                continue
            run = [row for row in rows[start:end] if row is not None]
            cell = strips[start][0], strips[end - 1][1]
            start = end
            holders = [row for row in run if row.cells.get(column)]
            words = [w for row in holders for w in row.cells[column]]
            alone = ruled and len(holders) == 1
            if len(run) > 1 and (alone or _in_the_middle(words, cell)):
                for row in holders:
                    del row.cells[column]
                run[0].cells[column] = words
                text = " ".join(w.text for w in words)[:40]
                names = " and ".join(_name(table, row) for row in (run[0], run[-1]))
                table.left_out.append(f"one cell over several rows, {names}: {text!r}")
    table.rows = [row for row in table.rows if row.words]  # one held a line of such a text alone


def _in_the_middle(words: Sequence[Word], cell: tuple[float, float]) -> bool:
    """Whether words are the close lines of one text in the middle of a cell (top and bottom)."""
    lines = [line_middle(line) for line in text_lines(words)]
    size = max((w.size for w in words), default=0.0)
    return (
        bool(lines)
        and all(b - a <= _CLOSE * size for a, b in pairwise(lines))
        and abs(lines[0] + lines[-1] - sum(cell)) <= _MIDDLE * size
    )


def _by_strip(table: Table, strips: Sequence[tuple[float, float]]) -> list[Row | None]:
    """The one row of each strip, None where there is none or more."""
    own: list[list[Row]] = [[] for _ in strips]
    tops = [top for top, _ in strips]
    for row in table.rows:
        _, top, _, bottom = row.box
        at = bisect_right(tops, (top + bottom) / 2) - 1
        if at >= 0 and (top + bottom) / 2 < strips[at][1]:
            own[at].append(row)
    return [rows[0] if len(rows) == 1 else None for rows in own]


def _open_columns(at: float, across: Sequence[Ruling], grid: Grid, size: float) -> set[int]:
    """Columns through which the line at that height does not go, though it goes on beside."""
    low, high = bisect_left(across, at - _LINE, key=_at), bisect_right(across, at + _LINE, key=_at)
    line = across[low:high]
    left, right = grid.edges[0], grid.edges[-1]
    if any(r.start <= left + 1 and r.end >= right - 1 for r in line):
        return set()
    out, covered = set(), 0
    for i, (left, right) in enumerate(pairwise(grid.edges)):
        if right - left > 200 * size or right - left < 0.8 * size:
            continue
        share = sum(max(0.0, min(r.end, right) - max(r.start, left)) for r in line)
        if share < 0.2 * (right - left):
            out.add(i)
        covered += share > 0.8 * (right - left)
    return out if covered >= 2 else set()


def _at(line: Ruling) -> float:
    return line.at


def _name(table: Table, row: Row) -> str:
    position = row.text(table.index("position"))
    return f"position {position}" if position else f"row {table.rows.index(row) + 1}"
