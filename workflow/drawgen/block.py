"""What a list is made of, measured: strips one below the other."""

from __future__ import annotations

from dataclasses import dataclass, field

from .content import Content
from .row import Row


@dataclass
class Block:
    """A horizontal strip of the table."""

    kind: str
    """'caption', 'header', 'section', 'row', 'blank', 'total' or 'footnote'."""
    height: float
    text: str = ""
    label: str = ""
    """Of a TOTAL line."""
    row: Row | None = None
    cells: dict[str, list[str]] = field(default_factory=dict)
    shared: str = ""
    """The column of which the row has one cell together with rows beside it."""
    shared_height: float = 0.0
    """Of the first of these rows, how high that cell is."""
    open_above: bool = False
    open_below: bool = False
    """Whether the shared cell goes on in the row above, and below."""


@dataclass
class Layout:
    """A table measured at one font size, ready to be drawn anywhere."""

    content: Content
    font: str
    size: float
    columns: dict[str, float]
    """Width of every column in points, from left to right."""
    headers: dict[str, list[str]]
    blocks: list[Block]

    @property
    def width(self) -> float:
        """Width in points."""
        return sum(self.columns.values())

    @property
    def height(self) -> float:
        """Height in points."""
        return sum(block.height for block in self.blocks)
