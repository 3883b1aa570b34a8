"""As CAD programs export: every glyph placed by itself, on a grid, in an order of its own."""

from __future__ import annotations

from dataclasses import replace
from math import cos, radians, sin

from .. import fonts
from ..ink import Page, Run

GRID = 0.06
"""Places are whole multiples of this many points: glyphs stand a little off their line."""
UNITS = 0.12
"""Size of a drawing unit in points."""


def restyled(page: Page) -> Page:
    """The page with single glyphs: even ones of a run first, then the odd ones backwards."""
    runs = [glyph for run in page.runs for glyph in _glyphs(run)]
    return replace(page, sheet=replace(page.sheet, units=UNITS), runs=runs)


def _glyphs(run: Run) -> list[Run]:
    along = cos(radians(run.angle)), -sin(radians(run.angle))
    glyphs = []
    done = 0.0
    for letter in run.text:
        x, y = run.x + done * along[0], run.y + done * along[1]
        glyphs.append(run._replace(x=_snapped(x), y=_snapped(y), text=letter))
        done += run.stretch * fonts.width(letter, run.font, run.size)
    return [glyph for glyph in glyphs[::2] + glyphs[1::2][::-1] if glyph.text.strip()]


def _snapped(value: float) -> float:
    return round(value / GRID) * GRID
