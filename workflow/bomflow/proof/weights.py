"""The arithmetic of a parts list: quantity x weight = total weight, their sum = printed TOTAL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from bomflow.proof.assemblies import levels
from bomflow.proof.masses import (
    Column,
    header_unit,
    mass_column,
    meets,
    plain,
    printed_totals,
    product,
)
from bomflow.proof.numbers import Number, thousands_mark
from bomflow.proof.oddity import Oddity, row_name
from bomflow.proof.quantities import counted
from bomflow.proof.totals import Sum, sum_of_pieces, sum_of_totals, sum_of_weights


class Weights(NamedTuple):
    """Result for one table. Lists run over the rows; weights are kilograms.

    ``proven`` and ``wrong`` are row indexes whose own arithmetic holds or fails, ``odd`` the
    sentences about the latter; ``sum`` compares the rows with the printed TOTAL.
    """

    quantity: list[float | None]
    unit_kg: list[float | None]
    row_kg: list[float | None]
    means: str | None
    proven: set[int]
    wrong: set[int]
    odd: list[Oddity]
    sum: Sum

    def part(self, start: int, stop: int) -> Weights:
        """The result for some of the rows, with the sum of all of them."""
        rows = range(start, stop)
        return self._replace(
            quantity=self.quantity[start:stop],
            unit_kg=self.unit_kg[start:stop],
            row_kg=self.row_kg[start:stop],
            proven={i - start for i in self.proven if i in rows},
            wrong={i - start for i in self.wrong if i in rows},
            odd=[
                Oddity(o.row - start, o.reason)
                for o in self.odd
                if o.row is not None and o.row in rows
            ],
        )


def fitting_total(table: dict[str, Any], printed: Sequence[str]) -> str:
    """Of several TOTALs (net, with an allowance) the one that the rows add up to, else the last."""
    own = str(table.get("printed_total") or "")
    tried = (text for text in printed if weigh({**table, "printed_total": text}).sum.holds)
    return next(tried, own)


class _Rows(NamedTuple):
    proven: set[int]
    wrong: set[int]
    odd: list[Oddity]


def _texts(rows: Sequence[dict[str, Any]], column: str) -> list[str]:
    return [str((row.get("cells") or {}).get(column) or "") for row in rows]


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
    return min(readings, key=lambda w: (len(w.wrong), w.sum.holds is False, -len(w.proven)))


def _weigh(
    table: dict[str, Any],
    rows: Sequence[dict[str, Any]],
    columns: list[list[str]],
    printed: str,
    thousands: str,
) -> Weights:
    units = [header_unit(table, c) for c in ("weight", "total_weight")]
    weight = mass_column(columns[1], thousands, units[0])
    total = mass_column(columns[2], thousands, units[1])
    has_weight, has_total = any(weight.numbers), any(total.numbers)
    if not has_total and not units[1]:
        total = total._replace(scale=weight.scale)
    elif not units[0] and not any(n and n.unit for n in weight.numbers):
        weight = weight._replace(scale=total.scale)
    counts = [_count(text, i, thousands, weight, total) for i, text in enumerate(columns[0])]
    totals = printed_totals(printed, thousands, weight, total)
    means = _meaning_by_rows(counts, weight, total) if has_weight and has_total else None
    proven, wrong, odd = _Rows(set(), set(), [])
    if means in ("unit", "row"):
        proven, wrong, odd = _check_rows(rows, counts, weight, total, means)

    def added_up(weight: Column, total: Column) -> tuple[str | None, Sum]:
        if has_total:
            return means, sum_of_totals(counts, weight, total, means, totals, bool(wrong))
        if has_weight:
            return sum_of_weights(table, counts, weight, totals)
        return means, sum_of_pieces(counts, totals, printed) if totals else Sum(None, None)

    tried = added_up(weight, total)
    if tried[1].holds is False and (has_weight or has_total):
        some = (added_up(weight.of(own), total.of(own)) for own in levels(_texts(rows, "position")))
        tried = next((other for other in some if other[1].holds), tried)
    means, added = tried
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
        proven,
        wrong,
        odd,
        added._replace(kg=_tidy(added.kg)),
    )


def _count(text: str, i: int, thousands: str, weight: Column, total: Column) -> Number | None:
    """The quantity of row i; of several the one that the row's weights are for."""

    def fits(count: Number) -> bool:
        printed = total.kg(i)
        value, half = product(count, weight, i)
        return printed is not None and bool(value) and meets(value, half, printed, total.half(i))

    return counted(text, thousands, fits)


def _tidy(value: float | None) -> float | None:
    """Float noise removed; a milligram has six decimals in kg."""
    return None if value is None else round(value, 7)


def _meaning_by_rows(counts: Sequence[Number | None], weight: Column, total: Column) -> str:
    """Whether the rows multiply ('unit') or WEIGHT equals TOTAL WEIGHT ('row')."""
    unit = row = both = 0
    for i, count in enumerate(counts):
        w, t = weight.kg(i), total.kg(i)
        if count is None or w is None or t is None:
            continue
        value, half = product(count, weight, i)
        by_unit = meets(value, half, t, total.half(i))
        by_row = meets(w, weight.half(i), t, total.half(i))
        unit += by_unit and not by_row
        row += by_row and not by_unit
        both += by_unit and by_row
    if row > unit:
        return "row"
    # Only ones, or nothing that holds: beside a TOTAL WEIGHT column WEIGHT is that of one piece.
    return "unit" if unit or both or any(counts) else "unknown"


def _check_rows(
    rows: Sequence[dict[str, Any]],
    counts: Sequence[Number | None],
    weight: Column,
    total: Column,
    means: str,
) -> _Rows:
    """Rows whose own figures agree, rows whose figures do not, and the sentences about them."""
    found = _Rows(set(), set(), [])
    loose: dict[int, str] = {}
    one_number = Number(1.0, 0, "", "")
    # A list that trims zeros has several short cells; a single one has to fit to the digit.
    lone_short = sum(c.is_short(i) for c in (weight, total) for i in range(len(rows))) == 1
    for i, printed in enumerate(counts):
        w, t = weight.kg(i), total.kg(i)
        count = printed if means == "unit" else one_number
        if count is None or w is None or t is None:
            continue
        value, half = product(count, weight, i)
        sentence = (
            f"{row_name(rows[i], i)}: {plain(count.value)} x {weight.texts[i]} = "
            f"{plain(value)}, printed {total.texts[i]}"
            if means == "unit"
            else f"{row_name(rows[i], i)}: weight {weight.texts[i]}, total {total.texts[i]}"
        )
        # Rounding twice can go up here and down there; one mass printed twice cannot.
        if not meets(value, half, t, total.half(i), same=count.value == 1):
            found.wrong.add(i)
            found.odd.append(Oddity(i, sentence))
            continue
        if weight.is_short(i) or total.is_short(i):
            _, close = (value, 0.0) if lone_short else product(count, weight, i, strict=True)
            if not meets(value, close, t, total.half(i, strict=True), same=True):
                loose[i] = sentence
        if w or t:
            found.proven.add(i)
    # One row alone that needs the rounding of a missing decimal: that decimal may be lost. Several
    # such rows: the list rounds to significant digits.
    if len(loose) == 1 and not (_significant(weight) and _significant(total)):
        for i, sentence in loose.items():
            found.wrong.add(i)
            found.proven.discard(i)
            found.odd.append(Oddity(i, f"{sentence}: a digit may be lost"))
    _lone_weights(rows, weight, total, found)
    return found


def _lone_weights(
    rows: Sequence[dict[str, Any]], weight: Column, total: Column, found: _Rows
) -> None:
    """Add the few rows that print one of two weights where the others print both."""
    lone = [
        i
        for i in range(len(rows))
        if (weight.numbers[i] is None) != (total.numbers[i] is None) and i not in found.wrong
    ]
    if not lone or len(lone) * 3 > len(found.proven) + len(found.wrong):
        return
    for i in lone:
        found.wrong.add(i)
        name = "weight" if weight.numbers[i] is None else "total weight"
        who = row_name(rows[i], i)
        found.odd.append(Oddity(i, f"{who}: no {name} where the other rows print both"))


def _significant(column: Column) -> bool:
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
