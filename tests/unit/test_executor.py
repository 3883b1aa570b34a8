"""What the executor plug-in changes about Snakemake's local execution."""

from __future__ import annotations

import shlex
import socket
import subprocess
import sys
from dataclasses import dataclass
from types import MethodType, SimpleNamespace
from typing import Any

import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st
from snakemake.exceptions import SpawnedJobError
from snakemake.executors import local
from snakemake.iocontainers import Params, Snakemake
from snakemake.jobs import Job
from snakemake.persistence import PersistenceBase
from snakemake.scheduling.job_scheduler import JobScheduler
from snakemake_interface_executor_plugins.registry import ExecutorPluginRegistry

from bomflow.extract import prefork
from snakemake_executor_plugin_bomflow import executor as executor_module
from snakemake_executor_plugin_bomflow.executor import (
    STARTS,
    Executor,
    extract_arguments,
    words_of,
)
from snakemake_executor_plugin_bomflow.lighten import (
    _serialize_any,
    _store_any,
    lighten,
    spare_pandas,
)


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
    lighten(greedy, workers=44)
    assert greedy.job_rate_limiter is None
    assert 44 < len(greedy.open_jobs) < 100
    assert len(greedy.remaining_jobs) == 1000
    greedy.running.add(object())
    assert greedy.remaining_jobs == []


def test_few_jobs_are_all_seen() -> None:
    greedy = scheduler(5, Greedy())
    lighten(greedy, workers=44)
    assert len(greedy.open_jobs) == 5


def test_a_solver_sees_all() -> None:
    solver = scheduler(1000, object())
    lighten(solver, workers=44)
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
    lighten(scheduler(1, Greedy()), workers=44)
    job: Any = object.__new__(Job)
    job.rule, job._hash = object(), 1
    needed = {Needed(set()): Files({f"{n}.json"}) for n in range(100)}
    needed[Needed({"pipe"})] = Files({"pipe"})
    job.dag = SimpleNamespace(dependencies={job: needed})
    Files.looks = 0
    assert not any(job.is_pipe_or_service_input(f"{n}.json") for n in range(100))
    assert job.is_pipe_or_service_input("pipe")
    assert Files.looks <= len(needed)


ANY = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary()


@given(st.lists(ANY | st.lists(ANY) | st.builds(object) | st.just(pandas.DataFrame({"a": [1]}))))
def test_parameters_are_kept_as_snakemake_keeps_them(values: list[object]) -> None:
    spare_pandas()
    params = Params(fromdict={f"name_{n}": value for n, value in enumerate(values)})
    ours, theirs = (object.__new__(Snakemake) for _ in range(2))
    ours._safely_store_params(params)
    _store_any(theirs, params)
    assert ours._params_types == theirs._params_types
    assert repr(ours._params_store) == repr(theirs._params_store)
    assert dict(ours._params_store._get_names()) == dict(theirs._params_store._get_names())
    keeper: Any = SimpleNamespace()
    for name in ("_serialize_param_builtin", "_serialize_param_pandas"):
        setattr(keeper, name, MethodType(getattr(PersistenceBase, name), keeper))
    assert [keeper._serialize_param_pandas(value) for value in values] == [
        _serialize_any(keeper, value) for value in values
    ]


def test_pandas_is_not_loaded_for_plain_parameters() -> None:
    plain = """if True:
    import sys
    import snakemake.cli
    from snakemake.iocontainers import Params, Snakemake
    from snakemake.persistence import PersistenceBase
    from snakemake_executor_plugin_bomflow.lighten import spare_pandas
    spare_pandas()
    class Keeper(PersistenceBase):
        __init__ = object.__init__
    Keeper.__abstractmethods__ = frozenset()
    assert Keeper()._serialize_param_pandas("a") == "'a'"
    Snakemake._safely_store_params(object.__new__(Snakemake), Params(fromdict={"a": 1, "b": None}))
    sys.exit("pandas" in sys.modules)
    """
    subprocess.run([sys.executable, "-c", plain], check=True)


@pytest.mark.parametrize(("cancelled", "told"), [(False, ["a-0"]), (True, [])])
def test_a_killed_attempt_is_recorded_unless_the_run_is_being_stopped(
    monkeypatch: pytest.MonkeyPatch, cancelled: bool, told: list[str]
) -> None:
    died: list[str] = []
    options = {
        "--input-dir": "/in", "--file": "a.pdf", "--doc-id": "a-0", "--results": "/out",
        "--key": "", "--settings": "{}", "--memory-mb": "512", "--timeout-s": "60",
        "--max-file-size-mb": "100", "--retries": "3", "--attempt": "1",
    }  # fmt: skip
    monkeypatch.setattr(prefork, "ask", lambda *_: None)
    monkeypatch.setattr(executor_module, "attempt_died", lambda job: died.append(job.doc_id) or 1)
    monkeypatch.setattr(local.Executor, "__post_init__", lambda self: None)
    executor: Any = object.__new__(Executor)
    executor.__post_init__()
    executor._control = lambda: None
    executor._cancelled = cancelled
    with pytest.raises(SpawnedJobError):
        executor._extract([], [word for pair in options.items() for word in pair])
    assert died == told
