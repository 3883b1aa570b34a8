"""Lines of cells that stand as the headings of the list do: is one of them a heading?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bomflow.proof.evidence import label
from bomflow.proof.layout import Layout
from bomflow.proof.near import Near, Page
from bomflow.proof.oddity import Oddity, row_name

# Wrapped lines stand nearer to each other than rows do: share of a row's pitch, heights of a line.
_FAR, _LOOSE = 0.9, 1.25
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
