"""Memory and time are watched, and nothing stays behind that was ended from outside."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from bomflow.extract import watch
from bomflow.extract.job import Job

PACKAGES = Path(watch.__file__).parents[2]


@pytest.fixture
def job(tmp_path: Path) -> Job:
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(b"%PDF-1.4 something")
    return Job(str(pdf), "a.pdf", "a-0123456789ab", str(tmp_path / "results"), memory_mb=300)


def record(job: Job) -> dict[str, Any]:
    return json.loads(Path(job.record).read_text("utf-8"))


HOG = """
    blocks = []
    while True:
        blocks.append(b"x" * 5_000_000)
"""
GREEDY = """
    block = b"x" * 170_000_000
    return dict.fromkeys(("success", "error_code", "rows_count", "pages_total")) | {
        "error_message": "", "warnings": [], "pages": [], "tables": []}
"""


def run_fresh(job: Job, body: str) -> int:
    """An attempt in a small process, as in a real run: this one has tests' memory in it."""
    script = Path(job.pdf).with_suffix(".py")
    script.write_text(
        f"""
import sys
from types import ModuleType
module = ModuleType("bomflow.extract.document")
def read_document(path, settings, until):
{body}
module.read_document = read_document
sys.modules["bomflow.extract.document"] = module
from bomflow.extract.job import Job
from bomflow.extract.worker import run_attempt, run_job
sys.exit(run_attempt(Job(**{job._asdict()!r})))
"""
    )
    environment = {**os.environ, "PYTHONPATH": str(PACKAGES)}
    return subprocess.run([sys.executable, str(script)], env=environment).returncode


def test_a_reader_that_takes_too_much_is_stopped_by_its_own_limit(job: Job) -> None:
    assert run_fresh(job._replace(memory_mb=200, retries=0), HOG) == 0
    written = record(job)
    assert written["error_code"] == "MEMORY_ERROR"
    assert 0.8 * 200 < written["memory_peak_mb"] <= 200


def test_memory_is_warned_about_at_80_percent(job: Job) -> None:
    assert run_fresh(job._replace(memory_mb=210), GREEDY) == 0
    assert 0.8 * 210 < record(job)["memory_peak_mb"] < 210
    assert "WARNING memory" in Path(job.log).read_text("utf-8")
    assert run_fresh(job._replace(memory_mb=400, doc_id="calm-0123456789ab"), GREEDY) == 0
    assert not Path(job._replace(doc_id="calm-0123456789ab").log).exists()


WATCHED = """
import os, sys, time
from types import ModuleType
module = ModuleType("bomflow.extract.document")
def read_document(path, settings, until):
    open(sys.argv[1], "w").write(str(os.getpid()))
    time.sleep(60)
module.read_document = read_document
sys.modules["bomflow.extract.document"] = module
from bomflow.extract.job import Job
from bomflow.extract.worker import run_attempt, run_job
sys.exit(run_attempt(Job(__file__, "a.pdf", "a-0123456789ab", sys.argv[2])))
"""


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_ended_from_outside_nothing_stays_behind(how: signal.Signals, tmp_path: Path) -> None:
    script, pid_file = tmp_path / "watched.py", tmp_path / "pid"
    script.write_text(WATCHED)
    process = subprocess.Popen(
        [sys.executable, str(script), str(pid_file), str(tmp_path / "results")],
        env={**os.environ, "PYTHONPATH": str(PACKAGES)},
    )
    wait_for(lambda: pid_file.exists() and pid_file.read_text() != "")
    reader_pid = int(pid_file.read_text())
    process.send_signal(how)
    process.wait(timeout=5)
    wait_for(lambda: not alive(reader_pid))
    assert process.returncode in (143, -how)
    assert not Path(tmp_path, "results", "extract").exists()


def test_an_attempt_ends_when_the_run_that_started_it_is_gone(tmp_path: Path) -> None:
    script, pid_file = tmp_path / "watched.py", tmp_path / "pid"
    script.write_text(WATCHED)
    run = subprocess.Popen(
        ["sh", "-c", '"$0" "$@" & wait', sys.executable, script, pid_file, tmp_path / "results"],
        env={**os.environ, "PYTHONPATH": str(PACKAGES)},
    )
    wait_for(lambda: pid_file.exists() and pid_file.read_text() != "")
    run.kill()
    run.wait()
    wait_for(lambda: not alive(int(pid_file.read_text())))


def wait_for(condition: Any, seconds: float = 5) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "did not happen"
        time.sleep(0.02)


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"
