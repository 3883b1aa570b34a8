"""A row of a parts list, in words and in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from .spec import Table


@dataclass(frozen=True)
class Row:
    """One row in words and in numbers (kg)."""

    cells: dict[str, str]
    """Printed text of every printed column, '' for an empty cell."""
    section: str = ""
    quantity: Decimal | None = None
    weight: Decimal | None = None
    total: Decimal | None = None
    counted: bool = True
    """Whether the printed TOTAL counts the row: parts of an assembly are in its weight already."""


def number(value: Decimal, decimals: int, table: Table) -> str:
    """``value`` as printed: rounded half up, with the decimal and thousands marks of ``table``."""
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{rounded:,f}"
    if table.thousands == table.decimal:
        raise ValueError(f"decimal and thousands mark are both {table.decimal!r}")
    marks = {",": table.thousands, ".": table.decimal}
    return "".join(marks.get(letter, letter) for letter in text)


def weighed(table: Table, row: Row, quantity: Decimal, weight: Decimal, unit: str) -> Row:
    """The row with other figures: its weights follow from ``quantity`` and ``weight`` (kg)."""
    total = (quantity * weight).quantize(Decimal(1).scaleb(-table.weight_decimals), ROUND_HALF_UP)
    by_row = "total_weight" not in row.cells and table.weight_means == "row"
    figures = {"weight": total if by_row else weight, "total_weight": total}
    cells = {
        key: number(figures[key], table.weight_decimals, table) + unit
        if key in figures and text
        else text
        for key, text in row.cells.items()
    }
    if not any(cells.get(key) for key in figures):
        weight = total = Decimal(0)
    return Row(cells, row.section, quantity, weight, total)
