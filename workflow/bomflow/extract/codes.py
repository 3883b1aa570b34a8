"""KKS, SU and further named codes of a page, from its words.

A code may be split over text spans, turned by 90 degrees or spelt with blanks
(``1 LBA10 BQ001``). Words that stand close together on one line, in their own direction, are
joined without blanks and searched; a match must begin and end where a word does, or beside a
character that is no letter and no digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bomflow.extract.settings import ReadSettings
    from bomflow.page.words import Word

# Gaps in font sizes. A blank is 0.28 em in Helvetica and up to 0.6 em in CAD stroke fonts; below
# TOUCH two words are one that the PDF writes in two spans, above BLANK they are neighbours only.
_TOUCH = 0.1
_BLANK = 0.75
_OVERLAP = -0.35
_SAME_LINE = 0.35
_SAME_SIZE = 1.35


@lru_cache(maxsize=64)
def _compiled(key: str, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as exc:
        raise ValueError(f"codes.{key}: {pattern!r} is no regular expression: {exc}") from exc


def patterns(settings: ReadSettings) -> dict[str, re.Pattern[str]]:
    """The compiled expression of every code name: kks, su, then the further ones.

    Raises:
        ValueError: an expression does not compile; the message names its key.
    """
    named = {"kks": settings.kks, "su": settings.su, **settings.codes}
    return {name: _compiled(name, pattern) for name, pattern in named.items() if pattern}


def _placed(words: Iterable[Word]) -> Iterator[tuple[int, float, float, float, float, str]]:
    """Angle, place across and along the line (begin, end), size and text of every word."""
    for text, x0, top, x1, bottom, angle, size, *_ in words:
        if angle == 0:
            yield 0, (top + bottom) / 2, x0, x1, size, text
        elif angle == 90:
            yield 90, (x0 + x1) / 2, -bottom, -top, size, text
        elif angle == 270:
            yield 270, (x0 + x1) / 2, top, bottom, size, text
        elif angle == 180:
            yield 180, (top + bottom) / 2, -x1, -x0, size, text


_ALONG = itemgetter(2)
_ANGLE = itemgetter(0)


def _lines(words: Sequence[Word]) -> Iterator[list[tuple[int, float, float, float, float, str]]]:
    """Words of one direction that stand beside each other, ordered as they read."""
    for _, turned in groupby(sorted(_placed(words)), _ANGLE):
        line: list[tuple[int, float, float, float, float, str]] = []
        last = 0.0
        for item in turned:
            if line and item[1] - last > _SAME_LINE * item[4]:
                line.sort(key=_ALONG)
                yield line
                line = []
            line.append(item)
            last = item[1]
        if line:
            line.sort(key=_ALONG)
            yield line


def _text(words: Sequence[Word]) -> str:
    """Text of the page: neighbours joined by a blank or by nothing, all else by newlines."""
    parts: list[str] = []
    for line in _lines(words):
        end = size = 0.0
        for item in line:
            _, _, begin, stop, own, text = item
            gap = begin - end
            small, large = (own, size) if own < size else (size, own)
            if (
                item is line[0]
                or gap > _BLANK * small
                or gap < _OVERLAP * small
                or large > _SAME_SIZE * small
            ):
                parts.append("\n")
            elif gap > _TOUCH * small:
                parts.append(" ")
            parts.append(text)
            end, size = stop, own
    # Slanted text: the reader's own order and gaps are all there is.
    for word in words:
        if word.angle not in (0, 90, 180, 270):
            close = 0 <= word.gap <= _BLANK * word.size
            parts.append(" " if close and word.gap > _TOUCH * word.size else "" if close else "\n")
            parts.append(word.text)
    return "".join(parts)


def _value(found: re.Match[str]) -> str:
    """The first group of a match if the expression has one (an SU code's base), else all of it."""
    return " ".join(((found[1] if found.re.groups else found[0]) or found[0]).split())


def _collect(
    pattern: re.Pattern[str], text: str, values: set[str], edges: frozenset[int] | set[int]
) -> None:
    """Add the codes of a text to values; edges are offsets at which a blank was taken out."""
    at = 0
    while (found := pattern.search(text, at)) is not None:
        start, end = found.span()
        free = (
            end > start
            and (start in edges or not start or not text[start - 1].isalnum())
            and (end in edges or end == len(text) or not text[end].isalnum())
        )
        if free:
            values.add(_value(found))
        # A refused match must not hide a good one that begins inside it.
        at = end if free else start + 1
        if at > len(text):
            return


def _edges(line: str) -> set[int]:
    """Offsets in the blank-free line at which a blank stood."""
    edges, at = set(), 0
    for part in line.split(" "):
        at += len(part)
        edges.add(at)
    return edges


def find_codes(words: Sequence[Word], settings: ReadSettings) -> dict[str, list[str]]:
    """Codes of a page: name ('kks', 'su', further names) -> sorted codes, each once.

    Where an expression has a group, the group is the code: ``1LBA10BQ001/SU`` counts as the SU
    code ``1LBA10BQ001``, which the KKS expression finds too.

    Raises:
        ValueError: an expression of the settings does not compile; the message names its key.
    """
    named = patterns(settings)
    text = _text(words)
    joined = [(line.replace(" ", ""), line) for line in text.split("\n") if " " in line]
    glued = "\n".join(short for short, _ in joined)
    codes: dict[str, list[str]] = {}
    for name, pattern in named.items():
        values: set[str] = set()
        _collect(pattern, text, values, frozenset())
        if pattern.search(glued):
            for short, line in joined:
                if pattern.search(short):
                    _collect(pattern, short, values, _edges(line))
        codes[name] = sorted(values)
    return codes
