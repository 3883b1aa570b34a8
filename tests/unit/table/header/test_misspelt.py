"""Header words with one slip of the pen."""

from __future__ import annotations

import pytest

from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.misspelt import Misspelt


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("Bezeichung", "description"), ("Desciption", "description"),
        ("DESCRIPTTION", "description"), ("Quanitty", "quantity"), ("Designaton", "description"),
        ("Benennnung", "description"),
    ],
)  # fmt: skip
def test_a_long_word_with_one_slip_is_known(slip: str, meant: str) -> None:
    meaning = Vocabulary().meaning(slip)
    assert meaning.columns[0] == meant
    assert meaning.strength >= 0.6


@pytest.mark.parametrize("word", ["Mene", "Destination", "Quotation", "Descpton", "Bezeichung 2"])
def test_short_words_and_other_words_are_not(word: str) -> None:
    assert Vocabulary().meaning(word).columns == ()


def test_a_word_between_two_known_ones_is_neither() -> None:
    assert Misspelt(["abcdefghi", "abcdefghk"]).mended("abcdefgh") == ""


def test_a_short_word_is_never_mended() -> None:
    assert Misspelt(["menge", "gewicht"]).mended("mene") == ""
    assert Misspelt(["menge", "gewicht"]).mended("gewict") == ""
