"""Jobs as Snakemake tells of them."""

from __future__ import annotations

from bomflow.progress.jobs import EXTRACT, JOIN, MAX_FAILED_JOBS, RESTART_GRACE_S, SHARD, Jobs
from bomflow.progress.snapshot import Job


def planned() -> Jobs:
    jobs = Jobs()
    jobs.planned({EXTRACT: 100, SHARD: 3, JOIN: 1, "all": 1, "total": 105})
    return jobs


def drawing(jobid: int) -> Job:
    return Job(jobid, EXTRACT, f"doc-{jobid}", doc_id=f"doc-{jobid}")


def test_states_of_the_merges() -> None:
    jobs = planned()
    shards = [Job(jobid, SHARD, f"shard {jobid}", shard=str(jobid)) for jobid in range(3)]
    assert jobs.merge("shards", SHARD).waiting == 3
    for job in shards:
        jobs.started(job)
    assert jobs.merging() == shards
    jobs.finished(0)
    jobs.failed(1, SHARD, ["merge.log"], "the error", 1001.0)
    assert jobs.settle(1001.0 + RESTART_GRACE_S)[0].error == "the error"
    merge, join = jobs.merge("shards", SHARD), jobs.merge("join", JOIN)
    assert (merge.done, merge.failed, merge.running, merge.waiting) == (1, 1, 1, 0)
    assert (join.total, join.waiting) == (1, 1)


def test_a_job_that_is_tried_again_did_not_fail() -> None:
    jobs = planned()
    jobs.started(drawing(1))
    jobs.failed(1, EXTRACT, [], "exit 1", 1000.0)
    jobs.restarted(1)
    assert jobs.settle(1100.0, final=True) == []
    assert (jobs.restarts, jobs.failed_number, jobs.reading()) == (0, 0, {})  # stopped by hand?
    jobs.started(drawing(1))
    assert jobs.restarts == 1


def test_a_failure_is_certain_after_a_while_or_at_the_end() -> None:
    jobs = planned()
    jobs.failed(1, EXTRACT, ["a.log"], "exit 1", 1000.0)
    assert jobs.settle(1001.0) == []
    (job,) = jobs.settle(1001.0, final=True)
    assert job.logs == ("a.log",)
    assert jobs.failed_for_good == (job,)


def test_jobs_stopped_with_the_run_are_no_failures() -> None:
    jobs = planned()
    jobs.failed(1, EXTRACT, [], "signal 2", 1000.0)
    jobs.stopped_by_hand()
    assert jobs.settle(2000.0, final=True) == []


def test_of_many_failed_jobs_the_first_are_kept_and_all_counted() -> None:
    jobs = planned()
    for jobid in range(MAX_FAILED_JOBS + 5):
        jobs.failed(jobid, EXTRACT, [], "exit 1", 1000.0)
    jobs.settle(1000.0, final=True)
    assert (len(jobs.failed_for_good), jobs.failed_number) == (MAX_FAILED_JOBS, MAX_FAILED_JOBS + 5)


def test_what_is_done_between_the_drawings_and_the_end() -> None:
    jobs = planned()
    assert jobs.stage() == "between two stages"
    jobs.started(Job(7, "export_csv", "export_csv"))
    assert jobs.stage() == "export_csv"
    jobs.started(Job(8, JOIN, "the join"))
    assert jobs.stage() == "merging"
