"""One attempt at one drawing: classification of what fails, the journal of attempts, the exit code.

The process that Snakemake starts only watches (``watch``). It forks a child that reads the drawing
under memory limits (``child``).

A failure of the drawing is a result: the record says so and the exit code is 0. A failure of the
attempt is entered in the journal and the exit code is 1, so that Snakemake tries again with more
memory; the last attempt leaves the failure record, so that the run completes.

Standard library only, and little of it: imports are paid once per drawing.
"""

from __future__ import annotations

import os
import signal
import stat
import sys
import time

from bomflow.errors import ErrorCode
from bomflow.extract import attempts, finished
from bomflow.extract.job import MB, Failure, Job
from bomflow.extract.notes import announce, log, now
from bomflow.extract.outcome import failure_content, summary, summary_of, write_record
from bomflow.extract.watch import Terminated, watch_child

EXIT_RETRY = 1


def run_attempt(job: Job) -> int:
    """Read the drawing, leave its record (or an entry in the journal), return the exit code.

    Returns:
        0: there is a record, be it of a success or of a failure. 1: the attempt failed and another
        one may help. 143: ended from outside.

    Raises:
        OSError: the results folder cannot be written; that is no failure of the drawing.
    """
    started = time.monotonic()
    try:
        failed_before = attempts.count_failures(job.journal, job.doc_id, job.key)
        if kept := finished.restore(job.results, job.doc_id, job.key):
            announce(job, started, failed_before, summary(kept, kept["memory_peak_mb"]))
            return 0
        result = _unreadable_file(job) or watch_child(job, started, failed_before)
    except (Terminated, KeyboardInterrupt):
        return 128 + signal.SIGTERM
    if isinstance(result, Failure):
        return _settle(job, result, started, failed_before)
    announce(job, started, failed_before, result)
    return 0


def attempt_died(job: Job) -> int:
    """Record that the process of an attempt was killed before it could say anything itself.

    Returns and raises what ``run_attempt`` does.
    """
    started = time.monotonic()
    failed_before = attempts.count_failures(job.journal, job.doc_id, job.key)
    message = "the process of this attempt was killed from outside"
    return _settle(job, Failure(ErrorCode.WORKER_ERROR, message), started, failed_before)


def _settle(job: Job, result: Failure, started: float, failed_before: int) -> int:
    """Enter a failed attempt in the journal, or leave its record if none follows; the exit code."""
    if result.code.transient:
        log(job, f"attempt {failed_before + 1}: {result.code}: {result.message}")
        failures = attempts.add_failure(
            job.journal,
            job.doc_id,
            job.key,
            {
                "time": now(),
                "error_code": result.code,
                "message": result.message,
                "memory_mb": job.memory_mb,
                "peak_mb": result.peak_mb,
            },
        )
        if failures <= job.retries and job.attempt <= job.retries:
            announce(job, started, failed_before, summary_of(result, "retry"))
            print(f"{job.doc_id}: {result.code}: {result.message}", file=sys.stderr)
            return EXIT_RETRY
    write_record(job, failure_content(result), started, failed_before, "", result.peak_mb)
    announce(job, started, failed_before, summary_of(result, "failure"))
    return 0


def run_job(job: Job) -> int:
    """``run_attempt``, with words on standard error when the results folder cannot be written."""
    try:
        return run_attempt(job)
    except OSError as error:
        print(
            f"{job.filename!r}: {error}. Check the disk (space, permissions), then start the run "
            "again: it goes on from here.",
            file=sys.stderr,
        )
        return EXIT_RETRY


def _unreadable_file(job: Job) -> Failure | None:
    """What can be said of the file before anything opens it."""
    try:
        status = os.stat(job.pdf)
    except OSError as error:
        return Failure(ErrorCode.FILE_NOT_FOUND, f"cannot be found: {error.strerror}")
    if not stat.S_ISREG(status.st_mode):
        return Failure(ErrorCode.INVALID_PDF, "is no regular file (a pipe, socket or device)")
    if status.st_size == 0:
        return Failure(ErrorCode.FILE_EMPTY, "has 0 bytes")
    if status.st_size > job.max_file_size_mb * MB:
        size = status.st_size / MB
        return Failure(
            ErrorCode.FILE_TOO_LARGE, f"has {size:.1f} MB, the limit is {job.max_file_size_mb:g} MB"
        )
    if not os.access(job.pdf, os.R_OK):
        return Failure(ErrorCode.FILE_NOT_FOUND, "cannot be read: permission denied")
    return None
