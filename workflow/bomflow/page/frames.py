"""The frame in which text reads to the right, for sheets and tables that are drawn sideways."""

from __future__ import annotations

from typing import NamedTuple

from bomflow.page.rulings import Line, Rulings
from bomflow.page.words import Box, Word


class Turn(NamedTuple):
    """Turns a displayed page of ``width`` x ``height`` so that text of ``angle`` is horizontal."""

    angle: int
    width: float
    height: float

    def box(self, b: Box) -> Box:
        """A displayed box in the reading frame."""
        if self.angle == 90:
            return (self.height - b[3], b[0], self.height - b[1], b[2])
        if self.angle == 180:
            return (self.width - b[2], self.height - b[3], self.width - b[0], self.height - b[1])
        if self.angle == 270:
            return (b[1], self.width - b[2], b[3], self.width - b[0])
        return b

    def back(self, b: Box) -> Box:
        """A box of the reading frame on the displayed page."""
        if self.angle == 90:
            return (b[1], self.height - b[2], b[3], self.height - b[0])
        if self.angle == 180:
            return self.box(b)
        if self.angle == 270:
            return (self.width - b[3], b[0], self.width - b[1], b[2])
        return b

    def words(self, words: list[Word]) -> list[Word]:
        """The words of this direction, upright."""
        if self.angle == 0:
            return [w for w in words if w.angle == 0]
        turned = []
        for w in words:
            if w.angle == self.angle:
                x0, top, x1, bottom = self.box(w.box)
                turned.append(w._replace(x0=x0, top=top, x1=x1, bottom=bottom, angle=0))
        return turned

    def rulings(self, rulings: Rulings) -> Rulings:
        """The rulings in the reading frame."""
        if self.angle == 0:
            return rulings
        across: list[Line] = []
        down: list[Line] = []
        for y, x0, x1 in rulings.across:
            b = self.box((x0, y, x1, y))
            (across if self.angle == 180 else down).append(_line(b, self.angle == 180))
        for x, y0, y1 in rulings.down:
            b = self.box((x, y0, x, y1))
            (down if self.angle == 180 else across).append(_line(b, self.angle != 180))
        return Rulings(across, down)


def _line(b: Box, horizontal: bool) -> tuple[float, float, float]:
    return (b[1], b[0], b[2]) if horizontal else (b[0], b[1], b[3])
