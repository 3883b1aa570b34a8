"""Faults injected into right tables: what must never pass, and how often the rest may.

The tables are those of benchmarks/lists.py, the faults those of benchmarks/faults.py;
benchmarks/verdicts.py injects them into drawings as read and prints all the rates.
"""

from __future__ import annotations

import copy
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import faults
import lists
from bomflow.proof.numbers import parse_number

GOAL = ("row not read", "cell shifted", "digit dropped", "rows fused")


def right_table(grams: list[tuple[int, int]], decimals: int, comma: bool) -> dict[str, Any]:
    """A six-column table of (quantity, grams), printed in kg with so many decimals, with TOTAL."""
    rows = []
    for i, (count, mass) in enumerate(grams):
        kg = [lists.print_weight(m / 1000, decimals, comma, False) for m in (mass, count * mass)]
        rows.append(
            {
                "position": str(i + 1),
                "article_number": str(100000 + 7919 * i),
                "quantity": str(count),
                "description": f"Rohrschelle DN {10 + i}",
                "weight": kg[0],
                "total_weight": kg[1],
            }
        )
    total = lists.print_weight(sum(c * m for c, m in grams) / 1000, decimals, comma, False)
    drawn: dict[str, Any] = lists.drawn(random.Random(len(rows)), rows, lists.SIX, total)
    return drawn


def without_boxes(table: dict[str, Any]) -> dict[str, Any]:
    """The texts alone."""
    bare = copy.deepcopy(table)
    for part in (bare, *bare["header"], *bare["rows"]):
        part["bbox"] = None
    for row in bare["rows"]:
        row["cell_boxes"] = row["extra_boxes"] = {}
    return bare


@st.composite
def masses(draw: st.DrawFn) -> list[tuple[int, int]]:
    """Quantities and grams of a list; seeded, because real masses are no round numbers."""
    rng = random.Random(draw(st.integers(0, 2**32)))
    counts = [1, 1, 2, 3, 4, 8, 12, 24, 100]
    n = draw(st.integers(3, 40))
    return [(rng.choice(counts), int(10 ** rng.uniform(0, 5.3))) for _ in range(n)]


@settings(deadline=None, max_examples=120)
@given(masses(), st.integers(1, 3), st.booleans(), st.booleans())
def test_a_right_table_is_never_suspect(
    grams: list[tuple[int, int]], decimals: int, comma: bool, boxes: bool
) -> None:
    table = right_table(grams, decimals, comma)
    if not boxes:
        table = without_boxes(table)
    assert not faults.suspect(table, lists.words_of(table)), table["check_reasons"]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(st.sampled_from([1, 2, 3, 4, 8, 12, 24]), st.integers(150, 200_000)),
        min_size=3,
        max_size=40,
    ),
    st.sampled_from([*GOAL, "row gone", "digit lost"]),
    st.integers(0, 2**32),
)
def test_a_fault_in_a_table_with_weights_is_always_suspect(
    grams: list[tuple[int, int]], fault: str, seed: int
) -> None:
    table = right_table(grams, 3, True)
    found = faults.inject(fault, table, lists.words_of(table), random.Random(seed))
    if found:
        assert faults.suspect(*found), fault


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.tuples(st.sampled_from([1, 2, 3, 4, 8, 12, 24]), st.integers(150, 200_000)),
        min_size=3,
        max_size=40,
    ),
    st.integers(0, 2**32),
)
def test_a_lost_weight_digit_is_suspect_on_the_figures_alone(
    grams: list[tuple[int, int]], seed: int
) -> None:
    table = without_boxes(right_table(grams, 3, True))
    rng = random.Random(seed)
    row = rng.choice(table["rows"])
    column = rng.choice(["quantity", "weight", "total_weight"])
    text = row["cells"][column]
    at = rng.choice([i for i, c in enumerate(text) if c.isdigit()])
    short = text[:at] + text[at + 1 :]
    before, after = parse_number(text), parse_number(short)
    row["cells"][column] = short
    if not after or not before or after.value != before.value:
        assert faults.suspect(table, []), (text, short)


@pytest.fixture(scope="module")
def rates() -> dict[str, dict[str, list[int]]]:
    """Kind -> fault -> [passed unnoticed, tried], on tables with boxes as a reader keeps them."""
    rng = random.Random(11)
    return {
        kind: faults.measure([make(rng) for _ in range(8)], rng)
        for kind, make in lists.KINDS.items()
    }


def share(rates: dict[str, dict[str, list[int]]], *faults: str) -> float:
    hits = [result[fault] for result in rates.values() for fault in faults]
    return sum(a for a, _ in hits) / sum(b for _, b in hits)


def test_right_tables_are_rarely_suspect(rates: dict[str, dict[str, list[int]]]) -> None:
    assert share(rates, "right") <= 0.02


def test_proven_tables_let_no_fault_pass(rates: dict[str, dict[str, list[int]]]) -> None:
    proven = {lists.PROVABLE: rates[lists.PROVABLE]}
    for fault in (*faults.READER, "row gone", "digit lost"):
        if any(tried for _, tried in (rates[kind][fault] for kind in proven)):
            assert share(proven, fault) == 0, fault


@pytest.mark.parametrize("fault", faults.READER)
def test_faults_that_leave_a_trace_rarely_pass(
    fault: str, rates: dict[str, dict[str, list[int]]]
) -> None:
    if any(result[fault][1] for result in rates.values()):
        assert share(rates, fault) <= 0.02
