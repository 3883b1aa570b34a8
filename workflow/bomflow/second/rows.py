"""Rows from the lines of a body: drawn ones, else anchors and the gaps between lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from bomflow.page.words import Word
from bomflow.proof.numbers import parse_number
from bomflow.second.columns import Columns
from bomflow.second.runs import runs_of
from bomflow.table.body.rows import Row, cell_text, looks_like_position, looks_like_quantity
from bomflow.table.header.headers import Vocabulary
from bomflow.table.layout import line_middle

_EVEN = 1.2  # gaps between lines that differ by less than this factor are equal
_ROOMY = 1.5  # font sizes between rows from which on lines of one cell stand closer
_ROW_APART = 0.85  # of the rows' pitch
_LONGEST_HEADING = 60  # characters


class Placed(NamedTuple):
    """A line of the body: its words by column, its middle, whether a row stands on it."""

    cells: dict[int, list[Word]]
    y: float
    anchor: bool

    @property
    def words(self) -> list[Word]:
        return [w for cell in self.cells.values() for w in cell]


def place(line: Sequence[Word], columns: Columns, anchors: Sequence[int]) -> Placed:
    """A line's words by column; ``anchors`` are the position and the quantity column."""
    cells: dict[int, list[Word]] = {}
    for run in runs_of(line, columns.edges[1:-1]):
        cells.setdefault(columns.home(run), []).extend(run.words)
    found = any(
        i in cells and likely(cell_text(cells[i]))
        for i, likely in zip(anchors, (looks_like_position, looks_like_quantity), strict=False)
    )
    return Placed(cells, line_middle(line), found)


def group_lines(lines: Sequence[Placed], separators: Sequence[float]) -> list[list[Placed]]:
    """Lines of one row each: between drawn separators, and around anchors where several share."""
    strips: list[list[Placed]] = []
    edges = sorted(separators)
    last = None
    for line in lines:
        strip = sum(edge < line.y for edge in edges)
        if strip != last or not strips:
            strips.append([])
        strips[-1].append(line)
        last = strip
    return [row for strip in strips for row in _around_anchors(strip)]


def _around_anchors(strip: list[Placed]) -> list[list[Placed]]:
    """Cut a strip between its anchors: at the widest gap, or by where its first anchor stands."""
    marks = [i for i, line in enumerate(strip) if line.anchor]
    if len(marks) < 2:
        return [strip]
    rows, start = [], 0
    on_top, on_foot = marks[0] == 0, marks[-1] == len(strip) - 1
    for a, b in pairwise(marks):
        gaps = [strip[k + 1].y - strip[k].y for k in range(a, b)]
        if max(gaps) > _EVEN * min(gaps):
            cut = a + gaps.index(max(gaps)) + 1
        elif on_top == on_foot:
            cut = (a + b + 1) // 2
        else:
            cut = b if on_top else a + 1
        rows.append(strip[start:cut])
        start = cut
    return [*rows, strip[start:]]


def drop_loose_ends(lines: list[Placed], figures: Sequence[int]) -> None:
    """Take away, in place, lines before the first and after the last anchor that hold nothing but
    cells in columns of ``figures``: those do not wrap, so it is other text of the sheet.
    """
    marks = [i for i, line in enumerate(lines) if line.anchor]
    if marks:
        lines[:] = [
            line for i, line in enumerate(lines)
            if marks[0] <= i <= marks[-1] or not set(line.cells) <= set(figures)
        ]  # fmt: skip


def as_row(lines: Sequence[Placed], section: str) -> Row:
    """One logical row of its lines."""
    row = Row(section=section)
    for line in lines:
        for i, words in line.cells.items():
            row.cells.setdefault(i, []).extend(words)
    return row


def text_of(line: Placed) -> str:
    """A line's words from left to right."""
    return " ".join(w.text for w in sorted(line.words, key=lambda w: w.x0))


def is_heading(line: Placed, wordy: int | None = None) -> bool:
    """Whether a line is a heading between rows: one text without figures.

    ``wordy``: the column of descriptions; a heading begins left of it, unless it has a line or a
    drawn strip of its own (then None).
    """
    text = text_of(line)
    if line.anchor or len(text) > _LONGEST_HEADING or any(c.isdigit() for c in text):
        return False
    letters = sum(3 if c > "\u2e80" else 1 for c in text if c.isalpha())  # a sign is a word
    words = sorted(line.words, key=lambda w: w.x0)
    left = wordy is None or min(line.cells) < wordy
    return letters > 2 and left and len(runs_of(words)) == 1


def is_inner(
    lines: Sequence[Placed], i: int, article: int | None, separators: Sequence[float]
) -> bool:
    """Whether a line is one of a row's: it shares a drawn strip with an anchor, or it goes on
    below an article number, where no heading begins.
    """
    strip = [sum(edge < line.y for edge in separators) for line in lines]
    shares = any(line.anchor and strip[k] == strip[i] for k, line in enumerate(lines))
    if len(set(strip)) > sum(line.anchor for line in lines) / 2 and shares:
        return True
    return bool(article) and set(lines[i].cells) == {article}


def stands_alone(lines: Sequence[Placed], i: int) -> bool:
    """Whether a line without an anchor keeps a row's distance from both its neighbours.

    Lines of one cell stand closer than rows do; where rows stand as close as lines, nobody knows.
    """
    steps = [b.y - a.y for a, b in pairwise(lines) if a.anchor and b.anchor]
    pitch = sorted(steps)[len(steps) // 2] if steps else 0.0
    if pitch < _ROOMY * max(w.size for w in lines[i].words):
        return False
    gaps = [abs(lines[k].y - lines[i].y) for k in (i - 1, i + 1) if 0 <= k < len(lines)]
    return all(gap >= _ROW_APART * pitch for gap in gaps)


def total_of(line: Placed, names: Sequence[str | None], vocabulary: Vocabulary) -> str | None:
    """The value of a TOTAL line, '' for one without, None for any other line.

    A label says so, or numbers that stand under the weights alone.
    """
    letters = [w.text for w in line.words if not any(c.isdigit() for c in w.text)]
    labelled = bool(letters) and vocabulary.is_total(" ".join(letters))
    heavy = [i for i in sorted(line.cells) if names[i] in ("weight", "total_weight")]
    texts = [_from_first_figure(line.cells[i]) for i in heavy]
    numbers = [text for text in texts if parse_number(text)]
    alone = bool(numbers) and len(numbers) == len(line.cells)
    if not labelled and not alone:
        return None
    return numbers[-1] if numbers else ""


def _from_first_figure(words: Sequence[Word]) -> str:
    """A cell without the label that stands in it before the figure."""
    for k, word in enumerate(words):
        if any(c.isdigit() for c in word.text):
            return cell_text(words[k:])
    return ""
