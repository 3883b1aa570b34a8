"""Columns beside a list that the reader did not take.

What a title block or notes print there, row by row, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from bomflow.proof.beyond import ALIGNED, in_line
from bomflow.proof.layout import Layout, Span
from bomflow.proof.near import Near, Page
from bomflow.proof.oddity import Oddity
from bomflow.proof.shorter import is_shorter
from bomflow.table.header.headers import vocabulary

# How far beside a list, in heights of a line, a column of it may stand, and beside how many rows.
_HEIGHTS_APART = 10.0
_MOST_BESIDE = 0.8
_LABELS = 0.5  # share of a column's texts that tell that they are of something else
_NOTE = re.compile(r"\d{1,2}[.)]( |$)")
# The same of a column that has a header, and how far it may reach into the list, in points.
_FEWEST_BESIDE = 0.15
_EDGE = 1.0
_ABOVE = 1.5  # heights by which a table beside a list begins over it, or under it
_OTHERS = 2  # headers of other tables
# In heights: how level its words are with those of a row, and how far the lines of a cell.
_LEVEL, _NEXT = 0.2, 1.8


def column_beside(table: dict[str, Any], layout: Layout, page: Page) -> list[Oddity]:
    """Words beside the rows that stand in line with each other, as those of a column do.

    Beside a few rows alone they are one if they are words, stand on the lines of those rows, and
    nothing else stands over or under them.
    """
    if layout.sides is None:
        return []
    lines: list[list[float]] = [[] for _ in layout.rows]
    for cell in page.cells:
        lines[cell.row] += [page.words[k].level for k in cell.words]
    ends = layout.spans[0][0], layout.spans[-1][1]
    for sign, side in ((-1.0, -layout.sides[0]), (1.0, layout.sides[1])):
        out = sorted((_out(w, sign), w) for w in page.words if not w.inside)
        out = [(span, w) for span, w in out if span[0] >= side]
        texts = [w for _, w in out if any(map(str.isalpha, w.text.split("[")[0].split("(")[0]))]
        heads = _level_with_header(texts, layout)
        if _heads_another(heads[:1], 1) and _heads_another(heads):
            continue
        beside = _beside(out, lines, side, ALIGNED, layout.height)
        many = len(beside) >= max(2, _MOST_BESIDE * len(lines)) and any(
            in_line(span, [s for s, _ in beside], ALIGNED * layout.height) for span, _ in beside
        )
        if not many:
            beside = _beside(out, lines, side, _LEVEL, layout.height)
            body = [(span, w) for span, w in out if ends[0] <= w.level <= ends[1]]
            many = len(beside) >= max(2, _FEWEST_BESIDE * len(lines)) and _alone(
                beside, body, layout.height
            )
        if many and _is_another(out, heads, lines, layout.height):
            continue
        if many and not _is_no_column([text for _, text in beside]):
            first = beside[0][1].split()[0]
            return [Oddity(None, f"words beside the rows that no column took: {first[:30]!r} ...")]
    return []


def _beside(
    out: Sequence[tuple[Span, Near]],
    lines: Sequence[Sequence[float]],
    side: float,
    level: float,
    height: float,
) -> list[tuple[Span, str]]:
    """The texts next to the side of a list in line with its rows, one a row at most.

    ``lines``: the levels of each row's words; ``level`` in heights.
    """
    found = []
    for spots in lines:
        row = [
            (span, w) for span, w in out if any(abs(w.level - s) <= level * height for s in spots)
        ]
        if row and row[0][0][0] - side <= _HEIGHTS_APART * height:
            low, high = _together([span for span, _ in row], height)
            words = sorted((w for span, w in row if span[1] <= high), key=lambda w: w.start)
            found.append(((low, high), " ".join(w.text for w in words)))
    return found


def _alone(
    beside: Sequence[tuple[Span, str]], body: Sequence[tuple[Span, Near]], height: float
) -> bool:
    """Whether texts are words in line with each other, and all that stands up to their end."""
    spans = [span for span, _ in beside]
    high = max(b for _, b in spans)
    words = sum(len(text.split()) for _, text in beside)
    return (
        all(sum(map(str.isalpha, text)) > 1 for _, text in beside)
        and all(in_line(span, spans, _LEVEL * height) for span in spans)
        and sum(a < high for (a, _), _ in body) == words
    )


def _is_no_column(texts: Sequence[str]) -> bool:
    """Whether texts are the labels of a title block, or notes that are numbered."""
    known = vocabulary({})
    labels = sum(known.is_title_label(text, figures=False) for text in texts)
    notes = sum(bool(_NOTE.match(text)) for text in texts)
    return max(labels, notes) >= max(2, _LABELS * len(texts))


def header_beside(table: dict[str, Any], layout: Layout, page: Page) -> list[Oddity]:
    """Words in line with the header, beside the list, over words beside its rows: a lost column.

    It need not have a cell in every row, and its cells may be of several lines. A text that only
    stands beside the list, or over its header, has most of its lines elsewhere.
    """
    if layout.sides is None or not layout.header_spans:
        return []
    slack = 0.5 * layout.height  # a header of two lines beside those of one
    low = min(a for a, _ in layout.header_spans) - slack
    high = max(b for _, b in layout.header_spans) + slack
    ends = min(low, layout.spans[0][0]), max(high, layout.spans[-1][1])
    levels = [{(a + b) / 2} for a, b in layout.spans]
    for cell in page.cells:
        levels[cell.row].update(page.words[k].level for k in cell.words)
    for sign, side in ((-1.0, -layout.sides[0]), (1.0, layout.sides[1])):
        out = sorted((_out(w, sign), w) for w in page.words if not w.inside)
        out = [
            (span, w)
            for span, w in out
            if span[0] >= side - _EDGE and ends[0] <= w.level <= ends[1]
        ]
        over = [(span, w) for span, w in out if low <= w.level <= high]
        if not over or over[0][0][0] - side > _HEIGHTS_APART * layout.height:
            continue
        if _heads_another(_level_with_header([w for _, w in out], layout)):
            continue
        left, right = _column(out, _together([span for span, _ in over], layout.height), layout)
        if any(span[0] < left - layout.height for span, _ in out):
            continue
        column = [w for span, w in out if span[0] <= right and span[1] >= left]
        names = [w for w in column if low <= w.level <= high]
        # frames have zones (A B C D), tables of fits deviations
        if not any(len(w.text) > 1 and w.text[0] not in "±+" for w in names):
            continue
        again = {w.text for w in names}  # a header may be repeated between the rows
        body = {w.level for w in column if w not in names and w.text not in again}
        texts: dict[float, str] = {}
        for w in sorted(column, key=lambda w: w.start):
            texts[w.level] = f"{texts.get(w.level, '')} {w.text}".strip()
        if _is_another(out, [w for _, w in over], levels, layout.height):
            continue
        if _fill(body, levels, layout.height) and not _is_no_column([*texts.values()]):
            words = " ".join(w.text for w in sorted(names, key=lambda w: (round(w.level), w.start)))
            return [Oddity(None, f"a column beside the rows was not read: {words[:30]!r}")]
    return []


def _is_another(
    out: Sequence[tuple[Span, Near]],
    heads: Sequence[Near],
    rows: Sequence[Iterable[float]],
    height: float,
) -> bool:
    """Whether the words beside a list, some of them level with its header, are a shorter table."""
    levels = [w.level for _, w in out if w not in heads]
    return is_shorter([w.across for w in heads], levels, rows, height)


def _level_with_header(words: Sequence[Near], layout: Layout) -> list[Near]:
    """The words at the height of a list's header, or of the line before it: its caption's."""
    if not layout.header_spans:
        return []
    slack = _ABOVE * layout.height
    low = min(a for a, _ in layout.header_spans) - slack
    high = max(b for _, b in layout.header_spans) + slack
    return [w for w in words if low <= w.level <= high]


def _heads_another(words: Sequence[Near], least: int = _OTHERS) -> bool:
    """Whether a table beside the list has its header in line: REV, BY, DATE."""
    known = vocabulary({})
    return sum(known.meaning(w.text).decoy for w in words) >= least


def _column(out: Sequence[tuple[Span, Near]], head: Span, layout: Layout) -> Span:
    """From where to where the texts under a header go.

    A header may stand in the middle of its column, and its texts begin far to the left.
    """
    left, right = head
    under = {w.level for span, w in out if span[0] <= right and span[1] >= left}
    for span, w in reversed(out):
        if span[1] >= left - layout.height and span[0] < left and w.level in under:
            left = span[0]
    return left, right


def _fill(lines: set[float], rows: Sequence[set[float]], height: float) -> bool:
    """Whether the lines of a column stand beside rows, or next to one that does: wrapped cells."""
    level = _LEVEL * height
    own = [{y for y in lines if any(abs(y - spot) <= level for spot in row)} for row in rows]
    beside = set().union(*own)
    rest = lines - beside
    filled = sum(map(bool, own))
    return (
        filled >= max(2, _FEWEST_BESIDE * len(rows))
        and len(rest) <= len(beside)
        and all(any(abs(y - spot) <= _NEXT * height for spot in lines - {y}) for y in rest)
    )


def _out(word: Near, sign: float) -> Span:
    """A word across the columns, as a span that grows away from the table's side."""
    low, high = word.across
    return (low, high) if sign > 0 else (-high, -low)


def _together(spans: Sequence[Span], height: float) -> Span:
    """The span of the first words that stand a blank apart."""
    low, high = spans[0]
    for a, b in spans[1:]:
        if a - high > height:
            break
        high = max(high, b)
    return low, high
