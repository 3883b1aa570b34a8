"""Lines that may be of something else: headings in cells, the end of a cell in the header."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bomflow.proof.evidence import label
from bomflow.proof.layout import Layout, as_box, distinct, middle
from bomflow.proof.near import Near, Page
from bomflow.proof.oddity import Oddity, row_name

# Wrapped lines stand nearer to each other than rows do: share of a row's pitch, heights of a line.
_FAR, _LOOSE = 0.9, 1.25
_TWO_LINES = 1.6  # heights of a line that a header cell of several has at least
_NEARER = 0.9  # a line of a row stands so much nearer to it
_SAME = 0.35  # heights of a line within which two texts begin in one place


def headings_in_cells(table: dict[str, Any], layout: Layout, page: Page) -> list[Oddity]:
    """The outer line of a cell that stands as far from its row as rows do, where headings begin."""
    starts = _starts_of_headings(layout, page)
    if not starts:
        return []
    levels: dict[int, set[float]] = {}
    for cell in page.cells:
        levels.setdefault(cell.row, set()).update(page.words[k].level for k in cell.words)
    far = max(_FAR * layout.pitch, _LOOSE * layout.line)
    found = []
    for cell in page.cells:
        words = [page.words[k] for k in cell.words]
        for line in _outer_lines(words, 0.5 * layout.line):
            level, start = line[0].level, min(w.start for w in line)
            others = [y for y in levels[cell.row] if abs(y - level) > 0.5 * layout.line]
            alone = not any(
                abs(page.words[k].level - level) <= 0.5 * layout.line
                for other in page.cells
                if other.row == cell.row and other.column != cell.column
                for k in other.words
            )
            if (
                alone
                and others
                and min(abs(y - level) for y in others) >= far
                and any(abs(start - s) <= _SAME * layout.line for s in starts)
            ):
                text = " ".join(w.text for w in line)[:40]
                who = f"{row_name(layout.rows[cell.row], cell.row)}: {label(cell.column)}"
                found.append(Oddity(cell.row, f"{who} holds {text!r}, which stands as headings do"))
    return found


def _starts_of_headings(layout: Layout, page: Page) -> set[float]:
    """Where the headings of the rows begin, across: lines of words that no cell holds."""
    texts = {str(row.get("section") or "").split(" ")[0] for row in layout.rows} - {""}
    if not texts:
        return set()
    held = {k for cell in page.cells for k in cell.words}
    return {
        w.start for k, w in enumerate(page.words)
        if k not in held and w.inside and w.among and w.text in texts
    }  # fmt: skip


def _outer_lines(words: Sequence[Near], most: float) -> list[list[Near]]:
    """The first and the last line of a cell of several lines."""
    lines: list[list[Near]] = []
    for word in sorted(words, key=lambda w: w.level):
        if not lines or word.level - lines[-1][-1].level > most:
            lines.append([])
        lines[-1].append(word)
    return [lines[0], lines[-1]] if len(lines) > 1 else []


def rows_in_header(table: dict[str, Any], layout: Layout, page: Page) -> list[Oddity]:
    """A line of a header cell that stands nearer to the row beside it than to that cell's others.

    Above all where the header is at the lower end: the last line of a wrapped cell is over it.
    """
    tall = [b - a for a, b in layout.header_spans]
    if not tall or max(tall) < _TWO_LINES * layout.line:
        return []
    held = {k for cell in page.cells for k in cell.words}
    free = [w for k, w in enumerate(page.words) if k not in held and w.among]
    found = []
    for head in table.get("header") or ():
        box = as_box(head.get("bbox"))
        if box is None:
            continue
        (low, high), (left, right) = layout.along(box), layout.across(box)
        inside = [w for w in free if left <= middle(w.across) <= right and low <= w.level <= high]
        lines = distinct([w.level for w in inside], 0.5 * layout.line)
        if len(lines) < 2:
            continue
        below = lines[0] > layout.spans[-1][0]  # the header, seen from the rows
        row = len(layout.rows) - 1 if below else 0
        name = head.get("column") or f"extra {head.get('text')}"
        own = [page.words[k].level for c in page.cells if (c.row, c.column) == (row, name)
               for k in c.words]  # fmt: skip
        if not own:
            continue
        one, other = lines[:2] if below else (lines[-1], lines[-2])
        nearest = max(own) if below else min(own)
        if 0 < abs(one - nearest) < _NEARER * abs(other - one):
            who = row_name(layout.rows[row], row)
            told = f"{who}: {label(name)[:40]} may go on in the header, which is nearer to it"
            found.append(Oddity(row, told))
    return found
