"""Texts that run out over the right side of a list."""

from __future__ import annotations

import pytest

from bomflow.page.words import Word
from bomflow.table.body.overrun import running_over
from sheets import Pad, cells


def test_a_word_that_stands_over_the_side_is_the_one_before() -> None:
    first = Word("STEEL", 80.0, 10.0, 115.0, 18.0, 0, 8.0)
    second = Word("TOP", 118.0, 10.0, 140.0, 18.0, 0, 8.0, 3.0)
    assert running_over([first, second], 100.0) == [second]


@pytest.mark.parametrize(
    ("text", "gap", "before", "found"),
    [
        ("BRACKETS", 3.0, "END", True),
        ("BRACKETS", 12.0, "END", False),  # another text
        ("BRACKETS", -1.0, "END", False),  # printed by itself
        ("12", 3.0, "END", False),
        ("BRACKETS", 3.0, "12", False),
        ("BRACKETS", 3.0, "L=500", True),
        ("L=500", 3.0, "END", True),
        ("D", 3.0, "END", False),  # a zone
    ],
)
def test_a_word_beyond_the_side_goes_on_a_text(
    text: str, gap: float, before: str, found: bool
) -> None:
    first = Word(before, 80.0, 10.0, 99.0, 18.0, 0, 8.0)
    second = Word(text, 102.0 if gap < 12 else 111.0, 10.0, 150.0, 18.0, 0, 8.0, gap)
    third = Word("LONG", 153.0, 10.0, 170.0, 18.0, 0, 8.0, 3.0)
    over = running_over([first, second, third], 100.0)
    assert over == ([second, third] if found else [])


def test_a_name_longer_than_the_last_column_is_read_whole() -> None:
    pad = Pad()
    names = ["PLATE 10", "RIGID STRUT WITH END BRACKETS", "HEX NUT"]
    rows = [["POS", "QTY", "DESCRIPTION"], *([str(n), "2", name] for n, name in enumerate(names))]
    pad.ruled(100, 100, [40, 40, 90], rows)
    result = pad.read()
    assert cells(result, "description") == [[name] for name in names]
    assert result["tables"][0]["reading"] == "words"
