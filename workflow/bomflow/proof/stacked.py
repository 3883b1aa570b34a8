"""A stack of the list that stands beside it without a header and was not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from bomflow.proof.layout import Layout, Span, median
from bomflow.proof.near import Near, Page
from bomflow.proof.oddity import Oddity

_ALIGNED = 0.35  # heights by which the edges of figures of one column differ
_APART = 12.0  # heights beside a list within which its stack begins
_HIGHER = 8.0  # heights above the first row, or below the last one, where a stack may begin
_LINES = 2  # of a stack without positions
_GAP = 10  # steps of the positions that a list may leave out
_DIGITS = 6
_LEVEL = 0.3  # heights by which words of one line differ


def counts_on_beside(table: dict[str, Any], layout: Layout, page: Page) -> list[Oddity]:
    """Figures beside the list that count on from its last or its first position, row by row.

    Of a stack with one row the line has to hold more than the figure.
    """
    if layout.sides is None:
        return []
    page = _nearer(page, layout.sides, layout.height)
    texts = [str((row.get("cells") or {}).get("position") or "").strip() for row in layout.rows]
    low = min(a for a, _ in layout.spans) - _HIGHER * layout.height
    high = max(b for _, b in layout.spans) + _HIGHER * layout.height
    outside = [
        w
        for w in page.words
        if not w.inside and not w.among and low <= w.level <= high and w.text.isdecimal()
        and w.text.strip("0")  # no list begins at 0, but changes do
    ]  # fmt: skip
    step = _step(texts)
    for end, way in ((texts[-1], step), (texts[0], -step)):
        last = int(end) if end.isdecimal() and len(end) <= _DIGITS else -1
        for word in outside if last >= 0 else ():
            ahead = _steps_ahead(last, word, way)
            if not 0 <= ahead <= _GAP:
                continue
            column = [w for w in outside if _in_line(word, w, layout.height)]
            rows = [w for w in column if 0 < _steps_ahead(int(word.text), w, way) <= _GAP]
            beside = _beside(word, page, layout.height)
            plain = ahead == 1 and (rows or (beside > 1 and _begins(word, page, layout.height)))
            if plain or (rows and beside and (beside > 1 or _all_go_on(rows, page, layout.height))):
                told = f"the list seems to go on beside its rows, with position {word.text}"
                return [Oddity(None, told)]
    return []


def columns_beside(table: dict[str, Any], layout: Layout, page: Page) -> list[Oddity]:
    """Lines beside a list of which the words are as far apart as its columns.

    Of lists that number their rows the figures tell (counts_on_beside).
    """
    rows = layout.rows
    texts = [str((row.get("cells") or {}).get("position") or "").strip() for row in rows]
    if layout.sides is None or (any(texts) and all(t.isdecimal() for t in (texts[0], texts[-1]))):
        return []
    page = _nearer(page, layout.sides, layout.height)
    low = min(a for a, _ in layout.spans) - _HIGHER * layout.height
    high = max(b for _, b in layout.spans) + _HIGHER * layout.height
    outside = [w for w in page.words if not w.inside and not w.among and low <= w.level <= high]
    columns = {
        name: [placed[name] for placed in layout.cells if name in placed] for name in layout.homes
    }
    counts = [w for w in outside if w.text[:1].isdecimal()]
    shifts: Counter[int] = Counter()
    for word in counts:
        own = set()
        line = [w for w in outside if abs(w.level - word.level) <= _LEVEL * layout.height]
        for shift in _shifts(word, columns.get("quantity", [])):
            others = [spans for name, spans in columns.items() if name != "quantity"]
            if any(
                abs(shift - other) <= _ALIGNED * layout.height
                for w in line
                if w is not word
                for spans in others
                for other in _shifts(w, spans)
            ):
                own.add(round(shift / (2 * _ALIGNED * layout.height)))
        shifts.update(own | {s + 1 for s in own})  # what one step parts lies within two
    wide = layout.sides[1] - layout.sides[0]
    unit = 2 * _ALIGNED * layout.height
    for shift, lines in shifts.items():
        if lines >= _LINES and abs(shift * unit) >= wide - layout.height:
            return [Oddity(None, "the list seems to go on beside its rows")]
    return []


def _nearer(page: Page, sides: Span, height: float) -> Page:
    """The page without the words farther beside the list than a stack of it begins."""
    left, right = sides[0] - _APART * height, sides[1] + _APART * height
    return page._replace(words=[w for w in page.words if left <= sum(w.across) / 2 <= right])


def _shifts(word: Near, spans: Sequence[Span]) -> list[float]:
    """How far a word stands beside the cells of a column, by their usual left and right edges."""
    if not spans:
        return []
    lefts, rights = (median([span[k] for span in spans]) for k in (0, 1))
    return [word.across[0] - lefts, word.across[1] - rights]


def _steps_ahead(last: int, word: Near, way: int) -> float:
    """By how many steps a figure is ahead of a position, negative for behind."""
    return (int(word.text) - last) / way if len(word.text) <= _DIGITS else -1.0


def _step(texts: Sequence[str]) -> int:
    """By how much most positions differ from the one before them, 1 if nothing is known."""
    numbers = [int(t) for t in texts if t.isdecimal() and len(t) <= _DIGITS]
    steps = Counter(b - a for a, b in pairwise(numbers) if b != a)
    return steps.most_common(1)[0][0] if steps else 1


def _in_line(one: Near, other: Near, height: float) -> bool:
    """Whether two figures stand in one column."""
    edges = zip(
        (*one.across, sum(one.across) / 2), (*other.across, sum(other.across) / 2), strict=True
    )
    return one.level != other.level and any(abs(a - b) <= _ALIGNED * height for a, b in edges)


def _all_go_on(rows: Sequence[Near], page: Page, height: float) -> bool:
    """Whether two figures or more have words on their lines, as those in balloons have not."""
    return len(rows) > 1 and all(_beside(word, page, height) for word in rows)


def _begins(word: Near, page: Page, height: float) -> bool:
    """Whether a figure is the first word of its line on its side of the list, or the last one."""
    line = [
        w.across[0]
        for w in page.words
        if not (w.inside or w.among) and abs(w.level - word.level) <= _LEVEL * height
    ]
    return word.across[0] in (min(line), max(line))


def _beside(word: Near, page: Page, height: float) -> int:
    """How many more words stand on its line, beside the list."""
    return sum(
        w is not word and not (w.inside or w.among) and abs(w.level - word.level) <= _LEVEL * height
        for w in page.words
    )
