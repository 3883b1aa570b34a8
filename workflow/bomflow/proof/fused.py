"""Two columns read as one: a gap runs down through the header and the cells of a column."""

from __future__ import annotations

from typing import Any

from bomflow.proof.evidence import Oddity
from bomflow.proof.layout import Layout, Span, middle
from bomflow.proof.near import Page

_GAP = 0.6  # heights of a line; more than a blank between two words
_BOTH = 0.6  # share of the cells that have words on both sides


def fused_columns(table: dict[str, Any], layout: Layout, page: Page) -> list[Oddity]:
    """Columns of which header and most cells are parted in the same place by a gap.

    Words of one text are as far apart as they happen to be, and headers of one column wrap. Header
    words over the cells count that no column took: the header of one of the two may be lost.
    """
    if not layout.header_spans:
        return []
    low, high = min(a for a, _ in layout.header_spans), max(b for _, b in layout.header_spans)
    found = []
    for name in layout.headers:
        left, right = layout.homes[name]
        header = [
            w.across
            for w in page.words
            if w.among and low <= w.level <= high and left <= middle(w.across) <= right
        ]
        own = (cell for cell in page.cells if cell.column == name and cell.words)
        cells = [[page.words[k].across for k in cell.words] for cell in own]
        if len(header) < 2 or len(cells) < 2:
            continue
        over = _gaps(header)
        for start, end in _gaps([span for cell in cells for span in cell]):
            parted = sum(_on_both_sides(cell, start) for cell in cells)
            if (
                end - start >= _GAP * layout.height
                and any(a < end and b > start for a, b in over)
                and parted >= max(2, _BOTH * len(cells))
            ):
                text = _printed(table, name)
                found.append(Oddity(None, f"column {text[:40]!r} seems to be two columns"))
                break
    return found


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
