"""Habits change what they name, and the figures stay right."""

from __future__ import annotations

from decimal import Decimal

import pytest

from drawgen import fonts
from drawgen.content import compose
from drawgen.layout import measure
from drawgen.spec import Table


@pytest.mark.parametrize(
    ("form", "mark"), [("product", " x "), ("bracket", "("), ("alternate", " / ")]
)
def test_some_quantities_are_written_in_another_way(form: str, mark: str) -> None:
    rows = compose(Table(rows=30, quantity_forms=form)).rows
    own = [row for row in rows if mark in row.cells["quantity"]]
    assert 0 < len(own) < len(rows)
    for row in own:
        first = [int(text) for text in row.cells["quantity"].strip(")").split(mark)]
        pieces = first[0] * first[1] if form == "product" else first[0]
        assert row.quantity == pieces
        assert row.total == pieces * (row.weight or 0)
        assert row.cells["total_weight"] == str(row.total)


def test_the_total_counts_assemblies_and_not_their_parts() -> None:
    content = compose(Table(rows=20, assemblies=True))
    heads = [row for row in content.rows if row.counted]
    parts = [row for row in content.rows if not row.counted]
    assert all(row.cells["position"].isdigit() for row in heads)
    assert all("." in row.cells["position"] for row in parts)
    assert content.right_total == sum((row.total or Decimal(0) for row in heads), Decimal(0))
    own = [row.total or Decimal(0) for row in parts if row.cells["position"].startswith("1.")]
    assert heads[0].weight == sum(own, Decimal(0))


def test_prepared_rows_hold_their_position_alone() -> None:
    rows = compose(Table(rows=6, prepared=2)).rows
    assert [row.cells["position"] for row in rows] == ["1", "2", "3", "4", "5", "6"]
    assert all(any(v for k, v in row.cells.items() if k != "position") for row in rows[:4])
    assert not any(v for row in rows[4:] for k, v in row.cells.items() if k != "position")


def test_positions_begin_anew_under_every_heading() -> None:
    rows = compose(Table(rows=9, positions="anew", sections=3)).rows
    starts = [i for i, row in enumerate(rows) if row.cells["position"] == "1"]
    assert len(starts) == 3
    assert [rows[i].section for i in starts] == list(dict.fromkeys(row.section for row in rows))


def test_a_second_total_holds_an_allowance() -> None:
    content = compose(Table(second_total=True))
    assert content.second_label != content.total_label
    assert Decimal(content.second_total) > Decimal(content.printed_total)


def test_the_longest_descriptions_run_over_the_end_of_their_column() -> None:
    plain, touching = (Table(rows=20, wrap="none", touching=n) for n in (0, 2))
    wide, narrow = (measure(compose(t), "Helvetica", 8.0) for t in (plain, touching))
    texts = [b.row.cells["description"] for b in narrow.blocks if b.row]
    over = [t for t in texts if fonts.width(t, "Helvetica", 8.0) > narrow.columns["description"]]
    assert narrow.columns["description"] < wide.columns["description"]
    assert over
