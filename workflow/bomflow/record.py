"""The record of one drawing: what the extraction writes and the merge reads.

The types below are the cheap validation: decoding into them checks names, types and ranges while
it parses. ``workflow/schemas/record.schema.json`` describes the same file in full for the tests.
"""

from __future__ import annotations

import json
import os
import re
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from bomflow.errors import ErrorCode

RECORD_VERSION = 1

# What SQLite stores in an INTEGER and in a REAL: larger numbers and infinities are no data.
Count = Annotated[int, Meta(ge=0, le=2**53)]
PageNumber = Annotated[int, Meta(ge=1, le=2**53)]
Number = Annotated[float, Meta(ge=-1e300, le=1e300)]
CheckStatus = Literal["verified", "consistent", "suspect"]


class Cells(Struct, gc=False):
    """The six cells of a row, text as printed, '' when empty or not printed."""

    position: str
    article_number: str
    quantity: str
    description: str
    weight: str
    total_weight: str


class Row(Struct, gc=False):
    """One row of a table; weights in kg. The boxes in the file are not read."""

    row_index: Count
    section: str
    cells: Cells
    extra: dict[str, str]
    quantity_value: Number | None
    weight_kg: Number | None
    total_weight_kg: Number | None
    check_status: CheckStatus
    # Not in the file: how a correction changed the row (bomflow.review.apply), and from what.
    corrected: str = ""
    read_as: dict[str, str] | None = None


class Table(Struct, gc=False):
    """One table of a page; boxes are [x0, top, x1, bottom] in points of the displayed page."""

    page: PageNumber
    table_index: Count
    bbox: list[Number]
    header: list[dict[str, Any]]
    rows_count: Count
    printed_total: str
    computed_total: Number | None
    weight_means: str | None
    check_status: CheckStatus
    check_reasons: list[str]
    reading: str
    leftover: list[dict[str, Any]]
    rows: list[Row]
    # Not in the file: "corrected", "confirmed" or "no parts list", and by whom, when, how.
    corrected: str = ""
    correction: dict[str, Any] | None = None


class Page(Struct, gc=False):
    """One page that was looked at; codes by the name of their pattern (kks, su, ...).

    ``segments``: how many objects are drawn on it.
    """

    page: PageNumber
    codes: dict[str, list[str]]
    outcome: str
    reason: str
    segments: Count


class Record(Struct, gc=False):
    """Everything known about one PDF; sizes in MB, times in seconds."""

    record_version: Literal[1]
    doc_id: str
    filename: str
    success: bool
    header_found: bool
    data_found: bool
    parse_success: bool
    error_code: ErrorCode | None
    error_message: str
    rows_count: Count
    process_time_s: Number
    file_size_mb: Number
    pages_total: Count
    bom_pages: list[PageNumber]
    anchors_count: Count
    retry_count: Count
    memory_peak_mb: Number | None
    sha256: str
    created_at: str
    warnings: list[str]
    pages: list[Page]
    tables: list[Table]


class RecordError(Exception):
    """A record that cannot be used; ``path`` is its file, the message says what to do."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            f"{path} is not a usable record ({reason}). "
            "Delete it: the next run extracts that drawing again."
        )
        self.path = path
        self.reason = reason


_DECODER = msgspec.json.Decoder(Record)
# Escapes of NUL and of surrogates: pairs are legal, but a lone one is no text.
_DOUBTFUL = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")


def read_record(path: str | os.PathLike[str]) -> Record:
    """Read and validate the record ``<doc_id>.json``; its tables come back in page order.

    NUL becomes U+FFFD (SQL functions and CSV readers end the text there); a lone surrogate, which
    UTF-8 cannot hold, is spelt out as ``\\udcff``.

    Raises:
        RecordError: the file is missing, truncated, of another version, of another drawing, or
            does not add up.
    """
    path = os.fspath(path)
    try:
        with open(path, "rb") as stream:
            data = stream.read()
        if b"\\u" in data and _DOUBTFUL.search(data):
            data = json.dumps(_clean(json.loads(data))).encode()
        record = _DECODER.decode(data)
    # ValueError covers broken JSON, broken UTF-8 and msgspec's errors.
    except (OSError, ValueError, RecursionError) as error:
        raise RecordError(path, str(error)) from error
    record.tables.sort(key=lambda table: (table.page, table.table_index))
    if reason := _contradiction(record, os.path.basename(path)):
        raise RecordError(path, reason)
    return record


def _contradiction(record: Record, name: str) -> str:
    """What does not add up in ``record``, '' when all does."""
    if name != f"{record.doc_id}.json":
        return f"it belongs to the document {record.doc_id!r}"
    if record.success != (record.error_code is None):
        return f"success is {record.success}, error_code is {record.error_code}"
    rows = 0
    before = (0, -1)
    for table in record.tables:
        key = (table.page, table.table_index)
        if key == before:
            return f"two tables {table.table_index} on page {table.page}"
        before = key
        last = -1
        for row in table.rows:
            if row.row_index <= last:
                return f"rows of table {table.table_index} on page {table.page} out of order"
            last = row.row_index
        if table.rows_count != len(table.rows):
            return f"a table of {table.rows_count} rows holds {len(table.rows)}"
        rows += len(table.rows)
    if record.rows_count != rows:
        return f"rows_count is {record.rows_count}, the tables hold {rows} rows"
    pages = [page.page for page in record.pages]
    if len(set(pages)) != len(pages):
        return "a page is listed twice"
    return ""


def _clean(value: Any) -> Any:
    """``value`` with every text such that UTF-8 and SQL can hold it."""
    if isinstance(value, str):
        text = value.encode("utf-8", "backslashreplace").decode("utf-8")
        return text.replace("\0", "\N{REPLACEMENT CHARACTER}")
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if isinstance(value, dict):
        return {_clean(key): _clean(item) for key, item in value.items()}
    return value
