"""Small raised or lowered figures that end a word (m², CO₂ written with a smaller 2)."""

from __future__ import annotations

from collections.abc import Sequence

from bomflow.page.words import Word

_SMALLER = 0.85  # of the size of the word; browsers draw them at 0.83
_BESIDE = 0.15  # sizes of the word between it and the figure


def join_raised(words: Sequence[Word]) -> list[Word]:
    """The words, small figures that stand right behind one joined to it, and a comma behind those.

    Another line of text they cannot be, and apart from it the figure would begin a line.
    """
    ends: dict[int, list[int]] = {}
    for i, w in enumerate(words):
        if w.angle == 0 and w.text[-1:].isalpha():
            ends.setdefault(round(w.x1), []).append(i)
    joined: dict[int, Word] = {}
    gone: set[int] = set()
    for k, w in enumerate(words):
        if w.angle or len(w.text) > 2 or not w.text.isdecimal():
            continue
        at = round(w.x0)
        near = (i for x in (at - 1, at, at + 1) for i in ends.get(x, ()))
        home = next((i for i in near if i not in joined and _ends(words[i], w)), None)
        if home is not None:
            one = words[home]
            joined[home] = one._replace(text=one.text + w.text, x1=max(one.x1, w.x1))
            gone.add(k)
    for k, w in enumerate(words) if gone else ():
        if w.angle == 0 and not w.text[0].isalnum():
            home = next((i for i, one in joined.items() if _goes_on(one, w)), None)
            if home is not None:
                joined[home] = joined[home]._replace(text=joined[home].text + w.text, x1=w.x1)
                gone.add(k)
    if not gone:
        return list(words)
    return [joined.get(i, w) for i, w in enumerate(words) if i not in gone]


def _ends(word: Word, figure: Word) -> bool:
    """Whether the figure is smaller, stands right behind the word and off its line."""
    if figure.size > _SMALLER * word.size or abs(figure.x0 - word.x1) > _BESIDE * word.size:
        return False
    middle = (figure.top + figure.bottom) / 2
    inside = word.top - 0.2 * word.size <= middle <= word.bottom + 0.2 * word.size
    return inside and abs(middle - (word.top + word.bottom) / 2) > 0.1 * word.size


def _goes_on(word: Word, mark: Word) -> bool:
    """Whether what is no letter stands right behind a word and its figure, on the word's line."""
    level = abs(mark.bottom - word.bottom) <= 0.1 * word.size
    return (
        level
        and abs(mark.size - word.size) <= 0.1 * word.size
        and (abs(mark.x0 - word.x1) <= _BESIDE * word.size)
    )
