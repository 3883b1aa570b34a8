"""User space to displayed page, and the matrices of nested forms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bomflow.page.words import Box

Matrix = Sequence[float]
"""a, b, c, d, e, f as PDF writes them."""


class Frame(NamedTuple):
    """Maps user space to the displayed page; ``turns`` quarter turns clockwise (/Rotate / 90)."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the displayed page."""
        w, h = self.right - self.left, self.top - self.bottom
        return (h, w) if self.turns % 2 else (w, h)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Displayed position of a user-space point."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """Displayed box of a user-space rectangle."""
        # Every character and every ruling passes here: no calls.
        left, bottom, right, top, turns = self
        if turns == 0:
            x0, x1, y0, y1 = x0 - left, x1 - left, top - y0, top - y1
        elif turns == 1:
            x0, x1, y0, y1 = y0 - bottom, y1 - bottom, x0 - left, x1 - left
        elif turns == 2:
            x0, x1, y0, y1 = right - x0, right - x1, y0 - bottom, y1 - bottom
        else:
            x0, x1, y0, y1 = top - y0, top - y1, right - x0, right - x1
        if x0 > x1:
            x0, x1 = x1, x0
        if y0 > y1:
            y0, y1 = y1, y0
        return x0, y0, x1, y1

    def user(self, box: Box) -> Box:
        """User-space rectangle (x0, y0, x1, y1) of a displayed box."""
        corners = [self._user_point(box[0], box[1]), self._user_point(box[2], box[3])]
        xs, ys = [c[0] for c in corners], [c[1] for c in corners]
        return min(xs), min(ys), max(xs), max(ys)

    def _user_point(self, x: float, y: float) -> tuple[float, float]:
        if self.turns == 0:
            return x + self.left, self.top - y
        if self.turns == 1:
            return y + self.left, x + self.bottom
        if self.turns == 2:
            return self.right - x, y + self.bottom
        return self.right - y, self.top - x


def is_thin(width: float, height: float) -> bool:
    """Whether a box in points is a line rather than an area."""
    return (height <= 3.0 and width > 3 * height) or (width <= 3.0 and height > 3 * width)


def may_be_fat(width: float, height: float) -> bool:
    """Whether a box in points may be around one fat stroke: the engine's bounds of a stroke are
    twice as wide as it is.
    """
    return min(width, height) <= 12.0 and max(width, height) > 3 * min(width, height)


def apply(m: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point moved by a matrix."""
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def apply_box(m: Matrix, b: Sequence[float]) -> Box:
    """The upright box around a rectangle moved by a matrix."""
    corners = [apply(m, x, y) for x in (b[0], b[2]) for y in (b[1], b[3])]
    xs, ys = [c[0] for c in corners], [c[1] for c in corners]
    return min(xs), min(ys), max(xs), max(ys)


def multiply(m: Matrix, n: Matrix | None) -> Matrix:
    """The matrix that applies ``m`` first, then ``n``."""
    if n is None:
        return m
    return (
        m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
    )  # fmt: skip
