"""How many workers run at once and how much memory each may take: pure arithmetic.

The formulas are requirements R1.1 and R2.1. Where 44 cores are asked for but the 512 MB rule allows
43 (48 cores, 32 GB), the number asked for decides and the memory limit follows from it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from typing import Any

# What reading costs a worker: each drawing, and each MB of it up to the first, since what is larger
# is larger by pictures. Between 2,500 light drawings and 500 dense ones. And each job in Snakemake.
SECONDS_A_DRAWING, SECONDS_A_MB, SECONDS_A_JOB = 0.05, 1.5, 0.015
RULE_MB = 512  # what the rule of thumb for the worker count reserves per worker
SMALL_MB = 2048  # what jobs get on a small machine before the fixed shares get theirs


@dataclass(frozen=True, slots=True)
class Host:
    """What the machine grants this process: usable cores, usable memory in MB, and why."""

    cores: int
    memory_mb: int
    cores_source: str = "configured"
    memory_source: str = "configured"


@dataclass(frozen=True, slots=True)
class Plan:
    """The limits of one run. All memory in MB.

    ``workers`` run at once, each with ``worker_mb`` on its first attempt; ``budget_mb`` is what all
    running jobs together may ask for; ``os_mb`` and ``db_mb`` are left to the system and the
    database on top of it.
    """

    host: Host
    documents: int
    asked_cores: int | None
    reserved_cores: int
    cpu_workers: int
    memory_workers: int
    rule_workers: int
    workers: int
    worker_mb: int
    usable_mb: int
    os_mb: int
    db_mb: int
    budget_mb: int
    why: str

    def attempt_mb(self, attempt: int) -> int:
        """Memory of the given attempt (1 = first): grows with it, never beyond the budget."""
        return min(self.worker_mb * max(1, attempt), self.budget_mb)

    def writer_mb(self, writers: int = 1) -> int:
        """Memory of each of ``writers`` merges or exports that run side by side."""
        return max(1, min(self.db_mb, self.budget_mb) // writers)

    def lines(self) -> list[str]:
        """The choice and its reason, for the start of a run."""
        host = self.host
        return [
            f"workers: {self.workers} ({self.why})",
            f"cores: {host.cores} ({host.cores_source}) - {self.reserved_cores} reserved = "
            f"{self.cpu_workers}; the {RULE_MB} MB rule allows {self.memory_workers}",
            f"memory: {self.usable_mb} MB usable of {host.memory_mb} MB ({host.memory_source}) - "
            f"{self.os_mb} MB system - {self.db_mb} MB database = {self.budget_mb} MB for jobs; "
            f"{self.worker_mb} MB per worker, more for a retry",
        ]

    def expectation(self, sizes: Collection[int]) -> list[str]:
        """Roughly how long drawings of so many bytes take; the live view soon knows better."""
        reading = sum(SECONDS_A_DRAWING + SECONDS_A_MB * min(size / 2**20, 1) for size in sizes)
        seconds = max(reading / self.workers, len(sizes) * SECONDS_A_JOB)
        if seconds < 60:
            return ["expected: less than a minute"]
        return [f"expected: about {seconds / 60:.0f} min; the live view refines it"]

    def as_dict(self) -> dict[str, Any]:
        """For the file kept beside the results."""
        return {**asdict(self), "lines": self.lines()}


def make_plan(
    host: Host,
    documents: int,
    asked_cores: int | None,
    cpu: Mapping[str, Any],
    memory: Mapping[str, Any],
) -> Plan:
    """Derive the limits from the host, the workload and the configuration.

    Args:
        host: usable cores and memory.
        documents: how many drawings there are; more workers than drawings make no sense.
        asked_cores: Snakemake's ``--cores``; None when not given.
        cpu: the configuration's ``cpu`` section.
        memory: the configuration's ``memory`` section.
    """
    # Four cores of forty-eight are a reserve; four of four would be everything: at most a quarter.
    reserved = min(cpu["reserved_cores"], host.cores // 4)
    cpu_workers = max(1, host.cores - reserved)

    usable = int(host.memory_mb * memory["utilization"])
    os_mb, db_mb, floor = memory["os_overhead_mb"], memory["db_writer_mb"], memory["min_worker_mb"]
    fixed = os_mb + db_mb
    budget = max(1, usable - fixed, min(SMALL_MB, usable // 2))
    if budget > usable - fixed:
        # Below 10 GB the fixed shares would leave nothing: they share what the jobs leave.
        left = max(0, usable - budget)
        os_mb, db_mb = (share * left // max(1, fixed) for share in (os_mb, db_mb))
    memory_workers = max(1, (usable - os_mb) // RULE_MB)
    rule = max(1, min(cpu_workers, memory_workers, budget // floor))

    workers, why = _workers(asked_cores, cpu_workers, rule, budget // floor)
    if documents < workers:
        workers, why = max(1, documents), f"no more than the {documents} drawing(s)"
    worker_mb = max(floor, min(memory["max_worker_mb"], budget // workers))
    return Plan(
        host=host,
        documents=documents,
        asked_cores=asked_cores,
        reserved_cores=reserved,
        cpu_workers=cpu_workers,
        memory_workers=memory_workers,
        rule_workers=rule,
        workers=workers,
        worker_mb=min(worker_mb, max(1, budget // workers)),
        usable_mb=usable,
        os_mb=os_mb,
        db_mb=db_mb,
        budget_mb=budget,
        why=why,
    )


def _workers(asked: int | None, by_cpu: int, by_rule: int, by_floor: int) -> tuple[int, str]:
    if asked is None:
        return by_rule, "the smaller of the core and the memory rule"
    if asked <= min(by_cpu, max(1, by_floor)):
        return asked, f"--cores {asked}; the rules alone give {by_rule}"
    if by_cpu <= by_rule:
        return by_rule, f"--cores {asked}, cut down to the cores of this machine"
    return by_rule, f"--cores {asked}, cut down to the memory of this machine"
