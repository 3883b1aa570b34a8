"""Views of power-plant steelwork: pipe support, hanger, platform, piping isometric.

Every scene fills the field of 1000 x 700 with at least three views.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import cos, pi, sin
from random import Random

from .pen import Pen, Point


def support(pen: Pen, rng: Random) -> None:
    """Pipe on a column: front and side view, base plate, picture."""
    _elevation(pen, rng, 10, 135)
    _side(pen, rng, 440, 135)
    _plan(pen, rng, 60, 500)
    _picture(pen, rng, 720, 560)


def hanger(pen: Pen, rng: Random) -> None:
    """Pipe under a beam: hanger from the front and from the side, detail of the clamp."""
    r = rng.uniform(34, 46)
    x, top, axis = 190.0, 650.0, 190.0
    _beam_section(pen, x, top, 34)
    box = rng.uniform(400, 440)
    _rod(pen, x, axis + r, top - 34)
    pen.width(0.9)
    pen.face([(x - 48, box), (x + 48, box), (x + 48, box + 90), (x - 48, box + 90)])
    pen.width(0.5)
    for i in range(9):  # the spring
        pen.line(x - 30, box + 12 + 7 * i, x + 30, box + 18 + 7 * i)
    pen.box(x + 54, box + 10, 14, 70)
    for i in range(13):  # load scale
        pen.line(x + 54, box + 16 + 5 * i, x + (64 if i % 3 else 68), box + 16 + 5 * i)
    _clamp(pen, x, axis, r)
    _pipe(pen, x, axis, r)
    for ty in (300.0, box - 30):
        _bolt(pen, x, ty + 15, 5)
    length = rng.randrange(900, 3400, 10)
    pen.upright(30, axis, top + 34, str(length), x - 60)
    pen.upright(55, axis, box, str(length - rng.randrange(300, 700, 10)), x - 50)
    pen.balloon(x + 150, top - 20, x + 30, top - 30, 0)
    pen.balloon(x + 150, box + 75, x + 68, box + 60, 1)
    pen.balloon(x + 150, box - 55, x + 3, box - 40, 2)
    pen.balloon(x + 150, axis + 55, x + r, axis + 15, 3)
    pen.name(x, 30, "A - A")

    left, right = 470.0, 960.0
    pen.width(0.9)
    pen.box(left, top - 34, right - left, 68)
    pen.width(0.4)
    pen.line(left, top - 26, right, top - 26)
    pen.line(left, top + 26, right, top + 26)
    _long_pipe(pen, left, right, axis, r)
    for hx in (left + 110, right - 110):
        _rod(pen, hx, axis + r, top - 34)
        pen.width(0.9)
        pen.face([(hx - 22, box), (hx + 22, box), (hx + 22, box + 90), (hx - 22, box + 90)])
        pen.face([(hx - 12, axis - r - 14), (hx + 12, axis - r - 14), (hx + 12, axis + r + 30),
                  (hx - 12, axis + r + 30)])  # fmt: skip
        pen.hatch(hx - 12, axis + r + 10, 24, 20, 5)
        _bolt(pen, hx, axis + r + 22, 4)
    pen.across(left + 110, right - 110, 90, str(rng.randrange(1800, 6000, 50)), axis - r - 20)
    pen.balloon(left + 210, box + 130, left + 132, box + 85, 4)
    pen.balloon(right - 200, 330, right - 113, 345, 5)
    pen.name((left + right) / 2, 30, "B - B")


def platform(pen: Pen, rng: Random) -> None:
    """Steel platform: front view of the frame, plan, joint in detail."""
    bays = rng.choice((3, 4))
    left, wide, ground = 60.0, 560.0, 120.0
    high = rng.uniform(170, 200)
    _ground(pen, rng, left - 30, ground, wide + 60)
    for i in range(bays + 1):
        x = left + i * wide / bays
        pen.width(0.9)
        pen.box(x - 9, ground + 8, 18, high)
        pen.box(x - 24, ground, 48, 8)
        pen.width(0.4)
        pen.line(x - 5, ground + 8, x - 5, ground + 8 + high)
        pen.line(x + 5, ground + 8, x + 5, ground + 8 + high)
        _bolt(pen, x - 17, ground + 8, 3)
        _bolt(pen, x + 17, ground + 8, 3)
    top = ground + 8 + high
    pen.width(0.9)
    pen.box(left - 30, top, wide + 60, 20)
    pen.width(0.4)
    pen.line(left - 30, top + 4, left + wide + 30, top + 4)
    pen.line(left - 30, top + 16, left + wide + 30, top + 16)
    for i in (0, bays - 1):  # bracing
        x0, x1 = left + i * wide / bays, left + (i + 1) * wide / bays
        for a, b in ((x0, x1), (x1, x0)):
            pen.width(0.5)
            pen.line(a + 10, ground + 20, b - 10, top - 10)
            pen.line(a + 14, ground + 16, b - 6, top - 14)
    for i in range(17):  # railing
        x = left - 25 + i * (wide + 50) / 16
        pen.line(x, top + 20, x, top + 85)
    for dy in (50, 85):
        pen.line(left - 25, top + dy, left + wide + 25, top + dy)
    pitch = rng.randrange(1200, 3200, 50)
    for i in range(bays):
        x0, x1 = left + i * wide / bays, left + (i + 1) * wide / bays
        pen.across(x0, x1, ground - 45, str(pitch), ground - 2)
    pen.across(left, left + wide, ground - 70, str(bays * pitch), ground - 2)
    pen.upright(20, ground, top + 20, str(rng.randrange(2400, 5200, 50)), left - 30)
    pen.balloon(left + wide + 60, top + 60, left + wide + 25, top + 50, 0)
    pen.balloon(left + wide + 65, top - 20, left + wide + 20, top + 8, 1)
    pen.balloon(left + wide + 65, ground + 80, left + wide + 9, ground + 60, 2)
    pen.name(left + wide / 2, 15, "A - A")
    # plan of the floor: beams round the gratings
    x, y, w, h = FIELDS["platform"]
    pen.width(0.9)
    pen.box(x - 8, y - 8, w + 16, h + 16)
    pen.width(0.5)
    pen.box(x, y, w, h)
    for i in range(1, bays + 2):
        bx = x + i * w / (bays + 2)
        pen.width(0.6)
        pen.line(bx - 3, y, bx - 3, y + h)
        pen.line(bx + 3, y, bx + 3, y + h)
    pen.upright(x - 26, y, y + h, str(rng.randrange(1000, 2400, 50)), x - 8)
    pen.balloon(960, y + h / 2, x + w - 60, y + h / 2 - 20, 3)
    _joint(pen, 830, 235)


def isometric(pen: Pen, rng: Random) -> None:
    """Piping isometric: one line with flanges, valves, supports and levels."""

    corners = [(-330.0, 60.0, -40.0)]
    for axis, step in ((0, 240.0), (2, 170.0), (1, -200.0), (0, 230.0), (2, 120.0), (0, 210.0)):
        last = list(corners[-1])
        last[axis] += step * rng.uniform(0.8, 1.1)
        corners.append((last[0], last[1], last[2]))
    flat = [((a - b) * 0.866, (a + b) * 0.5 + c) for a, b, c in corners]
    xs, ys = [p[0] for p in flat], [p[1] for p in flat]
    fit = min(820 / (max(xs) - min(xs)), 480 / (max(ys) - min(ys)))
    flat = [(80 + (x - min(xs)) * fit, 80 + (y - min(ys)) * fit) for x, y in flat]
    pen.width(1.6)
    pen.lines(flat)
    for number, ((x0, y0), (x1, y1)) in enumerate(pairwise(flat)):
        length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
        dx, dy = (x1 - x0) / length, (y1 - y0) / length
        pen.width(0.8)
        for share in (0.08, 0.11, 0.89, 0.92):  # welds and flanges
            cx, cy = x0 + share * (x1 - x0), y0 + share * (y1 - y0)
            pen.line(cx - 7 * dy, cy + 7 * dx, cx + 7 * dy, cy - 7 * dx)
        cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
        if number % 3 == 0:  # valve: two triangles and a hand wheel
            pen.face([(cx - 14 * dx - 8 * dy, cy - 14 * dy + 8 * dx),
                      (cx + 14 * dx + 8 * dy, cy + 14 * dy - 8 * dx),
                      (cx + 14 * dx - 8 * dy, cy + 14 * dy + 8 * dx),
                      (cx - 14 * dx + 8 * dy, cy - 14 * dy - 8 * dx)])  # fmt: skip
            pen.line(cx, cy, cx, cy + 26)
            pen.line(cx - 9, cy + 26, cx + 9, cy + 26)
        else:  # support: stool under the pipe
            pen.lines([(cx, cy - 3), (cx - 9, cy - 20), (cx + 9, cy - 20)], "s")
            pen.hatch(cx - 12, cy - 26, 24, 6, 4)
        side = 34.0
        pen.width(0.3)
        ax, ay, bx, by = x0 + side * dy, y0 - side * dx, x1 + side * dy, y1 - side * dx
        pen.line(x0, y0, ax, ay)
        pen.line(x1, y1, bx, by)
        pen.line(ax, ay, bx, by)
        pen.arrow(ax, ay, -dx, -dy)
        pen.arrow(bx, by, dx, dy)
        pen.note((ax + bx) / 2 + 10 * dy, (ay + by) / 2 - 10 * dx, str(rng.randrange(180, 4200)))
        pen.balloon(cx - 46 * dy + 12, cy + 46 * dx + 30, cx + 4 * dx, cy + 4 * dy, number)
    for (x, y), text in ((flat[0], "EL +12450"), (flat[-1], "EL +9800")):
        pen.note(x, y - 24, text)
        pen.circle(x, y, 6, 24)
    # north arrow
    pen.width(0.8)
    pen.circle(60, 630, 26, 48)
    pen.lines([(60, 630), (92, 648)])
    pen.arrow(96, 651, 0.87, 0.49)
    pen.note(108, 656, "N", 14)


SCENES: dict[str, Callable[[Pen, Random], None]] = {
    "support": support,
    "hanger": hanger,
    "platform": platform,
    "isometric": isometric,
}

FIELDS = {
    "support": (400.0, 590.0, 140.0, 90.0),
    "hanger": (610.0, 395.0, 210.0, 80.0),
    "platform": (70.0, 470.0, 800.0, 190.0),
    "isometric": (700.0, 60.0, 260.0, 110.0),
}
"""Where a floor grating is seen from above: (x, y, width, height)."""


def _pipe(pen: Pen, x: float, y: float, r: float) -> None:
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


def _bolt(pen: Pen, x: float, y: float, s: float) -> None:
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


def _ground(pen: Pen, rng: Random, x: float, y: float, w: float) -> None:
    """Concrete under a base plate."""
    pen.width(0.8)
    pen.line(x, y, x + w, y)
    pen.width(0.25)
    for i in range(int(w / 9)):
        pen.line(x + i * 9, y - 9, x + i * 9 + 9, y)
    for _ in range(int(w / 5)):
        dx, dy = rng.uniform(0, w), rng.uniform(-26, -11)
        pen.line(x + dx, y + dy, x + dx + 1.2, y + dy)


def _beam_section(pen: Pen, x: float, y: float, half: float) -> None:
    """I-beam in section around (x, y)."""
    pen.width(0.9)
    for dy in (-half, half - 6):
        pen.box(x - half, y + dy, 2 * half, 6)
        pen.hatch(x - half, y + dy, 2 * half, 6, 3)
    pen.box(x - 3, y - half + 6, 6, 2 * half - 12)
    pen.hatch(x - 3, y - half + 6, 6, 2 * half - 12, 3)


def _rod(pen: Pen, x: float, low: float, high: float) -> None:
    """Threaded rod."""
    pen.width(0.6)
    pen.box(x - 3, low, 6, high - low)
    pen.width(0.2)
    y = low
    while y < high - 2:
        pen.line(x - 3, y, x + 3, y + 1.5)
        y += 4


def _clamp(pen: Pen, x: float, y: float, r: float) -> None:
    """Two clamp halves with their bolts."""
    for side in (-1, 1):
        pen.width(0.7)
        pen.box(x + side * 1.5 * r - 5, y - 8, 10, 16)
        pen.box(x + side * 1.25 * r - 0.25 * r, y + 3, 0.5 * r, 5)
        pen.box(x + side * 1.25 * r - 0.25 * r, y - 8, 0.5 * r, 5)
        _bolt(pen, x + side * 1.5 * r, y + 10, 4)
    pen.circle(x, y, 1.1 * r, 72)


def _long_pipe(pen: Pen, left: float, right: float, axis: float, r: float) -> None:
    """Pipe lengthwise with insulation, centre line and break lines."""
    pen.width(1.0)
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


def _elevation(pen: Pen, rng: Random, x: float, y: float) -> None:
    """Front view: ground, base plate, column, bracket, clamp, pipe."""
    middle, high, r = x + 170, rng.uniform(85, 105), rng.uniform(34, 44)
    _ground(pen, rng, x + 50, y, 240)
    pen.width(0.9)
    pen.box(middle - 70, y, 140, 9)
    half = rng.uniform(22, 30)
    pen.box(middle - half, y + 9, 2 * half, high)
    pen.width(0.5)
    pen.line(middle - half + 7, y + 9, middle - half + 7, y + 9 + high)
    pen.line(middle + half - 7, y + 9, middle + half - 7, y + 9 + high)
    for side in (-1, 1):  # gussets
        root = middle + side * half
        pen.lines([(root, y + 9), (root + side * 28, y + 9), (root, y + 48)], "s")
        _bolt(pen, middle + side * 60, y + 9, 5)
    top = y + 9 + high
    pen.width(0.9)
    pen.box(middle - 60, top, 120, 8)
    pen.hatch(middle - 60, top, 120, 8, 4)
    centre = top + 8 + 1.45 * r
    for side in (-1, 1):  # saddle
        pen.lines([(middle + side * r, centre), (middle + side * 0.8 * r, top + 8)])
        pen.lines([(middle + side * 1.12 * r, centre), (middle + side * 0.95 * r, top + 8)])
    _clamp(pen, middle, centre, r)
    _pipe(pen, middle, centre, r)
    length = rng.randrange(280, 1900, 5)
    pen.across(middle - 70, middle + 70, y - 45, str(rng.randrange(200, 420, 10)), y - 2)
    pen.across(middle - 60, middle + 60, y - 70, str(rng.randrange(120, 200, 5)), y - 2)
    pen.upright(x + 12, y, centre, str(length), middle - 75)
    pen.upright(x + 34, y + 9, top, str(length - rng.randrange(90, 180)), middle - 75)
    pen.balloon(middle + 130, centre + 75, middle + 0.75 * r, centre + 0.75 * r, 0)
    pen.balloon(middle + 155, centre + 15, middle + 1.5 * r + 5, centre, 1)
    pen.balloon(middle + 155, top - 25, middle + half, top - 40, 2)
    pen.balloon(middle + 140, y + 45, middle + 65, y + 12, 3)
    pen.name(middle, y - 105, "A - A")


def _side(pen: Pen, rng: Random, x: float, y: float) -> None:
    """Side view: the pipe lengthwise over its supports."""
    r, axis = rng.uniform(32, 42), y + rng.uniform(165, 180)
    left, right = x + 20, x + 480
    _ground(pen, rng, x + 40, y, 420)
    _long_pipe(pen, left, right, axis, r)
    feet = [x + 110, x + 390]
    for foot in feet:
        pen.width(0.9)
        pen.box(foot - 45, y, 90, 9)
        pen.box(foot - 17, y + 9, 34, axis - 1.4 * r - y - 9)
        pen.width(0.4)
        pen.line(foot, y + 9, foot, axis - 1.4 * r)
        low, high = axis - 1.4 * r, axis + 1.4 * r
        pen.face([(foot - 24, low), (foot + 24, low), (foot + 24, high), (foot - 24, high)])
        pen.hatch(foot - 45, y, 90, 9, 5)
        for side in (-1, 1):
            _bolt(pen, foot + side * 36, y + 9, 4)
            for dy in (-1.2, 1.2):
                pen.circle(foot + side * 15, axis + dy * r, 4, 16)
    pen.across(feet[0], feet[1], y - 45, str(rng.randrange(900, 4200, 50)), y - 2)
    pen.upright(x + 505, y, axis, f"{rng.randrange(400, 1200, 5)}", x + 445)
    pen.balloon(feet[0] + 90, axis + 100, feet[0] + 18, axis + 1.25 * r, 4)
    pen.balloon(feet[1] - 100, y + 50, feet[1] - 17, y + 70, 5)
    pen.name((feet[0] + feet[1]) / 2, y - 105, "B - B")


def _plan(pen: Pen, rng: Random, x: float, y: float) -> None:
    """Plan view of a base plate with its holes."""
    w, h = 230.0, rng.uniform(120, 145)
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
    _beam_section(pen, x + w / 2, y + h / 2, 26)
    pen.across(x + 25, x + w - 25, y + h + 28, str(rng.randrange(150, 320, 10)), y + h)
    pen.upright(x + w + 34, y + 25, y + h - 25, str(rng.randrange(90, 220, 10)), x + w)
    pen.name(x + w / 2, y - 26, "C - C")


def _joint(pen: Pen, x: float, y: float) -> None:
    """Bolted joint in a detail circle."""
    pen.width(0.6)
    pen.dash("10 4")
    pen.circle(x, y, 110, 90)
    pen.dash()
    pen.width(0.9)
    pen.box(x - 85, y - 16, 75, 32)
    pen.box(x + 10, y - 16, 75, 32)
    pen.box(x - 10, y - 62, 10, 124)
    pen.box(x, y - 62, 10, 124)
    pen.hatch(x - 10, y - 62, 10, 124, 4)
    for dy in (-44, 44):
        pen.width(0.6)
        pen.box(x - 20, y + dy - 4, 44, 8)
        pen.box(x - 26, y + dy - 8, 8, 16)
        pen.box(x + 14, y + dy - 8, 8, 16)
        pen.dash("8 2 2 2")
        pen.line(x - 40, y + dy, x + 40, y + dy)
        pen.dash()
    pen.balloon(x + 70, y - 75, x + 18, y - 50, 4)
    pen.balloon(x + 75, y + 55, x + 50, y + 16, 5)
    pen.name(x, y - 140, "DETAIL A  1:2")


def _picture(pen: Pen, rng: Random, x: float, y: float) -> None:
    """Small isometric picture of a support with its pipe, hidden lines hidden."""

    def iso(a: float, b: float, c: float) -> Point:
        return x + (a - b) * 0.866, y - (a + b) * 0.5 + c

    def block(a: float, b: float, c: float, wa: float, wb: float, wc: float) -> None:
        pen.face([iso(a, b, c + wc), iso(a + wa, b, c + wc), iso(a + wa, b + wb, c + wc),
                  iso(a, b + wb, c + wc)])  # fmt: skip
        pen.face([iso(a + wa, b, c), iso(a + wa, b + wb, c), iso(a + wa, b + wb, c + wc),
                  iso(a + wa, b, c + wc)])  # fmt: skip
        pen.face([iso(a, b + wb, c), iso(a + wa, b + wb, c), iso(a + wa, b + wb, c + wc),
                  iso(a, b + wb, c + wc)])  # fmt: skip

    def ring(a: float, r: float, c: float) -> list[Point]:
        turn = 2 * pi / 48
        return [iso(a, r * cos(i * turn), c + r * sin(i * turn)) for i in range(48)]

    def tube(a0: float, a1: float, r: float, c: float) -> None:
        back, front = ring(a0, r, c), ring(a1, r, c)
        pen.face(back)
        pen.face([back[18], front[18], front[42], back[42]], edge=False)
        pen.line(*back[18], *front[18])
        pen.line(*back[42], *front[42])
        pen.face(front)

    pen.width(0.7)
    size = rng.uniform(38, 46)
    block(-size, -size, -70, 2 * size, 2 * size, 7)
    for a in (-size + 12, size - 12):
        for b in (-size + 12, size - 12):
            block(a - 4, b - 4, -63, 8, 8, 7)
    block(-16, -16, -63, 32, 32, 50)
    block(-30, -34, -13, 60, 68, 6)
    tube(-150, -14, 24, 22)
    tube(-14, 14, 31, 22)
    tube(14, 130, 24, 22)
    pen.lines(ring(130, 18, 22), "s")
