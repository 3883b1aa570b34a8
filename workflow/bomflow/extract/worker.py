"""One attempt at one drawing, in a process of its own: limits, time-out, classification, record.

The process that Snakemake starts only watches. It forks a child that reads the drawing under memory
limits, because the PDF engine does not raise when memory ends: it aborts, and no ``except`` runs.

A failure of the drawing is a result: the record says so and the exit code is 0. A failure of the
attempt is entered in the journal and the exit code is 1, so that Snakemake tries again with more
memory; the last attempt leaves the failure record, so that the run completes.

Standard library only, and little of it: this module's imports are paid once per drawing.
"""

from __future__ import annotations

import faulthandler
import json
import os
import select
import signal
import stat
import sys
import time
from typing import Any, NamedTuple, NoReturn

from bomflow.errors import ErrorCode
from bomflow.extract import attempts, finished
from bomflow.extract.limits import (
    PROGRAM_MB,
    die_with_parent,
    kill_group,
    limit_memory,
    memory_mb,
)

RECORD_VERSION = 1
MB = 1024 * 1024
LOOK_EVERY_S = 0.1  # how often the child's memory and the deadline are looked at
WARN_AT = 0.8  # share of the memory limit that is worth a warning
EXIT_RETRY = 1
EXIT_MEMORY, EXIT_ERROR, EXIT_CANNOT_WRITE = 3, 4, 5  # of the child, seen by the watcher only


class Job(NamedTuple):
    """What one attempt is told. ``key`` stands for drawing, code and settings together."""

    pdf: str
    filename: str
    doc_id: str
    results: str
    key: str = ""
    settings: str = "{}"
    memory_mb: int = 1024
    timeout_s: float = 60.0
    max_file_size_mb: float = 100.0
    retries: int = 3
    attempt: int = 1

    @classmethod
    def from_options(cls, arguments: list[str]) -> Job:
        """A job from ``--name value`` pairs; argparse would cost too much, once per drawing.

        Raises:
            KeyError, ValueError: an option is missing, or no value follows its name.
        """
        options = dict(zip(arguments[::2], arguments[1::2], strict=True))
        relative = options["--file"]
        return cls(
            pdf=os.path.join(options["--input-dir"], relative),
            filename=os.fsencode(relative).decode("utf-8", "backslashreplace"),
            doc_id=options["--doc-id"],
            results=options["--results"],
            key=options["--key"],
            settings=options["--settings"],
            memory_mb=int(options["--memory-mb"]),
            timeout_s=float(options["--timeout-s"]),
            max_file_size_mb=float(options["--max-file-size-mb"]),
            retries=int(options["--retries"]),
            attempt=int(options["--attempt"]),
        )

    @property
    def record(self) -> str:
        """Where the record goes."""
        return os.path.join(self.results, "extract", f"{self.doc_id}.json")

    @property
    def log(self) -> str:
        """Where warnings and tracebacks go; written only if there are any."""
        return os.path.join(self.results, "logs", "extract", f"{self.doc_id}.log")

    @property
    def journal(self) -> str:
        """Folder of the journals of failed attempts."""
        return os.path.join(self.results, "attempts")


class Failure(NamedTuple):
    """Why there are no rows; ``peak_mb`` is the peak memory of the attempt."""

    code: ErrorCode
    message: str
    peak_mb: float = 0.0


class Terminated(Exception):
    """This attempt was told to end, or the run that started it is gone."""


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
            _announce(job, started, failed_before, _summary(kept, kept["memory_peak_mb"]))
            return 0
        result = _unreadable_file(job) or _watch_child(job, started, failed_before)
    except (Terminated, KeyboardInterrupt):
        return 128 + signal.SIGTERM
    if not isinstance(result, Failure):
        _announce(job, started, failed_before, result)
        return 0
    if result.code.transient:
        failures = attempts.add_failure(
            job.journal,
            job.doc_id,
            job.key,
            {
                "time": _now(),
                "error_code": result.code,
                "message": result.message,
                "memory_mb": job.memory_mb,
                "peak_mb": result.peak_mb,
            },
        )
        if failures <= job.retries and job.attempt <= job.retries:
            _announce(job, started, failed_before, _summary_of(result, "retry"))
            print(f"{job.doc_id}: {result.code}: {result.message}", file=sys.stderr)
            return EXIT_RETRY
    _write_record(job, failure_content(result), started, failed_before, "", result.peak_mb)
    _announce(job, started, failed_before, _summary_of(result, "failure"))
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


def failure_content(failure: Failure) -> dict[str, Any]:
    """The content of a record of a drawing that was not read at all."""
    return {
        "success": False,
        "header_found": False,
        "data_found": False,
        "parse_success": False,
        "error_code": failure.code,
        "error_message": failure.message,
        "rows_count": 0,
        "pages_total": 0,
        "bom_pages": [],
        "anchors_count": 0,
        "warnings": [],
        "pages": [],
        "tables": [],
    }


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


def _watch_child(job: Job, started: float, failed_before: int) -> Failure | dict[str, Any]:
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
        _read_in_child(job, watcher, report_in, started, failed_before)
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
                _warn_of_memory(job, current)
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
        _log(job, complaint)
    if peak >= WARN_AT * job.memory_mb and not warned:
        _warn_of_memory(job, peak)
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


def _read_in_child(
    job: Job, watcher: int, report: int, started: float, failed_before: int
) -> NoReturn:
    """Read the drawing under limits, write its record, report a summary, and exit."""
    code = EXIT_ERROR
    try:
        os.setpgid(0, 0)
        faulthandler.enable()  # where the engine crashed goes into the log
        die_with_parent()
        if os.getppid() != watcher:  # it died before the kernel was told
            os._exit(code)
        limit_memory(job.memory_mb)
        content, digest = _read(job, started)
        peak = round(memory_mb()[1], 1)
        try:
            _write_record(job, content, started, failed_before, digest, peak)
        except OSError as error:
            print(f"{job.record} cannot be written: {error.strerror}", file=sys.stderr, flush=True)
            code = EXIT_CANNOT_WRITE
        else:
            os.write(report, json.dumps(_summary(content, peak)).encode())
            code = 0
    except BaseException as error:
        code = EXIT_MEMORY if _is_memory_error(error) else EXIT_ERROR
        if code == EXIT_ERROR:
            import traceback

            traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def _read(job: Job, started: float) -> tuple[dict[str, Any], str]:
    """The content of the record and the SHA-256 of the file."""
    from bomflow.extract.document import read_document
    from bomflow.extract.settings import ReadSettings

    try:
        digest = _sha256(job.pdf)
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        return failure_content(Failure(ErrorCode.FILE_NOT_FOUND, message)), ""
    settings = ReadSettings.from_json(job.settings)
    return read_document(job.pdf, settings, until=started + job.timeout_s), digest


def _is_memory_error(error: BaseException | None) -> bool:
    """Whether memory ran out, also where a library wrapped that in an error of its own."""
    while error is not None:
        if isinstance(error, MemoryError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _write_record(
    job: Job, content: dict[str, Any], started: float, retries: int, digest: str, peak: float
) -> None:
    try:
        size = os.stat(job.pdf).st_size
    except OSError:
        size = 0
    facts = {
        "retry_count": retries,
        "process_time_s": round(time.monotonic() - started, 3),
        "file_size_mb": round(size / MB, 4),
        "memory_peak_mb": peak,
        "sha256": digest,
        "created_at": _now(),
    }
    about = {"record_version": RECORD_VERSION, "doc_id": job.doc_id, "filename": job.filename}
    bulky = ("warnings", "pages", "tables")
    head = {key: value for key, value in content.items() if key not in bulky}
    record = {**about, **head, **facts, **{key: content[key] for key in bulky}}
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    finished.keep(job.results, job.doc_id, job.key, text.encode("utf-8", "replace"))


def _summary(content: dict[str, Any], peak: float) -> dict[str, Any]:
    tables = content["tables"]
    return {
        "outcome": "success" if content["success"] else "failure",
        "error_code": content["error_code"],
        "message": content["error_message"][:500],
        "rows": content["rows_count"],
        "pages": content["pages_total"],
        "tables": len(tables),
        "suspect": sum(table["check_status"] == "suspect" for table in tables),
        "peak_mb": peak,
    }


def _summary_of(failure: Failure, outcome: str) -> dict[str, Any]:
    summary = _summary(failure_content(failure), round(failure.peak_mb, 1))
    return {**summary, "outcome": outcome}


def _announce(job: Job, started: float, failed_before: int, summary: dict[str, Any]) -> None:
    """Append one line about this attempt to the events that the progress view follows."""
    line = {
        "t": _now(),
        "doc_id": job.doc_id,
        "filename": job.filename[:1000],
        "attempt": failed_before + 1,
        **summary,
        "seconds": round(time.monotonic() - started, 3),
        "limit_mb": job.memory_mb,
    }
    _append(os.path.join(job.results, "logs", "extract.jsonl"), json.dumps(line) + "\n")


def _warn_of_memory(job: Job, current: float) -> None:
    share = 100 * current / job.memory_mb
    _log(job, f"WARNING memory: {current:.0f} MB of {job.memory_mb} MB in use ({share:.0f} %)")


def _log(job: Job, text: str) -> None:
    clean = "".join(
        c if c.isprintable() or c in "\n\t" else "\N{REPLACEMENT CHARACTER}" for c in text
    )
    _append(job.log, f"{_now()} {job.filename!r}: {clean}\n")


def _append(path: str, text: str) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    # One write of one line: lines of workers that append side by side do not mix.
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        os.write(handle, text.encode("utf-8", "replace"))
    finally:
        os.close(handle)


def _drain(fd: int) -> bytes:
    chunks = []
    while chunk := os.read(fd, 65536):
        chunks.append(chunk)
    os.close(fd)
    return b"".join(chunks)


def _sha256(path: str) -> str:
    import hashlib

    with open(path, "rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _terminate(number: int, frame: object) -> NoReturn:
    raise Terminated


def _now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime())
