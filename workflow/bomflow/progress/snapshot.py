"""What a run looks like at one moment, as everything that shows it takes it. Plain data."""

from __future__ import annotations

import shlex
from dataclasses import dataclass

from bomflow.progress.text import clean


@dataclass(slots=True)
class Job:
    """One job that Snakemake runs now, or one that failed."""

    jobid: int
    rule: str
    label: str
    doc_id: str = ""
    shard: str = ""
    logs: tuple[str, ...] = ()
    error: str = ""
    command: str = ""
    since: float = 0.0

    @property
    def known_as(self) -> str:
        """What a person knows the job by: the drawing (``--file`` of the command), else ``label``.

        Worked out only when asked, as one job in thousands is ever named.
        """
        try:
            words = shlex.split(self.command) if self.doc_id else []
        except ValueError:
            words = []
        if "--file" in words[:-1]:
            return clean(words[words.index("--file") + 1], 200)
        return self.label


@dataclass(frozen=True, slots=True)
class Failures:
    """Failures of one code: how often and the last one."""

    code: str
    number: int
    filename: str
    message: str


@dataclass(frozen=True, slots=True)
class Silent:
    """A worker or a merge without a sign of life for ``seconds``."""

    label: str
    seconds: float
    pid: int = 0


@dataclass(frozen=True, slots=True)
class Working:
    """A drawing that is being read, and for how many seconds."""

    label: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Merge:
    """How far the jobs of one merge rule are; ``total`` 0 means that nothing is to be merged."""

    label: str
    total: int
    running: int
    done: int
    failed: int

    @property
    def waiting(self) -> int:
        """Jobs that have not started."""
        return max(self.total - self.running - self.done - self.failed, 0)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything that can be shown at one moment. Times in seconds, rates in files per second."""

    elapsed: float
    stage: str
    total: int
    done: int
    todo: int
    done_now: int
    succeeded: int
    failed: int
    retried: int
    rate: float | None
    average: float
    eta: float | None
    eta_low: float | None
    eta_high: float | None
    active: int
    longest: tuple[Working, ...]
    memory_mb: float | None
    budget_mb: int | None
    disk_free_mb: float | None
    silent: tuple[Silent, ...]
    merges: tuple[Merge, ...]
    silent_merges: tuple[Silent, ...]
    rows: int
    pages: int
    failures: tuple[Failures, ...]
    jobs_done: int
    jobs_total: int
    failed_jobs: tuple[Job, ...]
    failed_jobs_number: int
