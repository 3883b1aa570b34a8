"""A TOTAL may count assemblies alone, or their parts alone."""

from __future__ import annotations

import pytest

from bomflow.extract.settings import ReadSettings
from bomflow.proof.assemblies import levels
from bomflow.proof.verdict import check_table

POSITIONS = ["1", "1.1", "1.2", "2", "3", "3.1"]


def test_levels_of_a_list_of_assemblies() -> None:
    assert levels(POSITIONS) == [
        [True, False, False, True, True, False],
        [False, True, True, True, False, True],
    ]
    assert levels(["1", "2", "", "10"]) == []
    assert levels(["1.1", "1.2"]) == []  # no assembly of theirs is in the list


@pytest.mark.parametrize("total", ["30.0", "28.0", "50.0"])
@pytest.mark.parametrize("both", [True, False])
def test_a_total_of_one_level_or_of_all_rows_holds(total: str, both: bool) -> None:
    table = listed(total, both)
    assert (table["check_status"], table["check_reasons"]) == ("verified", [])
    assert table["computed_total"] == float(total)


def test_another_total_is_told() -> None:
    assert listed("29.0", True)["check_status"] == "suspect"


def listed(total: str, both: bool) -> dict:
    """Assemblies of 10, 8 and 12 kg, of which two are in parts: 4 + 6, 12 - 2."""
    six = ("position", "article_number", "quantity", "description", "weight", "total_weight")
    weights = [10.0, 4.0, 6.0, 8.0, 12.0, 10.0]
    rows = [
        {
            "cells": dict.fromkeys(six, "")
            | {"position": p, "quantity": "1", "description": f"PART {p}", "weight": f"{w:.1f}"}
            | ({"total_weight": f"{w:.1f}"} if both else {})
        }
        for p, w in zip(POSITIONS, weights, strict=True)
    ]
    table = {
        "header": [], "rows": rows, "printed_total": total, "check_reasons": [], "leftover": [],
    }  # fmt: skip
    check_table(table, ReadSettings())
    return table
