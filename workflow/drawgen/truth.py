"""What a drawing says, in the terms of the product's records and of its database.

Boxes are points on the displayed page, top-left origin: ``(x0, top, x1, bottom)`` around the
letters of a cell.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from .content import six
from .row import Row
from .spec import SIX

Box = tuple[float, float, float, float]


@dataclass
class RowTruth:
    """One printed row."""

    row: Row
    boxes: dict[str, Box]
    """Box of every cell that is not empty, by column key."""
    lines: dict[str, list[tuple[str, Box]]]
    """The printed lines of these cells with the box of each."""


@dataclass
class TableTruth:
    """One printed table; rows from the top down as displayed."""

    headers: dict[str, str]
    """Header of every printed column as one line, by key, from left to right."""
    header_boxes: dict[str, Box]
    rows: list[RowTruth]
    box: Box
    printed_total: str = ""
    right_total: Decimal | None = None
    weight_means: str | None = None

    def record(self, index: int) -> dict[str, Any]:
        """The table as the truth file holds it."""
        return {
            "table_index": index,
            "header": list(self.headers.values()),
            "columns": list(self.headers),
            "rows_count": len(self.rows),
            "printed_total": self.printed_total,
            "right_total": None if self.right_total is None else float(self.right_total),
            "weight_means": self.weight_means,
            "bbox": _rounded(self.box),
            "rows": [
                {
                    "row_index": number,
                    "section": row.row.section,
                    "cells": six(row.row),
                    "extra": {
                        self.headers[key]: row.row.cells[key]
                        for key in self.headers
                        if key not in SIX
                    },
                    "quantity_value": _number(row.row.quantity, row.row.cells.get("quantity")),
                    **self._kilograms(row.row),
                    "cell_boxes": {key: _rounded(box) for key, box in row.boxes.items()},
                }
                for number, row in enumerate(self.rows)
            ],
        }

    def _kilograms(self, row: Row) -> dict[str, float | None]:
        """Weights of one piece and of the row, as far as they are printed and told apart."""
        piece, total = row.cells.get("weight"), row.cells.get("total_weight")
        by_row = self.weight_means == "row"
        return {
            "weight_kg": _number(row.weight, piece if self.weight_means == "unit" else None),
            "total_weight_kg": _number(row.total, piece if by_row else total),
        }

    def scored(self) -> list[dict[str, str | None]]:
        """Rows as a scorer wants them: null for an empty cell, no key for a missing column."""
        keys = [key for key in SIX if key in self.headers]
        return [{key: row.row.cells[key] or None for key in keys} for row in self.rows]


@dataclass
class PageTruth:
    """One page: its tables from the top down (then from left to right) and its codes."""

    width: float
    height: float
    tables: list[TableTruth] = field(default_factory=list)
    unreadable: list[tuple[str, Box]] = field(default_factory=list)
    """Tables that are no text: 'picture' or 'outlines', and where."""
    kks: list[str] = field(default_factory=list)
    su: list[str] = field(default_factory=list)

    def ordered(self) -> list[TableTruth]:
        """Tables in reading order of the displayed page."""
        return sorted(self.tables, key=lambda table: (round(table.box[1]), table.box[0]))

    def record(self, number: int) -> dict[str, Any]:
        """The page as the truth file holds it."""
        return {
            "page": number,
            "width": round(self.width, 1),
            "height": round(self.height, 1),
            "kks_codes": sorted(set(self.kks)),
            "su_codes": sorted(set(self.su)),
            "tables": [table.record(i) for i, table in enumerate(self.ordered())],
            "unreadable": [{"as": what, "bbox": _rounded(box)} for what, box in self.unreadable],
        }


@dataclass
class FileTruth:
    """One file: what reading it must give."""

    pages: list[PageTruth] = field(default_factory=list)
    error_code: str | None = None
    pages_total: int | None = None
    kind: str = "vector"

    def record(self, name: str) -> dict[str, Any]:
        """The file as ``files`` of the truth file holds it."""
        total = len(self.pages) if self.pages_total is None else self.pages_total
        with_rows = [
            number
            for number, page in enumerate(self.pages, 1)
            if any(table.rows for table in page.tables)
        ]
        return {
            "file": name,
            "success": self.error_code is None,
            "error_code": self.error_code,
            "pages_total": total,
            "bom_pages": with_rows,
            "rows_count": sum(len(t.rows) for page in self.pages for t in page.tables),
            "pages": [page.record(number) for number, page in enumerate(self.pages, 1)],
        }

    def scored(self, name: str) -> list[dict[str, Any]]:
        """The pages as the scorer wants them."""
        return [
            {
                "file": name,
                "page": number,
                "kind": self.kind,
                "rows": [row for table in page.ordered() for row in table.scored()]
                if not page.unreadable
                else None,
            }
            for number, page in enumerate(self.pages, 1)
        ]


def truth_file(files: dict[str, FileTruth], generator: str) -> dict[str, Any]:
    """Contents of ``truth.json``: ``pages`` for a scorer, ``files`` for every cell of a database.

    Names are relative to the folder of the truth file, with ``/``.
    """
    names = sorted(files)
    return {
        "generator": generator,
        "pages": [page for name in names for page in files[name].scored(name)],
        "files": {name: files[name].record(name) for name in names},
    }


def _rounded(box: Box) -> list[float]:
    return [round(value, 1) for value in box]


def _number(value: Decimal | None, printed: str | None) -> float | None:
    """``value`` when it is printed."""
    return float(value) if printed and value is not None else None
