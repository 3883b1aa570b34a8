"""Every table of a page, whichever way it is turned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from bomflow.page.frames import Turn
from bomflow.page.pdf import Page
from bomflow.page.rulings import Rulings
from bomflow.page.words import UNKNOWN, Box, Word
from bomflow.table.cells.swallowed import lacks_cells, swallowed_figures
from bomflow.table.cells.touching import WHOLE, Parted, part_touching, tell_mixed
from bomflow.table.dashes import without_lines
from bomflow.table.further.follow import follow
from bomflow.table.further.parted import part_lists
from bomflow.table.further.stacks import next_stacks
from bomflow.table.header.apart import part_lines
from bomflow.table.header.bands import find_bands
from bomflow.table.header.columns import Band
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.repeated import repeats, same_x
from bomflow.table.header.seeds import find_seeds, region, smallest, worth_a_look
from bomflow.table.header.upright import rotated_headers
from bomflow.table.judging.form import is_form
from bomflow.table.judging.judge import counts_articles, is_of_nozzles, leftover_words, plausible
from bomflow.table.judging.labels import is_of_one_part, is_title_block, labels_drawing, speaks
from bomflow.table.judging.over import is_captioned_otherwise
from bomflow.table.judging.refused import refused
from bomflow.table.judging.works import is_of_holes, is_of_welds, is_of_works
from bomflow.table.layout import box_of
from bomflow.table.model import Table
from bomflow.table.naming.doubts import (
    begins_anew,
    names_over,
    of_others,
    of_versions,
    unlisted_columns,
)
from bomflow.table.read import read_table, reading_order
from bomflow.table.stamps import without_stamps

_FEW = 4  # words of a direction that may be a table's
_BEYOND = 2.5  # font sizes between the last row and the header of another list
_EDGE = 0.1  # share of the smaller box by which neighbours may overlap


class Found(NamedTuple):
    """What a page holds: tables, those with a header but rows that read like none, and headers of
    parts lists without anything (``bare``); each with the turn of its frame. ``headers`` counts the
    parts-list headers seen; ``parted`` are words that were cut to read the tables.
    """

    tables: list[tuple[Table, Turn]]
    doubtful: list[tuple[Table, Turn]]
    bare: list[tuple[Table, Turn]]
    headers: int
    parted: Parted = WHOLE


def find_tables(page: Page, words: list[Word], words_of: Vocabulary) -> Found:
    """The tables of a page, whichever way they are turned, read anew where cells touch."""
    found = _find_whole(page, words, words_of)
    lacking = [*found.doubtful, *found.bare, *(t for t in found.tables if lacks_cells(t[0]))]
    if hidden := swallowed_figures(words, lacking, page.glyphs):
        cut = Parted(hidden, []).words(words)
        found = _part(page, cut, words_of, _find_whole(page, cut, words_of))
        return found._replace(parted=found.parted.after(hidden, words))
    return _part(page, words, words_of, found)


def _part(page: Page, words: list[Word], words_of: Vocabulary, found: Found) -> Found:
    """What was found, or what is found when texts of two cells are cut apart."""
    parted = part_touching(words, found.tables, page.glyphs)
    if parted.parts:
        found = _find_whole(page, parted.words(words), words_of)
    tell_mixed(found.tables, parted.unsure)
    return found._replace(parted=parted)


def _find_whole(page: Page, words: list[Word], words_of: Vocabulary) -> Found:
    """The tables of a page of which no text is cut."""
    words = without_lines(words)
    counts = Counter(w.angle for w in words)
    found = [
        _find_in(page, Turn(angle, page.width, page.height), words, words_of)
        for angle in (0, 90, 180, 270)
        if counts[angle] >= _FEW
    ]
    tables = [t for one in found for t in one.tables]
    doubtful = _apart([t for one in found for t in one.doubtful], tables)
    bare = _apart([t for one in found for t in one.bare], tables)
    return Found(tables, doubtful, bare, sum(one.headers for one in found))


def _find_in(page: Page, turn: Turn, words: list[Word], words_of: Vocabulary) -> Found:
    """What the page holds in one direction of reading."""
    upright = turn.words(words)
    found = _find_upright(page, turn, words, upright, words_of)
    if not found.tables and (parted := part_lines(upright, words_of)):
        again = _find_upright(page, turn, words, parted, words_of)
        return again if again.tables else found
    return found


def _find_upright(
    page: Page, turn: Turn, words: list[Word], upright: list[Word], words_of: Vocabulary
) -> Found:
    """What the ``upright`` words of a direction hold, and those written sideways beside them."""
    seeds = find_seeds(upright, words_of)
    if sideways := rotated_headers(words, turn, seeds, words_of):
        upright = [*upright, *sideways]
        seeds = find_seeds(upright, words_of)
    if not worth_a_look(seeds):
        return Found([], [], [], 0)
    reach, shortest = region(seeds), 0.7 * smallest(seeds)
    rulings = turn.rulings(page.rulings(turn.back(reach), shortest))
    bands = find_bands(upright, seeds, rulings, words_of)
    bands = [b for b in bands if not all(any(w is s for s in sideways) for w in b.words)]
    direction = _Direction(without_stamps(upright, bands), rulings, bands, words_of)
    for band in reading_order(bands, upright, rulings, words_of):
        direction.read(band)
    direction.add_stacks(_lines_of(page, turn, reach, shortest, rulings))
    direction.tell_of_headers()
    tables, doubtful, bare = (
        [(table, turn) for table in some]
        for some in (direction.kept, direction.doubtful, direction.bare)
    )
    return Found(tables, doubtful, bare, direction.headers)


class _Direction:
    """What is read in one direction; words that a table took are gone for those after it."""

    def __init__(
        self, words: list[Word], rulings: Rulings, bands: list[Band], words_of: Vocabulary
    ) -> None:
        self.words, self.rulings, self.bands, self.words_of = words, rulings, bands, words_of
        self.kept: list[Table] = []
        self.doubtful: list[Table] = []
        self.bare: list[Table] = []
        self.headers = 0

    def read(self, band: Band) -> None:
        """Read the table of a header, and keep it if it is a list of parts."""
        if any(_inside(band.top, band.bottom, band.x0, band.x1, t.box) for t in self.kept):
            return
        table = read_table(band, self.words, self.rulings, self.words_of, self.bands)
        if table is None:
            said = speaks(band.columns) or refused(band.columns, hopeful=False)
            said = said or labels_drawing(band.columns, self.words_of)
            if not said and not _closes(band, self.kept):
                self.headers += 1
                self.bare.append(Table(band, band.columns, [], box_of(band.words)))
        elif is_form(table, self.rulings):
            pass
        elif is_captioned_otherwise(table, self.words, self.words_of):
            if counts_articles(table):
                self.doubtful.append(table)
        elif not self._is_another(table):
            self.headers += 1
            if plausible(table):
                self._keep(table)
            else:
                self.doubtful.append(table)

    def _is_another(self, table: Table) -> bool:
        """Whether a table is none of parts."""
        return (
            is_of_one_part(table, self.words_of)
            or is_of_nozzles(table)
            or is_of_works(table)
            or is_of_holes(table)
            or is_of_welds(table)
            or (
                not plausible(table)
                and (is_title_block(table, self.words_of) or speaks(table.columns))
            )
        )

    def _keep(self, table: Table) -> None:
        inside = next((t for t in self.kept if _overlap(table.box, t.box) > 0.5), None)
        if inside is not None:
            line = " ".join(w.text for w in table.rows[0].words)[:40]
            inside.left_out.append(f"rows under another header were left out: {line!r} ...")
            return
        again = repeats(table.band, self.bands)
        for part in part_lists(table, again):
            part.leftover = leftover_words(part, self.words)
            part.reasons += [*unlisted_columns(part), *names_over(part, self.words_of)]
            part.left_out += [*begins_anew(part, again), *of_versions(part)]
            part.left_out += of_others(part, self.words)
            self._take(part)

    def _take(self, table: Table) -> None:
        self.kept.append(table)
        taken = {id(w) for w in table.words}
        self.words = [w for w in self.words if id(w) not in taken]

    def add_stacks(self, rulings: Callable[[float, float], Rulings]) -> None:
        """The parts of the lists that print no header; ``rulings``: between two places."""
        for table in list(self.kept):
            for stack in next_stacks(table, self.words, rulings, self.words_of):
                self._take(stack)

    def tell_of_headers(self) -> None:
        """What the headers, their own and those without rows, leave open about the tables."""
        for table in self.kept:
            if any(_stands_at_end(empty.band, table) for empty in self.bare):
                table.left_out.append("a header without rows stands at its end: which are whose?")
            if any(UNKNOWN in w.text for w in table.header_words):
                table.reasons.append("the header holds a character that has no meaning")


def _closes(band: Band, tables: list[Table]) -> bool:
    """Whether a header only ends a list by printing its header once more."""
    return any(
        repeats(band, [table.band])
        and min(abs(band.top - table.box[3]), abs(table.box[1] - band.bottom)) <= 2 * band.size
        for table in tables
    )


def _stands_at_end(band: Band, table: Table) -> bool:
    """Whether another header stands right beyond the last row of a table, over its columns."""
    down = bool(table.rows) and table.rows[0].box[1] > table.band.top
    gap = band.top - table.box[3] if down else table.box[1] - band.bottom
    return same_x(band, table.band) and -1 <= gap <= _BEYOND * band.size


def _lines_of(
    page: Page, turn: Turn, reach: Box, shortest: float, known: Rulings
) -> Callable[[float, float], Rulings]:
    """The rulings between two places, asked for anew where the ``known`` ones do not reach."""

    def rulings(x0: float, x1: float) -> Rulings:
        if reach[0] <= x0 and x1 <= reach[2]:
            return known
        return turn.rulings(page.rulings(turn.back((x0, -1e6, x1, 1e6)), shortest))

    return rulings


def _apart(
    unread: list[tuple[Table, Turn]], tables: list[tuple[Table, Turn]]
) -> list[tuple[Table, Turn]]:
    """Those of the unread tables of which no other table took the place."""
    taken = [turn.back(table.box) for table, turn in tables]
    return [
        (table, turn)
        for table, turn in unread
        if not any(_overlap(turn.back(table.box), box) > _EDGE for box in taken)
    ]


def _inside(top: float, bottom: float, x0: float, x1: float, box: Box) -> bool:
    y, x = (top + bottom) / 2, (x0 + x1) / 2
    return box[1] <= y <= box[3] and box[0] <= x <= box[2]


def _overlap(a: Box, b: Box) -> float:
    w = min(a[2], b[2]) - max(a[0], b[0])
    h = min(a[3], b[3]) - max(a[1], b[1])
    if w <= 0 or h <= 0:
        return 0.0
    return w * h / max(min((a[2] - a[0]) * (a[3] - a[1]), (b[2] - b[0]) * (b[3] - b[1])), 1e-6)


def find_rest(page: Page, words: list[Word], words_of: Vocabulary, before: Table) -> Table | None:
    """The rest of an upright table of the page before, on a page without a header."""
    upright = [w for w in words if w.angle == 0]
    if not upright:
        return None
    margin = 60 * before.band.size
    reach = (before.band.x0 - margin, -1e6, before.band.x1 + margin, 1e6)
    return follow(before, upright, page.rulings(reach, 0.7 * before.band.size), words_of)
