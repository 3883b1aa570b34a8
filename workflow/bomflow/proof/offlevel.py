"""Cells off the line of their row beside a row that lacks such a cell: the text may be of both."""

from __future__ import annotations

from typing import Any

from bomflow.proof.evidence import label
from bomflow.proof.layout import Layout, distinct
from bomflow.proof.near import Page
from bomflow.proof.oddity import Oddity, row_name

# Heights of a line: what stands on the line of its row, and what does not; further off is between
# rows, and the reader knows.
_LEVEL, _OFF, _BETWEEN = 0.05, 0.15, 0.6
_MANY, _MOST = 3, 0.7  # cells of a column of as many lines that stand on it, and their share


def off_level(table: dict[str, Any], layout: Layout, page: Page) -> list[Oddity]:
    """The one or two cells of a column that stand off the line of their row, beside an empty one.

    So stands the text of a cell that several rows share: in its middle.
    """
    if not any(_may_be_off(layout, i) for i in range(len(layout.rows))):
        return []
    levels: dict[int, dict[str, set[float]]] = {}
    for cell in page.cells:
        spots = {page.words[k].level for k in cell.words}
        if spots:
            levels.setdefault(cell.row, {})[cell.column] = spots
    columns: dict[tuple[str, int], dict[int, float]] = {}
    for i, cells in levels.items():
        for name, own in cells.items():
            others = [y for other, spots in cells.items() if other != name for y in spots]
            if len(others) > 1:
                off = min(abs(a - b) for a in own for b in others)
                lines = len(distinct(own, 0.5 * layout.line))
                columns.setdefault((name, lines), {})[i] = off
    found = []
    for (name, _), offs in columns.items():
        on = sum(off <= _LEVEL * layout.line for off in offs.values())
        if on < max(_MANY, _MOST * len(offs)):
            continue
        for i, off in offs.items():
            empty = [k for k in (i - 1, i + 1) if k in levels and name not in levels[k]]
            if _OFF * layout.line < off < _BETWEEN * layout.line and empty:
                rows = [row_name(layout.rows[k], k) for k in (i, empty[0])]
                told = f"{rows[0]}: {label(name)} stands off its row, and {rows[1]} has none"
                found.append(Oddity(i, told))
    return found


def _may_be_off(layout: Layout, i: int) -> bool:
    """Whether a row has a cell beside an empty one, whose box shares no edge with any other."""
    placed, most = layout.heights[i], _OFF * layout.line
    beside = [layout.heights[k] for k in (i - 1, i + 1) if 0 <= k < len(layout.heights)]
    for name, (low, high) in placed.items():
        if all(name in other for other in beside):
            continue
        others = (span for n, span in placed.items() if n != name)
        if not any(abs(a - low) <= most or abs(b - high) <= most for a, b in others):
            return True
    return False
