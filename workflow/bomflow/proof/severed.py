"""Lines right beyond the outermost row: those of a wrapped cell that was cut short."""

from __future__ import annotations

from typing import Any

from bomflow.proof.layout import Layout
from bomflow.proof.near import Page
from bomflow.proof.oddity import Oddity

_CLOSER = 0.5  # of the gap between rows: lines of one cell stand closer than rows do
_OVER = 0.3  # heights by which boxes of two lines overlap
_ALIGNED = 0.35  # heights by which the texts of a column begin apart
_MOST = 0.6  # share of a column's texts that begin alike
_LETTERS = 3  # of a text that is no mark
_NEXT = 0.4  # heights from line to line of a text, at most: figures further off are dimensions


def severed_lines(table: dict[str, Any], layout: Layout, page: Page) -> list[Oddity]:
    """A text beyond an end of the list, closer to the row there than rows are to each other.

    It begins where the descriptions do. Where rows stand as close as the lines of a cell, nothing
    is told: it may be a note.
    """
    begins = [cells["description"][0] for cells in layout.cells if "description" in cells]
    room = _CLOSER * layout.usual
    if not begins or room <= 0.1 * layout.height:
        return []
    ends = {
        1: max(range(len(layout.spans)), key=lambda i: layout.spans[i][1]),
        -1: min(range(len(layout.spans)), key=lambda i: layout.spans[i][0]),
    }
    found = []
    for sign, row in ends.items():
        end = layout.spans[row][1] if sign > 0 else -layout.spans[row][0]
        line, nearest = [], room
        for w in page.words:
            away = (w.along[0] if sign > 0 else -w.along[1]) - end
            if w.among and not w.inside and -_OVER * layout.height <= away <= room:
                line.append(w)
                nearest = min(nearest, away)
        text = " ".join(w.text for w in line)
        begin = min((w.across[0] for w in line), default=0.0)
        alike = sum(abs(begin - b) <= _ALIGNED * layout.height for b in begins)
        wordy = sum(map(str.isalpha, text)) >= _LETTERS
        if (
            (wordy or (nearest <= _NEXT * layout.height and any(map(str.isdigit, text))))
            and "description" in layout.cells[row]
            and alike >= _MOST * len(begins)
        ):
            found.append(Oddity(row, f"{text[:40]!r} right beyond it may be a line of its text"))
    return found
