"""Header words with one slip of the pen: BEZEICHUNG, DESCRIPTON, QUANITTY.

Short words are left alone: a letter more or less makes another word of them.
"""

from __future__ import annotations

from collections.abc import Iterable

_LONG = 8  # letters


class Misspelt:
    """Known words by what is left of them without one letter."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._known = {p for p in phrases if len(p) >= _LONG and p.isalpha() and p.isascii()}
        self._short: dict[str, set[str]] = {}
        for word in self._known:
            for less in _one_less(word):
                self._short.setdefault(less, set()).add(word)

    def mended(self, word: str) -> str:
        """The one known word that lacks a letter here, has one too many or two swapped, '' for
        none.
        """
        if len(word) < _LONG - 1 or not word.isalpha() or not word.isascii():
            return ""
        found = set(self._short.get(word, ()))
        found |= {less for less in _one_less(word) if less in self._known}
        found |= {swapped for swapped in _swapped(word) if swapped in self._known}
        return found.pop() if len(found) == 1 else ""


def _one_less(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(1, len(word))}


def _swapped(word: str) -> set[str]:
    return {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
