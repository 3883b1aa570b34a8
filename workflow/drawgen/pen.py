"""Path operators of line work, with counted segments and the labels that belong to them."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, hypot, pi, sin

Point = tuple[float, float]


@dataclass(frozen=True)
class Label:
    """Text that belongs to the views."""

    x: float
    y: float
    text: str
    size: float
    angle: float = 0.0
    kind: str = "dimension"
    """'dimension', 'view', or 'balloon' (its text is the index of a row of the parts list)."""


class Pen:
    """Draws in a field with y upwards; ``out`` holds the operators."""

    def __init__(self) -> None:
        self.out: list[str] = ["0 G 0 g 1 j 1 J"]
        self.segments = 0
        self.labels: list[Label] = []

    def width(self, value: float) -> None:
        """Line width from here on."""
        self.out.append(f"{value:g} w")

    def dash(self, pattern: str = "") -> None:
        """Dash pattern from here on; none: full lines."""
        self.out.append(f"[{pattern}] 0 d")

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """One line."""
        self.out.append(f"{x0:.1f} {y0:.1f} m {x1:.1f} {y1:.1f} l S")
        self.segments += 1

    def lines(self, points: list[Point], paint: str = "S") -> None:
        """Polyline; ``paint`` is the PDF operator: S, s (closed), b (filled, closed), f."""
        path = " l ".join([f"{x:.1f} {y:.1f}" for x, y in points])
        first, _, rest = path.partition(" l ")
        self.out.append(f"{first} m {rest} l {paint}")
        self.segments += len(points) - (paint == "S")

    def face(self, points: list[Point], edge: bool = True) -> None:
        """White area that hides what lies behind it."""
        self.out.append("1 g")
        self.lines(points, "b" if edge else "f")
        self.out.append("0 g")

    def box(self, x: float, y: float, w: float, h: float) -> None:
        """Rectangle as a closed path."""
        self.lines([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], "s")

    def circle(self, x: float, y: float, r: float, steps: int = 48) -> None:
        """Circle as a polygon, as CAD programs plot it."""
        turn = 2 * pi / steps
        self.lines([(x + r * cos(i * turn), y + r * sin(i * turn)) for i in range(steps)], "s")

    def arrow(self, x: float, y: float, dx: float, dy: float) -> None:
        """Filled arrow head at (x, y) pointing along (dx, dy), a unit vector."""
        bx, by = x - 7 * dx, y - 7 * dy
        self.lines([(x, y), (bx - 1.6 * dy, by + 1.6 * dx), (bx + 1.6 * dy, by - 1.6 * dx)], "f")

    def hatch(self, x: float, y: float, w: float, h: float, gap: float) -> None:
        """Lines at 45 degrees inside a rectangle."""
        offset = -h + gap
        while offset < w:
            x0, x1 = max(offset, 0), min(offset + h, w)
            self.line(x + x0, y + x0 - offset, x + x1, y + x1 - offset)
            offset += gap

    def across(self, x0: float, x1: float, y: float, text: str, feet: float) -> None:
        """Horizontal dimension at height y with extension lines from height ``feet``."""
        self.width(0.3)
        for x in (x0, x1):
            self.line(x, feet, x, y + (4 if y > feet else -4))
        self.line(x0, y, x1, y)
        self.arrow(x0, y, -1, 0)
        self.arrow(x1, y, 1, 0)
        self.labels.append(Label((x0 + x1) / 2, y + 3, text, 9))

    def upright(self, x: float, y0: float, y1: float, text: str, feet: float) -> None:
        """Vertical dimension at x; its text reads up the page."""
        self.width(0.3)
        for y in (y0, y1):
            self.line(feet, y, x + (4 if x > feet else -4), y)
        self.line(x, y0, x, y1)
        self.arrow(x, y0, 0, -1)
        self.arrow(x, y1, 0, 1)
        self.labels.append(Label(x - 3, (y0 + y1) / 2, text, 9, 90))

    def balloon(self, x: float, y: float, tx: float, ty: float, index: int) -> None:
        """Item circle at (x, y) with a leader to (tx, ty)."""
        self.width(0.4)
        away = hypot(tx - x, ty - y) or 1
        dx, dy = (tx - x) / away, (ty - y) / away
        self.line(x + 11 * dx, y + 11 * dy, tx, ty)
        self.arrow(tx, ty, dx, dy)
        self.circle(x, y, 11, 24)
        self.labels.append(Label(x, y - 3.5, str(index), 10, kind="balloon"))

    def name(self, x: float, y: float, text: str) -> None:
        """Name under a view."""
        self.labels.append(Label(x, y, text, 12, kind="view"))

    def note(self, x: float, y: float, text: str, size: float = 8) -> None:
        """Free text."""
        self.labels.append(Label(x, y, text, size))

    def grating(self, x: float, y: float, w: float, h: float, across: int, up: int) -> None:
        """``across`` x ``up`` cells, two segments each; one row is written once and moved."""
        dx, dy = w / across, h / up
        row = "\n".join(
            f"{x + i * dx:.2f} {y:.2f} m {x + (i + 1) * dx:.2f} {y:.2f} l "
            f"{x + (i + 1) * dx:.2f} {y + dy:.2f} l S"
            for i in range(across)
        )
        step = f"\n1 0 0 1 0 {dy:.3f} cm\n"
        self.out.append(f"q\n0.5 G\n{step.join([row] * up)}\nQ")
        self.segments += 2 * across * up
