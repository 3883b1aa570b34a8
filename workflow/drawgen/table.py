"""A parts list on paper, and where every cell of it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from . import fonts
from .block import Block, Layout
from .content import WEIGHTS, is_grouped
from .fitting import LEAD, alignment, is_turned, pad_of, rise_of, spoken, squeezed
from .row import Row
from .rulings import GREY, Ruler, mark_row, rule
from .surface import Surface
from .truth import Box, RowTruth, TableTruth
from .words import GROUPED


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
        headers={key: " ".join(spoken(content, key)) for key in layout.columns},
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
        long, stretch = squeezed(layout.content.table, key, text, layout.font, layout.size)
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
        pad = pad_of(table, size)
        x = {"left": left + pad, "right": right - pad, "centre": (left + right) / 2}[align]
        room = high - len(lines) * LEAD * size
        baseline = top + (room / 2 if centred else rise_of(table, size)) + 0.92 * size
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
        x = self.x + pad_of(self.layout.content.table, size)
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
                    column, key, lines, top, high, alignment(table, key), centred
                )
        said = {key: " ".join(lines) for key, lines in block.cells.items()}
        self.rows.append((replace(block.row, cells=said), placed))

    def _total(self, block: Block, top: float) -> None:
        content, size = self.layout.content, self.layout.size
        key = content.total_column
        column = list(self.edges).index(key)
        pad = pad_of(content.table, size)
        baseline = top + block.height / 2 + 0.32 * size
        self._lines(
            column, key, [block.text], top, block.height, alignment(content.table, key), True
        )
        label = self.edges[key][0] - pad if column else self.edges[key][0] - 2 * pad
        self._write(column, label, baseline, block.label, "right")
        if block.label == content.total_label:
            self.printed_total = block.text


def _union(boxes: list[Box]) -> Box:
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
