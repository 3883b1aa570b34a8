"""From a header band to a read table: below the header or above it, and under which names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bomflow.page.rulings import Rulings
from bomflow.page.words import Word
from bomflow.table.body.early import without_shorter
from bomflow.table.body.fill import read_body
from bomflow.table.body.place import Body, open_body, ruled_body
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
    sheet = _Sheet(words, rulings, vocabulary, others)
    table = _read_table(sheet, band)
    if named is not None and (table is None or holds_names(table, item)):
        other = _read_table(sheet.with_instead(named, band), named)
        if other is not None and holds_names(other, item):
            return other
    return table


class _Sheet(NamedTuple):
    """What a header is read among."""

    words: Sequence[Word]
    rulings: Rulings
    vocabulary: Vocabulary
    others: list[Band]

    def read(self, band: Band, down: bool) -> _Reading | None:
        """The rows that hang from a header, or stand on it."""
        body = ruled_body(band, self.rulings, self.others, down) or open_body(
            band, self.words, self.rulings, self.vocabulary, self.others, down
        )
        table = self.rows(band, body) if body else None
        return _Reading(self, band, body, table) if body and table else None

    def rows(self, band: Band, body: Body) -> Table | None:
        """The rows in a place that is known."""
        return read_body(band, body, self.words, self.rulings, self.vocabulary, self.others)

    def with_instead(self, own: Band, band: Band) -> _Sheet:
        """The same with one header in the place of another."""
        return self._replace(others=[own if o is band else o for o in self.others])


class _Reading(NamedTuple):
    """A table, and where and among what it was read."""

    sheet: _Sheet
    band: Band
    body: Body
    table: Table

    def anew(self) -> _Reading:
        """The rows cut once more, as the columns are called now."""
        return self._replace(table=self.sheet.rows(self.band, self.body) or self.table)


def _read_table(sheet: _Sheet, band: Band) -> Table | None:
    """The better of the two tables that hang from, or stand on, the header; None if neither."""
    if refused(band.columns):
        return None
    unnamed = nameless(band.columns)
    both = {down: sheet.read(band, down) for down in _directions(band, sheet)}
    found = {down: reading for down, reading in both.items() if reading}
    if not found:
        if band.boxed or band.reach >= _FAR:
            return None
        # the figures that tell the rows may stand at the other end of the last column
        wide = replace(band, reach=_FAR)
        return _read_table(sheet.with_instead(wide, band), wide)
    down = max(found, key=lambda d: (worth(found[d].table, found[d].body.ruled), d))
    reading = found[down]
    if not band.boxed:
        reading = _wider(reading, down) or reading
        reading = _narrower(reading, down) or reading
    table, words_of = reading.table, sheet.vocabulary
    if join_header(table, words_of) or join_halves(table) or part_headers(table, words_of):
        reading = reading.anew()
    again = False
    for _ in range(MOST_NAMES):
        if not recast(reading.table):
            break
        again = True
        reading = reading.anew()
    table = reading.table
    if unnamed and nameless(table.columns):
        return None
    sure = again and table.index("quantity") is not None
    return None if not sure and refused(table.columns, hopeful=False) else table


def _wider(reading: _Reading, down: bool) -> _Reading | None:
    """The table with texts far beside its outer headers, if it lacks them and loses nothing."""
    sheet, band, _, table = reading
    if not leftover_words(table, sheet.words) and not _lacks_figures(table):
        return None
    wide = replace(band, reach=_FAR)
    wider = sheet.with_instead(wide, band).read(wide, down)
    better = wider and (_fills(wider.table, table) or _completes(wider.table, table))
    return wider if wider and better and not leftover_words(wider.table, sheet.words) else None


def _narrower(reading: _Reading, down: bool) -> _Reading | None:
    """The table without the columns of a shorter one beside it."""
    own = without_shorter(reading.table)
    cut = reading.sheet.with_instead(own, reading.band).read(own, down) if own else None
    return cut if cut and len(cut.table.rows) == len(reading.table.rows) else None


def reading_order(
    bands: list[Band], words: Sequence[Word], rulings: Rulings, vocabulary: Vocabulary
) -> list[Band]:
    """The headers from top to bottom, but of those that repeat in a list that grows upwards the
    lowest first: its rows go on over the others.
    """
    order = sorted(bands, key=lambda b: (b.top, b.x0))
    sheet = _Sheet(words, rulings, vocabulary, bands)
    up = [
        (at, band)
        for at, band in enumerate(order)
        if repeats(band, bands) and _directions(band, sheet) == (False,)
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


def _directions(band: Band, sheet: _Sheet) -> tuple[bool, ...]:
    """Below (True), above (False) or both. Of headers that repeat, the outer ones decide."""
    again = repeats(band, sheet.others)
    if not again:
        return (True, False)
    group = sorted([band, *again], key=lambda b: b.top)
    below, above = _hangs(group[-1], sheet, True), _hangs(group[0], sheet, False)
    if below == above:
        return (True, False)
    return (True,) if below else (False,)


def _hangs(band: Band, sheet: _Sheet, down: bool) -> bool:
    """Whether rows stand directly on that side of the header."""
    again = repeats(band, sheet.others)
    alone = sheet._replace(others=[o for o in sheet.others if o not in again])
    reading = alone.read(band, down)
    return reading is not None and worth(reading.table, reading.body.ruled) > 0
