"""The jobs of a run as Snakemake tells of them: planned, running, ended, perhaps tried again."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Mapping, Sequence

from bomflow.progress.snapshot import Job, Merge, Working

EXTRACT = "extract"
SHARD = "merge_shard"
JOIN = "merge"
#: Seconds to wait after a job's error whether Snakemake starts it again.
RESTART_GRACE_S = 5.0
#: A bound, so that memory stays flat whatever a run brings.
MAX_FAILED_JOBS = 50
#: A drawing that takes longer than so many seconds is named, and so many of them.
LONG_S, LONGEST_SHOWN = 10.0, 3


class Jobs:
    """Counts the jobs of one run by rule. Times in seconds of the caller's clock."""

    def __init__(self) -> None:
        self._planned: Counter[str] = Counter()
        self._finished: Counter[str] = Counter()
        self._broken: Counter[str] = Counter()
        self._running: dict[int, Job] = {}
        self._doubtful: dict[int, tuple[Job, float]] = {}
        self._failed: list[Job] = []
        self.any = False
        self._again: set[int] = set()  # told that they are tried again, not started yet
        self.done = 0
        self.restarts = 0

    # What Snakemake tells

    def planned(self, by_rule: Mapping[str, int]) -> None:
        """Note how many jobs each rule has in this run."""
        self._planned = Counter({k: int(v) for k, v in by_rule.items() if k != "total"})

    def started(self, job: Job) -> None:
        """Note a job that runs from now on."""
        self.any = True
        self.restarts += job.jobid in self._again
        self._again.discard(job.jobid)
        self._running[job.jobid] = job

    def finished(self, jobid: int) -> None:
        """Note a job that ended well."""
        job = self._running.pop(jobid, None)
        self._doubtful.pop(jobid, None)
        self.done += 1
        if job is not None:
            self._finished[job.rule] += 1

    def failed(self, jobid: int, rule: str, logs: Sequence[str], text: str, now: float) -> None:
        """Note a job that ended badly; Snakemake may start it again."""
        job = self._running.pop(jobid, None) or Job(jobid, rule, rule)
        job.logs = tuple(logs)
        job.error = text
        self._doubtful[jobid] = (job, now)

    def restarted(self, jobid: int) -> None:
        """Note that the job that failed is tried again, which counts once it has started."""
        self._doubtful.pop(jobid, None)
        self._again.add(jobid)

    def settle(self, now: float, *, final: bool = False) -> list[Job]:
        """Return the jobs whose failure is certain by now (all of them if ``final``)."""
        certain = [
            job for job, since in self._doubtful.values() if final or now - since >= RESTART_GRACE_S
        ]
        for job in certain:
            del self._doubtful[job.jobid]
            self._broken[job.rule] += 1
            if len(self._failed) < MAX_FAILED_JOBS:
                self._failed.append(job)
        return certain

    def stopped_by_hand(self) -> None:
        """Forget failures that are not certain: the jobs were stopped together with the run."""
        self._doubtful.clear()

    # What can be asked

    def planned_of(self, rule: str) -> int:
        """How many jobs the rule has in this run."""
        return self._planned[rule]

    def finished_of(self, rule: str) -> int:
        """How many of them ended well."""
        return self._finished[rule]

    @property
    def total(self) -> int:
        """How many jobs this run has."""
        return sum(self._planned.values())

    @property
    def failed_for_good(self) -> tuple[Job, ...]:
        """The first of the jobs whose failure is certain."""
        return tuple(self._failed)

    @property
    def failed_number(self) -> int:
        """How many jobs have failed for certain."""
        return sum(self._broken.values())

    def reading(self) -> dict[str, Job]:
        """Return the running extraction jobs by document."""
        return {job.doc_id: job for job in self._running.values() if job.rule == EXTRACT}

    def merging(self) -> list[Job]:
        """Return the running jobs of the merge rules."""
        return [job for job in self._running.values() if job.rule in (SHARD, JOIN)]

    def merge(self, label: str, rule: str) -> Merge:
        """How far the jobs of one merge rule are."""
        running = sum(job.rule == rule for job in self._running.values())
        return Merge(label, self._planned[rule], running, self._finished[rule], self._broken[rule])

    def stage(self) -> str:
        """What is done once all drawings are read."""
        rules = sorted({job.rule for job in self._running.values()} - {EXTRACT})
        if any(rule in (SHARD, JOIN) for rule in rules):
            return "merging"
        return ", ".join(rules) if rules else "between two stages"

    def longest(self, now: float) -> tuple[Working, ...]:
        """The drawings that have been worked on for longest, worth a look if that is long."""
        jobs = (job for job in self._running.values() if job.rule == EXTRACT)
        oldest = heapq.nsmallest(LONGEST_SHOWN, jobs, key=lambda job: job.since)
        return tuple(
            Working(job.known_as, now - job.since)
            for job in oldest
            if job.since and now - job.since >= LONG_S
        )
