"""One PDF in, the content of its record out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bomflow.errors import ErrorCode, ExtractionError
from bomflow.extract.check import check_table
from bomflow.extract.codes import find_codes
from bomflow.extract.settings import ReadSettings
from bomflow.page.frames import Turn
from bomflow.page.pdf import Page, open_document
from bomflow.page.words import Box, Word
from bomflow.table.columns import find_bands, find_seeds, region, smallest, worth_a_look
from bomflow.table.headers import COLUMNS, Vocabulary, vocabulary
from bomflow.table.pictures import judge_page, unreadable_table
from bomflow.table.read import Table, leftover_words, plausible, read_table, refused
from bomflow.table.tidy import words_beside

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def read_document(
    path: str, settings: ReadSettings, on_page: Callable[[int, int], None] | None = None
) -> dict[str, Any]:
    """Read every page of a PDF; ``on_page(page, pages)`` is called before each page.

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
                        _read_page(page, settings, words_of, result)
                except ExtractionError as error:
                    result["warnings"].append(error.message)
                    result["pages"].append(_broken_page(number, error.message))
    except ExtractionError as error:
        return _fail(result, error.code, error.message)
    return _conclude(result)


def _broken_page(number: int, reason: str) -> dict[str, Any]:
    return {
        "page": number, "width": 0.0, "height": 0.0, "rotation": 0, "words": 0, "segments": 0,
        "codes": {"kks": [], "su": []}, "outcome": "unreadable", "reason": reason,
    }  # fmt: skip


def _read_page(
    page: Page, settings: ReadSettings, words_of: Vocabulary, result: dict[str, Any]
) -> None:
    words = page.words()
    entry: dict[str, Any] = {
        "page": page.number, "width": round(page.width, 2), "height": round(page.height, 2),
        "rotation": page.rotation, "words": len(words), "segments": page.objects,
        "codes": find_codes(words, settings), "outcome": "no_bom", "reason": "",
    }  # fmt: skip
    found, headers, reason = find_tables(page, words, words_of)
    result["anchors_count"] += headers
    tables = [_record_table(t, turn, page.number) for t, turn in found]
    if page.lost_texts:
        for table in tables:
            table["check_reasons"].append(
                f"{page.lost_texts} texts of the page are in a font that cannot be decoded"
            )
    tables.sort(key=lambda t: (t["bbox"][1], t["bbox"][0]))
    if tables:
        entry["outcome"] = "bom"
    else:
        outcome, reason, box = judge_page(page, words, words_of, headers, reason)
        entry["outcome"], entry["reason"] = outcome, reason
        if box is not None:
            tables = [unreadable_table(page.number, box, reason)]
    for index, table in enumerate(tables):
        table["table_index"] = index
        if table["rows"]:
            check_table(table, settings)
    result["tables"] += tables
    result["pages"].append(entry)


def find_tables(
    page: Page, words: list[Word], words_of: Vocabulary
) -> tuple[list[tuple[Table, Turn]], int, str]:
    """Tables of a page with the turn of their frame, the number of headers seen, and why not."""
    counts: dict[int, int] = {}
    for w in words:
        counts[w.angle] = counts.get(w.angle, 0) + 1
    tables: list[tuple[Table, Turn]] = []
    headers = 0
    reason = ""
    for angle in (0, 90, 180, 270):
        if counts.get(angle, 0) < 4:
            continue
        turn = Turn(angle, page.width, page.height)
        upright = turn.words(words)
        seeds = find_seeds(upright, words_of)
        if not worth_a_look(seeds):
            continue
        turned = turn.rulings(page.rulings(turn.back(region(seeds)), 0.7 * smallest(seeds)))
        bands = find_bands(upright, seeds, turned, words_of)
        kept: list[Table] = []
        for band in sorted(bands, key=lambda b: (b.top, b.x0)):
            if any(_inside(band.top, band.bottom, band.x0, band.x1, t.box) for t in kept):
                continue
            table = read_table(band, upright, turned, words_of, bands)
            if table is None:
                if not refused(band.columns, words_of):
                    headers += 1
                    reason = "a header without rows"
                continue
            headers += 1
            if not plausible(table):
                reason = "a header, but what follows does not read like parts-list rows"
                continue
            if any(_overlap(table.box, t.box) > 0.5 for t in kept):
                continue
            table.leftover = leftover_words(table, upright)
            kept.append(table)
            taken = {id(w) for w in table.words}
            upright = [w for w in upright if id(w) not in taken]
        for table in kept:
            if words_beside(table, upright, turned):
                table.reasons.append("most rows have words beside them that no column took")
        tables += [(t, turn) for t in kept]
    return tables, headers, reason


def _inside(top: float, bottom: float, x0: float, x1: float, box: Box) -> bool:
    y, x = (top + bottom) / 2, (x0 + x1) / 2
    return box[1] <= y <= box[3] and box[0] <= x <= box[2]


def _overlap(a: Box, b: Box) -> float:
    w = min(a[2], b[2]) - max(a[0], b[0])
    h = min(a[3], b[3]) - max(a[1], b[1])
    if w <= 0 or h <= 0:
        return 0.0
    return w * h / max(min((a[2] - a[0]) * (a[3] - a[1]), (b[2] - b[0]) * (b[3] - b[1])), 1e-6)


def _record_table(table: Table, turn: Turn, page: int) -> dict[str, Any]:
    """The table in the record's format; boxes turned back to the displayed page."""

    def box(words: list[Word]) -> list[float]:
        xs = turn.back(
            (min(w.x0 for w in words), min(w.top for w in words),
             max(w.x1 for w in words), max(w.bottom for w in words))
        )  # fmt: skip
        return [round(v, 2) for v in xs]

    names = _extra_names(table)
    rows = []
    for index, row in enumerate(table.rows):
        cells = dict.fromkeys(COLUMNS, "")
        boxes: dict[str, list[float]] = {}
        extra: dict[str, str] = {}
        extra_boxes: dict[str, list[float]] = {}
        for i, column in enumerate(table.columns):
            words = row.cells.get(i)
            text = clean(row.text(i))
            if column.name:
                cells[column.name] = text
                if words:
                    boxes[column.name] = box(words)
            elif text or column.text:
                extra[names[i]] = text
                if words:
                    extra_boxes[names[i]] = box(words)
        rows.append(
            {
                "row_index": index, "bbox": box(row.words), "section": clean(row.section),
                "cells": cells, "cell_boxes": boxes, "extra": extra,
                "extra_boxes": extra_boxes, "quantity_value": None, "weight_kg": None, "total_weight_kg": None,
                "check_status": "consistent",
            }
        )  # fmt: skip
    header = [
        {
            "text": clean(c.text), "column": c.name,
            "bbox": box(c.words) if c.words else [],
        }
        for c in table.columns
    ]  # fmt: skip
    return {
        "page": page, "table_index": 0, "bbox": [round(v, 2) for v in turn.back(table.box)],
        "header": header, "rows_count": len(rows), "printed_total": clean(table.printed_total),
        "computed_total": None, "weight_means": None, "check_status": "consistent",
        "check_reasons": list(table.reasons), "reading": "words",
        "leftover": [{"text": clean(w.text), "bbox": box([w])} for w in table.leftover],
        "rows": rows,
    }  # fmt: skip


def _extra_names(table: Table) -> list[str]:
    """A key for every column: its header, numbered when two read the same or it has none."""
    names: list[str] = []
    for i, c in enumerate(table.columns):
        name = clean(c.text) or f"column {i + 1}"
        base, n = name, 2
        while name in names:
            name, n = f"{base} ({n})", n + 1
        names.append(name)
    return names


def clean(text: str) -> str:
    """Text that UTF-8 and a database can hold: no control characters, no lone surrogates."""
    text = _SURROGATE.sub("\ufffd", _CONTROL.sub("", text))
    return " ".join(text.split())


def _conclude(result: dict[str, Any]) -> dict[str, Any]:
    tables, pages = result["tables"], result["pages"]
    rows = sum(len(t["rows"]) for t in tables)
    result["rows_count"] = rows
    result["bom_pages"] = sorted({t["page"] for t in tables if t["rows"]})
    result["header_found"] = result["anchors_count"] > 0
    result["data_found"] = result["success"] = result["parse_success"] = rows > 0
    if rows:
        return result
    reasons = [f"page {p['page']}: {p['reason']}" for p in pages if p["reason"]]
    detail = "; ".join(reasons[:5]) + (
        f"; ... and {len(reasons) - 5} more" if len(reasons) > 5 else ""
    )
    outcomes = {p["outcome"] for p in pages}
    if pages and all(p["width"] == 0 for p in pages):
        return _fail(result, ErrorCode.INVALID_PDF, detail or "no page can be loaded")
    if result["anchors_count"]:
        code = ErrorCode.PARSING_ERROR if tables else ErrorCode.NO_DATA
        return _fail(result, code, detail or "a header without rows")
    if tables or "no_text" in outcomes:
        return _fail(result, ErrorCode.NO_TEXT, detail or "no text")
    return _fail(result, ErrorCode.NO_ANCHOR, "no parts-list header on any page")


def _fail(result: dict[str, Any], code: ErrorCode, message: str) -> dict[str, Any]:
    result["error_code"] = code.value
    result["error_message"] = message
    return result
