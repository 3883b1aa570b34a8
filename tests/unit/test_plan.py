"""Workers and memory: the worked values of the requirements, and what holds for every machine."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bomflow.config import defaults
from bomflow.plan import Host, Plan, make_plan

CPU, MEMORY = defaults()["cpu"], defaults()["memory"]


def plan(
    cores: int, gb: float, asked: int | None = None, documents: int = 2500, **memory: Any
) -> Plan:
    return make_plan(Host(cores, int(gb * 1024)), documents, asked, CPU, {**MEMORY, **memory})


# cores, GB, --cores -> by the core rule, by the 512 MB rule, workers, MB per worker, budget
WORKED = [
    (48, 32, None, 44, 43, 43, 466, 20070),
    (48, 32, 44, 44, 43, 44, 456, 20070),
    (2, 24, None, 2, 30, 2, 1024, 13516),
    (2, 24, 44, 2, 30, 2, 1024, 13516),
    (128, 16, None, 124, 17, 17, 409, 6963),
    (128, 16, 44, 124, 17, 17, 409, 6963),
    (64, 512, None, 60, 811, 60, 1024, 413286),
    (64, 512, 44, 60, 811, 44, 1024, 413286),
]


@pytest.mark.parametrize("worked", WORKED, ids=lambda w: f"{w[0]} cores {w[1]} GB --cores {w[2]}")
def test_worked_values(worked: tuple[int, int, int | None, int, int, int, int, int]) -> None:
    cores, gb, asked, by_cpu, by_memory, workers, worker_mb, budget = worked
    made = plan(cores, gb, asked)
    assert (made.cpu_workers, made.memory_workers) == (by_cpu, by_memory)
    assert (made.workers, made.worker_mb, made.budget_mb) == (workers, worker_mb, budget)
    assert (made.os_mb, made.db_mb) == (4096, 2048)


@pytest.mark.parametrize(
    "cores, count, size, told",
    [
        (4, 300, 20_000, "less than a minute"),
        (4, 2500, 20_000, "about 1 min"),
        (4, 2500, 100_000, "about 3 min"),
        (4, 2500, 10_000_000, "about 22 min"),
        (4, 2500, 1_000_000_000, "about 22 min"),
        (48, 25_000, 0, "about 6 min"),
    ],
)
def test_the_time_to_expect_follows_from_number_and_size(
    cores: int, count: int, size: int, told: str
) -> None:
    [line] = plan(cores, 32, 44, count).expectation([size] * count)
    assert line.startswith(f"expected: {told}")


def test_retries_grow_by_the_first_attempts_memory_up_to_the_budget() -> None:
    made = plan(48, 32, 44)
    assert [made.attempt_mb(n) for n in (1, 2, 3, 4)] == [456, 912, 1368, 1824]
    assert made.attempt_mb(1000) == made.budget_mb
    assert made.attempt_mb(0) == made.attempt_mb(1)


def test_few_drawings_get_few_workers_with_more_memory() -> None:
    made = plan(48, 32, 44, documents=3)
    assert (made.workers, made.worker_mb) == (3, 1024)
    assert "3 drawing(s)" in made.why


def test_the_reason_is_said() -> None:
    assert plan(48, 32, 44).why == "--cores 44; the rules alone give 43"
    assert "cores of this machine" in plan(2, 24, 44).why
    assert "memory of this machine" in plan(128, 16, 44).why
    lines = "\n".join(plan(48, 32, 44).lines())
    for figure in ("44", "43", "456 MB", "4096 MB", "2048 MB", "20070 MB", "4 reserved"):
        assert figure in lines


def test_reserved_cores_are_at_most_a_quarter() -> None:
    assert [plan(cores, 512).cpu_workers for cores in (1, 2, 4, 8, 16, 48)] == [1, 2, 3, 6, 12, 44]


@pytest.mark.parametrize("gb", [0.25, 1, 2, 4, 8])
def test_a_small_machine_works_with_what_it_has(gb: float) -> None:
    made = plan(4, gb)
    usable = int(gb * 1024 * 0.8)
    assert made.budget_mb == min(2048, usable // 2)
    assert made.os_mb + made.db_mb + made.budget_mb <= usable
    assert made.workers >= 1 and made.worker_mb >= min(256, made.budget_mb)


def test_no_fixed_shares_on_a_tiny_machine() -> None:
    made = plan(2, 0.25, os_overhead_mb=0, db_writer_mb=0)
    assert (made.budget_mb, made.workers) == (204, 1)
    assert plan(2, 0).budget_mb == 1


def test_writers_share_the_database_memory() -> None:
    made = plan(48, 32)
    assert (made.writer_mb(), made.writer_mb(3)) == (2048, 682)
    assert plan(2, 1).writer_mb() <= plan(2, 1).budget_mb
    assert plan(48, 32, db_writer_mb=0).writer_mb(3) == 1


def test_kept_as_json() -> None:
    kept = json.loads(json.dumps(plan(48, 32, 44).as_dict()))
    assert kept["workers"] == 44 and kept["host"]["cores"] == 48 and len(kept["lines"]) == 3


machines = st.builds(
    make_plan,
    host=st.builds(Host, st.integers(1, 1024), st.integers(0, 8_000_000)),
    documents=st.integers(0, 200_000),
    asked_cores=st.none() | st.integers(1, 2048),
    cpu=st.fixed_dictionaries({"reserved_cores": st.integers(0, 64)}),
    memory=st.fixed_dictionaries(
        {
            "utilization": st.floats(0.01, 1),
            "os_overhead_mb": st.integers(0, 100_000),
            "db_writer_mb": st.integers(0, 100_000),
            "min_worker_mb": st.integers(64, 1024),
            "max_worker_mb": st.integers(1024, 16_384),
        }
    ),
)


@given(machines)
def test_never_more_than_there_is(made: Plan) -> None:
    assert made.workers >= 1 and made.worker_mb >= 1
    assert made.workers <= max(1, made.documents)
    assert made.workers <= made.host.cores
    assert made.asked_cores is None or made.workers <= made.asked_cores
    assert made.workers * made.worker_mb <= made.budget_mb
    assert made.budget_mb <= max(1, made.host.memory_mb)
    assert made.budget_mb + made.os_mb + made.db_mb <= max(1, made.usable_mb)
    assert min(made.os_mb, made.db_mb) >= 0
    assert all(made.writer_mb(n) * n <= max(made.budget_mb, n) for n in (1, 3, 64))


@given(machines, st.integers(1, 20))
def test_attempts_grow_and_stay_within_the_budget(made: Plan, attempt: int) -> None:
    now, later = made.attempt_mb(attempt), made.attempt_mb(attempt + 1)
    assert made.worker_mb <= now <= later <= made.budget_mb


@given(machines, st.integers(64, 1024))
def test_a_worker_gets_its_least_memory_unless_the_whole_budget_is_less(
    made: Plan, floor: int
) -> None:
    memory = {**MEMORY, "min_worker_mb": floor}
    again = make_plan(made.host, made.documents, made.asked_cores, CPU, memory)
    assert again.worker_mb >= min(floor, again.budget_mb)
    assert again.worker_mb <= 1024


@given(st.integers(0, 1_000_000), st.integers(0, 100_000))
def test_more_memory_never_means_a_smaller_budget_or_fewer_workers(mb: int, more: int) -> None:
    small = make_plan(Host(48, mb), 2500, None, CPU, MEMORY)
    large = make_plan(Host(48, mb + more), 2500, None, CPU, MEMORY)
    assert small.budget_mb <= large.budget_mb
    assert small.workers <= large.workers
