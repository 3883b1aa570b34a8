"""Each stage that benchmarks/writes.py cuts short runs to its end when it is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from stages import STAGES
from writes import prepare


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stages")
    prepare(folder)
    return folder


@pytest.mark.parametrize("name", sorted(set(STAGES) - {"record"}))  # that one ends its process
def test_a_stage_leaves_its_files(name: str, place: Path) -> None:
    (place / "out").mkdir(exist_ok=True)
    STAGES[name].run(place, "new")
    assert all((place / "out" / file).stat().st_size for file in STAGES[name].files)
