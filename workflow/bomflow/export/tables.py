"""The database's tables as CSV files.

Dialect: RFC 4180 (commas, CRLF, quotes only where needed), UTF-8 without a byte order mark: with
one, most readers take it for a part of the first column's name. Booleans are 1 and 0, NULL and ''
are empty.

Spreadsheets run a cell that begins like a formula, and a drawing may come from anybody. Therefore
text that would *act* gets an apostrophe before it: text that begins with ``=``, a tab or a line
break, and text that begins with ``+ - @`` and holds a function call or a DDE link (``|``); their
full-width forms too. So does what follows a semicolon or a tab inside a text, where spreadsheets
of another country begin a cell. ``-``, ``-5``, ``+10/-0`` and ``@ 100 mm`` stay as printed. For
Excel there is ``bom.xlsx``, where text is text without any of this; the exact text for scripts is
in ``bom.sqlite``.

``extracted_bom_de.csv`` (on request) is for a double click in a German Excel: semicolons, a byte
order mark, decimal commas in the numeric columns; else the same.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bomflow.files import atomic_path
from bomflow.merge.database import open_read_only, remove_leftovers
from bomflow.merge.schema import BOM_DATA, PROCESSING_SUMMARY, TableSchema


class Dialect(NamedTuple):
    """How a CSV file is written; ``encoding`` as Python calls it."""

    delimiter: str = ","
    encoding: str = "utf-8"
    decimal: str = "."


STANDARD = Dialect()
GERMAN_EXCEL = Dialect(";", "utf-8-sig", ",")
_FIRST = tuple("=+-@＝＋－＠\t\r\n")
_ACTS = re.compile(r"[=＝\t\r\n]|[+\-@＋－＠](?=.*(?:[^\W\d][\w.]*\s*\(|\|))", re.DOTALL)
_ACTS_INSIDE = re.compile(r"([;\t]\s*\"*)(?=[=＝]|[+\-@＋－＠][^;]*\|)")


def write_bom_csv(
    db: str | os.PathLike[str], target: str | os.PathLike[str], dialect: Dialect = STANDARD
) -> int:
    """Write every column of ``bom_data``, ordered by id; return the number of rows."""
    return _write_table(db, target, BOM_DATA, "id", dialect)


def write_summary_csv(db: str | os.PathLike[str], target: str | os.PathLike[str]) -> int:
    """Write every column of ``processing_summary``, ordered by filename; return the rows."""
    return _write_table(db, target, PROCESSING_SUMMARY, "filename")


def _write_table(
    db: str | os.PathLike[str],
    target: str | os.PathLike[str],
    table: TableSchema,
    order: str,
    dialect: Dialect = STANDARD,
) -> int:
    columns = [name for name, _ in table.columns]
    with open_read_only(db) as connection:
        rows = connection.execute(f"SELECT {', '.join(columns)} FROM {table.name} ORDER BY {order}")
        return write_csv(target, columns, rows, dialect)


def write_csv(
    target: str | os.PathLike[str],
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    dialect: Dialect = STANDARD,
) -> int:
    """Write ``rows`` one by one, whole or not at all; return their number.

    Raises:
        OSError: the disk is full or the folder cannot be written; ``target`` stays as it was.
    """
    written = 0
    remove_leftovers(target)
    with (
        atomic_path(target) as temporary,
        open(temporary, "w", encoding=dialect.encoding, newline="") as stream,
    ):
        writer = csv.writer(stream, delimiter=dialect.delimiter)
        writer.writerow(columns)
        for row in rows:
            writer.writerow([_cell(value, dialect) for value in row])
            written += 1
    return written


def _cell(value: object, dialect: Dialect) -> object:
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, float) and dialect.decimal != ".":
        return repr(value).replace(".", dialect.decimal)
    return value


def harmless(text: str) -> str:
    """``text`` such that a spreadsheet shows it and does not run it."""
    if ";" in text or "\t" in text:
        text = _ACTS_INSIDE.sub(r"\1'", text)
    return f"'{text}" if text.startswith(_FIRST) and _ACTS.match(text) else text
