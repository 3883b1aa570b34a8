"""Columns from the body of a table: drawn walls, else rivers of white between its words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from bomflow.page.words import Word
from bomflow.second.header import Header
from bomflow.second.runs import runs_of
from bomflow.table.header.columns import Column
from bomflow.table.header.meaning import NOTHING
from bomflow.table.layout import Phrase

Span = tuple[float, float]
_CROSSED = 0.1  # share of a body's lines that may run over a river (texts that overflow)
_NARROWEST = 0.3  # of a river, font sizes


class Columns(NamedTuple):
    """Columns from left to right; column i lies between ``edges[i]`` and ``edges[i + 1]``."""

    columns: list[Column]
    edges: list[float]
    walled: bool

    def home(self, run: Phrase) -> int:
        """The column of a run: that of its middle, or where it starts if it overflows."""
        middle = self._at((run.x0 + run.x1) / 2)
        start = self._at(run.x0 + 0.3 * run.words[0].size)
        inside = self.edges[start + 1] - run.x0
        overflows = start < middle and inside > 1.5 * run.words[0].size
        return start if overflows else middle

    def _at(self, x: float) -> int:
        return min(max(bisect_right(self.edges, x) - 1, 0), len(self.columns) - 1)


def find_columns(
    header: Header, lines: Sequence[Sequence[Word]], walls: Sequence[float]
) -> Columns:
    """The columns of the body's ``lines``; ``walls`` are the drawn ones, [] for none."""
    inner = [x for x in walls if header.x0 < x < header.x1]
    if len(inner) >= 2 and len(inner) + 1 >= 0.6 * len(header.cells):
        left = max((x for x in walls if x <= header.x0), default=header.x0 - header.size)
        right = min((x for x in walls if x >= header.x1), default=header.x1 + header.size)
        edges = [left, *inner, right]
        edges = _cut_shared(header, lines, edges)
        return Columns(_headed(header.cells, edges), edges, True)
    edges = _rivers(header, lines)
    return Columns(_headed(header.cells, edges), edges, False)


def _rivers(header: Header, lines: Sequence[Sequence[Word]]) -> list[float]:
    """Edges where hardly any line has ink, one at least between two header cells."""
    spans = [(run.x0, run.x1) for line in lines for run in runs_of(line)]
    heads = [cell.span for cell in header.cells]
    outer = (
        min([a for a, _ in spans + heads]) - header.size,
        max([b for _, b in spans + heads]) + header.size,
    )
    most = int(_CROSSED * len(lines))
    points = sorted({x for span in spans + heads for x in span})
    rivers: list[Span] = []
    for a, b in pairwise(points):
        mid = (a + b) / 2
        ink = sum(s < mid < e for s, e in spans)
        if ink <= most and not any(s < mid < e for s, e in heads):
            if rivers and abs(rivers[-1][1] - a) < 1e-6:
                rivers[-1] = (rivers[-1][0], b)
            else:
                rivers.append((a, b))
    rivers = [(a, b) for a, b in rivers if b - a >= _NARROWEST * header.size]
    edges = [outer[0]]
    for left, right in pairwise(header.cells):
        low, high = left.span[1], right.span[0]
        here = [r for r in rivers if r[0] < high and r[1] > low]
        if here:
            widest = max(here, key=lambda r: r[1] - r[0])
            edges.append(sum(widest) / 2)
        else:
            edges.append(_emptiest(sum(left.span) / 2, sum(right.span) / 2, spans, heads))
    return [*edges, outer[1]]


def _emptiest(
    low: float,
    high: float,
    spans: Sequence[tuple[float, float]],
    heads: Sequence[tuple[float, float]],
) -> float:
    """Where the fewest runs are cut, in the widest such place."""
    points = sorted({low, high, *(x for s in [*spans, *heads] for x in s if low < x < high)})
    best = min(
        pairwise(points),
        key=lambda p: (
            sum(s < sum(p) / 2 < e for s, e in spans)
            + 3 * sum(s < sum(p) / 2 < e for s, e in heads),
            p[0] - p[1],
        ),
    )
    return sum(best) / 2


def _cut_shared(header: Header, lines: Sequence[Sequence[Word]], edges: list[float]) -> list[float]:
    """Further edges where two known header cells stand between the same two walls."""
    spans = [(run.x0, run.x1) for line in lines for run in runs_of(line, edges)]
    heads = [cell.span for cell in header.cells]
    cut = list(edges)
    for left, right in pairwise(header.cells):
        a, b = sum(left.span) / 2, sum(right.span) / 2
        if not any(a < x < b for x in edges):
            cut.append(_emptiest(a, b, spans, heads))
    return sorted(cut)


def _headed(cells: Sequence[Column], edges: Sequence[float]) -> list[Column]:
    """One column per two edges, with the header cell whose middle lies between them."""
    columns = []
    for a, b in pairwise(edges):
        own = [c for c in cells if a <= sum(c.span) / 2 < b]
        column = own[0] if own else Column("", [], NOTHING)
        column.left, column.right = a, b
        columns.append(column)
    return columns
