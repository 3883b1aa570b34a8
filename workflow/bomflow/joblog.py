"""The log of a merge, export or report job: everything it prints, and the traceback if it fails."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import traceback
from collections.abc import Iterator

from bomflow.lifetime import end_with_run


@contextlib.contextmanager
def job_log(path: str) -> Iterator[None]:
    """Send what the block prints to the log ``path``; an error ends the job with exit code 1.

    The error's own words also go to the job's standard error, so that a person need not look for
    the log to learn what is wrong. The job does not outlive its run.
    """
    end_with_run()
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "w", encoding="utf-8", errors="backslashreplace", buffering=1) as log:
        try:
            with contextlib.redirect_stdout(log), contextlib.redirect_stderr(log):
                yield
        except Exception as error:
            traceback.print_exc(file=log)
            print(f"{type(error).__name__}: {error}{_advice(error)}", file=sys.stderr)
            sys.exit(1)


def _advice(error: Exception) -> str:
    """What to do about an error of the disk, which the error itself does not say."""
    number = error.errno if isinstance(error, OSError) else None
    if number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return ". Free space on that disk, then start the run again: it goes on from here."
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ". Mend the permissions, then start the run again: it goes on from here."
    return ""
