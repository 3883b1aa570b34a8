"""The start of a run: one per results folder, its limits and settings kept beside the results."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import shlex
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from bomflow.discover import Document, describe, describe_others
from bomflow.files import network_file_system, remove_leftovers, write_atomic
from bomflow.page_count import describe_pages
from bomflow.plan import Plan

SILENCE_S = 60.0  # how long the lock of another machine counts without a sign of life

_ELSEWHERE = "have the results elsewhere with --directory DIR"

_locks: list[int] = []  # held until the process ends, however it ends


class RunLocked(Exception):
    """Another run works on the same results folder."""


class CannotWrite(Exception):
    """The results cannot be written; the message says what to do."""


def check_writable(results: str) -> None:
    """Find out before any work, and without writing, whether ``results`` can be written.

    Raises:
        CannotWrite: it cannot, or what stands there is no folder.
    """
    folder = os.path.abspath(results)
    while not os.path.lexists(folder):
        folder = os.path.dirname(folder)
    if not os.path.isdir(folder):
        raise CannotWrite(f"{folder!r} is no folder: move it away, or {_ELSEWHERE}.")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise CannotWrite(f"{folder!r} cannot be written: mend its permissions, or {_ELSEWHERE}.")


def start_run(
    results: str,
    plan: Plan,
    config: Mapping[str, Any],
    input_dir: str,
    documents: Sequence[Document] = (),
    to_read: Sequence[Document] = (),
) -> None:
    """Lock ``results`` for this process and write ``run_plan.json`` and ``config.json`` into it.

    What a killed run left half written is removed. The ``lines`` of the plan are what a person is
    told before work starts: the drawings found and, of those that this run has ``to_read``, the
    pages; workers, memory, the time to expect.

    Raises:
        RunLocked: another process holds the folder; nothing was changed.
        OSError: the folder cannot be written.
    """
    os.makedirs(results, exist_ok=True)
    lock_results(results)
    remove_leftovers(results)
    lines = [
        *_warnings(results, input_dir),
        *([describe(documents, input_dir)] if documents else []),
        *filter(None, [describe_others(input_dir) if documents else ""]),
        *([_describe_work(to_read, len(documents))] if to_read else []),
        *plan.lines(),
        *(plan.expectation([document.size for document in to_read]) if to_read else []),
    ]
    journal = os.path.join(results, "logs", "extract.jsonl")
    started = {
        "started": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        "input_dir": input_dir,
        # what earlier runs wrote: the attempts of this one come behind it
        "attempts_bytes": os.path.getsize(journal) if os.path.exists(journal) else 0,
    }
    write_atomic(
        os.path.join(results, "run_plan.json"),
        json.dumps({**started, **plan.as_dict(), "lines": lines}, indent=1),
    )
    write_atomic(os.path.join(results, "config.json"), json.dumps(config, indent=1))


def _warnings(results: str, input_dir: str) -> list[str]:
    """What a person may not have meant: other drawings than before, results among the drawings."""
    found = []
    before = _input_of_last_run(results)
    if before and os.path.realpath(before) != os.path.realpath(input_dir):
        found.append(
            f"WARNING: the results in {os.path.abspath(results)!r} are of the drawings below "
            f"{before!r}; this run replaces them by those of {input_dir!r}. To go on with the "
            f"former stop now (Ctrl-C) and add --config input_dir={shlex.quote(before)}"
        )
    inside = os.path.relpath(os.path.realpath(results), os.path.realpath(input_dir))
    if not inside.startswith(os.pardir):
        found.append(
            "WARNING: the results lie in the input folder itself; have them elsewhere with "
            "--directory DIR"
        )
    return found


def _input_of_last_run(results: str) -> str:
    """The input folder of the run that made the database in ``results``, '' where there is none."""
    if not os.path.exists(os.path.join(results, "bom.sqlite")):
        return ""
    try:
        with open(os.path.join(results, "run_plan.json"), encoding="utf-8") as stream:
            return str(json.load(stream)["input_dir"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _describe_work(to_read: Sequence[Document], found: int) -> str:
    which = "all of them" if len(to_read) == found else f"{len(to_read):,} of them"
    pages = describe_pages([document.path for document in to_read])
    return f"to read: {which}" + (f", {pages}" if pages else "")


def lock_results(results: str) -> None:
    """Take the folder's lock for the rest of this process.

    The kernel frees it when the process dies, so that none is ever stale. On a network file system
    that holds for this machine only; there the lock file is touched as a sign of life, and the lock
    of another machine counts until it has given none for a minute.

    Raises:
        RunLocked: another process holds it.
    """
    path = os.path.join(results, ".lock")
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    host = os.uname().nodename
    owner = os.pread(handle, 200, 0).decode("utf-8", "replace").strip()
    shared = bool(network_file_system(results))
    if not _flock(handle) or (shared and _alive_elsewhere(path, owner, host)):
        os.close(handle)
        raise RunLocked(
            f"Another run works on {os.path.abspath(results)!r} ({owner or 'unknown process'}). "
            "Wait for it or stop it; to run side by side, give this one a folder of its own with "
            "--directory. Nothing was changed."
        )
    os.ftruncate(handle, 0)
    os.pwrite(handle, f"process {os.getpid()} on {host}\n".encode(), 0)
    _locks.append(handle)
    if shared:
        threading.Thread(target=_give_signs_of_life, args=(path,), daemon=True).start()


def _flock(handle: int) -> bool:
    """Whether nobody else on this machine holds the lock."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno not in (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS):
            raise  # else the file system has no locks at all, and signs of life must do
    return True


def _alive_elsewhere(path: str, owner: str, host: str) -> bool:
    if not owner or owner.endswith(f" on {host}"):
        return False
    # The server's clock stamps both files, so clocks that differ do no harm.
    with tempfile.NamedTemporaryFile(dir=os.path.dirname(path), prefix=".now.") as now:
        return os.stat(now.name).st_mtime - os.stat(path).st_mtime < SILENCE_S


def _give_signs_of_life(path: str) -> None:
    while True:
        time.sleep(SILENCE_S / 4)
        with suppress(OSError):  # the server may be away for a while
            os.utime(path)
