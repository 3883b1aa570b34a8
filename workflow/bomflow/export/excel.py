"""bom.xlsx: the rows, the totals per article, the files and the failures, text always as text."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain, count, islice

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.worksheet import Worksheet

from bomflow.export.failures import FAILURE_COLUMNS, failures
from bomflow.export.totals import TOTAL_COLUMNS, totals
from bomflow.files import atomic_path
from bomflow.merge.database import Connection, open_read_only, remove_leftovers
from bomflow.merge.schema import BOM_DATA, PROCESSING_SUMMARY

MAX_ROWS = 1_048_576
MAX_CHARACTERS = 32_767
CUT = " [...]"
# The time of each drawing stands on the sheet Files.
BOM_COLUMNS = [name for name, _ in BOM_DATA.columns if name != "created_at"]
# JSON that says nothing: an empty cell says so better.
_EMPTY = {"extra": "{}", "codes": "{}", "warnings": "[]", "bom_pages": "[]"}
# What XML 1.0 cannot hold; without them Excel opens the file without a repair.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?")

# Widths in characters; any other column is as wide as its name.
WIDTHS = {
    "filename": 40,
    "description": 44,
    "article_number": 20,
    "drawings": 60,
    "remarks": 44,
    "message": 60,
    "error_message": 60,
    "remedy": 60,
    "warnings": 40,
    "extra": 30,
    "kks_codes": 24,
    "su_codes": 24,
    "section": 20,
    "created_at": 25,
    "error_code": 18,
    "sha256": 20,
}


def write_workbook(
    db: str | os.PathLike[str],
    target: str | os.PathLike[str],
    *,
    max_rows: int = MAX_ROWS,
) -> None:
    """Write the sheets BOM, Totals, Files and Failures, row by row with flat memory.

    Numbers are numbers only in numeric columns; nothing becomes a formula or a link. Control
    characters are left out and a text beyond Excel's 32,767 characters ends in ``[...]``. What
    exceeds ``max_rows`` rows of a sheet goes on in ``BOM 2``, ``BOM 3``, ...: no row is dropped.

    Raises:
        OSError: the disk is full or the folder cannot be written; ``target`` stays as it was.
    """
    target = os.path.abspath(target)
    remove_leftovers(target)
    with (
        open_read_only(db) as connection,
        atomic_path(target) as temporary,
        _folder(f"{temporary}-parts") as scratch,
    ):
        workbook = xlsxwriter.Workbook(
            temporary,
            {
                "constant_memory": True,
                "nan_inf_to_errors": True,
                "tmpdir": scratch,
            },
        )
        try:
            _write(workbook, connection, max_rows)
            workbook.close()
        except XlsxWriterException as error:
            raise OSError(f"{target} cannot be written: {error}") from error


@contextmanager
def _folder(path: str) -> Iterator[str]:
    """A folder for the sheets until they are packed; the system's own one may be small."""
    os.mkdir(path)
    try:
        yield path
    finally:
        shutil.rmtree(path)


def _write(workbook: xlsxwriter.Workbook, connection: Connection, max_rows: int) -> None:
    newest = connection.execute("SELECT max(created_at) FROM processing_summary").fetchone()[0]
    # Not the time of writing: same database, same bytes.
    workbook.set_properties({"title": "Bill of materials", "created": _time(newest)})
    sheets = _Sheets(workbook, max_rows)
    sheets.add("BOM", BOM_COLUMNS, _select(connection, "bom_data", BOM_COLUMNS, "id"))
    sheets.add("Totals", TOTAL_COLUMNS, totals(connection))
    columns = PROCESSING_SUMMARY.names
    sheets.add("Files", columns, _select(connection, "processing_summary", columns, "filename"))
    sheets.add("Failures", FAILURE_COLUMNS, failures(connection))


def _select(
    connection: Connection, table: str, columns: Sequence[str], order: str
) -> Iterable[Sequence[object]]:
    cells = (f"nullif({c}, '{_EMPTY[c]}')" if c in _EMPTY else c for c in columns)
    return connection.execute(f"SELECT {', '.join(cells)} FROM {table} ORDER BY {order}")


class _Sheets:
    """Adds tables to a workbook, each as one sheet or as many as its rows need."""

    def __init__(self, workbook: xlsxwriter.Workbook, max_rows: int) -> None:
        self.workbook = workbook
        self.max_rows = max_rows
        self.bold = workbook.add_format({"bold": True, "bottom": 1})

    def add(self, title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Write ``rows`` below a header to the sheet ``title``, then ``title 2``, ..."""
        remaining = iter(rows)
        for number in count(1):
            sheet = self.workbook.add_worksheet(title if number == 1 else f"{title} {number}")
            for column, name in enumerate(columns):
                sheet.set_column(column, column, WIDTHS.get(name, max(8, len(name) + 3)))
                sheet.write_string(0, column, name, self.bold)
            last = 0
            for last, row in enumerate(islice(remaining, self.max_rows - 1), start=1):
                _write_row(sheet, last, row)
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, last, len(columns) - 1)
            first = next(remaining, None) if last == self.max_rows - 1 else None
            if first is None:
                return
            remaining = chain([first], remaining)


def _write_row(sheet: Worksheet, number: int, row: Sequence[object]) -> None:
    for column, value in enumerate(row):
        if isinstance(value, str):
            if value:  # write_string makes no formula, link or number of it, as write() would
                sheet.write_string(number, column, _cell_text(value))
        elif isinstance(value, (int, float)):
            sheet.write_number(number, column, value)


def _cell_text(text: str) -> str:
    """``text`` as a cell can hold it."""
    if not text.isascii() or not text.isprintable():
        text = _ILLEGAL.sub("", _LINE_END.sub("\n", text))
    if len(text) > MAX_CHARACTERS // 2:
        # Excel counts UTF-16 units: a character beyond the basic plane counts twice.
        units = text.encode("utf-16-le")
        if len(units) > 2 * MAX_CHARACTERS:
            kept = units[: 2 * (MAX_CHARACTERS - len(CUT))]
            text = kept.decode("utf-16-le", "ignore") + CUT
    return text


def _time(text: str | None) -> datetime:
    try:
        return datetime.fromisoformat(text or "").astimezone(UTC).replace(tzinfo=None)
    except ValueError:
        return datetime(2000, 1, 1)
