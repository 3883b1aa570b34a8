"""The real Snakemake with the plug-in, on a small workflow with the product's rule names."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import bomflow

PACKAGES = str(Path(bomflow.__file__).parents[1])
SNAKEFILE = r"""
import json, os
from bomflow.lifetime import end_jobs_on_signal
DOCS = [f"doc-{n:03d}" for n in range(int(config["documents"]))]
rule all:
    input: "results/bom.sqlite"
onstart:
    end_jobs_on_signal()  # as the product does: Snakemake's own handler can wait for its own lock
    os.makedirs("results/logs", exist_ok=True)
    with open("results/run_plan.json", "w") as stream:
        journal = "results/logs/extract.jsonl"
        before = os.path.getsize(journal) if os.path.exists(journal) else 0
        lines = ["2 workers because of 2 cores"]
        json.dump({"documents": len(DOCS), "lines": lines, "attempts_bytes": before}, stream)
onsuccess:
    logger.info("next: look at the results")
rule extract:
    output: "results/extract/{doc_id}.json"
    log: "results/logs/extract/{doc_id}.log"
    retries: 2
    resources: attempt_no=lambda wildcards, attempt: attempt
    shell: "sh {workflow.basedir}/extract.sh --doc-id {wildcards.doc_id} {resources.attempt_no}"
        " {config[sleep]} {output} 2> {log}"
rule merge_shard:
    input: expand("results/extract/{doc_id}.json", doc_id=DOCS)
    output: "results/shards/shard-{shard}.sqlite"
    log: "results/logs/merge_shard/{shard}.log"
    shell: "{config[merge]} > {log}; touch {output}"
rule merge:
    input: expand("results/shards/shard-{shard}.sqlite", shard=range(3))
    output: "results/bom.sqlite"
    shell: "touch {output}"
"""
EXTRACT = r"""
sleep $4
result='"outcome":"success","error_code":null,"message":"","rows":12'
case $2 in
*-002) result='"outcome":"failure","error_code":"NO_ANCHOR","message":"no [b]\u001b[2J","rows":0';;
*-003) [ $3 -lt 2 ] && exit 1;;
esac
printf '{"doc_id":"%s","filename":"KG A/%s.pdf",%s,"pages":2}\n' $2 $2 "$result" \
    >> results/logs/extract.jsonl
echo '{}' > $5
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


def command(*arguments: str, documents: int = 8, sleep: str = "0") -> list[str]:
    config = [f"documents={documents}", f"sleep={sleep}"]
    if not any(argument.startswith("merge=") for argument in arguments):
        config.append("merge=true")
    options = [argument for argument in arguments if not argument.startswith("merge=")]
    config += [argument for argument in arguments if argument.startswith("merge=")]
    return [
        *(sys.executable, "-m", "snakemake", "--logger", "bomflow", "--cores", "2"),
        *("--directory", "out", "--scheduler", "greedy", *options, "--config", *config),
    ]


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": PACKAGES, "TERM": "xterm-256color", **more}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    (tmp_path / "Snakefile").write_text(SNAKEFILE)
    (tmp_path / "extract.sh").write_text(EXTRACT)

    def run_snakemake(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command(*arguments),
            cwd=tmp_path,
            env=environment(),
            capture_output=True,
            text=True,
            timeout=60,
        )

    return run_snakemake


def test_from_the_first_run_to_nothing_to_do(run: Run, tmp_path: Path) -> None:
    dry = run("-n")
    assert dry.returncode == 0
    assert "Dry run: 13 jobs would run" in dry.stdout
    assert re.search(r"extract +8  output missing\n", dry.stdout)
    assert not (tmp_path / "out" / "results").exists()

    first = run()
    assert first.returncode == 0
    lines = first.stderr.splitlines()
    assert lines[-1] == "next: look at the results"
    for line in (
        "2 workers because of 2 cores",
        "Finished: 8 of 8 drawings done.",
        "  successes  7 (87.5 %)",
        "  failures   1 (NO_ANCHOR 1)",
        "  retries    1",
        "  BOM rows   84",
        "  pages      16",
        "  database   shards 3 done; join done",
        "  log        out/results/logs/progress.log",
    ):
        assert line in lines
    assert "Error in rule" not in first.stderr, "an attempt that was repeated is no error"
    assert len(lines) < 20
    log = (tmp_path / "out/results/logs/progress.log").read_text()
    assert "Finished: 8 of 8 drawings done." in log
    own = next((tmp_path / "out/.snakemake/log").iterdir()).read_text()
    assert own.count("localrule extract:") == 9, "Snakemake's own lines are no longer in its log"

    again = run()
    assert again.returncode == 0
    assert again.stderr == "Nothing to do: all results are there and up to date.\n"


def test_a_rule_that_fails(run: Run) -> None:
    failed = run("merge=echo the_reason >&2; false")
    assert failed.returncode == 1
    assert "Error in rule merge_shard:" in failed.stderr
    assert "At least one job did not complete successfully." in failed.stderr
    assert re.search(r"^FAILED: rule merge_shard", failed.stderr, re.MULTILINE)
    assert re.search(r"see out/results/logs/merge_shard/\d.log", failed.stderr)


def test_a_mistake_in_the_workflow(run: Run, tmp_path: Path) -> None:
    (tmp_path / "Snakefile").write_text('rule all:\n    input: "nowhere.txt"\n')
    failed = run()
    assert failed.returncode == 1
    assert "MissingInputException" in failed.stderr
    assert "nowhere.txt" in failed.stderr


@pytest.mark.usefixtures("run")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_stopped_at_a_terminal(tmp_path: Path, stop: signal.Signals) -> None:
    outer, inner = pty.openpty()
    process = subprocess.Popen(
        command(documents=200, sleep="0.1"),
        cwd=tmp_path,
        env=environment(COLUMNS="80", LINES="24"),
        stdin=inner,
        stdout=inner,
        stderr=inner,
    )
    os.close(inner)
    seen = b""
    stopped = False
    end = time.monotonic() + 120  # a busy machine takes its time
    while time.monotonic() < end:
        if not select.select([outer], [], [], 0.2)[0]:
            continue
        try:
            data = os.read(outer, 65536)
        except OSError:  # the other end is closed
            break
        seen += data
        if not stopped and re.search(rb"[1-9]\d* ok", seen):
            process.send_signal(stop)
            stopped = True
    os.close(outer)
    assert process.wait(timeout=30) == 1
    text = seen.decode("utf-8", "replace")
    assert stopped
    assert "same command goes on" in text
    assert "\x1b[?25l" not in text, "the cursor was hidden"
    assert "Traceback" not in text
    after = text[text.rindex("Interrupted") :]
    assert "━" not in after, "the view was drawn after the end"


def test_for_programs_all_of_it_is_json(run: Run) -> None:
    done = run("--logger-bomflow-json")
    assert done.returncode == 0
    told = [json.loads(line) for line in done.stderr.splitlines()]
    assert told[0]["message"] == "2 workers because of 2 cores"
    assert any("Finished: 8 of 8" in line.get("message", "") for line in told)
    last = told[-1]
    assert (last["outcome"], last["done"], last["total"], last["rows"]) == ("success", 8, 8, 84)
