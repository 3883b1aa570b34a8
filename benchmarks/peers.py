"""Table readers as their users call them: one page in, grids of texts out.

``ENGINES`` holds a maker per name; it imports the engine and returns the reader. An ImportError
means that the engine is not installed.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from bomflow.table.header.headers import Vocabulary, vocabulary
from mapping import Grid, rows_of
from scoring import Reading

CAMELOT_SURE = 90.0  # camelot's own figure of merit below which a table counts as doubted by it
LINE_TOLERANCE = 3.0  # points, the default of pdfplumber

Reader = Callable[[Path, int], Reading]


class Tables(NamedTuple):
    """Grids of one page, and whether the engine itself doubts one of them."""

    grids: list[Grid]
    doubted: bool = False


def reader(tables_of: Callable[[Path, int], Tables]) -> Reader:
    """An engine with the header mapping that all of them get."""
    words_of = vocabulary({})

    def read(path: Path, page: int) -> Reading:
        found = tables_of(path, page)
        tables = [rows_of(grid, words_of) for grid in found.grids]
        return Reading([table for table in tables if table], found.doubted)

    return read


def bomflow() -> Reader:
    """This project: the whole drawing is read, as a run does it."""
    from bomflow.extract.document import read_document
    from bomflow.extract.settings import ReadSettings

    settings = ReadSettings()

    def read(path: Path, page: int) -> Reading:
        return reading_of(read_document(str(path), settings), page)

    return read


def reading_of(record: dict[str, Any], page: int) -> Reading:
    """One page of a record as a scorer wants it; flagged: a suspect table, or one that is seen but
    cannot be read.
    """
    tables = [table for table in record["tables"] if table["page"] == page]
    flagged = any(table["check_status"] == "suspect" for table in tables)
    outcomes = {entry["outcome"] for entry in record["pages"] if entry["page"] == page}
    unread = bool(outcomes & {"unreadable", "no_text"})
    rows = [[row["cells"] for row in table["rows"]] for table in tables]
    return Reading([table for table in rows if table], flagged or unread)


def pdfplumber_tables() -> Reader:
    """``extract_tables`` as it comes: tables from lines."""
    import pdfplumber

    def read(path: Path, page: int) -> Tables:
        with pdfplumber.open(path) as pdf:
            return Tables(list(pdf.pages[page - 1].extract_tables()))

    return reader(read)


def pdfplumber_script() -> Reader:
    """What people write over pdfplumber's words: the line with most header words gives the
    columns, halfway between its words; every line of the page is a row of it.
    """
    import pdfplumber

    words_of = vocabulary({})

    def read(path: Path, page: int) -> Tables:
        with pdfplumber.open(path) as pdf:
            words = pdf.pages[page - 1].extract_words()
        lines = _lines(words)
        known = [sum(bool(words_of.meaning(w["text"]).columns) for w in line) for line in lines]
        if not known or max(known) < 2:
            return Tables([])
        header = _columns(lines[known.index(max(known))], words_of)
        bounds = [(a[1] + b[0]) / 2 for a, b in pairwise(header)]
        return Tables([[_cells(line, bounds) for line in lines]])

    return reader(read)


def _lines(words: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    lines: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda w: w["top"]):
        if lines and word["top"] - lines[-1][0]["top"] <= LINE_TOLERANCE:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda w: w["x0"]) for line in lines]


def _columns(line: list[dict[str, Any]], words_of: Vocabulary) -> list[tuple[float, float]]:
    """Left and right end of every header word; words a blank apart are one (PART NUMBER)."""
    spans: list[tuple[float, float]] = []
    for word in line:
        if spans and word["x0"] - spans[-1][1] < 0.6 * (word["bottom"] - word["top"]):
            spans[-1] = (spans[-1][0], word["x1"])
        else:
            spans.append((word["x0"], word["x1"]))
    return spans


def _cells(line: list[dict[str, Any]], bounds: list[float]) -> list[str]:
    cells: list[list[str]] = [[] for _ in range(len(bounds) + 1)]
    for word in line:
        cells[sum((word["x0"] + word["x1"]) / 2 > b for b in bounds)].append(word["text"])
    return [" ".join(cell) for cell in cells]


def camelot(flavor: str) -> Callable[[], Reader]:
    """``read_pdf`` with one of its flavors."""

    def make() -> Reader:
        import camelot as engine

        def read(path: Path, page: int) -> Tables:
            tables = engine.read_pdf(str(path), pages=str(page), flavor=flavor)
            doubted = any(t.parsing_report["accuracy"] < CAMELOT_SURE for t in tables)
            return Tables([t.df.values.tolist() for t in tables], doubted)

        return reader(read)

    return make


def tabula(**mode: bool) -> Callable[[], Reader]:
    """``read_pdf`` in one of its modes; a Java program, started once a page."""

    def make() -> Reader:
        import tabula as engine

        if not shutil.which("java"):
            raise ImportError("no Java")

        def read(path: Path, page: int) -> Tables:
            found = engine.read_pdf(
                str(path), pages=page, output_format="json", silent=True, **mode
            )
            return Tables([[[c["text"] for c in line] for line in t["data"]] for t in found])

        return reader(read)

    return make


def pymupdf() -> Reader:
    """``Page.find_tables`` as it comes."""
    import pymupdf as engine

    def read(path: Path, page: int) -> Tables:
        with engine.open(path) as document:
            return Tables([t.extract() for t in document[page - 1].find_tables().tables])

    return reader(read)


ENGINES: dict[str, Callable[[], Reader]] = {
    "bomflow": bomflow,
    "pdfplumber tables": pdfplumber_tables,
    "pdfplumber words, script": pdfplumber_script,
    "camelot lattice": camelot("lattice"),
    "camelot stream": camelot("stream"),
    "tabula lattice": tabula(lattice=True),
    "tabula stream": tabula(stream=True),
    "PyMuPDF find_tables": pymupdf,
}
