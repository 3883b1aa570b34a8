"""Numbered lines in columns: they may be the parts list of which the header is not known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import bidirectional

from bomflow.page.words import Box, Word
from bomflow.table.layout import Phrase, box_of, phrases, text_lines
from bomflow.table.naming.kinds import are_amounts, are_names, are_pieces

_LEFTWARDS = ("R", "AL")  # letters that are read from right to left
_MANY, _FEW = 5, 3  # rows that are enough, and those that are where the columns look like parts


class _Row(NamedTuple):
    """A numbered line: the number, where it ends, and the texts behind it with their begins."""

    number: int
    edge: float
    words: list[Word]
    cells: list[str]


def numbered_list(words: list[Word]) -> Box | None:
    """The box of lines 1, 2, 3 ... below each other with at least two more cells each.

    Such a list may be the parts list of which the header stands on another page or in words that
    nobody listed; it must not pass as "no BOM". Fewer than five lines are one where a column of
    them counts and another one names.
    """
    rows: list[_Row] = []
    for line in text_lines([w for w in words if w.angle == 0]):
        parts = phrases(line, 1.2)
        for i, p in enumerate(parts):
            rows += _row(p, parts[i + 1 :])
            if any(bidirectional(c) in _LEFTWARDS for q in parts[:i] for c in q.text):
                rows += _row(p, parts[:i])  # a list in Arabic letters is numbered on the right
    for step in (1, -1):
        for start in range(len(rows)):
            run = [rows[start]]
            for row in rows[start + 1 :]:
                last = run[-1]
                size = row.words[0].size
                near = row.words[0].top - last.words[0].top <= 8 * size
                if row.number == last.number + step and abs(row.edge - last.edge) <= size and near:
                    run.append(row)
            if len(run) >= _MANY or (len(run) >= _FEW and _counts_parts(run)):
                return box_of(w for row in run for w in row.words)
    return None


def _row(number: Phrase, cells: Sequence[Phrase]) -> list[_Row]:
    """The numbered line of a number and the texts beside it, [] if it is none."""
    words = [w for q in cells for w in q.words]
    if not (number.text.isdecimal() and len(number.text) <= 3 and len(cells) >= 2):
        return []
    if not any(c.isalpha() for w in words for c in w.text):
        return []
    texts = [q.text for q in cells]
    return [_Row(int(number.text), number.x1, [*number.words, *words], texts)]


def _counts_parts(run: Sequence[_Row]) -> bool:
    """Whether lines 1, 2, 3 have a column of names and one of numbers of pieces.

    Numbers that only rise with the lines are pages, steps or sizes; several columns of figures are
    data (kW, V, hours).
    """
    if min(row.number for row in run) != 1 or len({len(row.cells) for row in run}) > 1:
        return False
    ordered = sorted(run, key=lambda row: row.number)
    columns = list(zip(*(row.cells for row in ordered), strict=True))
    named = [i for i, cells in enumerate(columns) if are_names(cells)]
    figures = [cells for cells in columns if all(c[0].isdigit() for c in cells)]
    return (
        bool(named)
        and len(figures) == 1
        and are_amounts(figures[0])
        and are_pieces([int(c) for c in figures[0]])
    )
