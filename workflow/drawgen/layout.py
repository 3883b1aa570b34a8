"""A list measured at one font size: column widths, wrapped cells, strips."""

from __future__ import annotations

from random import Random

from . import fonts
from .block import Block, Layout
from .content import Content, is_grouped
from .fitting import (
    LEAD,
    alignment,
    broken_into,
    header_lines,
    is_turned,
    overflows,
    pad_of,
    rise_of,
    squeezed,
)
from .merged import share
from .spec import Table
from .words import FOOTNOTES, GROUPED

LEAST = {"position": 2.6, "quantity": 2.6, "description": 10.0, "weight": 4.0, "total_weight": 4.5}
"""Least width of a column in font sizes."""


def measure(content: Content, wanted_font: str, size: float) -> Layout:
    """Lay out the part of the list that its table asks for."""
    table = content.table
    font = fonts.font_for(table.language, wanted_font)
    pad = pad_of(table, size)
    start, stop = table.part or (0, len(content.rows))
    rows = list(content.rows[start:stop])
    headers = {key: header_lines(content, key) for key in content.headers}

    measured = content.rows if table.one_header else rows
    all_broken = [
        {key: broken_into(table, key, row.cells[key], font, size) for key in headers}
        for row in measured
    ]
    broken = all_broken[start:stop] if table.one_header else all_broken
    columns: dict[str, float] = {}
    keys = list(headers)
    for place, key in enumerate(keys):
        following = keys[place + 1] if place + 1 < len(keys) else ""
        widths = [fonts.width(line, font, size) for line in headers[key]]
        if is_turned(table, key):
            widths = [LEAD * size * len(widths)]
        for cells in all_broken:
            if overflows(table, key) and following and not any(cells[following]):
                continue
            widths += [squeezed(table, key, line, font, size)[0] for line in cells[key]]
        if key == content.total_column:
            totals = (content.printed_total, content.second_total)
            widths += [fonts.width(text, font, size) for text in totals]
        columns[key] = max(*widths, LEAST.get(key, 3.0) * size) + 2 * pad
    if table.touching and "description" in columns:
        columns["description"] = _shortened(
            table, columns, broken, headers["description"], font, size
        )
    if is_grouped(table):
        group = fonts.width(GROUPED[table.language][0], font, size) + 2 * pad
        missing = group - columns["weight"] - columns["total_weight"]
        if missing > 0:
            columns["weight"] += missing / 2
            columns["total_weight"] += missing / 2

    line = 2 * rise_of(table, size) + LEAD * size
    depth = max([len(lines) for lines in headers.values()] + [1 + is_grouped(table)])
    high = line + (depth - 1) * LEAD * size
    upright = [key for key in headers if is_turned(table, key)]
    longest = [fonts.width(text, font, size) for key in upright for text in headers[key]]
    header = Block("header", max([high, *(wide + size for wide in longest)]))
    goes_on = table.one_header and start > 0
    blocks: list[Block] = [] if goes_on else [header]
    if content.caption and not goes_on:
        blocks.insert(0, Block("caption", line, content.caption))
    section = ""  # a list that goes on says its section again
    body: list[Block] = []
    heights = Random(f"heights {table.seed}")
    for index, (row, cells) in enumerate(zip(rows, broken, strict=True)):
        if row.section != section:
            section = row.section
            body.append(Block("section", line, section))
        elif table.repeat_header and index and index % table.repeat_header == 0:
            body.append(header)
        elif table.blank_rows and index and index % table.blank_rows == 0:
            body.append(Block("blank", line))
        most = max([len(lines) for lines in cells.values()] + [1])
        high = line + (most - 1) * LEAD * size
        high *= heights.choice((1.0, 1.0, 1.4, 2.1)) if table.uneven else 1.0
        body.append(Block("row", high, row=row, cells=cells))
    if content.printed_total and stop == len(content.rows):
        body.append(Block("total", line, content.printed_total, content.total_label))
        if content.second_total:
            body.append(Block("total", line, content.second_total, content.second_label))
    if table.footnote and stop == len(content.rows):
        notes = FOOTNOTES[table.language]
        body.append(Block("footnote", line, notes[table.spelling % len(notes)]))
    if table.merged and table.header == "top":
        share(table, body)
    blocks = body[::-1] + blocks[::-1] if table.header == "bottom" else blocks + body
    return Layout(content, font, size, columns, headers, blocks)


def _shortened(
    table: Table, columns: dict[str, float], rows: list[dict[str, list[str]]], header: list[str],
    font: str, size: float,
) -> float:  # fmt: skip
    """Width of the description's column in points with which its long texts touch the next ones."""
    keys, wide, pad = list(columns), columns["description"], pad_of(table, size)
    following = keys[keys.index("description") + 1 :][:1]
    if alignment(table, "description") != "left" or not following:
        return wide
    after = following[0]
    rng = Random(f"touching {table.seed}")
    both = [r for r in rows if len(r["description"]) == len(r[after]) == 1 and r[after][0]]
    reach = []
    for row in both:
        one, two = (fonts.width(row[key][0], font, size) for key in ("description", after))
        room = columns[after] - 2 * pad - two
        aside = {"left": 0.0, "centre": room / 2, "right": room}[alignment(table, after)]
        reach.append(one - aside)
    if not reach:
        return wide
    over = sorted(reach, reverse=True)[min(table.touching, len(reach)) - 1]
    least = max(fonts.width(text, font, size) for text in header) + 2 * pad
    return min(wide, max(over - rng.uniform(-0.1, 0.4) * size, least))
