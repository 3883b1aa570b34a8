"""Translates Snakemake's log records into the progress model and into lines on the screen.

``emit`` runs in the one thread of Snakemake's ``QueueListener``. Facts about the records (Snakemake
9.27): a failed attempt of a job gives ERROR and then JOB_ERROR from one and the same pool thread,
and "Trying to restart job N." from the main thread if it is tried again; whatever ends a run badly
comes as ERROR from the main thread; JOB_FINISHED and PROGRESS are missing under ``--quiet``.
"""

from __future__ import annotations

import logging
import os
import sys
import time
from typing import Any

from snakemake.logging import DefaultFilter, DefaultFormatter
from snakemake.settings.enums import Quietness
from snakemake_interface_logger_plugins.base import LogHandlerBase
from snakemake_interface_logger_plugins.common import LogEvent

from bomflow.progress import lines
from bomflow.progress.dryrun import DryRun
from bomflow.progress.jobs import RESTART_GRACE_S
from bomflow.progress.monitor import Monitor
from bomflow.progress.screen import Screen
from bomflow.progress.sources import PROGRESS_LOG, RunFiles
from snakemake_logger_plugin_bomflow.job import job_of
from snakemake_logger_plugin_bomflow.remarks import (
    FAILED,
    INCOMPLETE,
    Remark,
    advice,
    full_log,
    remark_of,
    restarted_job,
    shortened,
)

#: Other remarks shown during one run; a cap, so that a surprise cannot flood the screen.
MAX_REMARKS = 100


class LogHandler(LogHandlerBase):
    """The stream handler of a Snakemake run; see the module."""

    def __post_init__(self) -> None:
        common = self.common_settings
        quiet = frozenset(common.quiet or ())
        self._silent = Quietness.ALL in quiet
        self._quiet = self._silent or Quietness.PROGRESS in quiet
        self._as_json = bool(getattr(self.settings, "json", False))
        self._dry = DryRun() if common.dryrun else None
        self._verbatim = bool(common.verbose or common.printshellcmds or common.debug_dag)
        self._formatter = DefaultFormatter(quiet, common.show_failed_logs)
        self._filter = DefaultFilter(
            quiet, common.debug_dag, common.verbose, common.dryrun, common.printshellcmds
        )
        self._screen = Screen(
            sys.stdout if common.stdout else sys.stderr,
            colour=not common.nocolor,
            live=not self._quiet and self._dry is None and not self._as_json,
            as_json=self._as_json,
        )
        self._wall_start = time.time()
        self._called_from = os.getcwd()
        self._files: RunFiles | None = None
        self._full_log = ""
        self._stop_now = False
        self._monitor: Monitor | None = None
        self._held: dict[int | None, tuple[str, float]] = {}
        self._interrupted = False
        self._error = False
        self._complete = False
        self._remarks = 0
        self._closing_lines: list[str] = []
        self._closed = False

    @property
    def writes_to_stream(self) -> bool:
        """It takes the place of Snakemake's own lines."""
        return True

    @property
    def writes_to_file(self) -> bool:
        """Snakemake's log file is not touched."""
        return False

    @property
    def has_filter(self) -> bool:
        """It filters itself: the events that count are needed even when nothing is shown."""
        return True

    @property
    def has_formatter(self) -> bool:
        """It formats itself."""
        return True

    @property
    def needs_rulegraph(self) -> bool:
        """The graph is not looked at."""
        return False

    def emit(self, record: logging.LogRecord) -> None:
        """Take one record. Never raises: the listener's thread would end without a word."""
        try:
            self._take(record)
        except Exception as error:
            self._screen.say(
                f"WARNING: the progress view has a defect: {type(error).__name__}: {error}\n"
                + record.getMessage()
            )

    def _take(self, record: logging.LogRecord) -> None:
        event = getattr(record, "event", None)
        if event in _TAKERS:
            _TAKERS[event](self, record)
        if self._verbatim:
            self._pass_on(record)
        elif record.levelno >= logging.ERROR:
            self._take_error(record, event)
        elif record.levelno >= logging.WARNING:
            text = self._formatter.format(record)
            if not self._silent and remark_of(text) is not Remark.CHATTER:
                self._screen.say(text, "yellow")
        elif event is None and record.levelno >= logging.INFO:
            self._take_remark(record.getMessage())
        self._settle()

    def _pass_on(self, record: logging.LogRecord) -> None:
        """Show a record as Snakemake would, for --verbose, --printshellcmds and --debug-dag."""
        self._note_error(record, getattr(record, "event", None))
        if getattr(record, "event", None) is None:
            self._note_remark(record.getMessage())
        if self._filter.filter(record):
            text = self._formatter.format(record)
            if text and text != "None":
                self._screen.say(text, "red" if record.levelno >= logging.ERROR else "")

    # Events

    def _take_start(self, record: logging.LogRecord) -> None:
        """Note what lies in the working directory; no job has started yet."""
        self._files = RunFiles(os.getcwd(), self._wall_start)

    def _take_run(self, record: Any) -> None:
        if self._dry is not None:
            self._dry.planned(record.stats)
            return
        if self._monitor is not None or self._files is None:
            return
        monitor = Monitor(self._screen, self._files, quiet=self._quiet, as_json=self._as_json)
        monitor.progress.jobs.planned(record.stats)
        self._monitor = monitor
        monitor.start()

    def _take_job(self, record: Any) -> None:
        if self._dry is not None:
            self._dry.job(record.rule_name, record.reason)
            return
        if self._monitor is None:
            return
        with self._monitor.lock:
            self._monitor.progress.jobs.any = True
            # Under --quiet no event tells when a job ends: running jobs would pile up.
            if not self._quiet:
                self._monitor.progress.jobs.started(job_of(record))

    def _take_finished(self, record: Any) -> None:
        if self._monitor is not None:
            with self._monitor.lock:
                self._monitor.progress.jobs.finished(record.job_id)

    def _take_progress(self, record: Any) -> None:
        if record.done >= record.total:
            self._complete, self._error = True, False

    def _take_job_error(self, record: Any) -> None:
        held, _ = self._held.pop(record.thread, ("", 0.0))
        if self._monitor is None:
            return
        text = f"{held}\n{shortened(self._formatter.format(record))}".strip()
        logs = [self._shown(log) for log in record.log or ()]
        with self._monitor.lock:
            self._monitor.progress.jobs.failed(
                record.jobid, record.rule_name, logs, text, time.monotonic()
            )

    # Text

    def _note_error(self, record: logging.LogRecord, event: LogEvent | None) -> None:
        if record.levelno >= logging.ERROR and event != LogEvent.JOB_ERROR:
            self._error = self._error or record.threadName == "MainThread"

    def _take_error(self, record: logging.LogRecord, event: LogEvent | None) -> None:
        if event == LogEvent.JOB_ERROR and self._monitor is not None:
            return  # held until it is certain that the job is not tried again
        self._note_error(record, event)
        text = advice(self._formatter.format(record))
        if self._interrupted and INCOMPLETE in text:
            return
        if self._monitor is not None and record.threadName != "MainThread":
            self._held[record.thread] = (text, time.monotonic())
            return
        # What ends the run is told after what led to it; any other error leaves retries possible.
        ends_run = getattr(record, "exception", "") == "WorkflowError"
        self._settle(final=ends_run or text.startswith(FAILED))
        self._screen.say(text, "red")

    def _note_remark(self, text: str) -> Remark:
        remark = remark_of(text)
        restarted = restarted_job(text)
        if restarted is not None and self._monitor is not None:
            with self._monitor.lock:
                self._monitor.progress.jobs.restarted(restarted)
        if remark in (Remark.STOP_NOW, Remark.STOPPING):
            self._interrupted = True
            self._stop_now = self._stop_now or remark is Remark.STOP_NOW
        self._full_log = full_log(text) or self._full_log
        return remark

    def _take_remark(self, text: str) -> None:
        was_interrupted = self._interrupted
        remark = self._note_remark(text)
        if self._silent or remark is Remark.CHATTER:
            return
        if remark in (Remark.STOP_NOW, Remark.STOPPING):
            if not was_interrupted:
                self._screen.say("Stopping; drawings that are finished are kept.", "yellow")
        elif remark is Remark.NOTHING:
            self._screen.say("Nothing to do: all results are there and up to date.")
        elif remark is Remark.PLANNING:
            if not self._quiet and self._screen.is_terminal:
                self._screen.say("Working out what there is to do ...")
        elif self._complete:
            self._closing_lines.append(text)
        else:
            self._remarks += 1
            if self._remarks <= MAX_REMARKS:
                self._screen.say(text)

    def _settle(self, *, final: bool = False) -> None:
        """Show the errors of jobs that are not tried again, and errors that no job claimed."""
        if self._monitor is None:
            return
        now = time.monotonic()
        for thread, (text, since) in list(self._held.items()):
            if final or now - since > RESTART_GRACE_S:
                del self._held[thread]
                if not self._stop_now:
                    self._screen.say(text, "red")
        with self._monitor.lock:
            if self._stop_now:
                self._monitor.progress.jobs.stopped_by_hand()
            certain = self._monitor.progress.jobs.settle(now, final=final)
        for job in certain:
            if not self._verbatim:  # else it is on the screen already
                self._screen.say(job.error, "red")

    def _shown(self, path: str) -> str:
        """Return a path of the run as the person would type it where the command was given."""
        path = os.path.join(self._files.root if self._files else "", path)
        short = os.path.relpath(path, self._called_from)
        return path if short.startswith("..") else short

    def close(self) -> None:
        """End the view, print the final statistics. Called by Snakemake, and again at exit."""
        if self._closed:
            return
        self._closed = True
        try:
            self._finish()
        finally:
            self._screen.end_view()
            super().close()

    def _finish(self) -> None:
        if self._dry is not None:
            for line in self._dry.summary():
                self._screen.say(line)
        if self._monitor is None:
            return
        self._settle(final=True)
        snapshot = self._monitor.stop()
        if not self._monitor.begun:
            return  # an error at the start, which is on the screen; nothing was done
        outcome = "success"
        if self._interrupted and not self._complete:
            outcome = "interrupted"
        elif self._error or snapshot.failed_jobs_number:
            outcome = "failed"
        text = lines.final(
            snapshot,
            outcome,
            [self._shown(PROGRESS_LOG), self._shown(self._full_log or ".snakemake/log")],
        )
        style = {"success": "bold green", "failed": "bold red", "interrupted": "bold yellow"}
        if not self._silent:
            self._screen.say(text[0], style[outcome], fold=True)
            for line in [] if self._quiet else text[1:]:
                self._screen.say(line)
        for line in self._closing_lines:
            self._screen.say(line)
        now = time.strftime("%Y-%m-%d %H:%M:%S")
        last = lines.json_line(snapshot, now, outcome)
        if self._as_json:
            self._screen.write(last)
        self._monitor.log([f"[{now}] {text[0]}", *text[1:]], last)


_TAKERS: dict[LogEvent, Any] = {
    LogEvent.WORKFLOW_STARTED: LogHandler._take_start,
    LogEvent.RUN_INFO: LogHandler._take_run,
    LogEvent.JOB_INFO: LogHandler._take_job,
    LogEvent.JOB_FINISHED: LogHandler._take_finished,
    LogEvent.PROGRESS: LogHandler._take_progress,
    LogEvent.JOB_ERROR: LogHandler._take_job_error,
}
