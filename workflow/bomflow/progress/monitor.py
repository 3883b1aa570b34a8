"""Runs beside a run: a thread that looks, counts, draws and logs until it is stopped."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from bomflow.progress import lines, sources
from bomflow.progress.log import ProgressLog
from bomflow.progress.screen import Screen
from bomflow.progress.snapshot import Snapshot
from bomflow.progress.state import Progress

#: Seconds between two pictures of the live view, two looks at the workers' log.
REFRESH_S = 1.0
#: Seconds between two blocks of the log and two looks at processes and databases (R7.1).
BLOCK_S = 10.0
#: Seconds between two lines where there is no terminal.
LINE_S = 10.0


class Monitor:
    """Shows one run. ``progress`` may be changed by holders of ``lock`` only."""

    def __init__(
        self,
        screen: Screen,
        files: sources.RunFiles,
        *,
        quiet: bool = False,
        as_json: bool = False,
    ) -> None:
        self.lock = threading.Lock()
        self.progress = Progress(time.monotonic())
        self._screen = screen
        self._files = files
        self._quiet = quiet
        self._as_json = as_json
        self._planned = False
        self._headed = False
        self._log = ProgressLog(files.log)
        self._json_log = ProgressLog(files.json_lines)
        self._warned: set[tuple[str, int]] = set()
        self._troubles: set[str] = set()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work, name="bomflow-progress", daemon=True)

    def start(self) -> None:
        """Begin to look; call once the jobs of the run are known."""
        now = time.monotonic()
        self._next_block = now + BLOCK_S
        self._next_line = now + LINE_S
        if not self._quiet:
            self._thread.start()

    def stop(self) -> Snapshot:
        """End the thread and the live view; return the last snapshot. Writes the last block."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout=10)
        self._guarded(self._look)
        self._screen.end_view()
        with self.lock:
            return self.progress.snapshot(time.monotonic())

    @property
    def begun(self) -> bool:
        """Whether the run got as far as its plan or its first job.

        Before that nothing is written: the folder may belong to another run that holds its lock.
        """
        return self._planned or self.progress.jobs.any

    def log(self, text: list[str], for_programs: str = "") -> None:
        """Append lines to the progress log, the first time with a heading; JSON to its twin."""
        if not self._headed:
            self._headed = True
            text = ["", f"[{_time_of_day()}] a run begins", *text]
        self._log.write(text)
        if for_programs:
            self._json_log.write([for_programs])
        if self._log.problem:
            self._trouble(self._log.problem)

    def _work(self) -> None:
        while True:
            self._guarded(self._turn)
            if self._stop.wait(REFRESH_S):
                return

    def _guarded(self, step: Callable[[], None]) -> None:
        """Run a step; the view may fail, the run must not."""
        try:
            step()
        except Exception as error:
            self._trouble(f"the progress view has a defect: {type(error).__name__}: {error}")

    def _trouble(self, text: str) -> None:
        if text not in self._troubles and len(self._troubles) < 20:
            self._troubles.add(text)
            self._screen.say(f"WARNING: {text}", "yellow")

    def _turn(self) -> None:
        self._look()
        if not self.begun:
            return
        now = time.monotonic()
        write_block = now >= self._next_block
        if write_block:
            self._next_block = max(self._next_block + BLOCK_S, now + BLOCK_S / 2)
            self._look_at_processes()
        with self.lock:
            self.progress.tick(now)
            snapshot = self.progress.snapshot(now)
        self._warn(snapshot)
        if write_block:
            at = _time_of_day()
            self.log(lines.block(snapshot, at), lines.json_line(snapshot, at))
        if self._screen.is_live:
            self._screen.show(snapshot)
        elif now >= self._next_line:
            self._next_line = max(self._next_line + LINE_S, now + LINE_S / 2)
            if self._as_json:
                self._screen.write(lines.json_line(snapshot, _time_of_day()))
            else:
                self._screen.say(lines.short_line(snapshot, _time_of_day()))

    def _look(self) -> None:
        """Read what the workers and the start of the run have written since the last look."""
        plan = None if self._planned else self._files.plan.read()
        with self.lock:
            if plan is not None:
                self.progress.plan(plan)
                # This thread may have been late, and the first lines there before it.
                before = plan.get("attempts_bytes")
                if isinstance(before, int) and before >= 0:
                    self._files.attempts.start_at(before)
            for line in self._files.attempts.lines():
                self.progress.attempt(line)
        if plan is not None:
            self._planned = True
            start_lines = _texts(plan.get("lines"))
            if start_lines and not self._quiet:
                self._screen.say("\n".join(start_lines), fold=True)
                self.log([f"  {line}" for line in start_lines])

    def _look_at_processes(self) -> None:
        # Imported on first use: a run of a second never needs it.
        from bomflow.progress.workers import memory_mb, script_cpu, worker_signs

        with self.lock:
            documents = set(self.progress.jobs.reading())
            merges = self.progress.jobs.merging()
        workers = worker_signs(documents)
        # A merge that computes without writing (an index, the integrity check) is alive: whole
        # seconds of its CPU time count as a sign, the blinks of one that waits for a lock do not.
        signs = {
            job.jobid: (
                sources.merge_sign(self._files.root, job.shard),
                int(script_cpu(job.rule, job.shard)),
            )
            for job in merges
        }
        memory, disk = memory_mb(workers), sources.disk_free_mb(self._files.root)
        now = time.monotonic()
        with self.lock:
            self.progress.workers_seen(workers, now)
            self.progress.host_seen(memory, disk)
            for jobid, sign in signs.items():
                self.progress.merge_seen(jobid, sign, now)

    def _warn(self, s: Snapshot) -> None:
        """Say once for each worker and merge that it has gone silent."""
        silent = {
            (w.label, w.pid): (f"WARNING: {lines.worker_warning(w)}", "yellow") for w in s.silent
        }
        silent |= {
            (m.label, m.pid): (f"CRITICAL: {lines.merge_warning(m)}", "bold red")
            for m in s.silent_merges
        }
        for key, (text, style) in silent.items():
            if key not in self._warned:
                self._screen.say(f"[{_time_of_day()}] {text}", style)
        self._warned = set(silent)


def _texts(value: Any) -> list[str]:
    return [str(item) for item in value[:50]] if isinstance(value, list) else []


def _time_of_day() -> str:
    return time.strftime("%Y-%m-%d %H:%M:%S")
