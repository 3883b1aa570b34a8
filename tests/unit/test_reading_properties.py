"""What holds for every sheet, whatever its dimensions are.

The same examples every time; ``make fuzz-reading EXAMPLES=2000`` tries that many fresh ones per
property and remembers what it found.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import strategies
from drawgen import Drawing, Sheet, draw_drawing, spec
from drawgen.producers import missing
from reading import Record, broken_promises, essence, places, read_bytes

FUZZ = int(os.environ.get("BOMFLOW_FUZZ") or 0)


def examples(count: int) -> Any:
    """Settings of a property: ``count`` fixed examples, or as many fresh ones as asked for."""
    quiet = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    if FUZZ:
        return settings(max_examples=FUZZ, deadline=None, suppress_health_check=quiet)
    return settings(
        max_examples=count,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=quiet,
    )


def read(*sheets: Sheet) -> tuple[Record, Record]:
    """What was read and what was drawn."""
    data, truth = draw_drawing(Drawing(sheets))
    return read_bytes(data), truth.record("drawing.pdf")


@examples(80)
@given(strategies.drawings(lists=2, pages=2))
def test_nothing_is_lost_or_made_up_in_silence(drawing: Drawing) -> None:
    record, truth = read(*drawing.sheets)
    assert broken_promises(record, truth) == []


@examples(40)
@given(strategies.sheets(lists=0), st.sets(st.sampled_from(spec.DECOYS), min_size=3))
def test_no_rows_without_a_parts_list(sheet: Sheet, decoys: set[str]) -> None:
    record, _ = read(replace(sheet, decoys=frozenset(decoys)))
    assert record["rows_count"] == 0
    assert not [table for table in record["tables"] if table["rows"]]


@examples(40)
@given(strategies.sheets(), strategies.handlings())
def test_how_a_sheet_lies_on_its_page_changes_nothing(sheet: Sheet, handling: Any) -> None:
    plain = {"rotate": 0, "origin": (0.0, 0.0), "user_unit": 1.0, "placement": "run"}
    plain |= {"units": 1.0, "overprint": False, "xobject": False, "text_order": "rows"}
    sheet = replace(sheet, **plain, hidden="")
    before, _ = read(sheet)
    after, _ = read(replace(sheet, **handling))
    assert essence(after) == essence(before)
    # The line around a list is as wide as that, and is measured with its width or without.
    assert places(after) == pytest.approx(places(before), abs=1.0)


@pytest.mark.parametrize("producer", spec.PRODUCERS[1:])
@examples(8)
@given(strategies.sheets())
def test_every_producer_is_read_alike(producer: str, sheet: Sheet) -> None:
    sheet = replace(sheet, font="Vera", producer="reportlab", hidden="", user_unit=1.0)
    if producer.startswith("matplotlib"):
        english = tuple(replace(t, language="en") for t in sheet.tables)
        sheet = replace(sheet, language="en", tables=english, xobject=False)
    other = replace(sheet, producer=producer)
    if "not installed" in (reason := missing(other)):
        pytest.skip(reason)
    assert not reason
    before, _ = read(sheet)
    after, _ = read(other)
    assert essence(after) == essence(before)
