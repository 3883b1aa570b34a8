"""A few of the benchmark's interruptions; and a run that is told to end while a drawing hangs."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import psutil

from drawgen import broken
from drawgen.bulk import write_many
from interruptions import END_S, interrupt
from project import Project

WAYS = ("SIGTERM to the run", "kill -9 of a merge")


def test_the_same_command_brings_the_same_results(tmp_path: Path) -> None:
    drawings = tmp_path / "drawings"
    write_many(drawings, 40, segments=(0, 500))
    found = list(interrupt(drawings, tmp_path, len(WAYS), seed=1, ways=WAYS))
    assert [one for one in found if one.broken] == []
    assert {one.how for one in found} >= set(WAYS)


def test_a_stuck_drawing_does_not_hold_up_the_end(tmp_path: Path) -> None:
    drawings, directory = tmp_path / "drawings", tmp_path / "run"
    drawings.mkdir()
    directory.mkdir()
    (drawings / "stuck.pdf").write_bytes(broken.nested_forms(60))
    process = Project(drawings, directory).start(config=["extract={timeout_s: 3600}"])
    run = psutil.Process(process.pid)
    end = time.monotonic() + 60
    while not any("--doc-id" in job.cmdline() for job in jobs(run)):
        assert time.monotonic() < end and process.poll() is None
        time.sleep(0.1)
    time.sleep(1)
    left = jobs(run)
    process.send_signal(signal.SIGTERM)
    told = time.monotonic()
    process.communicate(timeout=60)
    assert time.monotonic() - told < END_S
    assert psutil.wait_procs(left, timeout=5)[1] == []
    assert list((directory / "results").rglob("*.tmp")) == []


def jobs(run: psutil.Process) -> list[psutil.Process]:
    return [job for job in run.children(recursive=True) if job.status() != psutil.STATUS_ZOMBIE]
