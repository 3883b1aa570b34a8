"""The model of a run: events and a clock in, a snapshot of numbers out. No files, no processes."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Mapping
from typing import Any

from bomflow.progress.health import SILENCE_S, Pulse
from bomflow.progress.jobs import EXTRACT, JOIN, SHARD, Jobs
from bomflow.progress.rate import RollingRate
from bomflow.progress.snapshot import Failures, Silent, Snapshot
from bomflow.progress.text import clean

#: The memory shown is the most of so many looks: small drawings often leave nobody at work.
LOOKS = 5
#: A bound, so that memory stays flat whatever a run brings.
MAX_CODES = 40


class Progress:
    """Counts what happens in one run of the workflow. Not thread-safe: the caller locks.

    ``jobs``: what Snakemake tells; the rest comes from the workers and the plan of the run.
    """

    def __init__(self, now: float) -> None:
        self._start = now
        self.jobs = Jobs()
        self._failures: dict[str, Failures] = {}
        self._rate = RollingRate(now)
        self._workers: dict[str, int] = {}
        self._pulse = Pulse()
        self._memory_mb: deque[float] = deque(maxlen=LOOKS)
        self._disk_free_mb: float | None = None
        self._budget_mb: int | None = None
        self._documents: int | None = None
        self._done_before: int | None = None
        self._succeeded = 0
        self._failed = 0
        self._rows = 0
        self._pages = 0

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
        merges = [(JOIN, job.jobid) for job in self.jobs.merging()]
        self._pulse.keep([*((EXTRACT, d, p) for d, p in self._workers.items()), *merges])

    # What can be asked

    @property
    def started(self) -> float:
        """When the run began, on the caller's clock (seconds)."""
        return self._start

    @property
    def _todo(self) -> int:
        return self.jobs.planned_of(EXTRACT)

    @property
    def _done_now(self) -> int:
        # Lines of the worker are earlier than Snakemake's event; the event comes without a line
        # if the log folder was cleared.
        known = max(self._succeeded + self._failed, self.jobs.finished_of(EXTRACT))
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
            stage="reading drawings" if left else self.jobs.stage(),
            total=total,
            done=before + done_now,
            todo=todo,
            done_now=done_now,
            succeeded=self._succeeded,
            failed=self._failed,
            retried=self.jobs.restarts,
            rate=rate,
            average=done_now / elapsed if elapsed > 0 else 0.0,
            eta=left / rate if rate and not self._rate.rests else None,
            eta_low=low,
            eta_high=high,
            active=len(self.jobs.reading()),
            longest=self.jobs.longest(now),
            memory_mb=max(self._memory_mb, default=None),
            budget_mb=self._budget_mb,
            disk_free_mb=self._disk_free_mb,
            silent=self._silent_workers(now),
            merges=(self.jobs.merge("shards", SHARD), self.jobs.merge("join", JOIN)),
            silent_merges=self._silent_merges(now),
            rows=self._rows,
            pages=self._pages,
            failures=tuple(sorted(self._failures.values(), key=lambda f: (-f.number, f.code))),
            jobs_done=self.jobs.done,
            jobs_total=self.jobs.total,
            failed_jobs=self.jobs.failed_for_good,
            failed_jobs_number=self.jobs.failed_number,
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

    def _silent_workers(self, now: float) -> tuple[Silent, ...]:
        jobs = self.jobs.reading()
        silent = (
            Silent(jobs[doc_id].known_as, self._pulse.silence((EXTRACT, doc_id, pid), now), pid)
            for doc_id, pid in self._workers.items()
            if doc_id in jobs
        )
        return tuple(sorted((s for s in silent if s.seconds >= SILENCE_S), key=_longest))

    def _silent_merges(self, now: float) -> tuple[Silent, ...]:
        silent = (
            Silent(job.label, self._pulse.silence((JOIN, job.jobid), now))
            for job in self.jobs.merging()
        )
        return tuple(sorted((s for s in silent if s.seconds >= SILENCE_S), key=_longest))


def _longest(silent: Silent) -> float:
    return -silent.seconds


def _whole(value: object) -> int:
    """Return a count that came from a file: a whole number from 0, else 0."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0
