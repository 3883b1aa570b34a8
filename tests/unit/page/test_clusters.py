"""Letters that hang together, found row by row; those of a list stand in lines and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bomflow.page import outlines
from bomflow.page.lettering import Mark
from bomflow.page.outlines import _BELOW, _BESIDE, LEAST_LETTERS, _clusters
from bomflow.page.words import Box
from strokes import strokes_of

CELLS = st.sets(st.tuples(st.integers(-20, 20), st.integers(-8, 8)), max_size=40)


@given(CELLS)
def test_clusters(cells: set[tuple[int, int]]) -> None:
    rows: dict[int, dict[int, list[Mark]]] = {}
    for x, y in cells:
        rows.setdefault(y, {})[x] = [Mark((x, y, x, y), [])] * LEAST_LETTERS
    found = [{(int(b[0]), int(b[1])) for b, _ in cluster} for cluster in _clusters(rows)]
    assert sorted(map(sorted, found)) == sorted(map(sorted, searched(cells)))


def searched(cells: set[tuple[int, int]]) -> list[set[tuple[int, int]]]:
    rest, found = set(cells), []
    while rest:
        cluster, new = set(), {rest.pop()}
        while new:
            cluster |= new
            new = {
                (x, y)
                for x, y in rest
                if any(abs(x - i) <= _BESIDE and abs(y - k) <= _BELOW for i, k in new)
            }
            rest -= new
        found.append(cluster)
    return found


def test_a_few_paths_are_no_cluster() -> None:
    few = [Mark((0.0, 0.0, 1.0, 1.0), [])] * (LEAST_LETTERS - 1)
    assert list(_clusters({0: {0: few}})) == []
    assert len(list(_clusters({0: {0: few, 6: few}}))) == 1
    assert len(list(_clusters({0: {0: few, 7: few}}))) == 0


COLUMNS = (100.0, 130.0, 200.0, 330.0)
ROWS = [
    ("POS", "NUMBER", "DESCRIPTION", "QTY"),
    ("1", "26-5522", "SPRING HANGER TYPE 7", "6"),
    ("2", "9950-31", "CLEVIS WITH PIN", "1"),
    ("3", "81-4928", "WELDED BRACKET L=195", "24"),
]


def drawn(rows: list[tuple[str, ...]], single: bool = False, pitch: float = 12.0) -> list[Box]:
    return [
        stroke
        for number, row in enumerate(rows)
        for x, text in zip(COLUMNS, row, strict=False)
        for stroke in strokes_of(text, x, 100 + pitch * number, 7, single)
    ]


def tables_of(boxes: list[Box]) -> list[Box]:
    return outlines.outlined_tables(boxes, lambda number: 1)


def turned(boxes: list[Box]) -> list[Box]:
    return [(top, x0, bottom, x1) for x0, top, x1, bottom in boxes]


@pytest.mark.parametrize("single", [False, True], ids=["polylines", "segments"])
def test_a_list_of_three_rows(single: bool) -> None:
    [found] = tables_of(drawn(ROWS, single))
    assert found == pytest.approx((100, 95, 343, 136), abs=3)


def test_letters_of_a_sheet_that_is_drawn_sideways() -> None:
    [upright] = tables_of(drawn(ROWS))
    [x0, top, x1, bottom] = tables_of(turned(drawn(ROWS)))[0]
    assert (top, x0, bottom, x1) == upright


def test_headings_and_wrapped_lines_between_the_rows() -> None:
    heading, more = ("PIPE SUPPORTS AND HANGERS",), ("", "", "ACCORDING TO DRAWING")
    rows = [ROWS[0], heading, ROWS[1], more, ROWS[2], heading, ROWS[3], more]
    assert len(tables_of(drawn(rows))) == 1


def test_figures_alone_in_their_columns_count_with_the_words_between() -> None:
    """Positions and quantities of one figure have nobody beside them."""
    rows = [(str(n), "", f"WELDED BRACKET L=1{n}5", str(n % 3 + 1)) for n in range(1, 7)]
    assert len(tables_of(drawn(rows))) == 1
    words = [("", "", text, "") for _, _, text, _ in rows]
    assert tables_of(drawn(words)) == []


def test_dots_beside_a_list_of_strokes_do_not_hide_it() -> None:
    """A section of concrete next to it, of which nothing is a letter."""
    dots = [(100.0 + 9 * (i % 60), 145 + 6 * (i // 60), 101.0 + 9 * (i % 60), 146 + 6 * (i // 60))
            for i in range(1200)]  # fmt: skip
    [found] = tables_of([*drawn(ROWS), *dots])
    assert found[3] < 145
    assert tables_of(dots) == []


def test_a_grating_of_single_strokes_is_no_table() -> None:
    across = [(100.0 + 8 * i, 100.0 + 8 * k, 106.0 + 8 * i, 100.0 + 8 * k)
              for i in range(30) for k in range(12)]  # fmt: skip
    down = [(x0, y, x0, y + 6) for x0, y, _, _ in across]
    assert tables_of(across + down) == []


NOTES = [
    "ALL DIMENSIONS IN MILLIMETRES UNLESS NOTED", "WELDS ALL ROUND A=4 IF NOT SHOWN",
    "BOLTS TIGHTENED BY HAND AND LOCKED", "SPRING HANGERS ARE BLOCKED FOR TRANSPORT",
    "PAINT SYSTEM C3 HIGH RAL 7035", "ERECT WITH COLD SETTING OF 12",
]  # fmt: skip


def test_notes_are_no_table_numbered_or_not() -> None:
    assert tables_of(drawn([(text,) for text in NOTES])) == []
    numbered = [(f"{n}.", text) for n, text in enumerate(NOTES, 1)]
    assert tables_of(drawn(numbered)) == []


def test_figures_of_dimensions_stand_in_no_columns() -> None:
    chains = [(100 + 37 * k % 90, 180 + 53 * k % 90, 290 + 71 * k % 90) for k in range(6)]
    figures = [
        stroke
        for k, places in enumerate(chains)
        for i, x in enumerate(places)
        for stroke in strokes_of(str(1234 * (k + 2) + 571 * i), x, 100 + 20 * k, 7)
    ]
    assert tables_of(figures) == []


def test_symbols_in_lines_and_columns_are_no_letters() -> None:
    rows = [("XOX", "OXOX", "XXOXO", "XOX") for _ in range(8)]
    assert tables_of(drawn(rows)) == []
