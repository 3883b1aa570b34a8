"""What a person at a terminal sees of one drawing, and why it was read so."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from bomflow import completions
from bomflow.cli import _hint, _parser
from bomflow.explain import explain
from bomflow.extract.document import read_document
from bomflow.extract.settings import ReadSettings
from bomflow.show import print_record


def shown(record: dict[str, Any]) -> str:
    stream = io.StringIO()
    print_record(record, stream, width=100)
    return stream.getvalue()


def test_rows_verdict_reasons_and_figures(make_record: Any, make_table: Any, make_row: Any) -> None:
    table = make_table(
        [make_row(0, section="VALVES"), make_row(1, extra={"DN": "50"})],
        check_status="suspect",
        check_reasons=["position 2 is odd"],
    )
    text = shown(make_record("a.pdf", [table]))
    assert "Page 1, table 1: suspect, TOTAL printed 6,0, rows add up to 6 kg" in text
    assert "POS" in text and "VALVES" in text and "DN" in text and "pipe clamp DN1" in text
    assert "- position 2 is odd" in text
    assert "a.pdf: 2 rows in 1 table (0.21 s, 41 MB)" in text


def test_a_failure_tells_its_remedy_and_nothing_steers_the_terminal(
    make_record: Any, make_table: Any, make_row: Any
) -> None:
    text = shown(make_record("a.pdf", [], error_code="NO_TEXT", error_message="a \x1b[31mscan"))
    assert "NO_TEXT: a scan" in text and "real text" in text
    text = shown(make_record("a", [make_table([make_row(0, description="\x1b]0;x\x07[bold]y")])]))
    assert "\x1b" not in text and "[bold]y" in text


def test_explain_names_header_words_columns_and_refusals(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

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
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(600, 400))
    for y in (300, 340):
        canvas.drawString(50, y, "DESCRIPTION")
    canvas.save()
    settings = ReadSettings()
    text = "\n".join(explain(str(path), read_document(str(path), settings), settings))
    assert "no line of them reads like a header" in text


def test_a_wrong_file_is_met_with_the_nearest_right_one(tmp_path: Path) -> None:
    (tmp_path / "Drawings").mkdir()
    path = tmp_path / "Drawings" / "1LBA10BQ001.pdf"
    path.touch()
    assert _hint(str(path)) == ""
    assert str(path) in _hint(str(tmp_path / "Drawing" / "1LBA10BQ001.pdf"))
    assert str(path) in _hint(str(tmp_path / "Drawings" / "1lba10bq01.PDF"))
    assert "did you mean" not in _hint(str(tmp_path / "qqq"))
    assert "make run" in _hint(str(tmp_path))


@pytest.mark.parametrize("shell", completions.SHELLS)
def test_completion_knows_every_command_and_option(shell: str) -> None:
    text = completions.script(_parser(), shell)
    for word in ("extract", "gallery", "summary", "retry-failed", "--explain", "--page", "bash"):
        assert word in text
    assert ("bashcompinit" in text) == (shell == "zsh")
