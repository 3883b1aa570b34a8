"""Snakemake's local executor, except that extract jobs go to pre-started workers.

A job of which the shell command starts ``scripts/extract.py`` is handed to a process that has the
reader loaded and forks (see ``bomflow.extract.prefork``); all others run as Snakemake runs them. If
that process was killed it is started again; if it cannot be reached, the command is run as it
stands.
"""

from __future__ import annotations

import shlex
import socket
import subprocess
import sys
import threading
from functools import lru_cache
from typing import Any

from snakemake.exceptions import SpawnedJobError
from snakemake.executors import local

from bomflow.extract import prefork
from bomflow.extract.job import Job
from bomflow.extract.worker import attempt_died

common_settings = local.common_settings
STARTS = 5  # of the process that forks; one that dies so often cannot be helped


class Executor(local.Executor):  # type: ignore[misc]
    """See the module."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self._starting = threading.Lock()
        self._workers: tuple[subprocess.Popen[bytes], socket.socket] | None = None
        self._starts = 0
        self._cancelled = False

    def run_single_job(self, job: Any) -> Any:
        """Start a job in a thread of the pool and return its future, as Snakemake's own does."""
        command = words_of(job.shellcmd) if job.is_shell else []
        arguments = extract_arguments(command)
        if arguments is None:
            return super().run_single_job(job)
        self.workflow.async_run(job.prepare())
        return self.pool.submit(self._extract, command, arguments)

    def shutdown(self) -> None:
        """Wait for the running jobs, then end the process of the workers."""
        super().shutdown()
        self._end()

    def cancel(self) -> None:
        """The same after Ctrl-C, which the workers have heard too."""
        self._cancelled = True
        super().cancel()
        self._end()

    def _extract(self, command: list[str], arguments: list[str]) -> None:
        try:
            code = prefork.ask(self._control(), arguments)
        except OSError:
            code = subprocess.run(command[1:]).returncode
        if code is None and not self._cancelled:
            code = attempt_died(Job.from_options(arguments))
        if code != 0:
            raise SpawnedJobError

    def _control(self) -> socket.socket:
        # Not before the first job: what prepares the run (its lock, bytecode) comes before that.
        with self._starting:
            dead = self._workers is None or self._workers[0].poll() is not None
            if dead and self._starts < STARTS:
                self._end()
                self._starts += 1
                self._workers = prefork.start()
            assert self._workers is not None
            return self._workers[1]

    def _end(self) -> None:
        if self._workers is not None:
            process, control = self._workers
            control.close()
            process.wait()


_OWN = " --doc-id "  # from here on the commands of extract jobs differ
_common = lru_cache(maxsize=1)(shlex.split)


def words_of(command: str) -> list[str]:
    """The words of a shell command; what all extract jobs have in common is split once."""
    common, own, rest = command.partition(_OWN)
    try:
        return [*_common(common), *shlex.split(own + rest)]
    except ValueError:  # it stands within quotes
        return shlex.split(command)


def extract_arguments(command: list[str]) -> list[str] | None:
    """The arguments of ``scripts/extract.py`` if that is what the command starts."""
    starts_script = len(command) > 2 and command[2].endswith("/scripts/extract.py")
    if command[:2] != ["exec", sys.executable] or not starts_script:
        return None
    return command[3:]
