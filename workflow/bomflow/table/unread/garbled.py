"""Text without a meaning: its font does not say what it prints, or says it wrongly."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from bomflow.page.pdf import Page
from bomflow.page.words import UNKNOWN, Box, Word

# A sign without a meaning beside a letter, or two in a row: beside digits it is a symbol mostly.
_TEXT = re.compile(rf"[^\W\d_]{UNKNOWN}|{UNKNOWN}[^\W\d_]|{UNKNOWN}{UNKNOWN}")
_FEW = 5  # such words, or lone signs by the dozen, may be a list; symbols of tolerances are fewer
_MANY = 4 * _FEW
_SOME = 0.2  # share of signs among all characters that no drawing has
_SIGNS = {"Co", "Cn"}  # private and unassigned; dingbats beside them


def garbled(words: Sequence[Word]) -> bool:
    """Whether so much of the text has no meaning that a list may stand in it."""
    strange = sum(_is_strange(char) for word in words for char in word.text)
    known = sum(len(word.text) for word in words) - strange
    return (
        sum(bool(_TEXT.search(word.text)) for word in words) >= _FEW
        or sum(word.text == UNKNOWN for word in words) >= _MANY
        or strange > max(_MANY, _SOME * known)
    )


def unsure_text(page: Page, words: Iterable[Word], tables: Sequence[Box]) -> list[str]:
    """What the tables of a page must say of its text; ``tables``: their boxes, displayed page."""
    told = []
    if page.lost_texts:
        told.append(f"{page.lost_texts} texts of the page are in a font that cannot be decoded")
    if page.assumed_characters:
        told.append(
            "the font does not say what its text is: "
            f"{page.assumed_characters} characters of the page are read by the usual order"
        )
    outside = [w for w in words if not any(_within(w, box) for box in tables)]
    if garbled(outside):
        told.append("much of the text beside the lists of the page cannot be decoded")
    return told


def _is_strange(char: str) -> bool:
    return char == UNKNOWN or "\u2701" <= char <= "\u27bf" or unicodedata.category(char) in _SIGNS


def _within(word: Word, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
