"""Tables of a shard and of bom.sqlite: the same ones, so that joining is copying.

Columns up to ``created_at`` (``bom_tables``: ``check_reasons``) are what outsiders rely on, in this
order; what follows was added. Change a table: raise ``SCHEMA_VERSION``, and say so in the README.
"""

from __future__ import annotations

from typing import NamedTuple

SCHEMA_VERSION = 2


class TableSchema(NamedTuple):
    """A table: name, (column, declaration) pairs and a table constraint."""

    name: str
    columns: tuple[tuple[str, str], ...]
    constraint: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Columns that are written; the id is given by the order of writing."""
        return tuple(name for name, _ in self.columns if name != "id")

    @property
    def create(self) -> str:
        """The CREATE TABLE statement."""
        parts = [f"{name} {declaration}" for name, declaration in self.columns]
        parts += [self.constraint] if self.constraint else []
        return f"CREATE TABLE {self.name} ({', '.join(parts)})"

    @property
    def insert(self) -> str:
        """The INSERT statement with one ``?`` per written column."""
        marks = ", ".join("?" * len(self.names))
        return f"INSERT INTO {self.name} ({', '.join(self.names)}) VALUES ({marks})"


_TEXT = "TEXT NOT NULL"
_COUNT = "INTEGER NOT NULL"

BOM_DATA = TableSchema(
    "bom_data",
    (
        ("id", "INTEGER PRIMARY KEY"),
        ("filename", _TEXT),
        ("page", _COUNT),
        ("table_index", _COUNT),
        ("row_index", _COUNT),
        ("position", _TEXT),
        ("article_number", _TEXT),
        ("quantity", _TEXT),
        ("description", _TEXT),
        ("weight", _TEXT),
        ("total_weight", _TEXT),
        ("quantity_value", "REAL"),
        ("weight_kg", "REAL"),
        ("total_weight_kg", "REAL"),
        ("kks_codes", _TEXT),
        ("su_codes", _TEXT),
        ("extra", _TEXT),  # JSON object: every other printed column by its header
        ("check_status", _TEXT),
        ("created_at", _TEXT),
        ("section", _TEXT),  # the heading above the row, '' when there is none
        ("codes", _TEXT),  # JSON object: the page's further named codes, name -> sorted list
        ("corrected", _TEXT),  # by a person: confirmed, changed, added; '' when nobody looked
        ("read_as", _TEXT),  # JSON object: the six cells before the correction; '' when unchanged
    ),
)
BOM_TABLES = TableSchema(
    "bom_tables",
    (
        ("filename", _TEXT),
        ("page", _COUNT),
        ("table_index", _COUNT),
        ("bbox", _TEXT),
        ("header", _TEXT),
        ("rows_count", _COUNT),
        ("printed_total", _TEXT),
        ("computed_total", "REAL"),
        ("check_status", _TEXT),
        ("check_reasons", _TEXT),
        ("weight_means", "TEXT"),  # what WEIGHT means: unit, row, unknown; NULL without the column
        ("reading", _TEXT),
        ("leftover", _TEXT),  # JSON list: text inside the table that is in no cell
        ("corrected", _TEXT),  # by a person: confirmed, corrected, no parts list; '' else
        ("correction", _TEXT),  # JSON object: by whom, when, remark, rows changed; '' when none
    ),
    # Also the order in which the join reads the shards.
    "UNIQUE (filename, page, table_index)",
)
PAGES = TableSchema(
    "pages",
    (
        ("filename", _TEXT),
        ("page", _COUNT),
        ("outcome", _TEXT),
        ("reason", _TEXT),
        ("kks_codes", _TEXT),
        ("su_codes", _TEXT),
        ("codes", _TEXT),
        ("segments", _COUNT),  # objects drawn on the page: what makes a sheet dense
    ),
    "UNIQUE (filename, page)",
)
PROCESSING_SUMMARY = TableSchema(
    "processing_summary",
    (
        ("filename", f"{_TEXT} UNIQUE"),
        ("success", _COUNT),
        ("header_found", _COUNT),
        ("data_found", _COUNT),
        ("parse_success", _COUNT),
        ("error_code", "TEXT"),  # NULL: no error
        ("error_message", _TEXT),
        ("rows_count", _COUNT),
        ("process_time_s", "REAL"),
        ("file_size_mb", "REAL"),
        ("pages_total", _COUNT),
        ("bom_pages", _TEXT),
        ("anchors_count", _COUNT),
        ("retry_count", _COUNT),
        ("memory_peak_mb", "REAL"),
        ("sha256", _TEXT),
        ("created_at", _TEXT),
        ("doc_id", _TEXT),  # names the record: extract/<doc_id>.json
        ("warnings", _TEXT),  # JSON list
    ),
)
CORRECTIONS = TableSchema(
    "corrections",
    (
        ("filename", _TEXT),
        ("page", _COUNT),
        ("table_index", _COUNT),
        ("sha256", _TEXT),
        ("outcome", _TEXT),  # used, stale (the PDF changed), gone (no such drawing in this run)
        ("reason", _TEXT),
        ("checked_at", _TEXT),
        ("checked_by", _TEXT),
        ("remark", _TEXT),
    ),
    "UNIQUE (filename, page, table_index, sha256)",
)
# Counted while a shard is written; the join compares them with what it finds.
COUNTS = TableSchema("bomflow_counts", (("name", "TEXT PRIMARY KEY"), ("value", _COUNT)))

DATA_TABLES = (BOM_DATA, BOM_TABLES, PAGES, PROCESSING_SUMMARY, CORRECTIONS)
TABLES = (*DATA_TABLES, COUNTS)

# Of bom.sqlite only. The first is built while rows arrive, in its own order; the second at the end.
ORDER_INDEX = (
    "CREATE UNIQUE INDEX bom_data_place ON bom_data (filename, page, table_index, row_index)"
)
ARTICLE_INDEX = "CREATE INDEX bom_data_article ON bom_data (article_number)"
