"""Columns named by what stands in them, where their header means two things or was cut in two."""

from __future__ import annotations

from bomflow.table.body.rows import looks_like_quantity
from bomflow.table.header.columns import make_column, name_columns
from bomflow.table.header.folding import fold
from bomflow.table.header.headers import STRONG, Vocabulary
from bomflow.table.header.ranks import is_total_word
from bomflow.table.header.spellings import SHAPES
from bomflow.table.model import Table
from bomflow.table.naming.kinds import (
    are_codes,
    are_marks,
    are_numbers,
    are_phrases,
    counts_on,
    step_of,
)
from bomflow.table.naming.unlisted import multiplies, name_unlisted

_MANY = 3  # rows from which on cells tell something
MOST_NAMES = 6  # columns that are named by what they hold, one after the other
_NAMED = ("description",)
_BLANK = 0.5  # font sizes between two words of one header
_SPACED = 1.2  # the same where letters are spaced: P A R T   N A M E


def recast(table: Table) -> bool:
    """Name a column by its cells where its header means one thing or the other.

    NOMBRE is a name in Spanish and a number in French, NO. counts rows or pieces, ID is a code or
    a position; whether it changed anything is returned.
    """
    for old, new, fits in (
        ("description", "quantity", _figures),
        ("position", "quantity", _amounts),
        ("article_number", "position", _counts),
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
            _second(table, old)
            if (old, new) == ("position", "quantity") and table.index(old) is None:
                _marks_of_pieces(table)
            return True
    if (
        _item_counts(table)
        or _no_counts_rows(table)
        or _pieces_count_rows(table)
        or _first_counts(table)
        or _counted_articles(table)
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


def _item_counts(table: Table) -> bool:
    """Name the first column position where it counts 1, 2, 3 and what took that name does not.

    ITEM beside BALLOON or FIND NO., which point to the views.
    """
    first, at = table.columns[0], table.index("position")
    if first.name is not None or first.meaning.columns[:1] != ("position",) or at is None:
        return False
    cells = [row.text(0) for row in table.rows]
    others = [row.text(at) for row in table.rows]
    if cells != [str(n + 1) for n in range(len(cells))] or "1" in others or len(cells) < _MANY:
        return False
    table.columns[at].name, first.name = None, "position"
    return True


def _no_counts_rows(table: Table) -> bool:
    """Name NO. the position where it counts 1, 2, 3 and what took that name (LINE NO.) does not."""
    first, at = table.columns[0], table.index("position")
    if at is None or first.name != "quantity" or "position" not in first.meaning.columns:
        return False
    cells = [row.text(0) for row in table.rows]
    others = [row.text(at) for row in table.rows]
    if cells != [str(n + 1) for n in range(len(cells))] or len(cells) < _MANY or are_marks(others):
        return False
    table.columns[at].name, first.name = None, "position"
    _second(table, "quantity")
    return True


def _pieces_count_rows(table: Table) -> bool:
    """Name pieces the position where they count 1, 2, 3 and another column counts how many.

    STUK beside AANTAL: the one is a part, the other a number.
    """
    first = table.columns[0]
    if first.name != "quantity" or table.index("position") is not None:
        return False
    cells = [row.text(0) for row in table.rows]
    if len(cells) < _MANY or cells != [str(n + 1) for n in range(len(cells))]:
        return False
    for i, other in enumerate(table.columns):
        if other.name is None and other.meaning.columns[:1] == ("quantity",):
            counted = [row.text(i) for row in table.rows]
            if counted != cells and all(counted) and _figures(counted):
                first.name, other.name = "position", "quantity"
                return True
    return False


def _first_counts(table: Table) -> bool:
    """Name the first column position if it counts the rows (LINE, or nothing) and no other does.

    What took that name for want of a better one (ITEM NUMBER, Référence) is the article number.
    """
    first, cells = table.columns[0], [row.text(0) for row in table.rows]
    known = first.name not in (None, "article_number") or (
        first.name is None and first.meaning.strength >= STRONG
    )
    if known or len(cells) < 2 or not all(cells) or not _counts(cells):
        return False
    run = [int(c) for c in cells if c.isdecimal()]
    if not run or min(run) != step_of(run):
        return False
    position = table.index("position")
    if position is None:
        if first.name:
            return False  # its header must allow it
    else:
        other = table.columns[position]
        codes = "article_number" in other.meaning.columns or "item" in fold(other.text).split(" ")
        if not codes or _counts([row.text(position) for row in table.rows if row.text(position)]):
            return False
        free = first.name or table.index("article_number") is None
        other.name = "article_number" if free else None
    first.name = "position"
    return True


def _counted_articles(table: Table) -> bool:
    """Name the article number position where it is nothing but 1, 2, 3 from the first row on."""
    i = table.index("article_number")
    if i is None or table.index("position") is not None or len(table.rows) < _MANY:
        return False
    cells = [row.text(i) for row in table.rows]
    if not all(c.isdecimal() for c in cells) or not are_marks(cells):
        return False
    run = [int(c) for c in cells]
    if max(run) != len(run) * step_of(run):
        return False
    table.columns[i].name = "position"
    _second(table, "article_number")
    return True


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
    if len(cells) < _MANY or len(set(cells)) >= 0.6 * len(cells) or are_codes(cells):
        return False
    table.columns[i].name = None
    return True


def _name_of_codes(table: Table) -> bool:
    """Name the article number where two columns mean the description and one holds codes."""
    i = table.index("description")
    if i is None or table.index("article_number") is not None:
        return False
    twins = [c for c in table.columns if c.name is None and c.meaning.columns[:1] == _NAMED]
    cells = [row.text(i) for row in table.rows if row.text(i)]
    if len(twins) != 1 or not cells or not are_codes(cells):
        return False
    table.columns[i].name, twins[0].name = "article_number", "description"
    return True


def _second(table: Table, name: str) -> None:
    """Give the name to the next column whose header means it first of all.

    The first column takes that of the position if it can mean it (ASSEMBLY | NO. | NAME).
    """
    for column in table.columns:
        if column.name is None and column.meaning.columns[:1] == (name,):
            column.name = name
            return
    for column in table.columns:  # NOMBRE | PROFILÉ
        may = column.name is None and name in column.meaning.columns[1:]
        shape = name == "description" and SHAPES & set(fold(column.text).split(" "))
        # PART # (a position) | PART NAME | DESCRIPTION
        called = name == "article_number" and column.meaning.columns[:1] == _NAMED
        if may and (shape or called):
            column.name = name
            return
    first = table.columns[0]
    if name == "position" and first.name is None and name in first.meaning.columns:
        first.name = name


def _figures(cells: list[str]) -> bool:
    """Whether nearly all cells are quantities with a figure."""
    good = sum(looks_like_quantity(c) and any(d.isdigit() for d in c) for c in cells)
    return good >= 0.9 * len(cells)


def _amounts(cells: list[str]) -> bool:
    """Whether cells are whole numbers in no order, as no positions are."""
    if not all(c.isdecimal() and len(c) <= 4 for c in cells):
        return False
    values = [int(c) for c in cells]
    return values not in (sorted(set(values)), sorted(set(values), reverse=True))


def _counts(cells: list[str]) -> bool:
    """Whether cells count 1, 2, 3 or A, B, C, up or down; a few may be left out."""
    if all(len(c) == 1 and c.isalpha() for c in cells):
        return len(cells) > 1 and cells in (sorted(set(cells)), sorted(set(cells), reverse=True))
    if not all(c.isdecimal() and len(c) <= 3 for c in cells):
        return False
    run = [int(c) for c in cells]
    return counts_on(run) and max(run) <= (1.5 * len(run) + 5) * step_of(run)


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
