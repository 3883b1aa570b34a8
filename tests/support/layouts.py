"""One small drawing per class of sheet that real offices make: what the golden files are of."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

from drawgen import Drawing, Sheet, Table, spec

Layout = tuple[str, Drawing]
"""What is special about the class, and a drawing of it."""

GERMAN = Table(language="de", decimal=",", thousands=".")
SOLIDWORKS = ("position", "article_number", "description", "quantity")
INVENTOR = ("position", "quantity", "article_number", "description")
ISOMETRIC = ("position", "description", "length", "article_number", "quantity")


def _table(table: Table | None = None, **changes: Any) -> Table:
    return replace(table or Table(), **{"rows": 5, **changes})


def _sheet(*tables: Table, **changes: Any) -> Sheet:
    given = [replace(table, seed=table.seed + number) for number, table in enumerate(tables)]
    language = tables[0].language if tables else "en"
    return Sheet(**{"seed": 7, "segments": 300, "language": language, **changes}, tables=(*given,))


def _one(table: Table, **changes: Any) -> Drawing:
    return Drawing((_sheet(table, **changes),))


def _turned(**changes: Any) -> Drawing:
    return _one(_table(seed=31), **changes)


def _stacks() -> Drawing:
    whole = _table(seed=11, rows=10, columns=INVENTOR)
    parts = (replace(whole, part=(0, 5)), replace(whole, part=(5, 10)))
    return Drawing((replace(_sheet(stacked="across"), tables=parts),))


def _pages() -> Drawing:
    whole = _table(GERMAN, seed=12, rows=15)
    cuts = pairwise((0, 6, 12, 15))
    return Drawing(
        tuple(replace(_sheet(whole), seed=50 + cut[0], tables=(replace(whole, part=cut),))
              for cut in cuts)
    )  # fmt: skip


def _producer(name: str, **changes: Any) -> Drawing:
    return _one(_table(seed=41, wrap="centred"), producer=name, **changes)


LAYOUTS: dict[str, Layout] = {
    # where the header stands and what it says
    "header top": ("ruled, header on top, six columns, TOTAL", _one(_table())),
    "header bottom": (
        "the list grows upwards from its header",
        _one(_table(seed=2, header="bottom"), place="bottom-right"),
    ),
    "header stacked": (
        "header words over each other, units below",
        _one(_table(GERMAN, seed=3, header_style="stacked", spelling=3)),
    ),
    "header grouped": (
        "one word over both weight columns",
        _one(_table(seed=4, header_style="grouped")),
    ),
    "header repeated": (
        "the header again after some rows",
        _one(_table(seed=5, rows=9, repeat_header=4)),
    ),
    "caption": ("a caption over the list", _one(_table(seed=6, caption=True))),
    # rulings
    "unruled": ("no ruling at all", _one(_table(seed=7, ruling="none"))),
    "ruled under header": (
        "half ruled: lines at the header",
        _one(_table(seed=8, ruling="header")),
    ),
    "ruled rows": ("half ruled: lines between rows", _one(_table(seed=9, ruling="rows"))),
    "ruled columns": ("half ruled: lines between columns", _one(_table(seed=10, ruling="columns"))),
    # arrangements
    "isometric": (
        "unruled, sections between rows, header repeated, quantities with units",
        _one(
            _table(
                seed=13,
                rows=9,
                columns=ISOMETRIC,
                ruling="none",
                sections=3,
                total=False,
                repeat_header=5,
                quantity_units=True,
            ),
            scene="isometric",
            place="top-left",
        ),
    ),
    "stacks side by side": ("one list in two stacks", _stacks()),
    "two lists": ("two lists on one page", Drawing((_sheet(_table(seed=14), _table(seed=15)),))),
    "several pages": ("one list over three pages, TOTAL on the last", _pages()),
    # cells
    "wrapped, first line": ("position on the first line", _one(_table(seed=89, wrap="first"))),
    "wrapped, unruled": (
        "position on the first line, no ruling",
        _one(_table(seed=169, wrap="first", ruling="none")),
    ),
    "wrapped, centred": (
        "position in the middle of wrapped lines, no ruling",
        _one(_table(seed=172, wrap="centred", ruling="none")),
    ),
    "split words": ("lines broken in mid-word", _one(_table(seed=107, split_words=True))),
    "overflow": (
        "long texts run into the empty cell beside them",
        _one(_table(seed=19, columns=(*INVENTOR, "remarks"), overflow=True, empty=0.4)),
    ),
    "empty cells": ("empty cells and dashes", _one(_table(seed=20, empty=0.3, dash=0.2))),
    "further columns": (
        "columns beyond the six",
        _one(_table(seed=21, columns=(*SOLIDWORKS, "material", "standard", "length"))),
    ),
    "no position": (
        "quantity first, no position column",
        _one(_table(seed=22, columns=("quantity", "article_number", "description", "weight"))),
    ),
    "equal rows": ("two rows equal in every cell", _one(_table(seed=23, equal_rows=True))),
    # figures
    "german total": (
        "decimal comma, thousands, GESAMT",
        _one(_table(GERMAN, seed=24, rows=8, weight_decimals=2)),
    ),
    "weight of the row": (
        "WEIGHT alone is that of the whole row",
        _one(_table(seed=25, columns=(*SOLIDWORKS, "weight"), weight_means="row")),
    ),
    "wrong total": ("the drawing's own TOTAL is wrong", _one(_table(seed=26, wrong_total=True))),
    "gaps in positions": ("positions with gaps", _one(_table(seed=27, positions="gaps"))),
    # languages
    **{
        f"language {language}": (
            f"header in another language ({language})",
            _one(_table(seed=28, language=language, decimal=",")),
        )
        for language in ("de", "pl", "es", "fr", "vi", "zh")
    },
    # how the sheet lies on its page
    **{f"rotated {turn}": (f"/Rotate {turn}", _turned(rotate=turn)) for turn in (90, 180, 270)},
    **{
        f"sideways {turn}": (f"displayed turned by {turn}", _turned(sideways=turn))
        for turn in (90, 270)
    },
    "shifted box": ("page box does not start at 0, 0", _turned(origin=(-595.5, -421.0))),
    "forms": ("text in nested form XObjects", _turned(xobject=True)),
    "overprint": ("every text printed twice", _turned(overprint=True)),
    "hidden words": ("words that nobody sees", _turned(hidden="invisible")),
    # producers
    **{f"from {name}": (f"written as by {name}", _producer(name)) for name in spec.PRODUCERS[1:]},
    # sheets without a list that can be read
    "decoys only": (
        "no parts list, all kinds of other tables",
        Drawing((_sheet(decoys=frozenset(spec.DECOYS)),)),
    ),
    "pasted picture": ("the list is a picture", _one(_table(seed=42), tables_as="picture")),
    "outlined text": ("the letters of the list are strokes", _one(_table(), tables_as="outlines")),
}
