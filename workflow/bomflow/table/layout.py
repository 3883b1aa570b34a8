"""Words into text lines and phrases, in the reading frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from bomflow.page.words import PARTED, Box, Word

_APART = 0.75  # font sizes between two words of one text at most
_LEFT = attrgetter("x0")


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
    placed = sorted([(middle(w), i) for i, w in enumerate(words)])
    for y, i in placed:
        w = words[i]
        if lines and abs(y - centre) <= 0.4 * min(w.size, lines[-1][0].size):
            lines[-1].append(w)
            centre += (y - centre) / len(lines[-1])
        else:
            lines.append([w])
            centre = y
    for line in lines:
        if len(line) > 1:
            line.sort(key=_LEFT)
    return lines


def line_middle(line: Sequence[Word]) -> float:
    """Mean height of the middles of a line's words."""
    return sum(map(middle, line)) / len(line)


def phrases(line: Sequence[Word], blank: float = _APART) -> list[Phrase]:
    """Runs of words no further apart than ``blank`` font sizes."""
    if len(line) == 1:
        return [Phrase(tuple(line))]
    if _interleaved(line):
        return _runs(line)
    out: list[list[Word]] = []
    edge = 0.0
    for w in line:
        over = w.gap < 0 and w.x0 < edge - 0.3 * w.size  # another text, printed over this one
        over = over or w.gap == PARTED
        if out and not over and w.x0 - edge <= blank * max(min(w.size, out[-1][-1].size), 0.1):
            out[-1].append(w)
            edge = max(edge, w.x1)
        else:
            out.append([w])
            edge = w.x1
    return [Phrase(tuple(p)) for p in out]


def _before(line: Sequence[Word], at: int) -> int | None:
    """Index of the word before ``line[at]`` in its text run, None when it begins one."""
    w = line[at]
    if not 0 <= w.gap <= _APART * w.size:
        return None
    return next((i for i in range(at - 1, -1, -1) if _follows(line[i], w)), None)


def _follows(a: Word, b: Word) -> bool:
    return abs(a.x1 + b.gap - b.x0) <= 0.05 * b.size


def _interleaved(line: Sequence[Word]) -> bool:
    """Whether two texts are printed over each other: one word's predecessor is not beside it."""
    return any(
        w.gap >= 0 and not _follows(line[i - 1], w) and _before(line, i) is not None
        for i, w in enumerate(line)
        if i
    )


def _runs(line: Sequence[Word]) -> list[Phrase]:
    """Texts printed over each other, each as it was written."""
    runs: list[list[Word]] = []
    home: dict[int, list[Word]] = {}
    for i, w in enumerate(line):
        before = _before(line, i)
        if before is None:
            runs.append([])
        home[i] = runs[-1] if before is None else home[before]
        home[i].append(w)
    return [Phrase(tuple(run)) for run in runs]
