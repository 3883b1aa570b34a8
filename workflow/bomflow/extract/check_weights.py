"""What arithmetic says about a parts list: quantity x weight = total weight, sum = printed TOTAL.

Every printed number stands for an interval, half a unit in its last printed digit wide on both
sides. Two figures agree when their intervals meet. A column prints one precision: where cells show
fewer decimals than the others, trimmed zeros are assumed first and rounding second, so that a lost
last digit is not taken for rounding.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, NamedTuple

from bomflow.extract.numbers import (
    KG,
    Number,
    header_kg,
    is_none,
    parse_number,
    thousands_mark,
)

_EPS = 1e-9
# Rounding errors of n rows are independent and uniform: their sum stays within four standard
# deviations but for 1 list in 16,000, while the sum of all halves would hide whole rows.
_SIGMAS = 4.0
# Rows that come out exact by chance: below this the drawing multiplies the printed weights.
_CHANCE = 0.002
_MEANS_UNIT = ("einzel", "unit", "each", "stück", "/stk", "/pc", "单件", "单重", "jednost")
_MEANS_ROW = ("gesamt", "total", "总计", "总重")


class Weights(NamedTuple):
    """Result for one table. Lists run over the rows; weights are kilograms.

    ``proven`` and ``wrong`` are row indexes whose own arithmetic holds or fails; ``sum_holds`` is
    None without a printed TOTAL; ``reasons`` are sentences.
    """

    quantity: list[float | None]
    unit_kg: list[float | None]
    row_kg: list[float | None]
    means: str | None
    computed_total: float | None
    proven: set[int]
    wrong: set[int]
    sum_holds: bool | None
    reasons: list[str]


class _Column(NamedTuple):
    numbers: list[Number | None]
    texts: list[str]
    scale: list[float]  # kg per printed unit, 1.0 where none is known
    decimals: int

    def kg(self, i: int) -> float | None:
        n = self.numbers[i]
        return None if n is None else n.value * self.scale[i]

    def is_short(self, i: int) -> bool:
        """Whether a cell prints fewer decimals than another of its column."""
        n = self.numbers[i]
        return n is not None and n.decimals < self.decimals

    def half(self, i: int, strict: bool = False) -> float:
        n = self.numbers[i]
        if n is None:
            return 0.0
        step = 0.5 * 10.0**-self.decimals if strict else n.half
        return step * self.scale[i]


def row_name(row: dict[str, Any], i: int) -> str:
    """How a sentence calls a row: its position if it prints one, else its place from the top."""
    position = str((row.get("cells") or {}).get("position") or "").strip()
    return f"position {position[:24]}" if position else f"row {i + 1}"


def _plain(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _texts(rows: Sequence[dict[str, Any]], column: str) -> list[str]:
    return [str((row.get("cells") or {}).get(column) or "") for row in rows]


def _mass_column(texts: list[str], thousands: str, header: float | None) -> _Column:
    numbers: list[Number | None] = []
    for text in texts:
        n = parse_number(text, thousands)
        numbers.append(n if n and (not n.unit or n.unit in KG) else None)
    printed = {n.unit for n in numbers if n and n.unit}
    # A unit printed in some cells only holds for all of them, then the header's, then kilograms.
    usual = KG[printed.pop()] if len(printed) == 1 else header or 1.0
    scale = [KG[n.unit] if n and n.unit else usual for n in numbers]
    return _Column(numbers, texts, scale, max((n.decimals for n in numbers if n), default=0))


def _header_unit(table: dict[str, Any], column: str) -> float | None:
    for cell in table.get("header") or ():
        if cell.get("column") == column and (unit := header_kg(str(cell.get("text") or ""))):
            return unit
    return None


def _header_means(table: dict[str, Any]) -> str | None:
    for cell in table.get("header") or ():
        if cell.get("column") == "weight":
            text = str(cell.get("text") or "").lower()
            if any(word in text for word in _MEANS_UNIT):
                return "unit"
            if any(word in text for word in _MEANS_ROW):
                return "row"
    return None


def weigh(table: dict[str, Any], decimal_comma: bool | str = "auto") -> Weights:
    """Check the figures of a record's table; cells that print no number are left to others."""
    rows = table.get("rows") or []
    columns = [_texts(rows, c) for c in ("quantity", "weight", "total_weight")]
    printed = str(table.get("printed_total") or "")
    mark = thousands_mark([*columns[1], *columns[2], *columns[0], *printed.split()], decimal_comma)
    if mark is not None:
        return _weigh(table, rows, columns, printed, mark)
    # Nothing in the table tells a decimal from a thousands mark: the reading that adds up wins.
    readings = [_weigh(table, rows, columns, printed, m) for m in ("", ".", ",")]
    return min(readings, key=lambda w: (len(w.wrong), w.sum_holds is False, -len(w.proven)))


def _weigh(
    table: dict[str, Any],
    rows: Sequence[dict[str, Any]],
    columns: list[list[str]],
    printed: str,
    thousands: str,
) -> Weights:
    counts = [parse_number(text, thousands) for text in columns[0]]
    weight = _mass_column(columns[1], thousands, _header_unit(table, "weight"))
    total = _mass_column(columns[2], thousands, _header_unit(table, "total_weight"))
    if not any(total.numbers) and not _header_unit(table, "total_weight"):
        total = total._replace(scale=weight.scale)
    elif not _header_unit(table, "weight") and not any(n and n.unit for n in weight.numbers):
        weight = weight._replace(scale=total.scale)
    totals = _printed_totals(printed, thousands, weight, total)
    reasons: list[str] = []
    has_weight, has_total = any(weight.numbers), any(total.numbers)
    means = _meaning_by_rows(counts, weight, total) if has_weight and has_total else None
    sum_holds: bool | None = None
    computed: float | None = None
    if has_weight and not has_total:
        means, computed, sum_holds, reason = _weight_only(table, counts, weight, totals)
        reasons += reason
    proven, wrong = (set[int](), set[int]())
    if has_total:
        if means in ("unit", "row"):
            proven, wrong, reasons = _rows(rows, counts, weight, total, means)
        computed, sum_holds, reason = _sum(counts, weight, total, means, totals, bool(wrong))
        reasons += reason
        if not has_weight:
            means = None
    elif not has_weight and totals:
        reasons += _total_without_weights(counts, totals, printed)
        sum_holds = None if reasons else True
    unit_kg: list[float | None] = []
    row_kg: list[float | None] = []
    for i, count in enumerate(counts):
        one, all_ = (None if means == "row" else weight.kg(i)), total.kg(i)
        pieces = count.value if count else None
        if all_ is None and weight.kg(i) is not None and (means == "row" or pieces == 1):
            all_ = weight.kg(i)
        if means == "unknown" and pieces != 1:
            one = None
        if means == "row" and pieces == 1:
            one = weight.kg(i)
        unit_kg.append(_tidy(one))
        row_kg.append(_tidy(all_))
    return Weights(
        [n.value if n else None for n in counts],
        unit_kg,
        row_kg,
        means,
        _tidy(computed),
        proven,
        wrong,
        sum_holds,
        reasons,
    )


def _tidy(value: float | None) -> float | None:
    """Float noise removed; a milligram has six decimals in kg."""
    return None if value is None else round(value, 7)


def _meets(a: float, half_a: float, b: float, half_b: float, same: bool = False) -> bool:
    """Whether two intervals meet; those of one and the same mass (same) must do so inside."""
    noise = _EPS * (1 + abs(a) + abs(b))
    return abs(a - b) <= half_a + half_b + (-noise if same else noise)


def _product(count: Number, weight: _Column, i: int, strict: bool = False) -> tuple[float, float]:
    """quantity x weight and its half interval; pieces are exact, 9.5 m is rounded."""
    w = weight.kg(i) or 0.0
    slack = count.half if count.decimals else 0.0
    half = weight.half(i, strict)
    return count.value * w, count.value * half + slack * (abs(w) + half)


def _meaning_by_rows(counts: Sequence[Number | None], weight: _Column, total: _Column) -> str:
    """Whether the rows multiply ('unit') or WEIGHT equals TOTAL WEIGHT ('row')."""
    unit = row = both = 0
    for i, count in enumerate(counts):
        w, t = weight.kg(i), total.kg(i)
        if count is None or w is None or t is None:
            continue
        value, half = _product(count, weight, i)
        by_unit = _meets(value, half, t, total.half(i))
        by_row = _meets(w, weight.half(i), t, total.half(i))
        unit += by_unit and not by_row
        row += by_row and not by_unit
        both += by_unit and by_row
    if row > unit:
        return "row"
    # Only ones, or nothing that holds: beside a TOTAL WEIGHT column WEIGHT is that of one piece.
    return "unit" if unit or both or any(counts) else "unknown"


def _rows(
    rows: Sequence[dict[str, Any]],
    counts: Sequence[Number | None],
    weight: _Column,
    total: _Column,
    means: str,
) -> tuple[set[int], set[int], list[str]]:
    """Rows whose own figures agree, rows whose figures do not, and the sentences about them."""
    proven: set[int] = set()
    wrong: set[int] = set()
    loose: dict[int, str] = {}
    reasons: list[str] = []
    one_number = Number(1.0, 0, "", "")
    # A list that trims zeros has several short cells; a single one has to fit to the digit.
    lone_short = sum(c.is_short(i) for c in (weight, total) for i in range(len(rows))) == 1
    for i, printed in enumerate(counts):
        w, t = weight.kg(i), total.kg(i)
        count = printed if means == "unit" else one_number
        if count is None or w is None or t is None:
            continue
        value, half = _product(count, weight, i)
        sentence = (
            f"{row_name(rows[i], i)}: {_plain(count.value)} x {weight.texts[i]} = "
            f"{_plain(value)}, printed {total.texts[i]}"
            if means == "unit"
            else f"{row_name(rows[i], i)}: weight {weight.texts[i]}, total {total.texts[i]}"
        )
        # Rounding twice can go up here and down there; one mass printed twice cannot.
        same = count.value == 1
        if not _meets(value, half, t, total.half(i), same):
            wrong.add(i)
            reasons.append(sentence)
            continue
        if weight.is_short(i) or total.is_short(i):
            _, close = (value, 0.0) if lone_short else _product(count, weight, i, strict=True)
            if not _meets(value, close, t, total.half(i, strict=True), same=True):
                loose[i] = sentence
        if w or t:
            proven.add(i)
    # One row alone that needs the rounding of a missing decimal: that decimal may be lost. Several
    # such rows: the list rounds to significant digits.
    if len(loose) == 1 and not (_significant(weight) and _significant(total)):
        wrong |= loose.keys()
        proven -= loose.keys()
        reasons += [f"{s}: a digit may be lost" for s in loose.values()]
    lone = [
        i
        for i in range(len(counts))
        if (weight.numbers[i] is None) != (total.numbers[i] is None) and i not in wrong
    ]
    if lone and len(lone) * 3 <= len(proven) + len(wrong):
        for i in lone:
            wrong.add(i)
            name = "weight" if weight.numbers[i] is None else "total weight"
            reasons.append(f"{row_name(rows[i], i)}: no {name} where the other rows print both")
    return proven, wrong, reasons


def _significant(column: _Column) -> bool:
    """Whether a column prints one number of significant digits (1620, 45.6, 0.123).

    One cell alone with other decimals does not show it: that is what a lost digit looks like.
    """
    printed = [(n.decimals, len(str(round(n.value * 10**n.decimals)))) for n in column.numbers if n]
    usual = max((decimals for decimals, _ in printed), default=0)
    fewer = sum(decimals < usual for decimals, _ in printed)
    if fewer < 2:
        return not fewer
    fractions = {digits for decimals, digits in printed if decimals}
    return len(fractions) == 1 and all(
        decimals or digits >= min(fractions) for decimals, digits in printed
    )


def _printed_totals(
    printed: str, thousands: str, weight: _Column, total: _Column
) -> list[tuple[float, float, str]]:
    """Value, half interval (kg) and text of every number of the TOTAL line."""
    column = total if any(total.numbers) else weight
    scale = next((s for n, s in zip(column.numbers, column.scale, strict=True) if n), 1.0)
    whole = parse_number(printed, thousands)
    parts = [printed] if whole else printed.split()
    found = []
    for part in parts:
        n = parse_number(part, thousands)
        if n and (not n.unit or n.unit in KG):
            kg = KG[n.unit] if n.unit else scale
            found.append((n.value * kg, n.half * kg, part))
    return found


def _agrees(
    values: list[float],
    halves: list[float],
    totals: list[tuple[float, float, str]],
    exact: bool = False,
) -> bool:
    slack = 0.0
    if not exact:
        slack = min(sum(halves), _SIGMAS * math.sqrt(sum(h * h for h in halves) / 3))
    added = math.fsum(values)
    return any(_meets(added, slack, t, half) for t, half, _ in totals)


def _chance_of_exact_rows(
    counts: Sequence[Number | None], weight: _Column, total: _Column
) -> float:
    """How likely it is that all rows multiply exactly although the CAD rounded each by itself."""
    chance = 1.0
    for i, count in enumerate(counts):
        w, t = weight.kg(i), total.kg(i)
        if count is None or not w or t is None or count.value <= 1:
            continue
        half = total.half(i)
        if abs(count.value * w - t) > half + _EPS * (1 + abs(t)):
            return 1.0
        chance *= min(1.0, half / (count.value * weight.half(i)))
    return chance


def _sum(
    counts: Sequence[Number | None],
    weight: _Column,
    total: _Column,
    means: str | None,
    totals: list[tuple[float, float, str]],
    some_wrong: bool,
) -> tuple[float | None, bool | None, list[str]]:
    """The rows' sum, whether it is the printed TOTAL, and the sentence if not."""
    values: list[float] = []
    products: list[float] = []
    halves: list[float] = []
    for i, count in enumerate(counts):
        t, w = total.kg(i), weight.kg(i)
        if t is None and w is not None and count is not None and means == "unit":
            t, half = _product(count, weight, i)
        elif t is None:
            continue
        else:
            half = total.half(i)
        product = t
        if means == "unit" and w is not None and count is not None:
            product, finer = _product(count, weight, i)
            half = min(half, finer)
        values.append(t)
        halves.append(half)
        products.append(product)
    computed = math.fsum(values)
    if not totals:
        return computed, None, []
    exact = not some_wrong and _chance_of_exact_rows(counts, weight, total) < _CHANCE
    if _agrees(values, halves, totals, exact) or (
        not some_wrong and _agrees(products, halves, totals, exact)
    ):
        return computed, True, []
    text = " / ".join(text for _, _, text in totals)
    return computed, False, [f"TOTAL printed {text}, rows add up to {_plain(computed)} kg"]


def _weight_only(
    table: dict[str, Any],
    counts: Sequence[Number | None],
    weight: _Column,
    totals: list[tuple[float, float, str]],
) -> tuple[str, float | None, bool | None, list[str]]:
    """A list with one weight column: the TOTAL line tells what WEIGHT means."""
    label = _header_means(table)
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
        value, half = _product(count, weight, i)
        times.append(value)
        times_half.append(half)
    by_row, by_unit = math.fsum(alone), math.fsum(times) if whole else None
    same = by_unit is not None and math.isclose(by_row, by_unit, rel_tol=1e-9)
    if not totals:
        means = label or "unknown"
        computed = by_row if means == "row" or same else by_unit if means == "unit" else None
        return means, computed, None, []
    row_ok = _agrees(alone, alone_half, totals)
    unit_ok = by_unit is not None and _agrees(times, times_half, totals)
    if same and row_ok:
        return label or "unknown", by_row, True, []
    if row_ok and unit_ok:
        # Both fit within rounding: the one that fits exactly, else nobody knows.
        row_ok = _agrees(alone, alone_half, totals, exact=True)
        unit_ok = _agrees(times, times_half, totals, exact=True)
        if row_ok == unit_ok:
            return label or "unknown", None, True, []
    if row_ok or unit_ok:
        return ("row", by_row, True, []) if row_ok else ("unit", by_unit, True, [])
    text = " / ".join(text for _, _, text in totals)
    told = f"TOTAL printed {text}, rows add up to {_plain(by_row)} kg"
    if by_unit is not None and not same:
        told += f", or to {_plain(by_unit)} kg with the weights of one piece"
    return label or "unknown", by_unit if label == "unit" else by_row, False, [told]


def _total_without_weights(
    counts: Sequence[Number | None], totals: list[tuple[float, float, str]], printed: str
) -> list[str]:
    """A TOTAL line beside a list without weights can only be the sum of the quantities."""
    pieces = math.fsum(n.value for n in counts if n)
    if any(_meets(pieces, 0.0, t, half) for t, half, _ in totals) or is_none(printed):
        return []
    return [f"TOTAL printed {printed.strip()}, but no row has a weight"]
