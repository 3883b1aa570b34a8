"""The record's content: errors, pages, boxes, text that any database can hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

from bomflow.extract.document import clean, read_document
from bomflow.extract.settings import ReadSettings
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
