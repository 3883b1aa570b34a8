"""Texts of a list that run out over its right side."""

from __future__ import annotations

from collections.abc import Sequence

from bomflow.page.words import Word
from bomflow.table.layout import middle

_SENTENCE = 0.45  # font sizes: the widest blank between two words of a text


def running_over(words: Sequence[Word], x1: float) -> list[Word]:
    """The words beyond ``x1`` (points) that go on a text which begins before it.

    They follow its last word in the file too, by a blank of a sentence: what stands beside a list
    is another text. Figures do not go on in words, nor words in figures alone.
    """
    beyond = [
        w
        for w in words
        if (w.x0 + w.x1) / 2 > x1 and 0 <= w.gap <= _SENTENCE * w.size and _wordy(w)
    ]
    if not beyond:
        return []
    nearest = min(w.x0 - w.gap - w.size for w in beyond)
    inside = [w for w in words if (w.x0 + w.x1) / 2 <= x1 and w.x1 >= nearest]
    found: list[Word] = []
    for w in sorted(beyond, key=lambda w: w.x0):
        before = (
            b
            for b in (*inside, *found)
            if abs(b.x1 + w.gap - w.x0) <= 0.05 * w.size
            and abs(middle(b) - middle(w)) <= 0.1 * w.size
        )
        if any(b in found or _wordy(b) for b in before):
            found.append(w)
    return found


def _wordy(word: Word) -> bool:
    """Whether a word is more than a figure or a letter: FLAT, L=500."""
    letters = sum(map(str.isalpha, word.text))
    return letters > 1 or (letters == 1 and len(word.text) > 2)
