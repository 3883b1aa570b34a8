"""What attempts note while a run goes on: events for the progress view, a log for each drawing.

Several processes append to one file: each line is written at once.
"""

from __future__ import annotations

import json
import os
import time
from typing import Any

from bomflow.extract.job import Job


def announce(job: Job, started: float, failed_before: int, summary: dict[str, Any]) -> None:
    """Append one line about this attempt to the events that the progress view follows."""
    line = {
        "t": now(),
        "doc_id": job.doc_id,
        "filename": job.filename[:1000],
        "attempt": failed_before + 1,
        **summary,
        "seconds": round(time.monotonic() - started, 3),
        "limit_mb": job.memory_mb,
    }
    _append(os.path.join(job.results, "logs", "extract.jsonl"), json.dumps(line) + "\n")


def warn_of_memory(job: Job, current: float) -> None:
    """Log that ``current`` MB are close to the limit."""
    share = 100 * current / job.memory_mb
    log(job, f"WARNING memory: {current:.0f} MB of {job.memory_mb} MB in use ({share:.0f} %)")


def log(job: Job, text: str) -> None:
    """Append to the drawing's own log; what cannot be printed is replaced."""
    clean = "".join(
        c if c.isprintable() or c in "\n\t" else "\N{REPLACEMENT CHARACTER}" for c in text
    )
    _append(job.log, f"{now()} {job.filename!r}: {clean}\n")


def _append(path: str, text: str) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    # One write of one line: lines of workers that append side by side do not mix.
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        os.write(handle, text.encode("utf-8", "replace"))
    finally:
        os.close(handle)


def now() -> str:
    """The time in UTC (ISO 8601)."""
    return time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime())
