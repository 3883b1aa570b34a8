"""One run per results folder; the lock dies with its process."""

from __future__ import annotations

import errno
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
from bomflow.discover import list_documents
from bomflow.plan import Host, make_plan
from bomflow.run import CannotWrite, RunLocked, check_writable, lock_results, start_run

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
    assert kept["attempts_bytes"] == 0
    time.strptime(kept["started"], "%Y-%m-%dT%H:%M:%S%z")
    assert json.loads((tmp_path / "new/results/config.json").read_text("utf-8")) == complete({})


def test_the_start_tells_what_was_found_and_what_is_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a.pdf", "b.dwg"):
        (folder / name).write_bytes(b"%PDF")
    config = complete({})
    plan = make_plan(Host(48, 32768), 1, 44, config["cpu"], config["memory"])
    start_run(str(tmp_path / "out"), plan, config, str(folder), list_documents(folder))
    lines = json.loads((tmp_path / "out" / "run_plan.json").read_text("utf-8"))["lines"]
    assert lines[0].startswith("found: 1 PDF, ")
    assert lines[1] == "not read: 1 files of other kinds that may hold drawings (1 .dwg)"


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


@pytest.mark.parametrize(
    ("owner", "age_s", "taken"),
    [
        ("process 7 on another-host", 10, True),
        ("process 7 on another-host", 70, False),
        (f"process 7 on {os.uname().nodename}", 10, False),
        ("", 0, False),
    ],
)
def test_the_lock_of_another_machine_counts_while_it_gives_signs_of_life(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: str, age_s: float, taken: bool
) -> None:
    monkeypatch.setattr(run, "network_file_system", lambda folder: "nfs4")
    lock = tmp_path / ".lock"
    lock.write_text(owner)
    os.utime(lock, (time.time() - age_s,) * 2)
    if taken:
        with pytest.raises(RunLocked, match="another-host"):
            lock_results(str(tmp_path))
        assert lock.read_text() == owner
    else:
        lock_results(str(tmp_path))
    assert os.listdir(tmp_path) == [".lock"]
    monkeypatch.setattr(run, "network_file_system", lambda folder: "")
    if taken:
        lock_results(str(tmp_path))  # on a local disk the kernel's lock is all that counts


def test_signs_of_life_are_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "network_file_system", lambda folder: "nfs4")
    monkeypatch.setattr(run, "SILENCE_S", 0.2)
    lock_results(str(tmp_path))
    os.utime(tmp_path / ".lock", (0, 0))
    end = time.monotonic() + 5
    while (tmp_path / ".lock").stat().st_mtime == 0:
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.ENOTSUP])
def test_a_file_system_without_locks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def flock(handle: int, how: int) -> None:
        raise OSError(code, "no locks here")

    monkeypatch.setattr(run.fcntl, "flock", flock)
    lock_results(str(tmp_path))
    assert (tmp_path / ".lock").read_text().startswith("process ")


def test_a_folder_that_cannot_be_written_is_told_before_any_work(tmp_path: Path) -> None:
    check_writable(str(tmp_path / "new" / "results"))
    assert list(tmp_path.iterdir()) == []  # nothing was tried out
    (tmp_path / "results").write_text("a file")
    with pytest.raises(CannotWrite, match=r"is no folder.*--directory"):
        check_writable(str(tmp_path / "results"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_of_somebody_else(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(CannotWrite, match=r"permissions.*--directory"):
        check_writable(str(tmp_path / "results"))


def lines_of(results: Path, input_dir: Path) -> list[str]:
    config = complete({})
    plan = make_plan(Host(48, 32768), 2500, 44, config["cpu"], config["memory"])
    start_run(str(results), plan, config, str(input_dir))
    while run._locks:
        os.close(run._locks.pop())
    return list(json.loads((results / "run_plan.json").read_text("utf-8"))["lines"])


def test_a_run_over_other_drawings_says_that_it_replaces_the_results(tmp_path: Path) -> None:
    results, one, two = tmp_path / "results", tmp_path / "one's", tmp_path / "two"
    lines_of(results, one)
    assert not any("WARNING" in line for line in lines_of(results, two))  # nothing to lose yet
    (results / "bom.sqlite").touch()
    assert not any("WARNING" in line for line in lines_of(results, two))
    first = lines_of(results, one)[0]
    assert first.startswith("WARNING: the results in") and f"input_dir={two}" in first
    assert f"--config input_dir='{one}" not in first
    assert "one'\"'\"'s" in lines_of(results, two)[0]  # as a shell takes it
    (results / "run_plan.json").write_text("{torn")
    assert not any("WARNING" in line for line in lines_of(results, one))


def test_results_in_the_input_folder_are_told(tmp_path: Path) -> None:
    (first, *_) = lines_of(tmp_path / "drawings" / "results", tmp_path / "drawings")
    assert first.startswith("WARNING: the results lie in the input folder itself")
    assert not any("WARNING" in line for line in lines_of(tmp_path / "results", tmp_path / "in"))
