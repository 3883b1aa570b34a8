"""Numbered lines in columns under words that nobody listed."""

from __future__ import annotations

import pytest

from bomflow.page.words import Word
from bomflow.table.unread.numbered import numbered_list

NAMES = ["\u0634\u0641\u062a", "\u067e\u06cc\u0686", "\u0648\u0627\u0634\u0631"]


def page(names: list[str]) -> list[Word]:
    """Lines of pieces, a name and, on the right, a number."""
    return [
        Word(text, x, 100 + 14 * i, x + 5 * len(text), 108 + 14 * i, size=8)
        for i, name in enumerate(names)
        for x, text in ((100, "412"[i]), (150, name), (220, "ST37"), (290, str(i + 1)))
    ]


@pytest.mark.parametrize(("names", "found"), [(NAMES, True), (["SHAFT", "SCREW", "SEAL"], False)])
def test_lines_in_letters_that_are_read_leftwards_are_numbered_on_the_right(
    names: list[str], found: bool
) -> None:
    assert (numbered_list(page(names)) is not None) is found
