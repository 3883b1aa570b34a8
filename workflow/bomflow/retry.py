"""Which failed drawings are worth another try, and how the next run comes to try them."""

from __future__ import annotations

import json
import os

from bomflow.errors import ErrorCode
from bomflow.run import lock_results


def release_transient(results: str, retries: int) -> list[str]:
    """Remove the records of transient failures with fewer than ``retries`` retries so far.

    A record is the checkpoint of its drawing: without it the next run reads the drawing again and
    refreshes everything below. Permanent failures keep their records.

    Returns:
        What was released and what was not, as lines for people.

    Raises:
        RunLocked: a run works on the folder.
    """
    if os.path.isdir(results):
        lock_results(results)
    folder = os.path.join(results, "extract")
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    released, spent = [], []
    for name in names:
        if not name.endswith(".json") or name.startswith("."):
            continue
        path = os.path.join(folder, name)
        with open(path, encoding="utf-8") as stream:
            try:
                record = json.load(stream)
                code, count = record["error_code"], record["retry_count"]
                filename = record["filename"]
            except (ValueError, KeyError, TypeError):  # a torn record: read the drawing again
                code, count, filename = ErrorCode.UNKNOWN, 0, name
        if not code or not ErrorCode(code).transient:
            continue
        if count < retries:
            os.unlink(path)
            released.append(f"  {filename}: {code}, {count} of {retries} retries used")
        else:
            spent.append(f"  {filename}: {code}")
    lines = [f"{len(released)} drawing(s) will be read again."]
    if spent:
        lines += [
            f"{len(spent)} transient failure(s) have used up their {retries} retries; raise "
            "extract.retries to try them again:",
            *spent[:5],
        ]
        if len(spent) > 5:
            lines.append(f"  ... and {len(spent) - 5} more files")
    return [lines[0], *released, *lines[1:]]
