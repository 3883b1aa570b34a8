"""What an attempt leaves: the record of the drawing, and a summary for whoever watches the run."""

from __future__ import annotations

import json
import os
import time
from typing import Any

from bomflow.extract import finished
from bomflow.extract.job import MB, Failure, Job
from bomflow.extract.notes import now

RECORD_VERSION = 1


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


def write_record(
    job: Job, content: dict[str, Any], started: float, retries: int, digest: str, peak: float
) -> None:
    """Write what was read as the drawing's record.

    ``started`` is of time.monotonic(), ``retries`` the attempts that failed before, ``digest`` the
    SHA-256 of the file, ``peak`` of the memory in MB.

    Raises:
        OSError: the results folder cannot be written.
    """
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
        "created_at": now(),
    }
    about = {"record_version": RECORD_VERSION, "doc_id": job.doc_id, "filename": job.filename}
    bulky = ("warnings", "pages", "tables")
    head = {key: value for key, value in content.items() if key not in bulky}
    record = {**about, **head, **facts, **{key: content[key] for key in bulky}}
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    finished.keep(job.results, job.doc_id, job.key, text.encode("utf-8", "replace"))


def summary(content: dict[str, Any], peak: float) -> dict[str, Any]:
    """What the events say of an attempt that left a record; ``peak`` of its memory in MB."""
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


def summary_of(failure: Failure, outcome: str) -> dict[str, Any]:
    """The same of an attempt that failed; ``outcome``: failure, or retry when another follows."""
    told = summary(failure_content(failure), round(failure.peak_mb, 1))
    return {**told, "outcome": outcome}
