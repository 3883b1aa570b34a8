"""The model with a clock of its own."""

from __future__ import annotations

import tracemalloc
from typing import Any

import pytest

from bomflow.progress.jobs import EXTRACT, JOIN, SHARD
from bomflow.progress.snapshot import Job
from bomflow.progress.state import LOOKS, MAX_CODES, Progress


def line(outcome: str = "success", **more: Any) -> dict[str, Any]:
    return {"outcome": outcome, "rows": 12, "pages": 2, "filename": "a.pdf", **more}


def drawing(jobid: int) -> Job:
    return Job(jobid, EXTRACT, f"doc-{jobid}", doc_id=f"doc-{jobid}")


def started(total: int = 100) -> Progress:
    progress = Progress(1000.0)
    progress.jobs.planned({EXTRACT: total, SHARD: 3, JOIN: 1, "all": 1, "total": total + 5})
    return progress


def test_counts_of_attempts() -> None:
    progress = started()
    for _ in range(3):
        progress.attempt(line())
    progress.attempt(line("failure", rows=0, error_code="TIMEOUT", message="not within 60 s"))
    progress.attempt(line("retry", error_code="TIMEOUT"))
    progress.attempt(line("nonsense"))
    s = progress.snapshot(1010.0)
    assert (s.succeeded, s.failed, s.done, s.total) == (3, 1, 4, 100)
    assert (s.rows, s.pages) == (36, 8)
    assert s.average == pytest.approx(0.4)
    (failure,) = s.failures
    assert (failure.code, failure.number, failure.message) == ("TIMEOUT", 1, "not within 60 s")


def test_odd_values_in_a_line_count_as_nothing() -> None:
    progress = started()
    for rows in (-5, "12", None, True, 1.5, [1]):
        progress.attempt(line(rows=rows, pages=None))
    progress.attempt({"outcome": "failure", "error_code": ["x"], "filename": None, "message": 7})
    s = progress.snapshot(1001.0)
    assert (s.rows, s.pages, s.succeeded, s.failed) == (0, 0, 6, 1)
    assert s.failures[0].message == "7"


def test_finished_before_and_now() -> None:
    progress = started(40)
    progress.plan({"documents": 2500, "up_to_date": 2460})
    for jobid in range(10):
        progress.jobs.started(drawing(jobid))
        progress.jobs.finished(jobid)
    s = progress.snapshot(1010.0)
    assert (s.done, s.total, s.done_now, s.todo) == (2470, 2500, 10, 40)


def test_without_up_to_date_the_rest_was_done_before() -> None:
    progress = started(40)
    progress.plan({"documents": 2500})
    assert progress.snapshot(1001.0).done == 2460


def test_without_a_plan_the_run_is_the_whole() -> None:
    s = started(40).snapshot(1001.0)
    assert (s.done, s.total) == (0, 40)


@pytest.mark.parametrize("plan", [{}, {"documents": "many"}, {"documents": 3, "up_to_date": -1}])
def test_a_strange_plan_is_no_reason_to_fail(plan: dict[str, Any]) -> None:
    progress = started(40)
    progress.plan(plan)
    assert progress.snapshot(1001.0).total >= 40


def test_events_count_when_the_log_of_the_workers_is_missing() -> None:
    progress = started(5)
    progress.jobs.started(drawing(1))
    progress.jobs.finished(1)
    assert progress.snapshot(1001.0).done == 1


def test_eta_needs_three_samples_and_counts_what_is_left_of_this_run() -> None:
    progress = started(1000)
    progress.plan({"documents": 5000, "up_to_date": 4000})
    for second in range(1, 91):
        progress.attempt(line())
        progress.tick(1000.0 + second)
        if second == 89:
            assert progress.snapshot(1089.0).rate is None
            assert progress.snapshot(1089.0).eta is None
    s = progress.snapshot(1090.0)
    assert s.rate == pytest.approx(1.0)
    assert s.eta == pytest.approx(910.0)


def test_eta_is_unknown_while_nothing_is_finished() -> None:
    progress = started()
    for second in range(1, 200):
        progress.tick(1000.0 + second)
    s = progress.snapshot(1200.0)
    assert s.rate == 0.0
    assert s.eta is None


def test_a_worker_without_a_sign_of_life() -> None:
    progress = started()
    progress.jobs.started(
        Job(1, EXTRACT, "doc-1", doc_id="doc-1", command="x --file 'KG A/a b.pdf' --y")
    )
    progress.jobs.started(drawing(2))
    for second in range(0, 80, 10):
        progress.workers_seen({"doc-1": (11, ("same",)), "doc-2": (12, (second,))}, 1000.0 + second)
        s = progress.snapshot(1000.0 + second)
        assert s.active == 2
        assert bool(s.silent) == (second >= 60)
    (silent,) = s.silent
    assert (silent.label, silent.pid, silent.seconds) == ("KG A/a b.pdf", 11, 70.0)


def test_a_new_attempt_of_a_silent_worker_starts_afresh() -> None:
    progress = started()
    progress.jobs.started(drawing(1))
    progress.workers_seen({"doc-1": (11, "s")}, 1000.0)
    progress.workers_seen({"doc-1": (22, "s")}, 1055.0)
    assert progress.snapshot(1065.0).silent == ()


def test_a_worker_that_is_never_seen_is_not_reported() -> None:
    """On a cluster the processes run elsewhere."""
    progress = started()
    progress.jobs.started(drawing(1))
    progress.workers_seen({}, 1000.0)
    assert progress.snapshot(2000.0).silent == ()


def test_a_merge_that_writes_nothing_is_silent() -> None:
    progress = started()
    progress.jobs.started(Job(7, SHARD, "shard 2", shard="2"))
    for second in range(0, 61, 10):
        progress.merge_seen(7, "same files", 1000.0 + second)
    (silent,) = progress.snapshot(1060.0).silent_merges
    assert (silent.label, silent.seconds) == ("shard 2", 60.0)
    progress.merge_seen(7, "other files", 1061.0)
    assert progress.snapshot(1062.0).silent_merges == ()


def test_memory_is_flat_at_25000_jobs() -> None:
    def run(progress: Progress, first: int, last: int) -> None:
        for jobid in range(first, last):
            progress.jobs.started(drawing(jobid))
            progress.attempt(line("failure", error_code=f"E{jobid}", filename=f"{jobid}.pdf"))
            if jobid % 7 == 0:
                progress.jobs.failed(jobid, EXTRACT, [], "x" * 100, float(jobid))
                progress.jobs.settle(0.0, final=True)
            else:
                progress.jobs.finished(jobid)
            progress.workers_seen({f"doc-{jobid}": (jobid, jobid)}, float(jobid))
            progress.tick(float(jobid))

    progress = started(25_000)
    run(progress, 0, 1000)
    tracemalloc.start()
    run(progress, 1000, 25_000)
    grown, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert grown < 50_000
    assert len(progress.snapshot(0.0).failures) <= MAX_CODES + 1


def test_what_takes_long_and_what_the_host_has_left_is_shown() -> None:
    progress = Progress(0.0)
    progress.plan({"documents": 3, "budget_mb": 13000})
    for jobid, since in enumerate([1.0, 95.0, 50.0]):
        command = f"x --file {jobid}.pdf"
        progress.jobs.started(Job(jobid, EXTRACT, "", f"doc-{jobid}", command=command, since=since))
    progress.host_seen(812.0, 5000.0)
    s = progress.snapshot(100.0)
    assert [(one.label, one.seconds) for one in s.longest] == [("0.pdf", 99.0), ("2.pdf", 50.0)]
    assert (s.memory_mb, s.budget_mb, s.disk_free_mb) == (812.0, 13000, 5000.0)


def test_the_memory_shown_is_the_most_of_the_last_looks() -> None:
    """Between two small drawings nobody is at work, and a blinking 0 MB tells nothing."""
    progress = Progress(0.0)
    progress.host_seen(812.0, None)
    for _ in range(LOOKS - 1):
        progress.host_seen(0.0, None)
    assert progress.snapshot(1.0).memory_mb == 812.0
    progress.host_seen(3.0, None)
    assert progress.snapshot(1.0).memory_mb == 3.0
