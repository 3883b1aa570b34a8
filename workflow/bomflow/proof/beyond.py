"""Lines beyond the ends of a list that the reader did not take, and its TOTAL."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter, itemgetter
from typing import Any

from bomflow.proof.counting import counts_on
from bomflow.proof.evidence import FIGURES
from bomflow.proof.layout import Layout, Span
from bomflow.proof.near import Near, Page
from bomflow.proof.oddity import Oddity
from bomflow.proof.quantities import counted
from bomflow.proof.weights import weigh

# How far beyond the end of a list its next line may stand, in rows.
_ROWS_BEYOND = 2.2
_SMALL = 0.6  # heights of a line: dimensions of the drawing are less
_HEIGHTS_BELOW = 7.0  # of a line, where there is one row
_TOTAL = re.compile(r"\b(?:sub)?total|\bsum|\bgesamt|\brazem|\btổng|合计|总计|总重|итого|всего")
# Share of a text's height within which edges are one line, and of a column's rows that show it.
ALIGNED = 0.35
_MOST_ROWS = 0.6
_FULL = 3  # columns that all rows fill
_MANY = 4  # cells of a line, whatever else stands in it
_ROW_LINES = 1.3  # heights from one line of a row to the next


def rows_beyond(table: dict[str, Any], layout: Layout, page: Page) -> list[Oddity]:
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
    if not layout.gaps:  # one row does not show how far apart they stand
        most = max(most, _HEIGHTS_BELOW * layout.height)
    full = set.intersection(*(set(placed) for placed in layout.cells))
    names = {word for cell in table.get("header") or () for word in str(cell.get("text")).split()}
    for end, sign in ends:
        strip = []
        for w in page.words:
            a = _start(w, sign)
            # of its own words the header, printed once more behind the last row that was read
            mine = w.inside and w.text not in names
            small = w.along[1] - w.along[0] < _SMALL * layout.line
            if not mine and not small and -0.5 * layout.height <= a - end <= 2 * most:
                strip.append((a, w))
        reach, before, begun, headed = most, -math.inf, False, False
        row: dict[str, str] = {}
        for line in _lines(strip, 0.5 * layout.height):
            among = [w for w in line if w.among]
            figures = any(c.isdigit() for w in line for c in w.text)
            away = min(_start(w, sign) for w in among or line) - end
            if len(among) > 1 and away <= reach and all(w.text in names for w in among):
                reach, headed = max(reach, away + most), True  # its header once more
                continue
            if away > reach or (not figures and _texts(among, layout.height) > 2):
                break  # the header of another table: what follows is not of this one
            if not figures and _texts(among, layout.height) == 1:
                reach = max(reach, away + most)  # a heading over more rows
            cells = _as_cells(layout, among)
            text = " ".join(w.text for w in line)
            # Frames of sheets are divided into zones: 8 7 6 5.
            wordy = any(len(w.text) > (2 if w.text.isascii() else 1) for w in among)
            # One figure alone has to stand just where the next row would, or in a wrapped row that
            # begins there.
            goes_on = away - before <= _ROW_LINES * layout.height and bool(cells)
            near = headed or abs(away - layout.usual) < 0.5 * layout.height
            near = begun = near or (begun and goes_on)
            row = row | cells if goes_on else cells
            before, headed = away, False
            numbers = [name for name in row if name in FIGURES]
            # further off it has to fill all columns that the rows fill
            near = near or (len(full) >= _FULL and full <= cells.keys() and "quantity" in cells)
            if near and [*cells] == ["position"] and _next_position(table, cells, sign):
                return [Oddity(None, f"a line beside the last row was not read: {text[:60]!r}")]
            if wordy and len(numbers) >= 2 - near and len(row) >= 3:
                return [Oddity(None, f"a line beside the last row was not read: {text[:60]!r}")]
            for name in {"weight", "total_weight"} & cells.keys() if no_total else ():
                # A title block may repeat the sum; its line has more figures.
                if _figures(text) == _figures(cells[name]) and (
                    any(_TOTAL.search(w.text.lower()) for w in page.words if _level(w, line[0]))
                    or weigh({**table, "printed_total": cells[name]}).sum.holds
                ):
                    told = f"TOTAL {cells[name]} beside the last row was not read"
                    return [Oddity(None, told)]
    return []


def _next_position(table: dict[str, Any], cells: dict[str, str], sign: float) -> bool:
    """Whether a line of one position counts on from the row at that end: a prepared row."""
    known = [str((row.get("cells") or {}).get("position") or "") for row in table["rows"]]
    own = cells["position"]
    return counts_on(
        [*known, own] if sign > 0 else [own, *known], len(known) - 1 if sign > 0 else 0
    )


def _texts(line: Sequence[Near], height: float) -> int:
    """How many texts, more than a blank apart, the words of a line are."""
    spans = sorted(word.across for word in line)
    return bool(spans) + sum(b[0] - a[1] > height for a, b in pairwise(spans))


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
        if (name not in FIGURES or counted(text, "")) and in_line(
            span, spans, ALIGNED * layout.height
        ):
            cells[name] = text
    filled = {n for placed in layout.cells for n in placed}
    for name, (low, high) in layout.headers.items():
        words = [w for w in line if low <= sum(w.across) / 2 <= high]
        text = " ".join(w.text for w in words)
        # no row that was read tells where the texts of such a column stand
        if name not in filled and words and (name not in FIGURES or counted(text, "")):
            cells[name] = text
            outside -= len(words)
    return cells if outside <= 0.2 * len(line) or len(cells) >= _MANY else {}


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


def in_line(span: Span, spans: Sequence[Span], most: float) -> bool:
    """Whether a span shares its left, middle or right with most of the others."""
    for edge in (0.0, 0.5, 1.0):
        spot = span[0] + edge * (span[1] - span[0])
        same = sum(abs(a + edge * (b - a) - spot) <= most for a, b in spans)
        if same >= max(1, _MOST_ROWS * len(spans)):
            return True
    return False
