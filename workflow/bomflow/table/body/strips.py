"""The strips of a body between lines across it: which are of the list, and what each holds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bomflow.page.words import Word
from bomflow.table.body.endings import ends_text
from bomflow.table.body.joined import joined_lines
from bomflow.table.body.rows import split_rows
from bomflow.table.body.sections import headings_among, holds_weight, is_heading, is_section
from bomflow.table.body.separators import words_between
from bomflow.table.body.totals import (
    adds_up,
    is_bare_sum,
    is_total_line,
    take_total,
    takes_beyond,
    takes_brought,
)
from bomflow.table.body.walk import anchored
from bomflow.table.cells.grid import Grid, place
from bomflow.table.header.folding import fold
from bomflow.table.header.foreign import heads_another, is_foreign_header
from bomflow.table.header.headers import Vocabulary
from bomflow.table.layout import line_middle, text_lines
from bomflow.table.model import Table
from bomflow.table.naming.contents import is_date

_NEARER = 0.9  # shares of the distance to the next row that a wrapped line stands below its own
FIRST_BEGIN = "the beginning of the first row"


def own_strips(
    strips: list[tuple[float, float]],
    words: Sequence[Word],
    down: bool,
    vocabulary: Vocabulary,
    grid: Grid,
    anchors: tuple[int | None, int | None],
) -> list[tuple[float, float]]:
    """The strips from the header on until the header of another table stands in one."""
    ordered = strips if down else strips[::-1]
    for n, (top, bottom) in enumerate(ordered):
        lines = text_lines(words_between(words, top, bottom))
        if n and (
            any(is_foreign_header(line, vocabulary) for line in lines)
            or (
                len(lines) == 1
                and heads_another(lines[0], vocabulary)
                and not anchored(place(lines[0], grid), *anchors)
            )
            or any(_labels(line, grid, anchors, vocabulary) for line in lines)
        ):
            ordered = ordered[:n]
            # changes stand over their header where they grow upwards
            while len(ordered) > 1 and any(
                is_date(w.text) for w in words_between(words, *ordered[-1])
            ):
                ordered.pop()
            break
    return ordered if down else ordered[::-1]


def _labels(
    line: list[Word], grid: Grid, anchors: tuple[int | None, int | None], vocabulary: Vocabulary
) -> bool:
    """Whether two cells of a line are labels of a title block that shares the list's lines."""
    cells = place(line, grid)
    texts = [" ".join(w.text for w in words) for words in cells.values()]
    labels = sum(fold(t) in vocabulary.decoys or fold(t) in vocabulary.titles for t in texts)
    return labels > 1 and not anchored(cells, *anchors)


def read_strip(
    table: Table,
    strip: list[Word],
    grid: Grid,
    position: int | None,
    quantity: int | None,
    vocabulary: Vocabulary,
    ruled: bool,
) -> None:
    """Rows, totals and sections of one strip between row rulings (or of the whole body)."""
    lines = text_lines(strip)
    if (
        len(lines) <= 2
        and all(is_total_line(line, vocabulary) or not _wordy(line) for line in lines)
        and any(is_total_line(line, vocabulary) for line in lines)
    ):
        for line in lines:
            if not takes_brought(table, line, not table.rows, vocabulary):
                take_total(table, line, grid)
        return
    kept = []
    anchors = position, quantity
    for i, line in enumerate(lines):
        if takes_brought(table, line, not table.rows and not i, vocabulary):
            continue
        if is_total_line(line, vocabulary) and not ends_text(lines, i, grid, anchors):
            take_total(table, line, grid)
        else:
            kept.append(line)
    kept = [line for line in kept if not takes_beyond(table, place(line, grid), anchors)]
    if kept and is_bare_sum(kept[-1], kept[:-1], grid, table):
        take_total(table, kept.pop(), grid)
    for at in (-1, 0):  # the list may grow upwards
        cells = [place(line, grid) for line in kept]
        if cells and adds_up(cells.pop(at), cells, table, anchors):
            take_total(table, kept.pop(at), grid)
    section = table.section
    hangs = kept[2:] and not table.rows and kept[0][0].top > table.band.top
    if hangs and (over := _over_first(kept, grid, anchors)):
        table.over = [w for line in kept[:over] for w in line]
        table.section_words += table.over
        kept = kept[over:]
    headings, either = headings_among(kept, grid, table, (position, quantity))
    table.reasons += [
        f"{' '.join(w.text for w in kept[i])[:40]!r} was taken for "
        + ("the end of the row before it" if i else FIRST_BEGIN)
        for i in either
    ]
    block: list[list[Word]] = []
    blocks: list[tuple[str, list[list[Word]]]] = []
    for i, line in enumerate(kept):
        if i in headings or is_section(
            line, grid, position, quantity, table, ruled and len(kept) == 1, kept, i, ruled
        ):
            if block:
                blocks.append((section, block))
                block = []
            if holds_weight(line, grid, table):
                take_total(table, line, grid)
            else:
                section = " ".join(w.text for w in line)
                table.section_words += line
        else:
            block.append(line)
    if block:
        blocks.append((section, block))
    table.section = section
    for name, part in blocks:
        rows = split_rows(part, grid, position, quantity)
        if position is None and quantity is not None and (len(rows) > 1 or not ruled):
            table.left_out += joined_lines(rows, grid)
        for row in rows:
            row.section = name
            table.rows.append(row)


def _over_first(
    lines: Sequence[list[Word]], grid: Grid, anchors: tuple[int | None, int | None]
) -> int:
    """How many lines over the first row are of no row, as all others hang from that over them.

    They are a heading, or end the row that the page before begins.
    """
    rows = [i for i, line in enumerate(lines) if anchored(place(line, grid), *anchors)]
    if not rows or not rows[0] or any(a in place(lines[0], grid) for a in anchors):
        return 0
    ys = [line_middle(line) for line in lines]
    wraps = [(a, b) for a, b in pairwise(rows) if b > a + 1]
    near = all(ys[a + 1] - ys[a] < _NEARER * (ys[b] - ys[b - 1]) for a, b in wraps)
    centred = wraps[:1] and wraps[0][0] == rows[0]  # the first row may have lines on both sides
    if all(is_heading(" ".join(w.text for w in line)) for line in lines[: rows[0]]):
        return 0  # PIPE
    return rows[0] if wraps and near and not centred else 0


def _wordy(line: Sequence[Word]) -> bool:
    return any(any(c.isalpha() for c in w.text) for w in line)
