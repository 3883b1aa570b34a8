"""Cells that reach over other cells of their row: a text from beyond the row was joined to one."""

from __future__ import annotations

from bomflow.proof.evidence import Evidence, Oddity, label


def reaching_over(evidence: Evidence) -> list[Oddity]:
    """Cells under or over the whole of another cell of their row.

    Long texts run into an empty neighbour, but not over what is printed there: a note below the
    list reads like the second line of a cell of the last row.
    """
    found = []
    for i, placed in enumerate(evidence.layout.cells):
        for name, (low, high) in placed.items():
            under = next(
                (n for n, (a, b) in placed.items() if n != name and low < a and b < high and a < b),
                "",
            )
            if under:
                told = f"{label(name)} reaches over {label(under)}"
                found.append(evidence.odd(i, told))
    return found
