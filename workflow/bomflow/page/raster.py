"""Whether a picture shows a table: ruled cells, or lines of text in columns with blank channels."""

from __future__ import annotations

from operator import add

MARK = 60  # shades by which ink differs from the ground
LEAST_LINES, LEAST_COLUMNS = 4, 3
_LETTERS = 5  # runs of ink in a line: a shaded body has few
_SPECKS = 2  # marks in a row of pixels that are dirt
_CROSSING = 0.1  # share of the lines that may cross a channel: captions, overflowing cells
_FILLED = 0.4  # share of the lines that fill a column
_ALIKE = 0.6  # share of the lines that are about equally high


def shows_table(data: bytes, columns: int, rows: int, stride: int, step: int) -> bool:
    """Whether pixels (``step`` bytes each, the first is judged) show a table, either way up.

    The ground is the commonest shade of a sample.
    """
    if columns < 30 or rows < 20:
        return False
    plane = bytearray()
    for y in range(rows):
        plane += data[y * stride : y * stride + columns * step : step]
    sample = bytes(plane[:: max(1, len(plane) // 50_000) | 1])
    ground = max(range(256), key=sample.count)
    marks = bytes(plane).translate(bytes(abs(v - ground) >= MARK for v in range(256)))
    return _ruled(marks, columns, rows) or is_table(marks, columns, rows)


def _ruled(marks: bytes, columns: int, rows: int) -> bool:
    """Whether at least 3 x 2 ruled cells are drawn: thin lines over a large share of the sides."""
    across = _thin_lines(_row_sums(marks, columns, rows), 0.45 * columns)
    if across < 4:
        return False
    return _thin_lines(_column_sums(marks, columns), 0.3 * rows) >= 3


def is_table(marks: bytes, columns: int, rows: int) -> bool:
    """Whether marks (1: ink) are lines of cells: at least four lines in at least three columns."""
    return _in_lines(marks, columns, rows) or _in_lines(
        b"".join(marks[x::columns] for x in range(columns)), rows, columns
    )


def _in_lines(marks: bytes, columns: int, rows: int) -> bool:
    lines = _text_lines(marks, columns, rows)
    if len(lines) < LEAST_LINES:
        return False
    # Accents, dots and dirt between the lines have little ink.
    heights = sorted(height for height, ink in lines for _ in range(ink.count(b"\0\1")))
    usual = heights[len(heights) // 2] if heights else 0
    lines = [(height, ink) for height, ink in lines if height >= 0.4 * usual]
    wordy = sum(ink.count(b"\0\1") >= _LETTERS for _, ink in lines)
    alike = sum(0.6 * usual <= height <= 1.6 * usual for height, _ in lines)
    if wordy < max(LEAST_LINES, 0.5 * len(lines)) or alike < _ALIKE * len(lines):
        return False
    crossed = [0] * columns
    for _, ink in lines:
        crossed = list(map(add, crossed, ink))
    most = _CROSSING * len(lines)
    full = 0
    start = gap = 0
    for x in range(columns + 1):
        if x < columns and crossed[x] > most:
            gap = 0
            continue
        gap += 1
        if gap == max(3, round(0.6 * usual)) or x == columns:  # a channel, or the right side
            full += sum(any(ink[start:x]) for _, ink in lines) >= _FILLED * len(lines)
            start = x
    return full >= LEAST_COLUMNS


def _text_lines(marks: bytes, columns: int, rows: int) -> list[tuple[int, bytes]]:
    """Runs of rows that hold ink, rulings left out: height in pixels, and 1 where ink is."""
    ruled = {y for y, n in enumerate(_row_sums(marks, columns, rows)) if n >= 0.45 * columns}
    walls = {x for x, n in enumerate(_column_sums(marks, columns)) if n >= 0.85 * rows}
    open_ground = int.from_bytes(bytes(x not in walls for x in range(columns)))
    lines = []
    height = ink = 0
    for y in range(rows + 1):
        here = 0
        if y < rows and y not in ruled:
            here = int.from_bytes(marks[y * columns : (y + 1) * columns]) & open_ground
        if here.bit_count() > _SPECKS:
            height, ink = height + 1, ink | here
        elif height:
            lines.append((height, ink.to_bytes(columns)))
            height = ink = 0
    return lines


def _row_sums(marks: bytes, columns: int, rows: int) -> list[int]:
    return [marks.count(1, y * columns, (y + 1) * columns) for y in range(rows)]


def _column_sums(marks: bytes, columns: int) -> list[int]:
    return [marks[x::columns].count(1) for x in range(columns)]


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
