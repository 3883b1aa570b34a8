"""Totals per article over all drawings, with what makes a total doubtful said beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from bomflow.merge.database import Connection
from bomflow.proof.numbers import KG, is_none, parse_number

TOTAL_COLUMNS = (
    "article_number",
    "description",
    "total_quantity",
    "unit",
    "total_weight_kg",
    "drawings_count",
    "drawings",
    "rows",
    "descriptions_differ",
    "remarks",
)
DRAWINGS_SHOWN = 20
DESCRIPTIONS_SHOWN = 5
NO_ARTICLE = "no article number, grouped by description"
# Other units count pieces (2 pcs, 2 Stk): those may be added up with plain numbers.
_LENGTHS_AND_VOLUMES = "mm cm dm m lfm in inch ft feet ' \" m2 m² m3 m³ l"
_MEASURES = frozenset([*KG, *_LENGTHS_AND_VOLUMES.split()])
_ALIASES = {"mtr": "m", "mtrs": "m", "ltr": "l", "liter": "l"}

_QUERY = (
    "SELECT {key}, filename, description, quantity, quantity_value,"
    " coalesce(total_weight_kg, weight_kg * quantity_value), check_status"
    " FROM bom_data WHERE {which} is_none(article_number) ORDER BY {key}, id"
)


def totals(connection: Connection) -> Iterator[tuple[Any, ...]]:
    """One row per article in the order of ``TOTAL_COLUMNS``; flat in the number of rows.

    Rows whose article number is empty or a sign for "none" are grouped by description and follow at
    the end. A total over different units is left empty: metres and pieces make no sum. Weights are
    in kg, of the row as printed, else of one piece times the quantity.
    """
    connection.create_function("is_none", 1, is_none, deterministic=True)
    for key, which in (("article_number", "NOT"), ("description", "")):
        rows = connection.execute(_QUERY.format(key=key, which=which))
        for name, group in groupby(rows, key=itemgetter(0)):
            yield _total(name if which else "", group, [] if which else [NO_ARTICLE])


def _total(article: str, rows: Iterable[tuple[Any, ...]], remarks: list[str]) -> tuple[Any, ...]:
    """Add up the rows of one article, which come ordered by drawing."""
    quantities: dict[str, float] = {}
    descriptions: dict[str, None] = {}
    shown: list[str] = []
    drawing, drawings, count, no_quantity, no_weight, suspect = "", 0, 0, 0, 0, 0
    weight = 0.0
    for _, filename, description, quantity, value, kg, status in rows:
        count += 1
        if count == 1 or filename != drawing:
            drawing = filename
            drawings += 1
            if drawings <= DRAWINGS_SHOWN + 1:  # one more shows that there are more
                shown.append(filename)
        if len(descriptions) <= DESCRIPTIONS_SHOWN:
            descriptions[description] = None
        if value is None:
            no_quantity += 1
        else:
            unit = unit_of(quantity)
            quantities[unit] = quantities.get(unit, 0.0) + value
        if kg is None:
            no_weight += 1
        else:
            weight += kg
        suspect += status == "suspect"
    if len(quantities) > 1:
        parts = (f"{_rounded(value):g} {unit or 'pieces'}" for unit, value in quantities.items())
        remarks.append(f"different units: {' + '.join(parts)}")
    for number, what in (
        (no_quantity, "without a quantity"),
        (no_weight if no_weight < count else 0, "without a weight"),
        (suspect, "suspect"),
    ):
        if number:
            remarks.append(f"{number} of {count} rows {what}")
    one_unit = len(quantities) == 1
    return (
        article,
        " | ".join(_first(list(descriptions), DESCRIPTIONS_SHOWN, "...")),
        _rounded(next(iter(quantities.values()))) if one_unit else None,
        next(iter(quantities)) if one_unit else "",
        _rounded(weight) if no_weight < count else None,
        drawings,
        "\n".join(_first(shown, DRAWINGS_SHOWN, f"... and {drawings - DRAWINGS_SHOWN} more")),
        count,
        "yes" if len(descriptions) > 1 else "no",
        "; ".join(remarks),
    )


def _first(items: list[str], limit: int, more: str) -> list[str]:
    return items if len(items) <= limit else [*items[:limit], more]


def _rounded(value: float) -> float:
    """Without the noise of binary sums; drawings print three decimals at most."""
    return round(value, 6)


@lru_cache(maxsize=4096)
def unit_of(quantity: str) -> str:
    """The measure a quantity is printed in (``9.5 M`` -> ``m``), '' for pieces."""
    number = parse_number(quantity)
    unit = _ALIASES.get(number.unit, number.unit) if number else ""
    return unit if unit in _MEASURES else ""
