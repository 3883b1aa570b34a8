"""A parts list on paper: column widths, wrapped cells, rulings, and where every cell stands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random
from typing import NamedTuple, Protocol

from . import fonts
from .content import WEIGHTS, Content, is_grouped
from .merged import share
from .row import Row
from .rulings import GREY, Ruler, mark_row, rule
from .spec import Sheet, Table
from .truth import Box, RowTruth, TableTruth
from .words import FOOTNOTES, GROUPED

LEAD = 1.2
"""Distance of two lines of a cell in font sizes."""

LIMITS = {"description": 14.0, "article_number": 7.0, "remarks": 8.0}
"""Text width at which these columns are wrapped, in font sizes."""
LEAST = {"position": 2.6, "quantity": 2.6, "description": 10.0, "weight": 4.0, "total_weight": 4.5}
CENTRED = ("position", "quantity", "length")
TURNED = ("position", "quantity", "length", "weight", "total_weight", "other")
"""Columns whose header words stand upright where a list has turned headers."""
NARROWEST = 0.6
"""Share of its width that a squeezed text keeps at least."""


@dataclass
class Block:
    """A horizontal strip of the table."""

    kind: str
    """'caption', 'header', 'section', 'row', 'blank', 'total' or 'footnote'."""
    height: float
    text: str = ""
    label: str = ""
    """Of a TOTAL line."""
    row: Row | None = None
    cells: dict[str, list[str]] = field(default_factory=dict)
    shared: str = ""
    """The column of which the row has one cell together with rows beside it."""
    shared_height: float = 0.0
    """Of the first of these rows, how high that cell is."""
    open_above: bool = False
    open_below: bool = False
    """Whether the shared cell goes on in the row above, and below."""


@dataclass
class Layout:
    """A table measured at one font size, ready to be drawn anywhere."""

    content: Content
    font: str
    size: float
    columns: dict[str, float]
    """Width of every column in points, from left to right."""
    headers: dict[str, list[str]]
    blocks: list[Block]

    @property
    def width(self) -> float:
        """Width in points."""
        return sum(self.columns.values())

    @property
    def height(self) -> float:
        """Height in points."""
        return sum(block.height for block in self.blocks)


def measure(content: Content, wanted_font: str, size: float) -> Layout:
    """Lay out the part of the list that its table asks for."""
    table = content.table
    font = fonts.font_for(table.language, wanted_font)
    pad = _pad(table, size)
    start, stop = table.part or (0, len(content.rows))
    rows = list(content.rows[start:stop])
    headers = {key: _header_lines(content, key) for key in content.headers}

    measured = content.rows if table.one_header else rows
    all_broken = [
        {key: _break(table, key, row.cells[key], font, size) for key in headers} for row in measured
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
            if _overflows(table, key) and following and not any(cells[following]):
                continue
            widths += [_squeezed(table, key, line, font, size)[0] for line in cells[key]]
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

    line = 2 * _rise(table, size) + LEAD * size
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


class Surface(Protocol):
    """What a table is drawn on: paper, or something that stands in for it."""

    sheet: Sheet

    def displayed(self, box: Box) -> Box:
        """Box of the sheet -> box of the displayed page."""

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> None:
        """Draw one line."""

    def box(self, box: Box, width: float = 0.5) -> None:
        """Draw a rectangle."""

    def shade(self, box: Box, grey: float) -> None:
        """Fill a rectangle below everything else; 0 is black."""

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        align: str = "left",
        angle: float = 0.0,
        font: str = "",
        stretch: float = 1.0,
    ) -> Box:
        """Write one line; ``stretch`` is its width in widths of the font."""


class Line(NamedTuple):
    """A line of text of the list, as :meth:`Surface.text` takes it."""

    x: float
    baseline: float
    text: str
    align: str
    angle: float = 0.0
    stretch: float = 1.0


def draw(paper: Surface, layout: Layout, x: float, y: float) -> TableTruth:
    """Draw the table with its upper left corner at (x, y) of the sheet; its truth comes back."""
    content, size = layout.content, layout.size
    table = content.table
    pen = _Pen(layout, x)
    ruler = Ruler(paper, table.lines, size)
    top, right = y, x + layout.width
    ends = []
    for block in layout.blocks:
        getattr(pen, f"_{block.kind}")(block, top)
        if table.shaded and (block.kind == "header" or len(pen.rows) % 2):
            paper.shade((x, top, right, top + block.height), GREY)
        rule(ruler, layout, block, x, top)
        if block.kind == "row":
            mark_row(paper, layout, len(pen.rows) - 1, x, top)
        if block.kind != "footnote":
            ends += [top, top + block.height]
        top += block.height
    if table.ruling in ("full", "outer", "columns"):
        ruler.box((x, ends[0], right, ends[-1]), 0.8)
    # By column: header and cells of the first column, then of the next one ...
    order = sorted(pen.texts, key=lambda t: t[0]) if paper.sheet.text_order == "columns" else (
        pen.texts
    )  # fmt: skip
    for _, line in order:
        paper.text(
            line.x, line.baseline, line.text, size,
            align=line.align, angle=line.angle, font=layout.font, stretch=line.stretch,
        )  # fmt: skip
    rows = [
        RowTruth(
            row,
            {key: paper.displayed(_union([b for _, b in lines])) for key, lines in cells.items()},
            {key: [(t, paper.displayed(b)) for t, b in lines] for key, lines in cells.items()},
        )
        for row, cells in pen.rows
    ]
    return TableTruth(
        headers={key: " ".join(_spoken(content, key)) for key in layout.columns},
        header_boxes={key: paper.displayed(box) for key, box in pen.header_boxes.items()},
        rows=rows,
        box=paper.displayed((x, ends[0], right, ends[-1])),
        printed_total=pen.printed_total,
        right_total=content.right_total,
        weight_means=content.weight_means,
    )


class _Pen:
    """Collects the words of a table strip by strip, with the boxes they will take."""

    def __init__(self, layout: Layout, x: float) -> None:
        self.layout, self.x = layout, x
        self.edges: dict[str, tuple[float, float]] = {}
        for key, wide in layout.columns.items():
            self.edges[key] = (x, x + wide)
            x += wide
        self.texts: list[tuple[int, Line]] = []
        self.rows: list[tuple[Row, dict[str, list[tuple[str, Box]]]]] = []
        self.header_boxes: dict[str, Box] = {}
        self.printed_total = ""

    def _write(
        self, column: int, x: float, baseline: float, text: str, align: str, key: str = ""
    ) -> Box:
        layout = self.layout
        long, stretch = _squeezed(layout.content.table, key, text, layout.font, layout.size)
        self.texts.append((column, Line(x, baseline, text, align, stretch=stretch)))
        left = x - {"left": 0.0, "centre": long / 2, "right": long}[align]
        size = self.layout.size
        return (left, baseline - fonts.ASCENT * size, left + long, baseline + fonts.DESCENT * size)

    def _lines(
        self, column: int, key: str, lines: list[str], top: float, high: float, align: str,
        centred: bool,
    ) -> list[tuple[str, Box]]:  # fmt: skip
        table, size = self.layout.content.table, self.layout.size
        left, right = self.edges[key]
        pad = _pad(table, size)
        x = {"left": left + pad, "right": right - pad, "centre": (left + right) / 2}[align]
        room = high - len(lines) * LEAD * size
        baseline = top + (room / 2 if centred else _rise(table, size)) + 0.92 * size
        return [
            (text, self._write(column, x, baseline + i * LEAD * size, text, align, key))
            for i, text in enumerate(lines)
        ]

    def _upright(self, column: int, key: str, lines: list[str], top: float, high: float) -> Box:
        """Lines that read from the right, side by side in the middle of a column."""
        size, font = self.layout.size, self.layout.font
        left, right = self.edges[key]
        x = (left + right - LEAD * size * len(lines)) / 2 + 0.92 * size
        boxes: list[Box] = []
        for i, text in enumerate(lines):
            long, at = fonts.width(text, font, size), x + i * LEAD * size
            foot = top + (high + long) / 2
            self.texts.append((column, Line(at, foot, text, "left", 90.0)))
            boxes.append((at - fonts.ASCENT * size, foot - long, at + fonts.DESCENT * size, foot))
        return _union(boxes)

    def _caption(self, block: Block, top: float) -> None:
        middle = self.x + self.layout.width / 2
        self._write(0, middle, top + block.height / 2 + 0.32 * self.layout.size, block.text,
                    "centre")  # fmt: skip

    def _blank(self, block: Block, top: float) -> None:
        pass

    def _footnote(self, block: Block, top: float) -> None:
        self._section(block, top)

    def _section(self, block: Block, top: float) -> None:
        size = self.layout.size
        x = self.x + _pad(self.layout.content.table, size)
        self._write(0, x, top + block.height / 2 + 0.32 * size, block.text, "left")

    def _header(self, block: Block, top: float) -> None:
        table, size = self.layout.content.table, self.layout.size
        align = "left" if table.align == "left" else "centre"
        grouped = is_grouped(table)
        boxes: dict[str, list[Box]] = {}
        for column, (key, lines) in enumerate(self.layout.headers.items()):
            where, high = top, block.height
            if grouped and key in WEIGHTS:
                where, high = top + block.height / 2, block.height / 2
            if is_turned(table, key):
                boxes[key] = [self._upright(column, key, lines, where, high)]
                continue
            placed = self._lines(column, key, lines, where, high, align, True)
            boxes[key] = [box for _, box in placed]
        if grouped:
            left, right = self.edges["weight"][0], self.edges["total_weight"][1]
            name = GROUPED[table.language][0]
            column = list(self.edges).index("weight")
            self._write(column, (left + right) / 2, top + block.height / 4 + 0.32 * size, name,
                        "centre")  # fmt: skip
        for key, found in boxes.items():
            self.header_boxes.setdefault(key, _union(found))

    def _row(self, block: Block, top: float) -> None:
        assert block.row is not None
        table = self.layout.content.table
        placed: dict[str, list[tuple[str, Box]]] = {}
        for column, (key, lines) in enumerate(block.cells.items()):
            if any(lines):
                shares = key == block.shared
                high = block.shared_height if shares else block.height
                centred = shares or table.wrap == "centred"
                placed[key] = self._lines(
                    column, key, lines, top, high, _align(table, key), centred
                )
        said = {key: " ".join(lines) for key, lines in block.cells.items()}
        self.rows.append((replace(block.row, cells=said), placed))

    def _total(self, block: Block, top: float) -> None:
        content, size = self.layout.content, self.layout.size
        key = content.total_column
        column = list(self.edges).index(key)
        pad = _pad(content.table, size)
        baseline = top + block.height / 2 + 0.32 * size
        self._lines(column, key, [block.text], top, block.height, _align(content.table, key), True)
        label = self.edges[key][0] - pad if column else self.edges[key][0] - 2 * pad
        self._write(column, label, baseline, block.label, "right")
        if block.label == content.total_label:
            self.printed_total = block.text


def is_turned(table: Table, key: str) -> bool:
    """Whether the header words of a column stand upright."""
    return table.turned_header and key in TURNED and not is_grouped(table)


def _squeezed(table: Table, key: str, text: str, font: str, size: float) -> tuple[float, float]:
    """Width of a text in points and how narrow it is set for that, 1 as the font has it."""
    wide = fonts.width(text, font, size)
    limit = LIMITS.get(key, 0.0) * size if table.squeezed else 0.0
    if not limit or wide <= limit:
        return wide, 1.0
    stretch = round(max(limit / wide, NARROWEST), 3)
    return wide * stretch, stretch


def _shortened(
    table: Table, columns: dict[str, float], rows: list[dict[str, list[str]]], header: list[str],
    font: str, size: float,
) -> float:  # fmt: skip
    """Width of the description's column in points with which its long texts touch the next ones."""
    keys, wide, pad = list(columns), columns["description"], _pad(table, size)
    following = keys[keys.index("description") + 1 :][:1]
    if _align(table, "description") != "left" or not following:
        return wide
    after = following[0]
    rng = Random(f"touching {table.seed}")
    both = [r for r in rows if len(r["description"]) == len(r[after]) == 1 and r[after][0]]
    reach = []
    for row in both:
        one, two = (fonts.width(row[key][0], font, size) for key in ("description", after))
        room = columns[after] - 2 * pad - two
        aside = {"left": 0.0, "centre": room / 2, "right": room}[_align(table, after)]
        reach.append(one - aside)
    if not reach:
        return wide
    over = sorted(reach, reverse=True)[min(table.touching, len(reach)) - 1]
    least = max(fonts.width(text, font, size) for text in header) + 2 * pad
    return min(wide, max(over - rng.uniform(-0.1, 0.4) * size, least))


def _pad(table: Table, size: float) -> float:
    if table.tight and table.ruling in ("full", "columns"):
        return 0.15 * size
    return (0.45 if table.ruling in ("full", "columns") else 0.75) * size


def _rise(table: Table, size: float) -> float:
    """Blank strip over and under the text of a row; rows without rulings need more of it."""
    return (0.22 if table.ruling in ("full", "rows") else 0.34) * size


def _align(table: Table, key: str) -> str:
    if table.align != "mixed":
        return table.align
    if key in WEIGHTS:
        return "right"
    return "centre" if key in CENTRED else "left"


def _overflows(table: Table, key: str) -> bool:
    return table.overflow and key == "description" and _align(table, key) == "left"


def _header_lines(content: Content, key: str) -> list[str]:
    table = content.table
    if is_grouped(table) and key in WEIGHTS:
        _, one, both = GROUPED[table.language]
        return [one if key == "weight" else both]
    text = content.headers[key]
    if table.header_style == "plain":
        return [text.replace("-|", "-").replace("|", " ")]
    return text.split("|")


def _spoken(content: Content, key: str) -> list[str]:
    """Header words of a column in reading order, the group's first."""
    if is_grouped(content.table) and key in WEIGHTS:
        return [content.headers[key]]
    return _header_lines(content, key)


def _break(table: Table, key: str, text: str, font: str, size: float) -> list[str]:
    """Lines of a cell; joined by one blank they give the cell's text."""
    limit = LIMITS.get(key, 0.0) * size
    if table.wrap == "none" or not limit or _overflows(table, key) or table.squeezed:
        return [text]
    if fonts.width(text, font, size) <= limit:
        return [text]
    if table.split_words:
        return _chop(text, limit, font, size)
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and fonts.width(longer, font, size) <= limit:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _chop(text: str, limit: float, font: str, size: float) -> list[str]:
    lines = [""]
    for letter in text:
        if lines[-1] and fonts.width(lines[-1] + letter, font, size) > limit:
            lines.append("")
        lines[-1] += letter
    return [line.strip() for line in lines if line.strip()]


def _union(boxes: list[Box]) -> Box:
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
