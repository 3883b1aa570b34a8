"""A writer that is killed, or whose disk is full, leaves the old file or the new one, whole."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

import bomflow
from bomflow.merge.database import open_read_only
from bomflow.merge.join import join_shards
from bomflow.merge.shard import write_shard

# The child kills itself at the n-th call of one function, in the way it is told.
CHILD = """
import os, resource, signal, sys
from bomflow.merge import database, join, shard
import bomflow.files

how, where, number, target, *paths = sys.argv[1:]
left = int(number)

def dying(function):
    def call(*args, **kwargs):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.Signals[how])
        return function(*args, **kwargs)
    return call

if how == "FSIZE":
    resource.setrlimit(resource.RLIMIT_FSIZE, (left, left))
elif where == "transaction":
    shard.transaction = join.transaction = dying(shard.transaction)
elif where == "checkpoint":
    database._settle = dying(database._settle)
elif where == "sync":
    bomflow.files.sync = dying(bomflow.files.sync)
elif where == "rename":
    bomflow.files.os.replace = dying(os.replace)
if paths[0].endswith(".json"):
    shard.write_shard(paths, target, batch_size=50)
else:
    join.join_shards(paths, target, expected_documents=200, batch_size=50)
"""
POINTS = [
    ("transaction", 1),
    ("transaction", 5),
    ("checkpoint", 1),
    ("sync", 1),
    ("rename", 1),
    ("sync", 2),  # the folder, after the rename
]


@pytest.fixture(scope="module")
def inputs(tmp_path_factory, make_record, save_records):
    """Folder with records of 200 drawings in two states and the shard of each state."""
    folder = tmp_path_factory.mktemp("inputs")
    for state in ("old", "new"):
        records = [make_record(f"{n:03d}.pdf", sha256=state) for n in range(200)]
        paths = save_records(folder / state, records)
        write_shard(paths, folder / f"{state}.sqlite")
    return folder


def run(how, where, number, target, paths):
    arguments = [how, where, number, target, *paths]
    return subprocess.run(
        [sys.executable, "-c", CHILD, *map(str, arguments)],
        env={"PYTHONPATH": str(Path(bomflow.__file__).parent.parent)},
        capture_output=True,
        text=True,
        timeout=60,
    )


def state(path):
    """The one state all drawings of the database are in."""
    with open_read_only(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        found = connection.execute(
            "SELECT sha256, count(*), sum(rows_count) FROM processing_summary GROUP BY sha256"
        ).fetchall()
        rows = connection.execute("SELECT count(*) FROM bom_data").fetchone()[0]
    assert len(found) == 1 and found[0][1:] == (200, 400) and rows == 400
    return found[0][0]


def start(inputs, folder, step):
    """A finished old file, and the paths of the new input."""
    target = folder / "x.sqlite"
    if step == "shard":
        write_shard(sorted((inputs / "old").iterdir()), target)
        return target, sorted((inputs / "new").iterdir())
    join_shards([inputs / "old.sqlite"], target, expected_documents=200)
    return target, [inputs / "new.sqlite"]


@pytest.mark.parametrize("step", ["shard", "join"])
@pytest.mark.parametrize(("where", "number"), POINTS)
def test_killed_at(tmp_path, inputs, step, where, number):
    target, paths = start(inputs, tmp_path, step)
    for how in ("SIGKILL", "SIGTERM"):
        ended = run(how, where, number, target, paths)
        assert ended.returncode == -signal.Signals[how], ended.stderr
        renamed = (where, number) == ("sync", 2)
        assert state(target) == ("new" if renamed else "old")
    ended = run("none", "", 0, target, paths)
    assert ended.returncode == 0, ended.stderr
    assert state(target) == "new"
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


@pytest.mark.parametrize("step", ["shard", "join"])
@pytest.mark.parametrize("limit", [2_000, 30_000, 90_000])
def test_disk_full(tmp_path, inputs, step, limit):
    target, paths = start(inputs, tmp_path, step)
    ended = run("FSIZE", "", limit, target, paths)
    assert ended.returncode == 1
    last = ended.stderr.strip().splitlines()[-1]
    assert "MergeError" in last and "start the run again" in last
    assert state(target) == "old"
    assert [path.name for path in tmp_path.iterdir()] == [target.name]
