"""Random specifications: every dimension is drawn on its own, then made to fit the sheet."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

from . import spec, words
from .draw import DoesNotFit, draw_drawing
from .producers import OWN
from .spec import Drawing, Sheet, Table
from .truth import FileTruth


def random_table(rng: Random, language: str, seed: int) -> Table:
    """One parts list with every dimension drawn on its own."""
    keys = list(spec.SIX)
    if rng.random() < 0.5:  # any subset that still says what the rows are
        keys = [k for k in keys if rng.random() < 0.75]
        if not {"article_number", "description"} & set(keys):
            keys.append(rng.choice(("article_number", "description")))
        if "quantity" not in keys:
            keys.append("quantity")
        if "total_weight" in keys and "weight" not in keys:
            keys.remove("total_weight")
        if len(keys) < 3:
            keys.append("position" if "position" not in keys else "weight")
    extras = [k for k in words.EXTRAS if rng.random() < 0.15]
    keys += [k for k in extras if k not in keys]
    if rng.random() < 0.4:
        first = [k for k in keys if k == "position"]
        rest = [k for k in keys if k not in first]
        rng.shuffle(rest)
        keys = first + rest
    else:
        order = [*spec.SIX[:4], *words.EXTRAS, *spec.SIX[4:]]
        keys.sort(key=order.index)
    decimal = rng.choice(",.") if language in ("en", "zh", "vi") else ","
    header = "bottom" if rng.random() < 0.25 else "top"
    table = Table(
        seed=seed,
        language=language,
        columns=tuple(dict.fromkeys(keys)),
        rows=min(40, 3 + int(rng.expovariate(1 / 9))),
        header=header,
        header_style=rng.choice(("plain", "stacked", "stacked", "grouped")),
        spelling=rng.randrange(4),
        caption=rng.random() < 0.3,
        ruling=rng.choice(("full", "full", "full", *spec.RULINGS)),
        wrap=rng.choice(("first", "first", "centred", "none")),
        split_words=rng.random() < 0.1,
        overflow=rng.random() < 0.08,
        align=rng.choice(("mixed", "mixed", *spec.ALIGNS)),
        empty=rng.choice((0.0, 0.0, 0.1, 0.25)),
        dash=rng.choice((0.0, 0.0, 0.0, 0.1)),
        sections=rng.choice((0, 0, 0, 0, 2, 3)) if header == "top" else 0,
        repeat_header=rng.choice((0,) * 8 + (6, 10)) if header == "top" else 0,
        total=rng.random() < 0.7,
        wrong_total=rng.random() < 0.05,
        decimal=decimal,
        thousands=rng.choice(("", "", "", " ", "." if decimal == "," else ",")),
        weight_unit=rng.choice(("", "", "", "kg", " kg")),
        weight_decimals=rng.choice((1, 1, 2, 2, 3, 0)),
        weight_means=rng.choice(("unit", "row")),
        rounding=rng.choice(("printed", "printed", "hidden")),
        quantity_units=rng.random() < 0.12,
        positions=rng.choice(("count",) * 5 + spec.POSITIONS),
        equal_rows=rng.random() < 0.15,
    )
    return replace(table, **_habits(Random(f"habits that came later {seed}"), table))


HABITS: dict[str, tuple[object, ...]] = {
    "quantity_forms": spec.QUANTITY_FORMS[1:],
    "assemblies": (True,),
    "prepared": (1, 2, 4),
    "second_total": (True,),
    "blank_rows": (2, 5),
    "uneven": (True,),
    "lines": spec.LINES[1:],
    "shaded": (True,),
    "turned_header": (True,),
    "struck": (3, 7),
    "revision_marks": (4, 9),
    "tight": (True,),
    "squeezed": (True,),
    "footnote": (True,),
    "touching": (1, 2, 3),
    "columns": ("other",),
    "positions": ("anew",),
    "merged": (2, 3),
}
"""Rare habits of lists and what they may be."""
RARE = 0.04
"""Share of the lists that have one of them."""


def _habits(rng: Random, table: Table) -> dict[str, Any]:
    """What a list has of rare habits; the other dimensions stay what they are."""
    found = {name: rng.choice(values) for name, values in HABITS.items() if rng.random() < RARE}
    return habit(rng, table, found)


def habit(rng: Random, table: Table, wanted: dict[str, Any]) -> dict[str, Any]:
    """The fields of ``table`` that these habits change, with those that they need."""
    found = dict(wanted)
    if found.get("columns") == "other":  # a column that no table of spellings knows
        place = rng.randrange(1, len(table.columns) + 1)
        found["columns"] = (*table.columns[:place], "other", *table.columns[place:])
    if found.get("positions") == "anew":
        found |= {"header": "top", "sections": table.sections or 2}
    return found


MOST_REDRAWN = 20_000
"""Segments up to which a sheet may come from a plotter driver, which writes each by itself."""


def random_sheet(rng: Random, segments: int | None = None) -> Sheet:
    """One page; ``segments`` fixes the amount of line work. It may turn out too full to draw.

    Producers are those that draw every sheet alike on every machine.
    """
    language = rng.choice(("en",) * 6 + ("de",) * 6 + ("pl", "es", "fr", "vi", "zh"))
    seed = rng.randrange(1, 10**6)
    tables = [random_table(rng, language, seed)]
    stacked = "down"
    arrangement = rng.random()
    if arrangement < 0.08:  # one list in two stacks side by side
        whole = replace(tables[0], rows=max(tables[0].rows, 6), sections=0, repeat_header=0)
        half = (whole.rows + 1) // 2
        whole = replace(whole, one_header=arrangement < 0.025 and whole.header == "top")
        tables = [replace(whole, part=(0, half)), replace(whole, part=(half, whole.rows))]
        stacked = "across"
    elif arrangement < 0.16:  # two lists
        other = replace(tables[0], seed=seed + 1, rows=rng.randrange(3, 9))
        tables.append(other)
    quiet = rng.random() < 0.25
    decoys = {d for d in spec.DECOYS if rng.random() < (0.1 if quiet else 0.45)}
    if rng.random() < 0.9:
        decoys.add("title_block")
    sheet = Sheet(
        seed=seed,
        size=rng.choice(("A3", "A3", "A3", "A2", "A1", "B", "A4")),
        tables=tuple(tables),
        place=rng.choice(spec.PLACES if tables[0].header == "top" else spec.PLACES[2:]),
        stacked=stacked,
        language=language,
        rotate=rng.choice((0, 0, 0, 90, 180, 270)),
        sideways=rng.choice((0,) * 9 + (90, 180, 270)),
        origin=rng.choice(((0.0, 0.0),) * 4 + ((-595.5, -421.0), (100.0, 50.0))),
        font=rng.choice(("Helvetica", "Helvetica", "Helvetica", *spec.FONTS)),
        font_size=rng.choice((5.0, 6.0, 7.0, 7.5, 8.0, 9.0, 10.0)),
        placement=rng.choice(("run", "run", "word", "char")),
        units=rng.choice((1.0, 1.0, 1.0, 0.1, 0.72)),
        overprint=rng.random() < 0.08,
        xobject=rng.random() < 0.1,
        text_order=rng.choice(("rows", "rows", "columns", "shuffled")),
        segments=rng.choice((0, 300, 1500, 5000)) if segments is None else segments,
        decoys=frozenset(decoys),
        kks=rng.choice((0, 1, 1, 1, 2, 4)),
        su=rng.choice((0, 0, 0, 1, 2)),
        kks_style=rng.choice(("plain", "plain", "plain", "rotated", "spaced", "split")),
    )
    own = Random(f"dimensions that came later {seed}")  # the others stay what they were
    producer = own.choice(("reportlab",) * 5 + OWN)
    sheet = replace(
        sheet,
        scene=own.choice(spec.SCENES),
        producer=producer if sheet.segments <= MOST_REDRAWN else "reportlab",
        hidden=own.choice(("",) * 16 + spec.HIDDEN),
        tables_as=own.choice(("text",) * 30 + spec.TABLES_AS),
        user_unit=own.choice((1.0,) * 20 + (0.5, 2.0)),
    )
    return sheet if sheet.tables_as == "text" else level(sheet)


def level(sheet: Sheet) -> Sheet:
    """The sheet without upright and squeezed texts, which only lists that are text have."""
    plain = (replace(t, turned_header=False, squeezed=False) for t in sheet.tables)
    return replace(sheet, tables=tuple(plain))


def fitting(sheet: Sheet) -> Sheet:
    """``sheet``, on larger paper or with fewer rows when its tables do not fit."""
    while True:
        try:
            draw_drawing(Drawing((replace(sheet, segments=0),)))
        except DoesNotFit:
            sheet = _roomier(sheet)
        else:
            return sheet


def random_drawing(
    rng: Random, pages: int = 1, segments: int | None = None
) -> tuple[Drawing, bytes, FileTruth]:
    """A random file that fits its paper, with its bytes and its truth."""
    sheets = tuple(random_sheet(rng, segments) for _ in range(pages))
    while True:
        try:
            data, truth = draw_drawing(Drawing(sheets))
        except DoesNotFit:
            sheets = tuple(fitting(sheet) for sheet in sheets)
        else:
            return Drawing(sheets), data, truth


def _roomier(sheet: Sheet) -> Sheet:
    sizes = ("A4", "B", "A3", "A2", "A1")
    place = sizes.index(sheet.size)
    if place + 1 < len(sizes):
        return replace(sheet, size=sizes[place + 1])
    fewer = []
    for table in sheet.tables:
        rows = max(3, table.rows * 2 // 3)
        part = table.part and ((0, rows // 2) if table.part[0] == 0 else (rows // 2, rows))
        fewer.append(replace(table, rows=rows, part=part))
    return replace(sheet, tables=tuple(fewer))
