"""The summary of a dry run."""

from __future__ import annotations

import pytest

from bomflow.progress.dryrun import DryRun, kinds_of_reason


@pytest.mark.parametrize(
    ("reason", "kinds"),
    [
        ("Missing output files: results/a.json", ["output missing"]),
        (
            "Missing output files: a; Input files updated by another job: b, c",
            ["output missing", "input is made anew"],
        ),
        ("Updated input files: Code has changed.pdf", ["input newer"]),
        ("Code has changed since last execution", ["code changed"]),
        (
            "Params have changed since last execution: before: x; now: y",
            ["settings or code digest changed"],
        ),
        ("Finished (was: Forced execution)", ["forced"]),
        ("Something new: a, b", ["Something new"]),
        ("", []),
    ],
)
def test_kinds(reason: str, kinds: list[str]) -> None:
    assert kinds_of_reason(reason) == kinds


def test_thousands_of_jobs_are_a_few_lines() -> None:
    dry = DryRun()
    dry.planned({"extract": 2500, "merge": 1, "total": 2501})
    for number in range(2500):
        what = "Code has changed since last execution" if number % 2 else "Missing output files: x"
        dry.job("extract", what)
    dry.job("merge", "Missing output files: y")
    lines = dry.summary()
    assert lines[0] == "Dry run: 2,501 jobs would run, nothing was changed."
    assert lines[1].split() == (
        ["extract", "2,500", "output", "missing", "(1,250);", "code", "changed", "(1,250)"]
    )
    assert len(lines) == 4


def test_nothing_planned_is_nothing_to_say() -> None:
    assert DryRun().summary() == []
