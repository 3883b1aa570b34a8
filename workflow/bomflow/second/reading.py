"""A table read a second time: header, body, columns and rows from the page's words alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bomflow.page.rulings import Rulings, merge
from bomflow.page.words import Box, Word
from bomflow.proof.evidence import FIGURES
from bomflow.second.columns import Columns, find_columns
from bomflow.second.header import Header, find_header, repeats_header
from bomflow.second.rows import (
    Placed,
    as_row,
    drop_loose_ends,
    group_lines,
    is_heading,
    is_inner,
    place,
    stands_alone,
    text_of,
    total_of,
)
from bomflow.second.runs import lines_of, runs_of, walls_at
from bomflow.table.body.separators import row_rulings
from bomflow.table.body.tidy import second_header
from bomflow.table.header.columns import Band, column_index, name_columns
from bomflow.table.header.headers import Vocabulary
from bomflow.table.judging.judge import plausible
from bomflow.table.judging.refused import nameless, refused
from bomflow.table.layout import box_of, line_middle, middle
from bomflow.table.model import Table
from bomflow.table.naming.recast import MOST_NAMES, recast

_OPEN_SIDE = 2.5  # font sizes by which cells of an open table reach over its header
_FIRST_GAP = 4.0  # font sizes between the middles of lines until three gaps are known
_WIDER_GAP = 1.9  # factor by which a gap of an open table may exceed those before it
_FRAME = 15.0  # font sizes by which a line of the sheet's frame goes on beyond the table


class Body(NamedTuple):
    """The lines of the rows from top to bottom, two beyond their end, those that print the header
    again, the sides, the drawn walls of columns and separators of rows.
    """

    lines: list[list[Word]]
    beyond: list[list[Word]]
    repeated: list[Word]
    x0: float
    x1: float
    walls: list[float]
    separators: list[float]


def read_again(
    first: Box, down: bool, words: Sequence[Word], rulings: Rulings, vocabulary: Vocabulary
) -> Table | None:
    """The table in or around the box ``first``; ``down``: its rows stand below its header.

    All in points of the reading frame. None if there is no header of a parts list or no row.
    """
    header = find_header(lines_of(words), first, rulings, vocabulary)
    if header is None:
        return None
    body = _body(header, down, words, rulings, vocabulary)
    if not body.lines:
        return None
    columns = find_columns(header, body.lines, body.walls)
    name_columns(columns.columns)
    if refused(columns.columns):
        return None
    unnamed = nameless(columns.columns)
    table = _table(header, columns, body, vocabulary)
    again = False
    for _ in range(MOST_NAMES):
        if not table.rows or not recast(table):
            break
        again = True
        table = _table(header, columns, body, vocabulary)
    if unnamed and nameless(columns.columns):
        return None
    if not again and refused(columns.columns, hopeful=False):
        return None
    return table if plausible(table) else None


def _body(
    header: Header, down: bool, words: Sequence[Word], rulings: Rulings, vocabulary: Vocabulary
) -> Body:
    """Go from the header line by line until the table ends."""
    x0, x1 = _sides(header, rulings)
    size = header.size
    walls = walls_at(rulings, x0 - 1, x1 + 1, header.top, header.bottom)
    edge = header.bottom if down else header.top
    end = _wall_end(walls, rulings, header, down)
    across = rulings.across_between(-1e9, 1e9, x0, x1)
    separators = row_rulings(across, x0, x1, 0.6 if len(walls) > 2 else 0.8, 1.5 * size)
    frame = [a.at for a in across if a.start < x0 - _FRAME * size or a.end > x1 + _FRAME * size]
    side = [w for w in words if (middle(w) - edge > 0) == down and abs(middle(w) - edge) > 0.1]
    taken_words = {id(w) for w in header.words}
    lines, repeated = [], []
    for line in lines_of([w for w in side if id(w) not in taken_words]):
        own = [
            w for run in runs_of(line, walls) if _inside(run.x0, run.x1, x0, x1) for w in run.words
        ]
        if repeats_header(own, header):
            repeated += own
        elif own:
            lines.append(own)
    if not down:
        lines.reverse()
    taken: list[list[Word]] = []
    gaps: list[float] = []
    last = edge
    for line in lines:
        y = line_middle(line)
        gap = abs(y - last)
        low, high = min(last, y), max(last, y)
        if end is not None and abs(y - edge) > abs(end - edge):
            break
        if end is None and _ends(line, low, high, gap, gaps, frame, size, vocabulary):
            break
        if taken:
            gaps.append(gap)
        taken.append(line)
        last = y
    beyond = [
        line for line in lines[len(taken) : len(taken) + 2]
        if abs(line_middle(line) - last) <= _FIRST_GAP * size
    ]  # fmt: skip
    if len(walls) < 3:
        taken = _without_strays(taken, size)
    low, high = min(edge, last), max(edge, last)
    repeated = [w for w in repeated if low <= middle(w) <= high]
    taken.sort(key=line_middle)
    return Body(taken, beyond, repeated, x0, x1, walls, separators)


def _without_strays(lines: Sequence[list[Word]], size: float) -> list[list[Word]]:
    """Lines without what stands further out than the lines' ends do: dimensions beside a list."""
    need = max(2, round(0.3 * len(lines)))
    starts, ends = [line[0].x0 for line in lines], [max(w.x1 for w in line) for line in lines]
    left = min(
        (x for x in starts if sum(0 <= other - x <= size for other in starts) >= need),
        default=min(starts, default=0.0),
    )
    right = max(
        (x for x in ends if sum(0 <= x - other <= size for other in ends) >= need),
        default=max(ends, default=0.0),
    )
    kept = [
        [w for run in runs_of(line) if run.x1 > left and run.x0 < right for w in run.words]
        for line in lines
    ]
    return [line for line in kept if line]


def _sides(header: Header, rulings: Rulings) -> tuple[float, float]:
    """Left and right end: outer walls of the header, else the lines above and below it."""
    size = header.size
    x0, x1 = header.x0 - _OPEN_SIDE * size, header.x1 + _OPEN_SIDE * size
    for lid in rulings.across_between(header.top - 2 * size, header.bottom + 2 * size, x0, x1):
        covers = min(lid.end, header.x1) - max(lid.start, header.x0)
        beyond = max(header.x0 - lid.start, lid.end - header.x1)
        if covers >= 0.8 * (header.x1 - header.x0) and beyond <= _FRAME * size:
            x0, x1 = min(x0, lid.start), max(x1, lid.end)
    walls = walls_at(rulings, x0 - 3, x1 + 3, header.top, header.bottom)
    left = [x for x in walls if x <= header.x0 + 1]
    right = [x for x in walls if x >= header.x1 - 1]
    return max(left, default=x0), min(right, default=x1)


def _inside(a: float, b: float, x0: float, x1: float) -> bool:
    return x0 <= (a + b) / 2 <= x1 or x0 <= a <= x1


def _wall_end(walls: Sequence[float], rulings: Rulings, header: Header, down: bool) -> float | None:
    """Where half of the walls end; None if there are few or they end with the header."""
    if len(walls) < 2:
        return None
    ends = []
    for x in walls:
        pieces = merge(rulings.down_between(x - 2, x + 2, -1e9, 1e9), slack=4.0, bridge=4.0)
        own = [p for p in pieces if p.start <= header.bottom + 2 and p.end >= header.top - 2]
        if own:
            ends.append(max(p.end for p in own) if down else min(p.start for p in own))
    ends.sort(reverse=not down)
    end = ends[(len(ends) - 1) // 2] if ends else 0.0
    edge = header.bottom if down else header.top
    beyond = (end - edge) if down else (edge - end)
    return end if ends and beyond > header.size else None


def _ends(
    line: Sequence[Word],
    low: float,
    high: float,
    gap: float,
    gaps: Sequence[float],
    frame: Sequence[float],
    size: float,
    vocabulary: Vocabulary,
) -> bool:
    """Whether an open table is over before this line."""
    limit = max(_WIDER_GAP * max(gaps), 2 * size) if len(gaps) >= 3 else _FIRST_GAP * size
    if gap > limit or any(low < at < high for at in frame):
        return True
    texts = [run.text for run in runs_of(line)]
    labels = sum(vocabulary.is_title_label(t, figures=False) for t in texts)
    return labels >= 2 or vocabulary.is_caption(" ".join(texts))


def _table(header: Header, columns: Columns, body: Body, vocabulary: Vocabulary) -> Table:
    """Cut the body into rows; totals and headings are none."""
    names = [c.name for c in columns.columns]
    position, quantity = (column_index(columns.columns, name) for name in ("position", "quantity"))
    anchors = [-1 if i is None else i for i in (position, quantity)]
    band = Band(header.top, header.bottom, header.x0, header.x1, header.size, columns.columns)
    below = line_middle(body.lines[0]) > header.top
    counted = second_header(body.lines, len(names), below)
    own = [line for line in body.lines if not counted or line[0] is not counted[0]]
    heading = [*header.words, *body.repeated, *counted]
    table = Table(band, columns.columns, [], (0, 0, 0, 0), header_words=heading)
    texts = [column_index(columns.columns, name) for name in ("description", "article_number")]
    wordy = next((i for i in texts if i is not None), 0)
    lines = [place(line, columns, anchors) for line in own]
    article = column_index(columns.columns, "article_number")
    blocks: list[tuple[str, list[Placed]]] = [("", [])]
    for i, line in enumerate(lines):
        total = total_of(line, names, vocabulary)
        if total is not None:
            table.total_words += line.words
            table.printed_total = table.printed_total or total
        elif (is_heading(line, wordy) and not is_inner(lines, i, article, body.separators)) or (
            is_heading(line) and stands_alone(lines, i)
        ):
            table.section_words += line.words
            blocks.append((text_of(line), []))
        else:
            blocks[-1][1].append(line)
    figures = [i for i, name in enumerate(names) if name in FIGURES]
    for _, lines in blocks:
        drop_loose_ends(lines, figures)
    for words in body.beyond:
        total = total_of(place(words, columns, anchors), names, vocabulary)
        if total and not table.printed_total:
            table.total_words += words
            table.printed_total = total
    for section, lines in blocks:
        groups = group_lines(lines, body.separators)
        drawn = len(body.separators) >= len(groups) > 1
        for row in groups:
            if drawn and len(row) == 1 and is_heading(row[0]):
                table.section_words += row[0].words
                section = text_of(row[0])
            else:
                table.rows.append(as_row(row, section))
    if table.rows:
        box = box_of(
            [w for row in table.rows for w in row.words] + table.header_words + table.total_words
        )
        if columns.walled:
            box = (min(box[0], body.x0), box[1], max(box[2], body.x1), box[3])
        table.box = box
    return table
