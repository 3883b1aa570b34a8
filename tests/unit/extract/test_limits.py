"""Limits of one process, each tried in a process of its own."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bomflow.extract import limits
from bomflow.extract.limits import MB, die_with_parent, kill_group, limit_memory, memory_mb


def in_child(work: Callable[[], int]) -> int:
    """Exit code of ``work`` run in a forked process; 99 for an exception."""
    pid = os.fork()
    if pid == 0:
        code = 99
        try:
            code = work()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def wait_until(condition: Callable[[], bool], seconds: float = 5) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "did not happen"
        time.sleep(0.01)


def gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except OSError:
        return True


ALLOCATE = """
from bomflow.extract.limits import MB, limit_memory
limit_memory(300)
small = bytearray(50 * MB)
try:
    bytearray(400 * MB)
except MemoryError:
    print("refused")
"""


def test_allocation_beyond_the_limit_fails() -> None:
    """In a fresh process: a fork of this one would begin with all that the tests have loaded."""
    command = [sys.executable, "-c", ALLOCATE]
    environment = {**os.environ, "PYTHONPATH": str(Path(limits.__file__).parents[2])}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "refused\n"


def test_limits_hold_for_data_address_space_and_core_files() -> None:
    def work() -> int:
        limit_memory(300)
        data = (300 - limits.PROGRAM_MB) * MB
        assert resource.getrlimit(resource.RLIMIT_DATA) == (data, data)
        assert resource.getrlimit(resource.RLIMIT_AS)[0] == (300 + limits.MAPPINGS_MB) * MB
        assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
        return 0

    assert in_child(work) == 0


def test_a_stricter_limit_from_outside_stays() -> None:
    def work() -> int:
        resource.setrlimit(resource.RLIMIT_DATA, (200 * MB, 200 * MB))
        limit_memory(300)
        return int(resource.getrlimit(resource.RLIMIT_DATA) == (200 * MB, 200 * MB))

    assert in_child(work) == 1


def test_memory_now_and_at_its_peak() -> None:
    current, peak = memory_mb()
    assert 5 < current <= peak

    def work() -> int:
        before = memory_mb()
        block = b"x" * (80 * MB)
        during = memory_mb()
        del block
        after = memory_mb()
        assert during[0] > before[0] + 60
        assert after[0] < during[0] - 60
        assert after[1] >= during[0] - 1
        return 0

    assert in_child(work) == 0


def test_memory_of_a_process_that_is_gone_is_none() -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    wait_until(lambda: gone(process.pid))
    assert memory_mb(process.pid) == (0.0, 0.0)  # a zombie has none
    process.wait()
    assert memory_mb(process.pid) == (0.0, 0.0)


def test_kill_group_kills_the_leader_and_what_it_started() -> None:
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.setpgid(0, 0)
        inner = subprocess.Popen(["sleep", "60"])
        os.write(write, str(inner.pid).encode())
        time.sleep(60)
        os._exit(0)
    inner_pid = int(os.read(read, 20))
    kill_group(pid)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL
    wait_until(lambda: gone(inner_pid))
    kill_group(pid)  # gone: no error
    os.close(read)
    os.close(write)


def test_kill_group_also_kills_a_process_that_leads_no_group_yet() -> None:
    process = subprocess.Popen(["sleep", "60"])
    kill_group(process.pid)
    assert process.wait(5) == -signal.SIGKILL


def test_a_child_dies_with_its_parent() -> None:
    read, write = os.pipe()
    parent = os.fork()
    if parent == 0:
        child = os.fork()
        if child == 0:
            die_with_parent()
            os.write(write, str(os.getpid()).encode())
        time.sleep(60)
        os._exit(0)
    child = int(os.read(read, 20))
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    wait_until(lambda: gone(child))
    os.close(read)
    os.close(write)
