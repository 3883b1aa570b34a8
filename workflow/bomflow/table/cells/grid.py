"""Column edges of a table and the words between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bomflow.page.words import Word
from bomflow.table.cells.channels import (
    LEAST_WIDE,
    MOST_WIDE,
    before_header,
    behind_figures,
    channel,
    neighbours,
    two_between,
    wide_blank,
)
from bomflow.table.header.columns import Band
from bomflow.table.layout import Phrase, phrases

_SEVERAL = 3  # texts of a column that tell where its texts stand


@dataclass
class Grid:
    """Column bounds: ``edges[i]`` to ``edges[i + 1]`` is column i; ``hard[i]``: edge i is ruled.

    ``wide``: font sizes from which on a blank is wider than those of sentences. ``inside``: of
    each column the begin and end of the texts that lie in it alone.
    """

    edges: list[float]
    hard: list[bool]
    wide: float = MOST_WIDE
    inside: list[list[tuple[float, float]]] = field(default_factory=list)

    def column(self, x: float) -> int:
        """Index of the column at x (clamped to the outer ones)."""
        for i in range(len(self.edges) - 2):
            if x < self.edges[i + 1]:
                return i
        return len(self.edges) - 2


def place(line: Sequence[Word], grid: Grid) -> dict[int, list[Word]]:
    """Words of one line by column; a phrase that runs over an edge stays where it starts."""
    cells: dict[int, list[Word]] = {}
    for phrase in phrases(line):
        for part in _cut(phrase, grid):
            cells.setdefault(_home(part, grid), []).extend(part.words)
    return cells


def _home(part: Phrase, grid: Grid) -> int:
    """The column that holds most of the part; where it starts if it overflows to the right."""
    x0, x1 = part.x0, part.x1
    best, most = grid.column((x0 + x1) / 2), 0.0
    for i, (left, right) in enumerate(pairwise(grid.edges)):
        share = (x1 if x1 < right else right) - (x0 if x0 > left else left)
        if share > most + 0.01:
            best, most = i, share
    start = grid.column(x0 + 0.4 * part.words[0].size)
    if start < best and most < 0.98 * (x1 - x0) and len(part.words) > 0:
        inside = grid.edges[start + 1] - x0
        if inside > 1.2 * part.words[0].size:
            return start
    return best


def _cut(phrase: Phrase, grid: Grid) -> list[Phrase]:
    """Cut a phrase at the edges that fall between its words."""
    if len(phrase.words) == 1:
        return [phrase]
    parts: list[list[Word]] = [[phrase.words[0]]]
    inner = range(1, len(grid.edges) - 1)
    for before, word in pairwise(phrase.words):
        slack = 0.25 * word.size
        low, high = before.x1 - slack, word.x0 + slack
        between = [i for i in inner if low <= grid.edges[i] <= high]
        ruled = any(grid.hard[i] for i in between)
        if between and (
            (ruled and not _runs_over(phrase, word, between[-1], grid))
            or (
                not _crosses(phrase, grid, slack)
                and _parts_columns(phrase, word, between[-1], grid)
            )
        ):
            parts.append([word])
        else:
            parts[-1].append(word)
    return [Phrase(tuple(p)) for p in parts]


def _crosses(phrase: Phrase, grid: Grid, slack: float) -> bool:
    """Whether an edge goes through a word."""
    return any(w.x0 + slack < at < w.x1 - slack for at in grid.edges[1:-1] for w in phrase.words)


def _runs_over(phrase: Phrase, word: Word, edge: int, grid: Grid) -> bool:
    """Whether a text goes on over a ruling in one of its blanks.

    Then what follows stands where none of several texts of that column begins, ends or is centred.
    """
    before = phrase.words[phrase.words.index(word) - 1]
    return (
        bool(grid.inside)
        and len(grid.inside[edge]) >= _SEVERAL
        and word.x0 - before.x1 <= LEAST_WIDE * word.size
        and not _parts_columns(phrase, word, edge, grid)
    )


def _parts_columns(phrase: Phrase, word: Word, edge: int, grid: Grid) -> bool:
    """Whether the blank before a word at an edge without a ruling parts two cells.

    A text that overflows may have a blank of its own there: then the words behind it do not stand
    where the texts of that column begin, end or have their middle, nor do those before it.
    """
    at = phrase.words.index(word)
    before, size = phrase.words[at - 1], word.size
    if not grid.inside or word.x0 - before.x1 > grid.wide * size:
        return True
    left, right = grid.inside[edge - 1], grid.inside[edge]
    here = (word.x0, _end_in(phrase, at, edge + 1, grid))
    return (
        not right
        or any(_common([f(t) for t in right], f(here), size) for f in (_begin, _end, _centre))
        or _common([t[1] for t in left], before.x1, size)
    )


def _end_in(phrase: Phrase, at: int, edge: int, grid: Grid) -> float:
    """Where the text that begins with word ``at`` ends: squeezed cells follow without a blank."""
    end = phrase.words[at].x1
    for word in phrase.words[at + 1 :]:
        if word.x0 + 0.25 * word.size >= grid.edges[edge]:
            break
        end = max(end, word.x1)
    return end


def _common(values: list[float], value: float, size: float) -> bool:
    """Whether a value is that of many others, by a quarter of a font size."""
    return sum(abs(v - value) <= 0.25 * size for v in values) >= max(1, 0.4 * len(values))


def _begin(span: tuple[float, float]) -> float:
    return span[0]


def _end(span: tuple[float, float]) -> float:
    return span[1]


def _centre(span: tuple[float, float]) -> float:
    return (span[0] + span[1]) / 2


def soft_grid(band: Band, lines: Sequence[Sequence[Word]]) -> Grid:
    """Column edges: rulings where there are some, else the emptiest channel between headers."""
    columns = band.columns
    edges: list[float] = []
    hard: list[bool] = []
    ruled = [b.at for b in band.bounds]
    parted = [phrases(line) for line in lines]
    wide = wide_blank(parted)
    parts_apart = [phrases(line, wide) for line in lines]
    # a lone text is a wrapped line or a heading, which may run over several columns
    weighed = [(p, 1.0 if len(line) > 1 else 0.3) for line in parted for p in line]
    first = columns[0].left if columns[0].left is not None else None
    left_rulings = [x for x in ruled if x <= columns[0].span[0] + 2]
    if first is None and left_rulings:
        first = max(left_rulings)
    edges.append(first if first is not None else columns[0].span[0] - 1e4)
    hard.append(first is not None)
    for i, (a, b) in enumerate(pairwise(columns)):
        if a.right is not None:
            edges.append(a.right)
            hard.append(True)
            continue
        a1, b0 = a.span[1], b.span[0]
        between = [x for x in ruled if a1 - 2 <= x <= b0 + 2]
        if between:
            edges.append(between[0])
            hard.append(True)
            continue
        couples = neighbours([p for p in parts_apart if len(p) == len(columns)], i)
        couples += two_between([p for p in parts_apart if len(p) < len(columns)], columns, i)
        close = behind_figures(parted, edges[-1], (a, b))
        close = close or before_header(parted, (a, b))
        edges.append(close or channel(a, b, weighed, couples, wide))
        hard.append(False)
    last = columns[-1].right
    right_rulings = [x for x in ruled if x >= columns[-1].span[1] - 2]
    if last is None and right_rulings:
        last = min(right_rulings)
    edges.append(last if last is not None else columns[-1].span[1] + 1e4)
    hard.append(last is not None)
    return Grid(edges, hard, wide, texts_between(edges, parted))


def texts_between(
    edges: Sequence[float], lines: Iterable[Sequence[Phrase]]
) -> list[list[tuple[float, float]]]:
    """Of each column the begin and end of the texts that lie in it alone."""
    spans = [(p.x0, p.x1) for line in lines for p in line]
    return [[s for s in spans if left < s[0] and s[1] < right] for left, right in pairwise(edges)]
