"""Words of the second reading beside those that the page shows."""

from __future__ import annotations

from collections.abc import Iterable

from bomflow.page.words import Word
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


def as_shown(words: Iterable[Word], shown: Shown, all_decoded: bool) -> list[Word]:
    """The words that a person sees, as the page's own words where both read the same.

    pdfminer knows nothing of clipping: words where the page shows none are hidden, unless the
    page has text that its own engine cannot decode.
    """
    kept = []
    for word in words:
        there = shown.over(word)
        same = next((w for w in there if w.text == word.text), None)
        if same is not None:
            kept.append(same)
        elif there or not all_decoded:
            kept.append(word)
    return kept


def missing(wanted: Iterable[Word], taken: Iterable[Word]) -> list[Word]:
    """Those of the ``wanted`` words that are none of the taken ones and lie in none of them."""
    same = set(taken)
    place = Shown(same)
    return [w for w in wanted if w not in same and not place.over(w)]


def _squares(low: float, high: float) -> range:
    return range(int(low // _SQUARE), int(high // _SQUARE) + 1)
