"""The lines that end a run: counts, places, the next command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bomflow.cli.main import main
from bomflow.cli.parser import EXIT_USAGE
from bomflow.cli.summary import summary_lines


def test_counts_places_and_the_next_command(
    tmp_path: Any, build_database: Any, make_record: Any
) -> None:
    (tmp_path / "results").mkdir()
    records = [make_record("a.pdf"), make_record("b.pdf", [], error_code="NO_TEXT")]
    build_database(tmp_path / "results", records)
    text = "\n".join(summary_lines(str(tmp_path), ["--config", "input_dir=/my pdfs"]))
    assert "1 of 2 drawings read" in text and "1 NO_TEXT" in text and "1 verified" in text
    assert str(tmp_path / "results" / "bom.sqlite") in text
    assert "make report ARGS=\"--config 'input_dir=/my pdfs'\"" in text


def test_without_a_run_it_says_so(tmp_path: Any) -> None:
    with pytest.raises(FileNotFoundError, match="no run has finished"):
        summary_lines(str(tmp_path))


def test_summary_before_the_first_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["summary", "--cores", "2", "--config", "a=1", "-d", str(tmp_path)]
    assert main(arguments) == EXIT_USAGE
    assert "no run has finished" in capsys.readouterr().err


def test_a_dry_run_leaves_nothing_to_sum_up(tmp_path: Path, capsys: Any) -> None:
    assert main(["summary", "-d", str(tmp_path), "--config", "max_files=3", "-n"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["summary", "-d", str(tmp_path)]) == 2
