"""How the upright sheet lies on the PDF page: sideways, /Rotate, shifted box."""

from __future__ import annotations

from .spec import SIZES, Sheet

Box = tuple[float, float, float, float]
Point = tuple[float, float]


class Placing:
    """Places of the upright sheet (points, top-left origin) as places of the page."""

    def __init__(self, sheet: Sheet) -> None:
        self._sideways, self._rotate = sheet.sideways, sheet.rotate % 360
        self._origin = sheet.origin
        self.width, self.height = SIZES[sheet.size]
        turned = sheet.sideways in (90, 270)
        self.shown = (self.height, self.width) if turned else (self.width, self.height)
        """Width and height of the page as displayed."""

    def displayed(self, box: Box) -> Box:
        """Box of the upright sheet -> box on the displayed page (top-left origin)."""
        (ax, ay), (bx, by) = (self._turn(box[0], box[1]), self._turn(box[2], box[3]))
        return (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def user(self, x: float, y: float) -> Point:
        """Sheet -> user space of the page."""
        x, y = self._turn(x, y)
        wide, high = self.shown
        if self._rotate == 90:  # the viewer turns the page clockwise: undo it
            x, y, high = y, wide - x, wide
        elif self._rotate == 180:
            x, y = wide - x, high - y
        elif self._rotate == 270:
            x, y, high = high - y, x, wide
        return x + self._origin[0], high - y + self._origin[1]

    def media_box(self) -> Box:
        """The page box in user space."""
        (x0, y0), (x1, y1) = self.user(0, 0), self.user(self.width, self.height)
        return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """PDF matrix from the sheet with y upwards from its lower edge to user space."""
        ox, oy = self.user(0, self.height)
        ax, ay = self.user(1, self.height)
        bx, by = self.user(0, self.height - 1)
        return ax - ox, ay - oy, bx - ox, by - oy, ox, oy

    def _turn(self, x: float, y: float) -> Point:
        """Sheet -> displayed page."""
        if self._sideways == 90:
            return self.height - y, x
        if self._sideways == 180:
            return self.width - x, self.height - y
        if self._sideways == 270:
            return y, self.width - x
        return x, y
