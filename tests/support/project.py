"""A folder of drawings, the folder of its results, and Snakemake run between them."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Project:
    """A folder of drawings and the folder that its results go to."""

    drawings: Path
    directory: Path
    root: Path = ROOT

    @property
    def results(self) -> Path:
        return self.directory / "results"

    def command(
        self, *targets: str, config: Sequence[str] = (), options: Sequence[str] = ()
    ) -> list[str]:
        settings = [f"input_dir={self.drawings}", *config]
        where = ["--directory", str(self.directory)]
        profile = [str(BIN / "snakemake"), "--profile", "epyc"]
        return [*profile, *where, *options, "--config", *settings, "--", *targets]

    def start(self, *targets: str, **more: Any) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.command(*targets, **more),
            cwd=self.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "PWD": str(self.root), "PYTHONPATH": str(self.root / "workflow")},
            start_new_session=True,
        )

    def run(self, *targets: str, code: int = 0, **more: Any) -> str:
        """Run to the end and return what was printed; the exit code must be ``code``."""
        process = self.start(*targets, **more)
        output, _ = process.communicate(timeout=300)
        assert process.returncode == code, output
        return output

    def query(self, sql: str, *parameters: Any) -> list[dict[str, Any]]:
        path = self.results / "bom.sqlite"
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        connection.row_factory = sqlite3.Row
        try:
            return [dict(row) for row in connection.execute(sql, parameters)]
        finally:
            connection.close()

    def times(self) -> dict[str, int]:
        """Modification times of all results but logs, to see what was made anew."""
        return {
            str(path.relative_to(self.results)): path.stat().st_mtime_ns
            for path in sorted(self.results.rglob("*"))
            if path.is_file()
            and not {"logs", "benchmarks"} & set(path.parts)
            and path.name not in ("run_plan.json", "config.json", ".lock")
            and not path.name.endswith(("-wal", "-shm"))
        }

    def made_anew(self, before: dict[str, int]) -> set[str]:
        now = self.times()
        return {name for name in now if now[name] != before.get(name)}
