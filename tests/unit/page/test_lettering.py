"""Strokes that touch are one letter; letters stand in words and have many shapes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from bomflow.page import lettering
from bomflow.page.lettering import Strokes, are_letters, in_words, marks
from bomflow.page.plain import Plain
from bomflow.page.words import Box
from drawgen.pictures import LETTERS
from strokes import strokes_of


def test_strokes_of_a_letter_are_one_mark_each_segment_alone_or_not() -> None:
    for single in (False, True):
        found = marks(strokes_of("BEAM 12", 100, 200, 7, single))
        assert len(found) == 6
        assert all(round(mark.box[3] - mark.box[1], 1) == 5.0 for mark in found)


def test_the_order_of_the_file_does_not_matter() -> None:
    strokes = strokes_of("SLIDING PLATE", 100, 200, 7, True)
    boxes = {mark.box for mark in marks(strokes)}
    assert {mark.box for mark in marks(strokes[::-1])} == boxes
    assert {mark.box for mark in marks(sorted(strokes, key=lambda b: (b[3], b[0])))} == boxes


def test_hatching_joins_into_what_is_no_letter() -> None:
    hatched = [(100.0 + 2 * i, 100.0, 106.0 + 2 * i, 106.0) for i in range(40)]
    assert marks(hatched) == []
    assert len(marks([box for box in hatched if box[0] % 10 == 0])) == 8


def test_paths_on_one_place_are_not_compared_with_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A drawing with one wrong number had 40,000 of them; each with each took half a minute."""
    monkeypatch.setattr(lettering, "bulk", Plain())

    def steps(count: int) -> int:
        taken = 0

        def step(frame: FrameType, event: str, arg: object) -> Callable[..., Any]:
            nonlocal taken
            taken += 1
            return step

        before = sys.gettrace()
        sys.settrace(step)
        try:
            assert len(marks([(5.0, 5.0, 5.5, 12.0)] * count)) == 1
        finally:
            sys.settrace(before)
        return taken

    assert steps(800) <= 2.3 * steps(400)


def test_words_are_letters_as_high_beside_each_other() -> None:
    word = strokes_of("NUT", 100, 200, 7)
    alone: list[Box] = [(150.0, 195.0, 153.0, 200.0), (100.0, 300.0, 103.0, 307.0)]
    lower: list[Box] = [(115.0, 197.0, 118.0, 202.0)]  # as high, on another level
    found = in_words(marks([*word, *alone, *lower]))
    assert len(found) == 3
    assert all(mark.box[2] < 114 for mark in found)


def lettered(text: str) -> bool:
    boxes = strokes_of(text, 100, 200, 7)
    return are_letters(marks(boxes), Strokes(boxes, lambda number: 1), 5.0)


def test_a_pattern_repeats_a_few_shapes() -> None:
    assert lettered("HANGER ROD M16 WITH THREAD AND HEX NUT")
    assert not lettered("XOXOXXOX" * 5)
    assert not lettered("XXXXXXXXXX" * 5 + "ABEFHKPR")


def test_round_letters_of_one_path_differ_in_its_segments() -> None:
    words = "CLOSED COUPLING, UNCOILED CONDUIT ON COLD CLOUDS"
    assert not lettered(words)
    boxes = strokes_of(words, 100, 200, 7)
    segments = [len(line) for letter in words for line in LETTERS.get(letter, "").split()]
    assert are_letters(marks(boxes), Strokes(boxes, segments.__getitem__), 5.0)
