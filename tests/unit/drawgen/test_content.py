"""The weights of a list are arithmetically right as printed."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from drawgen import spec
from drawgen.content import Content, compose
from drawgen.randomise import random_table
from drawgen.row import number


def value(text: str, table: spec.Table) -> Decimal:
    """A printed number without unit and marks."""
    text = text.replace("kg", "").replace(" M", "").replace(" PCS", "").replace(" ST", "")
    if table.thousands:
        text = text.replace(table.thousands, "")
    return Decimal(text.replace(table.decimal, ".").strip() or "0")


def printed(content: Content, key: str) -> list[Decimal]:
    """A column of weights, those of which the TOTAL is made."""
    return [value(row.cells[key], content.table) for row in content.rows if row.counted]


@pytest.mark.parametrize("seed", range(120))
def test_quantity_times_weight_is_total(seed: int) -> None:
    rng = Random(seed)
    table = random_table(rng, rng.choice(spec.LANGUAGES), seed)
    content = compose(table)
    step = Decimal(1).scaleb(-table.weight_decimals)
    for row in content.rows:
        assert list(row.cells) == list(content.headers)
        if not {"quantity", "weight", "total_weight"} <= set(row.cells):
            continue
        if not row.cells["weight"]:
            assert not row.cells["total_weight"]
            continue
        assert row.quantity is not None
        quantity = row.quantity
        if not table.quantity_forms:  # 2 x 3
            assert value(row.cells["quantity"], table) == quantity
        weight, total = (value(row.cells[k], table) for k in ("weight", "total_weight"))
        slack = step / 2 if table.rounding == "printed" else step / 2 * (quantity + 1)
        assert abs(quantity * weight - total) <= slack


@pytest.mark.parametrize("seed", range(120))
def test_total_is_the_sum(seed: int) -> None:
    rng = Random(seed)
    table = random_table(rng, "de", seed)
    content = compose(table)
    if not content.printed_total:
        return
    total = value(content.printed_total, table)
    if "total_weight" in table.columns:
        right = sum(printed(content, "total_weight"))
    elif content.weight_means == "row":
        right = sum(printed(content, "weight"))
    else:
        right = sum(row.total or 0 for row in content.rows if row.counted)
    assert content.right_total == right
    assert (total == right) is not table.wrong_total


def test_half_is_rounded_up_and_marked() -> None:
    table = spec.Table(decimal=",", thousands=".")
    assert number(Decimal("1620.25"), 1, table) == "1.620,3"
    assert number(Decimal("0.5"), 0, table) == "1"
    with pytest.raises(ValueError, match="both"):
        number(Decimal(1), 1, spec.Table(decimal=",", thousands=","))


def test_empty_and_dash_cells_appear() -> None:
    cells = [
        cell
        for seed in range(5)
        for row in compose(spec.Table(seed=seed, rows=30, empty=0.3, dash=0.2)).rows
        for cell in row.cells.values()
    ]
    assert "" in cells
    assert "-" in cells


def test_what_a_weight_column_says() -> None:
    alone = ("quantity", "description", "weight")
    for means in ("unit", "row"):
        table = spec.Table(columns=alone, weight_means=means)
        assert compose(table).weight_means == means
        assert compose(spec.Table(columns=alone, total=False)).weight_means == "unknown"
    named = spec.Table(columns=alone, weight_means="row", spelling=1)
    assert compose(named).headers["weight"] == "UNIT|WEIGHT"
    assert compose(named).weight_means == "unit"
    assert compose(spec.Table(columns=("quantity", "description"))).weight_means is None
