"""One run per results folder; the lock dies with its process."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bomflow import run
from bomflow.config import complete
from bomflow.plan import Host, make_plan
from bomflow.run import RunLocked, lock_results, start_run

PACKAGES = Path(run.__file__).parents[1]
HOLDER = """
import sys, time
from bomflow.run import lock_results
lock_results(sys.argv[1])
print("locked", flush=True)
time.sleep(60)
"""


@pytest.fixture(autouse=True)
def free_locks() -> Iterator[None]:
    yield
    while run._locks:
        os.close(run._locks.pop())


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the lock of ``tmp_path``."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(PACKAGES)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout and process.stdout.readline() == "locked\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def start(results: Path) -> None:
    config = complete({})
    plan = make_plan(Host(48, 32768), 2500, 44, config["cpu"], config["memory"])
    start_run(str(results), plan, config, "/data/pdfs \udcff")


def test_limits_and_settings_are_kept_beside_the_results(tmp_path: Path) -> None:
    start(tmp_path / "new" / "results")
    kept = json.loads((tmp_path / "new/results/run_plan.json").read_text("utf-8"))
    assert (kept["workers"], kept["worker_mb"], kept["documents"]) == (44, 456, 2500)
    assert kept["input_dir"] == "/data/pdfs \udcff"
    time.strptime(kept["started"], "%Y-%m-%dT%H:%M:%S%z")
    assert json.loads((tmp_path / "new/results/config.json").read_text("utf-8")) == complete({})


def test_what_a_killed_run_left_half_written_is_removed(tmp_path: Path) -> None:
    left = tmp_path / "extract" / ".a.json.123.tmp"
    left.parent.mkdir()
    left.touch()
    (tmp_path / "extract" / "a.json").touch()
    start(tmp_path)
    assert os.listdir(tmp_path / "extract") == ["a.json"]


def test_a_second_run_is_refused_and_changes_nothing(
    tmp_path: Path, holder: subprocess.Popen[str]
) -> None:
    (tmp_path / ".a.json.123.tmp").touch()  # may be what the other run just writes
    with pytest.raises(RunLocked) as caught:
        start(tmp_path)
    message = str(caught.value)
    assert str(tmp_path) in message and f"process {holder.pid} on " in message
    assert "--directory" in message and "Nothing was changed" in message
    assert sorted(os.listdir(tmp_path)) == [".a.json.123.tmp", ".lock"]


def test_kill_9_frees_the_lock(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    lock_results(str(tmp_path))
    assert f"process {os.getpid()} " in (tmp_path / ".lock").read_text()


def test_a_job_that_outlives_the_run_does_not_keep_its_lock(tmp_path: Path) -> None:
    lock_results(str(tmp_path))
    orphan = subprocess.Popen(["sleep", "30"], close_fds=False)
    try:
        os.close(run._locks.pop())  # the run ends
        lock_results(str(tmp_path))
    finally:
        orphan.kill()
        orphan.wait()


def test_the_owner_of_a_shorter_name_leaves_no_rest_of_the_former(tmp_path: Path) -> None:
    (tmp_path / ".lock").write_text("process 99999999 on a-host-with-a-very-long-name\nrest\n")
    lock_results(str(tmp_path))
    assert (tmp_path / ".lock").read_text() == f"process {os.getpid()} on {os.uname().nodename}\n"


def test_other_folders_are_free(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    start(tmp_path / "elsewhere")
    assert (tmp_path / "elsewhere" / "run_plan.json").exists()
