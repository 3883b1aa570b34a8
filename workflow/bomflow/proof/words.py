"""What the page says beside a table: rows and columns that the reader did not take.

Words inside a table's box that no cell took are the reader's own ``leftover``. Rows lost at the
end of a list and columns lost at its side lie outside of the box: they show as words that go on
with the table's columns or lines.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from bomflow.page.words import Word
from bomflow.proof.evidence import label, row_name
from bomflow.proof.layout import Box, Layout, Span, as_box
from bomflow.proof.numbers import parse_number
from bomflow.proof.positions import follows_count
from bomflow.proof.weights import weigh

# How far beyond the end of a list its next line may stand, in rows.
_ROWS_BEYOND = 2.2
# How far beside the columns, in heights of a line, the label of a TOTAL may stand.
_HEIGHTS_BESIDE = 6.0
_TOTAL = re.compile(r"\b(?:sub)?total|\bsum|\bgesamt|\brazem|\btổng|合计|总计|总重|итого|всего")
# Share of a text's height within which edges are one line, and of a column's rows that show it.
_ALIGNED = 0.35
_MOST_ROWS = 0.6
# A wrapped line stands nearer to its own cell's lines than to the next row's.
_NEARER = 0.85
# Points by which boxes of neighbouring tables may overlap.
_EDGE = 3.0
FIGURES = ("position", "quantity", "weight", "total_weight")


class Near(NamedTuple):
    """A word in the table's own directions.

    ``inside``: of the box of some table; ``among``: between the sides of this one; ``start``: where
    it begins in the direction of reading.
    """

    text: str
    along: Span
    across: Span
    inside: bool
    among: bool
    start: float


class Page(NamedTuple):
    """Words in the table's columns and near them, and the boxes of all tables of the page."""

    words: list[Near]
    tables: list[Box]


def check_words(tables: Sequence[dict[str, Any]], words: Sequence[Word]) -> None:
    """Add reasons to the tables of one page where the page's words contradict them.

    ``words`` are all words of the page (points, displayed page). Call it once per page, before
    the verdict: the reasons make the table suspect.
    """
    boxes = [box for table in tables if (box := as_box(table.get("bbox")))]
    for table in tables:
        layout = Layout(table)
        if not layout.spans or layout.sides is None or not all(r.get("bbox") for r in layout.rows):
            continue
        page = Page(_near(layout, words, boxes), boxes)
        reasons = [reason for rule in WORD_RULES.values() for reason in rule(table, layout, page)]
        table["check_reasons"] = [*(table.get("check_reasons") or ()), *reasons]


def _near(layout: Layout, words: Iterable[Word], boxes: Sequence[Box]) -> list[Near]:
    """Words in the direction of the table's text that stand in its columns, in it or near it."""
    if layout.sides is None:
        return []
    upright = layout.down == 1
    spans = [*layout.spans, *layout.header_spans]
    reach = 3 * max(layout.pitch, layout.tallest) + layout.height
    low, high = min(a for a, _ in spans) - reach, max(b for _, b in spans) + reach
    # The label of a TOTAL may stand beside the columns.
    wide = _HEIGHTS_BESIDE * layout.height
    left, right = layout.sides[0] - wide, layout.sides[1] + wide
    if layout.sign < 0:
        low, high = -high, -low
    x0, top, x1, bottom = (left, low, right, high) if upright else (low, left, high, right)
    return [
        Near(
            w.text,
            layout.along(w.box),
            layout.across(w.box),
            any(_inside(w, b) for b in boxes),
            layout.sides[0] <= sum(layout.across(w.box)) / 2 <= layout.sides[1],
            -layout.across(w.box)[1] if w.angle in (90, 180) else layout.across(w.box)[0],
        )
        for w in words
        if w.x1 >= x0 and w.x0 <= x1 and w.bottom >= top and w.top <= bottom
        if (w.angle % 180 == 0) == upright and _inside(w, (x0, top, x1, bottom))
    ]


def _inside(word: Word, box: Box) -> bool:
    return (
        box[0] <= (word.x0 + word.x1) / 2 <= box[2]
        and box[1] <= (word.top + word.bottom) / 2 <= box[3]
    )


def tables_in_each_other(table: dict[str, Any], layout: Layout, page: Page) -> list[str]:
    """Boxes of two tables that share more than an edge."""
    box = as_box(table.get("bbox"))
    if box and any(
        all(min(box[k + 2], other[k + 2]) - max(box[k], other[k]) > _EDGE for k in (0, 1))
        for other in page.tables
        if other != box
    ):
        return ["another table stands in its box"]
    return []


def rows_beyond(table: dict[str, Any], layout: Layout, page: Page) -> list[str]:
    """A line beyond an end of the list that reads like its next row, or like its TOTAL."""
    low = min(a for a, _ in layout.spans)
    high = max(b for _, b in layout.spans)
    ends = []
    if not any(a >= high - layout.height for a, _ in layout.header_spans):
        ends.append((high, 1.0))
    if not any(b <= low + layout.height for _, b in layout.header_spans):
        ends.append((-low, -1.0))
    no_total = not str(table.get("printed_total") or "").strip()
    most = max(layout.usual, 0.0) + _ROWS_BEYOND * max(layout.pitch, layout.tallest)
    for end, sign in ends:
        strip = []
        for w in page.words:
            a = _start(w, sign)
            if not w.inside and -0.5 * layout.height <= a - end <= most:
                strip.append((a, w))
        for line in _lines(strip, 0.5 * layout.height):
            among = [w for w in line if w.among]
            cells = _as_cells(layout, among)
            figures = [name for name in cells if name in FIGURES]
            text = " ".join(w.text for w in line)
            # Frames of sheets are divided into zones: 8 7 6 5.
            wordy = any(len(w.text) > 2 for w in among)
            # One figure alone has to stand just where the next row would.
            near = (
                abs(min(_start(w, sign) for w in line) - end - layout.usual) < 0.5 * layout.height
            )
            if wordy and len(figures) >= 2 - near and len(cells) >= 3:
                return [f"a line beside the last row was not read: {text[:60]!r}"]
            for name in {"weight", "total_weight"} & cells.keys() if no_total else ():
                # A title block may repeat the sum; its line has more figures.
                if _figures(text) == _figures(cells[name]) and (
                    any(_TOTAL.search(w.text.lower()) for w in page.words if _level(w, line[0]))
                    or weigh({**table, "printed_total": cells[name]}).sum.holds
                ):
                    return [f"TOTAL {cells[name]} beside the last row was not read"]
    return []


def _start(word: Near, sign: float) -> float:
    """Where a word begins, seen from the list's end."""
    return word.along[0] if sign > 0 else -word.along[1]


def _level(a: Near, b: Near) -> bool:
    """Whether two words stand on one line."""
    return a.along[0] < sum(b.along) / 2 < a.along[1]


def _figures(text: str) -> int:
    return sum(any(c.isdigit() for c in word) for word in text.split())


def _as_cells(layout: Layout, line: Sequence[Near]) -> dict[str, str]:
    """The texts of a line that stand in line with a column's cells; figures where it has figures.

    Nothing where words stand between the columns: lines of a title block do.
    """
    cells: dict[str, str] = {}
    outside = len(line)
    for name in {n for placed in layout.cells for n in placed}:
        spans = [placed[name] for placed in layout.cells if name in placed]
        hull = [*spans, layout.headers[name]] if name in layout.headers else spans
        low, high = min(a for a, _ in hull), max(b for _, b in hull)
        words = [w for w in line if low <= sum(w.across) / 2 <= high]
        outside -= len(words)
        if not words:
            continue
        span = min(w.across[0] for w in words), max(w.across[1] for w in words)
        text = " ".join(w.text for w in words)
        if (name not in FIGURES or parse_number(text)) and _in_line(
            span, spans, _ALIGNED * layout.height
        ):
            cells[name] = text
    return cells if outside <= 0.2 * len(line) else {}


def _lines(strip: Sequence[tuple[float, Near]], most: float) -> list[list[Near]]:
    """Words (with their place) line by line, each line from left to right."""
    lines: list[list[Near]] = []
    start = -math.inf
    for at, word in sorted(strip, key=itemgetter(0)):
        if at - start > most:
            lines.append([])
            start = at
        lines[-1].append(word)
    return [sorted(line, key=attrgetter("start")) for line in lines]


def _in_line(span: Span, spans: Sequence[Span], most: float) -> bool:
    """Whether a span shares its left, middle or right with most of the others."""
    for edge in (0.0, 0.5, 1.0):
        spot = span[0] + edge * (span[1] - span[0])
        same = sum(abs(a + edge * (b - a) - spot) <= most for a, b in spans)
        if same >= max(1, _MOST_ROWS * len(spans)):
            return True
    return False


def wrong_wraps(table: dict[str, Any], layout: Layout, page: Page) -> list[str]:
    """Cells of several lines, one of which stands nearer to the next row than to its own."""
    starts = sorted((low, i) for i, (low, _) in enumerate(layout.spans))
    spots: dict[str, list[list[float]]] = {}
    for w in page.words:
        spot = (w.along[0] + w.along[1]) / 2
        at = bisect_right(starts, (spot, len(starts))) - 1
        i = starts[at][1] if at >= 0 else -1
        if i < 0 or spot > layout.spans[i][1]:
            continue
        for name, span in layout.cells[i].items():
            if _shared(w.across, span):
                spots.setdefault(name, [[] for _ in layout.rows])[i].append(spot)
    found = []
    for name, rows in spots.items():
        lines = [_distinct(row, 0.5 * layout.height) for row in rows]
        for i, (here, there) in enumerate(pairwise(lines)):
            if not here or not there or max(len(here), len(there)) < 2:
                continue
            within = [b - a for a, b in (*pairwise(here[-2:]), *pairwise(there[:2]))]
            if 0 < there[0] - here[-1] < _NEARER * max(within):
                who = " and ".join(row_name(layout.rows[k], k) for k in (i, i + 1))
                found.append(f"{who}: a line of {label(name)} stands nearer to the other row")
    return found


def _shared(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _distinct(spots: Sequence[float], most: float) -> list[float]:
    found: list[float] = []
    for spot in sorted(spots):
        if not found or spot - found[-1] > most:
            found.append(spot)
    return found


def holes(table: dict[str, Any], layout: Layout, page: Page) -> list[str]:
    """Room for a row that holds no words at all: neither a heading nor a repeated header."""
    if follows_count(str((r.get("cells") or {}).get("position") or "") for r in layout.rows):
        return []
    found = []
    for before, (low, high) in layout.holes():
        if not any(low <= sum(w.along) / 2 <= high for w in page.words if w.among):
            rows = layout.rows
            if 0 <= before < len(rows) - 1:
                a, b = (row_name(rows[k], k) for k in (before, before + 1))
                found.append(f"{a} and {b} leave room for a row")
            else:
                found.append("there is room for a row beside the header")
    return found


WORD_RULES: dict[str, Callable[[dict[str, Any], Layout, Page], list[str]]] = {
    rule.__name__: rule for rule in (tables_in_each_other, rows_beyond, wrong_wraps, holes)
}
"""Every rule that needs the page's words, by name."""
