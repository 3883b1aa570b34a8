"""Records as Snakemake 9.27 makes them, without a run."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from snakemake.settings.enums import Quietness
from snakemake_interface_logger_plugins.common import LogEvent

from snakemake_logger_plugin_bomflow import LogHandler

Capture = pytest.CaptureFixture[str]
Make = Callable[..., LogHandler]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("bomflow.progress.jobs.RESTART_GRACE_S", 0.0)

    def make_handler(**changes: Any) -> LogHandler:
        settings = {
            "printshellcmds": False,
            "nocolor": False,
            "quiet": None,
            "debug_dag": False,
            "verbose": False,
            "show_failed_logs": False,
            "stdout": False,
            "dryrun": False,
            **changes,
        }
        return LogHandler(SimpleNamespace(**settings), None)

    return make_handler


def send(
    handler: LogHandler,
    text: str | None = None,
    event: LogEvent | None = None,
    level: int = logging.INFO,
    thread: str = "MainThread",
    **fields: Any,
) -> None:
    record = logging.LogRecord("snakemake.logging", level, "", 0, text, None, None)
    record.threadName, record.thread = thread, hash(thread)
    if event is not None:
        fields["event"] = event
    record.__dict__.update(fields)
    handler.emit(record)


def begin(handler: LogHandler, **stats: int) -> None:
    send(handler, "Workflow has started!", LogEvent.WORKFLOW_STARTED)
    send(handler, "Job stats", LogEvent.RUN_INFO, stats=stats or {"extract": 2, "total": 2})


def job(handler: LogHandler, jobid: int, rule: str = "extract", **fields: Any) -> None:
    send(
        handler,
        "Rule",
        LogEvent.JOB_INFO,
        **{
            "jobid": jobid,
            "rule_name": rule,
            "wildcards": {"doc_id": f"doc-{jobid}"},
            "input": [],
            "log": [f"logs/{jobid}.log"],
            "shellcmd": "extract.py --file 'KG A/a.pdf'",
            "reason": "Missing output files: x",
            **fields,
        },
    )


def finished(handler: LogHandler, jobid: int, done: int, total: int) -> None:
    send(handler, "Finished", LogEvent.JOB_FINISHED, job_id=jobid)
    send(handler, None, LogEvent.PROGRESS, done=done, total=total)


def attempt_failed(handler: LogHandler, jobid: int, rule: str = "extract") -> None:
    """The two records of a failed attempt, both from the job's thread."""
    text = f"RuleException:\nexit status 1 of job {jobid}"
    send(handler, text, LogEvent.ERROR, logging.ERROR, f"pool-{jobid}", exception="RuleException")
    send(
        handler,
        f"Error in rule {rule}",
        LogEvent.JOB_ERROR,
        logging.ERROR,
        f"pool-{jobid}",
        **{
            "rule_name": rule,
            "rule_msg": None,
            "jobid": jobid,
            "input": [f"results/extract/{n}.json" for n in range(1000)],
            "output": ["x"],
            "log": [f"logs/{jobid}.log"],
            "conda_env": None,
            "shellcmd": "false",
            "aux": {},
            "indent": False,
        },
    )


def end_badly(handler: LogHandler) -> None:
    send(
        handler,
        "WorkflowError:\nAt least one job did not complete successfully.",
        LogEvent.ERROR,
        logging.ERROR,
        exception="WorkflowError",
    )


def test_a_run_that_ends_well(make: Make, capsys: Capture) -> None:
    handler = make()
    begin(handler)
    for jobid in (1, 2):
        job(handler, jobid)
        finished(handler, jobid, jobid, 2)
    send(handler, "where the results lie")
    handler.close()
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Finished: 2 of 2 drawings done.")
    assert err.endswith("where the results lie\n"), "what onsuccess says comes after the figures"


def test_snakemakes_own_remarks_are_not_shown(make: Make, capsys: Capture) -> None:
    handler = make()
    for text in (
        "Assuming unrestricted shared filesystem usage.",
        "Building DAG of jobs...",
        "Using shell: /usr/bin/bash",
        "Provided cores: 2",
        "Select jobs to execute...",
        "Complete log(s): /x/y.log",
        "Elapsed time: 0:00:02",
        "2 jobs have missing provenance/metadata so that it in part cannot be used",
    ):
        send(handler, text)
    handler.close()
    assert capsys.readouterr().err == ""


def test_nothing_to_do_is_one_calm_line(make: Make, capsys: Capture, tmp_path: Path) -> None:
    handler = make()
    send(handler, "Building DAG of jobs...")
    send(handler, "Nothing to be done (all requested files are present and up to date).")
    handler.close()
    assert capsys.readouterr().err == "Nothing to do: all results are there and up to date.\n"
    assert list(tmp_path.iterdir()) == []


def test_unknown_remarks_are_shown_but_never_a_flood(make: Make, capsys: Capture) -> None:
    handler = make()
    begin(handler)
    send(handler, "Error: Directory cannot be locked. \x1b[2J[red]Another[/red]")
    for number in range(5000):
        send(handler, f"surprise {number}")
    handler.close()
    err = capsys.readouterr().err
    assert "Error: Directory cannot be locked. [red]Another[/red]\n" in err
    assert len(err.splitlines()) < 150


def test_an_attempt_that_is_repeated_is_only_counted(
    make: Make, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bomflow.progress.jobs.RESTART_GRACE_S", 60.0)
    handler = make()
    begin(handler)
    job(handler, 1)
    attempt_failed(handler, 1)
    send(handler, "Trying to restart job 1.")
    job(handler, 1)
    finished(handler, 1, 1, 1)
    handler.close()
    err = capsys.readouterr().err
    assert "RuleException" not in err
    assert "Error in rule" not in err
    assert err.startswith("Finished:")
    assert "retries    1" in err


def test_a_failed_rule_is_shown_with_its_log_and_snakemakes_text(
    make: Make, capsys: Capture
) -> None:
    handler = make()
    begin(handler, merge=1, total=1)
    job(handler, 7, "merge", wildcards={})
    attempt_failed(handler, 7, "merge")
    end_badly(handler)
    handler.close()
    err = capsys.readouterr().err
    assert "exit status 1 of job 7" in err
    assert "Error in rule merge:" in err
    assert "results/extract/0.json" in err
    assert "results/extract/900.json" not in err, "thousands of input files were printed"
    assert "At least one job did not complete successfully." in err
    assert "FAILED: rule merge (1 job)" in err
    assert "FAILED     rule merge: the join of the shards, see logs/7.log" in err


def test_two_attempts_that_fail_at_once_keep_their_own_text(make: Make, capsys: Capture) -> None:
    handler = make()
    begin(handler)
    for jobid in (1, 2):
        text = f"RuleException: of job {jobid}"
        send(handler, text, LogEvent.ERROR, logging.ERROR, f"pool-{jobid}", exception="x")
    for jobid in (2, 1):
        attempt_failed(handler, jobid)
    handler.close()
    err = capsys.readouterr().err
    assert err.index("exit status 1 of job 2") < err.index("exit status 1 of job 1")


@pytest.mark.parametrize(
    "text",
    [
        "WorkflowError in file Snakefile, line 1:\nno such configfile",
        "MissingInputException in rule all:\nMissing input files: a",
        "SyntaxError in file Snakefile, line 2:\nColon expected",
    ],
)
@pytest.mark.parametrize(
    "changes", [{}, {"quiet": {Quietness.ALL}}, {"verbose": True}, {"dryrun": True}]
)
def test_errors_before_the_run_are_never_swallowed(
    make: Make, capsys: Capture, text: str, changes: dict[str, Any]
) -> None:
    handler = make(**changes)
    send(handler, text, LogEvent.ERROR, logging.ERROR, exception="x")
    handler.close()
    assert text in capsys.readouterr().err


def test_a_start_that_fails_leaves_nothing_behind(
    make: Make, capsys: Capture, tmp_path: Path
) -> None:
    """As when another run holds the lock of the folder."""
    handler = make()
    begin(handler)
    send(handler, "WorkflowError:\nlocked", LogEvent.ERROR, logging.ERROR, exception="x")
    handler.close()
    assert capsys.readouterr().err == "WorkflowError:\nlocked\n"
    assert list(tmp_path.iterdir()) == []


def test_interrupted(make: Make, capsys: Capture) -> None:
    handler = make()
    begin(handler)
    job(handler, 1)
    send(handler, "Terminating processes on user request, this might take some time.")
    attempt_failed(handler, 1)
    end_badly(handler)
    handler.close()
    err = capsys.readouterr().err
    assert "Interrupted: 0 of 2 drawings done and kept." in err
    assert "FAILED" not in err
    assert "Error in rule extract" not in err


def test_a_real_failure_during_a_graceful_stop_is_named(make: Make, capsys: Capture) -> None:
    handler = make()
    begin(handler, merge=1, total=1)
    job(handler, 1, "merge", wildcards={})
    for _ in range(3):  # Snakemake repeats itself
        send(handler, "Will exit after finishing currently running jobs (scheduler).")
    attempt_failed(handler, 1, "merge")
    end_badly(handler)
    handler.close()
    err = capsys.readouterr().err
    assert err.count("Stopping;") == 1
    assert "FAILED     rule merge" in err


def test_dry_run_goes_to_standard_output(make: Make, capsys: Capture, tmp_path: Path) -> None:
    handler = make(dryrun=True, stdout=True)
    begin(handler, extract=2500, total=2500)
    for jobid in range(2500):
        job(handler, jobid)
    send(handler, "Reasons:\n    (check individual jobs above for details)\n")
    send(handler, "This was a dry-run (flag -n). The order of jobs")
    handler.close()
    out, err = capsys.readouterr()
    assert err == ""
    assert out.splitlines()[0] == "Dry run: 2,500 jobs would run, nothing was changed."
    assert len(out.splitlines()) == 3
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("changes", [{"verbose": True}, {"printshellcmds": True}])
def test_snakemakes_own_lines_on_request(
    make: Make, capsys: Capture, changes: dict[str, Any]
) -> None:
    handler = make(**changes)
    begin(handler)
    send(handler, "Building DAG of jobs...")
    send(handler, "Shell command", LogEvent.SHELLCMD, shellcmd="false", cmd="false --doc-id 1")
    job(handler, 1)
    attempt_failed(handler, 1)
    end_badly(handler)
    handler.close()
    err = capsys.readouterr().err
    assert "Building DAG of jobs..." in err
    assert ("false --doc-id 1" in err) == bool(changes.get("printshellcmds"))
    assert err.count("Error in rule extract:") == 1
    assert "FAILED: rule extract (1 job)" in err


def test_quiet_gives_one_line(make: Make, capsys: Capture) -> None:
    handler = make(quiet={Quietness.PROGRESS, Quietness.RULES})
    begin(handler)
    job(handler, 1)
    handler.close()
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_quiet_all_gives_nothing_but_errors(make: Make, capsys: Capture) -> None:
    handler = make(quiet={Quietness.ALL})
    send(handler, "a warning", level=logging.WARNING)
    begin(handler)
    job(handler, 1)
    send(handler, "the error", LogEvent.ERROR, logging.ERROR, exception="x")
    handler.close()
    assert capsys.readouterr().err == "the error\n"


def test_a_record_nobody_expects_does_not_end_the_listener(make: Make, capsys: Capture) -> None:
    handler = make()
    begin(handler)
    send(handler, "odd", LogEvent.JOB_FINISHED)  # no job_id
    send(handler, "a warning", level=logging.WARNING)
    handler.close()
    err = capsys.readouterr().err
    assert "defect" in err
    assert "a warning" in err


def test_close_twice(make: Make, capsys: Capture) -> None:
    handler = make()
    begin(handler)
    job(handler, 1)
    handler.close()
    first = capsys.readouterr().err
    handler.close()
    assert first
    assert capsys.readouterr().err == ""


def test_memory_is_flat(make: Make) -> None:
    import tracemalloc

    handler = make()
    begin(handler, extract=5000, total=5000)

    def run(first: int, last: int) -> None:
        for jobid in range(first, last):
            job(handler, jobid)
            finished(handler, jobid, jobid, 6000)

    run(0, 500)
    tracemalloc.start()
    run(500, 5000)
    grown, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    handler.close()
    assert grown < 100_000


@pytest.mark.parametrize(
    "text",
    [
        "WorkflowError:\nFile results/failures.csv marked for report but does not exist.",
        "Traceback ...\ndocutils.utils.SystemMessage: <string>:1: (SEVERE/4) Problems with "
        '"include" directive path:\nInputError: [Errno 2] No such file',
    ],
)
def test_a_report_of_no_run_or_an_older_version_says_what_to_do(
    make: Make, capsys: Capture, text: str
) -> None:
    handler = make()
    for number in range(2500):
        send(handler, f"Missing metadata for file {number}. Maybe ...", level=logging.WARNING)
    send(handler, text, level=logging.ERROR)
    handler.close()
    [told] = capsys.readouterr().err.splitlines()
    assert "without --report first" in told
