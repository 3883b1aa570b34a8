"""Words printed across a list in letters that none has: COPY, PRELIMINARY, FOR APPROVAL."""

from __future__ import annotations

from collections.abc import Sequence

from bomflow.page.words import LARGE, Word
from bomflow.table.header.columns import Band
from bomflow.table.layout import box_of, text_lines


def without_stamps(words: list[Word], bands: list[Band]) -> list[Word]:
    """The words but for those that are far larger than the headers and printed over other words.

    A caption in such letters stands clear of the list.
    """
    largest = LARGE * max((band.size for band in bands), default=0.0)
    large = [w for w in words if w.size > largest]
    if not large:
        return words
    small = [w for w in words if w.size <= largest]
    marks = {id(w) for line in text_lines(large) if _covers(line, small) for w in line}
    return [w for w in words if id(w) not in marks]


def _covers(line: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether a line is printed over words."""
    x0, top, x1, bottom = box_of(line)
    return any(w.x0 < x1 and w.x1 > x0 and w.top < bottom and w.bottom > top for w in words)
