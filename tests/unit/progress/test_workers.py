"""Signs of life of real processes."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator

import psutil
import pytest

from bomflow.progress.workers import memory_mb, script_cpu, worker_signs

SLEEPER = "import time; print('up', flush=True); time.sleep(60)"
BUSY = "print('up', flush=True)\nwhile True: pass"


@pytest.fixture
def start() -> Iterator[object]:
    running: list[subprocess.Popen[str]] = []

    def begin(code: str, *arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True
        )
        running.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "up\n"
        return process

    yield begin
    for process in running:
        process.kill()
        process.communicate()


def test_a_sleeping_worker_gives_no_sign_and_a_busy_one_does(start) -> None:  # type: ignore[no-untyped-def]
    sleeper = start(SLEEPER, "--doc-id", "doc-1")
    start(BUSY, "--doc-id", "doc-2")
    time.sleep(0.2)  # the sleeper comes to rest
    before = worker_signs({"doc-1", "doc-2", "doc-3"})
    time.sleep(0.3)
    after = worker_signs({"doc-1", "doc-2", "doc-3"})
    assert set(before) == {"doc-1", "doc-2"}
    assert before["doc-1"][0] == sleeper.pid
    assert before["doc-1"] == after["doc-1"]
    assert before["doc-2"] != after["doc-2"]


def test_the_children_of_a_worker_are_its_signs(start) -> None:  # type: ignore[no-untyped-def]
    parent = (
        "import subprocess, sys\n"
        f"p = subprocess.Popen([sys.executable, '-c', {BUSY!r}], stdout=subprocess.PIPE)\n"
        "p.stdout.readline(); print('up', flush=True)\n"
        "try: sys.stdin.read()\n"
        "finally: p.kill()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", parent, "--doc-id", "doc-9"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        process.stdout.readline()
        time.sleep(0.2)
        before = worker_signs({"doc-9"})
        time.sleep(0.3)
        assert worker_signs({"doc-9"}) != before
    finally:
        process.communicate("")


def test_a_watcher_that_looks_is_no_sign_of_the_reader_it_watches(start) -> None:  # type: ignore[no-untyped-def]
    watcher = (
        "import os, time\n"
        "if os.fork() == 0: time.sleep(60); os._exit(0)\n"
        "print('up', flush=True)\n"
        "while True: open('/proc/self/status').read()\n"
    )
    process = start(watcher, "--doc-id", "doc-1")
    try:
        time.sleep(0.2)
        before = worker_signs({"doc-1"})
        time.sleep(0.3)
        assert worker_signs({"doc-1"}) == before
        assert before["doc-1"][0] == process.pid
        assert memory_mb(before) > memory_mb({"doc-1": (process.pid, ())}) > 0
    finally:
        for child in psutil.Process(process.pid).children():
            child.kill()


def test_nobody_wanted_nobody_looked_for() -> None:
    assert worker_signs(set()) == {}


def test_cpu_of_the_script_of_a_rule(start) -> None:  # type: ignore[no-untyped-def]
    start(BUSY, "scripts/merge_shard.py", "--shard", "1")
    end = time.monotonic() + 30
    while script_cpu("merge_shard", "1") <= 0.1 and time.monotonic() < end:
        time.sleep(0.1)
    assert script_cpu("merge_shard", "1") > 0.1
    assert script_cpu("merge_shard", "2") == 0.0
    assert script_cpu("merge", "") == 0.0
