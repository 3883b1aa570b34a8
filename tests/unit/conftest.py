"""Records made by hand, for the tests of everything below the extraction."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BOX = [10.0, 20.0, 110.5, 30.0]
COLUMNS = ("position", "article_number", "quantity", "description", "weight", "total_weight")


def _row(index: int = 0, **changes: Any) -> dict[str, Any]:
    """A row; a change of one of the six columns changes that cell."""
    cells = {
        "position": str(index + 1),
        "article_number": f"10{index:04d}",
        "quantity": "2",
        "description": f"pipe clamp DN{index}",
        "weight": "1,5",
        "total_weight": "3,0",
    }
    cells |= {name: changes.pop(name) for name in COLUMNS if name in changes}
    row = {
        "row_index": index,
        "bbox": BOX,
        "section": "",
        "cells": cells,
        "cell_boxes": {"position": BOX},
        "extra": {},
        "extra_boxes": {},
        "quantity_value": 2.0,
        "weight_kg": 1.5,
        "total_weight_kg": 3.0,
        "check_status": "verified",
    }
    return row | changes


def _table(
    rows: Sequence[dict[str, Any]], page: int = 1, index: int = 0, **changes: Any
) -> dict[str, Any]:
    table = {
        "page": page,
        "table_index": index,
        "bbox": BOX,
        "header": [{"text": "POS", "column": "position", "bbox": BOX}],
        "rows_count": len(rows),
        "printed_total": "6,0",
        "computed_total": 6.0,
        "weight_means": "unit",
        "check_status": "verified",
        "check_reasons": [],
        "reading": "words",
        "leftover": [],
        "rows": list(rows),
    }
    return table | changes


def _record(
    filename: str = "KG A/a.pdf", tables: Sequence[dict[str, Any]] | None = None, **changes: Any
) -> dict[str, Any]:
    """A record of ``filename``: by default one table of two rows; its id is made of its name."""
    tables = [_table([_row(0), _row(1)])] if tables is None else list(tables)
    pages = sorted({table["page"] for table in tables})
    rows = sum(table["rows_count"] for table in tables)
    record = {
        "record_version": 1,
        "doc_id": "d-" + hashlib.sha256(filename.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        "filename": filename,
        "success": True,
        "header_found": True,
        "data_found": True,
        "parse_success": True,
        "error_code": None,
        "error_message": "",
        "rows_count": rows,
        "process_time_s": 0.21,
        "file_size_mb": 0.034,
        "pages_total": max(pages, default=1),
        "bom_pages": pages,
        "anchors_count": 6,
        "retry_count": 0,
        "memory_peak_mb": 41.2,
        "sha256": "",
        "created_at": "2026-01-31T12:00:00+00:00",
        "warnings": [],
        "pages": [
            {
                "page": page,
                "width": 1190.6,
                "height": 841.9,
                "rotation": 90,
                "words": 812,
                "segments": 1830,
                "codes": {"kks": ["1LBA10BQ002", "1LBA10BQ001"], "su": []},
                "outcome": "bom",
                "reason": "",
                "error_code": None,
            }
            for page in pages
        ],
        "tables": tables,
    }
    if changes.get("error_code"):
        record["success"] = False
    return record | changes


def _save(folder: Path, records: Sequence[dict[str, Any]]) -> list[Path]:
    """Write the records as the worker does; returns their paths, ordered by filename."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for record in sorted(records, key=lambda record: record["filename"]):
        path = folder / f"{record['doc_id']}.json"
        path.write_text(json.dumps(record), "utf-8")
        paths.append(path)
    return paths


def _build(folder: Path, records: Sequence[dict[str, Any]], shards: int = 3) -> Path:
    """Merge the records through ``shards`` shards; returns the path of bom.sqlite."""
    from bomflow.merge.join import join_shards
    from bomflow.merge.shard import write_shard

    paths = _save(folder / "extract", records)
    targets = [folder / "shards" / f"shard-{index}.sqlite" for index in range(shards)]
    for index, target in enumerate(targets):
        write_shard(paths[index::shards], target)
    join_shards(targets, folder / "bom.sqlite", expected_documents=len(paths))
    return folder / "bom.sqlite"


@pytest.fixture(name="make_row", scope="session")
def fixture_row() -> Callable[..., dict[str, Any]]:
    """See ``_row``."""
    return _row


@pytest.fixture(name="make_table", scope="session")
def fixture_table() -> Callable[..., dict[str, Any]]:
    """A table of the given rows."""
    return _table


@pytest.fixture(name="make_record", scope="session")
def fixture_record() -> Callable[..., dict[str, Any]]:
    """See ``_record``."""
    return _record


@pytest.fixture(name="save_records", scope="session")
def fixture_save() -> Callable[..., list[Path]]:
    """See ``_save``."""
    return _save


@pytest.fixture(name="build_database", scope="session")
def fixture_build() -> Callable[..., Path]:
    """See ``_build``."""
    return _build


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Replace the reader: the child inherits the stand-in through fork."""

    def install(read: Any) -> None:
        module = ModuleType("bomflow.extract.document")
        module.read_document = lambda path, settings, until: read(path, settings)  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "bomflow.extract.document", module)

    return install
