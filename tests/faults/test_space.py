"""A disk that is full: a clear error, nothing half written in place, and the next run goes on."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from drawgen.bulk import write_many
from interruptions import contents
from project import ROOT, Project
from rawsheet import parts_list

MOUNT = ["unshare", "-m", "sh", "-c"]


def can_mount() -> bool:
    """Whether a small file system of our own can be had here."""
    if not shutil.which("unshare"):
        return False
    return (
        subprocess.run([*MOUNT, "mount -t tmpfs tmpfs /mnt"], capture_output=True).returncode == 0
    )


def test_a_record_that_does_not_fit_is_not_written(tmp_path: Path) -> None:
    cells = [[str(n), "100001", "2", "a part", "1,5"] for n in range(30)]
    (tmp_path / "a.pdf").write_bytes(parts_list(cells))
    options = {
        "doc-id": "a-0123456789ab", "input-dir": tmp_path, "file": "a.pdf",
        "results": tmp_path / "results", "key": "k", "settings": "{}", "memory-mb": 512,
        "timeout-s": 60, "max-file-size-mb": 100, "retries": 3, "attempt": 1,
    }  # fmt: skip
    arguments = [str(part) for key, value in options.items() for part in (f"--{key}", value)]
    command = [sys.executable, "-B", str(ROOT / "scripts" / "extract.py"), *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "workflow")}
    ended = subprocess.run(
        command,
        env=environment,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000)),
    )
    assert ended.returncode == 1
    assert "cannot be written" in ended.stderr and "start the run again" in ended.stderr
    assert "Traceback" not in ended.stderr
    left = [path for path in (tmp_path / "results").rglob("*") if path.is_file()]
    assert [path for path in left if "logs" not in path.parts] == []
    assert subprocess.run(command, env=environment).returncode == 0


# In KB: full while the database is written. 400 and 700 hold up records and shards the same way.
@pytest.mark.slow
@pytest.mark.skipif(not can_mount(), reason="needs the right to mount")
@pytest.mark.parametrize("size", [1300])
def test_a_run_on_a_full_disk(size: int, tmp_path: Path) -> None:
    drawings, disk, kept = tmp_path / "drawings", tmp_path / "disk", tmp_path / "kept"
    write_many(drawings, 40, segments=(0, 500))
    disk.mkdir()
    kept.mkdir()
    project = Project(drawings, disk)
    script = f"""
        mount -t tmpfs -o size={size}k tmpfs '{disk}' || exit 9
        "$@"; echo "ended with $?"
        find '{disk}' -name '*.tmp*'
        mount -o remount,size=200m '{disk}' || exit 9
        "$@"; echo "ended with $?"
        cp -r '{disk}/results' '{kept}/results'
    """
    ended = subprocess.run(
        [*MOUNT, script, "sh", *project.command()],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT / "workflow")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
    )
    said = ended.stdout
    assert "ended with 1" in said and said.count("ended with 0") == 1, said
    assert "No space left on device" in said or "disk is full" in said
    assert ".tmp" not in said.partition("ended with 1")[2].partition("Using profile")[0]
    undisturbed = Project(drawings, tmp_path)
    undisturbed.run()
    assert contents(kept / "results" / "bom.sqlite") == contents(tmp_path / "results/bom.sqlite")
