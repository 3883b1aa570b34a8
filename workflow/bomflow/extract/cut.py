"""What of a list cannot be seen: texts cut by a clip or the page's edge, a list that goes on there.

A drawing cropped too tightly, or plotted from a window that ends in its list, reads like a whole
one: only the text that the file still holds beyond the edge tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bomflow.page.pdf import Page
from bomflow.page.words import Box, Word

NEAR = 20.0  # points from a list to the edge of the page at which it is cut
REACH = 150.0  # points beyond the edge: further away lie other things
ROWS = 0.5  # share of the rows that go on
LENGTH = 8.0  # of texts beyond the first or last row, in heights: less are numbers of zones


def cut_off(page: Page, words: Sequence[Word], table: dict[str, Any]) -> list[str]:
    """Reasons against a table of the page whose words were read: what of it cannot be seen."""
    box = table["bbox"]
    reasons = []
    for spot in page.cut_texts:
        if _holds(box, spot):
            cut = [w for w in words if _holds(w.box, spot)]
            if cut and all(w.angle % 90 for w in cut):
                continue  # a stamp or watermark across the sheet
            text = cut[0].text if cut else ""
            reasons.append(f"text {text!r} goes on unseen: clipped, or beyond the edge of the page")
    if any(_goes_on(page, box, table["rows"], side) for side in range(4)):
        reasons.append("the list goes on beyond the edge of the page")
    return reasons


def _goes_on(page: Page, box: Box, rows: Sequence[dict[str, Any]], side: int) -> bool:
    """Whether text lies in line with the rows beyond a side (0 left, 1 top, 2 right, 3 bottom)."""
    edge = (0.0, 0.0, page.width, page.height)[side]
    spans = [row["bbox"] for row in rows if row.get("bbox")]
    axis, across = side % 2, 1 - side % 2
    sign = 1 if side > 1 else -1
    if not spans or sign * (edge - box[side]) > NEAR:
        return False
    texts = [
        (_middle(b, across), b)
        for b in page.beyond
        if 0 < sign * (_middle(b, axis) - edge) <= REACH
    ]
    low, high = max(b[across] for b in spans), min(b[across + 2] for b in spans)
    if len(spans) > 1 and low < high:  # the rows lie one after the other up to this side
        return sum(_length(b) for at, b in texts if low <= at <= high) >= LENGTH
    going = sum(any(b[across] <= at <= b[across + 2] for at, _ in texts) for b in spans)
    return going >= ROWS * len(spans)


def _middle(box: Box, axis: int) -> float:
    return (box[axis] + box[axis + 2]) / 2


def _length(box: Box) -> float:
    """Of a text, in its heights."""
    sides = sorted((box[2] - box[0], box[3] - box[1]))
    return sides[1] / max(sides[0], 0.1)


def _holds(box: Box, other: Box) -> bool:
    x, y = _middle(other, 0), _middle(other, 1)
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
