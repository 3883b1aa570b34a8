"""The files a run leaves while it goes on: the workers' log, the plan, the growing databases."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Hashable, Iterator
from typing import Any

RESULTS = "results"
EXTRACT_LOG = os.path.join(RESULTS, "logs", "extract.jsonl")
PROGRESS_LINES = os.path.join(RESULTS, "logs", "progress.jsonl")
PROGRESS_LOG = os.path.join(RESULTS, "logs", "progress.log")
RUN_PLAN = os.path.join(RESULTS, "run_plan.json")
SHARDS = os.path.join(RESULTS, "shards")
#: Bytes read at once: a long pause is caught up over several looks, with flat memory.
CHUNK = 1 << 20
MAX_PLAN_BYTES = 1 << 20


class Tail:
    """Reads the JSON lines appended to a file since this object was made."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.start_at(_size(path))

    def start_at(self, offset: int) -> None:
        """Go on behind the first ``offset`` bytes instead."""
        self._offset = offset
        self._skip_first = offset > 0 and not self._ends_line(offset)

    def _ends_line(self, offset: int) -> bool:
        try:
            with open(self._path, "rb") as stream:
                stream.seek(offset - 1)
                return stream.read(1) in (b"\n", b"")
        except OSError:
            return True

    def lines(self) -> Iterator[dict[str, Any]]:
        """Yield the whole lines that are new; a torn last line waits, a broken one is left out."""
        size = _size(self._path)
        if size < self._offset:  # replaced or truncated: start again
            self._offset, self._skip_first = 0, False
        while self._offset < size:
            try:
                with open(self._path, "rb") as stream:
                    stream.seek(self._offset)
                    chunk = stream.read(CHUNK)
            except OSError:
                return
            end = chunk.rfind(b"\n") + 1
            if not end:
                if len(chunk) < CHUNK:
                    return
                end = len(chunk)  # no line is that long: garbage, go on behind it
            self._offset += end
            for raw in chunk[:end].splitlines():
                if self._skip_first:  # the end of a line that an earlier run tore
                    self._skip_first = False
                    continue
                line = _parse(raw)
                if line is not None:
                    yield line


class RunPlan:
    """Waits for the plan that the start of this run writes; an older one does not count."""

    def __init__(self, path: str, wall_start: float) -> None:
        self._path = path
        self._wall_start = wall_start
        self._before = _identity(path)

    def read(self) -> dict[str, Any] | None:
        """Return the plan of this run, or None while there is none (or none that can be read)."""
        identity = _identity(self._path)
        if identity is None:
            return None
        if identity == self._before and identity[0] / 1e9 < self._wall_start:
            return None
        try:
            with open(self._path, "rb") as stream:
                return _parse(stream.read(MAX_PLAN_BYTES))
        except OSError:
            return None


class RunFiles:
    """The files of one run. Make it before the first job can start: what is there is old."""

    def __init__(self, root: str, wall_start: float) -> None:
        self.root = root
        self.attempts = Tail(os.path.join(root, EXTRACT_LOG))
        self.plan = RunPlan(os.path.join(root, RUN_PLAN), wall_start)
        self.log = os.path.join(root, PROGRESS_LOG)
        self.json_lines = os.path.join(root, PROGRESS_LINES)


def disk_free_mb(root: str) -> float | None:
    """Return what is left on the disk of the results in MB, None when the system does not tell."""
    try:
        return shutil.disk_usage(os.path.join(root, RESULTS)).free / 1e6
    except OSError:
        return None


def merge_sign(root: str, shard: str) -> Hashable:
    """Return names, sizes and times of the files a merge writes, temporary names included.

    Args:
        root: folder that holds ``results``.
        shard: number of the shard; empty for the join of all of them.
    """
    if shard:
        folder, part = os.path.join(root, SHARDS), f"shard-{shard}.sqlite"
    else:
        folder, part = os.path.join(root, RESULTS), "bom.sqlite"
    signs = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if part in entry.name:
                    try:
                        stat = entry.stat()
                    except OSError:
                        continue
                    signs.append((entry.name, stat.st_size, stat.st_mtime_ns))
    except OSError:
        return ()
    return tuple(sorted(signs))


def _parse(raw: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0


def _identity(path: str) -> tuple[int, int, int] | None:
    try:
        stat = os.stat(path)
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_ino, stat.st_size
