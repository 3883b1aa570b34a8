"""The lines that end a run: counts, places, the next command."""

from __future__ import annotations

from typing import Any

import pytest

from bomflow.summary import summary_lines


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
