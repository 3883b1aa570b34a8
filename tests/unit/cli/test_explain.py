"""Why a drawing was read as it was."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from bomflow.cli.explain import explain
from bomflow.extract.document import read_document
from bomflow.extract.settings import ReadSettings


def test_explain_names_header_words_columns_and_refusals(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(600, 400))
    for x, words in ((50, "POS 1 2"), (100, "QTY 4 5"), (150, "DESCRIPTION Bolt Nut")):
        for line, word in enumerate(words.split()):
            canvas.drawString(x, 300 - 14 * line, word)
    canvas.drawString(50, 60, "REV")
    canvas.drawString(100, 60, "DATE")
    canvas.save()
    settings = ReadSettings()
    text = "\n".join(explain(str(path), read_document(str(path), settings), settings))
    assert "page 1: 600 x 400 points" in text
    assert "header at (50," in text and "'POS'" in text and "-> position" in text
    assert "kept: table 1" in text and "2 rows" in text


def test_explain_of_words_that_make_no_header(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(600, 400))
    for y in (300, 340):
        canvas.drawString(50, y, "DESCRIPTION")
    canvas.save()
    settings = ReadSettings()
    text = "\n".join(explain(str(path), read_document(str(path), settings), settings))
    assert "no line of them reads like a header" in text
