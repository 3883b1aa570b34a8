"""Folders of drawings with their truth: written once, checked in no time ever after."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import reportlab

from .truth import FileTruth, truth_file

TRUTH = "truth.json"

Entry = tuple[str, Callable[[], tuple[bytes, FileTruth]], int]
"""Name with '/', maker of bytes and truth, size in bytes up to which the file is extended."""


@cache
def generator() -> str:
    """Name of this generator with a digest of its code: other code may draw other bytes."""
    digest = hashlib.sha256(reportlab.Version.encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return f"drawgen {digest.hexdigest()[:12]}"


def complete(folder: Path, wanted: str) -> bool:
    """Whether ``folder`` holds everything its truth file lists, made as ``wanted``."""
    try:
        known = json.loads((folder / TRUTH).read_text("utf-8"))
        if known["made"] != wanted:
            return False
        return all((folder / name).stat().st_size == size for name, size in known["bytes"].items())
    except (OSError, ValueError, KeyError):
        return False


def write(folder: Path, entries: Callable[[], Iterable[Entry]], made: str) -> bool:
    """Write the files, then the truth file; False when nothing had to be done.

    ``made`` names the generator and what it was asked for. The truth file comes last: after an
    interrupted run it is missing or names another generator, and the next run does it all again.

    Raises:
        OSError: the folder cannot be written.
    """
    if complete(folder, made):
        return False
    old = _listed(folder)
    truths: dict[str, FileTruth] = {}
    sizes: dict[str, int] = {}
    for name, make, size in entries():
        data, truths[name] = make()
        _put(folder / name, data, size)
        sizes[name] = max(len(data), size)
    for name in old - set(sizes):  # of an older version of this set; other files stay
        (folder / name).unlink(missing_ok=True)
    contents = {"made": made, **truth_file(truths, generator()), "bytes": sizes}
    _put(folder / TRUTH, json.dumps(contents, ensure_ascii=False, indent=1).encode("utf-8"), 0)
    return True


def _listed(folder: Path) -> set[str]:
    try:
        return set(json.loads((folder / TRUTH).read_text("utf-8"))["bytes"])
    except (OSError, ValueError, KeyError):
        return set()


def _put(path: Path, data: bytes, size: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # No name that a search for *.pdf would find.
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with temporary.open("wb") as stream:
            stream.write(data)
            if size > len(data):
                stream.truncate(size)  # sparse: takes no room on the disk
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
