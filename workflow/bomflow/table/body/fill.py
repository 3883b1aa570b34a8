"""A table from the place of its body: grid, strips, rows, totals, sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bomflow.page.rulings import Rulings
from bomflow.page.words import Box, Word
from bomflow.table.body.merged import join_merged, part_merged
from bomflow.table.body.outer import drop_outer
from bomflow.table.body.place import Body, sides, within
from bomflow.table.body.sections import holds_weight
from bomflow.table.body.separators import bands_between, row_rulings, words_between
from bomflow.table.body.strips import own_strips, read_strip
from bomflow.table.body.tidy import odd_sizes, second_header, stray_words, tidy
from bomflow.table.body.totals import (
    is_total_line,
    take_total,
    total_beyond,
)
from bomflow.table.cells.grid import Grid, soft_grid
from bomflow.table.header.columns import Band, column_index
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.repeated import repeats
from bomflow.table.judging.judge import names_something
from bomflow.table.layout import box_of, middle, phrases, text_lines
from bomflow.table.model import Table


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
    counted = {id(w): w for w in second_header(lines, len(band.columns), body.top >= band.top)}
    if counted:
        inside = [w for w in inside if id(w) not in counted]
        lines = text_lines(inside)
    grid = _grid_of(body, band, [line for line in lines if not is_total_line(line, vocabulary)])
    anchors = position, quantity = (
        column_index(band.columns, "position"), column_index(band.columns, "quantity"),
    )  # fmt: skip
    strays = stray_words(lines, grid, [c for c in (position, quantity) if c is not None])
    strays |= odd_sizes(lines, grid)
    inside = [w for w in inside if id(w) not in strays]
    across = rulings.across_between(body.top - 2, body.bottom + 2, body.x0, body.x1)
    share = 0.6 if body.ruled else 0.8
    separators = row_rulings(across, body.x0, body.x1, share, 1.3 * band.size)
    strips = bands_between(separators, body.top, body.bottom)
    if body.ruled:
        strips = own_strips(strips, inside, body.top >= band.top, vocabulary, grid, anchors)
        body = replace(body, top=strips[0][0], bottom=strips[-1][1])
    lined = body.ruled or bool(across)
    if lined:
        strips = part_merged(strips, inside, across, grid, anchors, band.size)
    table = Table(band, band.columns, [], (0, 0, 0, 0))
    table.header_words = [w for b in (band, *again) for w in b.words] + [*counted.values()]
    table.columns = band.columns
    table.grid = grid
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
            read_strip(table, strip, grid, position, quantity, vocabulary, len(strips) > 1)
    if lined:
        join_merged(table, strips, across, grid, band.size)
    total_beyond(table, body.top, body.bottom, words, grid, vocabulary)
    tidy(table, position, quantity, vocabulary)
    kept = drop_outer(table, vocabulary)
    if kept is not None:
        body = replace(body, x0=max(body.x0, kept[0]), x1=min(body.x1, kept[1]))
    if not any(names_something(row, table) for row in table.rows):
        return None
    table.box = _box_of(table, body)
    return table


def _grid_of(body: Body, band: Band, lines: Sequence[Sequence[Word]]) -> Grid:
    """The columns of a body, from side to side; ``lines``: its text but for TOTAL lines."""
    grid = soft_grid(band, lines)
    if not grid.hard[0]:
        grid.edges[0] = min(body.x0, grid.edges[1] - 1)
    if not grid.hard[-1]:
        grid.edges[-1] = max(body.x1, grid.edges[-2] + 1)
    return grid


def _box_of(table: Table, body: Body) -> Box:
    """The box around all words of a table, or around the rulings that close it."""
    band = table.band
    rows = [w for row in table.rows for w in row.words]
    x0, top, x1, bottom = box_of(table.header_words + rows + table.total_words)
    if body.ruled:
        return (
            min(body.x0, x0), min(body.top, band.top),
            max(body.x1, x1), max(body.bottom, band.bottom),
        )  # fmt: skip
    if band.lids:
        return (min(band.lids[0], x0), top, max(band.lids[1], x1), bottom)
    return (x0, top, x1, bottom)
