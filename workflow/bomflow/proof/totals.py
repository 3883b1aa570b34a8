"""Whether the rows of a list add up to its printed TOTAL."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from bomflow.proof.masses import (
    Column,
    Total,
    adds_up,
    header_means,
    meets,
    plain,
    product,
)
from bomflow.proof.numbers import Number, is_none

# Rows that come out exact by chance: below this the drawing multiplies the printed weights.
_CHANCE = 0.002


class Sum(NamedTuple):
    """The rows' sum in kg, whether it is the TOTAL (None: none printed), the sentence if not."""

    kg: float | None
    holds: bool | None
    reason: str = ""


def sum_of_totals(
    counts: Sequence[Number | None],
    weight: Column,
    total: Column,
    means: str | None,
    totals: Sequence[Total],
    some_wrong: bool,
) -> Sum:
    """A list with a TOTAL WEIGHT column."""
    values: list[float] = []
    products: list[float] = []
    halves: list[float] = []
    for i, count in enumerate(counts):
        t, w = total.kg(i), weight.kg(i)
        if t is None and w is not None and count is not None and means == "unit":
            t, half = product(count, weight, i)
        elif t is None:
            continue
        else:
            half = total.half(i)
        multiplied = t
        if means == "unit" and w is not None and count is not None:
            multiplied, finer = product(count, weight, i)
            half = min(half, finer)
        values.append(t)
        halves.append(half)
        products.append(multiplied)
    computed = math.fsum(values)
    if not totals:
        return Sum(computed, None)
    exact = not some_wrong and _chance_of_exact_rows(counts, weight, total) < _CHANCE
    # Exact products may be printed rounded and still be added up unrounded.
    if adds_up(values, halves, totals, exact) or (
        exact and adds_up(products, halves, totals, exact)
    ):
        return Sum(computed, True)
    return Sum(computed, False, f"{_told(totals)}, rows add up to {plain(computed)} kg")


def _told(totals: Sequence[Total]) -> str:
    return f"TOTAL printed {' / '.join(total.text for total in totals)}"


def _chance_of_exact_rows(counts: Sequence[Number | None], weight: Column, total: Column) -> float:
    """How likely it is that all rows multiply exactly although the CAD rounded each by itself."""
    chance = 1.0
    for i, count in enumerate(counts):
        w, t = weight.kg(i), total.kg(i)
        if count is None or not w or t is None or count.value <= 1:
            continue
        half = total.half(i)
        if not meets(count.value * w, 0.0, t, half):
            return 1.0
        chance *= min(1.0, half / (count.value * weight.half(i)))
    return chance


def sum_of_weights(
    table: dict[str, Any],
    counts: Sequence[Number | None],
    weight: Column,
    totals: Sequence[Total],
) -> tuple[str, Sum]:
    """A list with one weight column: the TOTAL line tells what WEIGHT means."""
    named = header_means(table)
    alone: list[float] = []
    alone_half: list[float] = []
    times: list[float] = []
    times_half: list[float] = []
    whole = True
    for i, count in enumerate(counts):
        w = weight.kg(i)
        if w is None:
            continue
        alone.append(w)
        alone_half.append(weight.half(i))
        if count is None:
            whole = False
            continue
        value, half = product(count, weight, i)
        times.append(value)
        times_half.append(half)
    by_row, by_unit = math.fsum(alone), math.fsum(times) if whole else None
    same = by_unit is not None and math.isclose(by_row, by_unit, rel_tol=1e-9)
    if not totals:
        means = named or "unknown"
        computed = by_row if means == "row" or same else by_unit if means == "unit" else None
        return means, Sum(computed, None)
    row_ok = adds_up(alone, alone_half, totals)
    unit_ok = by_unit is not None and adds_up(times, times_half, totals)
    if same and row_ok:
        return named or "unknown", Sum(by_row, True)
    if row_ok and unit_ok:
        # Both fit within rounding: the one that fits exactly, else nobody knows.
        row_ok = adds_up(alone, alone_half, totals, exact=True)
        unit_ok = adds_up(times, times_half, totals, exact=True)
        if row_ok == unit_ok:
            return named or "unknown", Sum(None, True)
    if row_ok or unit_ok:
        return ("row", Sum(by_row, True)) if row_ok else ("unit", Sum(by_unit, True))
    told = f"{_told(totals)}, rows add up to {plain(by_row)} kg"
    if by_unit is not None and not same:
        told += f", or to {plain(by_unit)} kg with the weights of one piece"
    return named or "unknown", Sum(by_unit if named == "unit" else by_row, False, told)


def sum_of_pieces(counts: Sequence[Number | None], totals: Sequence[Total], printed: str) -> Sum:
    """A TOTAL line beside a list without weights can only be the sum of the quantities."""
    pieces = math.fsum(n.value for n in counts if n)
    if any(meets(pieces, 0.0, total.kg, total.half) for total in totals) or is_none(printed):
        return Sum(None, True)
    return Sum(None, False, f"TOTAL printed {printed.strip()}, but no row has a weight")
