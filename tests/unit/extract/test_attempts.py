"""The journal of failed attempts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bomflow.extract.attempts import add_failure, count_all_failures, count_failures

DOC = "a-0123456789ab"


def test_failures_add_up_over_runs(tmp_path: Path) -> None:
    folder = str(tmp_path / "attempts")
    assert count_failures(folder, DOC, "k") == 0
    assert [add_failure(folder, DOC, "k", {"n": n}) for n in range(3)] == [1, 2, 3]
    assert count_failures(folder, DOC, "k") == 3
    assert count_failures(folder, "other-0123456789ab", "k") == 0
    journal = json.loads((tmp_path / "attempts" / f"{DOC}.json").read_text("utf-8"))
    assert journal == {"key": "k", "failures": [{"n": 0}, {"n": 1}, {"n": 2}]}


def test_a_changed_drawing_starts_anew(tmp_path: Path) -> None:
    folder = str(tmp_path)
    add_failure(folder, DOC, "old", {})
    add_failure(folder, DOC, "old", {})
    assert count_failures(folder, DOC, "new") == 0
    assert add_failure(folder, DOC, "new", {}) == 1
    assert count_failures(folder, DOC, "old") == 0


@pytest.mark.parametrize(
    "torn",
    [
        b"",
        b"{",
        b"[]",
        b"5",
        b"null",
        b"\xff",
        b'{"key": "k"}',
        b'{"key": "k", "failures": 7}',
        b'{"key": "k", "failures": null}',
    ],
)
def test_a_torn_journal_is_counted_anew(tmp_path: Path, torn: bytes) -> None:
    (tmp_path / f"{DOC}.json").write_bytes(torn)
    assert count_failures(str(tmp_path), DOC, "k") == 0
    assert add_failure(str(tmp_path), DOC, "k", {}) == 1
    assert count_failures(str(tmp_path), DOC, "k") == 1


def test_a_journal_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "attempts").touch()
    with pytest.raises(OSError):
        add_failure(str(tmp_path / "attempts"), DOC, "k", {})


def test_all_journals_are_counted_against_their_keys(tmp_path: Path) -> None:
    folder = str(tmp_path / "attempts")
    assert count_all_failures(folder, {DOC: "k"}) == {}
    for name, key in (
        (DOC, "k"),
        (DOC, "k"),
        ("b-0123456789ab", "old"),
        ("gone-0123456789ab", "k"),
    ):
        add_failure(folder, name, key, {})
    assert count_all_failures(folder, {DOC: "k", "b-0123456789ab": "new"}) == {DOC: 2}
