"""From a header band to a read table: below the header or above it, and under which names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bomflow.page.rulings import Rulings
from bomflow.page.words import Word
from bomflow.table.body.early import without_shorter
from bomflow.table.body.fill import read_body
from bomflow.table.body.place import open_body, ruled_body
from bomflow.table.cells.halves import join_halves
from bomflow.table.header.columns import Band, column_index
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.repeated import repeats
from bomflow.table.header.tight import part_headers
from bomflow.table.judging.judge import leftover_words, worth
from bomflow.table.judging.refused import nameless, refused
from bomflow.table.model import Table
from bomflow.table.naming.items import holds_names, naming_items
from bomflow.table.naming.recast import MOST_NAMES, join_header, recast

_FAR = 8.0  # font sizes beside a header that stands in the middle of a wide column


def read_table(
    band: Band, words: Sequence[Word], rulings: Rulings, vocabulary: Vocabulary, others: list[Band]
) -> Table | None:
    """The table of a header, None if it has none; ITEM over words names the parts."""
    named, item = naming_items(band), column_index(band.columns, "position")
    table = _read_table(band, words, rulings, vocabulary, others)
    if named is not None and (table is None or holds_names(table, item)):
        around = [named if o is band else o for o in others]
        other = _read_table(named, words, rulings, vocabulary, around)
        if other is not None and holds_names(other, item):
            return other
    return table


def _read_table(
    band: Band, words: Sequence[Word], rulings: Rulings, vocabulary: Vocabulary, others: list[Band]
) -> Table | None:
    """The better of the two tables that hang from, or stand on, the header; None if neither."""
    if refused(band.columns):
        return None
    unnamed = nameless(band.columns)
    found = []
    for down in _directions(band, words, rulings, vocabulary, others):
        body = ruled_body(band, rulings, others, down) or open_body(
            band, words, rulings, vocabulary, others, down
        )
        if body is None:
            continue
        table = read_body(band, body, words, rulings, vocabulary, others)
        if table is not None:
            found.append((worth(table, body.ruled), down, table, body))
    if not found:
        if band.boxed or band.reach >= _FAR:
            return None
        # the figures that tell the rows may stand at the other end of the last column
        wide = replace(band, reach=_FAR)
        around = [wide if o is band else o for o in others]
        return _read_table(wide, words, rulings, vocabulary, around)
    _, down, table, body = max(found, key=lambda f: (f[0], f[1]))
    if not band.boxed and (leftover_words(table, words) or _lacks_figures(table)):
        wide = replace(band, reach=_FAR)
        around = [wide if o is band else o for o in others]
        other = open_body(wide, words, rulings, vocabulary, around, down)
        wider = read_body(wide, other, words, rulings, vocabulary, around) if other else None
        better = wider and (_fills(wider, table) or _completes(wider, table))
        if other and wider and better and not leftover_words(wider, words):
            band, body, table, others = wide, other, wider, around
    if not band.boxed and (own := without_shorter(table)):
        around = [own if o is band else o for o in others]
        other = ruled_body(own, rulings, around, down) or open_body(
            own, words, rulings, vocabulary, around, down
        )
        cut = read_body(own, other, words, rulings, vocabulary, around) if other else None
        if other and cut and len(cut.rows) == len(table.rows):
            band, body, table, others = own, other, cut, around
    if join_header(table, vocabulary) or join_halves(table) or part_headers(table, vocabulary):
        table = read_body(band, body, words, rulings, vocabulary, others) or table
    again = False
    for _ in range(MOST_NAMES):
        if not recast(table):
            break
        again = True
        table = read_body(band, body, words, rulings, vocabulary, others) or table
    if unnamed and nameless(table.columns):
        return None
    sure = again and table.index("quantity") is not None
    return None if not sure and refused(table.columns, hopeful=False) else table


def reading_order(
    bands: list[Band], words: Sequence[Word], rulings: Rulings, vocabulary: Vocabulary
) -> list[Band]:
    """The headers from top to bottom, but of those that repeat in a list that grows upwards the
    lowest first: its rows go on over the others.
    """
    order = sorted(bands, key=lambda b: (b.top, b.x0))
    up = [
        (at, band)
        for at, band in enumerate(order)
        if repeats(band, bands) and _directions(band, words, rulings, vocabulary, bands) == (False,)
    ]
    lowest_first = sorted((band for _, band in up), key=lambda b: -b.top)
    for (at, _), band in zip(up, lowest_first, strict=True):
        order[at] = band
    return order


def _fills(wider: Table, table: Table) -> bool:
    """Whether a reading only fills empty cells of another one."""
    return len(wider.rows) == len(table.rows) and all(
        row.text(i) in ("", other.text(i))
        for row, other in zip(table.rows, wider.rows, strict=True)
        for i in range(len(table.columns))
    )


def _lacks_figures(table: Table) -> bool:
    """Whether no row has a position, or none a quantity, that the header promises."""
    named = [i for i in map(table.index, ("position", "quantity")) if i is not None]
    return any(all(not row.text(i) for row in table.rows) for i in named)


def _completes(wider: Table, table: Table) -> bool:
    """Whether a reading has the figures that another one lacks, and all words of its rows."""
    words = {id(w) for w in wider.words}
    return (
        _lacks_figures(table)
        and not _lacks_figures(wider)
        and len(wider.rows) >= len(table.rows)
        and all(id(w) in words for w in table.words)
    )


def _directions(
    band: Band, words: Sequence[Word], rulings: Rulings, vocabulary: Vocabulary, others: list[Band]
) -> tuple[bool, ...]:
    """Below (True), above (False) or both. Of headers that repeat, the outer ones decide."""
    again = repeats(band, others)
    if not again:
        return (True, False)
    group = sorted([band, *again], key=lambda b: b.top)
    below = _hangs(group[-1], words, rulings, vocabulary, others, True)
    above = _hangs(group[0], words, rulings, vocabulary, others, False)
    if below == above:
        return (True, False)
    return (True,) if below else (False,)


def _hangs(
    band: Band,
    words: Sequence[Word],
    rulings: Rulings,
    vocabulary: Vocabulary,
    others: list[Band],
    down: bool,
) -> bool:
    """Whether rows stand directly on that side of the header."""
    plain = [o for o in others if o not in repeats(band, others)]
    body = ruled_body(band, rulings, plain, down) or open_body(
        band, words, rulings, vocabulary, plain, down
    )
    if body is None:
        return False
    table = read_body(band, body, words, rulings, vocabulary, plain)
    return table is not None and worth(table, body.ruled) > 0
