"""Jobs end when their run is told to end, and never outlive it.

Left to itself, Snakemake waits on SIGTERM until the running jobs are done, however long they hang
(or for ever, if the signal comes while it holds its own lock), and after ``kill -9`` of the run a merge would go on and replace what the next run has built.
"""

from __future__ import annotations

import os
import select
import signal
import threading
from collections.abc import Callable
from typing import Any

import psutil

GRACE_S = 5.0  # for jobs that are about to finish; a drawing takes less than a second as a rule
RUN_PID = "BOMFLOW_RUN_PID"  # environment variable that tells a job which process is its run
EXIT_TERMINATED = 128 + signal.SIGTERM


def end_jobs_on_signal(grace_s: float = GRACE_S) -> None:
    """On SIGTERM and Ctrl-C, give the running jobs ``grace_s`` seconds and then end them.

    What the process did on these signals so far it does as well, and first. Only for the main
    thread of the process that runs the jobs.
    """
    signal.signal(signal.SIGTERM, _in_a_thread(signal.getsignal(signal.SIGTERM), grace_s))
    signal.signal(signal.SIGINT, _at_once(signal.getsignal(signal.SIGINT), grace_s))
    os.environ[RUN_PID] = str(os.getpid())


def end_with_run() -> None:
    """Have this process, a job, killed when the run that started it is gone.

    A job on another machine, or one started by hand, has no such run and is left alone.
    """
    run = os.environ.get(RUN_PID, "")
    if not run.isdecimal() or int(run) not in {p.pid for p in psutil.Process().parents()}:
        return
    handle = os.pidfd_open(int(run))

    def wait() -> None:
        select.select([handle], [], [])
        os.kill(os.getpid(), signal.SIGKILL)

    threading.Thread(target=wait, daemon=True, name="end with the run").start()


def _in_a_thread(before: Any, grace_s: float) -> Callable[[int, Any], None]:
    """Snakemake's handler takes a lock that the interrupted main thread may hold for ever."""

    def handle(number: int, frame: Any) -> None:
        _end_jobs_after(grace_s)
        if callable(before):
            threading.Thread(target=before, args=(number, None), daemon=True).start()

    return handle


def _at_once(before: Any, grace_s: float) -> Callable[[int, Any], None]:
    """Ctrl-C is an exception in the main thread."""

    def handle(number: int, frame: Any) -> None:
        _end_jobs_after(grace_s)
        if callable(before):
            before(number, frame)

    return handle


def _end_jobs_after(grace_s: float) -> None:
    timer = threading.Timer(grace_s, _end_jobs)
    timer.daemon = True
    timer.start()


def _end_jobs() -> None:
    """Send SIGTERM to the processes below this one, parents before children.

    A reader is in a process group of its own and goes with its watcher: told directly, it would
    look like one that died by itself.
    """
    group = os.getpgrp()
    for process in psutil.Process().children(recursive=True):
        try:
            if os.getpgid(process.pid) == group:
                process.terminate()
        except (psutil.Error, ProcessLookupError):
            continue
