"""The lines and shades of a parts list, in the ways that programs and offices draw them.

Styles (:attr:`drawgen.spec.Table.lines`): 'plain' one thin line; 'double' two beside each other;
'dashed' pieces, as programs write that know no dash pattern; 'fat' as broad as half a letter.
"""

from __future__ import annotations

from math import hypot

from .block import Block, Layout
from .content import is_grouped
from .ink import Box
from .surface import Surface

APART = 1.1
"""Distance of a double line's two in points."""
DASH, GAP = 3.0, 1.5
"""Length of a dash and of the gap after it in points."""
GREY = 0.85
"""Shade of a strip, 0 black to 1 white."""


class Ruler:
    """Draws the lines of one list in its style."""

    def __init__(self, surface: Surface, style: str, size: float) -> None:
        self.surface, self.style, self.size = surface, style, size

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float) -> None:
        """One ruling, which must be level or upright."""
        draw = self.surface.line
        if self.style == "double":
            level = y0 == y1
            for shift in (-APART / 2, APART / 2):
                dx, dy = (0.0, shift) if level else (shift, 0.0)
                draw(x0 + dx, y0 + dy, x1 + dx, y1 + dy, 0.7 * width)
        elif self.style == "dashed":
            long = hypot(x1 - x0, y1 - y0) or 1.0
            ux, uy = (x1 - x0) / long, (y1 - y0) / long
            for piece in range(int(long / (DASH + GAP)) + 1):
                a = piece * (DASH + GAP)
                b = min(a + DASH, long)
                draw(x0 + a * ux, y0 + a * uy, x0 + b * ux, y0 + b * uy, width)
        else:
            draw(x0, y0, x1, y1, 0.25 * self.size if self.style == "fat" else width)

    def box(self, box: Box, width: float) -> None:
        """The frame of the list."""
        if self.style == "plain":
            self.surface.box(box, width)
            return
        x0, top, x1, bottom = box
        for y in (top, bottom):
            self.line(x0, y, x1, y, width)
        for x in (x0, x1):
            self.line(x, top, x, bottom, width)


def rule(ruler: Ruler, layout: Layout, block: Block, x: float, top: float) -> None:
    """Rulings of one strip of the list."""
    table = layout.content.table
    right, bottom = x + layout.width, top + block.height
    if block.kind == "footnote":
        return
    thick = 0.8 if block.kind == "header" else 0.4
    if table.ruling in ("full", "rows"):
        for y, is_open in ((top, block.open_above), (bottom, block.open_below)):
            for a, b in _parts(layout, block.shared if is_open else "", x):
                ruler.line(a, y, b, y, thick)
    elif table.ruling == "header" and block.kind in ("header", "total"):
        ruler.line(x, top, right, top, thick)
        if block.kind == "header":
            ruler.line(x, bottom, right, bottom, thick)
    if table.ruling not in ("full", "columns") or block.kind in ("caption", "section"):
        return
    keys = list(layout.columns)
    grouped = is_grouped(table) and block.kind == "header"
    left = x
    for place, key in enumerate(keys[1:], 1):
        left += layout.columns[keys[place - 1]]
        if block.kind == "total" and key != layout.content.total_column:
            continue
        upper = top + block.height / 2 if grouped and key == "total_weight" else top
        ruler.line(left, upper, left, bottom, 0.4)
    if grouped and table.ruling == "full":
        first = x + sum(layout.columns[k] for k in keys[: keys.index("weight")])
        wide = layout.columns["weight"] + layout.columns["total_weight"]
        half = top + block.height / 2
        ruler.line(first, half, first + wide, half, 0.4)


def _parts(layout: Layout, left_out: str, x: float) -> list[tuple[float, float]]:
    """From where to where a line across the list goes that leaves out a column ('': none)."""
    keys = list(layout.columns)
    if not left_out:
        return [(x, x + layout.width)]
    before = sum(layout.columns[key] for key in keys[: keys.index(left_out)])
    parts = [(x, x + before), (x + before + layout.columns[left_out], x + layout.width)]
    return [(a, b) for a, b in parts if b - a > 0.1]


def mark_row(surface: Surface, layout: Layout, number: int, x: float, top: float) -> None:
    """Strike row ``number`` (0-based) out, or put the triangle of a revision before it."""
    table, size = layout.content.table, layout.size
    right = x + layout.width
    middle = top + 0.75 * size
    if table.struck and number % table.struck == table.struck - 1:
        surface.line(x + 0.3 * size, middle, right - 0.3 * size, middle, 0.6)
    if table.revision_marks and number % table.revision_marks == table.revision_marks - 1:
        # On the side that is away from the frame.
        at = right + size if surface.sheet.place.endswith("left") else x - size
        foot = middle + 0.6 * size
        corners = ((at - 0.8 * size, foot), (at, foot - 1.3 * size), (at + 0.8 * size, foot))
        for (x0, y0), (x1, y1) in zip(corners, (*corners[1:], corners[0]), strict=True):
            surface.line(x0, y0, x1, y1, 0.3)
        revision = str(1 + number % 3)
        surface.text(at, foot - 0.15 * size, revision, 0.6 * size, align="centre", font=layout.font)
