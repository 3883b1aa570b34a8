"""The log of a job holds all it printed; its error is also seen at once."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest

from bomflow.joblog import job_log


def test_everything_printed_goes_into_the_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "logs" / "merge.log"
    with job_log(str(log)):
        print("rows: 5 Ω \udcff")
        print("careful", file=sys.stderr)
        assert "rows: 5" in log.read_text("utf-8")  # line by line: a killed job leaves its lines
    assert log.read_text("utf-8") == "rows: 5 Ω \\udcff\ncareful\n"
    print("after")
    assert capsys.readouterr() == ("after\n", "")


def test_an_error_is_logged_with_its_traceback_and_ends_the_job(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "merge.log"
    with pytest.raises(SystemExit) as caught, job_log(str(log)):
        print("before")
        raise ValueError("shard 2 lacks rows")
    assert caught.value.code == 1
    text = log.read_text("utf-8")
    assert text.startswith("before\n") and "Traceback" in text and "shard 2 lacks rows" in text
    out, err = capsys.readouterr()
    assert (out, err) == ("", "ValueError: shard 2 lacks rows\n")


def test_a_new_job_starts_a_new_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for text in ("one", "two"):
        with job_log("job.log"):
            print(text)
    assert Path("job.log").read_text("utf-8") == "two\n"


def test_interruption_passes_through(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), job_log(str(tmp_path / "job.log")):
        raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("number", "advice"), [(errno.ENOSPC, "Free space on that disk"), (errno.EACCES, "permissions")]
)
def test_an_error_of_the_disk_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], number: int, advice: str
) -> None:
    with pytest.raises(SystemExit), job_log(str(tmp_path / "export.log")):
        raise OSError(number, "said the kernel", "bom.xlsx")
    assert advice in capsys.readouterr().err
