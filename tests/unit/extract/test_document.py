"""The record's content: errors, pages, boxes, text that any database can hold."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

from bomflow.extract.document import read_document
from bomflow.extract.entries import clean
from bomflow.extract.settings import ReadSettings
from bomflow.page import pdfium
from sheets import Pad, cells

HEAD = ["POS", "PART NUMBER", "DESCRIPTION", "QTY"]


def test_no_pdf(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"no pdf at all")
    assert read_document(str(path), ReadSettings())["error_code"] == "INVALID_PDF"


def test_password(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), encrypt=pdfencrypt.StandardEncryption("secret"))
    canvas.drawString(50, 50, "x")
    canvas.save()
    assert read_document(str(path), ReadSettings())["error_code"] == "ENCRYPTED"


def test_header_without_rows() -> None:
    pad = Pad()
    pad.ruled(60, 60, [40, 80, 100, 40], [HEAD])
    for i in range(10):
        pad.text(400, 300 + 12 * i, f"VIEW {i}")
    result = pad.read()
    assert result["error_code"] == "NO_DATA"
    assert result["header_found"] and not result["data_found"]
    [table] = result["tables"]
    assert (table["check_status"], table["rows_count"]) == ("suspect", 0)
    assert table["check_reasons"] == ["a header without rows"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ([], "a header without rows"),
        (["see", "other", "sheet", "of"], "a header, but what follows does not read like"),
    ],
)
def test_a_second_list_that_cannot_be_read_is_told_beside_the_first(
    line: list[str], reason: str
) -> None:
    pad = Pad()
    pad.ruled(60, 60, [40, 80, 100, 40], [HEAD, ["1", "A-1", "PLATE", "2"], ["2", "B", "ROD", "4"]])
    pad.ruled(400, 300, [40, 80, 100, 40], [HEAD, line] if line else [HEAD])
    tables = pad.read()["tables"]
    assert [(t["rows_count"], t["check_status"]) for t in tables] == [
        (2, "consistent"), (0, "suspect"),
    ]  # fmt: skip
    assert tables[1]["check_reasons"][0].startswith(reason)


def test_template_below_the_zone_marks_of_its_frame() -> None:
    pad = Pad()
    pad.grid([20, 780], [22, 580])
    for n, x in enumerate((100, 300, 500, 700)):
        pad.text(x, 18, str(4 - n))
    pad.ruled(480, 22, [40, 80, 100, 40], [HEAD, ["", "", "", ""]])
    pad.text(640, 34, "GEWICHT")
    for i in range(10):
        pad.text(100, 300 + 12 * i, f"VIEW {i}")
    result = pad.read()
    assert result["error_code"] == "NO_DATA"
    assert [t["rows_count"] for t in result["tables"]] == [0]  # nothing is passed by in silence
    assert result["pages"][0]["outcome"] == "unreadable"


def test_figures_that_name_nothing_are_no_rows() -> None:
    pad = Pad()
    pad.plain([60, 120, 220, 400], 60, [HEAD, ["1", "", "", "4"], ["2", "", "", "3"]])
    pad.plain([60], 300, [["VIEW A"], ["VIEW B"], ["SECTION C"]])
    assert pad.read()["error_code"] == "NO_DATA"


def garbled() -> Pad:
    """A header over lines of which hardly one reads like a row."""
    pad = Pad()
    rows = [[w, "SEE", f"NOTE {w}", "ALL"] for w in ("FIRST", "THEN", "AFTER", "FINALLY")]
    pad.ruled(60, 60, [60, 80, 100, 40], [HEAD, ["1", "SEE", "NOTE", "1"], *rows])
    return pad


def test_table_that_cannot_be_read() -> None:
    result = garbled().read()
    assert result["error_code"] == "PARSING_ERROR" and result["header_found"]
    assert result["rows_count"] == 0 and not result["data_found"]
    [table] = result["tables"]
    assert table["rows"] == [] and table["check_status"] == "suspect"
    assert table["check_reasons"] == [result["pages"][0]["reason"]]
    assert [h["text"] for h in table["header"]] == HEAD
    assert "page 1" in result["error_message"]


def test_text_without_a_header() -> None:
    pad = Pad()
    pad.plain([60], 60, [[f"NOTE {i} ON WELDING"] for i in range(10)])
    result = pad.read()
    assert result["error_code"] == "NO_ANCHOR" and not result["header_found"]


def test_list_under_an_unknown_header() -> None:
    pad = Pad()
    rows = [[str(i), f"X{i}", "CLAMP"] for i in range(1, 8)]
    pad.plain([60, 100, 200], 60, [["QQ", "WW", "EE"], *rows])
    result = pad.read()
    assert result["error_code"] == "NO_ANCHOR"
    assert "no header that is known" in result["error_message"]
    assert result["tables"][0]["check_status"] == "suspect"


def test_page_without_text() -> None:
    result = Pad().read()
    assert result["error_code"] == "NO_TEXT" and result["tables"] == []


def test_blank_page_behind_a_header_without_rows() -> None:
    pad = Pad()
    pad.ruled(60, 60, [40, 80, 100, 40], [HEAD])
    pad.plain([60], 200, [[f"NOTE {i} ON WELDING"] for i in range(10)])
    pad.canvas.showPage()
    assert pad.read()["error_code"] == "NO_DATA"


def test_no_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(b"%010d 00000 n \n" % len(body))
        body += b"%d 0 obj%sendobj\n" % (number, part)
    table = b"xref\n0 3\n0000000000 65535 f \n" + b"".join(places)
    end = b"trailer<</Size 3/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    path.write_bytes(body + table + end)
    assert read_document(str(path), ReadSettings())["error_code"] == "NO_PAGES"


def test_file_that_is_gone(tmp_path: Path) -> None:
    result = read_document(str(tmp_path / "gone.pdf"), ReadSettings())
    assert result["error_code"] == "FILE_NOT_FOUND"


def test_page_that_cannot_be_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    pad = Pad()
    pad.plain([60], 60, [[f"NOTE {i} ON WELDING"] for i in range(10)])
    pad.canvas.showPage()
    pad.text(60, 60, "x")
    load = pdfium.load_page
    monkeypatch.setattr(pdfium, "load_page", lambda handle, n: 0 if n == 1 else load(handle, n))
    result = pad.read()
    assert result["error_code"] == "INVALID_PDF" and "page 2" in result["error_message"]
    assert [p["outcome"] for p in result["pages"]] == ["no_bom", "unreadable"]


def test_pages_and_progress() -> None:
    pad = Pad()
    pad.ruled(60, 60, [40, 80, 100, 40], [HEAD, ["1", "A", "B", "2"]])
    pad.canvas.showPage()
    for i in range(10):
        pad.text(60 + 50 * i, 300, f"VIEW {i}")
    pad.canvas.showPage()
    pad.ruled(60, 60, [40, 80, 100, 40], [HEAD, ["2", "C", "D", "3"], ["3", "E", "F", "4"]])
    seen: list[tuple[int, int]] = []
    pad.canvas.showPage()
    pad.canvas.save()
    result = read_document(pad.path, ReadSettings(), lambda n, of: seen.append((n, of)))
    assert seen == [(1, 3), (2, 3), (3, 3)]
    assert result["bom_pages"] == [1, 3]
    assert [p["outcome"] for p in result["pages"]] == ["bom", "no_bom", "bom"]
    assert result["rows_count"] == 3
    assert cells(result, "position", table=1) == [["2"], ["3"]]
    short = read_document(pad.path, ReadSettings(max_pages=1))
    assert short["rows_count"] == 1 and short["warnings"]
    Path(pad.path).unlink()


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("first", [4, 7, 1])
def test_list_that_goes_on_without_a_header(ruled: bool, first: int) -> None:
    """It is read where the positions count on, and suspect where they leave out some; a list that
    starts anew may be another one.
    """
    pad = Pad()

    def draw(rows: list[list[str]]) -> None:
        if ruled:
            pad.ruled(60, 60, [40, 80, 100, 40], rows)
        else:
            pad.plain([60, 110, 200, 320], 60, rows)

    def row(n: int) -> list[str]:
        return [str(n), f"A-{n}", f"CLAMP {n}\nLONG", "2"]

    draw([HEAD, *[row(n) for n in range(1, 4)]])
    pad.canvas.showPage()
    draw([row(n) for n in range(first, first + 6)])
    result = pad.read()
    if first == 1:
        assert not result["warnings"]  # read by what it holds, not with the columns of page 1
        assert any("no header" in reason for reason in result["tables"][1]["check_reasons"])
        return
    told = any("do not count on" in reason for reason in result["tables"][1]["check_reasons"])
    assert told == (first == 7)
    assert result["bom_pages"] == [1, 2] and result["warnings"]
    assert cells(result, "position", "article_number", "description", "quantity", table=1) == [
        [str(n), f"A-{n}", f"CLAMP {n} LONG", "2"] for n in range(first, first + 6)
    ]
    assert [h["text"] for h in result["tables"][1]["header"]] == HEAD


def test_boxes_lie_inside_each_other() -> None:
    pad = Pad()
    pad.ruled(60, 60, [40, 80, 100, 40], [HEAD, ["1", "A", "B\nC", "2"], ["2", "D", "E", "3"]])
    table = pad.read()["tables"][0]

    def holds(outer: list[float], inner: list[float]) -> bool:
        return (
            outer[0] <= inner[0] + 0.01
            and outer[1] <= inner[1] + 0.01
            and outer[2] >= inner[2] - 0.01
            and outer[3] >= inner[3] - 0.01
        )

    for row in table["rows"]:
        assert holds(table["bbox"], row["bbox"])
        for name, box in row["cell_boxes"].items():
            assert row["cells"][name]
            assert holds(row["bbox"], box)


def test_cells_of_extra_columns_have_boxes_too() -> None:
    pad = Pad()
    pad.ruled(60, 60, [40, 80, 100, 40, 80], [[*HEAD, "MATERIAL"], ["1", "A", "B", "2", "S235"],
                                              ["2", "C", "D", "3", ""]])  # fmt: skip
    first, second = pad.read()["tables"][0]["rows"]
    assert first["extra"] == {"MATERIAL": "S235"} and second["extra"] == {"MATERIAL": ""}
    x0, _, x1, _ = first["extra_boxes"]["MATERIAL"]
    assert 320 < x0 < x1 < 400
    assert first["bbox"][2] == x1
    assert second["extra_boxes"] == {}


@pytest.mark.parametrize(
    ("raw", "kept"), [("a\x00b", "ab"), ("x\ud800", "x\ufffd"), ("  a \n b ", "a b"), ("é", "é")]
)
def test_clean_text(raw: str, kept: str) -> None:
    assert clean(raw) == kept


@pytest.mark.parametrize("listed", [True, False])
def test_pdfs_that_a_file_carries_along_are_told(tmp_path: Path, listed: bool) -> None:
    """A portfolio: a cover sheet, and the drawings attached inside."""
    sheet, portfolio = tmp_path / "a.pdf", tmp_path / "b.pdf"
    pad = Pad()
    for i in range(10):
        pad.text(400, 300 + 12 * i, f"VIEW {i}")
    if listed:
        pad.ruled(60, 60, [40, 80, 100, 40], [HEAD, ["1", "C", "D", "3"]])
    pad.canvas.save()
    sheet.write_bytes(Path(pad.path).read_bytes())
    Path(pad.path).unlink()
    assert read_document(str(sheet), ReadSettings())["warnings"] == []
    with pypdfium2.PdfDocument(sheet) as document:
        for name in ("Ü 1.pdf", "model.step", "2.PDF", "3.pdf", "4.pdf"):
            document.new_attachment(name).set_data(b"any")
        document.save(portfolio)
    result = read_document(str(portfolio), ReadSettings())
    told = "4 PDF(s) attached inside the file are not read (2.PDF, 3.pdf, 4.pdf, ...)"
    assert result["success"] == listed
    assert told in result["warnings"][0]
    assert (told in result["error_message"]) != listed
