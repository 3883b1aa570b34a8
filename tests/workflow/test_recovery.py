"""Interrupted runs resume, transient failures are retried, and two runs never share a folder."""

from __future__ import annotations

import fcntl
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest

from drawgen.bulk import write_many
from project import BIN, Project

MakeProject = Callable[..., Project]
COLUMNS = "SELECT * FROM bom_data ORDER BY id"


def finished(project: Project) -> set[str]:
    folder = project.results / "extract"
    return {path.name for path in folder.glob("*.json")} if folder.exists() else set()


def record_of(kept: str) -> str:
    """Name of the record of which ``results/finished`` keeps a second name."""
    return f"{kept.rpartition('@')[0]}.json"


def wait_for_records(project: Project, process: subprocess.Popen[str], count: int) -> None:
    end = time.monotonic() + 60
    while len(finished(project)) < count:
        assert process.poll() is None, process.communicate()[0]
        assert time.monotonic() < end, "no records appear"
        time.sleep(0.02)


def without_times(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{key: value for key, value in row.items() if key != "created_at"} for row in rows]


@pytest.mark.parametrize("how", ["kill -9 of the main process", "kill -9 of the group", "Ctrl-C"])
def test_the_same_command_resumes(how: str, make_project: MakeProject) -> None:
    project = make_project(80)
    process = project.start()
    wait_for_records(project, process, 12)
    if how == "kill -9 of the main process":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL if "group" in how else signal.SIGINT)
    process.communicate(timeout=60)
    time.sleep(0.5)  # workers of a killed run notice within a tenth of a second
    # Snakemake may have deleted the last ones under their own name, but none is lost.
    kept = (project.results / "finished").glob("[!.]*")  # what was half written goes on the rerun
    records = {path.name: path.read_bytes() for path in kept}
    assert 12 <= len(records) < 80
    assert finished(project) <= {record_of(name) for name in records}

    project.run()
    for name, record in records.items():  # with its times: no finished extraction is repeated
        assert (project.results / "extract" / record_of(name)).read_bytes() == record
    assert not (project.results / "finished").exists()
    rows = without_times(project.query(COLUMNS))
    assert len(rows) > 40

    undisturbed = Project(project.drawings, project.directory / "undisturbed")
    undisturbed.run()
    assert rows == without_times(undisturbed.query(COLUMNS))


def test_a_transient_failure_is_retried_with_more_memory(make_project: MakeProject) -> None:
    """A dense sheet does not fit into 64 MB; the second or third attempt is granted enough."""
    project = make_project(1)
    write_many(project.drawings / "dense", 1, segments=(400_000, 400_000))
    project.run(config=["memory={min_worker_mb: 64, max_worker_mb: 64}"])
    rows = project.query(
        "SELECT success, retry_count, memory_peak_mb FROM processing_summary ORDER BY filename"
    )
    assert rows[0]["success"] and rows[0]["retry_count"] > 0
    assert rows[0]["memory_peak_mb"] > 64
    assert rows[1]["success"] and rows[1]["retry_count"] == 0
    events = (project.results / "logs" / "extract.jsonl").read_text("utf-8").splitlines()
    outcomes = [(e["outcome"], e["error_code"], e["limit_mb"]) for e in map(json.loads, events)]
    assert ("retry", "MEMORY_ERROR", 64) in outcomes
    assert ("success", None, 64 * (rows[0]["retry_count"] + 1)) in outcomes


def test_retry_failed_takes_transient_failures_below_the_limit(make_project: MakeProject) -> None:
    project = make_project(2)
    (project.drawings / "broken.pdf").write_bytes(b"no PDF")
    hopeless = "extract={timeout_s: 0.001, retries: 0}"
    output = project.run(config=[hopeless])
    assert "TIMEOUT" in output
    codes = "SELECT error_code, retry_count FROM processing_summary ORDER BY filename"
    assert [row["error_code"] for row in project.query(codes)] == [
        "INVALID_PDF",
        "TIMEOUT",
        "TIMEOUT",
    ] or {row["error_code"] for row in project.query(codes)} == {"TIMEOUT"}

    release = [str(BIN / "python"), "-m", "bomflow", "retry-failed", "-d", str(project.directory)]
    spent = subprocess.run([*release, "--config", hopeless], capture_output=True, text=True)
    assert spent.stdout.startswith("0 drawing(s)"), spent  # no retry is allowed: all used up
    released = subprocess.run(release, capture_output=True, text=True, check=True).stdout
    assert "will be read again" in released and not released.startswith("0 ")
    before = project.times()
    project.run()
    assert {row["error_code"] for row in project.query(codes)} == {None, "INVALID_PDF"}
    assert {row["retry_count"] for row in project.query(codes) if not row["error_code"]} == {1}
    assert len([n for n in project.made_anew(before) if n.startswith("extract/")]) >= 2


def test_a_second_run_refuses_at_once_and_harms_nothing(make_project: MakeProject) -> None:
    project = make_project(2)
    project.run()
    (project.results / "bom.sqlite").unlink()  # there would be work to do
    before = project.times()
    with open(project.results / ".lock", "r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        output = project.run(code=1)
    assert "Another run works on" in output and "--directory" in output
    assert "Traceback" not in output
    assert project.made_anew(before) == set()
    project.run()
    assert (project.results / "bom.sqlite").exists()


@pytest.mark.parametrize(
    ("config", "words"),
    [
        (["extract={timeout: 5}"], "extract.timeout_s"),
        (["max_workers=3"], "--cores"),
        (["input_dir=/no/such/folder"], "does not exist"),
        (["extract={timeout_s: soon}"], "extract.timeout_s"),
        (["codes={kks: '('}"], "codes.kks"),
    ],
)
def test_a_bad_configuration_says_what_to_write(
    config: list[str], words: str, make_project: MakeProject
) -> None:
    project = make_project(1)
    output = project.run(code=1, config=config)
    assert words in output
    assert "Traceback" not in output
    assert not project.results.exists()


def test_python_is_the_same_one() -> None:
    assert (BIN / "snakemake").exists(), f"no snakemake beside {sys.executable}"
