"""What failed, why, and what to do about it: a text for people, a table for everything else.

Both hold only what the database holds and no time of their own: same database, same bytes.
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from bomflow.errors import ERRORS, ErrorCode
from bomflow.export.tables import write_csv
from bomflow.files import write_atomic
from bomflow.merge.database import Connection, open_read_only

SHOWN = 5
FAILURE_COLUMNS = (
    "filename",
    "error_code",
    "message",
    "file_size_mb",
    "pages_total",
    "process_time_s",
    "retry_count",
    "retried",
    "retry_can_help",
    "remedy",
)
FAILURES_SQL = """
SELECT filename, error_code, error_message, file_size_mb, pages_total, process_time_s, retry_count
FROM processing_summary WHERE NOT success
ORDER BY count(*) OVER (PARTITION BY error_code) DESC, error_code, filename
"""


class Failure(NamedTuple):
    """One drawing without rows, in the order of ``FAILURE_COLUMNS``; MB and seconds."""

    filename: str
    error_code: str
    message: str
    file_size_mb: float | None
    pages_total: int
    process_time_s: float | None
    retry_count: int
    retried: str
    retry_can_help: str
    remedy: str


def write_failures(
    db: str | os.PathLike[str],
    text_target: str | os.PathLike[str],
    csv_target: str | os.PathLike[str],
) -> int:
    """Write the report (first five files per code) and the table of all failures; return how many.

    Raises:
        OSError: a file cannot be written; each appears whole or not at all.
    """
    with open_read_only(db) as connection:
        write_atomic(text_target, report_text(connection))
        return write_csv(csv_target, FAILURE_COLUMNS, failures(connection))


def failures(connection: Connection) -> Iterator[Failure]:
    """All failed drawings: most frequent error first, then by code and filename."""
    rows = connection.execute(FAILURES_SQL)
    for filename, code, message, size, pages, time, retries in rows:
        error = ErrorCode(code)
        yield Failure(
            filename,
            code,
            message,
            size,
            pages,
            time,
            retries,
            "yes" if retries else "no",
            "yes" if error.transient else "no",
            error.remedy,
        )


def report_text(connection: Connection) -> str:
    """The failure report; file names and messages cannot move the cursor of a terminal."""
    documents, failed = connection.execute(
        "SELECT count(*), count(*) - coalesce(sum(success), 0) FROM processing_summary"
    ).fetchone()
    lines = ["BOM EXTRACTION FAILURES", "=======================", ""]
    if failed:
        lines += [f"Failed files: {failed} of {documents} ({100 * failed / documents:.1f} %)", ""]
        for code, group in groupby(failures(connection), key=lambda failure: failure.error_code):
            lines += _code_lines(ErrorCode(code), list(group))
        lines += ["All of them, with size, pages, time and retries: failures.csv"]
    else:
        lines += [f"No failed files ({documents} processed)."]
    lines += ["", *_suspect_lines(connection), *_correction_lines(connection)]
    return "\n".join(lines) + "\n"


def _code_lines(code: ErrorCode, group: list[Failure]) -> list[str]:
    info = ERRORS[code]
    lines = [
        f"{code}: {_count(len(group), 'file')} ({info.meaning})",
        f"  What to do: {info.remedy}",
    ]
    for failure in group[:SHOWN]:
        message = f": {visible(failure.message)}" if failure.message else ""
        lines.append(f"  - {visible(failure.filename)}{message}")
    return [*lines, *_more(len(group), "files"), ""]


def _suspect_lines(connection: Connection) -> list[str]:
    """Tables that were read wrongly, in part or not at all: they are no failures of the file."""
    tables, unreadable, files = connection.execute(
        "SELECT count(*), coalesce(sum(rows_count = 0), 0), count(DISTINCT filename)"
        " FROM suspect_tables"
    ).fetchone()
    lines = ["SUSPECT OR UNREADABLE TABLES", "============================", ""]
    if not tables:
        return [*lines, "No suspect tables."]
    lines.append(
        f"Suspect tables: {tables} in {_count(files, 'file')}, {unreadable} of them without rows."
        " Compare them with the drawing."
    )
    for filename, page, rows, reasons in connection.execute(
        "SELECT filename, page, rows_count, check_reasons FROM suspect_tables"
        " ORDER BY filename, page, table_index LIMIT ?",
        (SHOWN,),
    ):
        first, *others = json.loads(reasons) or [""]
        why = visible(first) + (f" (and {_count(len(others), 'more reason')})" if others else "")
        lines.append(f"  - {visible(filename)}, page {page}, {_count(rows, 'row')}: {why}")
    return [
        *lines,
        *_more(tables, "tables"),
        "",
        "All of them, beside the drawing: review/index.html; as a table: view suspect_tables of"
        " bom.sqlite",
    ]


def _correction_lines(connection: Connection) -> list[str]:
    """What became of the corrections that were fed in; those not used are named."""
    used, unused = connection.execute(
        "SELECT coalesce(sum(outcome = 'used'), 0), coalesce(sum(outcome <> 'used'), 0)"
        " FROM corrections"
    ).fetchone()
    if not used + unused:
        return []
    lines = ["", "CORRECTIONS BY HAND", "===================", ""]
    lines.append(f"Used: {_count(used, 'table')}. Not used: {_count(unused, 'table')}.")
    for filename, page, reason in connection.execute(
        "SELECT filename, page, reason FROM corrections WHERE outcome <> 'used'"
        " ORDER BY filename, page, table_index LIMIT ?",
        (SHOWN,),
    ):
        lines.append(f"  - {visible(filename)}, page {page}: {reason}")
    return [*lines, *_more(unused, "tables")]


def _more(total: int, what: str) -> list[str]:
    return [f"  ... and {total - SHOWN} more {what}"] if total > SHOWN else []


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def visible(text: str) -> str:
    """``text`` on one line, with controls, escapes and direction marks spelt out (``\\x1b``)."""
    return "".join(
        character.encode("unicode_escape").decode("ascii")
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")
        else character
        for character in text
    )
