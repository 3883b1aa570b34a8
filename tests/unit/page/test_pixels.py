"""Ink that hangs together, against a flood fill."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bomflow.page.pixels import Blot, blots, marks_of


def flooded(marks: bytes, columns: int, rows: int) -> list[tuple[int, int, int, int, int]]:
    """Boxes and sizes of what hangs together, pixel by pixel."""
    left = {(i % columns, i // columns) for i, mark in enumerate(marks) if mark}
    found = []
    while left:
        todo = [left.pop()]
        blot = []
        while todo:
            x, y = todo.pop()
            blot.append((x, y))
            # A run hangs together with one that begins just where it ends, a row further.
            for near in {(x + a, y + b) for a in (-1, 0, 1) for b in (-1, 0, 1)} & left:
                left.discard(near)
                todo.append(near)
        xs, ys = zip(*blot, strict=True)
        found.append((min(xs), min(ys), max(xs) + 1, max(ys) + 1, len(blot)))
    return sorted(found)


@given(st.integers(1, 12), st.lists(st.booleans(), max_size=120))
def test_blots_are_what_a_flood_fill_finds(columns: int, pixels: list[bool]) -> None:
    rows = len(pixels) // columns
    marks = bytes(pixels[: rows * columns])
    assert sorted(blot[:5] for blot in blots(marks, columns, rows)) == flooded(marks, columns, rows)


def test_runs_are_counted_row_by_row() -> None:
    marks = bytes([1, 0, 1, 1, 0, 1, 1, 1, 1])  # a U
    assert blots(marks, 3, 3) == [Blot(0, 0, 3, 3, 7, 5)]


def test_ink_is_what_differs_from_the_commonest_shade() -> None:
    data = bytes([250, 9, 240, 9, 0, 0, 20, 9, 250, 9, 0, 0])  # two bytes a pixel, six a row
    assert marks_of(data, 2, 2, 6, 2) == bytes([0, 0, 1, 0])


def test_a_picture_full_of_ink_has_no_letters() -> None:
    columns = 2000
    speckled = bytes([1, 0]) * (columns // 2)
    assert blots(speckled * 500, columns, 500) == []
