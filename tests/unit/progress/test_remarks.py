"""What Snakemake says in plain text."""

from __future__ import annotations

import pytest

from snakemake_logger_plugin_bomflow.remarks import (
    MAX_INPUTS,
    Remark,
    advice,
    full_log,
    remark_of,
    restarted_job,
    shortened,
)


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Terminating processes on user request, this might take some time.", Remark.STOP_NOW),
        ("Will exit after finishing currently running jobs (scheduler).", Remark.STOPPING),
        ("Nothing to be done (all requested files are present and up to date).", Remark.NOTHING),
        ("Building DAG of jobs...", Remark.PLANNING),
        ("Trying to restart job 12.", Remark.CHATTER),
        ("Complete log(s): /x/.snakemake/log/y.log", Remark.CHATTER),
        ("None", Remark.CHATTER),
        ("None of the shards is there", Remark.OTHER),
        ("Ask your administrator.", Remark.OTHER),
    ],
)
def test_what_a_remark_is_about(text: str, remark: Remark) -> None:
    assert remark_of(text) is remark


def test_the_job_that_is_tried_again_and_the_whole_log() -> None:
    assert restarted_job("Trying to restart job 12.") == 12
    assert restarted_job("Select jobs to execute...") is None
    assert full_log("Complete log(s): /x/y.log") == "/x/y.log"
    assert full_log("Elapsed time: 3 s") == ""


def test_a_report_without_a_run_is_told_what_to_do() -> None:
    error = "WorkflowError: File results/overview.html marked for report but does not exist."
    assert "without --report first" in advice(error)
    assert advice("OSError: disk full") == "OSError: disk full"


def test_the_list_of_input_files_is_cut_and_nothing_else() -> None:
    files = "    input: " + "results/extract/a.json, " * 100
    error = shortened(f"Error in rule merge:\n{files}\n    output: {'x' * 400}")
    first, cut, output = error.split("\n")
    assert first == "Error in rule merge:"
    assert cut == f"{files[:MAX_INPUTS]} ... (all of them in .snakemake/log)"
    assert output == f"    output: {'x' * 400}"
