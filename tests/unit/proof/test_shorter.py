"""Outer columns that end together before the rows do."""

from __future__ import annotations

from typing import Any

import pytest

from bomflow.extract.settings import ReadSettings
from bomflow.proof.shorter import end_of, ending_together
from bomflow.proof.verdict import check_table
from sheets import Pad


def reasons(columns: dict[str, int], count: int = 6) -> list[str]:
    """What is said of a list of ``count`` rows of which each column fills the first so many."""
    header = [{"text": n, "column": n if n in ("position", "quantity", "description", "weight",
               "total_weight") else None} for n in columns]  # fmt: skip
    rows: list[dict[str, Any]] = []
    for i in range(count):
        own = {n: f"{i + 1}" if n != "description" else f"PIPE {i}" for n, k in columns.items()
               if i < k}  # fmt: skip
        named = {c["text"] for c in header if c["column"]}
        rows.append(
            {
                "row_index": i,
                "cells": {n: t for n, t in own.items() if n in named},
                "extra": {n: t for n, t in own.items() if n not in named},
            }
        )
    table = {"header": header, "rows": rows, "printed_total": "", "check_reasons": []}
    check_table(table, ReadSettings())
    return [reason for reason in table["check_reasons"] if "another table beside" in reason]


LIST = {"position": 6, "quantity": 6, "description": 6}


@pytest.mark.parametrize("side", ["left", "right"])
def test_columns_that_end_together(side: str) -> None:
    beside = {"DRAWING NO.": 3, "TITLE": 3}
    columns = beside | LIST if side == "left" else LIST | beside
    assert reasons(columns) == [
        f"the 2 columns at the {side} end after row 3: is another table beside?"
    ]


@pytest.mark.parametrize(
    "beside",
    [
        {"NOTE": 3},  # one column may be seldom filled
        {"NOTE": 3, "MATERIAL": 4},
        {"weight": 3, "total_weight": 3},  # bought parts have no weight
        {"NOTE": 5, "MATERIAL": 5},  # but for one row
    ],
)
def test_columns_of_the_list(beside: dict[str, int]) -> None:
    assert reasons(LIST | beside) == []


def test_rows_that_are_numbered_in_advance_hold_nothing_else() -> None:
    assert reasons({"position": 6, "quantity": 3, "description": 3}) == []


def test_where_columns_end() -> None:
    assert [end_of([True] * k + [False] * (6 - k)) for k in range(7)] == [0, 0, 2, 3, 4, 0, 0]
    assert end_of([True, True, False, True, False, False]) == 0
    assert ending_together([3, 3, 0], ["", "", ""]) == 2
    assert ending_together([3, 3, 0], ["weight", "", ""]) == 0


@pytest.mark.parametrize(("rows", "told"), [(3, True), (6, False)])
def test_a_table_in_the_grid_of_the_list_is_told(rows: int, told: bool) -> None:
    """A table of fits touches the list, its header in line; a column of the list goes on."""
    pad = Pad()
    fits = [[f"{n}.5", f"{n}6"] for n in range(rows)] + [["", ""]] * (6 - rows)
    parts = [[str(n), f"PIPE CLAMP DN{n}0", "2"] for n in range(1, 7)]
    lines = [["over", "upto", "POS", "DESCRIPTION", "QTY"]]
    lines += [[*fit, *part] for fit, part in zip(fits, parts, strict=True)]
    pad.ruled(60, 60, [40, 40, 40, 150, 40], lines)
    [table] = pad.read()["tables"]
    assert any("another table beside" in reason for reason in table["check_reasons"]) == told
