"""Files that appear whole or not at all: temporary name, fsync, rename."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def atomic_path(target: str | os.PathLike[str]) -> Iterator[str]:
    """Yield a temporary path beside ``target``; on success it is synced and renamed onto it.

    On any error the temporary file is removed and ``target`` stays as it was. Whatever is written
    must be closed before the block ends.

    Raises:
        OSError: the folder cannot be written (full disk, permissions); ``target`` is untouched.
    """
    target = os.fspath(target)
    folder = os.path.dirname(target) or "."
    os.makedirs(folder, exist_ok=True)
    temporary = os.path.join(folder, f".{os.path.basename(target)[:200]}.{os.getpid()}.tmp")
    try:
        yield temporary
        sync(temporary)
        os.replace(temporary, target)
        sync(folder)
    except BaseException:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise


def write_atomic(target: str | os.PathLike[str], data: str | bytes) -> None:
    """Write ``data`` (text as UTF-8) to ``target``, whole or not at all."""
    payload = data.encode("utf-8") if isinstance(data, str) else data
    with atomic_path(target) as temporary, open(temporary, "wb") as stream:
        stream.write(payload)


def sync(path: str) -> None:
    """Make ``path`` (a file or a folder's entries) durable."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
