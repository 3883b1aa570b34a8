"""Words of the second reading beside those that the page shows."""

from __future__ import annotations

from collections.abc import Iterable

from bomflow.page.words import PARTED, Word
from bomflow.table.layout import middle

_SQUARE = 20.0  # points; words are looked up by the square of the page that they stand in


class Shown:
    """The visible words of a page in the reading frame, found by place."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._squares: dict[tuple[int, int], list[Word]] = {}
        for word in words:
            for column in _squares(word.x0, word.x1):
                for row in _squares(word.top, word.bottom):
                    self._squares.setdefault((column, row), []).append(word)

    def over(self, word: Word) -> list[Word]:
        """Words in whose box the middle of ``word`` lies."""
        x, y = (word.x0 + word.x1) / 2, middle(word)
        near = self._squares.get((int(x // _SQUARE), int(y // _SQUARE)), [])
        return [w for w in near if w.x0 <= x <= w.x1 and w.top <= y <= w.bottom]

    def at(self, word: Word) -> list[Word]:
        """Words that share their place with ``word``, from left to right, each once."""
        found = {id(w): w for w in self.over(word)}
        for column in _squares(word.x0, word.x1):
            for w in self._squares.get((column, int(middle(word) // _SQUARE)), []):
                x = (w.x0 + w.x1) / 2
                if word.x0 <= x <= word.x1 and word.top <= middle(w) <= word.bottom:
                    found[id(w)] = w
        return sorted(found.values(), key=lambda w: w.x0)


def as_shown(words: Iterable[Word], shown: Shown, all_decoded: bool) -> list[Word]:
    """The words that a person sees; the page's own ones where both read the same.

    Those of which the characters told more than places do stay as they are. pdfminer knows nothing
    of clipping. A word where the page shows none is hidden, and one with other letters than those
    shown is mixed with hidden ones: then those shown stand for it. Both only if the page's own
    engine decodes all its text.
    """
    kept: dict[int, Word] = {}
    for word in words:
        there = shown.at(word)
        letters = "".join(w.text for w in there)
        same = next((w for w in there if w.text == word.text), None)
        if same is not None:
            kept[id(same)] = same
        elif not any(map(_told, there)) and (word.text in letters or not all_decoded):
            kept[id(word)] = word
        else:
            kept.update((id(w), w) for w in there)
    return list(kept.values())


def _told(word: Word) -> bool:
    """Whether the characters told where a text of two cells ends (table/cells/touching.py)."""
    return word.gap == PARTED or " " in word.text


def missing(wanted: Iterable[Word], taken: Iterable[Word]) -> list[Word]:
    """Those of the ``wanted`` words that are none of the taken ones and lie in none of them."""
    same = set(taken)
    place = Shown(same)
    return [w for w in wanted if w not in same and not place.over(w)]


def _squares(low: float, high: float) -> range:
    return range(int(low // _SQUARE), int(high // _SQUARE) + 1)
