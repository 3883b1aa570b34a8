"""Lists whose letters are strokes are reported; views with grids and small strokes are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

import linework
from drawgen import Drawing, Sheet, Table, draw_drawing, spec
from drawgen.spec import SIX
from reading import Record, read_bytes


def read(sheet: Sheet) -> tuple[Record, Record]:
    data, truth = draw_drawing(Drawing((sheet,)))
    return read_bytes(data), truth.record("drawing.pdf")["pages"][0]


@pytest.mark.parametrize("turn", [{}, {"rotate": 90}, {"sideways": 90}, {"sideways": 180}], ids=str)
@pytest.mark.parametrize("producer", ["reportlab", "plotter"])
def test_a_ruled_table_of_strokes(turn: dict[str, int], producer: str) -> None:
    table = Table(seed=3, rows=6)
    record, truth = read(Sheet(tables=(table,), tables_as="outlines", producer=producer, **turn))
    assert record["error_code"] == "NO_TEXT"
    assert "table whose text is drawn as outlines" in record["error_message"]
    drawn = truth["unreadable"][0]["bbox"]
    found = record["tables"][0]["bbox"]
    shared = [min(a, b) for a, b in zip(found[2:], drawn[2:], strict=True)]
    shared = [s - max(a, b) for s, a, b in zip(shared, found, drawn, strict=False)]
    assert shared[0] * shared[1] > 0.7 * (drawn[2] - drawn[0]) * (drawn[3] - drawn[1])


SMALL = {
    "no lines, three rows": Table(rows=3, ruling="none", columns=SIX),
    "lines between columns": Table(rows=5, ruling="columns", columns=SIX[:4]),
    "a frame, wrapped in the middle": Table(rows=4, ruling="outer", wrap="centred", columns=SIX),
    "headings": Table(rows=8, ruling="full", sections=2, columns=SIX[:4]),
    "header below, in groups": Table(rows=6, header="bottom", header_style="grouped"),
}


@pytest.mark.parametrize("name", SMALL)
@pytest.mark.parametrize("producer", ["reportlab", "plotter", "cad"])
def test_small_lists_of_strokes(name: str, producer: str) -> None:
    for seed in (2, 5):
        table = replace(SMALL[name], seed=seed)
        record, _ = read(Sheet(seed, tables=(table,), tables_as="outlines", producer=producer))
        assert record["error_code"] == "NO_TEXT"


@pytest.mark.parametrize("index", range(24))
def test_heavy_line_work_is_no_list(index: int) -> None:
    """Four of five of these sheets were told to hold one when this was written."""
    shown, said = linework.alarm(2611, False, index)
    assert said == "", shown


@pytest.mark.parametrize("scene", spec.SCENES)
@pytest.mark.parametrize("segments", [300, 3000, 20_000])
def test_views_are_no_tables(scene: str, segments: int) -> None:
    for seed, size in ((1, "A3"), (2, "A1"), (3, "A2")):
        decoys = frozenset(spec.DECOYS)
        sheet = Sheet(seed, size, (), scene=scene, segments=segments, decoys=decoys)
        record, _ = read(sheet)
        assert record["error_code"] == "NO_ANCHOR"
        assert record["pages"][0]["reason"] == ""
