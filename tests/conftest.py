"""Options of the whole test run."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write what is read now to tests/golden/read instead of comparing; review the diff",
    )


def pytest_configure() -> None:
    """A shell has what it starts in the background ignore Ctrl-C; some tests send it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def own_signal_handlers() -> Iterator[None]:
    """A worker that a test runs in this process leaves its handlers: children forked later inherit
    them, and those of a pool would not end when they are told to.
    """
    yield
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
