"""Columns named by what stands in them, where their header means two things or was cut in two."""

from __future__ import annotations

from bomflow.table.header.columns import make_column, name_columns
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.ranks import is_total_word
from bomflow.table.model import Table
from bomflow.table.naming.counting import (
    MANY,
    NAMED,
    counted_articles,
    counts,
    figures,
    first_counts,
    item_counts,
    no_counts_rows,
    pieces_count_rows,
    second,
)
from bomflow.table.naming.kinds import (
    are_codes,
    are_marks,
    are_numbers,
    are_phrases,
    counts_on,
    step_of,
)
from bomflow.table.naming.unlisted import multiplies, name_unlisted

MOST_NAMES = 6  # columns that are named by what they hold, one after the other
_BLANK = 0.5  # font sizes between two words of one header
_SPACED = 1.2  # the same where letters are spaced: P A R T   N A M E


def recast(table: Table) -> bool:
    """Name a column by its cells where its header means one thing or the other.

    NOMBRE is a name in Spanish and a number in French, NO. counts rows or pieces, ID is a code or
    a position; whether it changed anything is returned.
    """
    for old, new, fits in (
        ("description", "quantity", figures),
        ("position", "quantity", _amounts),
        ("article_number", "position", counts),
        ("description", "position", are_marks),
        ("article_number", "quantity", _amounts),
        ("position", "article_number", are_codes),
        ("article_number", "description", are_phrases),
        ("description", "article_number", are_codes),
    ):
        i = table.index(old)
        if i is None or table.index(new) is not None or new not in table.columns[i].meaning.columns:
            continue
        cells = [row.text(i) for row in table.rows if row.text(i)]
        if cells and fits(cells):
            table.columns[i].name = new
            second(table, old)
            if (old, new) == ("position", "quantity") and table.index(old) is None:
                _marks_of_pieces(table)
            return True
    if (
        item_counts(table)
        or no_counts_rows(table)
        or pieces_count_rows(table)
        or first_counts(table)
        or counted_articles(table)
        or _name_of_codes(table)
        or _pieces_beside_marks(table)
        or _quantity_of_totals(table)
    ):
        return True
    if _repeats_itself(table):
        return True
    weight = table.index("weight")
    if weight is not None and table.index("total_weight") is None:
        for beside in table.columns[weight + 1 : weight + 2]:  # WEIGHT | TOTAL
            if beside.name is None and is_total_word(beside.text):
                beside.name = "total_weight"
                return True
    return name_unlisted(table)


def _pieces_beside_marks(table: Table) -> bool:
    """Name NO. the quantity where a column of marks is beside it and its figures do not count.

    Quantities may rise by chance (1, 2, 4, 8); positions of as few rows leave out hardly any.
    """
    i, marks = table.index("position"), table.index("article_number")
    if i is None or marks is None or table.index("quantity") is not None:
        return False
    column, other = table.columns[i], table.columns[marks]
    if "quantity" not in column.meaning.columns or other.meaning.columns[:1] != ("position",):
        return False
    cells = [row.text(i) for row in table.rows]
    names = [row.text(marks) for row in table.rows]
    if not are_numbers(cells) or not all(names) or len(set(names)) < len(names):
        return False
    run = [int(c) for c in cells]
    if counts_on(run) and max(run) - min(run) <= (len(run) - 1) * step_of(run):
        return False
    column.name, other.name = "quantity", "position"
    return True


def _quantity_of_totals(table: Table) -> bool:
    """Of several quantities (QTY/ASSY, TOTAL QTY) take the one that the total weights are of."""
    i, weight, total = (table.index(n) for n in ("quantity", "weight", "total_weight"))
    if i is None or weight is None or total is None or multiplies(table, i, weight, total):
        return False
    for k, other in enumerate(table.columns):
        means = other.name is None and other.meaning.columns[:1] == ("quantity",)
        if means and multiplies(table, k, weight, total):
            table.columns[i].name, other.name = None, "quantity"
            return True
    return False


def _marks_of_pieces(table: Table) -> None:
    """Name the position what pieces are counted of (NO. | MARK), where it took another name."""
    i = table.index("article_number")
    if i is not None and table.columns[i].meaning.columns[:1] == ("position",):
        table.columns[i].name = "position"


def _repeats_itself(table: Table) -> bool:
    """Take the article number from a column that is a mark first of all and holds few texts.

    MARCA is a mark in Spanish and a grade of steel in Romanian.
    """
    i = table.index("article_number")
    if i is None or table.columns[i].meaning.columns[:1] != ("position",):
        return False
    cells = [row.text(i) for row in table.rows if row.text(i)]
    if len(cells) < MANY or len(set(cells)) >= 0.6 * len(cells) or are_codes(cells):
        return False
    table.columns[i].name = None
    return True


def _name_of_codes(table: Table) -> bool:
    """Name the article number where two columns mean the description and one holds codes."""
    i = table.index("description")
    if i is None or table.index("article_number") is not None:
        return False
    twins = [c for c in table.columns if c.name is None and c.meaning.columns[:1] == NAMED]
    cells = [row.text(i) for row in table.rows if row.text(i)]
    if len(twins) != 1 or not cells or not are_codes(cells):
        return False
    table.columns[i].name, twins[0].name = "article_number", "description"
    return True


def _amounts(cells: list[str]) -> bool:
    """Whether cells are whole numbers in no order, as no positions are."""
    if not all(c.isdecimal() and len(c) <= 4 for c in cells):
        return False
    values = [int(c) for c in cells]
    return values not in (sorted(set(values)), sorted(set(values), reverse=True))


def join_header(table: Table, vocabulary: Vocabulary) -> bool:
    """Join two columns of which one has no cell and the headers stand a blank apart, unruled.

    It is one header that was cut between two words that name something (COMMODITY DESCRIPTION).
    """
    columns = table.columns
    for i in range(len(columns) - 1):
        one, two = columns[i], columns[i + 1]
        if not one.words or not two.words or one.left is not None or two.left is not None:
            continue
        if any(one.span[1] <= b.at <= two.span[0] for b in table.band.bounds):
            continue
        gap, size = two.span[0] - one.span[1], table.band.size
        filled = [sum(bool(row.cells.get(k)) for row in table.rows) for k in (i, i + 1)]
        spaced = all(len(w.text) == 1 for w in (*one.words, *two.words))
        blank = _SPACED if spaced else _BLANK
        if 0 < gap <= blank * size and min(filled) == 0 < max(filled):
            joined = make_column([*one.words, *two.words], vocabulary)
            joined.over = [*one.over, *(w for w in two.over if w not in one.over)]
            columns[i : i + 2] = [joined]
            name_columns(columns)
            return True
    return False
