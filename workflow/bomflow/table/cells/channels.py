"""Where to cut between two header cells that no ruling parts: where columns leave a channel."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bomflow.table.header.columns import Column
from bomflow.table.layout import Phrase

# What it costs to cut a text in a blank between its words, where cutting a word costs 1: a blank
# of a sentence, one that is wider than the table's sentences have.
_BLANK, _WIDE_BLANK = 0.5, 0.2
# In font sizes: blanks of sentences are 0.28 in Helvetica and 0.6 in Courier.
LEAST_WIDE, MOST_WIDE = 0.42, 0.66
_OF_FIGURES = ("position", "quantity", "weight", "total_weight")
_FEW = 3  # lines that may begin with figures by chance
_CLOSE = 0.4  # font sizes between two cells of a spreadsheet
_ALIKE = 0.1  # font sizes by which the begins of a column's texts differ


def behind_figures(
    lines: Sequence[Sequence[Phrase]], left: float, heads: tuple[Column, Column]
) -> float | None:
    """Where texts begin that all stand close behind the figures of a column.

    Spreadsheets set figures against the right end of their column and the next texts against the
    left one of theirs, a blank apart: every line then has one phrase for both columns, which a
    channel beside it leaves to one of them. ``left``: where the first of both begins.
    """
    high = (heads[1].span[0] + heads[1].span[1]) / 2
    near = [[p for p in line if left < p.x1 and p.x0 < high] for line in lines]
    texts = [own[0].words for own in near if len(own) == 1]
    if len(texts) < max(_FEW, len(lines) - 1) or any(len(own) > 1 for own in near):
        return None
    ends = [words[0].x1 for words in texts]
    begins = [words[1].x0 for words in texts if len(words) > 1]
    if len(begins) < _FEW or not all(words[0].text.isdecimal() for words in texts):
        return None
    if max(*ends, heads[0].span[1]) > min(begins):
        return None
    even = min(max(v) - min(v) for v in (ends, begins)) <= _ALIKE * texts[0][0].size
    return (max(ends) + min(begins)) / 2 if even else None


def before_header(lines: Sequence[Sequence[Phrase]], heads: tuple[Column, Column]) -> float | None:
    """Where figures end that stand in line close before the header of the next column.

    They are set against the right end of a wide column of which the header stands at its left end:
    what is set to the left, the middle or the right of the next column does not end before its
    header begins. Beside a figure of the first column they are those of the next one.
    """
    if heads[0].name not in _OF_FIGURES:
        return None
    low, high = heads[0].span[1], heads[1].span[0]
    firsts = [p.words[0] for line in lines for p in line if low < p.x0 < high]
    beside = [p for line in lines for p in line if heads[0].span[0] < p.x1 <= low]
    if beside or len(firsts) < _FEW or not all(w.text.isdecimal() and w.x1 <= high for w in firsts):
        return None
    ends = [w.x1 for w in firsts]
    size = firsts[0].size
    close = high - min(ends) <= _CLOSE * size and max(ends) - min(ends) <= _ALIKE * size
    return (max(ends) + high) / 2 if close else None


def neighbours(lines: list[list[Phrase]], column: int) -> list[tuple[float, float]]:
    """Middles of the texts of a column and the next one, of lines with a text for every column."""
    pairs = ((line[column], line[column + 1]) for line in lines)
    return [((p.x0 + p.x1) / 2, (q.x0 + q.x1) / 2) for p, q in pairs]


def two_between(
    lines: list[list[Phrase]], columns: Sequence[Column], column: int
) -> list[tuple[float, float]]:
    """Middles of the two texts between the headers beside a column and the next one.

    Of lines with empty cells: headers that stand in the middle of wide columns do not tell where
    texts begin that are set to the left.
    """
    low = columns[column - 1].span[1] if column else float("-inf")
    high = columns[column + 2].span[0] if column + 2 < len(columns) else float("inf")
    between = [[p for p in line if p.x1 > low and p.x0 < high] for line in lines]
    return [
        ((p.x0 + p.x1) / 2, (q.x0 + q.x1) / 2)
        for p, q in (two for two in between if len(two) == 2)
        if low <= p.x0 and q.x1 <= high
    ]


def channel(
    a: Column,
    b: Column,
    parts: list[tuple[Phrase, float]],
    couples: list[tuple[float, float]],
    wide: float,
) -> float:
    """Where to cut between two neighbouring header cells.

    The weight of what is cut decides, and how many lines get two texts in one cell and none in
    the other; then the widest gap. Figures set against the right end of their column stand so
    close to the text of the next one that both read as one phrase: its blanks are cheap to cut.
    """
    low = (a.span[0] + a.span[1]) / 2
    high = (b.span[0] + b.span[1]) / 2
    spans = [
        (x0, x1, weight * share)
        for p, weight in parts
        if p.x1 > low and p.x0 < high
        for x0, x1, share in _stretches(p, wide)
    ]
    head = [(a.span[0], a.span[1]), (b.span[0], b.span[1])]
    through_head = max(2.5, 0.4 * len(parts))
    ends = [x for s in (*spans, *head) for x in s[:2]]
    points = sorted({low, high, *(x for x in ends if low <= x <= high)})
    best: tuple[float, float, float] | None = None
    for p, q in pairwise(points):
        mid = (p + q) / 2
        cuts = sum(s[2] for s in spans if s[0] < mid < s[1])
        cuts += through_head * sum(h[0] < mid < h[1] for h in head)
        cuts += 0.6 * sum(not x < mid < y for x, y in couples)
        key = (cuts, p - q)
        if best is None or key < best[:2]:
            best = (*key, mid)
    return best[2] if best else (low + high) / 2


def wide_blank(lines: list[list[Phrase]]) -> float:
    """From how many font sizes on a blank within a phrase is wider than those of sentences."""
    blanks = sorted(
        (b.x0 - a.x1) / b.size for line in lines for p in line for a, b in pairwise(p.words)
    )
    usual = blanks[len(blanks) // 10] if blanks else 0.0
    return min(max(1.4 * usual, LEAST_WIDE), MOST_WIDE)


def _stretches(phrase: Phrase, wide: float) -> list[tuple[float, float, float]]:
    """Words and blanks of a phrase: from, to, and what cutting there costs."""
    out = []
    for before, word in pairwise(phrase.words):
        gap = word.x0 - before.x1
        if gap > 0:
            cost = _WIDE_BLANK if gap > wide * word.size else _BLANK
            out.append((before.x1, word.x0, cost))
    return out + [(w.x0, w.x1, 1.0) for w in phrase.words]
