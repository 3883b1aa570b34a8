"""Which of two readings of a table is kept: the better-proven one, the first one in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Literal

from bomflow.page.words import Word
from bomflow.proof.columns import is_section_mark
from bomflow.proof.evidence import FIGURES, cell_texts, label
from bomflow.proof.numbers import parse_number
from bomflow.proof.oddity import row_name
from bomflow.proof.weights import weigh
from bomflow.second.words import missing
from bomflow.table.body.rows import Row
from bomflow.table.header.spellings import COLUMNS
from bomflow.table.layout import middle, text_lines
from bomflow.table.model import Table

_RANK = {"suspect": 0, "consistent": 1, "verified": 2}
_MOST_SHOWN = 3
_IN_OTHER_ROW = "stands nearer to the other row"


def better_proven(
    old: Sequence[dict[str, Any]], new: Sequence[dict[str, Any]], changed: Sequence[int]
) -> bool:
    """Whether the ``changed`` tables, suspect so far, are better proven, and no other one less so.

    ``old`` and ``new``: the drawing's tables as judged with the first and the second readings.
    Proven is a table that is no longer suspect. Better is also one with some of the doubts and no
    other, its TOTAL aside: that one may be wrong on the drawing, and then no reading can meet it.
    """
    for i, (a, b) in enumerate(zip(old, new, strict=True)):
        if i in changed and not (_rank(b) > 0 or _doubts(b) < _doubts(a)):
            return False
        if i not in changed and _rank(b) < _rank(a):
            return False
    return True


def keeps_all(
    first: Table,
    second: Table,
    words: Sequence[Word],
    old: dict[str, Any],
    new: dict[str, Any],
    decimal_comma: Literal["auto"] | bool,
) -> bool:
    """Whether the second reading lost nothing that the first one had and that counts.

    ``words``: what all tables of the page took, with the second reading in its place. Every one of
    the six columns, every row and every word must be there still, no row may be new that says
    nothing, and no cell of texts printed over each other, but for words under section
    marks, which look like a header beside a list, and those that made a figure none. A table that
    adds up to its printed TOTAL may drop rows that are none, with all that stands in them.
    """
    if not _columns(old) <= _columns(new) or _hollow(new) > _hollow(old):
        return False
    if _overprinted(second) > _overprinted(first):
        return False
    adds_up = new["check_status"] == "verified" and weigh(new, decimal_comma).sum.holds
    if len(new["rows"]) < len(old["rows"]) and not adds_up:
        return False
    if not all(
        any(_same_place(row, other) for other in second.rows)
        for row, judged in zip(first.rows, old["rows"], strict=True)
        if judged.get("check_status") == "verified"
    ):
        return False  # rows that multiply are of a list, if of another one
    counted = list(first.total_words)
    for row in first.rows:
        for i, cell in row.cells.items():
            column = first.columns[i]
            figure = column.name in FIGURES and column.name != "position"
            if is_section_mark(column.text) or (figure and parse_number(row.text(i)) is None):
                continue
            counted += cell
    lost = missing(counted, words)
    if adds_up:
        strips = [row.box for row in second.rows]
        lost = [w for w in lost if any(top <= middle(w) <= foot for _, top, _, foot in strips)]
    return not lost


def rewrites(first: Table, second: Table, old: dict[str, Any], new: dict[str, Any]) -> bool:
    """Whether the second reading prints other text in a cell that nothing spoke against.

    Two readings of one cell that differ are no proof of either, unless arithmetic proves the
    second one's figures, or the first one was told to have lines in wrong rows.
    """
    moved = any(_IN_OTHER_ROW in reason for reason in old["check_reasons"])
    for name in COLUMNS:
        one, two = first.index(name), second.index(name)
        if one is None or two is None or (moved and _words(first, one) == _words(second, two)):
            continue
        for row, judged in zip(first.rows, old["rows"], strict=True):
            if judged["check_status"] == "suspect":
                continue
            for other, proven in zip(second.rows, new["rows"], strict=True):
                if name in FIGURES[1:] and proven["check_status"] == "verified":
                    continue
                texts = {row.text(one), other.text(two)} - {""}
                if len(texts) == 2 and _same_place(row, other):
                    return True
    return False


def twice(one: Table, other: Table) -> bool:
    """Whether two tables of a page hold a row in the same place."""
    return any(
        _same_place(a, b) and min(a.box[2], b.box[2]) - max(a.box[0], b.box[0]) > 0
        for a in one.rows
        for b in other.rows
    )


def _words(table: Table, column: int) -> set[Word]:
    return {w for row in table.rows for w in row.cells.get(column, ())}


def _same_place(one: Row, other: Row) -> bool:
    """Whether the rows share most of the lower one's height."""
    (_, a0, _, a1), (_, b0, _, b1) = one.box, other.box
    return min(a1, b1) - max(a0, b0) > 0.5 * min(a1 - a0, b1 - b0)


def differences(old: dict[str, Any], new: dict[str, Any]) -> str:
    """How the second reading differs, as a reason for people; '' if it does not."""
    if len(old["rows"]) != len(new["rows"]):
        return f"a second reading differs: {len(new['rows'])} rows instead of {len(old['rows'])}"
    found = []
    for i, (a, b) in enumerate(zip(old["rows"], new["rows"], strict=True)):
        one, two = cell_texts(a), cell_texts(b)
        found += [
            f"{row_name(a, i)} {label(name)} {one.get(name, '')!r} / {two.get(name, '')!r}"
            for name in {**one, **two}
            if one.get(name, "") != two.get(name, "")
        ]
    if old["printed_total"] != new["printed_total"]:
        found.append(f"TOTAL {old['printed_total']!r} / {new['printed_total']!r}")
    if not found:
        return ""
    more = f" and {len(found) - _MOST_SHOWN} more" if len(found) > _MOST_SHOWN else ""
    return f"a second reading differs: {', '.join(found[:_MOST_SHOWN])}{more}"


def _hollow(table: dict[str, Any]) -> int:
    """How many rows have nothing in the six columns."""
    return sum(not any(row["cells"].values()) for row in table["rows"])


def _overprinted(table: Table) -> int:
    """In how many cells two words stand on each other: texts of two cells, mixed."""
    return sum(
        any(b.x0 < a.x1 - 0.25 * b.size for a, b in pairwise(line))
        for row in table.rows
        for cell in row.cells.values()
        for line in text_lines(cell)
    )


def _doubts(table: dict[str, Any]) -> set[str]:
    return {r for r in table["check_reasons"] if not r.startswith("TOTAL printed")}


def _rank(table: dict[str, Any]) -> int:
    return _RANK[table["check_status"]]


def _columns(table: dict[str, Any]) -> set[str]:
    return {name for row in table["rows"] for name, text in row["cells"].items() if text}
