"""From a header line by line to where an open list ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from bomflow.page.rulings import Ruling, Rulings
from bomflow.page.words import Word
from bomflow.proof.evidence import FIGURES
from bomflow.table.body.rows import cell_text, looks_like_position, looks_like_quantity
from bomflow.table.body.separators import row_rulings
from bomflow.table.body.totals import is_total_line
from bomflow.table.cells.grid import place, soft_grid
from bomflow.table.header.captions import is_footnote
from bomflow.table.header.columns import Band, column_index
from bomflow.table.header.folding import fold
from bomflow.table.header.foreign import heads_another
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.meaning import STRONG
from bomflow.table.header.repeated import repeats, same_x
from bomflow.table.layout import line_middle, phrases

_TOUCH = 3  # heights of a line that what is drawn beside a list may reach into it
_SMALL = 0.6  # of the size of the first row: smaller lines are no rows
_ROW = 10  # heights of a line that a row between two lines is high at most


class Walk:
    """Goes from the header line by line and decides where the table ends."""

    def __init__(
        self,
        band: Band,
        rulings: Rulings,
        vocabulary: Vocabulary,
        others: list[Band],
        lines: list[list[Word]],
        down: bool,
        x0: float,
        x1: float,
    ) -> None:
        self.band, self.vocabulary, self.lines = band, vocabulary, lines
        self.size = band.size
        self.edge = band.bottom if down else band.top
        again = repeats(band, others)
        self.titles = {
            fold(c.text) for c in band.columns if c.name and c.meaning.strength >= STRONG
        }
        self.skips = [(o.top, o.bottom) for o in again]
        self.foreign = [o for o in others if o is not band and o not in again and same_x(o, band)]
        across = rulings.across_between(-1e9, 1e9, x0, x1)
        self.across = across
        self.wide = row_rulings(across, band.x0, band.x1, 0.9, 1.5 * self.size)
        reach = 15 * self.size  # lines of the sheet's frame go on beyond the table
        lids = _lids(band, rulings)
        beyond = [
            a for a in across
            if (a.start < x0 - reach or a.end > x1 + reach)
            and min(a.end, band.x1) - max(a.start, band.x0) > _TOUCH * self.size
            and not any(abs(a.start - s) + abs(a.end - e) <= 0.3 * self.size for s, e in lids)
        ]  # fmt: skip
        beyond = [a for a in beyond if not _of_rows(a, beyond, self.size)]
        self.frame = [a.at for a in beyond]
        self.sheet = [a.at for a in beyond if a.end - a.start > 2.5 * (x1 - x0)]
        self.close = self._closing(across, down)
        near = [n for n in lines[:12] if abs(line_middle(n) - self.edge) < 30 * self.size]
        self.grid = soft_grid(band, list(takewhile(self._may_be_own, near)))
        self.position = column_index(band.columns, "position")
        self.quantity = column_index(band.columns, "quantity")
        self.anchored = [
            anchored(place(line, self.grid), self.position, self.quantity) for line in lines
        ]
        sizes = [max(w.size for w in line) for line in lines]
        first = next((size for size, row in zip(sizes, self.anchored, strict=True) if row), 0.0)
        for i, size in enumerate(sizes):  # dimensions of the drawing, beyond the list
            self.anchored[i] &= size >= _SMALL * first

    def _closing(self, across: Sequence[Ruling], down: bool) -> float:
        """The last of the lines as long as those above and below the header, its edge without one.

        The next of them closes a list that draws no line between its rows, however far apart they
        are; of a list that draws them there are more, each a row further.
        """
        lids = self.band.lids
        beyond = sorted(
            abs(a.at - self.edge) for a in across
            if lids and abs(a.start - lids[0]) <= 2 and abs(a.end - lids[1]) <= 2
            and (a.at - self.edge if down else self.edge - a.at) > 0.5 * self.size
        )  # fmt: skip
        end = 0.0
        for at in beyond:
            if end > 2 * self.size and at - end > _ROW * self.size:
                break
            end = at
        return self.edge + (end if down else -end)

    def _may_be_own(self, line: Sequence[Word]) -> bool:
        """Whether neither another header nor the caption of another table stands on a line."""
        y = line_middle(line)
        text = " ".join(w.text for w in line)
        heads = any(o.top - 1 <= y <= o.bottom + 1 for o in self.foreign)
        return not heads and not self.vocabulary.is_other_caption(text)

    def _is_enclosed(self, y: float) -> bool:
        return min(self.edge, self.close) < y < max(self.edge, self.close)

    def _enclosed_after(self, i: int) -> bool:
        """Whether a row stands beyond line i, before the line that closes the list."""
        return any(
            anchored and self._is_enclosed(line_middle(line))
            for line, anchored in zip(self.lines[i:], self.anchored[i:], strict=True)
        )

    def take(self) -> list[list[Word]]:
        """The lines of the table, [] when none holds a row."""
        taken = 0
        last_anchor = -1
        steps: list[float] = []
        last = self.edge
        for i, line in enumerate(self.lines):
            y = line_middle(line)
            gap = abs(y - last)
            gap -= sum(b - a for a, b in self.skips if min(last, y) < (a + b) / 2 < max(last, y))
            if self._ends(i, y, last, gap, steps):
                break
            taken = i + 1
            if self.anchored[i]:
                if last_anchor >= 0:
                    steps.append(gap)
                last_anchor = i
            elif i - last_anchor > 8 and not self._enclosed_after(i):
                break
            last = y
        if last_anchor < 0:
            return []
        return self.lines[: self._trim(last_anchor, taken)]

    def _ends(self, i: int, y: float, last: float, gap: float, steps: list[float]) -> bool:
        """Whether line i is no longer of the table."""
        line, size = self.lines[i], self.size
        if any(o.top - 1 <= y <= o.bottom + 1 for o in self.foreign):
            return True
        text = " ".join(w.text for w in line)
        if i and (self.vocabulary.is_caption(text) or self.vocabulary.is_other_caption(text)):
            return True
        if i and not self.anchored[i] and is_footnote(text):
            return True
        if i and self._is_title_block(i, min(last, y), max(last, y)):
            return True
        if i and not self.anchored[i] and heads_another(line, self.vocabulary, self.titles):
            return True
        goes_on = self._goes_on(i)
        if len(steps) > 2:
            limit = max(2.4 * max(steps), 2.5 * size)
            if not goes_on:
                limit = max(1.6 * max(steps), 1.9 * size)
        else:
            limit = 4.5 * size if goes_on else 3.2 * size
        enclosed = goes_on and self._is_enclosed(y)
        if gap > limit and not (gap <= 10 * size and (enclosed or self._counts_on(i))):
            return True
        low, high = min(last, y), max(last, y)
        if i == 0 and any(low - 1.5 < r < high + 1.5 for r in self.frame):
            return True
        # zone marks stand beyond the sheet's frame; lists side by side may share long rulings
        if self._between(self.sheet, low, high) and not self._between(self.sheet, self.edge, last):
            return True
        if i and any(low < r < high for r in self.wide):
            if is_total_line(line, self.vocabulary):
                return False
            inner = sum(min(self.edge, last) < r < max(self.edge, last) for r in self.wide)
            rows = sum(self.anchored[:i])
            if inner < max(1, rows // 2) and not goes_on:
                return True
        return False

    def _counts_on(self, i: int) -> bool:
        """Whether line i holds the position next to that of the row before it."""
        before = next((j for j in range(i - 1, -1, -1) if self.anchored[j]), None)
        if before is None or self.position is None or not self.anchored[i]:
            return False
        one, two = (
            cell_text(place(self.lines[j], self.grid).get(self.position, [])) for j in (before, i)
        )
        decimal = one.isdecimal() and two.isdecimal() and max(len(one), len(two)) <= 4
        return decimal and abs(int(two) - int(one)) == 1

    @staticmethod
    def _between(lines: list[float], a: float, b: float) -> bool:
        return any(min(a, b) < r < max(a, b) for r in lines)

    def _is_title_block(self, i: int, low: float, high: float) -> bool:
        """Whether the labels of a title block stand on line i.

        One label may be a word of a description; two labels, or one under a line over it, are not.
        """
        texts = [p.text for p in phrases(self.lines[i])]
        labels = sum(self.vocabulary.is_title_label(t, figures=False) for t in texts)
        if labels >= 2:
            return labels >= 0.5 * len(texts)
        if not labels or len(texts) > 1 or not self.vocabulary.is_title_label(texts[0]):
            return False
        x0, x1 = self.lines[i][0].x0, self.lines[i][-1].x1
        return any(low < a.at < high and a.start <= x0 and x1 <= a.end for a in self.across)

    def _goes_on(self, i: int) -> bool:
        """Whether a row stands on this line or on one of the next few, closely set."""
        for j in range(i, min(i + 5, len(self.lines))):
            if j > i:
                gap = abs(line_middle(self.lines[j]) - line_middle(self.lines[j - 1]))
                if gap > 2.2 * self.size:
                    return False
            if self.anchored[j]:
                return True
        return False

    def _trim(self, last_anchor: int, taken: int) -> int:
        """Wrapped lines and totals after the last row stay, anything further off goes."""
        keep = last_anchor + 1
        while keep < taken:
            line = self.lines[keep]
            gap = self._step(line_middle(self.lines[keep - 1]), line_middle(line))
            far = gap > 1.75 * self.size and not self._wraps_like(keep, gap, last_anchor)
            if far and not is_total_line(line, self.vocabulary):
                break
            if len(phrases(line)) == 1 and len(" ".join(w.text for w in line)) > 60:
                break
            keep += 1
        return keep

    def _step(self, a: float, b: float) -> float:
        """From one line to another, or to the header printed once more between them."""
        low, high = min(a, b), max(a, b)
        headers = [(top + bottom) / 2 for top, bottom in self.skips]
        stops = sorted([low, high, *(y for y in headers if low < y < high)])
        return max(y - x for x, y in pairwise(stops))

    def _wraps_like(self, i: int, gap: float, last_anchor: int) -> bool:
        """Whether line i stands below the one before it as second lines of other rows do."""
        x0, size = self.lines[i][0].x0, self.lines[i][0].size
        figures = {column_index(self.band.columns, name) for name in FIGURES}
        if place(self.lines[i], self.grid).keys() <= figures:
            return False  # a sum
        return any(
            not self.anchored[k]
            and abs(self.lines[k][0].x0 - x0) <= 0.3 * size
            and abs(self.lines[k][0].size - size) <= 0.05 * size
            and abs(abs(line_middle(self.lines[k]) - line_middle(self.lines[k - 1])) - gap)
            <= 0.1 * gap
            for k in range(1, last_anchor)
        )


def _of_rows(line: Ruling, lines: Sequence[Ruling], size: float) -> bool:
    """Whether a long line is one of several alike, set like rows: lists side by side share them."""
    alike = [
        o.at for o in lines
        if abs(o.at - line.at) <= 8 * size
        and abs(o.start - line.start) <= 1 and abs(o.end - line.end) <= 1
    ]  # fmt: skip
    return len(alike) > 2


def _lids(band: Band, rulings: Rulings) -> list[tuple[float, float]]:
    """From where to where lines above and below the header run that end together: the list's."""
    reach = 3 * band.size
    above = rulings.across_between(band.top - reach, band.top, band.x0, band.x1)
    below = rulings.across_between(band.bottom, band.bottom + reach, band.x0, band.x1)
    return [
        (b.start, b.end)
        for b in below
        if any(abs(a.start - b.start) + abs(a.end - b.end) <= 0.3 * band.size for a in above)
    ]


def anchored(cells: dict[int, list[Word]], position: int | None, quantity: int | None) -> bool:
    """Whether the cells of a line hold a position, or a quantity for want of one, and more."""
    if position is not None and position in cells:
        return looks_like_position(cell_text(cells[position])) and len(cells) > 1
    return (
        quantity is not None
        and quantity in cells
        and looks_like_quantity(cell_text(cells[quantity]))
        and len(cells) > 1
    )
