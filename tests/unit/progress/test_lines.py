"""The block of the log, the short line, the final statistics."""

from __future__ import annotations

import json
from collections.abc import Callable

from bomflow.progress.lines import (
    block,
    disk_text,
    eta_text,
    final,
    json_line,
    memory_text,
    merge_text,
    rate_text,
    short_line,
)
from bomflow.progress.snapshot import Job, Merge, Silent, Snapshot, Working

Make = Callable[..., Snapshot]


def test_the_block_says_all_that_is_asked_for(make_snapshot: Make) -> None:
    text = "\n".join(
        block(
            make_snapshot(
                silent=(Silent("KG A/a.pdf", 75.0, 4711),),
                silent_merges=(Silent("shard 1", 61.0),),
                rate=2.0,
                eta=649.5,
                active=44,
            ),
            "2026-01-31 12:00:00",
        )
    )
    for part in (
        "[2026-01-31 12:00:00] reading drawings",
        "files      1,201/2,500 (48.0 %)",
        "successes  1,200 (99.9 %)",
        "failures   1",
        "rate       2.00 files/s",
        "elapsed    0:01:40",
        "ETA        0:10:49",
        "workers    44 active, 1 without a sign of life",
        "WARNING    worker 4711: no sign of life for 75 s: KG A/a.pdf",
        "database   CRITICAL database writer unresponsive: shard 1",
        "shards 3 waiting; join waiting",
        "CRITICAL   database writer unresponsive: shard 1 has written nothing for 61 s",
        "BOM rows   12,000",
        "pages      2,400",
        "failed     TIMEOUT 1, last: KG A/[bold red]x[/] fdp.pdf: not finished within 60 s second",
    ):
        assert part in text
    assert "\x1b" not in text


def test_each_entry_of_the_block_is_one_line(make_snapshot: Make) -> None:
    assert all("\n" not in line for line in block(make_snapshot(), "now"))


def test_calculating_says_what_is_known(make_snapshot: Make) -> None:
    s = make_snapshot(rate=None, eta=None, average=3.5)
    assert rate_text(s) == "calculating (3.50 files/s so far)"
    assert eta_text(s) == "calculating"
    assert eta_text(make_snapshot(rate=0.0, eta=None)).startswith("unknown")
    assert rate_text(make_snapshot(done_now=2500)) == "reading done"
    assert eta_text(make_snapshot(done_now=0, todo=0)) == "-"


def test_states_of_the_merges() -> None:
    assert merge_text(Merge("shards", 0, 0, 0, 0)) == "shards up to date"
    assert merge_text(Merge("shards", 3, 2, 0, 0)) == "shards 2 running, 1 waiting"
    assert merge_text(Merge("shards", 3, 0, 3, 0)) == "shards 3 done"
    assert merge_text(Merge("join", 1, 0, 0, 0)) == "join waiting"
    assert merge_text(Merge("join", 1, 1, 0, 0)) == "join running"
    assert merge_text(Merge("join", 1, 0, 0, 1)) == "join failed"


def test_the_short_line_is_one_line(make_snapshot: Make) -> None:
    line = short_line(make_snapshot(), "12:00")
    assert line.startswith("[12:00] reading drawings: 1,201/2,500 (48.0 %), ok 1,200, failed 1")
    assert "\n" not in line


def test_final_statistics(make_snapshot: Make) -> None:
    s = make_snapshot(done=2500, done_now=2500, elapsed=1000.0, average=2.5)
    text = "\n".join(final(s, "success", ["progress.log"]))
    for part in (
        "Finished: 2,500 of 2,500 drawings done.",
        "successes  1,200 (99.9 %)",
        "failures   1 (TIMEOUT 1)",
        "total time 0:16:40 (1000.0 s)",
        "average    2.50 files/s",
        "BOM rows   12,000",
        "pages      2,400",
        "log        progress.log",
    ):
        assert part in text


def test_a_short_run_has_an_average_although_it_never_got_three_samples(
    make_snapshot: Make,
) -> None:
    text = final(make_snapshot(elapsed=4.0, rate=None, average=5.0), "success", [])
    assert "  average    5.00 files/s" in text


def test_a_failed_run_names_rule_and_log(make_snapshot: Make) -> None:
    jobs = tuple(Job(n, "merge_shard", f"shard {n}", logs=(f"logs/{n}.log",)) for n in range(7))
    lines = final(make_snapshot(failed_jobs=jobs, failed_jobs_number=90), "failed", [])
    assert lines[0].startswith("FAILED: rule merge_shard (90 jobs); 1,201 of 2,500 drawings done")
    assert "  FAILED     rule merge_shard: shard 0, see logs/0.log" in lines
    assert "  FAILED     and 85 more jobs" in lines
    assert sum("FAILED  " in line for line in lines) == 6


def test_a_run_that_fails_without_a_job_points_to_the_error(make_snapshot: Make) -> None:
    assert "the error above" in final(make_snapshot(), "failed", [])[0]


def test_an_interrupted_run_says_how_to_go_on(make_snapshot: Make) -> None:
    first = final(make_snapshot(), "interrupted", [])[0]
    assert first.startswith("Interrupted: 1,201 of 2,500 drawings done and kept.")
    assert "same command" in first


def test_a_run_without_drawings_speaks_of_jobs(make_snapshot: Make) -> None:
    s = make_snapshot(total=0, done=0, todo=0, jobs_done=2, jobs_total=2)
    lines = final(s, "success", [])
    assert lines[0] == "Finished: 2 jobs done."
    assert not any("average" in line for line in lines)


def test_host_and_spread_are_told(make_snapshot: Make) -> None:
    s = make_snapshot(
        eta=100.0, eta_low=90.0, eta_high=130.0, memory_mb=3210.0, budget_mb=20100,
        disk_free_mb=1500.0, longest=(Working("a.pdf", 75.0),),
    )  # fmt: skip
    assert eta_text(s) == "0:01:40 (0:01:30 to 0:02:10)"
    assert memory_text(s) == "3.2 GB of 20.1 GB"
    assert disk_text(s) == "1.5 GB left: NEARLY FULL"
    assert "  longest    0:01:15  a.pdf" in block(s, "now")
    assert "3.2 GB of 20.1 GB" in short_line(s, "now")
    told = json.loads(json_line(s, "now"))
    assert (told["at"], told["eta_high"], told["longest"]) == (
        "now",
        130.0,
        [{"label": "a.pdf", "seconds": 75.0}],
    )
