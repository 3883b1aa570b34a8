"""One PDF in, the content of its record out."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from bomflow.errors import ErrorCode, ExtractionError
from bomflow.extract.entries import clean
from bomflow.extract.one_page import read_page
from bomflow.extract.settings import ReadSettings
from bomflow.page.pdf import Document, open_document
from bomflow.proof.verdict import check_tables
from bomflow.second.model import Reading
from bomflow.table.find import Found
from bomflow.table.header.headers import Vocabulary, vocabulary

SECOND_S = 10.0  # CPU seconds of second readings, a drawing
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
            if attached := document.attached_pdfs():
                result["warnings"].append(clean(_carried(attached)))
            last = min(total, settings.max_pages) if settings.max_pages else total
            if last < total:
                result["warnings"].append(f"only the first {last} of {total} pages were read")
            for number in range(1, last + 1):
                if on_page:
                    on_page(number, total)
                try:
                    with document.page(number) as page:
                        read = read_page(page, settings, words_of, before, readings)
                except ExtractionError as error:
                    result["warnings"].append(error.message)
                    result["pages"].append(_broken_page(number, error.code, error.message))
                    codes.append(error.code)
                    before = None
                    continue
                before = read.found
                codes.append(read.code)
                readings += read.readings
                result["anchors_count"] += read.found.headers
                result["warnings"] += read.warnings
                result["tables"] += read.tables
                result["pages"].append(read.entry)
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


def _carried(attached: list[str]) -> str:
    shown = ", ".join(attached[:3]) + (", ..." if len(attached) > 3 else "")
    return (
        f"{len(attached)} PDF(s) attached inside the file are not read ({shown}); "
        "save them into the input folder"
    )


def _broken_page(number: int, code: ErrorCode, reason: str) -> dict[str, Any]:
    return {
        "page": number, "width": 0.0, "height": 0.0, "rotation": 0, "words": 0, "segments": 0,
        "codes": {"kks": [], "su": []}, "outcome": "unreadable", "reason": reason,
        "error_code": code,
    }  # fmt: skip


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
    # what was not looked at may hold the list
    unread = [w for w in result["warnings"] if not any(w in reason for reason in reasons)]
    told = [detail or "no parts-list header on any page", *unread]
    return _fail(result, code, "; ".join(told))


def _fail(result: dict[str, Any], code: ErrorCode, message: str) -> dict[str, Any]:
    result["error_code"] = code.value
    result["error_message"] = message
    return result
