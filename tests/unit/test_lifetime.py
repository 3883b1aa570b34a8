"""Jobs end in time, and with their run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import bomflow
from bomflow import lifetime

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(bomflow.__file__).parents[1])}
# A run like Snakemake's: on SIGTERM it waits for its job, on KeyboardInterrupt too; the handler of
# SIGTERM takes a lock that the main thread holds nearly always.
RUN = """
import signal, subprocess, sys, threading, time
from bomflow.lifetime import end_jobs_on_signal

stop = []
lock = threading.Lock()

def gracefully(*_):
    with lock:
        stop.append(1)

signal.signal(signal.SIGTERM, gracefully)
end_jobs_on_signal(grace_s=float(sys.argv[2]))
job = subprocess.Popen([sys.executable, "-c", sys.argv[1]])
try:
    print(job.pid, flush=True)
    while not stop:
        with lock:
            time.sleep(0.01)
        time.sleep(0.001)
except KeyboardInterrupt:
    stop.append(2)
job.wait()
print(stop, job.returncode, flush=True)
"""
STUCK = "import time; time.sleep(60)"
TIED = (
    "from bomflow.lifetime import end_with_run; end_with_run(); print('tied', flush=True)\n" + STUCK
)


def start(job: str, grace_s: float = 0.3) -> tuple[subprocess.Popen[str], int]:
    command = [sys.executable, "-c", RUN, job, str(grace_s)]
    run = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True)
    assert run.stdout
    return run, int(run.stdout.readline())


def gone(pid: int, seconds: float = 5) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stuck_job_is_ended_after_the_grace(number: signal.Signals) -> None:
    run, _ = start(STUCK)
    run.send_signal(number)
    output, _ = run.communicate(timeout=10)
    assert output == f"[1] {-signal.SIGTERM}\n"


def test_a_second_ctrl_c_is_the_usual_one() -> None:
    run, pid = start(STUCK, grace_s=50)
    run.send_signal(signal.SIGINT)
    assert not gone(run.pid, 0.3)
    run.send_signal(signal.SIGINT)
    assert gone(run.pid)
    assert run.wait() != 0
    os.kill(pid, signal.SIGKILL)


def test_a_job_that_is_about_to_finish_may(tmp_path: Path) -> None:
    run, _ = start("import time; time.sleep(0.2)", grace_s=20)
    run.send_signal(signal.SIGTERM)
    output, _ = run.communicate(timeout=10)
    assert output == "[1] 0\n"


def test_what_is_in_a_group_of_its_own_is_left_to_its_parent() -> None:
    run, pid = start("import os; os.setpgid(0, 0); print('apart', flush=True);" + STUCK)
    assert run.stdout and run.stdout.readline() == "apart\n"
    run.send_signal(signal.SIGTERM)
    assert not gone(pid, 1)
    os.kill(pid, signal.SIGKILL)
    run.communicate(timeout=10)


def test_a_job_does_not_outlive_its_run() -> None:
    run, pid = start(TIED)
    assert run.stdout and run.stdout.readline() == "tied\n"
    run.kill()
    assert gone(pid)
    run.communicate()


TIE_ONLY = "from bomflow.lifetime import end_with_run; end_with_run(); print('fine')"


def test_a_job_that_starts_after_its_run_was_killed_does_not_go_on() -> None:
    """It was still importing then, and the dead run is no parent of it any more."""
    ask = "import os; print(os.environ['BOMFLOW_RUN'], flush=True)"
    run, _ = start(ask)
    assert run.stdout
    name = run.stdout.readline().strip()
    run.kill()
    run.wait()
    job = [sys.executable, "-c", TIE_ONLY]
    ended = subprocess.run(job, env={**ENVIRONMENT, "BOMFLOW_RUN": name}, capture_output=True)
    assert (ended.returncode, ended.stdout) == (-signal.SIGKILL, b"")
    run.communicate()


@pytest.mark.parametrize("name", ["", "no number", "4194304999 1 elsewhere", "{here}"])
def test_a_process_that_is_no_job_of_a_run_here_goes_on(name: str) -> None:
    bystander = subprocess.Popen([sys.executable, "-c", STUCK])
    try:
        here = f"{bystander.pid} {lifetime._started(bystander.pid)} {lifetime._world()}"
        environment = {**ENVIRONMENT, "BOMFLOW_RUN": name.format(here=here)}
        command = [sys.executable, "-c", TIE_ONLY]
        assert subprocess.run(command, env=environment, capture_output=True).stdout == b"fine\n"
    finally:
        bystander.kill()
        bystander.wait()
