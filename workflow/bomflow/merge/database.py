"""SQLite as this product uses it: settings, building a file, reading one. Only here: sqlite3.

A database is built under a temporary name in WAL mode, checkpointed, closed, synced and renamed
into place, so a killed writer (SIGTERM, ``kill -9``, power loss) leaves the earlier file, or none,
and never a part. What it left under the temporary name is removed by the next writer.
"""

from __future__ import annotations

import errno
import glob
import logging
import os
import re
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar
from urllib.parse import quote

from bomflow.files import atomic_path, network_file_system
from bomflow.merge.schema import SCHEMA_VERSION

Connection = sqlite3.Connection
Result = TypeVar("Result")
log = logging.getLogger(__name__)

# Requirement R3.2; sizes as SQLite wants them (cache: negative KiB; mmap: bytes; WAL: pages).
PRAGMAS: dict[str, str | int] = {
    "synchronous": "NORMAL",
    "cache_size": -64_000,
    "temp_store": "MEMORY",
    "busy_timeout": 30_000,
    "mmap_size": 256 * 1024 * 1024,
    "wal_autocheckpoint": 10_000,
}
LOCK_LIMIT_S = 45.0
COMPANIONS = ("-wal", "-shm", "-journal")


class MergeError(RuntimeError):
    """The database cannot be built or proven; ``path`` is the file at fault, if one is."""

    def __init__(self, message: str, path: str = "") -> None:
        super().__init__(message)
        self.path = path


def connect(path: str, *, network: bool = False) -> Connection:
    """Open ``path`` for its only writer: WAL and the PRAGMAs above, transactions by hand.

    The lock is exclusive: nobody else may see a file that is being built, and SQLite then keeps
    the WAL index in its own memory, so WAL is safe even where mapped memory is not shared
    (https://www.sqlite.org/wal.html, "Use of WAL Without Shared-Memory").

    Raises:
        MergeError: the file system does not allow WAL.
    """
    connection = sqlite3.connect(_uri(path), isolation_level=None, uri=True)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
        mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
        if mode != "wal":
            raise MergeError(
                f"SQLite cannot use its write-ahead log in {os.path.dirname(path)} (it stays in "
                f"mode {mode!r}). Put the results on a local disk: snakemake --directory DIR.",
                path,
            )
        for name, value in PRAGMAS.items():
            # Mapped files on a network die with SIGBUS when the server goes away.
            value = 0 if network and name == "mmap_size" else value
            connection.execute(f"PRAGMA {name} = {value}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def building(target: str | os.PathLike[str]) -> Iterator[Connection]:
    """Yield a connection to a new, empty database that becomes ``target`` when the block ends.

    Raises:
        MergeError: anything SQLite reports, with what to do; ``target`` stays as it was.
        OSError: the folder cannot be written.
    """
    target = os.fspath(target)
    folder = os.path.dirname(target) or "."
    os.makedirs(folder, exist_ok=True)
    remove_leftovers(target)
    network = network_file_system(folder)
    with atomic_path(target) as temporary:
        try:
            with explained(target):
                connection = connect(temporary, network=bool(network))
                try:
                    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
                    yield connection
                    _settle(connection, network)
                finally:
                    connection.close()
            if os.path.exists(temporary + "-wal"):
                raise MergeError(f"{temporary}-wal is still in use; {target} is unchanged.", target)
            # A log that someone else left beside the old file must not meet the new one.
            _remove_companions(target)
        finally:
            _remove_companions(temporary)


def _settle(connection: Connection, network: str) -> None:
    """Move everything from the log into the file; on a network also leave WAL mode."""
    busy, _, _ = connection.execute("PRAGMA main.wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise MergeError("the write-ahead log could not be emptied: the database is in use.")
    if network:
        # Readers on several hosts would each open a log of their own.
        connection.execute("PRAGMA main.journal_mode = DELETE").fetchall()
        log.warning(
            "the results are on a network file system (%s): WAL ends with the build", network
        )


@contextmanager
def open_read_only(path: str | os.PathLike[str]) -> Iterator[Connection]:
    """Yield a connection that reads a finished database and leaves nothing beside it.

    A finished file never changes, hence ``immutable=1``: that also works in a read-only folder,
    where SQLite otherwise refuses a file in WAL mode. If a person has written into it since
    (a log stands beside it), it is opened as usual.

    Raises:
        MergeError: the file is missing, no database, or of another version.
    """
    path = os.fspath(path)
    if not os.path.exists(path):
        raise MergeError(f"{path} does not exist: run the merge first.", path)
    with explained(path):
        connection = sqlite3.connect(file_uri(path), isolation_level=None, uri=True)
        try:
            connection.execute(f"PRAGMA cache_size = {PRAGMAS['cache_size']}")
            check_version(connection, "main", path)
            yield connection
        finally:
            connection.close()


def file_uri(path: str) -> str:
    """The read-only URI of the database ``path``."""
    log_size = os.path.getsize(path + "-wal") if os.path.exists(path + "-wal") else 0
    return f"{_uri(path)}?{'mode=ro' if log_size else 'immutable=1'}"


def _uri(path: str) -> str:
    return f"file:{quote(os.fsencode(os.path.abspath(path)))}"


def check_version(connection: Connection, schema: str, path: str) -> None:
    """Raise MergeError unless ``path``, attached as ``schema``, has this program's tables."""
    found = connection.execute(f"PRAGMA {schema}.user_version").fetchone()[0]
    if found != SCHEMA_VERSION:
        raise MergeError(
            f"{path} has table version {found}, this program writes {SCHEMA_VERSION}. "
            "Delete it: the next run builds it again.",
            path,
        )


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """One write transaction, taken at once; waits up to 45 s for a lock."""
    retry_locked(lambda: connection.execute("BEGIN IMMEDIATE"))
    try:
        yield
        retry_locked(lambda: connection.execute("COMMIT"))
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def retry_locked(
    action: Callable[[], Result], limit_s: float = LOCK_LIMIT_S, pause_s: float = 0.1
) -> Result:
    """Repeat ``action`` while another connection holds the lock, for ``limit_s`` seconds."""
    end = time.monotonic() + limit_s
    while True:
        try:
            return action()
        except sqlite3.OperationalError as error:
            # The low byte is the primary code; the rest tells variants of it apart.
            locked = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
            if not locked or time.monotonic() + pause_s > end:
                raise
        time.sleep(pause_s)


@contextmanager
def explained(path: str) -> Iterator[None]:
    """Turn what SQLite reports about ``path`` into a MergeError that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        raise MergeError(f"{path}: {error}. {_advice(code)}", path) from error


def _advice(code: int) -> str:
    if code == sqlite3.SQLITE_FULL:
        return "Free space on that disk, then start the run again: it goes on from here."
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return "The file is damaged. Delete it: the next run builds it again."
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return "Another program has it open for writing. Close that, then start the run again."
    return "Check the disk (space, permissions, quota), then start the run again."


def remove_leftovers(target: str | os.PathLike[str]) -> None:
    """Remove what killed attempts at ``target`` left under temporary names (one run at a time)."""
    folder, name = os.path.split(os.fspath(target))
    for path in glob.glob(os.path.join(glob.escape(folder or "."), f".{glob.escape(name)}.*")):
        if re.fullmatch(r"\d+\.tmp(-wal|-shm|-journal|-parts)?", path.rpartition(f".{name}.")[2]):
            if os.path.isdir(path):
                shutil.rmtree(path)
            else:
                os.unlink(path)


def _remove_companions(path: str) -> None:
    for companion in COMPANIONS:
        try:
            os.unlink(path + companion)
        except OSError as error:
            if error.errno != errno.ENOENT:
                raise
