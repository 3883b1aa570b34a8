"""What the boxes of a parts list say: holes between rows, cells that stand under another column.

Boxes are evidence where the text is not: a missing position is the drawing's own if the rows
around it stand as close as all others, and a lost row if they leave room for one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bomflow.extract.check_columns import Gap, Oddity, cell_texts
from bomflow.extract.check_weights import row_name

_Span = tuple[float, float]
# Shares of one row's pitch or one digit's width.
_HOLE = 0.75
_END_HOLE = 0.8
_CLOSE = 0.4
_REGULAR = 0.25
_DIGIT = 0.8
_OFF = 0.6
_STEADY = 0.35


def _median(values: Iterable[float]) -> float:
    """The lower median of one value or more (the statistics module is slow to import)."""
    ordered = sorted(values)
    return ordered[(len(ordered) - 1) // 2]


def _box(value: Any) -> tuple[float, float, float, float] | None:
    if not isinstance(value, (list, tuple)) or len(value) != 4:
        return None
    try:
        x0, top, x1, bottom = (float(v) for v in value)
    except (TypeError, ValueError):
        return None
    return x0, top, x1, bottom


class Layout:
    """Rows and cells of one table as spans along (row by row) and across (column by column).

    Sheets drawn sideways stack their rows from left to right; ``down`` is the axis along which
    the rows follow each other: 1 for y, 0 for x.
    """

    def __init__(self, table: dict[str, Any]) -> None:
        self.rows: Sequence[dict[str, Any]] = table.get("rows") or []
        boxes = [_box(row.get("bbox")) for row in self.rows]
        self.known = len(boxes) >= 2 and all(boxes)
        whole = [b for b in boxes if b]
        spread = [
            max((b[k] + b[k + 2] for b in whole), default=0)
            - min((b[k] + b[k + 2] for b in whole), default=0)
            for k in (0, 1)
        ]
        self.down = 0 if spread[0] > spread[1] else 1
        self.spans: list[_Span] = [(b[self.down], b[self.down + 2]) for b in whole]
        if self.known and self.spans[0][0] > self.spans[-1][0]:
            self.spans = [(-b, -a) for a, b in self.spans]
            self.sign = -1.0
        else:
            self.sign = 1.0
        self.headers: dict[str, _Span] = {}
        self.header_spans: list[_Span] = []
        for cell in table.get("header") or ():
            if box := _box(cell.get("bbox")):
                name = cell.get("column") or f"extra {cell.get('text')}"
                self.headers[name] = self._across(box)
                self.header_spans.append(self._along(box))
        table_box = _box(table.get("bbox"))
        self.outer = self._along(table_box) if table_box else None
        self.sides = self._across(table_box) if table_box else None
        self.cells: list[dict[str, _Span]] = []
        self.edges: dict[str, tuple[list[tuple[float, int]], list[tuple[float, int]]]] = {}
        for row in self.rows:
            own = row.get("cells") or {}
            # Boxes of extra columns count too, wherever the reader keeps them.
            named = [*(row.get("cell_boxes") or {}).items()]
            named += [(f"extra {k}", v) for k, v in (row.get("extra_boxes") or {}).items()]
            placed = {}
            for name, value in named:
                if box := _box(value):
                    known = name in own or name.startswith("extra ")
                    placed[name if known else f"extra {name}"] = self._across(box)
            self.cells.append(placed)
        self.has_word_boxes = self._follow_text()
        self.gaps = [b[0] - a[1] for a, b in zip(self.spans, self.spans[1:], strict=False)]
        self.height = min((b - a for a, b in self.spans), default=0.0)
        self.usual = _median(self.gaps) if self.gaps else 0.0
        self.pitch = self.height + max(self.usual, 0.0)

    def _along(self, box: tuple[float, float, float, float]) -> _Span:
        a, b = box[self.down], box[self.down + 2]
        return (a, b) if getattr(self, "sign", 1.0) > 0 else (-b, -a)

    def _across(self, box: tuple[float, float, float, float]) -> _Span:
        return box[1 - self.down], box[3 - self.down]

    def explains(self, gap: Gap) -> str:
        """What stands where positions are missing: 'hole', 'tight' or '' (not known)."""
        if not self.known or self.pitch <= 0 or len(self.gaps) < 2:
            return ""
        i = gap.before
        if i < 0 or gap.after >= len(self.rows):
            row = self.spans[0] if i < 0 else self.spans[-1]
            rooms = [row[0] - b if i < 0 else a - row[1] for a, b in self.header_spans]
            rooms = [room for room in rooms if room > -self.height]
            if not rooms:
                return ""
            return "hole" if min(rooms) - max(self.usual, 0.0) >= _CLOSE * self.pitch else "tight"
        return "hole" if self.gaps[i] - self.usual >= _CLOSE * self.pitch else "tight"

    def _head_rooms(self) -> tuple[list[float], list[float]]:
        """Room between each header cell and the first row, or the last one below it."""
        first, last = self.spans[0][0], self.spans[-1][1]
        return (
            [first - b for a, b in self.header_spans if b <= first + self.height],
            [a - last for a, b in self.header_spans if a >= last - self.height],
        )

    def holes(self) -> list[tuple[int, int]]:
        """Neighbouring rows that leave room for a row in an otherwise even list."""
        if not self.known or self.pitch <= 0:
            return []
        rooms = [min(rooms) for rooms in self._head_rooms() if rooms]
        samples = [*self.gaps, *rooms]
        usual = _median(samples)
        wide = [i for i, g in enumerate(self.gaps) if g - usual >= _HOLE * self.pitch]
        even = [g for g in samples if abs(g - usual) <= _REGULAR * self.pitch]
        if len(samples) < 2 or len(even) < len(self.gaps) - len(wide) or len(wide) > 2:
            return []
        sections = [str(row.get("section") or "") for row in self.rows]
        return [(i, i + 1) for i in wide if sections[i] == sections[i + 1]]

    def room_at_end(self, has_total: bool) -> bool:
        """Room for a row between the header and the rows, or between them and the box's far edge.

        A TOTAL line takes up the place of one row.
        """
        if not self.known or len(self.spans) < 2 or self.pitch <= 0:
            return False
        first, last = self.spans[0][0], self.spans[-1][1]
        above, below = self._head_rooms()
        usual = max(self.usual, 0.0)
        if any(min(rooms) - usual >= _END_HOLE * self.pitch for rooms in (above, below) if rooms):
            return True
        if self.outer is None:
            return False
        taken = self.pitch if has_total else 0.0
        need = _END_HOLE * self.pitch + usual / 2 + taken
        return (not above and first - self.outer[0] >= need) or (
            not below and self.outer[1] - last >= need
        )

    def overlaps(self) -> list[int]:
        """Rows that stand in the row before them by more than half of the smaller height."""
        found = []
        for i, gap in enumerate(self.gaps):
            small = min(b - a for a, b in self.spans[i : i + 2])
            if small > 0 and -gap > 0.6 * small:
                found.append(i + 1)
        return found

    def _follow_text(self) -> bool:
        """Whether cell boxes follow their text rather than the ruled grid."""
        columns: dict[str, list[_Span]] = {}
        for placed in self.cells:
            for name, span in placed.items():
                columns.setdefault(name, []).append(span)
        return any(
            max(s[k] for s in spans) - min(s[k] for s in spans) > 0.5
            for spans in columns.values()
            for k in (0, 1)
        )

    def misplaced(self) -> list[Oddity]:
        """Cells that stand under another column than the one they were given to."""
        if not self.has_word_boxes:
            return []
        found = []
        names = {name for placed in self.cells for name in placed} | set(self.headers)
        for i, placed in enumerate(self.cells):
            hulls = {name: self._hull(name, i) for name in names}
            for name, (a, b) in placed.items():
                own = hulls.get(name)
                if own is None or b <= a:
                    continue
                outside = a > own[1] + 1 or b < own[0] - 1
                for other, hull in hulls.items():
                    if other == name or hull is None or other in placed:
                        continue
                    shared = min(b, hull[1]) - max(a, hull[0])
                    starts_there = a < own[0] - 2 and a < hull[1] and hull[1] <= own[0] + 1
                    if (outside and shared >= 0.5 * (b - a)) or (starts_there and shared > 2):
                        found.append(
                            Oddity(
                                i,
                                f"{row_name(self.rows[i], i)}: {_label(name)} stands under "
                                f"{_label(other)}",
                            )
                        )
                        break
        return found

    def _hull(self, name: str, without: int) -> _Span | None:
        """Span of a column over its header and all rows but one."""
        if name not in self.edges:
            spans = [(*p[name], i) for i, p in enumerate(self.cells) if name in p]
            if name in self.headers:
                spans.append((*self.headers[name], -1))
            # The two outermost on each side: one of them is another row's.
            self.edges[name] = (
                sorted((a, i) for a, _, i in spans)[:2],
                sorted(((b, i) for _, b, i in spans), reverse=True)[:2],
            )
        lefts, rights = ([v for v, i in side if i != without] for side in self.edges[name])
        return (lefts[0], rights[0]) if lefts else None

    def spread(self) -> list[Oddity]:
        """The one cell of a table that reaches over an empty neighbour's place.

        Text that overflows looks like this, and so do two cells read as one; a list whose texts
        overflow does so more than once.
        """
        if not self.has_word_boxes:
            return []
        names = {name for placed in self.cells for name in placed}
        middles = {
            name: (_median([(p[name][0] + p[name][1]) / 2 for p in self.cells if name in p]), name)
            for name in names
            if sum(name in p for p in self.cells) >= 2
        }
        over = [
            (i, name, other)
            for i, placed in enumerate(self.cells)
            for name, (a, b) in placed.items()
            for middle, other in middles.values()
            if a < middle < b and other != name and other not in placed
        ]
        if len(over) != 1:
            return []
        i, name, other = over[0]
        who = row_name(self.rows[i], i)
        return [Oddity(i, f"{who}: {_label(name)} reaches over the empty {_label(other)}")]

    def misaligned(self) -> list[Oddity]:
        """The one number of an evenly aligned column that stands off by half a digit or more."""
        if not self.has_word_boxes:
            return []
        found = []
        for column in ("position", "quantity", "weight", "total_weight"):
            places = []
            for i, placed in enumerate(self.cells):
                text = str((self.rows[i].get("cells") or {}).get(column) or "").strip()
                if column in placed and text:
                    a, b = placed[column]
                    places.append((i, text, a, b))
            if len(places) < 5:
                continue
            digit = _median([(b - a) / len(text) for _, text, a, b in places])
            lost = [_off(places, edge, digit) for edge in (0.0, 0.5, 1.0)]
            # The edge that the column is aligned by is the one with fewest cells off.
            steady = [odd for odd in lost if odd is not None]
            if steady and all(len(odd) == 1 for odd in steady):
                i, text = steady[0][0]
                who = row_name(self.rows[i], i)
                found.append(
                    Oddity(
                        i,
                        f"{who}: {_label(column)} {text[:24]!r} is out of line, as if a "
                        "character were lost",
                    )
                )
        return found

    def unplaced(self) -> list[Oddity]:
        """Cells with text but no box, in rows that have boxes, or with a box but no text."""
        found = []
        texts = [cell_texts(row) for row in self.rows]
        blank_boxes = [
            (i, name)
            for i, placed in enumerate(self.cells)
            for name in placed
            if not texts[i].get(name, "").strip()
        ]
        for i, placed in enumerate(self.cells):
            for name, text in texts[i].items():
                if placed and text.strip() and name not in placed and name in self._boxed():
                    found.append(
                        Oddity(
                            i,
                            f"{row_name(self.rows[i], i)}: {_label(name)} "
                            f"{text[:30]!r} has no place on the page",
                        )
                    )
        if len(blank_boxes) == 1 and self.has_word_boxes:
            i, name = blank_boxes[0]
            found.append(
                Oddity(i, f"{row_name(self.rows[i], i)}: the text of {_label(name)} is lost")
            )
        return found

    def _boxed(self) -> set[str]:
        return {name for placed in self.cells for name in placed}

    def too_wide(self) -> list[Oddity]:
        """Numbers whose box has room for one more digit than the text has.

        Digits of one font are equally wide: numbers that differ in their digits only (``9.5 M``,
        ``12.3 M``) differ in width by whole digits.
        """
        if not self.has_word_boxes:
            return []
        groups: dict[str, list[tuple[int, str, str, int, float]]] = {}
        for i, placed in enumerate(self.cells):
            cells = self.rows[i].get("cells") or {}
            for name, (a, b) in placed.items():
                text = str(cells.get(name) or "").strip()
                count = sum("0" <= c <= "9" for c in text)
                rest = "".join(c for c in text if not "0" <= c <= "9")
                if count and len(rest) <= 6:
                    groups.setdefault(rest, []).append((i, name, text, count, b - a))
        # A 1 can be much narrower than the other digits when boxes follow the ink.
        widths = sorted(w / n for _, _, t, n, w in groups.get("", ()) if set(t) != {"1"})
        if len(widths) < 4:
            return []
        digit = widths[len(widths) * 3 // 4]
        found = []
        for rest, members in groups.items():
            marks = _median([w - n * digit for _, _, _, n, w in members]) if rest else 0.0
            odd = [m for m in members if m[4] - marks >= (m[3] + _DIGIT) * digit]
            if (rest and len(members) < 4) or len(odd) > max(1, len(members) // 20):
                continue
            found += [
                Oddity(
                    i,
                    f"{row_name(self.rows[i], i)}: {_label(name)} {text!r} fills the room of "
                    f"{count + 1} digits",
                )
                for i, name, text, count, _ in odd
            ]
        return found

    def cut(self) -> list[Oddity]:
        """Cells whose middle lies outside the table's box."""
        if self.sides is None:
            return []
        low, high = self.sides[0] - 1, self.sides[1] + 1
        return [
            Oddity(i, f"{row_name(self.rows[i], i)}: {_label(name)} lies outside the table's box")
            for i, placed in enumerate(self.cells)
            for name, (a, b) in placed.items()
            if not low <= (a + b) / 2 <= high
        ]


def _label(column: str) -> str:
    return column.removeprefix("extra ").replace("_", " ")


def _off(
    places: Sequence[tuple[int, str, float, float]], edge: float, digit: float
) -> list[tuple[int, str]] | None:
    """Cells off the line that all others share at an edge (0 left, 1 right); None: no such line."""
    spots = [a + edge * (b - a) for _, _, a, b in places]
    line = _median(spots)
    most = _OFF * digit * (0.5 if edge == 0.5 else 1.0)
    far = [
        (i, text)
        for (i, text, _, _), spot in zip(places, spots, strict=True)
        if abs(spot - line) > most
    ]
    near = [spot for spot in spots if abs(spot - line) <= most]
    if len(far) > 1 or max(near) - min(near) > _STEADY * digit:
        return None
    return far
