"""The same sheet from every producer: the same truth, written as that producer writes."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest

from drawgen import Drawing, Sheet, Table, draw_drawing, spec
from drawgen.producers import CannotDraw, cairo, missing, plotter
from drawgen.producers.cad import GRID

BASE = Sheet(seed=5, segments=300, tables=(Table(seed=5, rows=6),))
WITHOUT_CAIRO = cairo.missing(BASE)
PRODUCERS = [
    pytest.param(name, marks=pytest.mark.skipif(bool(WITHOUT_CAIRO), reason=WITHOUT_CAIRO))
    if name == "cairo"
    else name
    for name in spec.PRODUCERS
]
SHEETS: dict[str, dict[str, Any]] = {
    "plain": {},
    "german": {"language": "de", "tables": (Table(seed=5, language="de", ruling="none"),)},
    "words": {"placement": "word", "text_order": "columns"},
    "shuffled": {"text_order": "shuffled", "kks_style": "rotated"},
    "other": {"scene": "isometric", "size": "A1", "segments": 3000, "place": "bottom-left"},
}


def drawn(producer: str, **changes: Any) -> tuple[bytes, Any]:
    """The base sheet with changes."""
    return draw_drawing(Drawing((replace(BASE, producer=producer, **changes),)))


def contents(data: bytes) -> bytes:
    """Every compressed stream of a file, one after the other."""
    found = re.findall(rb"stream\r?\n(.*?)endstream", data, re.S)
    return b"\n".join(zlib.decompressobj().decompress(part) for part in found if part[:1] == b"x")


@pytest.mark.parametrize("changes", SHEETS.values(), ids=SHEETS)
@pytest.mark.parametrize("producer", PRODUCERS)
def test_every_cell_is_printed(producer: str, changes: dict[str, Any], wrong_lines) -> None:
    data, truth = drawn(producer, **changes)
    assert truth.pages[0].tables[0].rows
    assert wrong_lines(data, truth) == []


@pytest.mark.parametrize("producer", PRODUCERS)
def test_pages_are_turned_and_shifted(producer: str, wrong_lines) -> None:
    for rotate in (0, 90, 180, 270):
        data, truth = drawn(producer, rotate=rotate, sideways=90, origin=(-9.0, 7.0))
        page = pypdfium2.PdfDocument(data)[0]
        assert page.get_rotation() == rotate
        assert page.get_mediabox()[:2] == pytest.approx((-9.0, 7.0), abs=0.1)
        assert wrong_lines(data, truth, 90) == []


@pytest.mark.parametrize("producer", PRODUCERS)
def test_line_work_is_drawn(producer: str) -> None:
    counts = []
    for segments in (0, 3000):
        data, _ = drawn(producer, segments=segments, decoys=frozenset())
        counts.append(len(list(pypdfium2.PdfDocument(data)[0].get_objects())))
    assert counts[1] - counts[0] > 1000


def test_same_truth_from_the_programs_that_write_operators() -> None:
    truths = [drawn(name)[1] for name in ("reportlab", "cad", "plotter")]
    assert truths[0] == truths[1] == truths[2]


def test_cad_places_single_glyphs_on_a_grid() -> None:
    text = contents(drawn("cad")[0])
    shown = re.findall(rb"\((.*?)\) Tj", text)
    assert max(map(len, shown)) == 1
    assert len(shown) == len(re.findall(rb" Tm ", text))
    places = [float(x) for x in re.findall(rb"([\d.]+) [\d.]+ Tm", text)]
    steps = [place * 0.12 / GRID for place in places]
    assert all(abs(step - round(step)) < 0.1 for step in steps)


def test_a_plotter_draws_single_lines_in_one_stream() -> None:
    data, _ = drawn("plotter", segments=3000)
    text = contents(data)
    assert text.count(b" cm\n") == 1
    assert b" re " not in text
    assert max(line.count(b" l") for line in text.splitlines() if line.endswith(b"S")) == 1
    widths = [float(width) for width in re.findall(rb"([\d.]+) w ", text)]
    assert widths == sorted(widths)
    assert plotter.UNITS == 0.01


@pytest.mark.parametrize(
    ("producer", "mark"), [("matplotlib-3", b"/Type3"), ("matplotlib-42", b"/FontFile2")]
)
def test_fonts_of_matplotlib(producer: str, mark: bytes) -> None:
    assert mark in drawn(producer)[0]


@pytest.mark.skipif(bool(WITHOUT_CAIRO), reason=WITHOUT_CAIRO)
def test_what_cairo_does_its_own_way() -> None:
    text = contents(drawn("cairo", xobject=True)[0])
    assert b"TJ" in text
    assert b"/S /Transparency" in drawn("cairo", xobject=True)[0] + text
    chinese, _ = drawn("cairo", language="zh", tables=(Table(seed=5, language="zh"),))
    assert b"/ActualText" in contents(chinese)


def test_pages_of_several_producers_are_joined(wrong_lines) -> None:
    sheets = tuple(replace(BASE, producer=p) for p in ("cad", "matplotlib-42", "reportlab"))
    data, truth = draw_drawing(Drawing(sheets))
    assert len(truth.pages) == 3
    assert wrong_lines(data, truth) == []


@pytest.mark.parametrize(
    ("producer", "changes"),
    [
        ("cairo", {"hidden": "clipped"}),
        ("cairo", {"user_unit": 2.0}),
        ("matplotlib-42", {"language": "pl"}),
        ("matplotlib-42", {"tables": (Table(language="zh"),)}),
        ("matplotlib-3", {"hidden": "invisible"}),
        ("matplotlib-3", {"tables_as": "picture"}),
        ("matplotlib-3", {"user_unit": 2.0}),
    ],
    ids=str,
)
def test_what_a_producer_lacks_is_said(producer: str, changes: dict[str, Any]) -> None:
    assert missing(replace(BASE, producer=producer, **changes))
    with pytest.raises(CannotDraw, match=f"{producer} cannot draw this sheet: "):
        drawn(producer, **changes)


def test_without_cairo_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent() -> None:
        raise OSError("no library called cairo")

    monkeypatch.setattr(cairo, "_library", absent)
    with pytest.raises(CannotDraw, match="not installed"):
        drawn("cairo")
