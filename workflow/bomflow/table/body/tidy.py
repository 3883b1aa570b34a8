"""What looks like a row but is none: stray figures, sums without a label, headings."""

from __future__ import annotations

from collections.abc import Sequence

from bomflow.page.words import Word
from bomflow.table.body.forms import join_lines
from bomflow.table.body.rows import Row
from bomflow.table.body.sections import texts_at
from bomflow.table.body.totals import takes_beyond, takes_sum
from bomflow.table.cells.grid import Grid, place
from bomflow.table.header.folding import fold
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.spellings import SINGLE_WORDS, UNITS
from bomflow.table.layout import phrases, text_lines
from bomflow.table.model import Table

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def stray_words(lines: Sequence[Sequence[Word]], grid: Grid, columns: list[int]) -> set[int]:
    """Ids of words in the position or quantity column that are not printed like the others.

    Dimensions and zone marks beside an open table differ in size or stand out of line.
    """
    out: set[int] = set()
    placed = [place(line, grid) for line in lines]
    for column in columns:
        words = [
            w for cells in placed for w in cells.get(column, ()) if any(c.isdigit() for c in w.text)
        ]
        if len(words) < 4:
            continue
        sizes = sorted(w.size for w in words)
        usual = sizes[len(sizes) // 2]
        same = [w for w in words if abs(w.size - usual) <= 0.1 * usual]
        if len(same) < 0.6 * len(words):
            continue
        marks = [_middle(f(w) for w in same) for f in (_left, _centre, _right)]
        for w in words:
            aligned = any(
                abs(f(w) - m) <= 1.5 * usual
                for f, m in zip((_left, _centre, _right), marks, strict=True)
            )
            if abs(w.size - usual) > 0.12 * usual or not aligned:
                alone = all(len(c) == 1 for c in placed if w in c.get(column, ()))
                if alone or abs(w.size - usual) > 0.25 * usual:
                    out.add(id(w))
    return out


def odd_sizes(lines: Sequence[Sequence[Word]], grid: Grid) -> set[int]:
    """Ids of figures of which the size differs from all others of their column (dimensions)."""
    out: set[int] = set()
    placed = [place(line, grid) for line in lines]
    for column in range(len(grid.edges) - 1):
        words = [w for cells in placed for w in cells.get(column, ())]
        sizes = sorted(w.size for w in words)
        if len(words) < 5:
            continue
        usual = sizes[len(sizes) // 2]
        odd = [w for w in words if abs(w.size - usual) > 0.12 * usual]
        if len(odd) <= 0.2 * len(words):
            out |= {id(w) for w in odd if w.text.replace(".", "").replace(",", "").isdigit()}
    return out


def _left(w: Word) -> float:
    return w.x0


def _centre(w: Word) -> float:
    return (w.x0 + w.x1) / 2


def _right(w: Word) -> float:
    return w.x1


def _middle(values: object) -> float:
    ordered = sorted(values)  # type: ignore[call-overload]
    return float(ordered[len(ordered) // 2])


def tidy(table: Table, position: int | None, quantity: int | None, vocabulary: Vocabulary) -> None:
    """Take sums, headings and continued lines out of the rows of a table, in place."""
    anchors = [c for c in (position, quantity) if c is not None]
    join_lines(table, anchors)
    anchored = sum(any(r.cells.get(c) for c in anchors) for r in table.rows)
    if not table.rows or anchored < 0.6 * len(table.rows):
        return
    weights = {table.index("weight"), table.index("total_weight")} - {None}
    wrapping = texts_at(table, [row.cells for row in table.rows], anchors)
    kept: list[Row] = []
    section = ""
    for row in table.rows:
        row.section = row.section or section
        filled = [c for c, words in row.cells.items() if words]
        if takes_beyond(table, row.cells, (position, quantity)):
            continue
        others = [other.cells for other in table.rows if other is not row]
        if takes_sum(table, row.cells, others, (position, quantity), vocabulary):
            continue
        if any(c in anchors for c in filled) or not filled:
            kept.append(row)
            continue
        text = " ".join(w.text for w in row.words)
        if set(filled) <= weights and any(ch.isdigit() for ch in text) and kept:
            table.total_words += row.words
            table.printed_total = table.printed_total or row.text(max(filled))
        elif len(filled) == 1 and not any(ch.isdigit() for ch in text):
            if kept and _continues(row, kept[-1], filled[0], wrapping):
                for c, words in row.cells.items():
                    kept[-1].cells.setdefault(c, []).extend(words)
                table.reasons.append(f"{text[:40]!r} was taken for the end of the row before it")
            else:
                section = text
                table.section_words += row.words
        else:
            kept.append(row)
    table.rows = kept


def second_header(lines: Sequence[Sequence[Word]], columns: int, down: bool) -> list[Word]:
    """The line beside the header that says nothing but the units of its columns (Stck, mm, kg), or
    counts them (1 2 3 4 5 6 in DIN 6771, (1) (2) (3), a b c), if any.
    """
    beside = (lines[0] if down else lines[-1]) if len(lines) > 1 else ()
    units = [fold(w.text) for w in beside]
    if len(units) > 1 and all(not unit or unit in UNITS | SINGLE_WORDS for unit in units):
        return list(beside)
    texts = [w.text.strip("()[].").lower() for w in beside]
    counts = texts in ([str(n + 1) for n in range(columns)], list(_LETTERS[:columns]))
    return list(beside) if columns > 3 and counts else []


def _continues(row: Row, before: Row, column: int, description: int | None) -> bool:
    """Whether a lone text is the next line of the same cell of the row before it."""
    above = before.cells.get(column)
    if not above or len(phrases(text_lines(row.words)[0], 1.5)) != 1:
        return False
    size = row.words[0].size
    gap = min(w.top for w in row.words) - max(w.bottom for w in above)
    aligned = abs(min(w.x0 for w in row.words) - min(w.x0 for w in above)) <= 0.3 * size
    wraps = len(text_lines(above)) > 1 or column == description
    return aligned and wraps and gap <= 0.8 * size and abs(above[0].size - size) <= 0.1 * size
