"""SQLite as promised: its settings, WAL proven, files whole or not at all, errors that help."""

from __future__ import annotations

import os
import re
import sqlite3
import stat
import tempfile
import threading
import time
from pathlib import Path

import pytest

import bomflow
from bomflow.merge import database
from bomflow.merge.database import MergeError, building, open_read_only, retry_locked, transaction


def build(target, rows=10):
    with building(target) as connection:
        connection.execute("CREATE TABLE t (a)")
        with transaction(connection):
            connection.executemany("INSERT INTO t VALUES (?)", [(row,) for row in range(rows)])


def count(path):
    with open_read_only(path) as connection:
        return connection.execute("SELECT count(*) FROM t").fetchone()[0]


def test_settings_are_in_force(tmp_path):
    connection = database.connect(str(tmp_path / "x.sqlite"))
    read = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in database.PRAGMAS}
    mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
    connection.close()
    assert mode == "wal"
    # What SQLite answers: synchronous NORMAL is 1, temp_store MEMORY is 2.
    assert read == {
        "synchronous": 1,
        "cache_size": -64_000,
        "temp_store": 2,
        "busy_timeout": 30_000,
        "mmap_size": 268_435_456,
        "wal_autocheckpoint": 10_000,
    }


def test_only_one_module_imports_sqlite3():
    package = Path(bomflow.__file__).parent
    importing = [
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if re.search(r"^\s*(import|from) sqlite3", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert importing == ["merge/database.py"]


def test_no_wal_is_an_error_that_says_where_to_go(tmp_path, monkeypatch):
    # A database in memory is the one place where SQLite always refuses the log.
    monkeypatch.setattr(database, "_uri", lambda path: ":memory:")
    with pytest.raises(MergeError, match=r"write-ahead log.*local disk"):
        database.connect(str(tmp_path / "x.sqlite"))


def test_the_finished_file_is_wal_and_stands_alone(tmp_path):
    build(tmp_path / "x.sqlite")
    assert os.listdir(tmp_path) == ["x.sqlite"]
    # Header bytes 18 and 19 (https://www.sqlite.org/fileformat2.html): 2 means WAL.
    assert (tmp_path / "x.sqlite").read_bytes()[18:20] == b"\2\2"


def test_an_ordinary_reader_can_open_it(tmp_path):
    build(tmp_path / "x.sqlite")
    reader = sqlite3.connect(f"file:{tmp_path}/x.sqlite?mode=ro", uri=True)
    assert reader.execute("SELECT count(*) FROM t").fetchone() == (10,)
    assert reader.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    reader.close()


def test_our_reader_leaves_nothing_behind_and_cannot_write(tmp_path):
    build(tmp_path / "x.sqlite")
    with open_read_only(tmp_path / "x.sqlite") as connection:
        assert os.listdir(tmp_path) == ["x.sqlite"]
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("DELETE FROM t")
    assert os.listdir(tmp_path) == ["x.sqlite"]


def test_our_reader_works_in_a_read_only_folder():
    with tempfile.TemporaryDirectory() as folder:
        build(f"{folder}/x.sqlite")
        os.chmod(f"{folder}/x.sqlite", 0o444)
        os.chmod(folder, 0o555)
        try:
            status = run_unprivileged(lambda: count(f"{folder}/x.sqlite") == 10)
        finally:
            os.chmod(folder, stat.S_IRWXU)
    assert status == 0


def run_unprivileged(check):
    """Exit code of a child that may not write everywhere: 0 when ``check()`` holds."""
    pid = os.fork()
    if pid == 0:
        code = 2
        try:
            if os.getuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            code = 0 if check() else 1
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def test_what_a_person_wrote_since_is_read(tmp_path):
    build(tmp_path / "x.sqlite")
    person = sqlite3.connect(tmp_path / "x.sqlite")
    person.execute("INSERT INTO t VALUES (11)")
    person.commit()  # stands in the log as long as the connection is open
    assert count(tmp_path / "x.sqlite") == 11
    person.close()


def test_a_log_beside_the_old_file_does_not_reach_the_new_one(tmp_path):
    target = tmp_path / "x.sqlite"
    build(target)
    person = sqlite3.connect(target)
    person.execute("UPDATE t SET a = 'old'")
    person.commit()
    log = (tmp_path / "x.sqlite-wal").read_bytes()
    person.close()
    (tmp_path / "x.sqlite-wal").write_bytes(log)  # as if that program had been killed
    build(target, rows=3)
    assert os.listdir(tmp_path) == ["x.sqlite"]
    with open_read_only(target) as connection:
        assert connection.execute("SELECT a FROM t").fetchall() == [(0,), (1,), (2,)]


def test_leftovers_of_killed_attempts_go_and_nothing_else(tmp_path):
    leftovers = [".x.sqlite.123.tmp", ".x.sqlite.123.tmp-wal", ".x.sqlite.9.tmp-shm"]
    others = ["x.sqlite.bak", ".y.sqlite.123.tmp", ".x.sqlite.old.123.tmp", ".x.sqlite.swp"]
    for name in leftovers + others:
        (tmp_path / name).write_bytes(b"torn")
    (tmp_path / ".x.sqlite.7.tmp-parts").mkdir()
    build(tmp_path / "x.sqlite")
    assert sorted(os.listdir(tmp_path)) == sorted([*others, "x.sqlite"])


def test_an_error_leaves_the_old_file_and_nothing_else(tmp_path):
    build(tmp_path / "x.sqlite")
    before = (tmp_path / "x.sqlite").read_bytes()
    with pytest.raises(KeyboardInterrupt), building(tmp_path / "x.sqlite") as connection:
        connection.execute("CREATE TABLE t (a)")
        raise KeyboardInterrupt
    with pytest.raises(MergeError, match="no such table"), building(tmp_path / "x.sqlite") as c:
        c.execute("SELECT * FROM absent")
    assert os.listdir(tmp_path) == ["x.sqlite"]
    assert (tmp_path / "x.sqlite").read_bytes() == before


def test_names_that_mean_something_elsewhere(tmp_path):
    folder = tmp_path / "50% ?mode=ro #1 'x' [a-z]*"
    build(folder / "x.sqlite")
    assert count(folder / "x.sqlite") == 10
    assert os.listdir(folder) == ["x.sqlite"]


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda data: b"no database" * 500, "damaged"),
        (lambda data: data[:5000], "damaged"),
        (lambda data: data[:60] + (99).to_bytes(4, "big") + data[64:], "table version 99"),
        (lambda data: b"", "table version 0"),
    ],
)
def test_a_damaged_file_is_named(tmp_path, damage, message):
    path = tmp_path / "x.sqlite"
    build(path, rows=5000)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(MergeError, match=message) as caught:
        count(path)
    assert str(path) in str(caught.value) and "Delete it" in str(caught.value)
    assert caught.value.path == str(path)


def test_a_missing_file_is_not_created(tmp_path):
    with pytest.raises(MergeError, match="run the merge first"), open_read_only(tmp_path / "x"):
        pass
    assert not os.listdir(tmp_path)


def test_a_lock_is_waited_for(tmp_path):
    path = tmp_path / "x.sqlite"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("CREATE TABLE t (a)")
    other.execute("BEGIN IMMEDIATE")
    mine = sqlite3.connect(path, isolation_level=None, timeout=0)
    threading.Timer(0.3, lambda: other.execute("COMMIT")).start()
    with transaction(mine):
        mine.execute("INSERT INTO t VALUES (1)")
    assert mine.execute("SELECT count(*) FROM t").fetchone() == (1,)
    mine.close()
    other.close()


def test_a_lock_is_not_waited_for_without_end(tmp_path):
    other = sqlite3.connect(tmp_path / "x.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    mine = sqlite3.connect(tmp_path / "x.sqlite", isolation_level=None, timeout=0)
    started = time.monotonic()
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        retry_locked(lambda: mine.execute("BEGIN IMMEDIATE"), limit_s=0.3, pause_s=0.05)
    assert 0.2 < time.monotonic() - started < 5
    with pytest.raises(MergeError, match="Another program"), database.explained("x"):
        mine.execute("BEGIN IMMEDIATE")
    mine.close()
    other.close()
    assert database.LOCK_LIMIT_S == 45


def test_other_errors_are_not_repeated():
    calls = []

    def fail():
        calls.append(1)
        sqlite3.connect(":memory:").execute("SELECT * FROM absent")

    with pytest.raises(sqlite3.OperationalError):
        retry_locked(fail)
    assert len(calls) == 1


MOUNTS = """\
22 1 {local} / / rw,relatime shared:1 - ext4 /dev/vda rw
40 22 {network} / /data rw - {kind} server:/export rw
"""


@pytest.mark.parametrize(
    ("kind", "found"),
    [("nfs4", "nfs4"), ("cifs", "cifs"), ("fuse.sshfs", "fuse.sshfs"), ("xfs", ""), ("tmpfs", "")],
)
def test_network_file_systems_are_known(tmp_path, kind, found):
    device = os.stat(tmp_path).st_dev
    mine = f"{os.major(device)}:{os.minor(device)}"
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS.format(local="999:9", network=mine, kind=kind))
    assert database.network_file_system(str(tmp_path), str(mounts)) == found
    mounts.write_text(MOUNTS.format(local=mine, network="0:99", kind=kind))
    assert database.network_file_system(str(tmp_path), str(mounts)) == ""
    assert database.network_file_system(str(tmp_path), str(tmp_path / "absent")) == ""


def test_on_a_network_the_finished_file_needs_no_log(tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(database, "network_file_system", lambda folder: "nfs4")
    build(tmp_path / "x.sqlite")
    assert (tmp_path / "x.sqlite").read_bytes()[18:20] == b"\1\1"
    assert os.listdir(tmp_path) == ["x.sqlite"]
    assert count(tmp_path / "x.sqlite") == 10
    assert "nfs4" in caplog.text
