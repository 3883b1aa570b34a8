"""``bomflow retry-failed``: which failures are worth another try, and how they get it."""

from __future__ import annotations

import argparse
import json
import os

from bomflow.cli.parser import NoRun
from bomflow.cli.settings import load_config, typed_values
from bomflow.config import complete, overlay
from bomflow.errors import ErrorCode
from bomflow.extract import finished
from bomflow.progress.text import clean
from bomflow.run import lock_results

SHOWN = 5  # files named per list


def run(options: argparse.Namespace) -> int:
    """Release them and say which, by the settings of the run that follows: limits may be raised."""
    config = overlay(load_config(options.configfile), typed_values(options.config))
    retries = complete(config)["extract"]["retries"]
    if not os.path.isdir(os.path.join(options.directory, "results", "extract")):
        raise NoRun(
            f"{os.path.abspath(options.directory)!r} holds no results yet: start the run first "
            "(make run, with the same ARGS)."
        )
    print("\n".join(release_transient(os.path.join(options.directory, "results"), retries)))
    return 0


def release_transient(results: str, retries: int) -> list[str]:
    """Remove the records of transient failures with fewer than ``retries`` retries so far.

    A record is the checkpoint of its drawing: without it the next run reads the drawing again and
    refreshes everything below. Permanent failures keep their records; a torn record is no
    checkpoint and always goes.

    Returns:
        What was released and what was not, as lines for people.

    Raises:
        RunLocked: a run works on the folder.
        OSError: a record cannot be read or removed.
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
        try:
            failure = _transient_failure(path)
        except (ValueError, KeyError, TypeError):
            os.unlink(path)
            released.append(f"  {name}: the record cannot be read")
            continue
        if failure is None:
            continue
        filename, code, count = failure
        if count < retries:
            finished.forget(results, name.removesuffix(".json"))
            os.unlink(path)
            released.append(f"  {filename}: {code}, {count} of {retries} retries used")
        else:
            spent.append(f"  {filename}: {code}")
    lines = [f"{len(released)} drawing(s) will be read again.", *_first(released)]
    if spent:
        lines += [
            f"{len(spent)} transient failure(s) have used up their {retries} retries; raise "
            "extract.retries to try them again:",
            *_first(spent),
        ]
    return lines


def _transient_failure(path: str) -> tuple[str, ErrorCode, int] | None:
    """File name, code and retries so far of a failure that a retry can help, or None."""
    with open(path, encoding="utf-8") as stream:
        record = json.load(stream)
    code = record["error_code"] and ErrorCode(record["error_code"])
    if not code or not code.transient:
        return None
    return clean(record["filename"]), code, int(record["retry_count"])


def _first(lines: list[str]) -> list[str]:
    more = len(lines) - SHOWN
    return lines[:SHOWN] + ([f"  ... and {more} more files"] if more > 0 else [])
