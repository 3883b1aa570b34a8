"""Watches the process that reads a drawing: its memory, its time, and why it ended.

The PDF engine does not raise when memory ends: it aborts, and no ``except`` runs. So somebody else
has to see it.
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import time
from typing import Any, NoReturn

from bomflow.errors import ErrorCode
from bomflow.extract.child import EXIT_CANNOT_WRITE, EXIT_ERROR, EXIT_MEMORY, read_in_child
from bomflow.extract.job import MB, Failure, Job
from bomflow.extract.limits import PROGRAM_MB, kill_group, memory_mb
from bomflow.extract.notes import log, warn_of_memory

LOOK_EVERY_S = 0.1  # how often the child's memory and the deadline are looked at
WARN_AT = 0.8  # share of the memory limit that is worth a warning


class Terminated(Exception):
    """This attempt was told to end, or the run that started it is gone."""


def watch_child(job: Job, started: float, failed_before: int) -> Failure | dict[str, Any]:
    """Fork the reader and watch it: the summary it reports, or why it failed."""
    parent, watcher = os.getppid(), os.getpid()
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _terminate)
    report, report_in = os.pipe()
    errors, errors_in = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.dup2(errors_in, 2)
        sys.stderr = open(2, "w", closefd=False, errors="backslashreplace")  # noqa: SIM115
        read_in_child(job, watcher, report_in, started, failed_before)
    os.close(report_in)
    os.close(errors_in)
    said: dict[int, bytes] = {report: b"", errors: b""}
    stop, warned, peak = "", False, 0.0
    handle = os.pidfd_open(pid)
    poller = select.poll()
    for fd in (handle, report, errors):
        poller.register(fd, select.POLLIN)
    try:
        while True:
            left_s = started + job.timeout_s - time.monotonic()
            ready = {fd for fd, _ in poller.poll(1000 * max(0.0, min(LOOK_EVERY_S, left_s)))}
            for fd in ready & said.keys():
                chunk = os.read(fd, 65536)
                said[fd] = (said[fd] + chunk)[-MB:]
                if not chunk:
                    poller.unregister(fd)
            if handle in ready:
                break
            current, high = memory_mb(pid)
            peak = max(peak, high)
            if current >= WARN_AT * job.memory_mb and not warned:
                warned = True
                warn_of_memory(job, current)
            if time.monotonic() - started > job.timeout_s:
                stop = "timeout"
            elif current > job.memory_mb:
                stop = "memory"
            elif os.getppid() != parent:
                raise Terminated
            if stop:
                break
    finally:
        kill_group(pid)  # also whatever the reader left behind
        _, status, usage = os.wait4(pid, 0)
        os.close(handle)
    for fd in said:
        said[fd] += _drain(fd)
    summary: dict[str, Any] = json.loads(said[report]) if said[report] else {}
    peak = max(peak, usage.ru_maxrss / 1024)  # also of a child that died between two looks
    complaint = said[errors].decode("utf-8", "replace").strip()
    if complaint:
        log(job, complaint)
    if peak >= WARN_AT * job.memory_mb and not warned:
        warn_of_memory(job, peak)
    return summary or _classify(job, stop, os.waitstatus_to_exitcode(status), complaint, peak)


def _classify(job: Job, stop: str, exit_code: int, complaint: str, peak: float) -> Failure:
    """Name the failure of a child that reported nothing."""
    last = complaint.rsplit("\n", 1)[-1]
    if exit_code == EXIT_CANNOT_WRITE:
        raise OSError(last)
    if stop == "timeout":
        return Failure(ErrorCode.TIMEOUT, f"not finished after {job.timeout_s:g} s", peak)
    # The engine aborts when it gets no memory: near the limit that is what has happened. The
    # program's own share of it may lie elsewhere, in a process that this one was forked from.
    near = exit_code < 0 and peak >= WARN_AT * (job.memory_mb - PROGRAM_MB)
    if stop == "memory" or exit_code == EXIT_MEMORY or near:
        message = f"needs more than the limit of {job.memory_mb} MB (peak {peak:.0f} MB)"
        return Failure(ErrorCode.MEMORY_ERROR, message, peak)
    if exit_code == EXIT_ERROR:
        return Failure(ErrorCode.UNKNOWN, last or "unforeseen error", peak)
    how = signal.Signals(-exit_code).name if exit_code < 0 else f"exit code {exit_code}"
    return Failure(ErrorCode.WORKER_ERROR, f"the reading process died ({how})", peak)


def _drain(fd: int) -> bytes:
    chunks = []
    while chunk := os.read(fd, 65536):
        chunks.append(chunk)
    os.close(fd)
    return b"".join(chunks)


def _terminate(number: int, frame: object) -> NoReturn:
    raise Terminated
