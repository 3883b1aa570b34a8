"""From a header band to a read table: body, grid, rows, totals, sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bomflow.page.rulings import Rulings
from bomflow.page.words import Word
from bomflow.table.body import Body, open_body, ruled_body, sides, within
from bomflow.table.columns import Band, column_index
from bomflow.table.contents import is_date
from bomflow.table.foreign import heads_another, is_foreign_header
from bomflow.table.grid import Grid, place, soft_grid
from bomflow.table.halves import join_halves
from bomflow.table.headers import STRONG, Vocabulary, fold
from bomflow.table.judge import (
    leftover_words,
    nameless,
    names_something,
    refused,
    worth,
)
from bomflow.table.layout import box_of, middle, phrases, text_lines
from bomflow.table.merged import join_merged, part_merged
from bomflow.table.model import Table
from bomflow.table.recast import MOST_NAMES, join_header, recast
from bomflow.table.repeated import other_headers, repeats
from bomflow.table.rows import bands_between, row_rulings, split_rows, words_between
from bomflow.table.sections import headings_among, holds_weight, is_section
from bomflow.table.tidy import column_numbers, odd_sizes, stray_words, tidy
from bomflow.table.totals import (
    is_bare_sum,
    is_total_line,
    take_total,
    takes_beyond,
    total_beyond,
)
from bomflow.table.walk import anchored

_FAR = 8.0  # font sizes beside a header that stands in the middle of a wide column


def read_table(
    band: Band, words: Sequence[Word], rulings: Rulings, vocabulary: Vocabulary, others: list[Band]
) -> Table | None:
    """The better of the two tables that hang from, or stand on, the header; None if neither."""
    if refused(band.columns):
        return None
    unnamed = nameless(band.columns)
    found = []
    for down in _directions(band, words, rulings, vocabulary, others):
        body = ruled_body(band, rulings, others, down) or open_body(
            band, words, rulings, vocabulary, others, down
        )
        if body is None:
            continue
        table = read_body(band, body, words, rulings, vocabulary, others)
        if table is not None:
            found.append((worth(table, body.ruled), down, table, body))
    if not found:
        return None
    _, down, table, body = max(found, key=lambda f: (f[0], f[1]))
    if not band.boxed and leftover_words(table, words):
        wide = replace(band, reach=_FAR)
        around = [wide if o is band else o for o in others]
        other = open_body(wide, words, rulings, vocabulary, around, down)
        wider = read_body(wide, other, words, rulings, vocabulary, around) if other else None
        if other and wider and _fills(wider, table) and not leftover_words(wider, words):
            band, body, table, others = wide, other, wider, around
    if join_header(table, vocabulary) or join_halves(table):
        table = read_body(band, body, words, rulings, vocabulary, others) or table
    again = False
    for _ in range(MOST_NAMES):
        if not recast(table):
            break
        again = True
        table = read_body(band, body, words, rulings, vocabulary, others) or table
    if unnamed and nameless(table.columns):
        return None
    sure = again and table.index("quantity") is not None
    return None if not sure and refused(table.columns, hopeful=False) else table


def reading_order(
    bands: list[Band], words: Sequence[Word], rulings: Rulings, vocabulary: Vocabulary
) -> list[Band]:
    """The headers from top to bottom, but of those that repeat in a list that grows upwards the
    lowest first: its rows go on over the others.
    """
    order = sorted(bands, key=lambda b: (b.top, b.x0))
    up = [
        (at, band)
        for at, band in enumerate(order)
        if repeats(band, bands) and _directions(band, words, rulings, vocabulary, bands) == (False,)
    ]
    lowest_first = sorted((band for _, band in up), key=lambda b: -b.top)
    for (at, _), band in zip(up, lowest_first, strict=True):
        order[at] = band
    return order


def _fills(wider: Table, table: Table) -> bool:
    """Whether a reading only fills empty cells of another one."""
    return len(wider.rows) == len(table.rows) and all(
        row.text(i) in ("", other.text(i))
        for row, other in zip(table.rows, wider.rows, strict=True)
        for i in range(len(table.columns))
    )


def _directions(
    band: Band, words: Sequence[Word], rulings: Rulings, vocabulary: Vocabulary, others: list[Band]
) -> tuple[bool, ...]:
    """Below (True), above (False) or both. Of headers that repeat, the outer ones decide."""
    again = repeats(band, others)
    if not again:
        return (True, False)
    group = sorted([band, *again], key=lambda b: b.top)
    below = _hangs(group[-1], words, rulings, vocabulary, others, True)
    above = _hangs(group[0], words, rulings, vocabulary, others, False)
    if below == above:
        return (True, False)
    return (True,) if below else (False,)


def _hangs(
    band: Band,
    words: Sequence[Word],
    rulings: Rulings,
    vocabulary: Vocabulary,
    others: list[Band],
    down: bool,
) -> bool:
    """Whether rows stand directly on that side of the header."""
    plain = [o for o in others if o not in repeats(band, others)]
    body = ruled_body(band, rulings, plain, down) or open_body(
        band, words, rulings, vocabulary, plain, down
    )
    if body is None:
        return False
    table = read_body(band, body, words, rulings, vocabulary, plain)
    return table is not None and worth(table, body.ruled) > 0


def read_body(
    band: Band,
    body: Body,
    words: Sequence[Word],
    rulings: Rulings,
    vocabulary: Vocabulary,
    others: list[Band],
) -> Table | None:
    """Cut the body into rows and cells."""
    again = [o for o in repeats(band, others) if body.top <= (o.top + o.bottom) / 2 <= body.bottom]
    header = {id(w) for b in (band, *again) for w in b.words}
    strip = [w for w in words if body.top <= middle(w) <= body.bottom and id(w) not in header]
    inside = within(strip, band, *sides(band, others))
    if not inside:
        return None
    lines = text_lines(inside)
    counted = {id(w): w for w in column_numbers(lines, len(band.columns), body.top >= band.top)}
    if counted:
        inside = [w for w in inside if id(w) not in counted]
        lines = text_lines(inside)
    body_lines = [line for line in lines if not is_total_line(line, vocabulary)]
    grid = soft_grid(band, body_lines)
    if not grid.hard[0]:
        grid.edges[0] = min(body.x0, grid.edges[1] - 1)
    if not grid.hard[-1]:
        grid.edges[-1] = max(body.x1, grid.edges[-2] + 1)
    position, quantity = (
        column_index(band.columns, "position"),
        column_index(band.columns, "quantity"),
    )
    strays = stray_words(lines, grid, [c for c in (position, quantity) if c is not None])
    strays |= odd_sizes(lines, grid)
    inside = [w for w in inside if id(w) not in strays]
    across = rulings.across_between(body.top - 2, body.bottom + 2, body.x0, body.x1)
    share = 0.6 if body.ruled else 0.8
    separators = row_rulings(across, body.x0, body.x1, share, 1.3 * band.size)
    strips = bands_between(separators, body.top, body.bottom)
    if body.ruled:
        foreign = other_headers(band, others)
        anchors = (position, quantity)
        strips = _own_strips(
            strips, inside, body.top >= band.top, vocabulary, foreign, grid, anchors
        )
        body = replace(body, top=strips[0][0], bottom=strips[-1][1])
        strips = part_merged(strips, inside, across, grid, anchors, band.size)
    table = Table(band, band.columns, [], (0, 0, 0, 0))
    table.header_words = [w for b in (band, *again) for w in b.words] + [*counted.values()]
    table.columns = band.columns
    for top, bottom in strips:
        strip = words_between(inside, top, bottom)
        heading = any(a - 2 <= top and bottom <= b + 2 for a, b in body.headings)
        heading = heading and all(len(phrases(line, 1.5)) == 1 for line in text_lines(strip))
        if strip and heading and holds_weight(strip, grid, table):
            take_total(table, strip, grid)
        elif strip and heading and not is_total_line(strip, vocabulary):
            table.section = " ".join(w.text for line in text_lines(strip) for w in line)
            table.section_words += strip
        elif strip:
            _read_strip(table, strip, grid, position, quantity, vocabulary, len(strips) > 1)
    if body.ruled:
        join_merged(table, strips, across, grid, band.size)
    total_beyond(table, body.top, body.bottom, words, grid, vocabulary)
    tidy(table, position, quantity)
    if not band.boxed:
        _drop_empty_end(table)
    if not any(names_something(row, table) for row in table.rows):
        return None
    everything = table.header_words + [w for r in table.rows for w in r.words] + table.total_words
    box = box_of(everything)
    if body.ruled:
        box = (
            min(body.x0, box[0]), min(body.top, band.top),
            max(body.x1, box[2]), max(body.bottom, band.bottom),
        )  # fmt: skip
    elif band.lids:
        box = (min(band.lids[0], box[0]), box[1], max(band.lids[1], box[2]), box[3])
    table.box = box
    return table


def _drop_empty_end(table: Table) -> None:
    """Drop columns at the right end that no row fills under words that name none (SEE LIST)."""
    while len(table.columns) > 2:
        last = len(table.columns) - 1
        column = table.columns[last]
        if column.meaning.strength >= STRONG or any(row.cells.get(last) for row in table.rows):
            return
        gone = {id(w) for w in (*column.words, *column.over)}
        table.columns = table.columns[:-1]
        table.header_words = [w for w in table.header_words if id(w) not in gone]


def _own_strips(
    strips: list[tuple[float, float]],
    words: Sequence[Word],
    down: bool,
    vocabulary: Vocabulary,
    foreign: Sequence[Band],
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
            or any(top <= (o.top + o.bottom) / 2 <= bottom for o in foreign)
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


def _read_strip(
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
            take_total(table, line, grid)
        return
    kept = []
    for line in lines:
        if is_total_line(line, vocabulary):
            take_total(table, line, grid)
        else:
            kept.append(line)
    anchors = position, quantity
    kept = [line for line in kept if not takes_beyond(table, place(line, grid), anchors)]
    if kept and is_bare_sum(kept[-1], kept[:-1], grid, table):
        take_total(table, kept.pop(), grid)
    section = table.section
    headings, either = headings_among(kept, grid, table, (position, quantity))
    table.reasons += [
        f"{' '.join(w.text for w in kept[i])[:40]!r} was taken for "
        + ("the end of the row before it" if i else "the beginning of the first row")
        for i in either
    ]
    block: list[list[Word]] = []
    blocks: list[tuple[str, list[list[Word]]]] = []
    for i, line in enumerate(kept):
        if i in headings or is_section(
            line, grid, position, quantity, table, ruled and len(kept) == 1, kept, i
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
        for row in split_rows(part, grid, position, quantity):
            row.section = name
            table.rows.append(row)


def _wordy(line: Sequence[Word]) -> bool:
    return any(any(c.isalpha() for c in w.text) for w in line)
