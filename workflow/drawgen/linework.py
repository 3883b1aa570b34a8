"""Views made of lines: pipe supports with plates, beams, hatching, gratings and dimensions.

A piece of line work is drawn once in a 1000 x 700 field (points, y upwards), compressed, and put
on as many sheets as want it: that makes bulk sets cheap.
"""

from __future__ import annotations

import functools
import zlib
from dataclasses import dataclass
from math import cos, pi, sin
from random import Random

WIDTH, HEIGHT = 1000.0, 700.0
VARIANTS = 16
"""Different pieces of line work per number of segments."""


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


@dataclass(frozen=True)
class LineWork:
    """Ready line work: a compressed content stream and the labels to write over it."""

    data: bytes
    labels: tuple[Label, ...]
    segments: int


class _Pen:
    """Collects path operators and counts their segments."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.segments = 0
        self.labels: list[Label] = []

    def width(self, value: float) -> None:
        self.out.append(f"{value:g} w")

    def dash(self, pattern: str = "") -> None:
        self.out.append(f"[{pattern}] 0 d")

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.out.append(f"{x0:.1f} {y0:.1f} m {x1:.1f} {y1:.1f} l S")
        self.segments += 1

    def lines(self, points: list[tuple[float, float]], close: bool = False) -> None:
        path = " l ".join([f"{x:.1f} {y:.1f}" for x, y in points])
        first, _, rest = path.partition(" l ")
        self.out.append(f"{first} m {rest} l {'s' if close else 'S'}")
        self.segments += len(points) - (not close)

    def box(self, x: float, y: float, w: float, h: float) -> None:
        self.lines([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], close=True)

    def circle(self, x: float, y: float, r: float, steps: int = 48, squash: float = 1.0) -> None:
        turn = 2 * pi / steps
        self.lines(
            [(x + r * cos(i * turn), y + squash * r * sin(i * turn)) for i in range(steps)],
            close=True,
        )

    def arrow(self, x: float, y: float, dx: float, dy: float) -> None:
        """Filled arrow head at (x, y) pointing along (dx, dy), a unit vector."""
        bx, by = x - 7 * dx, y - 7 * dy
        self.out.append(
            f"{x:.1f} {y:.1f} m {bx - 1.6 * dy:.1f} {by + 1.6 * dx:.1f} l "
            f"{bx + 1.6 * dy:.1f} {by - 1.6 * dx:.1f} l f"
        )
        self.segments += 3

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
        away = ((tx - x) ** 2 + (ty - y) ** 2) ** 0.5 or 1
        self.line(x + 11 * (tx - x) / away, y + 11 * (ty - y) / away, tx, ty)
        self.arrow(tx, ty, (tx - x) / away, (ty - y) / away)
        self.circle(x, y, 11, 24)
        self.labels.append(Label(x, y - 3.5, str(index), 10, kind="balloon"))

    def name(self, x: float, y: float, text: str) -> None:
        self.labels.append(Label(x, y, text, 12, kind="view"))


@functools.lru_cache(maxsize=64)
def linework(variant: int, segments: int) -> LineWork:
    """Views with about ``segments`` path segments (0 draws nothing); cached."""
    if segments <= 0:
        return LineWork(zlib.compress(b""), (), 0)
    pen = _Pen()
    rng = Random(variant * 104729 + 5)
    pen.out.append("0 G 0 g 1 j 1 J")
    _elevation(pen, rng, 40, 60)
    _side(pen, rng, 430, 60)
    if segments > 500:
        _plan(pen, rng, 60, 450)
        _isometric(pen, rng, 560, 420)
    _dense(pen, rng, segments)
    data = zlib.compress("\n".join(pen.out).encode("ascii"), 6)
    return LineWork(data, tuple(pen.labels), pen.segments)


def _pipe(pen: _Pen, x: float, y: float, r: float) -> None:
    """Pipe in section: wall, insulation, centre lines."""
    pen.width(1.1)
    pen.circle(x, y, r, 72)
    pen.width(0.5)
    pen.circle(x, y, r * 0.88, 72)
    pen.dash("6 3")
    pen.circle(x, y, r * 1.35, 72)
    pen.dash("14 3 2 3")
    pen.width(0.3)
    pen.line(x - 1.6 * r, y, x + 1.6 * r, y)
    pen.line(x, y - 1.6 * r, x, y + 1.6 * r)
    pen.dash()


def _bolt(pen: _Pen, x: float, y: float, s: float) -> None:
    """Bolt from the side: head, shank, thread, nut."""
    pen.width(0.6)
    pen.box(x - s, y, 2 * s, 1.2 * s)
    pen.line(x - s / 3, y, x - s / 3, y + 1.2 * s)
    pen.line(x + s / 3, y, x + s / 3, y + 1.2 * s)
    pen.box(x - s / 2, y - 5 * s, s, 5 * s)
    pen.box(x - s, y - 4 * s, 2 * s, 1.1 * s)
    pen.width(0.25)
    for i in range(8):
        pen.line(x - s / 2, y - 5 * s + i * s / 6, x + s / 2, y - 5 * s + i * s / 6 + s / 8)


def _ground(pen: _Pen, rng: Random, x: float, y: float, w: float) -> None:
    """Concrete under a base plate."""
    pen.width(0.8)
    pen.line(x, y, x + w, y)
    pen.width(0.25)
    for i in range(int(w / 9)):
        pen.line(x + i * 9, y - 9, x + i * 9 + 9, y)
    for _ in range(int(w / 5)):
        dx, dy = rng.uniform(0, w), rng.uniform(-26, -11)
        pen.line(x + dx, y + dy, x + dx + 1.2, y + dy)


def _elevation(pen: _Pen, rng: Random, x: float, y: float) -> None:
    """Front view: ground, base plate, column, bracket, clamp, pipe."""
    middle, high, r = x + 150, rng.uniform(95, 130), rng.uniform(34, 48)
    _ground(pen, rng, x + 30, y, 240)
    pen.width(0.9)
    pen.box(middle - 70, y, 140, 9)
    half = rng.uniform(22, 30)
    pen.box(middle - half, y + 9, 2 * half, high)
    pen.width(0.5)
    pen.line(middle - half + 7, y + 9, middle - half + 7, y + 9 + high)
    pen.line(middle + half - 7, y + 9, middle + half - 7, y + 9 + high)
    for side in (-1, 1):  # gussets
        pen.lines(
            [
                (middle + side * half, y + 9),
                (middle + side * (half + 28), y + 9),
                (middle + side * half, y + 48),
            ],
            close=True,
        )
        _bolt(pen, middle + side * 60, y + 9, 5)
    top = y + 9 + high
    pen.width(0.9)
    pen.box(middle - 60, top, 120, 8)
    pen.hatch(middle - 60, top, 120, 8, 4)
    centre = top + 8 + 1.45 * r
    for side in (-1, 1):  # clamp halves
        pen.width(0.7)
        pen.box(middle + side * 1.5 * r - 5, centre - 8, 10, 16)
        pen.lines([(middle + side * r, centre), (middle + side * 0.8 * r, top + 8)])
        pen.lines([(middle + side * 1.12 * r, centre), (middle + side * 0.95 * r, top + 8)])
        _bolt(pen, middle + side * 1.5 * r, centre + 10, 4)
    _pipe(pen, middle, centre, r)
    length = rng.randrange(280, 1900, 5)
    pen.across(middle - 70, middle + 70, y - 45, str(rng.randrange(200, 420, 10)), y - 2)
    pen.across(middle - 60, middle + 60, y - 70, str(rng.randrange(120, 200, 5)), y - 2)
    pen.upright(x + 12, y, centre, str(length), middle - 70)
    pen.upright(x + 32, y + 9, top, str(length - rng.randrange(90, 180)), middle - 60)
    pen.balloon(middle + 130, centre + 62, middle + 0.75 * r, centre + 0.7 * r, 0)
    pen.balloon(middle + 150, centre + 5, middle + 1.5 * r + 5, centre, 1)
    pen.balloon(middle + 150, top - 30, middle + half, top - 45, 2)
    pen.balloon(middle + 140, y + 60, middle + 62, y + 6, 3)
    pen.name(middle, y - 100, "A - A")


def _side(pen: _Pen, rng: Random, x: float, y: float) -> None:
    """Side view: the pipe lengthwise with break lines over its supports."""
    r, axis = rng.uniform(30, 44), y + rng.uniform(190, 215)
    pen.width(1.0)
    left, right = x + 20, x + 470
    pen.line(left, axis + r, right, axis + r)
    pen.line(left, axis - r, right, axis - r)
    pen.dash("6 3")
    pen.width(0.5)
    pen.line(left, axis + 1.35 * r, right, axis + 1.35 * r)
    pen.line(left, axis - 1.35 * r, right, axis - 1.35 * r)
    pen.dash("14 3 2 3")
    pen.width(0.3)
    pen.line(left - 15, axis, right + 15, axis)
    pen.dash()
    for end in (left, right):
        pen.lines([(end + 5 * sin(i * 0.7), axis - r + i * r / 10) for i in range(21)])
    feet = [x + 110, x + 380]
    _ground(pen, rng, x + 40, y, 420)
    for foot in feet:
        pen.width(0.9)
        pen.box(foot - 45, y, 90, 9)
        pen.box(foot - 17, y + 9, 34, axis - 1.4 * r - y - 9)
        pen.width(0.4)
        pen.line(foot, y + 9, foot, axis - 1.4 * r)
        pen.box(foot - 24, axis - 1.4 * r, 48, 2.8 * r)
        pen.hatch(foot - 45, y, 90, 9, 5)
        for side in (-1, 1):
            _bolt(pen, foot + side * 36, y + 9, 4)
            pen.width(0.5)
            pen.circle(foot + side * 15, axis + 1.2 * r, 4, 16)
    pen.across(feet[0], feet[1], y - 45, str(rng.randrange(900, 4200, 50)), y - 2)
    pen.upright(x + 492, y, axis, f"{rng.randrange(400, 1200, 5)}", x + 440)
    pen.balloon(feet[0] + 80, axis + 95, feet[0] + 18, axis + 1.25 * r, 4)
    pen.balloon(feet[1] - 90, y + 90, feet[1] - 17, y + 60, 5)
    pen.name((feet[0] + feet[1]) / 2, y - 85, "B - B")


def _plan(pen: _Pen, rng: Random, x: float, y: float) -> None:
    """Plan view of a base plate with its holes."""
    w, h = 230.0, rng.uniform(120, 150)
    pen.width(0.9)
    pen.box(x, y, w, h)
    pen.width(0.5)
    for dx in (25, w - 25):
        for dy in (25, h - 25):
            pen.circle(x + dx, y + dy, 8, 32)
            pen.circle(x + dx, y + dy, 12, 6)
            pen.width(0.25)
            pen.line(x + dx - 16, y + dy, x + dx + 16, y + dy)
            pen.line(x + dx, y + dy - 16, x + dx, y + dy + 16)
            pen.width(0.5)
    half = 26.0  # the beam in section
    mx, my = x + w / 2, y + h / 2
    pen.width(0.9)
    for dy in (-half, half - 5):
        pen.box(mx - half, my + dy, 2 * half, 5)
        pen.hatch(mx - half, my + dy, 2 * half, 5, 3)
    pen.box(mx - 2.5, my - half + 5, 5, 2 * half - 10)
    pen.hatch(mx - 2.5, my - half + 5, 5, 2 * half - 10, 3)
    pen.across(x + 25, x + w - 25, y + h + 28, str(rng.randrange(150, 320, 10)), y + h)
    pen.upright(x + w + 34, y + 25, y + h - 25, str(rng.randrange(90, 220, 10)), x + w)
    pen.name(mx, y - 26, "C - C")


def _isometric(pen: _Pen, rng: Random, x: float, y: float) -> None:
    """Small isometric picture: a bent pipe and a frame."""

    def iso(a: float, b: float, c: float) -> tuple[float, float]:
        return x + 170 + (a - b) * 0.87, y + (a + b) * 0.5 + c

    pen.width(0.7)
    size = rng.uniform(85, 110)
    for dz in (0.0, 8.0, size, size + 8):
        pen.lines([iso(0, 0, dz), iso(size, 0, dz), iso(size, size, dz), iso(0, size, dz)], True)
    for a, b in ((0, 0), (size, 0), (size, size), (0, size)):
        pen.lines([iso(a, b, 0), iso(a, b, size + 8)])
        pen.lines([iso(a * 0.9 + 5, b * 0.9 + 5, 8), iso(a * 0.9 + 5, b * 0.9 + 5, size)])
    for offset in (-14, 0, 14):
        pen.width(1.0 if offset else 0.3)
        pen.lines(
            [
                iso(-60, size / 2 + offset, size + 30),
                iso(size * 0.8 - offset, size / 2 + offset, size + 30),
                iso(size * 0.8 - offset, size + 90, size + 30),
            ]
        )
    for step in range(9):
        cx, cy = iso(-60 + step * 16, size / 2, size + 30)
        pen.width(0.3)
        pen.circle(cx, cy, 13, 36, 0.9)


def _dense(pen: _Pen, rng: Random, segments: int) -> None:
    """Fill up to the wanted number of segments: knurling, hatching, gratings, mesh curves."""
    missing = segments - pen.segments
    if missing <= 0:
        return
    # A floor grating seen from above, exploded into one line per bar and cell, as CAD exports it.
    pen.width(0.12)
    if missing < 4000:
        rows = max(1, int((missing / 6) ** 0.5))
        _grating(pen, 330, 455, 150, 120, 3 * rows, rows)
        return
    fields = ((330, 440, 190, 200), (560, 590, 400, 100), (590, 92, 170, 80), (800, 420, 190, 160))
    share = missing / len(fields)
    for x, y, w, h in fields:
        across = max(2, int((share / 2 * w / h) ** 0.5))
        _grating(pen, x, y, w, h, across, max(2, int(share / 2 / across)))


def _grating(
    pen: _Pen, x: float, y: float, w: float, h: float, across: int, up: int
) -> None:
    """``across`` x ``up`` cells, two segments each; one row is written once and moved."""
    dx, dy = w / across, h / up
    row = "\n".join(
        f"{x + i * dx:.2f} {y:.2f} m {x + (i + 1) * dx:.2f} {y:.2f} l "
        f"{x + (i + 1) * dx:.2f} {y + dy:.2f} l S"
        for i in range(across)
    )
    step = f"\n1 0 0 1 0 {dy:.3f} cm\n"
    pen.out.append(f"q\n{step.join([row] * up)}\nQ")
    pen.segments += 2 * across * up
