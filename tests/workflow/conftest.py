"""Real runs of the real Snakemake on PDFs that the project draws itself."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drawgen.bulk import write_many
from drawgen.demo import write_demo
from project import ROOT, Project


@pytest.fixture(scope="session")
def demo_drawings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "drawings"
    write_demo(folder)
    return folder


@pytest.fixture(scope="session")
def demo_truth(demo_drawings: Path) -> dict[str, Any]:
    return json.loads((demo_drawings / "truth.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def demo(demo_drawings: Path, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """One full run of the demo drawings; tests of it only look."""
    project = Project(demo_drawings, tmp_path_factory.mktemp("demo-run"))
    output = project.run()
    (project.directory / "output.txt").write_text(output, "utf-8")
    return project


@pytest.fixture
def make_project(tmp_path: Path) -> Callable[..., Project]:
    """A project of ``count`` small drawings; ``own_code`` gives it a copy of the workflow."""

    def make(count: int, own_code: bool = False, **more: Any) -> Project:
        drawings, directory, root = tmp_path / "drawings", tmp_path / "run", ROOT
        write_many(drawings, count, **{"segments": (0, 500), **more})
        directory.mkdir()
        if own_code:
            root = tmp_path / "code"
            root.mkdir()
            for name in ("Snakefile", "epyc", "profiles", "config", "workflow", "scripts"):
                source = ROOT / name
                if source.is_dir() and not source.is_symlink():
                    ignore = shutil.ignore_patterns("__pycache__")
                    shutil.copytree(source, root / name, ignore=ignore)
                else:
                    shutil.copy(source, root / name, follow_symlinks=False)
        return Project(drawings, directory, root)

    return make
