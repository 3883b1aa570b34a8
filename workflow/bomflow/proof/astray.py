"""Words in a cell whose places say that they are of another one, or of none."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from bomflow.proof.codes import shape
from bomflow.proof.evidence import FIGURES, cell_texts, label
from bomflow.proof.layout import Layout, Span, median
from bomflow.proof.near import Near, Page
from bomflow.proof.oddity import Oddity, row_name

# Heights of a line by which words of one cell may stand apart: alike ones, unlike ones, its lines.
_APART, _APART_UNLIKE, _LINES_APART = 6.0, 1.5, 1.0
_UNLIKE = 1.2  # ratio of two heights
_SEVERAL = 3  # cells of a column that tell where its texts stand, whatever its header does
_BLANK, _SAME = 0.5, 0.3  # heights: from one word of a text to the next; edges that are one line
# Heights by which the begins of a column's cells differ, and the share of them on one line.
_EXACT, _MOST_ROWS = 0.1, 0.6
_NO_MORE = 0.03  # heights by which texts that are set on one line differ
_OVER = 0.3  # of the narrower word, and of a height: by which two words of a text never overlap
_ALIKE = 0.02  # heights by which the blanks of a text differ


def parted_words(table: dict[str, Any], layout: Layout, page: Page) -> list[Oddity]:
    """Cells of which the words stand too far apart for one text: a word from beside the list."""
    found = []
    for cell in page.cells:
        if len(cell.own) > 1 and _parted([page.words[k] for k in cell.own], layout.height):
            row = layout.rows[cell.row]
            text = cell_texts(row).get(cell.column, "")
            told = f"{row_name(row, cell.row)}: {label(cell.column)} {text[:30]!r} is in two places"
            found.append(Oddity(cell.row, told))
    return found


def _parted(words: Sequence[Near], height: float) -> bool:
    """Whether words of one line, or lines, leave more room between them than in one cell."""
    lines: list[list[Near]] = []
    for word in sorted(words, key=lambda w: w.level):
        if lines and word.level - lines[-1][0].level <= 0.5 * height:
            lines[-1].append(word)
        else:
            lines.append([word])
    for line in lines:
        for one, other in pairwise(sorted(line, key=lambda w: w.across)):
            low, high = sorted((one.along[1] - one.along[0], other.along[1] - other.along[0]))
            most = _APART_UNLIKE if high > _UNLIKE * low else _APART
            if other.across[0] - one.across[1] > most * height:
                return True
    hulls = [(min(w.across[0] for w in line), max(w.across[1] for w in line)) for line in lines]
    return any(
        max(a[0], b[0]) - min(a[1], b[1]) > _LINES_APART * height for a, b in pairwise(hulls)
    )


def printed_over(table: dict[str, Any], layout: Layout, page: Page) -> list[Oddity]:
    """Cells of which two words are printed over each other: one of them is of another text."""
    found = []
    for cell in page.cells:
        words = sorted((page.words[k] for k in cell.own), key=lambda w: w.across)
        for one, other in pairwise(words):
            shared = min(one.across[1], other.across[1]) - other.across[0]
            narrow = min(b - a for a, b in (one.across, other.across))
            if abs(one.level - other.level) <= _SAME * layout.height and (
                shared > max(_OVER * narrow, _OVER * layout.height)
            ):
                row = layout.rows[cell.row]
                what = f"{one.text[:20]!r} and {other.text[:20]!r} are printed over each other"
                told = f"{row_name(row, cell.row)}: {label(cell.column)}: {what}"
                found.append(Oddity(cell.row, told))
                break
    return found


def before_column(table: dict[str, Any], layout: Layout, page: Page) -> list[Oddity]:
    """Cells of which the first word ends before the line on which the others of their column begin,
    and the second begins there: the mark of a revision from beside the list.
    """
    lines: dict[str, float] = {}
    for name in {name for placed in layout.cells for name in placed}.difference(FIGURES):
        begins = [placed[name][0] for placed in layout.cells if name in placed]
        line = median(begins)
        same = sum(abs(at - line) <= _EXACT * layout.height for at in begins)
        if same >= max(_SEVERAL, _MOST_ROWS * len(begins)):
            lines[name] = line
    found = []
    for cell in page.cells:
        words = sorted((page.words[k] for k in cell.own), key=lambda w: w.across)
        line = lines.get(cell.column, -math.inf)
        if len(words) > 1 and (
            words[0].across[1] <= line
            and abs(words[1].across[0] - line) <= _EXACT * layout.height
            and abs(words[0].level - words[1].level) <= _SAME * layout.height
        ):
            row = layout.rows[cell.row]
            told = f"{label(cell.column)}: {words[0].text[:20]!r} stands before its column"
            found.append(Oddity(cell.row, f"{row_name(row, cell.row)}: {told}"))
    return found


def run_on(table: dict[str, Any], layout: Layout, page: Page) -> list[Oddity]:
    """A text that goes on in the next column a blank further, where none of that column begins.

    A blank just as wide as its own tells even where cells of that column do begin, but not where
    the cell stands exactly on their line: columns as narrow as their texts leave such blanks.
    """
    words: dict[str, dict[int, list[Near]]] = {}
    for cell in page.cells:
        words.setdefault(cell.column, {})[cell.row] = [page.words[k] for k in cell.words]
    found = []
    for name, beside in pairwise(sorted(layout.homes, key=lambda name: layout.homes[name])):
        for i, own in words.get(beside, {}).items():
            before = words.get(name, {}).get(i, [])
            if not _goes_on(before, own, layout.height):
                continue
            others = [layout.cells[k][beside] for k in words[beside] if k != i]
            if len(others) < _SEVERAL and beside in layout.headers:
                others.append(layout.headers[beside])
            in_line = _in_line(layout.cells[i][beside], others, layout.height)
            exact = _on_line(layout.cells[i][beside], others, layout.height)
            if not in_line or (not exact and _blank_alike(before, own, layout.height)):
                text = cell_texts(layout.rows[i]).get(beside, "")
                told = f"{label(beside)} {text[:30]!r} goes on from {label(name)}"
                found.append(Oddity(i, f"{row_name(layout.rows[i], i)}: {told}"))
    return found


def holds_another(table: dict[str, Any], layout: Layout, page: Page) -> list[Oddity]:
    """A word of a cell that stands and looks like the cell of another column, empty in its row."""
    spans: dict[str, list[Span]] = {}
    shapes: dict[str, set[str]] = {}
    for row, placed in zip(layout.rows, layout.cells, strict=False):
        texts = cell_texts(row)
        for name, span in placed.items():
            spans.setdefault(name, []).append(span)
            code = shape(texts.get(name, ""))
            shapes.setdefault(name, set()).update([code] if any(map(str.isdigit, code)) else [])
    known = {name for name, placed in spans.items() if len(placed) > 1 and shapes[name]}
    found = []
    for cell in page.cells:
        lacking = known - layout.cells[cell.row].keys()
        if not lacking:
            continue
        words = [(page.words[k], shape(page.words[k].text)) for k in cell.words]
        for name in sorted(lacking):
            alike = [
                word.text
                for word, code in words
                if code in shapes[name]
                and all(_in_line(word.across, [span], layout.height) for span in spans[name])
            ]
            if alike:
                what = f"{label(cell.column)} holds {alike[0][:30]!r} in the place of {label(name)}"
                found.append(
                    Oddity(cell.row, f"{row_name(layout.rows[cell.row], cell.row)}: {what}")
                )
    return found


def _goes_on(before: Sequence[Near], own: Sequence[Near], height: float) -> bool:
    """Whether a word of a cell follows one of another cell within a blank, also in the file."""
    return any(
        not b.parted
        and abs(a.level - b.level) <= 0.2 * height
        and 0.0 <= b.across[0] - a.across[1] <= _BLANK * height
        for a in before
        for b in own
    )


def _blank_alike(before: Sequence[Near], own: Sequence[Near], height: float) -> bool:
    """Whether the blank between two cells is that between the last words of the first of them."""
    last = max(before, key=lambda word: word.across)
    first = min(own, key=lambda word: word.across)
    line = sorted(word.across for word in before if abs(word.level - last.level) <= 0.2 * height)
    if len(line) < 2 or abs(first.level - last.level) > 0.2 * height:
        return False
    usual, blank = line[-1][0] - line[-2][1], first.across[0] - last.across[1]
    return abs(blank - usual) <= _ALIKE * height


def _in_line(span: Span, others: Sequence[Span], height: float) -> bool:
    """Whether a cell shares its left, middle or right with another one."""
    return any(
        abs(span[0] + edge * (span[1] - span[0]) - (a + edge * (b - a))) <= _SAME * height
        for a, b in others
        for edge in (0.0, 0.5, 1.0)
    )


def _on_line(span: Span, others: Sequence[Span], height: float) -> bool:
    """Whether a cell has its left, middle or right exactly where several others have it."""
    for edge in (0.0, 0.5, 1.0):
        spot = span[0] + edge * (span[1] - span[0])
        same = sum(abs(spot - (a + edge * (b - a))) <= _NO_MORE * height for a, b in others)
        if same >= max(_SEVERAL - 1, _MOST_ROWS * len(others)):
            return True
    return False
