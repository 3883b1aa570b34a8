"""bom.xlsx as openpyxl reads it: all rows, real numbers, and text that is nothing but text."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from bomflow.export import excel
from bomflow.export.excel import (
    BOM_COLUMNS,
    CONFLICT_COLUMNS,
    MAX_CHARACTERS,
    write_workbook,
)
from bomflow.export.failures import FAILURE_COLUMNS
from bomflow.export.headings import HEADINGS
from bomflow.export.totals import TOTAL_COLUMNS
from bomflow.merge.schema import BOM_DATA, PROCESSING_SUMMARY

SOFFICE = shutil.which("soffice")
HOSTILE = ['=HYPERLINK("http://x")', "+cmd|' /C calc'!A0", "{=1}", "http://x.example", "00123"]


@pytest.fixture
def book(tmp_path, build_database, make_record, make_table, make_row):
    """The workbook of rows, read back."""

    def call(rows=(), records=(), **options):
        table = make_table([make_row(i, **row) for i, row in enumerate(rows)])
        records = [*records, *([make_record("ä.pdf", [table])] if rows else [])]
        write_workbook(build_database(tmp_path, records), tmp_path / "bom.xlsx", **options)
        return openpyxl.load_workbook(tmp_path / "bom.xlsx")

    return call


def column(sheet, name):
    index = [cell.value for cell in sheet[1]].index(HEADINGS[name].title)
    return [row[index] for row in sheet.iter_rows(min_row=2)]


def values(sheet, name):
    """What Excel shows: it undoes the escape ``_x005F_``, openpyxl does so only on request."""
    return [
        unescape(cell.value) if isinstance(cell.value, str) else cell.value
        for cell in column(sheet, name)
    ]


def test_sheets_and_headers(book, make_record):
    workbook = book([{}], [make_record("x.pdf", [], error_code="TIMEOUT", retry_count=3)])
    assert workbook.sheetnames == ["BOM", "Totals", "Conflicts", "Files", "Failures"]
    headers = [[cell.value for cell in sheet[1]] for sheet in workbook]
    assert headers == [
        [HEADINGS[name].title for name in columns]
        for columns in (
            BOM_COLUMNS, TOTAL_COLUMNS, CONFLICT_COLUMNS, PROCESSING_SUMMARY.names, FAILURE_COLUMNS
        )
    ]  # fmt: skip
    # Nothing of the database is left out; the time of each drawing stands on the sheet Files.
    assert {name for name, _ in BOM_DATA.columns} - set(BOM_COLUMNS) == {"created_at"}
    assert values(workbook["Files"], "filename") == ["x.pdf", "ä.pdf"]
    assert values(workbook["Failures"], "error_code") == ["TIMEOUT"]
    assert values(workbook["Totals"], "article_number") == ["100000"]


def test_a_sheet_can_be_worked_with(book):
    sheet = book([{}, {}])["BOM"]
    assert sheet.freeze_panes == "B2"
    assert re.fullmatch(r"A1:[A-Z]+3", sheet.auto_filter.ref)
    assert all(sheet.column_dimensions[letter].width >= 8 for letter in "ABC")


def test_numbers_are_numbers_and_text_is_text(book):
    sheet = book([{"article_number": "00123", "quantity": "2", "quantity_value": 2.5}])["BOM"]
    kinds = {
        name: (column(sheet, name)[0].value, column(sheet, name)[0].data_type)
        for name in ("article_number", "quantity", "quantity_value", "weight_kg", "page")
    }
    assert kinds == {
        "article_number": ("00123", "s"),
        "quantity": ("2", "s"),
        "quantity_value": (2.5, "n"),
        "weight_kg": (1.5, "n"),
        "page": (1, "n"),
    }


def test_nothing_is_run_or_linked(book):
    workbook = book([{"description": text, "article_number": text} for text in HOSTILE])
    for name in ("BOM", "Totals"):
        cells = column(workbook[name], "description")
        assert sorted(cell.value for cell in cells) == sorted(HOSTILE)
        assert all(cell.data_type in "s" and cell.hyperlink is None for cell in cells)


def test_what_xml_cannot_hold_is_left_out(book):
    text = "a\x01\x0b\x1f\x7f\x85\ufffe\uffffb\tc\r\nd\re \U0001f600\u202e"
    sheet = book([{"description": text}, {"description": "_x0041_ & <b>"}])["BOM"]
    assert values(sheet, "description") == ["ab\tc\nd\ne \U0001f600\u202e", "_x0041_ & <b>"]


@pytest.mark.parametrize("character", ["x", "\U0001f600"])
def test_long_text_is_cut_visibly(book, character):
    (found,) = values(book([{"description": character * 40_000}])["BOM"], "description")
    assert found.endswith(" [...]")
    assert MAX_CHARACTERS - 1 <= len(found.encode("utf-16-le")) // 2 <= MAX_CHARACTERS
    (found,) = values(book([{"description": "y" * MAX_CHARACTERS}])["BOM"], "description")
    assert found == "y" * MAX_CHARACTERS


@pytest.mark.parametrize(("rows", "sizes"), [(9, [9]), (10, [9, 1]), (18, [9, 9]), (19, [9, 9, 1])])
def test_more_rows_than_a_sheet_holds_go_on_in_the_next(book, rows, sizes):
    workbook = book([{"article_number": "1"}] * rows, max_rows=10)
    sheets = [name for name in workbook.sheetnames if name.startswith("BOM")]
    assert sheets == ["BOM", "BOM 2", "BOM 3"][: len(sizes)]
    assert [workbook[name].max_row - 1 for name in sheets] == sizes
    ids = [value for name in sheets for value in values(workbook[name], "id")]
    assert ids == list(range(1, rows + 1))
    assert all(workbook[name]["A1"].value == "Drawing" for name in sheets)


def test_empty_json_is_an_empty_cell_and_printed_braces_are_text(book):
    sheet = book([{"description": "{}", "extra": {"DN": "5"}}, {}])["BOM"]
    assert values(sheet, "description") == ["{}", "pipe clamp DN1"]
    assert values(sheet, "extra") == ['{"DN":"5"}', None]


def test_a_conflict_is_listed_with_its_variants(book):
    sheet = book([{"article_number": "1", "description": text} for text in "ab"])["Conflicts"]
    assert values(sheet, "differs") == ["description", "description"]
    assert values(sheet, "variant") == ["a", "b"]


def test_names_of_drawings_lead_to_the_pdfs(book, tmp_path, make_record):
    hostile = "http:/x #1 50%.pdf"
    workbook = book([{}], [make_record(hostile, [])], input_dir=tmp_path.parent / "in put")
    [cell] = column(workbook["BOM"], "filename")
    assert cell.hyperlink.target == "..\\in%20put\\ä.pdf" and cell.value == "ä.pdf"
    targets = [cell.hyperlink.target for cell in column(workbook["Files"], "filename")]
    assert targets[0] == "..\\in%20put\\http:\\x%20%231%2050%25.pdf"
    assert book([{}])["BOM"]["A2"].hyperlink is None


@pytest.mark.skipif(SOFFICE is None, reason="NO LIBREOFFICE: bom.xlsx is NOT opened by it")
def test_libreoffice_opens_it_without_repair(book, tmp_path):
    """A file that needs a repair is refused when nobody can be asked."""
    book([{"description": text} for text in HOSTILE], input_dir=tmp_path / "in")
    command = [SOFFICE, f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,"
         "false,false,-1", "--outdir", tmp_path / "csv", tmp_path / "bom.xlsx"],
        check=True, timeout=120, capture_output=True,
    )  # fmt: skip
    found = {path.stem: path.read_text("utf-8") for path in (tmp_path / "csv").iterdir()}
    assert set(found) == {
        f"bom-{name}" for name in ("BOM", "Totals", "Conflicts", "Files", "Failures")
    }
    for text in HOSTILE:
        assert text.replace('"', '""') in found["bom-BOM"]


def test_no_rows_at_all(book, make_record):
    workbook = book([], [make_record("x.pdf", [], error_code="NO_TEXT")])
    assert workbook["BOM"].max_row == 1 and workbook["Totals"].max_row == 1


def test_same_database_same_bytes(tmp_path, build_database, make_record):
    created = "2026-01-31T12:00:00+00:00"
    database = build_database(tmp_path, [make_record(created_at=created)])
    for name in ("1.xlsx", "2.xlsx"):
        write_workbook(database, tmp_path / name)
    assert (tmp_path / "1.xlsx").read_bytes() == (tmp_path / "2.xlsx").read_bytes()
    properties = openpyxl.load_workbook(tmp_path / "1.xlsx").properties
    assert properties.created.isoformat() == created.removesuffix("+00:00")


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    texts=st.lists(
        st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])),
        min_size=1,
        max_size=5,
    )
)
def test_any_text_can_be_opened(book, texts):
    found = values(book([{"description": text} for text in texts])["BOM"], "description")
    expected = [excel._cell_text(text) for text in texts]
    assert [value or "" for value in found] == expected


def test_an_error_leaves_the_old_file(tmp_path, build_database, make_record, monkeypatch):
    database = build_database(tmp_path / "db", [make_record()])
    (tmp_path / "out").mkdir()
    write_workbook(database, tmp_path / "out" / "bom.xlsx")
    before = (tmp_path / "out" / "bom.xlsx").read_bytes()

    def fail(connection):
        raise OSError(28, "No space left on device")
        yield

    monkeypatch.setattr(excel, "totals", fail)
    with pytest.raises(OSError, match="space"):
        write_workbook(database, tmp_path / "out" / "bom.xlsx")
    assert (tmp_path / "out" / "bom.xlsx").read_bytes() == before
    assert os.listdir(tmp_path / "out") == ["bom.xlsx"]
