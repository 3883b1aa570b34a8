"""Habits of offices in what they write into a list: each takes ready rows and changes some."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

from .row import Row, weighed
from .spec import Table

CHANGED = 0.3
"""Share of the quantities that a list writes in its own way."""


def applied(table: Table, rows: list[Row], unit: str) -> list[Row]:
    """The rows with the habits that ``table`` asks for; ``unit`` follows its weights."""
    if table.positions == "anew" and "position" in table.columns:
        rows = _anew(rows)
    if table.quantity_forms and "quantity" in table.columns:
        rows = _quantities(table, rows, unit)
    if table.assemblies and {"position", "quantity"} <= set(table.columns):
        rows = _assemblies(table, rows, unit)
    # Only forms are numbered in advance, and forms are ruled.
    if table.prepared and "position" in table.columns and table.ruling in ("full", "rows"):
        rows = _prepared(table, rows)
    return rows


def _anew(rows: list[Row]) -> list[Row]:
    """Positions count from 1 under every section heading."""
    counted: list[Row] = []
    section, number = "", 0
    for row in rows:
        number = number + 1 if row.section == section else 1
        section = row.section
        counted.append(replace(row, cells=row.cells | {"position": str(number)}))
    return counted


def _quantities(table: Table, rows: list[Row], unit: str) -> list[Row]:
    """Some quantities as a product, with those of one assembly, or for two variants."""
    rng = Random(f"quantities {table.seed}")
    changed = []
    for row in rows:
        if rng.random() >= CHANGED or row.weight is None:
            changed.append(row)
            continue
        times, one = rng.choice((2, 3, 4)), rng.choice((1, 2, 3, 4, 6))
        text, count = {
            "product": (f"{times} x {one}", times * one),
            "bracket": (f"{times * one} ({one})", times * one),
            "alternate": (f"{one} / {one + times}", one),
        }[table.quantity_forms]
        row = weighed(table, row, Decimal(count), row.weight, unit)
        changed.append(replace(row, cells=row.cells | {"quantity": text}))
    return changed


def _assemblies(table: Table, rows: list[Row], unit: str) -> list[Row]:
    """Rows in groups of an assembly and its parts, whose weights are its weight.

    The TOTAL counts assemblies alone.
    """
    rng = Random(f"assemblies {table.seed}")
    out: list[Row] = []
    number = 0
    while len(out) < len(rows):
        group = rows[len(out) : len(out) + rng.randrange(2, 6)]
        number += 1
        parts = [
            replace(row, cells=row.cells | {"position": f"{number}.{place}"}, counted=False)
            for place, row in enumerate(group[1:], 1)
        ]
        weight = sum((part.total or Decimal(0) for part in parts), Decimal(0))
        head = group[0]
        if parts and weight and head.weight:
            head = weighed(table, head, head.quantity or Decimal(1), weight, unit)
        out += [replace(head, cells=head.cells | {"position": str(number)}), *parts]
    return out


def _prepared(table: Table, rows: list[Row]) -> list[Row]:
    """The last rows hold their position alone."""
    full = max(len(rows) - table.prepared, min(2, len(rows)))
    numbers = [dict.fromkeys(row.cells, "") | {"position": row.cells["position"]} for row in rows]
    empty = zip(numbers[full:], rows[full:], strict=True)
    return rows[:full] + [Row(cells, row.section) for cells, row in empty]
