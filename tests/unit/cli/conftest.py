"""What every command needs: a file to name, and its traces removed."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from bomflow import run


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    """What a command changes for the rest of its process."""
    handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    yield
    for number, handler in handlers.items():
        signal.signal(number, handler)
    while run._locks:
        os.close(run._locks.pop())


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4")
    return path
