"""Small paths that hang together: found row by row, as a search from cell to cell finds them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bomflow.page import outlines
from bomflow.page.outlines import (
    _BELOW,
    _BESIDE,
    LEAST_LETTERS,
    _clusters,
    _neighboured,
    outlined_tables,
)

CELLS = st.sets(st.tuples(st.integers(-20, 20), st.integers(-8, 8)), max_size=40)


@given(CELLS)
def test_clusters(cells: set[tuple[int, int]]) -> None:
    rows: dict[int, dict[int, list[outlines.Box]]] = {}
    for x, y in cells:
        rows.setdefault(y, {})[x] = [(x, y, x, y)] * LEAST_LETTERS
    found = [{(int(b[0]), int(b[1])) for b in cluster} for cluster in _clusters(rows)]
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
    few = [(0.0, 0.0, 1.0, 1.0)] * (LEAST_LETTERS - 1)
    assert list(_clusters({0: {0: few}})) == []
    assert len(list(_clusters({0: {0: few, 6: few}}))) == 1
    assert len(list(_clusters({0: {0: few, 7: few}}))) == 0


LETTERS = st.lists(
    st.tuples(
        st.integers(0, 60), st.integers(0, 30), st.integers(1, 8), st.sampled_from([6, 7, 9])
    ),
    max_size=60,
).map(lambda them: [(x / 2, y / 2, x / 2 + w, y / 2 + h) for x, y, w, h in them])


@given(LETTERS, st.sampled_from([5.0, 6.5, 8.0]), st.sampled_from([0, 1]))
def test_letters_with_another_close_behind(
    letters: list[outlines.Box], height: float, axis: int
) -> None:
    def level(box: outlines.Box) -> float:
        return (box[1 - axis] + box[3 - axis]) / 2

    expected = sum(
        any(
            -0.3 * height <= other[axis] - box[axis + 2] <= height
            and abs(level(other) - level(box)) <= 0.5 * height
            and other[axis] > box[axis]
            for other in letters
        )
        for box in letters
    )
    assert _neighboured(letters, height, axis) == expected


def test_letters_on_one_place_are_not_compared_with_each_other() -> None:
    """A drawing with one wrong number had 40,000 of them; each with each took half a minute."""

    def steps(count: int) -> int:
        taken = 0

        def step(frame: FrameType, event: str, arg: object) -> Callable[..., Any]:
            nonlocal taken
            taken += 1
            return step

        before = sys.gettrace()
        sys.settrace(step)
        try:
            assert _neighboured([(5.0, 5.0, 5.5, 12.0)] * count, 7.0, 0) == 0
        finally:
            sys.settrace(before)
        return taken

    assert 2 * steps(100) <= steps(200) * 1.1 <= 2.5 * steps(100)


def cell(column: int, row: int) -> list[outlines.Box]:
    """Letters of a cell of a list: 6 points high, of several widths."""
    x, y = 100.0 + 90 * column, 100.0 + 14 * row
    count = 4 + (row + column) % 5
    return [(x + 4 * k, y, x + 4 * k + 2 + (k + row) % 3, y + 6) for k in range(count)]


LIST = [letter for row in range(7) for column in range(5) for letter in cell(column, row)]


def test_letters_of_a_sheet_that_is_drawn_sideways() -> None:
    """Their widths differ, and along the page that is their height."""
    [upright] = set(outlined_tables(LIST))
    turned = [(top, x0, bottom, x1) for x0, top, x1, bottom in LIST]
    assert (upright[1], upright[0], upright[3], upright[2]) in outlined_tables(turned)


def test_a_grating_of_single_strokes_is_no_table() -> None:
    across = [(100.0 + 8 * i, 100.0 + 8 * k, 106.0 + 8 * i, 100.0 + 8 * k)
              for i in range(30) for k in range(12)]  # fmt: skip
    down = [(x0, y, x0, y + 6) for x0, y, _, _ in across]
    assert outlined_tables(across + down) == []


DOTS = [(100.0 + 9 * (i % 60), 205 + 6 * (i // 60), 101.0 + 9 * (i % 60), 206 + 6 * (i // 60))
        for i in range(1200)]  # fmt: skip


def test_letters_alone_in_their_cell_count_with_the_words_around_them() -> None:
    """Positions and quantities of one figure have nobody beside them."""
    words = [letter for row in range(7) for column in (0, 1) for letter in cell(column, row)]
    alone = [(x, 100.0 + 14 * row, x + 3, 106.0 + 14 * row) for row in range(7) for x in (150, 165)]
    assert outlined_tables([*words, *alone, *DOTS])
    assert not outlined_tables([*words, *DOTS])


def test_dots_beside_a_list_of_strokes_do_not_hide_it() -> None:
    """A section of concrete next to it makes one cluster with it, of which few are letters."""
    assert len(outlined_tables(LIST)) > 0
    found = outlined_tables([*LIST, *DOTS])
    assert len(found) == 1
    assert found[0][3] < 205
    assert outlined_tables(DOTS) == []
