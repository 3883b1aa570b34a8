"""Snapshots to draw and to write."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bomflow.progress.jobs import EXTRACT, JOIN, SHARD
from bomflow.progress.snapshot import Snapshot
from bomflow.progress.state import Progress

HOSTILE = "KG A/[bold red]x[/] \x1b[2J\x1b]0;t\x07\u202efdp.pdf"


@pytest.fixture
def make_snapshot() -> Callable[..., Snapshot]:
    """Return a function that makes a snapshot in the middle of a run, with changes."""

    def make(elapsed: float = 100.0, **changes: Any) -> Snapshot:
        progress = Progress(0.0)
        progress.jobs.planned({EXTRACT: 2500, SHARD: 3, JOIN: 1, "total": 2504})
        for number in range(1200):
            progress.attempt({"outcome": "success", "rows": 10, "pages": 2})
            if number % 100 == 99:
                progress.tick(number / 12)
        progress.attempt(
            {
                "outcome": "failure",
                "error_code": "TIMEOUT",
                "filename": HOSTILE,
                "message": "not finished within 60 s\nsecond line",
            }
        )
        snapshot = progress.snapshot(elapsed)
        fields = {name: getattr(snapshot, name) for name in Snapshot.__dataclass_fields__}
        return Snapshot(**{**fields, **changes})

    return make
