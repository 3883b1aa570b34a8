"""One attempt: every way it can end leaves exactly what the contract promises."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

import pytest

from bomflow.errors import ErrorCode
from bomflow.extract import worker
from bomflow.extract.job import MB, Job
from bomflow.extract.worker import attempt_died, run_attempt, run_job


def content(**changes: Any) -> dict[str, Any]:
    """What a reader returns for a drawing of one row."""
    table = {"page": 1, "table_index": 0, "rows_count": 1, "check_status": "consistent", "rows": []}
    return {
        "success": True,
        "header_found": True,
        "data_found": True,
        "parse_success": True,
        "error_code": None,
        "error_message": "",
        "rows_count": 1,
        "pages_total": 1,
        "bom_pages": [1],
        "anchors_count": 6,
        "warnings": [],
        "pages": [],
        "tables": [table],
        **changes,
    }


@pytest.fixture
def job(tmp_path: Path) -> Job:
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(b"%PDF-1.4 something")
    # The reader is forked from the process of the tests, with all the memory that this one has.
    return Job(str(pdf), "a.pdf", "a-0123456789ab", str(tmp_path / "results"), memory_mb=8000)


def record(job: Job) -> dict[str, Any]:
    return json.loads(Path(job.record).read_text("utf-8"))


def events(job: Job) -> list[dict[str, Any]]:
    lines = Path(job.results, "logs", "extract.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_success_leaves_record_event_and_no_log(job: Job, reader: Any) -> None:
    reader(lambda path, settings: content())
    assert run_attempt(job) == 0
    written = record(job)
    assert written["success"] and written["rows_count"] == 1 and written["retry_count"] == 0
    assert written["sha256"] == __import__("hashlib").sha256(b"%PDF-1.4 something").hexdigest()
    assert 1 < written["memory_peak_mb"] < 8000
    assert written["process_time_s"] >= 0
    assert events(job)[0]["outcome"] == "success" and events(job)[0]["rows"] == 1
    assert not Path(job.log).exists()
    assert os.listdir(os.path.dirname(job.record)) == [f"{job.doc_id}.json"]


def test_failure_of_the_drawing_is_a_result(job: Job, reader: Any) -> None:
    failed = content(success=False, rows_count=0, error_code="NO_ANCHOR", error_message="none")
    reader(lambda path, settings: failed)
    assert run_attempt(job) == 0
    assert record(job)["error_code"] == "NO_ANCHOR"
    assert events(job)[0]["outcome"] == "failure"


def raise_memory_error(path: str, settings: Any) -> Any:
    try:
        raise MemoryError
    except MemoryError as error:
        raise ValueError("wrapped by a library") from error


def hang(path: str, settings: Any) -> Any:
    time.sleep(60)


def abort(path: str, settings: Any) -> Any:
    os.abort()


def defect(path: str, settings: Any) -> Any:
    raise KeyError("no such \x1b[31mkey")


TRANSIENT = {
    "wrapped MemoryError": (raise_memory_error, ErrorCode.MEMORY_ERROR),
    "endless": (hang, ErrorCode.TIMEOUT),
    "engine abort": (abort, ErrorCode.WORKER_ERROR),
    "defect": (defect, ErrorCode.UNKNOWN),
}


@pytest.mark.parametrize("how", TRANSIENT)
def test_transient_failures_ask_for_a_retry_then_leave_a_record(
    how: str, job: Job, reader: Any
) -> None:
    read, code = TRANSIENT[how]
    reader(read)
    job = job._replace(retries=1, timeout_s=0.5 if read is hang else 20)
    assert run_attempt(job) == worker.EXIT_RETRY
    assert not Path(job.record).exists()
    assert run_attempt(job._replace(attempt=2)) == 0
    written = record(job)
    assert (written["success"], written["error_code"]) == (False, code)
    assert written["retry_count"] == 1
    assert [event["outcome"] for event in events(job)] == ["retry", "failure"]


def test_retries_count_over_runs_and_anew_for_a_changed_drawing(job: Job, reader: Any) -> None:
    reader(defect)
    job = job._replace(retries=2, key="one")
    assert [run_attempt(job), run_attempt(job)] == [1, 1]  # each the first attempt of its run
    changed = job._replace(key="two")
    assert run_attempt(changed) == 1
    reader(lambda path, settings: content())
    assert run_attempt(changed) == 0
    assert record(job)["retry_count"] == 1


def test_last_attempt_of_a_run_always_leaves_a_record(job: Job, reader: Any) -> None:
    reader(defect)
    assert run_attempt(job._replace(retries=3, attempt=4)) == 0
    assert record(job)["error_code"] == "UNKNOWN"


def test_traceback_is_logged_without_control_characters(job: Job, reader: Any) -> None:
    reader(defect)
    run_attempt(job._replace(retries=0))
    log = Path(job.log).read_text("utf-8")
    assert "Traceback" in log and "KeyError" in log and "\x1b" not in log


def test_what_is_no_readable_file_is_recorded(job: Job, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    empty = tmp_path / "empty.pdf"
    empty.touch()
    large = tmp_path / "large.pdf"
    large.write_bytes(b"%PDF")
    os.truncate(large, 3 * MB)
    for pdf, code in [
        (tmp_path / "gone.pdf", "FILE_NOT_FOUND"),
        (pipe, "INVALID_PDF"),
        (empty, "FILE_EMPTY"),
        (large, "FILE_TOO_LARGE"),
    ]:
        assert run_attempt(job._replace(pdf=str(pdf), max_file_size_mb=2)) == 0
        assert record(job)["error_code"] == code
        assert record(job)["retry_count"] == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_is_recorded(job: Job) -> None:
    os.chmod(job.pdf, 0)
    assert run_attempt(job) == 0
    assert record(job)["error_code"] == "FILE_NOT_FOUND"


def test_a_results_folder_that_cannot_be_written_is_no_failure_of_the_drawing(
    job: Job, reader: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    reader(lambda path, settings: content())
    os.makedirs(job.record)  # a folder where the record should go
    with pytest.raises(OSError, match="cannot be written"):
        run_attempt(job)
    assert run_job(job) == worker.EXIT_RETRY
    said = capsys.readouterr().err.splitlines()[-1]
    assert "cannot be written" in said and "start the run again" in said


def test_an_attempt_that_was_killed_counts_and_the_last_one_leaves_its_record(job: Job) -> None:
    """Whoever started it tells, as it could not do so itself."""
    job = job._replace(retries=2)
    codes = [attempt_died(job._replace(attempt=attempt)) for attempt in (1, 2, 3)]
    assert codes == [1, 1, 0]
    failed = record(job)
    assert (failed["error_code"], failed["retry_count"]) == ("WORKER_ERROR", 2)
    assert [event["outcome"] for event in events(job)] == ["retry", "retry", "failure"]
    log = Path(job.log).read_text("utf-8")
    assert log.count("WORKER_ERROR: the process of this attempt was killed") == 3
