"""Whether a picture shows a ruled table."""

from __future__ import annotations


def shows_grid(data: bytes, columns: int, rows: int, stride: int, step: int) -> bool:
    """Whether pixels (``step`` bytes each, the first is judged) hold at least 3 x 2 ruled cells.

    A ruling is a thin run of pixel rows (columns) of which a large share differs from the ground;
    the ground is the commonest shade of a sample.
    """
    if columns < 30 or rows < 20:
        return False
    plane = bytearray()
    for y in range(rows):
        plane += data[y * stride : y * stride + columns * step : step]
    sample = bytes(plane[:: max(1, len(plane) // 50_000) | 1])
    ground = max(range(256), key=sample.count)
    marks = bytes(plane).translate(bytes(abs(v - ground) >= 60 for v in range(256)))
    across = _thin_lines(
        [marks.count(1, y * columns, (y + 1) * columns) for y in range(rows)], 0.45 * columns
    )
    if across < 4:
        return False
    down = _thin_lines([marks[x::columns].count(1) for x in range(columns)], 0.3 * rows)
    return down >= 3


def _thin_lines(sums: list[int], least: float) -> int:
    """Number of runs of full pixel lines that are thin enough for a ruling."""
    widest = max(4, len(sums) // 60)
    lines = run = 0
    for value in [*sums, 0]:
        if value >= least:
            run += 1
        else:
            lines += 0 < run <= widest
            run = 0
    return lines
