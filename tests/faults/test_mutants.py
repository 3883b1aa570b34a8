"""Damaged drawings: the benchmark's mutants, fewer of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from bomflow.errors import ErrorCode
from mutants import demo_drawings, mutants, read_all

COUNT = 300


def test_every_mutant_leaves_a_record_and_none_is_unforeseen(tmp_path: Path) -> None:
    originals = demo_drawings(tmp_path / "demo")
    outcomes = Counter(
        outcome.record.error_code or "read"
        for outcome in read_all(mutants(originals, COUNT, seed=2), tmp_path)
    )
    assert outcomes.total() == COUNT
    assert outcomes[ErrorCode.UNKNOWN] == 0
    assert outcomes["read"] > COUNT / 10, "mutants that are too broken test nothing"
    assert outcomes["read"] < COUNT
