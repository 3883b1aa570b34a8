"""Random drawings for the benchmarks: a known share has several pages, another no list at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from random import Random
from typing import Any

from drawgen import FileTruth, draw_drawing
from drawgen.folder import Entry
from drawgen.randomise import HABITS, fitting, habit, level, random_drawing, random_sheet
from drawgen.spec import Drawing, Sheet

TWO_PAGES = 5  # every fifth drawing has two pages
NO_LIST = 6  # every sixth holds nothing but decoys


def draw(
    seed: int,
    index: int,
    segments: int = 200,
    lists_as: str = "",
    habits: Mapping[str, Any] | None = None,
) -> tuple[bytes, FileTruth]:
    """Drawing ``index`` of the set ``seed``: its bytes and its truth.

    ``lists_as``: 'text', 'picture' or 'outlines' for all of its lists, '' as it comes; ``habits``
    (drawgen.randomise.HABITS) are those of all lists, as far as there is room for them.
    """
    rng = Random(seed * 1_000_003 + index)
    if index % NO_LIST == NO_LIST - 1:
        return draw_drawing(Drawing((replace(random_sheet(rng, segments), tables=()),)))
    drawing, data, truth = random_drawing(rng, 2 if index % TWO_PAGES == 0 else 1, segments)
    if lists_as:
        sheets = (level(replace(sheet, tables_as=lists_as)) for sheet in drawing.sheets)
        drawing = replace(drawing, sheets=tuple(sheets))
    if habits:
        sheets = (fitting(with_habits(sheet, habits)) for sheet in drawing.sheets)
        drawing = replace(drawing, sheets=tuple(sheets))
    return draw_drawing(drawing) if lists_as or habits else (data, truth)


def chosen(name: str, index: int) -> dict[str, Any]:
    """The rare habit that all lists of drawing ``index`` have; '' for none."""
    choices = HABITS.get(name)
    return {name: choices[index % len(choices)]} if choices else {}


def with_habits(sheet: Sheet, habits: Mapping[str, Any]) -> Sheet:
    """The sheet with these habits in each of its lists; parts of one list get them alike."""
    tables = (
        replace(table, **habit(Random(f"habits {table.seed}"), table, dict(habits)))
        for table in sheet.tables
    )
    sheet = replace(sheet, tables=tuple(tables))
    return sheet if sheet.tables_as == "text" else level(sheet)


def drawn(count: int, seed: int, segments: int = 200) -> Iterator[Entry]:
    """The drawings as a folder wants them; each is a source of its own."""
    for index in range(count):
        yield f"{index:04d}/drawing.pdf", partial(draw, seed, index, segments), 0
