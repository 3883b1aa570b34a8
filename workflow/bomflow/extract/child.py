"""The process that reads one drawing, under the limits of its memory.

It leaves the record and reports a summary; without a report its exit code says why.
"""

from __future__ import annotations

import faulthandler
import json
import os
import sys
from typing import Any, NoReturn

from bomflow.errors import ErrorCode
from bomflow.extract.job import Failure, Job
from bomflow.extract.limits import die_with_parent, limit_memory, memory_mb
from bomflow.extract.outcome import failure_content, summary, write_record

EXIT_MEMORY, EXIT_ERROR, EXIT_CANNOT_WRITE = 3, 4, 5


def read_in_child(
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
        content, digest = read(job, started)
        peak = round(memory_mb()[1], 1)
        try:
            write_record(job, content, started, failed_before, digest, peak)
        except OSError as error:
            print(f"{job.record} cannot be written: {error.strerror}", file=sys.stderr, flush=True)
            code = EXIT_CANNOT_WRITE
        else:
            os.write(report, json.dumps(summary(content, peak)).encode())
            code = 0
    except BaseException as error:
        code = EXIT_MEMORY if _is_memory_error(error) else EXIT_ERROR
        if code == EXIT_ERROR:
            import traceback

            traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def read(job: Job, started: float) -> tuple[dict[str, Any], str]:
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


def _sha256(path: str) -> str:
    import hashlib

    with open(path, "rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
