"""The log file of the run."""

from __future__ import annotations

from pathlib import Path

import pytest

from bomflow.progress import log
from bomflow.progress.log import ProgressLog


def test_lines_are_appended(tmp_path: Path) -> None:
    path = tmp_path / "logs" / "progress.log"
    ProgressLog(str(path)).write(["one", "two"])
    ProgressLog(str(path)).write(["three\udce4"])
    assert path.read_text("utf-8") == "one\ntwo\nthree?\n"


def test_a_folder_that_cannot_be_written_is_a_problem_and_no_error(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    progress_log = ProgressLog(str(tmp_path / "logs" / "progress.log"))
    progress_log.write(["x"])
    assert "cannot be written" in progress_log.problem


def test_an_old_log_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "MAX_BYTES", 10)
    path = tmp_path / "progress.log"
    path.write_text("x" * 11)
    ProgressLog(str(path)).write(["new"])
    assert path.read_text() == "new\n"
    assert (tmp_path / "progress.log.1").read_text() == "x" * 11
