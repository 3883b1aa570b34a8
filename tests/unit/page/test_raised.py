"""Small figures that end a word."""

from __future__ import annotations

import pytest

from bomflow.page.raised import join_raised
from bomflow.page.words import Word
from sheets import Pad, cells


@pytest.mark.parametrize(
    ("figure", "joined"),
    [
        (Word("2", 20, 8, 23, 14, size=5), True),
        (Word("2", 20, 8, 24, 16, size=8.33), True),  # as browsers draw it
        (Word("2", 20, 10, 25, 20, size=10), False),  # as large
        (Word("2", 24, 8, 27, 14, size=5), False),  # a blank before it
        (Word("2", 20, 30, 23, 36, size=5), False),  # on another line
        (Word("2", 20, 13, 23, 17, size=5), False),  # on the middle of the line
    ],
)
def test_a_small_figure_behind_a_word_is_of_it(figure: Word, joined: bool) -> None:
    words = join_raised([Word("m", 10, 10, 20, 20, size=10), figure])
    assert [w.text for w in words] == (["m2"] if joined else ["m", "2"])


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        (Word(",", 25.2, 10, 27, 20, size=10), ["m3,"]),
        (Word(",", 29, 10, 31, 20, size=10), ["m3", ","]),  # a blank before it
        (Word("x", 25.2, 10, 29, 20, size=10), ["m3", "x"]),  # may be of the next cell
        (Word(",", 25.2, 24, 27, 34, size=10), ["m3", ","]),  # on another line
    ],
)
def test_a_comma_behind_a_figure_is_of_the_word(mark: Word, said: list[str]) -> None:
    figure = Word("3", 20, 8, 25, 16, size=8)
    words = join_raised([Word("m", 10, 10, 20, 20, size=10), figure, mark])
    assert [w.text for w in words] == said


def test_an_area_with_a_raised_two_in_a_list() -> None:
    pad = Pad()
    rows = [[str(n), str(2 * n), f"PLATE {n}.5 m", "S235"] for n in range(1, 7)]
    pad.ruled(40, 40, [40, 40, 140, 60], [["POS", "QTY", "DESCRIPTION", "MATERIAL"], *rows])
    width = pad.canvas.stringWidth("PLATE 3.5 m", "Helvetica", 8)
    pad.text(123 + width, 40 + 16 * 3 + 8, "2", 5)
    record = pad.read()
    read = [row[0] for row in cells(record, "description")]
    assert read == [row[2] + ("2" if row[0] == "3" else "") for row in rows]
    [table] = record["tables"]
    assert (table["check_status"], table["reading"]) == ("consistent", "words")
