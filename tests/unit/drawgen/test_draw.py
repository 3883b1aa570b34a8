"""Every dimension of a sheet draws, the same every time, and says what its truth says."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path
from random import Random

import pypdfium2
import pytest

import drawgen
from drawgen import DoesNotFit, Drawing, Sheet, Table, draw_drawing, spec
from drawgen.linework import linework
from drawgen.producers import OWN
from drawgen.randomise import random_drawing, random_sheet

BASE = Sheet(seed=5, segments=300, tables=(Table(seed=5, rows=6),))
GERMAN = {"decimal": ",", "thousands": "."}

TABLES: dict[str, list[object]] = {
    "language": list(spec.LANGUAGES),
    "columns": [
        ("description", "quantity"),
        ("position", "quantity", "article_number", "description", "material", "remarks"),
        ("quantity", "description", "standard", "length", "drawing", "weight"),
        tuple(reversed(spec.SIX)),
    ],
    "rows": [1, 3, 40],
    "part": [(0, 2), (2, 6)],
    "header": list(spec.HEADERS),
    "header_style": list(spec.HEADER_STYLES),
    "spelling": [0, 1, 2, 3],
    "caption": [True],
    "ruling": list(spec.RULINGS),
    "wrap": list(spec.WRAPS),
    "split_words": [True],
    "overflow": [True],
    "align": list(spec.ALIGNS),
    "empty": [0.3],
    "dash": [0.3],
    "sections": [1, 3],
    "repeat_header": [2],
    "total": [False],
    "wrong_total": [True],
    "decimal": [","],
    "thousands": [",", " ", "'"],
    "weight_unit": ["kg", " kg"],
    "weight_decimals": [0, 3],
    "weight_means": ["row"],
    "rounding": list(spec.ROUNDINGS),
    "quantity_units": [True],
    "positions": list(spec.POSITIONS),
    "equal_rows": [True],
    "quantity_forms": list(spec.QUANTITY_FORMS),
    "assemblies": [True],
    "prepared": [2],
    "second_total": [True],
    "merged": [2],
    "blank_rows": [2],
    "uneven": [True],
    "lines": list(spec.LINES),
    "shaded": [True],
    "turned_header": [True],
    "struck": [2],
    "revision_marks": [2],
    "tight": [True],
    "squeezed": [True],
    "touching": [0],  # other readers do not part such texts
    "footnote": [True],
    "one_header": [True],
    "seed": [2],
}
SHEETS: dict[str, list[object]] = {
    "seed": [9],
    "size": list(spec.SIZES),
    "tables": [(), (Table(), Table(seed=3))],
    "place": list(spec.PLACES),
    "stacked": ["across"],
    "language": list(spec.LANGUAGES),
    "producer": list(OWN),  # the others: test_producers.py
    "rotate": [0, 90, 180, 270],
    "sideways": [0, 90, 180, 270],
    "origin": [(-400.0, -300.0), (50.0, 20.0)],
    "user_unit": [2.0],
    "font": list(spec.FONTS),
    "font_size": [5.0, 11.0],
    "placement": list(spec.PLACEMENTS),
    "units": [0.1, 0.72],
    "overprint": [True],
    "xobject": [True],
    "text_order": list(spec.TEXT_ORDERS),
    "scene": list(spec.SCENES),
    "segments": [0, 20_000],
    "decoys": [frozenset(), frozenset(spec.DECOYS)],
    "tables_as": list(spec.TABLES_AS),
    "hidden": list(spec.HIDDEN),
    "kks": [0, 5],
    "su": [3],
    "codes": [("1LBA10BQ001", "1LBA10BQ002/SU")],
    "kks_style": list(spec.KKS_STYLES),
    "title": ["TRÄGER"],
}


def test_every_dimension_is_tried() -> None:
    assert set(TABLES) == {field.name for field in fields(Table)}
    assert set(SHEETS) == {field.name for field in fields(Sheet)}


@pytest.mark.parametrize(
    ("name", "value"), [(n, v) for n, values in TABLES.items() for v in values], ids=str
)
def test_dimension_of_a_table(name: str, value: object, wrong_lines) -> None:
    changes = {name: value}
    if name == "thousands" and value == ",":
        changes["decimal"] = "."
    sheet = replace(BASE, tables=(replace(BASE.tables[0], **changes),))
    data, truth = draw_drawing(Drawing((sheet,)))
    assert truth.pages[0].tables[0].rows
    assert wrong_lines(data, truth) == []


@pytest.mark.parametrize(
    ("name", "value"), [(n, v) for n, values in SHEETS.items() for v in values], ids=str
)
def test_dimension_of_a_sheet(name: str, value: object, wrong_lines) -> None:
    sheet = replace(BASE, **{name: value})
    data, truth = draw_drawing(Drawing((sheet,)))
    pictured = value in ("picture", "outlines")
    assert len(truth.pages[0].tables) == (0 if pictured else len(sheet.tables))
    if name != "hidden" and value != "annotated":  # pdfium gives hidden words, but no annotations
        assert wrong_lines(data, truth, sheet.sideways) == []
    assert len(truth.pages[0].kks) == (len(sheet.codes) or sheet.kks + sheet.su)


def test_of_the_parts_of_a_list_one_prints_the_header_for_all(wrong_lines) -> None:
    whole = Table(rows=6, one_header=True)
    parts = tuple(replace(whole, part=part) for part in ((0, 3), (3, 6)))
    data, truth = draw_drawing(Drawing((replace(BASE, tables=parts, stacked="across"),)))
    assert wrong_lines(data, truth) == []
    first, second = truth.pages[0].tables
    assert first.header_boxes and not second.header_boxes
    assert [len(table.rows) for table in (first, second)] == [3, 3]
    # As wide as each other, though their texts are not.
    assert first.box[2] - first.box[0] == pytest.approx(second.box[2] - second.box[0])


def test_turns_combine(wrong_lines) -> None:
    for rotate in (90, 180, 270):
        for sideways in (90, 180, 270):
            sheet = replace(BASE, rotate=rotate, sideways=sideways, origin=(-9.0, 7.0), units=0.1)
            data, truth = draw_drawing(Drawing((sheet,)))
            assert wrong_lines(data, truth, sideways) == []


def test_codes_stand_on_the_page() -> None:
    for style in ("plain", "rotated", "split"):
        sheet = replace(BASE, tables=(), codes=("1LBA10BQ001", "1LBA10BQ002/SU"), kks_style=style)
        data, truth = draw_drawing(Drawing((sheet,)))
        text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
        assert "1LBA10BQ002/SU" in text
        assert truth.pages[0].kks == ["1LBA10BQ001", "1LBA10BQ002"]
        assert truth.pages[0].su == ["1LBA10BQ002"]


@pytest.mark.parametrize("what", ["picture", "outlines"])
def test_a_table_without_text_is_no_text(what: str) -> None:
    whole, _ = draw_drawing(Drawing((BASE,)))
    data, truth = draw_drawing(Drawing((replace(BASE, tables_as=what),)))
    texts = [pypdfium2.PdfDocument(d)[0].get_textpage().get_text_range() for d in (whole, data)]
    assert "ARTICLE" in texts[0]
    assert "ARTICLE" not in texts[1]
    assert truth.error_code == "NO_TEXT"
    assert truth.scored("a.pdf")[0]["rows"] is None


def test_equal_rows_are_equal_and_both_there() -> None:
    table = Table(rows=6, equal_rows=True)
    _, truth = draw_drawing(Drawing((Sheet(tables=(table,)),)))
    cells = [row.row.cells for row in truth.pages[0].tables[0].rows]
    assert cells[2] == cells[3]
    assert len(cells) == 6


def test_a_list_at_the_bottom_grows_upwards() -> None:
    table = Table(rows=4, header="bottom")
    _, truth = draw_drawing(Drawing((Sheet(tables=(table,)),)))
    said = truth.pages[0].tables[0]
    assert [row.row.cells["position"] for row in said.rows] == ["4", "3", "2", "1"]
    heights = [row.boxes["position"][1] for row in said.rows]
    assert heights == sorted(heights)
    assert said.header_boxes["position"][1] > heights[-1]


def test_too_much_for_the_sheet_is_said() -> None:
    with pytest.raises(DoesNotFit, match="points of tables"):
        draw_drawing(Drawing((Sheet(size="A4", tables=(Table(rows=40),) * 4),)))


def test_number_of_segments() -> None:
    for wanted in (5_000, 100_000, 400_000):
        assert linework("platform", 0, wanted).segments == pytest.approx(wanted, rel=0.03)
    assert linework("platform", 0, 0).segments == 0


def test_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib, random; from drawgen.randomise import random_drawing as d;"
        "print([hashlib.sha256(d(random.Random(s), 2)[1]).hexdigest() for s in range(4)])"
    )
    root = Path(drawgen.__file__).parents[1]
    environment = {**os.environ, "PYTHONPATH": str(root), "PYTHONHASHSEED": "77"}
    shown = subprocess.run(
        [sys.executable, "-c", code], env=environment, check=True, capture_output=True, text=True
    ).stdout
    here = [hashlib.sha256(random_drawing(Random(s), 2)[1]).hexdigest() for s in range(4)]
    assert shown.strip() == str(here)


@pytest.mark.parametrize("seed", range(40))
def test_random_drawings(seed: int, wrong_lines) -> None:
    drawing, data, truth = random_drawing(Random(seed), 1, 300)
    if not drawing.sheets[0].hidden and drawing.sheets[0].tables_as != "annotated":
        assert wrong_lines(data, truth, drawing.sheets[0].sideways) == []


def test_random_sheets_have_every_dimension() -> None:
    sheets = [random_sheet(Random(seed)) for seed in range(300)]
    fixed = {"codes", "title"}
    for name in SHEETS.keys() - fixed:
        assert len({repr(getattr(sheet, name)) for sheet in sheets}) > 1, name
    assert {sheet.producer for sheet in sheets} == set(OWN)
    assert {sheet.tables_as for sheet in sheets} == set(spec.TABLES_AS)
    assert {sheet.hidden for sheet in sheets} == set(spec.HIDDEN)
