"""Columns of printed masses: values in kilograms, each with the interval that its print stands for.

Every printed number stands for an interval, half a unit in its last printed digit wide on both
sides. Two figures agree when their intervals meet. A column prints one precision: where cells show
fewer decimals than the others, trimmed zeros are assumed first and rounding second, so that a lost
last digit is not taken for rounding.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from bomflow.proof.numbers import KG, Number, header_kg, parse_number

_EPS = 1e-9
# Rounding errors of n rows are independent and uniform: their sum stays within four standard
# deviations but for 1 list in 16,000, while the sum of all halves would hide whole rows.
_SIGMAS = 4.0
_MEANS_UNIT = ("einzel", "unit", "each", "stück", "/stk", "/pc", "单件", "单重", "jednost")
_MEANS_ROW = ("gesamt", "total", "总计", "总重")


class Column(NamedTuple):
    """One column of masses: a number per row (None: none printed), kg per printed unit."""

    numbers: list[Number | None]
    texts: list[str]
    scale: list[float]
    decimals: int

    def kg(self, i: int) -> float | None:
        """Mass in row i."""
        n = self.numbers[i]
        return None if n is None else n.value * self.scale[i]

    def of(self, rows: Sequence[bool]) -> Column:
        """The masses of some of the rows, as if the others printed none."""
        kept = [n if own else None for n, own in zip(self.numbers, rows, strict=True)]
        return self._replace(numbers=kept)

    def is_short(self, i: int) -> bool:
        """Whether a cell prints fewer decimals than another of its column."""
        n = self.numbers[i]
        return n is not None and n.decimals < self.decimals

    def half(self, i: int, strict: bool = False) -> float:
        """Half interval of row i in kg; strict: as if it printed the column's decimals."""
        n = self.numbers[i]
        if n is None:
            return 0.0
        step = 0.5 * 10.0**-self.decimals if strict else n.half
        return step * self.scale[i]


class Total(NamedTuple):
    """One number of a TOTAL line, in kg."""

    kg: float
    half: float
    text: str


def mass_column(texts: list[str], thousands: str, header: float | None) -> Column:
    """The masses that a column prints; ``header`` is the kg per unit that its header names."""
    numbers: list[Number | None] = []
    for text in texts:
        n = parse_number(text, thousands)
        numbers.append(n if n and (not n.unit or n.unit in KG) else None)
    printed = {n.unit for n in numbers if n and n.unit}
    # A unit printed in some cells only holds for all of them, then the header's, then kilograms.
    usual = KG[printed.pop()] if len(printed) == 1 else header or 1.0
    scale = [KG[n.unit] if n and n.unit else usual for n in numbers]
    return Column(numbers, texts, scale, max((n.decimals for n in numbers if n), default=0))


def header_unit(table: dict[str, Any], column: str) -> float | None:
    """Kilograms per unit that the header of a column names."""
    for cell in table.get("header") or ():
        if cell.get("column") == column and (unit := header_kg(str(cell.get("text") or ""))):
            return unit
    return None


def header_means(table: dict[str, Any]) -> str | None:
    """What the weight column's header says itself: 'unit', 'row' or nothing."""
    for cell in table.get("header") or ():
        if cell.get("column") == "weight":
            text = str(cell.get("text") or "").lower()
            if any(word in text for word in _MEANS_UNIT):
                return "unit"
            if any(word in text for word in _MEANS_ROW):
                return "row"
    return None


def printed_totals(printed: str, thousands: str, weight: Column, total: Column) -> list[Total]:
    """Every number of the TOTAL line."""
    column = total if any(total.numbers) else weight
    scale = next((s for n, s in zip(column.numbers, column.scale, strict=True) if n), 1.0)
    whole = parse_number(printed, thousands)
    found = []
    for part in [printed] if whole else printed.split():
        n = parse_number(part, thousands)
        if n and (not n.unit or n.unit in KG):
            kg = KG[n.unit] if n.unit else scale
            found.append(Total(n.value * kg, n.half * kg, part))
    return found


def meets(a: float, half_a: float, b: float, half_b: float, same: bool = False) -> bool:
    """Whether two intervals meet; those of one and the same mass (same) must do so inside."""
    noise = _EPS * (1 + abs(a) + abs(b))
    return abs(a - b) <= half_a + half_b + (-noise if same else noise)


def product(count: Number, weight: Column, i: int, strict: bool = False) -> tuple[float, float]:
    """quantity x weight and its half interval; pieces are exact, 9.5 m is rounded."""
    w = weight.kg(i) or 0.0
    slack = count.half if count.decimals else 0.0
    half = weight.half(i, strict)
    return count.value * w, count.value * half + slack * (abs(w) + half)


def adds_up(
    values: Sequence[float], halves: Sequence[float], totals: Sequence[Total], exact: bool = False
) -> bool:
    """Whether the values sum up to one of the totals, within the rounding of the values."""
    slack = 0.0
    if not exact:
        slack = min(sum(halves), _SIGMAS * math.sqrt(sum(h * h for h in halves) / 3))
    added = math.fsum(values)
    return any(meets(added, slack, total.kg, total.half) for total in totals)


def plain(value: float) -> str:
    """A figure for a sentence: no exponent, no noise."""
    return f"{value:.6f}".rstrip("0").rstrip(".")
