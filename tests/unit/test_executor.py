"""What the executor plug-in changes about Snakemake's local execution."""

from __future__ import annotations

import shlex
import socket
import subprocess
import sys
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from snakemake.executors import local
from snakemake.jobs import Job
from snakemake.scheduling.job_scheduler import JobScheduler
from snakemake_interface_executor_plugins.registry import ExecutorPluginRegistry

from bomflow.extract import prefork
from snakemake_executor_plugin_bomflow.executor import (
    STARTS,
    Executor,
    extract_arguments,
    words_of,
)
from snakemake_executor_plugin_bomflow.window import narrow


def test_snakemake_finds_it_and_takes_it_for_local() -> None:
    plugin = ExecutorPluginRegistry().get_plugin("bomflow")
    assert issubclass(plugin.executor, local.Executor)
    assert plugin.common_settings.local_exec


def test_only_the_command_of_an_extract_job_is_taken() -> None:
    script = "/any/where/scripts/extract.py"
    assert extract_arguments(["exec", sys.executable, script, "--file", "a b"]) == ["--file", "a b"]
    assert extract_arguments(["exec", "/other/python", script]) is None
    assert extract_arguments(["exec", sys.executable, "/any/scripts/merge.py"]) is None
    assert extract_arguments(["exec", sys.executable]) is None
    assert extract_arguments([]) is None


WORDS = st.lists(st.text("a '\"\\$-") | st.just(" --doc-id ") | st.just("--doc-id"), max_size=6)


@given(WORDS)
def test_a_command_falls_into_its_words_whatever_they_are(words: list[str]) -> None:
    assert words_of(shlex.join(words)) == words


def test_a_killed_process_of_the_workers_is_started_again_but_not_forever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[subprocess.Popen[bytes]] = []

    def start() -> tuple[subprocess.Popen[bytes], socket.socket]:
        ours, theirs = socket.socketpair()
        with theirs:
            started.append(subprocess.Popen(["cat"], stdin=theirs.fileno()))
        return started[-1], ours

    monkeypatch.setattr(prefork, "start", start)
    monkeypatch.setattr(local.Executor, "__post_init__", lambda self: None)
    executor: Any = object.__new__(Executor)
    executor.__post_init__()
    first = executor._control()
    assert executor._control() is first
    for _ in range(STARTS + 2):
        started[-1].kill()
        started[-1].wait()
        executor._control()
    assert len(started) == STARTS
    executor._end()


class Greedy:
    pass


def scheduler(ready: int, chosen: Any) -> Any:
    """Snakemake's scheduler with as many waiting jobs, not yet started."""
    made: Any = object.__new__(JobScheduler)
    jobs = [object() for _ in range(ready)]
    dag = SimpleNamespace(
        ready_jobs=set(jobs), needrun_jobs=lambda: jobs, finished=lambda job: False
    )
    made.workflow = SimpleNamespace(dag=dag)
    made.job_rate_limiter = object()
    made.running, made.failed = set(), set()
    made._greedy_scheduler, made._scheduler = Greedy(), chosen
    return made


def test_a_greedy_scheduler_sees_few_jobs_at_a_time() -> None:
    greedy = scheduler(1000, Greedy())
    assert len(greedy.open_jobs) == 1000  # Snakemake's own way, which the numbers below change
    narrow(greedy, workers=44)
    assert greedy.job_rate_limiter is None
    assert 44 < len(greedy.open_jobs) < 100
    assert len(greedy.remaining_jobs) == 1000
    greedy.running.add(object())
    assert greedy.remaining_jobs == []


def test_few_jobs_are_all_seen() -> None:
    greedy = scheduler(5, Greedy())
    narrow(greedy, workers=44)
    assert len(greedy.open_jobs) == 5


def test_a_solver_sees_all() -> None:
    solver = scheduler(1000, object())
    narrow(solver, workers=44)
    assert len(solver.open_jobs) == 1000


@dataclass(eq=False)
class Needed:
    """A job that others need, by what it hands on through a pipe."""

    pipe_or_service_output: set[str]


class Files(set[str]):
    """The files that one job needs of another; counts how often they are looked at."""

    looks = 0

    def __contains__(self, file: object) -> bool:
        Files.looks += 1
        return super().__contains__(file)


def test_a_merge_does_not_look_through_all_jobs_for_each_input() -> None:
    narrow(scheduler(1, Greedy()), workers=44)
    job: Any = object.__new__(Job)
    job.rule, job._hash = object(), 1
    needed = {Needed(set()): Files({f"{n}.json"}) for n in range(100)}
    needed[Needed({"pipe"})] = Files({"pipe"})
    job.dag = SimpleNamespace(dependencies={job: needed})
    Files.looks = 0
    assert not any(job.is_pipe_or_service_input(f"{n}.json") for n in range(100))
    assert job.is_pipe_or_service_input("pipe")
    assert Files.looks <= len(needed)
