"""Whether a picture shows a table: letters in lines and columns, or ruled cells with letters."""

from __future__ import annotations

from operator import add

from bomflow.page.lettering import TALLEST, Strokes, holds_words
from bomflow.page.outlines import outlined_tables
from bomflow.page.pixels import blots, marks_of

_WIDEST = 60.0  # points of letters that run into each other
_COARSE = 0.7  # points of a pixel, from which on letters cannot be told from line work
LEAST_LINES, LEAST_COLUMNS = 4, 3
_LETTERS = 5  # runs of ink in a line: a shaded body has few
_SPECKS = 2  # marks in a row of pixels that are dirt
_CROSSING = 0.2  # share of the lines of cells that may cross a channel: overflowing cells
_FILLED = 0.4  # share of them that fill a column
_WALL = 24  # pixels in a row, and share of the picture, that are a line and no letter
_HIGH = 0.12
_CELLED = 0.4  # share of the lines that are of several cells
_ALIKE = 0.6  # share of the lines that are about as high as usual, or as cells of some lines are
_SHARE, _LINES = 0.25, 3.8  # share that have the usual height; heights of three lines as one


def shows_table(
    data: bytes, columns: int, rows: int, stride: int, step: int, points: float
) -> bool:
    """Whether pixels (``step`` bytes each) show a table, either way up; ``points``: of one pixel.

    The letters of lists in outlines are looked for, and less strictly what has the lines of one.
    """
    if columns < 30 or rows < 20:
        return False
    marks = marks_of(data, columns, rows, stride, step)
    small = [
        blot
        for blot in blots(marks, columns, rows)
        if (blot.bottom - blot.top) * points <= TALLEST and (blot.x1 - blot.x0) * points <= _WIDEST
    ]
    boxes = [blot.box(points) for blot in small]
    strokes = Strokes(boxes, lambda n: small[n].texture)
    if outlined_tables(boxes, strokes.segments):
        return True
    if not _ruled(marks, columns, rows) and not is_table(marks, columns, rows):
        return False
    return points > _COARSE or holds_words(boxes, strokes)


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
    usual = _usual_height([height for height, _ in lines])
    wordy = sum(ink.count(b"\0\1") >= _LETTERS for _, ink in lines)
    alike = sum(0.6 * usual <= height <= _LINES * usual for height, _ in lines)
    if wordy < max(LEAST_LINES, 0.5 * len(lines)) or alike < _ALIKE * len(lines):
        return False
    channel = max(3, round(0.6 * usual))
    # Captions, headings and wrapped cells are one text; only lines of several cells can tell.
    celled = [ink for _, ink in lines if bytes(2 * channel) in ink.strip(b"\0")]
    if len(celled) < max(LEAST_LINES, _CELLED * len(lines)):
        return False
    crossed = [0] * columns
    for ink in celled:
        crossed = list(map(add, crossed, ink))
    most = _CROSSING * len(celled)
    full = 0
    start = gap = 0
    for x in range(columns + 1):
        if x < columns and crossed[x] > most:
            gap = 0
            continue
        gap += 1
        if gap == channel or x == columns:  # a channel, or the right side
            full += sum(any(ink[start:x]) for ink in celled) >= _FILLED * len(celled)
            start = x
    return full >= LEAST_COLUMNS


def _usual_height(heights: list[int]) -> int:
    """The least height that a fair share of the lines have; cells of two lines are one twice it."""
    for height in sorted(heights):
        if sum(height <= other <= 1.25 * height for other in heights) >= _SHARE * len(heights):
            return height
    return 0


def _text_lines(marks: bytes, columns: int, rows: int) -> list[tuple[int, bytes]]:
    """Runs of rows that hold ink, rulings left out: height in pixels, and 1 where ink is."""
    ruled = {y for y, n in enumerate(_row_sums(marks, columns, rows)) if n >= 0.45 * columns}
    wall = b"\1" * max(_WALL, round(_HIGH * rows))
    walls = {x for x in range(columns) if wall in marks[x::columns]}
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
