"""The model of a run: events and a clock in, a snapshot of numbers out. No files, no processes."""

from __future__ import annotations

import heapq
from collections import Counter, deque
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from bomflow.progress.health import SILENCE_S, Pulse
from bomflow.progress.rate import RollingRate
from bomflow.progress.snapshot import Failures, Job, Merge, Silent, Snapshot, Working
from bomflow.progress.text import clean

EXTRACT = "extract"
SHARD = "merge_shard"
JOIN = "merge"
#: Seconds to wait after a job's error whether Snakemake starts it again.
RESTART_GRACE_S = 5.0
#: The memory shown is the most of so many looks: small drawings often leave nobody at work.
LOOKS = 5
#: Bounds, so that memory stays flat whatever a run brings.
MAX_CODES = 40
MAX_FAILED_JOBS = 50
#: A drawing that takes longer than so many seconds is named, and so many of them.
LONG_S, LONGEST_SHOWN = 10.0, 3


class Progress:
    """Counts what happens in one run of the workflow. Not thread-safe: the caller locks."""

    def __init__(self, now: float) -> None:
        self._start = now
        self._planned: Counter[str] = Counter()
        self._finished: Counter[str] = Counter()
        self._broken: Counter[str] = Counter()
        self._running: dict[int, Job] = {}
        self._doubtful: dict[int, tuple[Job, float]] = {}
        self._failed_jobs: list[Job] = []
        self._failures: dict[str, Failures] = {}
        self._rate = RollingRate(now)
        self._workers: dict[str, int] = {}
        self._pulse = Pulse()
        self._memory_mb: deque[float] = deque(maxlen=LOOKS)
        self._disk_free_mb: float | None = None
        self._budget_mb: int | None = None
        self._documents: int | None = None
        self._done_before: int | None = None
        self._jobs_done = 0
        self.any_job = False
        self._succeeded = 0
        self._failed = 0
        self._retried = 0
        self._rows = 0
        self._pages = 0

    # What Snakemake tells

    def planned(self, jobs_by_rule: Mapping[str, int]) -> None:
        """Note how many jobs each rule has in this run."""
        self._planned = Counter({k: int(v) for k, v in jobs_by_rule.items() if k != "total"})

    def job_started(self, job: Job) -> None:
        """Note a job that runs from now on."""
        self.any_job = True
        self._running[job.jobid] = job

    def job_finished(self, jobid: int) -> None:
        """Note a job that ended well."""
        job = self._running.pop(jobid, None)
        self._doubtful.pop(jobid, None)
        self._jobs_done += 1
        if job is not None:
            self._finished[job.rule] += 1

    def job_failed(self, jobid: int, rule: str, logs: Sequence[str], text: str, now: float) -> None:
        """Note a job that ended badly; Snakemake may start it again."""
        job = self._running.pop(jobid, None) or Job(jobid, rule, rule)
        job.logs = tuple(logs)
        job.error = text
        self._doubtful[jobid] = (job, now)

    def job_restarted(self, jobid: int) -> None:
        """Note that the job that failed is tried again."""
        self._doubtful.pop(jobid, None)
        self._retried += 1

    def settle(self, now: float, *, final: bool = False) -> list[Job]:
        """Return the jobs whose failure is certain by now (all of them if ``final``)."""
        certain = [
            job for job, since in self._doubtful.values() if final or now - since >= RESTART_GRACE_S
        ]
        for job in certain:
            del self._doubtful[job.jobid]
            self._broken[job.rule] += 1
            if len(self._failed_jobs) < MAX_FAILED_JOBS:
                self._failed_jobs.append(job)
        return certain

    def stopped_by_hand(self) -> None:
        """Forget failures that are not certain: the jobs were stopped together with the run."""
        self._doubtful.clear()

    # What the workers and the plan tell

    def attempt(self, line: Mapping[str, Any]) -> None:
        """Count one finished attempt, a line of ``extract.jsonl``. Odd values count as nothing."""
        outcome = line.get("outcome")
        if outcome == "success":
            self._succeeded += 1
        elif outcome == "failure":
            self._failed += 1
            self._count_failure(line)
        else:
            return
        self._rows += _whole(line.get("rows"))
        self._pages += _whole(line.get("pages"))

    def _count_failure(self, line: Mapping[str, Any]) -> None:
        code = clean(line.get("error_code") or "UNKNOWN", 40)
        if code not in self._failures and len(self._failures) >= MAX_CODES:
            code = "OTHER"
        before = self._failures.get(code)
        self._failures[code] = Failures(
            code,
            before.number + 1 if before else 1,
            clean(line.get("filename") or line.get("doc_id") or "", 300),
            clean(line.get("message") or "", 300),
        )

    def plan(self, plan: Mapping[str, Any]) -> None:
        """Note the size of the whole project, the content of ``run_plan.json``."""
        documents, before = plan.get("documents"), plan.get("up_to_date")
        self._documents = _whole(documents) if documents is not None else None
        self._done_before = _whole(before) if before is not None else None
        self._budget_mb = _whole(plan.get("budget_mb")) or None

    def workers_seen(self, workers: Mapping[str, tuple[int, Hashable]], now: float) -> None:
        """Note what the worker processes show: ``{doc_id: (pid, sign)}``; see ``health``."""
        self._workers = {doc_id: pid for doc_id, (pid, _) in workers.items()}
        for doc_id, (pid, sign) in workers.items():
            self._pulse.beat((EXTRACT, doc_id, pid), sign, now)
        self._forget_silent()

    def host_seen(self, memory_mb: float, disk_free_mb: float | None) -> None:
        """Note what the workers hold together and what is left on the disk of the results."""
        self._memory_mb.append(memory_mb)
        self._disk_free_mb = disk_free_mb

    def merge_seen(self, jobid: int, sign: Hashable, now: float) -> None:
        """Note what the files and the process of a running merge show."""
        self._pulse.beat((JOIN, jobid), sign, now)

    def _forget_silent(self) -> None:
        merges = [(JOIN, job.jobid) for job in self.running_merges()]
        self._pulse.keep([*((EXTRACT, d, p) for d, p in self._workers.items()), *merges])

    # What can be asked

    def running_documents(self) -> dict[str, Job]:
        """Return the running extraction jobs by document."""
        return {job.doc_id: job for job in self._running.values() if job.rule == EXTRACT}

    def running_merges(self) -> list[Job]:
        """Return the running jobs of the merge rules."""
        return [job for job in self._running.values() if job.rule in (SHARD, JOIN)]

    @property
    def started(self) -> float:
        """When the run began, on the caller's clock (seconds)."""
        return self._start

    @property
    def _todo(self) -> int:
        return self._planned[EXTRACT]

    @property
    def _done_now(self) -> int:
        # Lines of the worker are earlier than Snakemake's event; the event comes without a line
        # if the log folder was cleared.
        known = max(self._succeeded + self._failed, self._finished[EXTRACT])
        return min(known, self._todo) if self._todo else known

    def tick(self, now: float) -> None:
        """Let time pass: takes the samples of the rate."""
        self._rate.tick(now, self._done_now)

    def snapshot(self, now: float) -> Snapshot:
        """Return everything that can be shown at ``now``."""
        todo, done_now = self._todo, self._done_now
        total, before = self._project()
        elapsed = max(now - self._start, 0.0)
        rate = self._rate.value
        left = max(todo - done_now, 0)
        low, high = self._rate.bounds(left) or (None, None)
        return Snapshot(
            elapsed=elapsed,
            stage=self._stage(left),
            total=total,
            done=before + done_now,
            todo=todo,
            done_now=done_now,
            succeeded=self._succeeded,
            failed=self._failed,
            retried=self._retried,
            rate=rate,
            average=done_now / elapsed if elapsed > 0 else 0.0,
            eta=left / rate if rate else None,
            eta_low=low,
            eta_high=high,
            active=len(self.running_documents()),
            longest=self._longest(now),
            memory_mb=max(self._memory_mb, default=None),
            budget_mb=self._budget_mb,
            disk_free_mb=self._disk_free_mb,
            silent=self._silent_workers(now),
            merges=(self._merge("shards", SHARD), self._merge("join", JOIN)),
            silent_merges=self._silent_merges(now),
            rows=self._rows,
            pages=self._pages,
            failures=tuple(sorted(self._failures.values(), key=lambda f: (-f.number, f.code))),
            jobs_done=self._jobs_done,
            jobs_total=sum(self._planned.values()),
            failed_jobs=tuple(self._failed_jobs),
            failed_jobs_number=sum(self._broken.values()),
        )

    def _project(self) -> tuple[int, int]:
        """Return how many drawings the project has and how many were done before this run."""
        todo = self._todo
        if self._documents is None:
            return todo, 0
        before = self._done_before
        if before is None:  # what is not read now was read before
            before = max(self._documents - todo, 0)
        return max(self._documents, before + todo), before

    def _stage(self, left: int) -> str:
        if left:
            return "reading drawings"
        rules = sorted({job.rule for job in self._running.values()} - {EXTRACT})
        if any(rule in (SHARD, JOIN) for rule in rules):
            return "merging"
        return ", ".join(rules) if rules else "between two stages"

    def _longest(self, now: float) -> tuple[Working, ...]:
        """The drawings that have been worked on for longest, worth a look if that is long."""
        jobs = (job for job in self._running.values() if job.rule == EXTRACT)
        oldest = heapq.nsmallest(LONGEST_SHOWN, jobs, key=lambda job: job.since)
        return tuple(
            Working(job.known_as, now - job.since)
            for job in oldest
            if job.since and now - job.since >= LONG_S
        )

    def _silent_workers(self, now: float) -> tuple[Silent, ...]:
        jobs = self.running_documents()
        silent = (
            Silent(jobs[doc_id].known_as, self._pulse.silence((EXTRACT, doc_id, pid), now), pid)
            for doc_id, pid in self._workers.items()
            if doc_id in jobs
        )
        return tuple(sorted((s for s in silent if s.seconds >= SILENCE_S), key=_longest))

    def _silent_merges(self, now: float) -> tuple[Silent, ...]:
        silent = (
            Silent(job.label, self._pulse.silence((JOIN, job.jobid), now))
            for job in self.running_merges()
        )
        return tuple(sorted((s for s in silent if s.seconds >= SILENCE_S), key=_longest))

    def _merge(self, label: str, rule: str) -> Merge:
        running = sum(job.rule == rule for job in self._running.values())
        return Merge(label, self._planned[rule], running, self._finished[rule], self._broken[rule])


def _longest(silent: Silent) -> float:
    return -silent.seconds


def _whole(value: object) -> int:
    """Return a count that came from a file: a whole number from 0, else 0."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0
