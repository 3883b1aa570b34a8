"""Lists side by side whose headers were parted in the wrong place."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from bomflow.proof.abreast import parted_elsewhere

NAMES = ["POS", "NAME", "QTY", "MASS"]


def table(first: int, last: int, top: float = 0.0) -> dict[str, Any]:
    """A table with the headers ``first`` to ``last`` of those that repeat."""
    columns = range(first, last)
    return {
        "bbox": [first * 50.0, top, last * 50.0 - 5, top + 60],
        "header": [
            {
                "text": NAMES[i % 4],
                "column": f"c{i}",
                "bbox": [i * 50.0, top, i * 50.0 + 30, top + 9],
            }
            for i in columns
        ],
        "rows": [
            {"bbox": [first * 50.0, top + y, last * 50.0 - 20, top + y + 9], "cells": {}}
            for y in (20, 35, 50)
        ],
    }


@pytest.mark.parametrize(
    ("cuts", "said"),
    [([0, 4, 8], False), ([0, 3, 8], True), ([0, 4, 6, 12], True), ([0, 4, 7], False)],
)
def test_headers_that_repeat_are_parted_where_they_begin(cuts: list[int], said: bool) -> None:
    tables = [table(a, b) for a, b in pairwise(cuts)]
    assert [bool(odd) for odd in parted_elsewhere(tables)] == [said] * len(tables)


def test_lists_below_one_another_are_not_side_by_side() -> None:
    tables = [table(0, 3), table(3, 8, top=200.0)]
    assert parted_elsewhere(tables) == [[], []]
