"""Hypothesis over the dimensions of the generator: each is drawn on its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from drawgen import Drawing, Sheet, Table, spec, words
from drawgen.producers import OWN
from drawgen.randomise import fitting

Same = st.SearchStrategy[Any]


def choice(*values: Any) -> Same:
    """One of the values; the first is the simplest."""
    return st.sampled_from(values)


@st.composite
def columns(draw: st.DrawFn) -> tuple[str, ...]:
    """Columns that still say what the rows are, in the order of the six or in another one."""
    keys = list(spec.SIX) if draw(st.booleans()) else [
        *draw(choice(("position",), ())),
        "quantity",
        *draw(choice(("article_number", "description"), ("description",), ("article_number",))),
        *draw(choice((), ("weight",), ("weight", "total_weight"))),
    ]  # fmt: skip
    keys += draw(st.lists(st.sampled_from(words.EXTRAS), max_size=2, unique=True))
    while len(keys) < 3:
        keys.append("weight")
    if draw(st.integers(0, 3)) == 3:
        keys = [*keys[:1], *draw(st.permutations(keys[1:]))]
    return tuple(keys)


@st.composite
def tables(draw: st.DrawFn, language: str) -> Table:
    """One parts list."""
    header = draw(choice("top", "top", "bottom"))
    mark = draw(choice(".", ",")) if language in ("en", "vi", "zh") else ","
    return Table(
        seed=draw(st.integers(1, 10_000)),
        language=language,
        columns=draw(columns()),
        rows=draw(st.integers(3, 14)),
        header=header,
        header_style=draw(choice(*spec.HEADER_STYLES)),
        spelling=draw(st.integers(0, 3)),
        caption=draw(st.booleans()),
        ruling=draw(choice("full", "full", *spec.RULINGS)),
        wrap=draw(choice("first", "centred", "none")),
        align=draw(choice("mixed", *spec.ALIGNS)),
        empty=draw(choice(0.0, 0.1, 0.25)),
        dash=draw(choice(0.0, 0.0, 0.1)),
        sections=draw(choice(0, 0, 0, 2)) if header == "top" else 0,
        repeat_header=draw(choice(0, 0, 0, 6)) if header == "top" else 0,
        total=draw(st.booleans()),
        wrong_total=draw(choice(False, False, False, False, True)),
        decimal=mark,
        thousands=draw(choice("", "", " ", "." if mark == "," else ",")),
        weight_unit=draw(choice("", "", "kg", " kg")),
        weight_decimals=draw(choice(1, 2, 3, 0)),
        weight_means=draw(choice("unit", "row")),
        rounding=draw(choice(*spec.ROUNDINGS)),
        positions=draw(choice("count", *spec.POSITIONS)),
        equal_rows=draw(choice(False, False, True)),
    )


@st.composite
def sheets(draw: st.DrawFn, lists: int = 1) -> Sheet:
    """One page with up to ``lists`` parts lists, on paper that they fit."""
    language = draw(choice(*spec.LANGUAGES))
    own = [draw(tables(language)) for _ in range(draw(st.integers(min(lists, 1), lists)))]
    upwards = own and own[0].header == "bottom"
    sheet = Sheet(
        seed=draw(st.integers(1, 10_000)),
        size=draw(choice("A3", "A4", "B", "A2")),
        tables=tuple(own),
        place=draw(choice(*(spec.PLACES[2:] if upwards else spec.PLACES))),
        language=language,
        producer=draw(choice(*OWN)),
        font=draw(choice(*spec.FONTS)),
        font_size=draw(choice(7.5, 5.0, 10.0)),
        segments=draw(choice(0, 300)),
        scene=draw(choice(*spec.SCENES)),
        decoys=frozenset(draw(st.sets(st.sampled_from(spec.DECOYS)))),
        kks_style=draw(choice(*spec.KKS_STYLES)),
    )
    sheet = replace(sheet, **draw(handlings()))
    return fitting(sheet) if own else sheet


@st.composite
def handlings(draw: st.DrawFn) -> dict[str, Any]:
    """How a sheet was put on its page: changes of a sheet that change nothing on it."""
    changes: dict[str, Same] = {
        "rotate": choice(90, 180, 270),
        "origin": choice((-595.5, -421.0), (100.0, 50.0)),
        "user_unit": choice(2.0, 0.5),
        "placement": choice("word", "char"),
        "units": choice(0.1, 0.72),
        "overprint": st.just(True),
        "xobject": st.just(True),
        "text_order": choice("columns", "shuffled"),
        "hidden": choice("invisible", "clipped"),
    }
    names = draw(st.sets(st.sampled_from(sorted(changes)), max_size=3))
    return {name: draw(changes[name]) for name in sorted(names)}


def drawings(lists: int = 1, pages: int = 1) -> st.SearchStrategy[Drawing]:
    """A file of 1 to ``pages`` pages."""
    several = st.lists(sheets(lists), min_size=1, max_size=pages)
    return st.builds(Drawing, several.map(tuple))
