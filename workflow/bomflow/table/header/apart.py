"""Header lines whose words stand a blank apart, parted before any header is looked for.

BAR NO DIA LENGTH SHAPE reads as one text, of which no column is known. The lines under it tell
where its columns are.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bomflow.page.words import PARTED, Word
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.seeds import is_header_like
from bomflow.table.layout import middle, text_lines

# In font sizes.
_BLANK = 0.35  # wider than a blank of a sentence, but in Courier
_NEXT = 3.0  # from one line to the next at most
_FEWEST = 4  # words of such a header that are known
_KNOWN = 0.8  # share of its words
_ROWS = 4  # lines under it that are looked at, three of them at least


def part_lines(words: Sequence[Word], vocabulary: Vocabulary) -> list[Word] | None:
    """The words, those parted from the one before them between which a gap runs down; None if none.

    Only lines of hardly anything but header words, over three lines or more that all keep clear
    of the gap.
    """
    lines = text_lines(words)
    parted: dict[int, Word] = {}
    for i, line in enumerate(lines):
        if len(line) < _FEWEST:
            continue
        known = sum(is_header_like(w, vocabulary) for w in line)
        if known < max(_FEWEST, _KNOWN * len(line)):
            continue
        under = _under(line, lines[i + 1 :])
        if len(under) < _ROWS - 1:
            continue
        for a, b in pairwise(line):
            if b.x0 - a.x1 > _BLANK * b.size and all(_keeps_clear(a, b, row) for row in under):
                parted[id(b)] = b._replace(gap=PARTED)
    return [parted.get(id(w), w) for w in words] if parted else None


def _under(line: Sequence[Word], lines: Sequence[list[Word]]) -> list[list[Word]]:
    """The next lines under a line, as far as they stand in its reach."""
    x0, x1, size = line[0].x0, line[-1].x1, line[0].size
    found: list[list[Word]] = []
    y = middle(line[0])
    for other in lines:
        own = [w for w in other if w.x0 < x1 and w.x1 > x0]
        if middle(other[0]) - y > _NEXT * size or len(found) == _ROWS:
            break
        if own:
            found.append(own)
            y = middle(other[0])
    return found


def _keeps_clear(a: Word, b: Word, row: Sequence[Word]) -> bool:
    """Whether a gap between two header words goes on between two words of a row."""
    left = [w.x1 for w in row if (w.x0 + w.x1) / 2 < (a.x1 + b.x0) / 2]
    right = [w.x0 for w in row if (w.x0 + w.x1) / 2 >= (a.x1 + b.x0) / 2]
    return bool(left and right) and max(a.x1, *left) < min(b.x0, *right)
