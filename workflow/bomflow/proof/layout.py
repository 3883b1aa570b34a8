"""Rows and cells of a table as spans: along the list (row by row) and across it (by column).

Boxes are evidence where the text is not: a missing position is the drawing's own if the rows
around it stand as close as all others, and a lost row if they leave room for one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

Span = tuple[float, float]
Box = tuple[float, float, float, float]
# Shares of one row's pitch.
_HOLE = 0.75
_CLOSE = 0.4
_REGULAR = 0.25
# Share of the rows that show where a column is; with fewer its header does.
_MOST_ROWS = 0.6


def median(values: Iterable[float]) -> float:
    """The lower median of one value or more (the statistics module is slow to import)."""
    ordered = sorted(values)
    return ordered[(len(ordered) - 1) // 2]


def as_box(value: Any) -> Box | None:
    """Four numbers, or None for anything else."""
    if not isinstance(value, (list, tuple)) or len(value) != 4:
        return None
    try:
        return float(value[0]), float(value[1]), float(value[2]), float(value[3])
    except (TypeError, ValueError):
        return None


def middle(span: Span) -> float:
    """The middle of a span."""
    return (span[0] + span[1]) / 2


def shared(a: Span, b: Span) -> bool:
    """Whether two spans have more than an end in common."""
    return a[0] < b[1] and b[0] < a[1]


def distinct(spots: Iterable[float], most: float) -> list[float]:
    """The spots in order without those that are ``most`` or less behind one: lines of words."""
    found: list[float] = []
    for spot in sorted(spots):
        if not found or spot - found[-1] > most:
            found.append(spot)
    return found


class Layout:
    """The boxes of one table's record.

    Sheets drawn sideways stack their rows from left to right; ``down`` is the axis along which
    the rows follow each other: 1 for y, 0 for x. Spans along it grow in the order of the rows
    (``sign`` is -1 where the page's axis runs against them). ``cells`` holds each row's cell spans
    across and ``heights`` those along, by column; ``pitch`` is the height of one row with its usual
    gap, ``line`` that of a line of text (all rows may hold several), in points.
    """

    def __init__(self, table: dict[str, Any]) -> None:
        self.rows: Sequence[dict[str, Any]] = table.get("rows") or []
        boxes = [as_box(row.get("bbox")) for row in self.rows]
        self.known = len(boxes) >= 2 and all(boxes)
        whole = [b for b in boxes if b]
        header = [(c, b) for c in table.get("header") or () if (b := as_box(c.get("bbox")))]
        self.down = _axis(whole, [box for _, box in header])
        self.sign = 1.0
        self.spans: list[Span] = [(b[self.down], b[self.down + 2]) for b in whole]
        if self.known and self.spans[0][0] > self.spans[-1][0]:
            self.sign = -1.0
            self.spans = [(-b, -a) for a, b in self.spans]
        self.headers: dict[str, Span] = {}
        self.header_spans: list[Span] = []
        for cell, place in header:
            self.headers[cell.get("column") or f"extra {cell.get('text')}"] = self.across(place)
            self.header_spans.append(self.along(place))
        table_box = as_box(table.get("bbox"))
        self.sides = self.across(table_box) if table_box else None
        self.cells: list[dict[str, Span]] = []
        self.heights: list[dict[str, Span]] = []
        for row in self.rows:
            own = row.get("cells") or {}
            named = [*(row.get("cell_boxes") or {}).items()]
            named += [(f"extra {k}", v) for k, v in (row.get("extra_boxes") or {}).items()]
            placed, heights = {}, {}
            for name, value in named:
                if box := as_box(value):
                    key = name if name in own or name.startswith("extra ") else f"extra {name}"
                    placed[key], heights[key] = self.across(box), self.along(box)
            self.cells.append(placed)
            self.heights.append(heights)
        self.gaps = [b[0] - a[1] for a, b in pairwise(self.spans)]
        self.height = min((b - a for a, b in self.spans), default=0.0)
        self.tallest = max((b - a for a, b in self.spans), default=0.0)
        self.usual = median(self.gaps) if self.gaps else 0.0
        self.pitch = self.height + max(self.usual, 0.0)
        cells = [b - a for own in self.heights for a, b in own.values()]
        self.line = min(self.height, median(cells)) if cells else self.height

    @cached_property
    def homes(self) -> dict[str, Span]:
        """Where each column is: where most of its cells are, so that a few displaced ones do not
        widen it, and its header.
        """
        homes = dict(self.headers)
        for name in {name for placed in self.cells for name in placed}:
            spans = [placed[name] for placed in self.cells if name in placed]
            usual = median([a for a, _ in spans]), median([b for _, b in spans])
            head = homes.get(name, usual)
            if len(spans) >= _MOST_ROWS * len(self.cells) or name not in homes:
                homes[name] = min(usual[0], head[0]), max(usual[1], head[1])
        return homes

    def lacks(self, box: Box) -> bool:
        """Whether a box stands in a row and in a column of which that row has no cell."""
        along, across = middle(self.along(box)), middle(self.across(box))
        return any(
            low <= along <= high
            and any(a <= across <= b and n not in placed for n, (a, b) in self.homes.items())
            for (low, high), placed in zip(self.spans, self.cells, strict=False)
        )

    def along(self, box: Box) -> Span:
        """A box's span in the direction of the rows."""
        a, b = box[self.down], box[self.down + 2]
        return (a, b) if self.sign > 0 else (-b, -a)

    def across(self, box: Box) -> Span:
        """A box's span in the direction of the columns."""
        return box[1 - self.down], box[3 - self.down]

    def explains(self, before: int, after: int) -> str:
        """What stands between two rows (-1: before the first).

        'hole' (room for a row), 'heading', 'tight', or '' (not known).
        """
        if not self.known or self.pitch <= 0 or len(self.gaps) < 2:
            return ""
        last = len(self.rows) - 1
        if before >= 0 and after <= last:
            if self._section(before) != self._section(after):
                return "heading"
            return "hole" if self.gaps[before] - self.usual >= _CLOSE * self.pitch else "tight"
        end = 0 if before < 0 else last
        if self._section(end):
            return "heading"
        row = self.spans[end]
        rooms = [row[0] - b if before < 0 else a - row[1] for a, b in self.header_spans]
        rooms = [room for room in rooms if room > -self.height]
        if not rooms:
            return ""
        return "hole" if min(rooms) - max(self.usual, 0.0) >= _CLOSE * self.pitch else "tight"

    def _section(self, i: int) -> str:
        return str(self.rows[i].get("section") or "")

    def holes(self) -> list[tuple[int, Span]]:
        """Spans that leave room for a row, by the row before it (-1: the header or an end)."""
        if not self.known or self.pitch <= 0:
            return []
        samples = [*self.gaps, *self._head_rooms()]
        usual = median(samples)
        need = _HOLE * self.pitch
        wide = [i for i, g in enumerate(self.gaps) if g - usual >= need]
        even = [g for g in samples if abs(g - usual) <= _REGULAR * self.pitch]
        if len(samples) < 2 or len(even) < len(self.gaps) - len(wide) or len(wide) > 2:
            return []
        found = [(i, (self.spans[i][1], self.spans[i + 1][0])) for i in wide]
        first, last = self.spans[0][0], self.spans[-1][1]
        above = [b for a, b in self.header_spans if b <= first + self.height]
        below = [a for a, b in self.header_spans if a >= last - self.height]
        if above and first - max(above) - max(self.usual, 0.0) >= need:
            found.append((-1, (max(above), first)))
        if below and min(below) - last - max(self.usual, 0.0) >= need:
            found.append((len(self.spans) - 1, (last, min(below))))
        return found

    def _head_rooms(self) -> list[float]:
        """Room between the header and the row next to it."""
        first, last = self.spans[0][0], self.spans[-1][1]
        above = [first - b for a, b in self.header_spans if b <= first + self.height]
        below = [a - last for a, b in self.header_spans if a >= last - self.height]
        return [min(rooms) for rooms in (above, below) if rooms]


def _axis(boxes: Sequence[Box], header: Sequence[Box]) -> int:
    """The axis along which rows follow each other rather than lie in each other: 1 y, 0 x."""
    if len(boxes) < 2:
        x, y = (
            max((b[k] for b in header), default=0.0) - min((b[k] for b in header), default=0.0)
            for k in (0, 1)
        )
        return 0 if y > x else 1

    def order(k: int) -> tuple[int, float]:
        apart = sum(
            min(a[k + 2], b[k + 2]) - max(a[k], b[k]) < 0.5 * min(a[k + 2] - a[k], b[k + 2] - b[k])
            for a, b in pairwise(boxes)
        )
        middles = [b[k] + b[k + 2] for b in boxes]
        return apart, max(middles, default=0.0) - min(middles, default=0.0)

    return 0 if order(0) > order(1) else 1
