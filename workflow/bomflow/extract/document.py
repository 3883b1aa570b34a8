"""One PDF in, the content of its record out."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from bomflow.errors import ErrorCode, ExtractionError
from bomflow.extract.codes import find_codes
from bomflow.extract.cut import cut_off
from bomflow.extract.entries import table_entry, unreadable_table, without_rows
from bomflow.extract.settings import ReadSettings
from bomflow.page.frames import Turn
from bomflow.page.pdf import Document, Page, open_document
from bomflow.page.raised import join_raised
from bomflow.proof.verdict import check_tables, check_words
from bomflow.second.model import Reading
from bomflow.table.find import Found, find_rest, find_tables
from bomflow.table.further.headless import find_headless
from bomflow.table.further.overleaf import over_first, part_broken
from bomflow.table.header.glued import part_glued
from bomflow.table.header.headers import Vocabulary, vocabulary
from bomflow.table.unread.aslant import lists_aslant
from bomflow.table.unread.garbled import unsure_text
from bomflow.table.unread.lists import unread_lists
from bomflow.table.unread.pictures import judge_page

SECOND_S = 10.0  # CPU seconds of second readings, a drawing
_BARE = "a header without rows"
_DOUBTFUL = "a header, but what follows does not read like parts-list rows"
# of the pages of a drawing without a row, the one that may hide most decides
_WORST_FIRST = (
    ErrorCode.PARSING_ERROR, ErrorCode.NO_TEXT, ErrorCode.INVALID_PDF, ErrorCode.NO_DATA,
)  # fmt: skip


def read_document(
    path: str,
    settings: ReadSettings,
    on_page: Callable[[int, int], None] | None = None,
    until: float | None = None,
) -> dict[str, Any]:
    """Read every page of a PDF; ``on_page(page, pages)`` is called before each page.

    ``until`` (of time.monotonic) is when the result must be there: second readings of suspect
    tables take half of the time that is left, and SECOND_S of CPU at most.

    Returns the content part of the record (see record.schema.json): verdict, pages and tables,
    boxes in points of the displayed page, origin top left. A bad drawing is a result with an
    error code, not an exception; MemoryError passes through.
    """
    result: dict[str, Any] = {
        "success": False, "header_found": False, "data_found": False, "parse_success": False,
        "error_code": None, "error_message": "", "rows_count": 0, "pages_total": 0,
        "bom_pages": [], "anchors_count": 0, "warnings": [], "pages": [], "tables": [],
    }  # fmt: skip
    words_of = vocabulary(settings.headers)
    codes: list[ErrorCode | None] = []
    before: Found | None = None
    readings: list[Reading] = []
    try:
        with open_document(path) as document:
            total = document.page_count
            result["pages_total"] = total
            last = min(total, settings.max_pages) if settings.max_pages else total
            if last < total:
                result["warnings"].append(f"only the first {last} of {total} pages were read")
            for number in range(1, last + 1):
                if on_page:
                    on_page(number, total)
                try:
                    with document.page(number) as page:
                        code, before = _read_page(
                            page, settings, words_of, result, before, readings
                        )
                        codes.append(code)
                except ExtractionError as error:
                    result["warnings"].append(error.message)
                    result["pages"].append(_broken_page(number, error.code, error.message))
                    codes.append(error.code)
                    before = None
            # All at once: a TOTAL may add up the rows of several pages.
            check_tables(
                [reading.entry for reading in readings],
                settings,
                [reading.told for reading in readings],
            )
            if any(reading.entry["check_status"] == "suspect" for reading in readings):
                _read_suspects(path, document, readings, settings, words_of, result, until)
    except ExtractionError as error:
        return _fail(result, error.code, error.message)
    return _conclude(result, codes)


def _read_suspects(
    path: str,
    document: Document,
    readings: list[Reading],
    settings: ReadSettings,
    words_of: Vocabulary,
    result: dict[str, Any],
    until: float | None,
) -> None:
    """Read the suspect tables a second time, with other means; the better-proven reading stays."""
    from bomflow.second.stage import read_suspects

    wall_s = None if until is None else (until - time.monotonic()) / 2
    read = {id(reading.entry): i for i, reading in enumerate(readings)}
    result["warnings"] += read_suspects(
        path, document, readings, settings, words_of, SECOND_S, wall_s
    )
    result["tables"] = [
        readings[read[id(table)]].entry if id(table) in read else table
        for table in result["tables"]
    ]


def _broken_page(number: int, code: ErrorCode, reason: str) -> dict[str, Any]:
    return {
        "page": number, "width": 0.0, "height": 0.0, "rotation": 0, "words": 0, "segments": 0,
        "codes": {"kks": [], "su": []}, "outcome": "unreadable", "reason": reason,
        "error_code": code,
    }  # fmt: skip


def _read_page(
    page: Page,
    settings: ReadSettings,
    words_of: Vocabulary,
    result: dict[str, Any],
    before: Found | None,
    readings: list[Reading],
) -> tuple[ErrorCode | None, Found]:
    """Add a page and its tables to the result; returns why it gave no row, and what it holds.

    The tables with rows are added to ``readings``. ``before``: what the page before holds; its list
    may go on here without a header.
    """
    words = part_glued(join_raised(page.words()), page.glyphs, words_of)
    entry: dict[str, Any] = {
        "page": page.number, "width": round(page.width, 2), "height": round(page.height, 2),
        "rotation": page.rotation, "words": len(words), "segments": page.objects,
        "codes": find_codes(words, settings), "outcome": "bom", "reason": "",
    }  # fmt: skip
    found = find_tables(page, words, words_of)
    words = found.parted.words(words)
    if not found.tables and not found.headers and before and len(before.tables) == 1:
        above, turn = before.tables[0]
        rest = find_rest(page, words, words_of, above) if turn.angle == 0 else None
        if rest is not None:
            rest.over = over_first(rest, words)
            found = Found([(rest, Turn(0, page.width, page.height))], [], [], 0)
            result["warnings"].append(
                f"page {page.number}: the list goes on without a header; "
                f"read with the columns of page {page.number - 1}"
            )
    if not found.tables and not found.headers:
        bare = find_headless(page, words, words_of)
        found = Found([bare], [], [], 0) if bare else found
    _tell_broken(before, found, readings)
    result["anchors_count"] += found.headers
    entries = [table_entry(t, turn, page.number) for t, turn in found.tables]
    of_page = unsure_text(page, words, [table["bbox"] for table in entries]) if entries else []
    read = []
    for table, (t, turn) in zip(entries, found.tables, strict=True):
        unseen = [*of_page, *t.left_out, *cut_off(page, words, table)]
        read.append(Reading(table, t, turn, unseen, found.parted))
    for reading in read:
        reading.entry["check_reasons"] = reading.own
    tables = [reading.entry for reading in read]
    code: ErrorCode | None = None
    unread = [(t, _DOUBTFUL) for t in found.doubtful] + [(t, _BARE) for t in found.bare]
    tables += [without_rows(table_entry(*t, page.number), reason) for t, reason in unread]
    if not read and found.doubtful:
        code, entry["outcome"], entry["reason"] = ErrorCode.PARSING_ERROR, "unreadable", _DOUBTFUL
    elif not read:
        judged = judge_page(page, words, words_of, found.headers)
        code, entry["outcome"], entry["reason"] = judged.code, judged.outcome, judged.reason
        if aslant := lists_aslant(words, words_of):
            code, entry["outcome"] = ErrorCode.PARSING_ERROR, "unreadable"
            entry["reason"] = aslant[0][0]
            tables += [unreadable_table(page.number, box, reason) for reason, box in aslant]
        elif judged.box is not None:  # a picture explains why the header has no rows
            tables = [unreadable_table(page.number, judged.box, judged.reason)]
    else:
        boxes = [t["bbox"] for t in tables]
        missed = unread_lists(words, words_of, boxes) + lists_aslant(words, words_of)
        tables += [unreadable_table(page.number, box, reason) for reason, box in missed]
    tables.sort(key=lambda t: (t["bbox"][1], t["bbox"][0]))
    for index, table in enumerate(tables):
        table["table_index"] = index
    for reading, told in zip(
        read, check_words([reading.entry for reading in read], words), strict=True
    ):
        reading.told = told
    readings += read
    entry["error_code"] = code
    result["tables"] += tables
    result["pages"].append(entry)
    return code, found


def _tell_broken(before: Found | None, found: Found, readings: list[Reading]) -> None:
    """Tell of lines over a first row, and of the list that the page before may break there."""
    if before and before.tables and found.tables:
        above = before.tables[-1][0]
        if broken := part_broken(above, found.tables[0][0]):
            for reading in (r for r in readings if r.table is above):
                reading.page.append(f"its last row may go on on the next page: {broken[:40]!r}")
                reading.entry["check_reasons"] = reading.own
    for table in (table for table, _ in found.tables if table.over):
        text = " ".join(w.text for w in table.over)[:40]
        table.left_out.append(f"{text!r} over the first row is a heading, or ends another row")


def _conclude(result: dict[str, Any], codes: list[ErrorCode | None]) -> dict[str, Any]:
    """The verdict on the drawing from its tables and the codes of its pages."""
    tables, pages = result["tables"], result["pages"]
    rows = sum(len(t["rows"]) for t in tables)
    result["rows_count"] = rows
    result["bom_pages"] = sorted({t["page"] for t in tables if t["rows"]})
    result["header_found"] = result["anchors_count"] > 0
    result["data_found"] = result["success"] = result["parse_success"] = rows > 0
    if rows:
        return result
    blank = any(p["outcome"] == "no_text" for p in pages)
    code = next((c for c in _WORST_FIRST if c in codes), None) or (
        ErrorCode.NO_TEXT if blank else ErrorCode.NO_ANCHOR
    )
    reasons = [f"page {p['page']}: {p['reason']}" for p in pages if p["reason"]]
    detail = "; ".join(reasons[:5]) + (
        f"; ... and {len(reasons) - 5} more" if len(reasons) > 5 else ""
    )
    return _fail(result, code, detail or "no parts-list header on any page")


def _fail(result: dict[str, Any], code: ErrorCode, message: str) -> dict[str, Any]:
    result["error_code"] = code.value
    result["error_message"] = message
    return result
