"""Every benchmark can be loaded: what it replaces in the product, or calls, is still there."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[3] / "benchmarks"
OPTIONAL = {"atheris"}  # engines of the extra "bench", loaded at the top of a file


@pytest.mark.parametrize("name", sorted(path.stem for path in BENCHMARKS.glob("*.py")))
def test_a_benchmark_can_be_loaded(name: str) -> None:
    try:
        import_module(name)
    except ModuleNotFoundError as error:
        if error.name not in OPTIONAL:
            raise
        pytest.skip(f"NOT TESTED: {error.name} is not installed")


def test_what_extras_replaces_is_there() -> None:
    from extras import WAYS

    for changes in WAYS.values():
        assert all(hasattr(place, name) for place, name in changes)
