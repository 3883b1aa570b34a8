"""Ready line work: the views of a scene as one compressed content stream.

A piece is drawn once in a 1000 x 700 field (points, y upwards) and put on as many sheets as want
it: that makes bulk sets cheap.
"""

from __future__ import annotations

import functools
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from .pen import Label, Pen, Point
from .scenes import FIELDS, SCENES

WIDTH, HEIGHT = 1000.0, 700.0
VARIANTS = 6
"""Different pieces of line work per scene and number of segments."""


@dataclass(frozen=True)
class LineWork:
    """A compressed content stream and the labels to write over it."""

    data: bytes
    labels: tuple[Label, ...]
    segments: int


@functools.lru_cache(maxsize=128)
def linework(scene: str, variant: int, segments: int) -> LineWork:
    """Views of ``scene`` with about ``segments`` path segments (0 draws nothing); cached.

    Scenes have about 1,000 to 2,500 segments of their own; what is wanted beyond that is a floor
    grating, exploded into single bars as CAD programs export it.
    """
    if segments <= 0:
        return LineWork(zlib.compress(b""), (), 0)
    pen = Pen()
    rng = Random(f"{scene} {variant}")
    SCENES[scene](pen, rng)
    missing = segments - pen.segments
    if missing > 50:
        x, y, w, h = FIELDS[scene]
        across = max(2, round((missing / 2 * w / h) ** 0.5))
        pen.width(0.1)
        pen.grating(x, y, w, h, across, max(1, round(missing / 2 / across)))
    data = zlib.compress("\n".join(pen.out).encode("ascii"), 6)
    return LineWork(data, tuple(pen.labels), pen.segments)


class Path(NamedTuple):
    """One path of line work in its field."""

    points: tuple[Point, ...]
    paint: str
    """PDF operator: S (open), s (closed), b (closed and filled), f (filled)."""
    width: float
    fill: str
    """Grey of the filling as written: '0' black, '1' white."""
    dash: str


def paths(data: bytes) -> Iterator[Path]:
    """The paths of ready line work, for producers that cannot take operators as they are."""
    width, fill, dash, rise = 1.0, "0", "", 0.0
    for line in zlib.decompress(data).decode("ascii").split("\n"):
        *operands, operator = line.split(" ") if line else [""]
        if operator == "w":
            width = float(operands[0])
        elif operator == "g":
            fill = operands[-1]
        elif operator == "d":
            dash = line.partition("[")[2].partition("]")[0]
        elif operator == "cm":  # of gratings: one row, moved up again and again
            rise += float(operands[5])
        elif operator == "Q":
            rise = 0.0
        elif operator in ("S", "s", "b", "f"):
            values = [float(word) for word in operands if word not in ("m", "l")]
            points = zip(values[::2], (y + rise for y in values[1::2]), strict=True)
            yield Path(tuple(points), operator, width, fill, dash)
