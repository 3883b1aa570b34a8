"""Any grid of texts as rows of the six columns: the same generous help for every engine.

An engine gives lines of cells and does not know what a parts list is. Here the lines that name most
columns (up to three, read together) become the header, by the product's own vocabulary; the rows
are on the side of it that looks more like rows. Repeated headers and TOTAL lines are left out,
lines without position and quantity join the row before, as wrapped text does.
"""

from __future__ import annotations

from collections.abc import Sequence

from bomflow.table.header.columns import Column, name_columns
from bomflow.table.header.headers import Vocabulary
from bomflow.table.judging.refused import refused

Grid = Sequence[Sequence[str | None]]
Named = dict[int, str]
"""Column number to one of the six names."""

HEADER_LINES = 3


def rows_of(grid: Grid, vocabulary: Vocabulary) -> list[dict[str, str]]:
    """The parts-list rows of a grid; [] when no line of it is a parts-list header."""
    lines = [[" ".join((cell or "").split()) for cell in line] for line in grid]
    width = max(map(len, lines), default=0)
    lines = [line + [""] * (width - len(line)) for line in lines]
    first, last, named = find_header(lines, vocabulary)
    if not named:
        return []
    below = _rows(lines[last:], named, vocabulary, True)
    above = _rows(lines[:first][::-1], named, vocabulary, False)
    return below if len(below) >= len(above) else above[::-1]


def find_header(lines: list[list[str]], vocabulary: Vocabulary) -> tuple[int, int, Named]:
    """First line, line behind the last, and the columns that the header names ({}: no header)."""
    best: tuple[int, int, Named] = (0, 0, {})
    for depth in range(1, HEADER_LINES + 1):
        for first in range(len(lines) - depth + 1):
            stack = zip(*lines[first : first + depth], strict=True)
            named = _names([" ".join(filter(None, cells)) for cells in stack], vocabulary)
            if len(named) > len(best[2]):
                best = (first, first + depth, named)
    return best


def _names(texts: list[str], vocabulary: Vocabulary) -> Named:
    columns = [Column(text, [], vocabulary.meaning(text)) for text in texts]
    name_columns(columns)
    named = {i: c.name for i, c in enumerate(columns) if c.name}
    # one wordy column and one that counts, or it is no parts list
    if not set(named.values()) & {"description", "article_number"} or len(named) < 2:
        return {}
    return {} if refused(columns) else named


def _rows(
    lines: list[list[str]], named: Named, vocabulary: Vocabulary, down: bool
) -> list[dict[str, str]]:
    """Rows from the header onwards, up to the TOTAL."""
    rows: list[dict[str, str]] = []
    counts = [i for i, name in named.items() if name in ("position", "quantity")]
    waiting: list[dict[str, str]] = []  # wrapped lines of the row that comes next, going up
    for line in lines:
        words = [cell for cell in line if cell and not cell[0].isdigit()]
        if words and all(map(vocabulary.is_total, words)):
            if rows:
                break
            continue
        if len(_names(line, vocabulary)) >= 2:
            continue
        row = {name: line[i] for i, name in named.items()}
        if not any(row.values()):
            continue
        if counts and not any(line[i] for i in counts):
            if not down:
                waiting.insert(0, row)
            elif rows:
                _join(rows[-1], row)
            continue
        for other in waiting:
            _join(row, other)
        waiting = []
        rows.append(row)
    return rows


def _join(row: dict[str, str], more: dict[str, str]) -> None:
    for name, text in more.items():
        row[name] = f"{row[name]} {text}".strip()
