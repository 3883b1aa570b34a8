"""Jobs end when their run is told to end, and never outlive it.

Left to itself, Snakemake waits on SIGTERM until the running jobs are done, however long they hang,
and for ever if the signal comes while it holds its own lock. After ``kill -9`` of a run its merge
would go on and replace what the next run has built.
"""

from __future__ import annotations

import os
import select
import signal
import threading
import time
from contextlib import suppress
from typing import Any

import psutil

GRACE_S = 5.0  # for jobs that are about to finish; a drawing takes less than a second as a rule
RUN = "BOMFLOW_RUN"  # environment variable that tells a job which process is its run


def end_jobs_on_signal(grace_s: float = GRACE_S) -> None:
    """On SIGTERM or Ctrl-C start no more jobs; running ones have ``grace_s`` seconds to finish.

    Starting no more is what Snakemake's handler of SIGTERM does; here Ctrl-C does the same. Its own
    way, an exception wherever the main thread happens to be, can get lost there, and the run goes
    on. A second Ctrl-C does raise it. Only for the main thread of the process that runs the jobs.
    """
    stop, interrupt = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    told, tell = os.pipe()
    interrupted = False

    def wait() -> None:
        while os.read(told, 1):
            # In this thread: Snakemake's handler takes a lock that the main thread may hold.
            if callable(stop):
                stop(signal.SIGTERM, None)
            time.sleep(grace_s)
            _end_jobs()

    def handle(number: int, frame: Any) -> None:
        nonlocal interrupted
        again, interrupted = interrupted, number == signal.SIGINT
        os.write(tell, b"x")
        if again and interrupted and callable(interrupt):
            interrupt(number, frame)

    threading.Thread(target=wait, daemon=True, name="end the jobs").start()
    signal.signal(signal.SIGTERM, handle)
    signal.signal(signal.SIGINT, handle)
    os.environ[RUN] = f"{os.getpid()} {_started(os.getpid())} {_world()}"


def end_with_run() -> None:
    """Have this process, a job, killed when the run that started it is gone, also if it is already.

    A job on another machine or in another container, one started by hand, and one that only has
    the environment of a run are left alone.
    """
    pid, started, world = [*os.environ.get(RUN, "").split(maxsplit=2), "", "", ""][:3]
    if not pid.isdecimal() or world != _world():
        return
    if _started(int(pid)) == started:
        if int(pid) not in {process.pid for process in psutil.Process().parents()}:
            return
        with suppress(ProcessLookupError):  # it ended just now
            _end_with(os.pidfd_open(int(pid)))
            return
    os.kill(os.getpid(), signal.SIGKILL)


def _end_with(process: int) -> None:
    def wait() -> None:
        select.select([process], [], [])
        os.kill(os.getpid(), signal.SIGKILL)

    threading.Thread(target=wait, daemon=True, name="end with the run").start()


def _started(pid: int) -> str:
    """When a living process was started, in clock ticks since boot; "" if there is none.

    With the number it names a process for good, as numbers are given anew.
    """
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as stream:
            state, *fields = stream.read().rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if state in "ZX" else fields[18]


def _world() -> str:
    """In which boot of which machine, and in which container, numbers of processes hold."""
    with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as stream:
        return f"{stream.read().strip()} {os.readlink('/proc/self/ns/pid')}"


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
