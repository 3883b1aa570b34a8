"""A cell that reaches over other cells of its row: a note beyond the list was joined to it."""

from __future__ import annotations

from bomflow.proof.evidence import Evidence, label
from bomflow.proof.oddity import Oddity


def reaching_over(evidence: Evidence) -> list[Oddity]:
    """The one cell, in the first or the last row, that covers the place of another of its row.

    Long texts run into an empty neighbour, but not over what is printed there: a note below the
    list reads like the second line of a cell of the last row.
    """
    found = []
    for i, placed in enumerate(evidence.layout.cells):
        for name, (low, high) in placed.items():
            covered = (n for n, (a, b) in placed.items() if n != name and low < a < b < high)
            if under := next(covered, ""):
                told = f"{label(name)} reaches over {label(under)}"
                found.append((i, evidence.odd(i, told)))
    ends = (0, len(evidence.rows) - 1)
    return [odd for i, odd in found if i in ends] if len(found) == 1 else []
