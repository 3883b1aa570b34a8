"""Columns under words that nobody listed, named by what they hold.

Only what the list lacks, and only where one column alone can be it. The header does not say so:
such a column is told as a reason, but where the arithmetic of the weights proves it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bomflow.proof.columns import is_dash_number
from bomflow.proof.numbers import parse_number
from bomflow.table.header.columns import Column
from bomflow.table.header.compounds import weighs_the_part
from bomflow.table.header.folding import fold
from bomflow.table.header.meaning import STRONG
from bomflow.table.model import Table
from bomflow.table.naming.kinds import (
    are_amounts,
    are_codes,
    are_marks,
    are_names,
    are_texts,
    counts_on,
)

_FILLED = 0.8  # share of the rows that have a cell


def name_unlisted(table: Table) -> bool:
    """Name one column by what it holds; whether one was named is returned."""
    free = {
        i: cells
        for i, column in enumerate(table.columns)
        if column.name is None and column.text and not column.meaning.decoy
        and len(cells := [t for row in table.rows if (t := row.text(i))])
        >= max(2, _FILLED * len(table.rows))
    }  # fmt: skip
    if len(table.rows) < 2 or not free:
        return False
    tests: tuple[tuple[str, Callable[[Sequence[str]], bool]], ...] = (
        ("position", are_marks), ("description", are_names), ("quantity", are_amounts),
        ("article_number", are_codes),
    )  # fmt: skip
    for name, fits in tests:
        if table.index(name) is not None or (name == "quantity" and _by_version(table)):
            continue
        may = [i for i in free if _may_be(table.columns[i], name)]
        if name == "position":
            may = [i for i in may if not any(c.name for c in table.columns[:i])]
        found = [i for i in may if fits(free[i])]
        if len(found) == 1:
            column = table.columns[found[0]]
            column.name = name
            column.guessed = not _listed(column)
            return True
    unlisted = [i for i in free if not _listed(table.columns[i])]
    if len(unlisted) == 1 and are_texts(free[unlisted[0]]) and _counts_parts(table):
        table.columns[unlisted[0]].name = "description"
        table.columns[unlisted[0]].guessed = True
        return True
    return _weights(table, free)


def _counts_parts(table: Table) -> bool:
    """Whether rows that count on have quantities, and nothing but what the parts are (FASTENER)."""
    if any(table.index(name) is not None for name in ("article_number", "description")):
        return False
    columns = [table.index(name) for name in ("position", "quantity")]
    cells = [[row.text(i) for row in table.rows] for i in columns if i is not None]
    return len(cells) == 2 and _count_on(cells[0]) and are_amounts(cells[1])


def _count_on(cells: Sequence[str]) -> bool:
    """Whether cells are whole numbers, each one more than the one before."""
    run = [int(c) for c in cells if c.isdecimal()]
    return len(run) == len(cells) and counts_on(run)


def _listed(column: Column) -> bool:
    return bool(column.meaning.columns) and column.meaning.strength >= STRONG


def _may_be(column: Column, name: str) -> bool:
    """Whether nobody listed what the header says, or it can mean that (MODEL).

    What a material or a profile means for the description, the other headers decide.
    """
    return not _listed(column) or (name == "article_number" and name in column.meaning.columns[1:])


def _by_version(table: Table) -> bool:
    return any(is_dash_number(c.text) for c in table.columns)


def _weights(table: Table, free: dict[int, list[str]]) -> bool:
    """Name what the weights are of by the arithmetic of all rows, or weights by their unit."""
    weight, total = table.index("weight"), table.index("total_weight")
    quantity = table.index("quantity")
    unlisted = {i: cells for i, cells in free.items() if not _listed(table.columns[i])}
    if quantity is None and weight is not None and total is not None:
        for i in unlisted:
            if multiplies(table, i, weight, total):
                table.columns[i].name = "quantity"
                return True
    figures = {i: cells for i, cells in unlisted.items() if all(map(parse_number, cells))}
    if quantity is not None and (weight is None) != (total is None):
        for i in figures:
            pair = (i, total) if weight is None else (weight, i)
            if multiplies(table, quantity, *pair):  # type: ignore[arg-type]
                table.columns[i].name = "weight" if weight is None else "total_weight"
                return True
    if weight is not None or total is not None:
        return False
    in_kg = [i for i in figures if "kg" in fold(table.columns[i].text).split(" ")]
    if len(in_kg) == 2 and quantity is not None and multiplies(table, quantity, *in_kg):
        table.columns[in_kg[0]].name, table.columns[in_kg[1]].name = "weight", "total_weight"
        return True
    if len(in_kg) == 1 and weighs_the_part(fold(table.columns[in_kg[0]].text).split(" ")):
        table.columns[in_kg[0]].name = "weight"
        table.columns[in_kg[0]].guessed = True
        return True
    return False


def multiplies(table: Table, quantity: int, one: int, all_: int) -> bool:
    """Whether quantity x weight is the total in all rows that have them, two of several pieces."""
    several = 0
    for row in table.rows:
        texts = [row.text(i) for i in (quantity, one, all_)]
        if not any(map(parse_number, texts[1:])):
            continue
        if not any(_fits(texts, mark) for mark in ("", ".", ",")):
            return False
        count = parse_number(texts[0])
        several += bool(count and count.value > 1)
    return several >= 2


def _fits(texts: Sequence[str], mark: str) -> bool:
    count, one, total = (parse_number(t, mark) for t in texts)
    if not count or not one or not total:
        return False
    return abs(count.value * one.value - total.value) <= total.half + count.value * one.half
