"""Two columns read as one: a gap runs down through the header and the cells of a column."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from bomflow.proof.layout import Layout, Span, middle
from bomflow.proof.near import Near, Page
from bomflow.proof.oddity import Oddity

_GAP = 0.6  # heights of a line; more than a blank between two words
_BLANK = 1.3  # blanks; those of monospaced type are as wide as its letters
_WIDEST = 0.75  # heights of a line: the widest blank of type
_BOTH = 0.6  # share of the cells that have words on both sides


def fused_columns(table: dict[str, Any], layout: Layout, page: Page) -> list[Oddity]:
    """Columns of which header and most cells are parted in the same place by a gap.

    Words of one text are as far apart as they happen to be, and headers of one column wrap: each
    line of it counts by itself. Header words over the cells count that no column took: the header
    of one of the two may be lost.
    """
    if not layout.header_spans:
        return []
    low, high = min(a for a, _ in layout.header_spans), max(b for _, b in layout.header_spans)
    found = []
    blank = _smallest_blank(page, layout)
    for name in layout.headers:
        left, right = layout.homes[name]
        header = [
            w
            for w in page.words
            if w.among and low <= w.level <= high and left <= middle(w.across) <= right
        ]
        own = (cell for cell in page.cells if cell.column == name and cell.words)
        cells = [[page.words[k].across for k in cell.words] for cell in own]
        if len(header) < 2 or len(cells) < 2:
            continue
        over = [gap for line in _lines(header) for gap in _gaps(line)]
        least = max(_GAP * layout.line, min(_BLANK * blank, _WIDEST * layout.line))
        for start, end in _gaps([span for cell in cells for span in cell]):
            parted = sum(_on_both_sides(cell, start) for cell in cells)
            if (
                end - start >= least
                and any(a < end and b > start for a, b in over)
                and parted >= max(2, _BOTH * len(cells))
            ):
                text = _printed(table, name)
                found.append(Oddity(None, f"column {text[:40]!r} seems to be two columns"))
                break
    return found


def _smallest_blank(page: Page, layout: Layout) -> float:
    """The narrowest blank between two words of a cell, points: that of the type, or 0."""
    blanks = []
    for cell in page.cells:
        if len(cell.words) > 1:
            for a, b in pairwise(sorted((page.words[k] for k in cell.words), key=_begin)):
                level = abs(a.level - b.level) < 0.3 * layout.line
                blanks += [b.across[0] - a.across[1]] if level else []
    return min((blank for blank in blanks if blank > 0.1 * layout.line), default=0.0)


def _begin(word: Near) -> float:
    return word.across[0]


def _lines(words: list[Near]) -> list[list[Span]]:
    """Where the words of each line stand."""
    lines: list[list[Near]] = []
    for word in sorted(words, key=lambda w: w.level):
        height = word.along[1] - word.along[0]
        if lines and word.level - lines[-1][0].level < 0.5 * height:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [[w.across for w in line] for line in lines]


def _gaps(spans: list[Span]) -> list[Span]:
    """What no span covers, between the first and the last of them."""
    gaps = []
    edge = min(a for a, _ in spans)
    for a, b in sorted(spans):
        if a > edge:
            gaps.append((edge, a))
        edge = max(edge, b)
    return gaps


def _on_both_sides(spans: list[Span], at: float) -> bool:
    return any(b <= at for _, b in spans) and any(a > at for a, _ in spans)


def _printed(table: dict[str, Any], name: str) -> str:
    """The header of a column as printed."""
    texts = {
        str(cell.get("column") or f"extra {cell.get('text')}"): str(cell.get("text") or "")
        for cell in table.get("header") or ()
    }
    return texts.get(name, name)
