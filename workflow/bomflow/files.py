"""Files that appear whole or not at all: temporary name, fsync, rename; where they lie."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress

# What atomic_path leaves behind when its process is killed, SQLite's companions included.
_LEFTOVER = re.compile(r"\..*\.\d+\.tmp(-wal|-shm|-journal)?", re.DOTALL)
# How file systems say that they have no hard links, or no more of them.
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK)
# Besides these, everything in user space ("fuse.sshfs", "fuse.s3fs", ...) counts as network.
_NETWORK = "nfs nfs4 cifs smb3 smbfs 9p afs ceph coda gpfs lustre beegfs orangefs virtiofs vboxsf"
NETWORK_FILE_SYSTEMS = frozenset(_NETWORK.split())


@contextmanager
def atomic_path(target: str | os.PathLike[str]) -> Iterator[str]:
    """Yield a temporary path beside ``target``; on success it is synced and renamed onto it.

    On any error the temporary file is removed and ``target`` stays as it was. Whatever is written
    must be closed before the block ends.

    Raises:
        OSError: the folder cannot be written (full disk, permissions); ``target`` is untouched.
    """
    target = os.fspath(target)
    if os.path.exists(target) and not os.path.isfile(target):
        raise OSError(errno.EINVAL, "is no regular file and is not replaced", target)
    folder = os.path.dirname(target) or "."
    os.makedirs(folder, exist_ok=True)
    temporary = _temporary(target)
    try:
        yield temporary
        sync(temporary)
        os.replace(temporary, target)
        _sync_folder(folder)
    except BaseException:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise


def write_atomic(target: str | os.PathLike[str], data: str | bytes) -> None:
    """Write ``data`` (text as UTF-8) to ``target``, whole or not at all.

    A device or pipe (``/dev/null``, ``/dev/stdout``) is written to; a rename would replace it.
    """
    payload = data.encode("utf-8") if isinstance(data, str) else data
    if os.path.exists(target) and not os.path.isfile(target) and not os.path.isdir(target):
        with open(target, "wb") as device:
            device.write(payload)
        return
    with atomic_path(target) as temporary, open(temporary, "wb") as stream:
        stream.write(payload)


def link_atomic(source: str, target: str) -> None:
    """Make ``target`` a second name of the file ``source``, a copy where there are no hard links.

    ``source`` is durable already; that ``target`` exists is not, until its folder is synced.

    Raises:
        OSError: the folder cannot be written; ``target`` is untouched.
    """
    os.makedirs(os.path.dirname(target) or ".", exist_ok=True)
    temporary = _temporary(target)
    try:
        os.link(source, temporary)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        with open(source, "rb") as stream:
            write_atomic(target, stream.read())
        return
    try:
        os.replace(temporary, target)
    finally:
        # Also after a success: a rename between two names of one file does nothing.
        with suppress(FileNotFoundError):
            os.unlink(temporary)


def sync(path: str) -> None:
    """Make ``path`` (a file or a folder's entries) durable."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove_leftovers(folder: str) -> int:
    """Remove what killed processes left half written below ``folder``; return how many files.

    Only for the one who holds the folder's lock: nobody else may be writing there.
    """
    removed = 0
    for path, _, names in os.walk(folder):
        for name in filter(_LEFTOVER.fullmatch, names):
            os.unlink(os.path.join(path, name))
            removed += 1
    return removed


def network_file_system(folder: str, mounts: str = "/proc/self/mountinfo") -> str:
    """Type of the network file system that holds ``folder``, '' when it is local or unknown."""
    device = os.stat(folder).st_dev
    wanted = f"{os.major(device)}:{os.minor(device)}"
    try:
        with open(mounts, encoding="utf-8", errors="replace") as stream:
            lines = stream.read().splitlines()
    except FileNotFoundError:
        return ""
    for line in lines:
        # proc(5): id parent major:minor root mount-point options [fields] - type source options
        mount, _, system = line.partition(" - ")
        if mount.split()[2] == wanted:
            kind = system.split()[0]
            return kind if kind in NETWORK_FILE_SYSTEMS or kind.startswith("fuse.") else ""
    return ""


def _temporary(target: str) -> str:
    # A name may have 255 bytes, and a character up to four: cut bytes, not characters.
    name = os.fsdecode(os.fsencode(os.path.basename(target))[:200])
    return os.path.join(os.path.dirname(target) or ".", f".{name}.{os.getpid()}.tmp")


def _sync_folder(folder: str) -> None:
    try:
        sync(folder)
    except OSError as error:
        # Some network file systems cannot sync a folder, and some folders may be written but not
        # opened; the file itself is safe by now.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EACCES):
            raise
