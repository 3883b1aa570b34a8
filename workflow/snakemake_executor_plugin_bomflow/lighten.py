"""Takes work off Snakemake (9.27) that a run of many drawings does not need.

Some of it grows with the square of the number of jobs. At every step it goes through all jobs that
wait, and through all that remain; with 25,000 drawings that costs more than all else it does. Here
it sees a window of those that wait: extract jobs ask for the same and need nothing from each other,
so one is as good as another. Before a job starts it looks for each of its inputs through all jobs
before it, whether that is a pipe: a merge has as many of both as there are drawings. And it loads
pandas, 35 MB, to find out that no parameter is a table.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import Any

from snakemake.iocontainers import Params, Snakemake
from snakemake.jobs import Job
from snakemake.persistence import PersistenceBase
from snakemake.scheduling.job_scheduler import JobScheduler

_MORE = 16  # waiting jobs seen beyond those that can run at once


class _WindowScheduler(JobScheduler):  # type: ignore[misc]
    window: int

    @property
    def open_jobs(self) -> list[Any]:
        """Some of the jobs that could start."""
        return list(islice(self.workflow.dag.ready_jobs, self.window))

    @property
    def remaining_jobs(self) -> list[Any]:
        """Jobs that are not done yet. While one runs, nobody asks but the ILP scheduler."""
        return [] if self.running else list(super().remaining_jobs)


@lru_cache(maxsize=16)
def _pipes(job: Any) -> frozenset[Any]:
    """The pipes and services among the outputs of the jobs that ``job`` needs."""
    before = job.dag.dependencies[job]
    return frozenset().union(*(needed.pipe_or_service_output for needed in before))


def _is_pipe_or_service_input(job: Any, path: Any) -> bool:
    return path in _pipes(job)


def lighten(scheduler: Any, workers: int) -> None:
    """Have the greedy scheduler of a run that is about to start see few jobs at a time.

    ``workers``: how many jobs may run at once. The ILP scheduler weighs all jobs against each other
    and is left as it is.
    """
    Job.is_pipe_or_service_input = _is_pipe_or_service_input
    # The limit of 100 jobs/s, which cannot be switched off, starts a timer at every look at the
    # queue, and every timer causes another look.
    if getattr(scheduler, "job_rate_limiter", None) is not None:
        scheduler.job_rate_limiter = None
    if type(scheduler) is JobScheduler and _is_greedy(scheduler):
        scheduler.__class__ = _WindowScheduler
        scheduler.window = workers + _MORE


_serialize_table = PersistenceBase._serialize_param_pandas
_store_tables = Snakemake._safely_store_params


_serialize_any = PersistenceBase._serialize_param_pandas
_store_any = Snakemake._safely_store_params
_NO_TABLE = (str, int, float, list, tuple, dict, type(None))


def _serialize_param(self: Any, value: Any) -> Any:
    if isinstance(value, _NO_TABLE):
        return self._serialize_param_builtin(value)
    return _serialize_any(self, value)


def _store_params(self: Any, params: Any) -> None:
    if not all(isinstance(value, _NO_TABLE) for value in params):
        _store_any(self, params)
        return
    self._params_store, self._params_types = Params(toclone=list(params)), {}
    self._params_store._take_names(params._get_names())


def spare_pandas() -> None:
    """Have Snakemake keep parameters, and hand them to scripts, without loading pandas for it.

    What it does with them stays the same; parameters that may be tables go its own way.
    """
    PersistenceBase._serialize_param_pandas = _serialize_param
    Snakemake._safely_store_params = _store_params


def _is_greedy(scheduler: JobScheduler) -> bool:
    return type(scheduler._scheduler) is type(scheduler._greedy_scheduler)
