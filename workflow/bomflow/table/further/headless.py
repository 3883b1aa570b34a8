"""Parts lists that print no header: one column counts the rows, the others tell by what they hold.

Strict, because nothing on the page says that the numbered lines are parts: at least three rows
1, 2, 3 ... up or down, in a ruled grid or in columns that stand apart in every row, with a quantity
and a description in words, and no line beside row 1 that could be a header.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bomflow.page.frames import Turn
from bomflow.page.pdf import Page
from bomflow.page.rulings import Ruling, Rulings
from bomflow.page.words import Box, Word
from bomflow.table.body.fill import read_body
from bomflow.table.body.place import Body
from bomflow.table.header.columns import Band, Column
from bomflow.table.header.headers import Vocabulary
from bomflow.table.judging.judge import leftover_words
from bomflow.table.layout import box_of, middle, phrases, text_lines
from bomflow.table.model import Table
from bomflow.table.naming.contents import name_by_contents

REASON = "no header is printed: the columns were named by what they hold"
ROWS = 3
# In font sizes.
_ROW = 10.0  # the tallest row
_GAP = 25.0  # the widest blank between two columns of one row
_WIDE = 120.0  # the widest list


def find_headless(
    page: Page, words: Sequence[Word], vocabulary: Vocabulary
) -> tuple[Table, Turn] | None:
    """The longest parts list without a header on a page that has none with one."""
    for angle in (0, 90, 180, 270):
        turn = Turn(angle, page.width, page.height)
        upright = turn.words(list(words))
        runs = sorted(counting_runs(upright), key=len, reverse=True)
        if not runs:
            continue
        rulings = turn.rulings(page.rulings(turn.back(_reach(runs)), 3.0))
        for run in runs:
            table = _read(run, upright, rulings, vocabulary)
            if table is not None:
                return table, turn
    return None


def counting_runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words 1, 2, 3 ... in line below or above each other, 1 first; nothing else between them."""
    marks = [w for w in words if w.text.isdecimal() and len(w.text) <= 3]
    for first in marks:
        if int(first.text) != 1:
            continue
        column = sorted((w for w in marks if _in_line(first, w)), key=middle)
        at = column.index(first)
        for way in (column[at:], column[at::-1]):
            run = way[:1]
            for word in way[1:]:
                near = abs(middle(word) - middle(run[-1])) <= _ROW * first.size
                if int(word.text) != len(run) + 1 or not near:
                    break
                run.append(word)
            if len(run) >= ROWS:
                yield run


def _in_line(a: Word, b: Word) -> bool:
    """Whether two figures share their left, middle or right, and their size."""
    edges = (a.x0 - b.x0, a.x1 - b.x1, (a.x0 + a.x1 - b.x0 - b.x1) / 2)
    return abs(a.size - b.size) <= 0.05 * a.size and min(map(abs, edges)) <= 0.3 * a.size


def _reach(runs: Sequence[Sequence[Word]]) -> Box:
    """Where the rulings of lists with these positions can lie."""
    x0, top, x1, bottom = box_of(w for run in runs for w in run)
    size = max(run[0].size for run in runs)
    wide, tall = _WIDE * size, _ROW * size
    return x0 - wide, top - tall, x1 + wide, bottom + tall


def _read(
    run: list[Word], words: Sequence[Word], rulings: Rulings, vocabulary: Vocabulary
) -> Table | None:
    """The list of which ``run`` holds the positions, None if it does not read like one."""
    body, bounds = _grid(run, rulings) or _open(run, words) or (None, [])
    if body is None:
        return None
    columns = [Column("", [], vocabulary.meaning(""), a, b) for a, b in pairwise(sorted(bounds))]
    home = next((c for c in columns if c.left <= run[0].x0 < c.right), None)  # type: ignore[operator]
    if (
        home is None
        or len(columns) < 3
        or _has_header(run, words, rulings, body, bounds, vocabulary)
    ):
        return None
    home.name = "position"
    down = middle(run[-1]) > middle(run[0])
    edge = body.top if down else body.bottom
    walls = [Ruling(x, body.top, body.bottom) for x in bounds]
    band = Band(edge, edge, body.x0, body.x1, run[0].size, columns, walls, boxed=True)
    table = read_body(band, body, words, rulings, vocabulary, [band])
    if table is None or not _holds(table, run) or not name_by_contents(table):
        return None
    if not body.ruled and _is_contents(table):
        return None
    table.box = box_of([w for r in table.rows for w in r.words] + table.total_words)
    table.leftover = leftover_words(table, words)
    if table.leftover:
        return None
    table.reasons.append(REASON)
    return table


def _holds(table: Table, run: Sequence[Word]) -> bool:
    """Whether the rows are those of the run, no more and no fewer."""
    position = table.index("position")
    found = [row.text(position) for row in table.rows]
    return found in ([w.text for w in run], [w.text for w in reversed(run)])


def _is_contents(table: Table) -> bool:
    """Whether numbered titles lead to figures at the right that rise: chapters and their pages."""
    names = [column.name for column in table.columns]
    if names != ["position", "description", "quantity"]:
        return False
    cells = [row.text(2) for row in sorted(table.rows, key=lambda row: int(row.text(0)))]
    if not all(cell.isdecimal() for cell in cells):
        return False
    pages = [int(cell) for cell in cells]
    return pages == sorted(pages) and pages[0] < pages[-1]


def _grid(run: Sequence[Word], rulings: Rulings) -> tuple[Body, list[float]] | None:
    """Body and column bounds where every row stands between two horizontal lines."""
    first, last = sorted((run[0], run[-1]), key=middle)
    size = first.size
    x = (first.x0 + first.x1) / 2
    across = [
        a
        for a in rulings.across_between(first.top - _ROW * size, last.bottom + _ROW * size, x, x)
        if a.end - a.start > 6 * size
    ]
    ys = sorted(middle(w) for w in run)
    between = [[a for a in across if y < a.at < z] for y, z in pairwise(ys)]
    above = [a for a in across if a.at < ys[0]][-1:]
    below = [a for a in across if a.at > ys[-1]][:1]
    if not all(between) or not above or not below:
        return None
    lids = [*above, *below, *(a for strip in between for a in strip)]
    left, right = max(a.start for a in lids), min(a.end for a in lids)
    bounds = [
        d.at
        for d in rulings.down_between(left - 2, right + 2, ys[0], ys[-1])
        if d.start <= ys[0] and d.end >= ys[-1]
    ]
    bounds = [b for i, b in enumerate(bounds) if not i or b - bounds[i - 1] > 2.5]
    if len(bounds) < 4:
        return None
    return Body(above[0].at, below[0].at, bounds[0], bounds[-1], True), bounds


def _open(run: Sequence[Word], words: Sequence[Word]) -> tuple[Body, list[float]] | None:
    """Body and column bounds where the texts of all rows stand in columns with blanks between."""
    size = run[0].size
    parts: list[tuple[float, float, int]] = []
    for i, mark in enumerate(run):
        line = sorted(
            w for w in words
            if abs(middle(w) - middle(mark)) <= 0.4 * size and abs(w.size - size) <= 0.1 * size
        )  # fmt: skip
        line.sort(key=lambda w: w.x0)
        parts += [(p.x0, p.x1, i) for p in phrases(line, 1.0)]
    spans: list[tuple[float, float, set[int]]] = []
    for x0, x1, i in sorted(parts):
        if spans and x0 <= spans[-1][1] + 0.3 * size:
            a, b, rows = spans[-1]
            spans[-1] = (a, max(b, x1), rows | {i})
        else:
            spans.append((x0, x1, {i}))
    spans = [s for s in spans if len(s[2]) >= 0.5 * len(run)]
    home = next((k for k, s in enumerate(spans) if s[0] <= run[0].x0 <= s[1]), None)
    if home is None or len(spans[home][2]) < len(run):
        return None
    low = high = home
    while low > 0 and spans[low][0] - spans[low - 1][1] <= _GAP * size:
        low -= 1
    while high + 1 < len(spans) and spans[high + 1][0] - spans[high][1] <= _GAP * size:
        high += 1
    spans = spans[low : high + 1]
    if len(spans) < 3:
        return None
    inner = [(a[1] + b[0]) / 2 for a, b in pairwise(spans)]
    bounds = [spans[0][0] - size, *inner, spans[-1][1] + size]
    first, last = sorted((run[0], run[-1]), key=middle)
    bottom = _wrapped(last.bottom, words, bounds, size)
    return Body(first.top - 0.2 * size, bottom, bounds[0], bounds[-1], False), bounds


def _wrapped(bottom: float, words: Sequence[Word], bounds: Sequence[float], size: float) -> float:
    """Where the last row ends: closely set lines below it belong to it."""
    inside = [
        w for w in words if bounds[0] < (w.x0 + w.x1) / 2 < bounds[-1] and w.top > bottom - size
    ]
    for line in text_lines(inside):
        top, end = min(w.top for w in line), max(w.bottom for w in line)
        if top > bottom + 0.6 * size or len(phrases(line, 1.0)) > 1:
            break
        bottom = max(bottom, end)
    return bottom + 0.2 * size


def _has_header(
    run: Sequence[Word],
    words: Sequence[Word],
    rulings: Rulings,
    body: Body,
    bounds: Sequence[float],
    vocabulary: Vocabulary,
) -> bool:
    """Whether the line beside row 1 names two columns or more: the list has a header of its own.

    A list that grows upwards stands on a title block, of which the cells are others.
    """
    down = middle(run[-1]) > middle(run[0])
    size = run[0].size
    low, high = (body.top - 4 * size, body.top) if down else (body.bottom, body.bottom + 4 * size)
    beside = [w for w in words if low < middle(w) < high and body.x0 < (w.x0 + w.x1) / 2 < body.x1]
    for line in text_lines(beside):
        texts = [p for p in phrases(line) if not any(c.isdigit() for c in p.text)]
        if len({sum(b < p.x0 + 0.5 * size for b in bounds) for p in texts}) < 2:
            continue
        if down:
            return True
        if body.ruled:
            y = sum(map(middle, line)) / len(line)
            on = [b for b in bounds[1:-1] if rulings.down_between(b - 2, b + 2, y, y)]
            return 2 * len(on) >= len(bounds) - 2
        return not any(vocabulary.is_title_label(p.text, figures=False) for p in texts)
    return False
