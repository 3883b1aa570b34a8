"""Header cells written sideways beside others that are level, as narrow columns have them."""

from __future__ import annotations

from collections.abc import Sequence

from bomflow.page.frames import Turn
from bomflow.page.words import Word
from bomflow.table.header.folding import fold
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.seeds import Seed, is_header_like
from bomflow.table.layout import Phrase, box_of, phrases, text_lines

_REACH = 60.0  # font sizes from a level header cell
_LINES = 3  # of one cell
_PITCH = 1.5  # font sizes from one line of a cell to the next


def rotated_headers(
    words: Sequence[Word], turn: Turn, seeds: list[Seed], vocabulary: Vocabulary
) -> list[Word]:
    """Header cells written sideways, each as one word of the reading frame.

    Narrow columns have such headers (Кол. in lists after GOST 2.106), of several lines at times.
    Beside those that name a column all others in the same strip are header cells as well.
    """
    found: list[Word] = []
    if not any(s.real for s in seeds):
        return found
    for angle in ((turn.angle + 90) % 360, (turn.angle + 270) % 360):
        side = Turn(angle, turn.width, turn.height)
        turned = side.words(list(words))
        likely = [w for w in turned if is_header_like(w, vocabulary)]
        named = [
            word
            for cell in _cells(_phrases(likely), vocabulary)
            if _is_name(cell.text, vocabulary) and _beside(word := _level(cell, turn, side), seeds)
        ]
        if named:
            others = (_level(c, turn, side) for c in _cells(_phrases(turned), vocabulary))
            named += [w for w in others if _in_strip(w, named)]
        found += named
    return found


def _phrases(words: Sequence[Word]) -> list[Phrase]:
    return [phrase for line in text_lines(words) for phrase in phrases(line)]


def _cells(lines: Sequence[Phrase], vocabulary: Vocabulary) -> list[Phrase]:
    """The lines, those joined that are one cell: all but names that stand side by side."""
    cells = []
    rest = list(lines)
    while rest:
        own = [rest.pop(0)]
        while len(own) < _LINES and (below := next((p for p in rest if _next(own[-1], p)), None)):
            own.append(below)
            rest.remove(below)
        whole = Phrase(tuple(w for p in own for w in p.words))
        known = [p for p in own if _is_name(p.text, vocabulary)]
        joined = len(known) < 2 or _is_name(whole.text, vocabulary)
        cells += [whole] if joined else own
    return cells


def _next(one: Phrase, other: Phrase) -> bool:
    """Whether a line is the next one of a cell (both as they are read)."""
    a, b = one.words[0], other.words[0]
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    return (
        abs(a.size - b.size) <= 0.1 * a.size
        and 0.5 * a.size < b.top - a.top <= _PITCH * a.size
        and shared >= 0.5 * min(one.x1 - one.x0, other.x1 - other.x0)
    )


def _is_name(text: str, vocabulary: Vocabulary) -> bool:
    meaning = vocabulary.meaning(text)
    return len(fold(text)) >= 2 and bool(meaning.columns) and meaning.strength >= 1.0


def _level(cell: Phrase, turn: Turn, side: Turn) -> Word:
    """The cell as one word of the reading frame."""
    x0, top, x1, bottom = turn.box(side.back(box_of(cell.words)))
    return Word(cell.text, x0, top, x1, bottom, 0, cell.words[0].size)


def _beside(word: Word, seeds: Sequence[Seed]) -> bool:
    """Whether a level header cell stands beside."""
    return any(
        s.real
        and word.top - word.size <= s.y <= word.bottom + word.size
        and abs(s.phrase.x0 - word.x0) <= _REACH * word.size
        for s in seeds
    )


def _in_strip(word: Word, named: Sequence[Word]) -> bool:
    """Whether a text, no figure, stands in the strip of named header cells, and none of them."""
    size = named[0].size
    top, bottom = min(w.top for w in named), max(w.bottom for w in named)
    left, right = min(w.x0 for w in named), max(w.x1 for w in named)
    return (
        abs(word.size - size) <= 0.1 * size
        and top - size <= word.top
        and word.bottom <= bottom + size
        and left - _REACH * size / 4 <= word.x0 <= right + _REACH * size / 4
        and any(c.isalpha() for c in word.text)
        and not any(w.x0 < word.x1 and word.x0 < w.x1 for w in named)
    )
