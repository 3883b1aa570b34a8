"""Whether what was read looks like a parts list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bomflow.page.rulings import Rulings
from bomflow.page.words import Word
from bomflow.proof.columns import is_dash_number
from bomflow.table.body.rows import Row, looks_like_position, looks_like_quantity
from bomflow.table.header.columns import Column
from bomflow.table.header.folding import fold
from bomflow.table.header.headers import STRONG, Vocabulary
from bomflow.table.header.ranks import is_drawing_number
from bomflow.table.header.ruled_header import cell_around, near_rulings
from bomflow.table.header.spellings import MEDIA, SERVICES
from bomflow.table.layout import middle, phrases, text_lines
from bomflow.table.model import Table

_AXIS = re.compile(r"[xy]( ?(loc|pos|dim|coord))?")
_DATA = {"value", "values", "wert", "werte", "valeur", "valor", "valore", "wartosc", "hodnota"}
_LABEL = 0.75  # size of a title block's labels to that of its values
_TALL = 9  # font sizes of a label that the cell of a label and its value has at most
_NAMES = ("article_number", "description")
# What drawings and documents have beside their revision, and parts have not.
_SHEETS = {"sheet", "sht", "page", "blatt", "feuille", "folio", "hoja", "arkusz", "foglio", "лист"}
_STATES = {"status", "purpose", "issue purpose", "issued for", "copies", "sheets", "no of sheets"}


def refused(columns: list[Column], hopeful: bool = True) -> bool:
    """Whether the header is that of another table (revisions, coordinates, title block).

    ``hopeful``: the rows are not read yet, so NO. may turn out to be the quantity.
    """
    names = {c.name for i, c in enumerate(columns) if c.name and not _signs(columns, i)}
    if hopeful and any(map(_may_be_quantity, columns)):
        names.add("quantity")
    if any(is_dash_number(c.text) for c in columns):
        names.add("quantity")  # of each version
    articles = _names_articles(columns)
    lone = hopeful and articles and any(c.text and not c.meaning.columns for c in columns)
    if not names & {"quantity", "position"} and not lone:
        return True
    if names.isdisjoint(_NAMES):
        # what the parts are may stand under a word that nobody listed, beside three that are
        listed = [c for c in columns if c.meaning.columns and c.meaning.strength >= STRONG]
        unlisted = [c for c in columns if c.text and c not in listed and not c.meaning.decoy]
        figures = names & {"position", "weight", "total_weight"}
        if not (hopeful and "quantity" in names and figures and listed[2:] and unlisted):
            return True
    decoys = sum(c.meaning.decoy for c in columns)
    if decoys and any(fold(c.text) in _STATES for c in columns):
        numbers = [c for c in columns if c.name == "article_number"]
        if any(is_drawing_number(c.text) for c in numbers):
            return True  # documents that are handed over
    axes = axes_of(columns)
    if {"x", "y"} <= axes and not any(c.name == "description" for c in columns):
        return True
    printed = [c for c in columns if c.text]
    numbered = "position" in names or any(
        c.name == "article_number" and not is_drawing_number(c.text) and fold(c.text) != "symbol"
        for c in columns
    )
    if printed and printed[0].meaning.decoy and not numbered:
        return True  # HOLE, WELD, NOZZLE, SPOOL: what the rows are
    if printed and fold(printed[0].text) in _SHEETS and not numbered:
        return True
    if decoys > 2 and any(c.name == "description" and c.meaning.decoy for c in columns):
        return True  # how many places a change has altered, what it is and when
    named = names - {"position"}
    if "description" not in names and decoys > 1 and decoys >= len(named):
        return True  # supports with their loads and travels, each by its number
    if "quantity" in names:
        return decoys > len(names) + ("position" in names or "description" in names)
    titled = [c for c in columns if c.name == "description" and "title" in fold(c.text).split(" ")]
    if decoys or (titled and any(fold(c.text) in _SHEETS for c in columns)):
        return True  # titles of drawings, and on which sheet each is
    if any(fold(c.text) in _DATA for c in columns):
        return True  # NO., DESCRIPTION, UNIT, VALUE
    # without a quantity: other words of parts lists must outnumber the unknown ones
    support = [
        c for c in columns if c.name is None and c.meaning.columns and c.meaning.strength >= 0.6
    ]
    unknown = [c for c in columns if c.text and not c.meaning.columns]
    if names & {"weight", "total_weight"} or any(map(_may_be_quantity, columns)):
        return False
    if any(c.name == "article_number" and is_drawing_number(c.text) for c in columns):
        return True  # a list of drawings
    if lone or (articles and "position" in names):
        return False  # what counts them may have a name that nobody listed
    if hopeful and any(c.name == "position" and "quantity" in c.meaning.columns for c in columns):
        return False
    if all(c.name != c.meaning.columns[0] for c in columns if c.name in _NAMES):
        return True  # NO., ITEM, UNIT, VALUE: data
    return not support or len(unknown) > len(support)


def _names_articles(columns: list[Column]) -> bool:
    """Whether columns number and name articles, and speak of no drawings nor of anything else."""
    sure = {c.name: c for c in columns if c.name and c.meaning.columns[:1] == (c.name,)}
    return (
        sure.keys() >= set(_NAMES)
        and not is_drawing_number(sure["article_number"].text)
        and not any(c.meaning.decoy for c in columns)
    )


def nameless(columns: list[Column]) -> bool:
    """Whether no column says what the parts are."""
    return not any(c.name in _NAMES for c in columns)


def is_axis(column: Column) -> bool:
    """Whether a column holds a coordinate: X, Y LOC."""
    folded = fold(column.text)
    return column.meaning.decoy and (folded == "z" or bool(_AXIS.fullmatch(folded)))


def axes_of(columns: Sequence[Column]) -> set[str]:
    """The axes of which a table has coordinates: x, y, z."""
    return {fold(c.text)[:1] for c in columns if is_axis(c)}


def _may_be_quantity(column: Column) -> bool:
    return column.name == "description" and "quantity" in column.meaning.columns


def _signs(columns: list[Column], i: int) -> bool:
    """Whether a column of names holds who has signed: a date or another such column is beside."""
    beside = columns[max(0, i - 1) : i] + columns[i + 1 : i + 2]
    dated = any(c.meaning.decoy and c.name is None for c in beside)
    return fold(columns[i].text) == "name" and dated


def is_captioned_otherwise(table: Table, words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether the line over a table says that it is another one (REVISIONS)."""
    texts = texts_over(table, words)
    if any(map(vocabulary.is_caption, texts)):
        return False
    return any(map(vocabulary.is_other_caption, texts))


def texts_over(table: Table, words: Sequence[Word]) -> list[str]:
    """The texts of the line over the header, and where it stands at the lower end over the rows.

    What is printed beside the header (NOTES) may run into the last column's place.
    """
    x0, x1 = table.band.x0, table.band.x1
    size = table.band.size
    tops = [table.band.top]
    if table.rows and table.rows[0].box[1] < table.band.top:
        tops.append(min(row.box[1] for row in table.rows))

    def over(top: float) -> list[str]:
        """The texts of the nearest line over the table, some of them over its edge."""
        near = [w for w in words if 0 < top - middle(w) <= 1.2 * size + 1.5 * w.size]
        above = [
            [p for p in phrases(line) if min(p.x1, x1) - max(p.x0, x0) > 0.3 * (p.x1 - p.x0)]
            for line in text_lines(near)
        ]
        return [p.text for p in next((parts for parts in reversed(above) if parts), [])]

    return [text for top in tops for text in over(top)]


def counts_articles(table: Table) -> bool:
    """Whether columns say that this is a list of parts, whatever is written over it (TOOL LIST):
    articles by number and name, and how many of each.
    """
    number = table.index("article_number")
    if number is None or is_drawing_number(table.columns[number].text):
        return False
    others = [table.index(name) for name in ("position", "description", "quantity")]
    sure = [table.columns[i].meaning for i in (number, *others) if i is not None]
    return (
        len(sure) == len(others) + 1
        and all(m.strength >= STRONG and not m.decoy for m in sure)
        and not any(c.meaning.decoy for c in table.columns)
        and plausible(table)
    )


def plausible(table: Table) -> bool:
    """Whether the rows read like those of a parts list."""
    if not table.rows:
        return False
    position, quantity = table.index("position"), table.index("quantity")
    if table.index("article_number") is None and _only_figures(table):
        return False
    if _only_symbols(table):
        return False
    marks = 0
    for row in table.rows:
        p = position is not None and looks_like_position(row.text(position))
        q = quantity is not None and looks_like_quantity(row.text(quantity))
        marks += p or q
    return marks >= max(1, 0.5 * len(table.rows))


def is_of_nozzles(table: Table) -> bool:
    """Whether the descriptions say what openings of a vessel are for: a list of nozzles."""
    if table.index("article_number") is not None or table.index("weight") is not None:
        return False
    cells = [set(fold(row.text(table.index("description"))).split(" ")) for row in table.rows]
    # a DRAIN VALVE is a part, a DRAIN is none
    named = [c for c in cells if c & SERVICES and c <= SERVICES | MEDIA]
    return len(cells) > 1 and len(named) >= 0.75 * len(cells)


def _only_figures(table: Table) -> bool:
    """Whether the descriptions have no letter, nor is there another column of words."""
    description = table.index("description")
    cells = [row.text(description) for row in table.rows if row.text(description)]
    if cells and any(c.meaning.decoy and c.name is None for c in table.columns):
        return not any(c.isalpha() for text in cells for c in text)  # ITEM B of a weld
    return bool(cells) and not any(
        c.isalpha()
        for row in table.rows
        for i, column in enumerate(table.columns)
        if i == description or column.name is None
        for c in row.text(i)
    )


def _only_symbols(table: Table) -> bool:
    """Whether what should be numbers are signs of a legend, each of them another one or a box."""
    cells = [row.text(table.index("article_number")) for row in table.rows]
    return bool(cells) and all(
        c and not c.isascii() and not any(map(str.isalnum, c)) for c in cells
    )


def is_form(table: Table, rulings: Rulings) -> bool:
    """Whether header and row are labels and values of a title block: both in the same ruled cell.

    A list without lines between its rows has several rows in such a cell. Labels are also printed
    smaller than their values, which headers of lists are not.
    """
    size = table.band.size
    if len(table.rows) == 1 and size < _LABEL * min(w.size for w in table.rows[0].words):
        return True
    if _alternates(table):
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
        if cell is not None and cell[3] - cell[1] <= _TALL * size:
            inside = [all(cell[1] < middle(w) < cell[3] for w in words) for words in values]
            together += sum(inside) == 1
    return pairs > 0 and together >= 0.6 * pairs


def _alternates(table: Table) -> bool:
    """Whether small lines, more labels, and larger ones, their values, take turns in each column.

    A label may lack its value; a value never stands under another one.
    """
    for i, column in enumerate(table.columns):
        words = [*column.words, *(w for row in table.rows for w in row.cells.get(i, []))]
        sizes = [max(w.size for w in line) for line in text_lines(words)]
        small = [size < max(sizes) * _LABEL for size in sizes]
        if not small or not small[0] or sum(small) < 2:
            return False
        if any(not a and not b for a, b in pairwise(small)):
            return False
    return True


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
