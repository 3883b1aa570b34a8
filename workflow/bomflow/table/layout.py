"""Words into text lines and phrases, in the reading frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bomflow.page.words import Box, Word


class Phrase(NamedTuple):
    """Neighbouring words of one line that read as one."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words joined by blanks."""
        return " ".join(w.text for w in self.words)

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        words = self.words
        return words[0].x1 if len(words) == 1 else max(w.x1 for w in words)


def middle(w: Word) -> float:
    """Height of the word's middle."""
    return (w.top + w.bottom) / 2


def box_of(words: Iterable[Word]) -> Box:
    """The box around words.

    Raises:
        ValueError: there are none.
    """
    ws = list(words)
    return (
        min(w.x0 for w in ws), min(w.top for w in ws),
        max(w.x1 for w in ws), max(w.bottom for w in ws),
    )  # fmt: skip


def text_lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words grouped by line, top to bottom, each line left to right."""
    lines: list[list[Word]] = []
    centre = 0.0
    for w in sorted(words, key=middle):
        y = middle(w)
        if lines and abs(y - centre) <= 0.4 * min(w.size, lines[-1][0].size):
            lines[-1].append(w)
            centre += (y - centre) / len(lines[-1])
        else:
            lines.append([w])
            centre = y
    for line in lines:
        line.sort(key=lambda w: w.x0)
    return lines


def line_middle(line: Sequence[Word]) -> float:
    """Mean height of the middles of a line's words."""
    return sum(map(middle, line)) / len(line)


def phrases(line: Sequence[Word], blank: float = 0.75) -> list[Phrase]:
    """Runs of words no further apart than ``blank`` font sizes."""
    out: list[list[Word]] = []
    edge = 0.0
    for w in line:
        if out and w.x0 - edge <= blank * max(min(w.size, out[-1][-1].size), 0.1):
            out[-1].append(w)
            edge = max(edge, w.x1)
        else:
            out.append([w])
            edge = w.x1
    return [Phrase(tuple(p)) for p in out]
