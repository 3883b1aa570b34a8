"""What lists are drawn on."""

from __future__ import annotations

from typing import Protocol

from .spec import Sheet
from .truth import Box


class Surface(Protocol):
    """What a table is drawn on: paper, or something that stands in for it."""

    sheet: Sheet

    def displayed(self, box: Box) -> Box:
        """Box of the sheet -> box of the displayed page."""

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> None:
        """Draw one line."""

    def box(self, box: Box, width: float = 0.5) -> None:
        """Draw a rectangle."""

    def shade(self, box: Box, grey: float) -> None:
        """Fill a rectangle below everything else; 0 is black."""

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        align: str = "left",
        angle: float = 0.0,
        font: str = "",
        stretch: float = 1.0,
    ) -> Box:
        """Write one line; ``stretch`` is its width in widths of the font."""
