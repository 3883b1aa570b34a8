"""What the header of a table that was read says against the reading."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from bomflow.page.words import Word
from bomflow.proof.columns import is_dash_number
from bomflow.proof.evidence import label
from bomflow.table.body.rows import looks_like_quantity
from bomflow.table.header.captions import may_name_supports
from bomflow.table.header.columns import Band
from bomflow.table.header.folding import fold
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.meaning import STRONG
from bomflow.table.header.ranks import is_drawing_number
from bomflow.table.judging.over import texts_over
from bomflow.table.layout import phrases, text_lines
from bomflow.table.model import Table
from bomflow.table.naming.contents import PAPERS
from bomflow.table.naming.kinds import are_codes, are_names, are_numbers

_DIGITS = 3  # of positions; longer numbers are codes
_TAG = re.compile(r"[A-Z]{1,4}[- ]?\d{1,5}[A-Z]?")
_NOTES = re.compile(r"1[.)] ?[^\W\d_].* 2[.)] ?[^\W\d_]")
_DUTIES = {"power", "kw", "range", "speed", "rpm", "voltage", "leistung", "duty", "puissance"}
_NAMES = ("article_number", "description")
_WHOLE = {"position", "quantity", "article_number", "description"}
_COUNTED = {"quantity", "article_number", "weight", "total_weight"}


def unlisted_columns(table: Table) -> list[str]:
    """What a list seems to lack because its header is a word that nobody listed."""
    lacks: list[tuple[str, Callable[[list[str]], bool]]] = []
    if table.index("quantity") is None and not any(is_dash_number(c.text) for c in table.columns):
        lacks.append(("no header names the quantity", _are_counts))
    if table.index("description") is None:
        lacks.append(("no header names what the parts are", are_names))
    if table.index("position") is None:
        lacks.append(("no header names the position", _are_positions))
    found = [
        f"{column.text[:40]!r} was taken for the {label(column.name)}: it holds what the list lacks"
        for column in table.columns
        if column.guessed and column.name
    ]
    for i, column in enumerate(table.columns):
        cells = [row.text(i) for row in table.rows if row.text(i)]
        listed = column.name is not None or not column.text or column.meaning.strength >= STRONG
        if not listed and len(cells) >= max(2, 0.8 * len(table.rows)):
            found += [
                f"{lack}; {column.text[:40]!r} may be it" for lack, fits in lacks if fits(cells)
            ]
    if not {c.name for c in table.columns} & _COUNTED and not any(
        is_dash_number(c.text) for c in table.columns
    ):
        found.append("no column says how many pieces there are, or of which article")
    named = {c.name for c in table.columns} & {*_NAMES, "position"}
    only = named == {"article_number"} or ("description" not in named and _numbers_other(table))
    if only and any(
        c.name == "article_number" and is_drawing_number(c.text) for c in table.columns
    ):
        found.append("nothing but the number of a drawing says what the rows are")
    elif _are_papers(table):
        found.append("the rows may be drawings: so their numbers and most of their titles say")
    others = [c.text for c in table.columns if c.meaning.decoy and c.name is None]
    if {c.name for c in table.columns} >= _WHOLE:  # where a part is drawn, and its revision
        others = [text for text in others if fold(text) not in ("zone", "rev")]
    if len(others) > 1:
        found.append(f"{' and '.join(map(repr, others[:2]))} are headers of other tables")
    return found


def of_others(table: Table, words: Sequence[Word]) -> list[str]:
    """What says that the rows, or some of the columns, are those of another table."""
    return [
        *of_supports(table, words),
        *of_equipment(table),
        *notes_beside(table),
    ]


def of_supports(table: Table, words: Sequence[Word]) -> list[str]:
    """A caption that may say that the rows are supports, each of several parts."""
    texts = (text for text in texts_over(table, words) if may_name_supports(fold(text).split(" ")))
    return [f"caption {text[:40]!r}: the rows may be supports, not parts" for text in texts]


def of_equipment(table: Table) -> list[str]:
    """Rows that go by the tags of valves, motors or instruments and by nothing else.

    Lists of parts number them so as well (M1, M2): there a column must say what they can do.
    """
    number, position = table.index("article_number"), table.index("position")
    marks = number if position is None else position
    if marks is None or None not in (number, position):
        return []
    cells = [row.text(marks) for row in table.rows]
    if len(cells) < 2 or not all(map(_TAG.fullmatch, cells)):
        return []
    headers = {fold(c.text) for c in table.columns if c.name is None}
    tagged = "tag" in fold(table.columns[marks].text).split(" ")
    if not tagged and headers.isdisjoint(_DUTIES):
        return []
    return [f"{cells[0]} and the others may be the tags of equipment: no list of parts"]


def notes_beside(table: Table) -> list[str]:
    """An outer column whose texts count on as notes do: 1. ALL DIMENSIONS IN MM, 2. DEBURR."""
    for i in (0, len(table.columns) - 1):
        text = " ".join(row.text(i) for row in table.rows)
        if table.columns[i].name is None and _NOTES.match(text):
            return [f"{table.columns[i].text[:40]!r} may be notes beside the list"]
    return []


def of_versions(table: Table) -> list[str]:
    """Quantities for several versions of the part, of which none is the list's."""
    versions = [repr(c.text[:40]) for c in table.columns if is_dash_number(c.text)]
    if len(versions) < 2:
        return []
    return [f"the quantity depends on the version: {' or '.join(versions)}"]


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


def _numbers_other(table: Table) -> bool:
    """Whether codes stand under a header that nobody listed: supports and their drawings."""
    unlisted = [
        i for i, c in enumerate(table.columns)
        if c.name is None and c.text and c.meaning.strength < STRONG
    ]  # fmt: skip
    codes = ([row.text(i) for row in table.rows if row.text(i)] for i in unlisted)
    return any(len(cells) > 1 and are_codes(cells) for cells in codes)


def _are_papers(table: Table) -> bool:
    """Whether the articles go by the number of a drawing, and most names are those of sheets."""
    number, name = table.index("article_number"), table.index("description")
    if number is None or name is None or not is_drawing_number(table.columns[number].text):
        return False
    titles = [fold(row.text(name)).split(" ") for row in table.rows]
    return len(titles) > 1 and sum(not PAPERS.isdisjoint(t) for t in titles) > 0.5 * len(titles)


def _are_positions(cells: list[str]) -> bool:
    """Whether cells go on by one from anywhere, as those of a list that goes on elsewhere do."""
    numbers = [int(c) for c in cells if c.isdecimal() and len(c) <= _DIGITS]
    steps = {b - a for a, b in pairwise(numbers)}
    return len(numbers) == len(cells) > 2 and (steps == {1} or steps == {-1})


def _are_counts(cells: list[str]) -> bool:
    """Whether cells are whole numbers, but for a few that are left open (AS REQ'D, A/R, -)."""
    counts = [c for c in cells if c[:1].isdigit() or not looks_like_quantity(c)]
    return len(counts) >= 0.6 * len(cells) and are_numbers(counts)
