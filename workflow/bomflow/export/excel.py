"""bom.xlsx for purchasing: rows, totals, conflicts, files and failures; text is always text.

Names of drawings are links to the PDFs, relative to the workbook, so that results and drawings can
be moved together.
"""

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
from bomflow.export.headings import HEADINGS
from bomflow.export.totals import TOTAL_COLUMNS, totals, unit_of
from bomflow.files import atomic_path
from bomflow.merge.database import Connection, open_read_only, remove_leftovers
from bomflow.merge.schema import PROCESSING_SUMMARY

MAX_ROWS = 1_048_576
MAX_CHARACTERS = 32_767
HEADER_POINTS = 30  # two lines: in constant memory no height is worked out
CUT = " [...]"
# Excel follows so many links on a sheet; names beyond them are text.
MAX_LINKS = 65_000
MAX_LINK_LENGTH = 2000
# What a purchaser needs first; the printed text and the places follow.
BOM_COLUMNS = (
    "filename",
    "page",
    "position",
    "article_number",
    "description",
    "quantity_value",
    "unit",
    "weight_kg",
    "total_weight_kg",
    "check_status",
    "corrected",
    "kks_codes",
    "su_codes",
    "section",
    "quantity",
    "weight",
    "total_weight",
    "extra",
    "codes",
    "read_as",
    "table_index",
    "row_index",
    "id",
)
CONFLICT_COLUMNS = ("article_number", "differs", "variant", "drawings", "rows", "for_example")
_CONFLICTS = (
    "SELECT article_number, CASE differs WHEN 'weight_kg' THEN 'unit weight (kg)' ELSE differs END,"
    " variant, drawings, rows, for_example FROM article_conflicts"
    " ORDER BY article_number, differs, drawings DESC, variant"
)
_LINKED = ("filename", "for_example")
# JSON that says nothing: an empty cell says so better.
_EMPTY = {"extra": "{}", "codes": "{}", "warnings": "[]", "bom_pages": "[]"}
# What XML 1.0 cannot hold; without them Excel opens the file without a repair.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?")


def write_workbook(
    db: str | os.PathLike[str],
    target: str | os.PathLike[str],
    *,
    input_dir: str | os.PathLike[str] | None = None,
    max_rows: int = MAX_ROWS,
) -> None:
    """Write the sheets BOM, Totals, Conflicts, Files and Failures, row by row with flat memory.

    Numbers are numbers only in numeric columns; nothing becomes a formula, and a link only the name
    of a drawing below ``input_dir``. Control characters are left out, and a text beyond Excel's
    32,767 characters ends in ``[...]``. What exceeds ``max_rows`` rows of a sheet goes on in
    ``BOM 2``, ``BOM 3``, ...: no row is dropped.

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
            links = _Links(input_dir, os.path.dirname(target))
            _write(workbook, connection, max_rows, links)
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


def _write(
    workbook: xlsxwriter.Workbook, connection: Connection, max_rows: int, links: _Links
) -> None:
    newest = connection.execute("SELECT max(created_at) FROM processing_summary").fetchone()[0]
    # Not the time of writing: same database, same bytes.
    workbook.set_properties({"title": "Bill of materials", "created": _time(newest)})
    connection.create_function("unit_of", 1, unit_of, deterministic=True)
    sheets = _Sheets(workbook, max_rows, links)
    sheets.add("BOM", BOM_COLUMNS, _select(connection, "bom_data", BOM_COLUMNS, "id"))
    sheets.add("Totals", TOTAL_COLUMNS, totals(connection))
    sheets.add("Conflicts", CONFLICT_COLUMNS, connection.execute(_CONFLICTS))
    columns = PROCESSING_SUMMARY.names
    sheets.add("Files", columns, _select(connection, "processing_summary", columns, "filename"))
    sheets.add("Failures", FAILURE_COLUMNS, failures(connection))


def _select(
    connection: Connection, table: str, columns: Sequence[str], order: str
) -> Iterable[Sequence[object]]:
    written = {name: f"nullif({name}, '{empty}')" for name, empty in _EMPTY.items()}
    written["unit"] = "unit_of(quantity)"
    cells = (written.get(name, name) for name in columns)
    return connection.execute(f"SELECT {', '.join(cells)} FROM {table} ORDER BY {order}")


class _Links:
    """Links from the workbook to the drawings."""

    def __init__(self, input_dir: str | os.PathLike[str] | None, folder: str) -> None:
        self._base = None if input_dir is None else os.path.relpath(input_dir, folder)

    def to(self, filename: str) -> str | None:
        """The link to a drawing; None where there is none or Excel would refuse it."""
        if self._base is None or not filename.isprintable():
            return None
        path = f"{self._base}/{filename}"
        for character in "% #":
            path = path.replace(character, f"%{ord(character):02X}")
        return f"external:{path}" if len(path) <= MAX_LINK_LENGTH else None


class _Sheets:
    """Adds tables to a workbook, each as one sheet or as many as its rows need."""

    def __init__(self, workbook: xlsxwriter.Workbook, max_rows: int, links: _Links) -> None:
        self.workbook = workbook
        self.max_rows = max_rows
        self.links = links
        self.head = workbook.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#E8EEF2"}
        )
        self.link = workbook.add_format({"font_color": "#0563C1", "underline": 1})
        self.numbers = {
            heading.number: workbook.add_format({"num_format": heading.number})
            for heading in HEADINGS.values()
        }

    def add(self, title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Write ``rows`` below a header to the sheet ``title``, then ``title 2``, ..."""
        remaining = iter(rows)
        linked = [index for index, name in enumerate(columns) if name in _LINKED]
        for number in count(1):
            sheet = self.workbook.add_worksheet(title if number == 1 else f"{title} {number}")
            sheet.set_row(0, HEADER_POINTS)
            for column, name in enumerate(columns):
                heading = HEADINGS[name]
                sheet.set_column(column, column, heading.width, self.numbers[heading.number])
                sheet.write_string(0, column, heading.title, self.head)
            last = 0
            for last, row in enumerate(islice(remaining, self.max_rows - 1), start=1):
                _write_row(sheet, last, row)
                if last <= MAX_LINKS:
                    self._link(sheet, last, row, linked)
            sheet.freeze_panes(1, columns.index("filename") + 1 if columns[0] == "filename" else 0)
            sheet.set_landscape()
            sheet.set_paper(8)  # A3
            sheet.fit_to_pages(1, 0)
            sheet.repeat_rows(0)
            sheet.autofilter(0, 0, last, len(columns) - 1)
            first = next(remaining, None) if last == self.max_rows - 1 else None
            if first is None:
                return
            remaining = chain([first], remaining)

    def _link(
        self, sheet: Worksheet, number: int, row: Sequence[object], linked: Sequence[int]
    ) -> None:
        for column in linked:
            name = str(row[column])
            url = self.links.to(name)
            if url:
                sheet.write_url(number, column, url, self.link, _cell_text(name))


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
