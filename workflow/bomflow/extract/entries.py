"""Tables as the entries of a record."""

from __future__ import annotations

import re
from typing import Any

from bomflow.page.frames import Turn
from bomflow.page.words import Box, Word
from bomflow.proof.weights import fitting_total
from bomflow.table.header.spellings import COLUMNS
from bomflow.table.model import Table

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def table_entry(table: Table, turn: Turn, page: int) -> dict[str, Any]:
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
                "extra_boxes": extra_boxes, "quantity_value": None, "weight_kg": None,
                "total_weight_kg": None, "check_status": "consistent",
            }
        )  # fmt: skip
    header = [
        {
            "text": clean(c.text), "column": c.name,
            "bbox": box(c.words) if c.words else [],
        }
        for c in table.columns
    ]  # fmt: skip
    entry = {
        "page": page, "table_index": 0, "bbox": [round(v, 2) for v in turn.back(table.box)],
        "header": header, "rows_count": len(rows), "printed_total": clean(table.printed_total),
        "computed_total": None, "weight_means": None, "check_status": "consistent",
        "check_reasons": list(table.reasons), "reading": "words",
        "leftover": [{"text": clean(w.text), "bbox": box([w])} for w in table.leftover],
        "rows": rows,
    }  # fmt: skip
    if len(table.totals) > 1:
        entry["printed_total"] = fitting_total(entry, [clean(text) for text in table.totals])
    return entry


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


def without_rows(entry: dict[str, Any], reason: str) -> dict[str, Any]:
    """The entry of a table of which the header can be read but not the rows."""
    return {
        **entry, "rows": [], "rows_count": 0, "printed_total": "", "check_status": "suspect",
        "check_reasons": [reason], "reading": "none",
    }  # fmt: skip


def unreadable_table(page: int, box: Box, reason: str) -> dict[str, Any]:
    """The record's entry of a table that is seen but cannot be read."""
    return {
        "page": page, "table_index": 0, "bbox": [round(v, 2) for v in box], "header": [],
        "rows_count": 0, "printed_total": "", "computed_total": None, "weight_means": None,
        "check_status": "suspect", "check_reasons": [reason], "reading": "none", "leftover": [],
        "rows": [],
    }  # fmt: skip
