"""Whether what was read looks like a parts list."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from bomflow.page.rulings import Rulings
from bomflow.page.words import Word
from bomflow.proof.columns import is_dash_number
from bomflow.table.columns import Band, Column, make_column, name_columns
from bomflow.table.headers import STRONG, Vocabulary, fold, is_drawing_number, is_total_word
from bomflow.table.layout import middle, phrases, text_lines
from bomflow.table.model import Table
from bomflow.table.rows import Row, looks_like_position, looks_like_quantity
from bomflow.table.ruled_header import cell_around, near_rulings

_WORD = re.compile(r"[^\W\d_]{3,}")
_BLANK = 0.5  # font sizes between two words of one header
_LABEL = 0.75  # size of a title block's labels to that of its values
_NAMES = ("article_number", "description")


def refused(columns: list[Column], hopeful: bool = True) -> bool:
    """Whether the header is that of another table (revisions, coordinates, title block).

    ``hopeful``: the rows are not read yet, so NO. may turn out to be the quantity.
    """
    names = {c.name for c in columns if c.name}
    if hopeful and any(map(_may_be_quantity, columns)):
        names.add("quantity")
    if any(is_dash_number(c.text) for c in columns):
        names.add("quantity")  # of each version
    if not names & {"quantity", "position"} or not names & {"article_number", "description"}:
        return True
    decoys = sum(c.meaning.decoy for c in columns)
    printed = [c for c in columns if c.text]
    numbered = "position" in names or any(
        c.name == "article_number" and not is_drawing_number(c.text) for c in columns
    )
    if printed and printed[0].meaning.decoy and not numbered:
        return True  # HOLE, WELD, NOZZLE, SPOOL: what the rows are
    if decoys > 2 and any(c.name == "description" and c.meaning.decoy for c in columns):
        return True  # how many places a change has altered, what it is and when
    if "quantity" in names:
        return decoys > len(names) + 1
    if decoys:
        return True
    # without a quantity: other words of parts lists must outnumber the unknown ones
    support = [
        c for c in columns if c.name is None and c.meaning.columns and c.meaning.strength >= 0.6
    ]
    unknown = [c for c in columns if c.text and not c.meaning.columns]
    if names & {"weight", "total_weight"} or any(map(_may_be_quantity, columns)):
        return False
    if any(c.name == "article_number" and is_drawing_number(c.text) for c in columns):
        return True  # a list of drawings
    if all(c.name != c.meaning.columns[0] for c in columns if c.name in _NAMES):
        return True  # NO., ITEM, UNIT, VALUE: data
    if hopeful and any(c.name == "position" and "quantity" in c.meaning.columns for c in columns):
        return False
    return not support or len(unknown) > len(support)


def _may_be_quantity(column: Column) -> bool:
    return column.name == "description" and "quantity" in column.meaning.columns


def is_captioned_otherwise(table: Table, words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether the line over the header says that this is another table (REVISIONS)."""
    x0, _, x1, _ = table.box
    size = table.band.size
    above = [
        w
        for w in words
        if 0 < table.band.top - middle(w) <= 1.2 * size + 1.5 * w.size
        and x0 <= (w.x0 + w.x1) / 2 <= x1
    ]
    lines = text_lines(above)
    return bool(lines) and any(vocabulary.is_other_caption(p.text) for p in phrases(lines[-1]))


def recast(table: Table) -> bool:
    """Name a column by its cells where its header means one thing or the other.

    NOMBRE is a name in Spanish and a number in French, NO. counts rows or pieces, ID is a code or
    a position; whether it changed anything is returned.
    """
    for old, new, fits in (
        ("description", "quantity", _figures),
        ("position", "quantity", _amounts),
        ("article_number", "position", _counts),
        ("article_number", "description", _wordy),
    ):
        i = table.index(old)
        if i is None or table.index(new) is not None or new not in table.columns[i].meaning.columns:
            continue
        cells = [row.text(i) for row in table.rows if row.text(i)]
        if cells and fits(cells):
            table.columns[i].name = new
            _second(table, old)
            return True
    if _first_counts(table):
        return True
    weight = table.index("weight")
    if weight is None or table.index("total_weight") is not None:
        return False
    for beside in table.columns[weight + 1 : weight + 2]:  # WEIGHT | TOTAL
        if beside.name is None and is_total_word(beside.text):
            beside.name = "total_weight"
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
    if known or len(cells) < 2 or "1" not in cells or not all(cells) or not _counts(cells):
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


def _second(table: Table, name: str) -> None:
    """Give the name to the next column whose header means it first of all."""
    for column in table.columns:
        if column.name is None and column.meaning.columns[:1] == (name,):
            column.name = name
            return


def _figures(cells: list[str]) -> bool:
    """Whether nearly all cells are quantities with a figure."""
    good = sum(looks_like_quantity(c) and any(d.isdigit() for d in c) for c in cells)
    return good >= 0.9 * len(cells)


def _numbers(cells: list[str]) -> bool:
    """Whether all cells are whole numbers as small as most quantities are."""
    return all(c.isdecimal() and len(c) <= 3 for c in cells)


def _names(cells: list[str]) -> bool:
    """Whether cells are made of words, and hardly two of the same."""
    return _wordy(cells) and len(set(cells)) >= 0.6 * len(cells)


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
    steps = {b - a for a, b in pairwise(run)}
    one_way = all(s > 0 for s in steps) or all(s < 0 for s in steps)
    return one_way and max(run) <= 1.5 * len(run) + 5


def _wordy(cells: list[str]) -> bool:
    """Whether most cells are made of words, as names are and numbers are not."""
    words = [c for c in cells if _WORD.search(c) and not any(d.isdigit() for d in c.split()[0])]
    return len(words) >= 0.6 * len(cells)


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
        if 0 < gap <= _BLANK * size and min(filled) == 0 < max(filled):
            joined = make_column([*one.words, *two.words], vocabulary)
            joined.over = [*one.over, *(w for w in two.over if w not in one.over)]
            columns[i : i + 2] = [joined]
            name_columns(columns)
            return True
    return False


def unlisted_columns(table: Table) -> list[str]:
    """What a list seems to lack because its header is a word that nobody listed."""
    lacks: list[tuple[str, Callable[[list[str]], bool]]] = []
    if table.index("quantity") is None and not any(is_dash_number(c.text) for c in table.columns):
        lacks.append(("no header names the quantity", _numbers))
    if table.index("description") is None:
        lacks.append(("no header names what the parts are", _names))
    found = []
    for i, column in enumerate(table.columns):
        cells = [row.text(i) for row in table.rows if row.text(i)]
        listed = column.name is not None or not column.text or column.meaning.strength >= STRONG
        if not listed and len(cells) >= max(2, 0.8 * len(table.rows)):
            found += [
                f"{lack}; {column.text[:40]!r} may be it" for lack, fits in lacks if fits(cells)
            ]
    return found


def names_over(table: Table, vocabulary: Vocabulary) -> list[str]:
    """Header words over several columns that name one: it stands there without its name.

    Weights and quantities have words in common (WEIGHT over PIECE and TOTAL, QTY over LEFT, RIGHT).
    """
    over = {id(w): w for column in table.columns for w in column.over}
    texts = {p.text for line in text_lines(list(over.values())) for p in phrases(line)}
    return [
        f"{text[:40]!r} stands over several columns of the header"
        for text in sorted(texts)
        if (means := vocabulary.meaning(text)).strength >= STRONG
        and means.columns
        and means.columns[0] in ("position", *_NAMES)
    ]


def begins_anew(table: Table, again: Sequence[Band]) -> list[str]:
    """Whether the positions begin anew at a header that repeats: that is another list."""
    position = table.index("position")
    if position is None or not table.rows:
        return []
    down = table.rows[0].box[1] > table.band.top

    def next_to(band: Band) -> str:
        rows = [r for r in table.rows if (r.box[1] > band.top if down else r.box[3] < band.bottom)]
        nearest = min(rows, key=lambda row: abs(row.box[1] - band.top), default=None)
        return nearest.text(position) if nearest else ""

    begins = next_to(table.band)
    inside = [band for band in again if table.box[1] < band.top < table.box[3]]
    if begins and any(next_to(band) == begins for band in inside if band is not table.band):
        return [f"the positions begin anew at {begins} under a header: two lists read as one"]
    return []


def plausible(table: Table) -> bool:
    """Whether the rows read like those of a parts list."""
    if not table.rows:
        return False
    position, quantity = table.index("position"), table.index("quantity")
    marks = 0
    for row in table.rows:
        p = position is not None and looks_like_position(row.text(position))
        q = quantity is not None and looks_like_quantity(row.text(quantity))
        marks += p or q
    return marks >= max(1, 0.5 * len(table.rows))


def is_form(table: Table, rulings: Rulings) -> bool:
    """Whether header and row are labels and values of a title block: both in the same ruled cell.

    A list without lines between its rows has several rows in such a cell. Labels are also printed
    smaller than their values, which headers of lists are not.
    """
    size = table.band.size
    if len(table.rows) == 1 and size < _LABEL * min(w.size for w in table.rows[0].words):
        return True
    if table.band.boxed or len(table.rows) > 2:
        return False
    near = near_rulings(
        rulings, table.band.x0, table.band.x1, (table.band.top + table.band.bottom) / 2, size
    )
    together = pairs = 0
    for i, column in enumerate(table.columns):
        values = [words for row in table.rows if (words := row.cells.get(i))]
        if not column.words or not values:
            continue
        pairs += 1
        label = phrases(text_lines(column.words)[0])[0]
        cell = cell_around(label, size, near)
        if cell is not None and cell[3] - cell[1] <= 6 * size:
            inside = [all(cell[1] < middle(w) < cell[3] for w in words) for words in values]
            together += sum(inside) == 1
    return pairs > 0 and together >= 0.6 * pairs


def names_something(row: Row, table: Table) -> bool:
    """Whether a row says of what it is: bare figures are zone marks or dimensions."""
    for i, column in enumerate(table.columns):
        text = row.text(i)
        if column.name in ("article_number", "description") and text:
            return True
        if column.name is None and sum(c.isalpha() for c in text) > 1:
            return True
    return False


def worth(table: Table, ruled: bool) -> float:
    """How much a reading looks like a parts list; for choosing between up and down."""
    position, quantity = table.index("position"), table.index("quantity")
    good = 0.0
    for row in table.rows:
        p = position is not None and looks_like_position(row.text(position))
        q = quantity is not None and looks_like_quantity(row.text(quantity))
        text = any(
            row.text(table.index(n))
            for n in ("article_number", "description")
            if table.index(n) is not None
        )
        good += (p + q) * (1.0 if text else 0.5) - (0.7 if not p and not q else 0)
    bonus = 1.5 if ruled else 1.0
    header = table.band
    gap = min(
        max(
            header.top - max(w.bottom for w in r.words), min(w.top for w in r.words) - header.bottom
        )
        for r in table.rows
    )
    bonus /= 1.0 + max(0.0, gap / header.size - 1.2)  # rows stand close to their header
    return good * bonus if good > 0 else good


def leftover_words(table: Table, words: Sequence[Word]) -> list[Word]:
    """Words inside the table's box that no cell, header, total or section took."""
    used = {id(w) for w in table.words}
    x0, y0, x1, y1 = table.box
    return [
        w
        for w in words
        if id(w) not in used and x0 <= (w.x0 + w.x1) / 2 <= x1 and y0 <= middle(w) <= y1
    ]
