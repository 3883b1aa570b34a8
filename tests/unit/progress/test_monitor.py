"""The thread beside the run, with short intervals."""

from __future__ import annotations

import io
import json
import threading
import time
from pathlib import Path

import pytest

from bomflow.progress import monitor as module
from bomflow.progress import sources
from bomflow.progress.jobs import EXTRACT, JOIN, SHARD
from bomflow.progress.monitor import Monitor
from bomflow.progress.screen import Screen
from bomflow.progress.snapshot import Job


@pytest.fixture(autouse=True)
def short_intervals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "REFRESH_S", 0.02)
    monkeypatch.setattr(module, "BLOCK_S", 0.1)
    monkeypatch.setattr(module, "LINE_S", 0.1)


def begin(root: Path, **options: bool) -> tuple[Monitor, io.StringIO]:
    stream = io.StringIO()
    files = sources.RunFiles(str(root), time.time())
    monitor = Monitor(Screen(stream), files, **options)
    monitor.progress.jobs.planned({EXTRACT: 4, SHARD: 3, JOIN: 1, "total": 8})
    monitor.start()
    return monitor, stream


def wait_for(condition: object) -> None:
    assert callable(condition)
    end = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < end, "did not happen within 5 s"
        time.sleep(0.01)


def write_plan(root: Path) -> None:
    path = root / sources.RUN_PLAN
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"documents": 10, "lines": ["4 workers because of \x1b[2Jmemory"]}))


def test_a_run_is_followed_and_logged(tmp_path: Path) -> None:
    monitor, stream = begin(tmp_path)
    write_plan(tmp_path)
    wait_for(lambda: "4 workers because of memory" in stream.getvalue())
    journal = tmp_path / sources.EXTRACT_LOG
    journal.parent.mkdir(parents=True, exist_ok=True)
    journal.write_text('{"outcome": "success", "rows": 3, "pages": 1}\n{"outcome": "succ')
    log = tmp_path / sources.PROGRESS_LOG
    wait_for(lambda: log.exists() and "successes  1 (100.0 %)" in log.read_text())
    wait_for(lambda: "reading drawings: 7/10 (70.0 %), ok 1" in stream.getvalue())
    with journal.open("a") as file:
        file.write('ess", "rows": 4, "pages": 1}\n')
    snapshot = monitor.stop()
    assert (snapshot.succeeded, snapshot.rows, snapshot.done) == (2, 7, 8)
    assert "a run begins" in log.read_text().splitlines()[1]
    assert not any(t.name == "bomflow-progress" for t in threading.enumerate())


def test_nothing_is_written_before_the_run_has_its_folder(tmp_path: Path) -> None:
    """Another run may hold the folder: then this one ends before its plan and first job."""
    monitor, stream = begin(tmp_path)
    time.sleep(0.3)
    monitor.stop()
    assert not monitor.begun
    assert list(tmp_path.iterdir()) == []
    assert stream.getvalue() == ""


def test_a_silent_merge_is_reported_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bomflow.progress.state.SILENCE_S", 0.3)
    monitor, stream = begin(tmp_path)
    with monitor.lock:
        monitor.progress.jobs.started(Job(1, SHARD, "shard 2", shard="2"))
    wait_for(lambda: "CRITICAL: database writer unresponsive: shard 2" in stream.getvalue())
    time.sleep(0.3)
    monitor.stop()
    assert stream.getvalue().count("CRITICAL") == 1
    assert "database   CRITICAL" in (tmp_path / sources.PROGRESS_LOG).read_text()


def test_a_merge_that_writes_is_healthy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bomflow.progress.state.SILENCE_S", 0.4)
    shards = tmp_path / sources.SHARDS
    shards.mkdir(parents=True)
    monitor, stream = begin(tmp_path)
    with monitor.lock:
        monitor.progress.jobs.started(Job(1, SHARD, "shard 2", shard="2"))
    for size in range(20):
        (shards / ".shard-2.sqlite.1.tmp").write_bytes(b"x" * size)
        time.sleep(0.05)
    monitor.stop()
    assert "CRITICAL" not in stream.getvalue()


def test_a_log_that_cannot_be_written_is_said_once_and_harms_nothing(tmp_path: Path) -> None:
    (tmp_path / "results").mkdir()
    (tmp_path / "results" / "logs").write_text("no folder")
    monitor, stream = begin(tmp_path)
    with monitor.lock:
        monitor.progress.jobs.started(Job(1, EXTRACT, "doc", doc_id="doc"))
    wait_for(lambda: "cannot be written" in stream.getvalue())
    time.sleep(0.3)
    monitor.stop()
    assert stream.getvalue().count("cannot be written") == 1


def test_a_defect_of_the_view_is_said_and_harms_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("surprise")

    monkeypatch.setattr(module.lines, "block", broken)
    monitor, stream = begin(tmp_path)
    with monitor.lock:
        monitor.progress.jobs.started(Job(1, EXTRACT, "doc", doc_id="doc"))
    wait_for(lambda: "defect: KeyError: 'surprise'" in stream.getvalue())
    assert monitor.stop().active == 1


def test_quiet_has_no_thread_but_counts(tmp_path: Path) -> None:
    monitor, stream = begin(tmp_path, quiet=True)
    write_plan(tmp_path)
    journal = tmp_path / sources.EXTRACT_LOG
    journal.parent.mkdir(parents=True)
    journal.write_text('{"outcome": "success", "rows": 3, "pages": 1}\n')
    assert not any(t.name == "bomflow-progress" for t in threading.enumerate())
    assert monitor.stop().succeeded == 1
    assert stream.getvalue() == ""


def test_attempts_that_were_there_before_the_view_count(tmp_path: Path) -> None:
    """The view's thread can start late on a busy machine; the plan says where this run begins."""
    journal = tmp_path / sources.EXTRACT_LOG
    journal.parent.mkdir(parents=True)
    earlier = '{"outcome": "success", "rows": 100, "pages": 1}\n'
    journal.write_text(earlier + '{"outcome": "success", "rows": 3, "pages": 1}\n')
    plan = {"documents": 10, "lines": [], "attempts_bytes": len(earlier)}
    (tmp_path / sources.RUN_PLAN).write_text(json.dumps(plan))
    monitor = Monitor(Screen(io.StringIO()), sources.RunFiles(str(tmp_path), 0.0))
    monitor.start()
    snapshot = monitor.stop()
    assert (snapshot.succeeded, snapshot.rows) == (1, 3)
