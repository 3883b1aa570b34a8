"""The ink of a picture: marks by pixel, and the boxes of what hangs together."""

from __future__ import annotations

from typing import NamedTuple

from bomflow.page.words import Box

MARK = 60  # shades by which ink differs from the ground
_MOST_RUNS = 400_000  # of ink: photos and hatching have more, and no letters


class Blot(NamedTuple):
    """Ink that hangs together: its box and its size in pixels, and of how many runs it is."""

    x0: int
    top: int
    x1: int
    bottom: int
    ink: int
    runs: int

    def box(self, points: float) -> Box:
        """Its box in points, of which a pixel has so many."""
        return self.x0 * points, self.top * points, self.x1 * points, self.bottom * points

    @property
    def texture(self) -> float:
        """A number that is the same for pictures of the same letter, and hardly for others."""
        width, height = self.x1 - self.x0, self.bottom - self.top
        return 12 * self.ink / (width * height) + 3 * self.runs / height


def marks_of(data: bytes, columns: int, rows: int, stride: int, step: int) -> bytes:
    """1 where ink is, 0 for ground, row by row; the ground is the commonest shade of a sample.

    ``step`` bytes are a pixel, of which the first is judged, ``stride`` bytes a row.
    """
    plane = bytearray()
    for y in range(rows):
        plane += data[y * stride : y * stride + columns * step : step]
    sample = bytes(plane[:: max(1, len(plane) // 50_000) | 1])
    ground = max(range(256), key=sample.count)
    return bytes(plane).translate(bytes(abs(v - ground) >= MARK for v in range(256)))


def blots(marks: bytes, columns: int, rows: int) -> list[Blot]:
    """What hangs together side by side or one over the other; [] where there is too much ink."""
    runs: list[tuple[int, int, int]] = []
    joined: list[int] = []  # for each run another one that it hangs together with
    above: list[int] = []
    for y in range(rows):
        row = marks[y * columns : (y + 1) * columns]
        here = []
        at = 0
        start = row.find(1)
        while start >= 0:
            end = row.find(0, start) if row.find(0, start) >= 0 else columns
            n = len(runs)
            runs.append((y, start, end))
            joined.append(n)
            here.append(n)
            while at < len(above) and runs[above[at]][2] < start:
                at += 1
            for m in above[at:]:
                if runs[m][1] > end:
                    break
                joined[last_of(joined, m)] = last_of(joined, n)
            start = row.find(1, end)
        if len(runs) > _MOST_RUNS:
            return []
        above = here
    found: dict[int, Blot] = {}
    for n, (y, start, end) in enumerate(runs):
        root = last_of(joined, n)
        b = found.get(root) or Blot(start, y, end, y, 0, 0)
        found[root] = Blot(
            min(b.x0, start), b.top, max(b.x1, end), y + 1, b.ink + end - start, b.runs + 1
        )
    return list(found.values())


def last_of(joined: list[int], n: int) -> int:
    """The end of a chain of numbers, which is made shorter."""
    while joined[n] != n:
        joined[n] = n = joined[joined[n]]
    return n
