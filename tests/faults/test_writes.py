"""A few places of the benchmark that strikes each stage at each of its writes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from writes import FAULTS, prepare, try_all


def can_trace() -> bool:
    """Whether strace is here and may do what it does."""
    return (
        bool(shutil.which("strace"))
        and subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True).returncode
        == 0
    )


@pytest.mark.skipif(not can_trace(), reason="needs strace")
@pytest.mark.parametrize(("stage", "every"), [("shard", 70), ("export_csv", 4)])
def test_the_old_files_or_the_new_ones(stage: str, every: int, tmp_path: Path) -> None:
    prepare(tmp_path)
    tried = list(try_all(stage, tmp_path, every))
    assert {one.fault for one in tried} == set(FAULTS)
    assert [one for one in tried if one.broken] == []
    assert {one.became for one in tried} >= {"old"}
