"""What the review page shows: tables of the database, with their boxes from the records."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any, NamedTuple

from bomflow.merge.database import Connection
from bomflow.record import Cells

COLUMNS = Cells.__struct_fields__
WHICH = {
    "suspect": "check_status = 'suspect' OR corrected <> ''",
    "all": "1",
}
_TABLES = """
SELECT t.filename, t.page, t.table_index, t.bbox, t.header, t.rows_count, t.printed_total,
       t.computed_total, t.check_status, t.check_reasons, t.corrected, t.correction,
       p.doc_id, p.sha256
FROM bom_tables AS t JOIN processing_summary AS p USING (filename)
WHERE {which} ORDER BY t.filename, t.page, t.table_index
"""
_ROWS = f"""
SELECT row_index, {", ".join(COLUMNS)}, extra, section, check_status, corrected, read_as
FROM bom_data WHERE filename = ? AND page = ? AND table_index = ? ORDER BY row_index
"""


class Entry(NamedTuple):
    """One table to look at; boxes in points of the displayed page, JSON columns decoded."""

    filename: str
    page: int
    table_index: int
    bbox: list[float]
    header: list[dict[str, Any]]
    rows_count: int
    printed_total: str
    computed_total: float | None
    check_status: str
    check_reasons: list[str]
    corrected: str
    correction: dict[str, Any]
    doc_id: str
    sha256: str

    @property
    def picture(self) -> str:
        """File name of its picture: another PDF or another box gives another name."""
        box = "-".join(f"{value:.0f}" for value in self.bbox)
        return f"{self.doc_id}-{self.sha256[:8]}-p{self.page}-{box}.png"


def entries(connection: Connection, which: str) -> Iterator[Entry]:
    """The tables to show, by drawing and place: ``suspect`` (and those corrected) or ``all``."""
    for row in connection.execute(_TABLES.format(which=WHICH[which])):
        values = list(row)
        for name in ("bbox", "header", "check_reasons", "correction"):
            at = Entry._fields.index(name)
            values[at] = json.loads(values[at] or "{}")
        yield Entry(*values)


def rows(connection: Connection, entry: Entry) -> list[dict[str, Any]]:
    """The rows of a table as the database holds them; ``read`` is what was read there.

    ``read`` is None for a row that a person added.
    """
    found = []
    for index, *rest in connection.execute(_ROWS, (entry.filename, entry.page, entry.table_index)):
        cells = dict(zip(COLUMNS, rest, strict=False))
        extra, section, status, corrected, read_as = rest[len(COLUMNS) :]
        read = json.loads(read_as) if read_as else None if corrected == "added" else cells
        found.append(
            {
                "index": index,
                "cells": cells,
                "extra": json.loads(extra),
                "section": section,
                "status": status,
                "corrected": corrected,
                "read": read,
            }
        )
    return found


class Boxes:
    """Where rows and cells stand, from the records; remembers one record at a time."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._doc_id = ""
        self._record: dict[str, Any] = {}

    def of(self, entry: Entry) -> dict[str, Any]:
        """The ``page`` of the record, boxes of ``rows`` (by index) and of ``leftover`` words.

        A record that is gone or unreadable gives none: the picture is shown without.
        """
        if entry.doc_id != self._doc_id:
            self._doc_id, self._record = entry.doc_id, self._read(entry.doc_id)
        boxes: dict[str, Any] = {"page": None, "rows": {}, "leftover": []}
        for page in self._record.get("pages", ()):
            if page["page"] == entry.page:
                boxes["page"] = page
        for table in self._record.get("tables", ()):
            if (table["page"], table["bbox"]) == (entry.page, entry.bbox):
                boxes["leftover"] = table["leftover"]
                boxes["rows"] = {
                    row["row_index"]: {
                        "box": row["bbox"],
                        "cells": {**row["extra_boxes"], **row["cell_boxes"]},
                        "read": row["cells"],
                    }
                    for row in table["rows"]
                }
        return boxes

    def _read(self, doc_id: str) -> dict[str, Any]:
        try:
            with open(os.path.join(self._folder, f"{doc_id}.json"), "rb") as stream:
                record: dict[str, Any] = json.load(stream)
                return record
        except (OSError, ValueError):
            return {}
