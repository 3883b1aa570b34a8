"""One page in: its entry of the record, its tables, and why it gave no row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bomflow.errors import ErrorCode
from bomflow.extract.codes import find_codes
from bomflow.extract.cut import cut_off
from bomflow.extract.entries import table_entry, unreadable_table, without_rows
from bomflow.extract.settings import ReadSettings
from bomflow.page.frames import Turn
from bomflow.page.pdf import Page
from bomflow.page.words import Word
from bomflow.proof.verdict import check_words
from bomflow.second.model import Reading
from bomflow.table.find import Found, find_rest, find_tables
from bomflow.table.further.headless import find_headless
from bomflow.table.further.overleaf import over_first, part_broken
from bomflow.table.header.headers import Vocabulary
from bomflow.table.unread.aslant import lists_aslant
from bomflow.table.unread.garbled import unsure_text
from bomflow.table.unread.lists import unread_lists
from bomflow.table.unread.pictures import judge_page
from bomflow.table.words import words_of_page

_BARE = "a header without rows"
_DOUBTFUL = "a header, but what follows does not read like parts-list rows"


@dataclass
class PageRead:
    """A page as it was read: its entry and those of its tables, all as in record.schema.json.

    ``readings`` are the tables with rows, ``found`` is what the next page may go on from.
    """

    entry: dict[str, Any]
    found: Found
    readings: list[Reading] = field(default_factory=list)
    tables: list[dict[str, Any]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def code(self) -> ErrorCode | None:
        """Why the page gave no row; None where it did, or is no page of a list."""
        code: ErrorCode | None = self.entry["error_code"]
        return code


def read_page(
    page: Page,
    settings: ReadSettings,
    words_of: Vocabulary,
    before: Found | None,
    earlier: list[Reading],
) -> PageRead:
    """Read a page; ``before`` is what the page before it holds, of which a list may go on here.

    ``earlier``: the tables of the pages before; one that the end of its page breaks is told.
    """
    words = words_of_page(page, words_of)
    entry: dict[str, Any] = {
        "page": page.number, "width": round(page.width, 2), "height": round(page.height, 2),
        "rotation": page.rotation, "words": len(words), "segments": page.objects,
        "codes": find_codes(words, settings), "outcome": "bom", "reason": "",
    }  # fmt: skip
    found = find_tables(page, words, words_of)
    words = found.parted.words(words)
    read = PageRead(entry, found)
    if not found.tables and not found.headers:
        _find_without_header(read, page, words, words_of, before)
    _tell_broken(before, read.found, earlier)
    _add_tables(read, page, words)
    _add_unread(read, page, words, words_of)
    read.tables.sort(key=lambda t: (t["bbox"][1], t["bbox"][0]))
    for index, table in enumerate(read.tables):
        table["table_index"] = index
    told = check_words([reading.entry for reading in read.readings], words)
    for reading, odd in zip(read.readings, told, strict=True):
        reading.told = odd
    return read


def _find_without_header(
    read: PageRead, page: Page, words: list[Word], words_of: Vocabulary, before: Found | None
) -> None:
    """The rest of the list on the page before, or a list that prints no header at all."""
    if before and len(before.tables) == 1:
        above, turn = before.tables[0]
        rest = find_rest(page, words, words_of, above) if turn.angle == 0 else None
        if rest is not None:
            rest.over = over_first(rest, words)
            read.found = Found([(rest, Turn(0, page.width, page.height))], [], [], 0)
            read.warnings.append(
                f"page {page.number}: the list goes on without a header; "
                f"read with the columns of page {page.number - 1}"
            )
            return
    if bare := find_headless(page, words, words_of):
        read.found = Found([bare], [], [], 0)


def _tell_broken(before: Found | None, found: Found, earlier: list[Reading]) -> None:
    """Tell of lines over a first row, and of the list that the page before may break there."""
    if before and before.tables and found.tables:
        above = before.tables[-1][0]
        if broken := part_broken(above, found.tables[0][0]):
            for reading in (r for r in earlier if r.table is above):
                reading.page.append(f"its last row may go on on the next page: {broken[:40]!r}")
                reading.entry["check_reasons"] = reading.own
    for table in (table for table, _ in found.tables if table.over):
        text = " ".join(w.text for w in table.over)[:40]
        table.left_out.append(f"{text!r} over the first row is a heading, or ends another row")


def _add_tables(read: PageRead, page: Page, words: list[Word]) -> None:
    """Add the tables with rows, with what the reader itself says against them."""
    found = read.found
    entries = [table_entry(t, turn, page.number) for t, turn in found.tables]
    of_page = unsure_text(page, words, [table["bbox"] for table in entries]) if entries else []
    for table, (t, turn) in zip(entries, found.tables, strict=True):
        unseen = [*of_page, *t.left_out, *cut_off(page, words, table)]
        reading = Reading(table, t, turn, unseen, found.parted)
        table["check_reasons"] = reading.own
        read.readings.append(reading)
        read.tables.append(table)


def _add_unread(read: PageRead, page: Page, words: list[Word], words_of: Vocabulary) -> None:
    """Add what is there but was not read, and say of the page what it is."""
    entry, found, tables = read.entry, read.found, read.tables
    code: ErrorCode | None = None
    unread = [(t, _DOUBTFUL) for t in found.doubtful] + [(t, _BARE) for t in found.bare]
    tables += [without_rows(table_entry(*t, page.number), reason) for t, reason in unread]
    if read.readings:
        boxes = [t["bbox"] for t in tables]
        missed = unread_lists(words, words_of, boxes) + lists_aslant(words, words_of)
        tables += [unreadable_table(page.number, box, reason) for reason, box in missed]
    elif found.doubtful:
        code, entry["outcome"], entry["reason"] = ErrorCode.PARSING_ERROR, "unreadable", _DOUBTFUL
    else:
        judged = judge_page(page, words, words_of, found.headers)
        code, entry["outcome"], entry["reason"] = judged.code, judged.outcome, judged.reason
        if aslant := lists_aslant(words, words_of):
            code, entry["outcome"] = ErrorCode.PARSING_ERROR, "unreadable"
            entry["reason"] = aslant[0][0]
            tables += [unreadable_table(page.number, box, reason) for reason, box in aslant]
        elif judged.box is not None:  # a picture explains why the header has no rows
            tables[:] = [unreadable_table(page.number, judged.box, judged.reason)]
    entry["error_code"] = code
