"""A snapshot as plain text: the block of the log, the one line, the final statistics."""

from __future__ import annotations

import json
from dataclasses import asdict

from bomflow.progress.snapshot import Failures, Merge, Silent, Snapshot
from bomflow.progress.text import clean, count, duration, percent

MAX_CODES_SHOWN = 8
DISK_LOW_MB = 2000
MAX_FAILED_JOBS_SHOWN = 5


def files_text(s: Snapshot) -> str:
    """Return ``1,200/2,500 (48.0 %)``."""
    return f"{s.done:,}/{s.total:,} ({percent(s.done, s.total)})"


def rate_text(s: Snapshot) -> str:
    """Return the rolling rate, or that it is not known yet and the average so far."""
    if s.todo and s.done_now >= s.todo:
        return "reading done"
    if s.rate is None:
        return f"calculating ({s.average:.2f} files/s so far)" if s.done_now else "calculating"
    return f"{s.rate:.2f} files/s"


def eta_text(s: Snapshot) -> str:
    """Return the time until all drawings are read."""
    if s.done_now >= s.todo:
        return "reading done" if s.todo else "-"
    if s.rate is None:
        return "calculating"
    if s.eta is None:
        return "unknown (no file finished lately)"
    if s.eta_low is None or s.eta_high is None:
        return duration(s.eta)
    return f"{duration(s.eta)} ({duration(s.eta_low)} to {duration(s.eta_high)})"


def memory_text(s: Snapshot) -> str:
    """Return ``3.2 GB of 20.1 GB`` that the workers hold of their budget; '' before a look."""
    if s.memory_mb is None:
        return ""
    budget = f" of {s.budget_mb / 1000:.1f} GB" if s.budget_mb else ""
    held = f"{s.memory_mb:.0f} MB" if s.memory_mb < 1000 else f"{s.memory_mb / 1000:.1f} GB"
    return held + budget


def disk_text(s: Snapshot) -> str:
    """Return what is left on the disk of the results; '' before a look at it."""
    if s.disk_free_mb is None:
        return ""
    low = ": NEARLY FULL" if s.disk_free_mb < DISK_LOW_MB else ""
    return f"{s.disk_free_mb / 1000:,.1f} GB left{low}"


def json_line(s: Snapshot, at: str, outcome: str = "") -> str:
    """Return the snapshot as one line of JSON, for programs; seconds, MB, files per second.

    The last one of a run has its ``outcome``: success, failed, interrupted.
    """
    return json.dumps(
        {"at": at, **({"outcome": outcome} if outcome else {}), **asdict(s)}, default=str
    )


def merge_text(merge: Merge) -> str:
    """Return ``shards 1 done, 2 running``; ``shards up to date`` when there is nothing to do."""
    if not merge.total:
        return f"{merge.label} up to date"
    parts = [("failed", merge.failed), ("done", merge.done), ("running", merge.running)]
    if merge.total == 1:
        state = next((name for name, number in parts if number), "waiting")
        return f"{merge.label} {state}"
    parts.append(("waiting", merge.waiting))
    states = ", ".join(f"{number} {name}" for name, number in parts if number)
    return f"{merge.label} {states}"


def merges_text(s: Snapshot) -> str:
    """Return the state of all merges on one line."""
    return "; ".join(merge_text(merge) for merge in s.merges)


def database_text(s: Snapshot) -> str:
    """Return the health of the database and the state of the merges on one line."""
    if s.silent_merges:
        return f"CRITICAL {merge_warning(s.silent_merges[0])} ({merges_text(s)})"
    return f"ok ({merges_text(s)})"


def worker_warning(silent: Silent) -> str:
    """Return what to say about a worker without a sign of life."""
    return f"worker {silent.pid}: no sign of life for {silent.seconds:.0f} s: {silent.label}"


def merge_warning(silent: Silent) -> str:
    """Return what to say about a merge whose files do not change."""
    return (
        f"database writer unresponsive: {silent.label} has written nothing for "
        f"{silent.seconds:.0f} s"
    )


def failure_text(failure: Failures, limit: int = 0) -> str:
    """Return ``TIMEOUT 12, last: a.pdf: not finished within 60 s``."""
    return clean(
        f"{failure.code} {failure.number:,}, last: {failure.filename}: {failure.message}", limit
    )


def block(s: Snapshot, at: str) -> list[str]:
    """Return the lines of the block for the log; ``at`` is the time of day to write."""
    lines = [
        f"[{at}] {s.stage}",
        f"  files      {files_text(s)}",
        f"  successes  {s.succeeded:,} ({percent(s.succeeded, s.succeeded + s.failed)})",
        f"  failures   {s.failed:,}",
        f"  retries    {s.retried:,}",
        f"  rate       {rate_text(s)}",
        f"  elapsed    {duration(s.elapsed)}",
        f"  ETA        {eta_text(s)}",
        f"  workers    {s.active:,} active, {len(s.silent):,} without a sign of life",
        f"  memory     {memory_text(s) or '-'}",
        f"  disk       {disk_text(s) or '-'}",
        f"  database   {database_text(s)}",
        f"  BOM rows   {s.rows:,}",
        f"  pages      {s.pages:,}",
        f"  jobs       {s.jobs_done:,}/{s.jobs_total:,}",
    ]
    lines += [f"  longest    {duration(one.seconds)}  {one.label}" for one in s.longest]
    lines += [f"  WARNING    {worker_warning(silent)}" for silent in s.silent]
    lines += [f"  CRITICAL   {merge_warning(silent)}" for silent in s.silent_merges]
    lines += [f"  failed     {failure_text(failure)}" for failure in s.failures]
    return lines


def short_line(s: Snapshot, at: str) -> str:
    """Return the line that is printed now and then where there is no terminal."""
    parts = [
        f"[{at}] {s.stage}: {files_text(s)}",
        f"ok {s.succeeded:,}",
        f"failed {s.failed:,}",
        f"rate {rate_text(s)}",
        f"elapsed {duration(s.elapsed)}",
        f"ETA {eta_text(s)}",
        f"{s.active:,} active",
        *([memory_text(s)] if memory_text(s) else []),
        merges_text(s),
        f"{s.rows:,} rows",
        f"{s.pages:,} pages",
    ]
    return ", ".join(parts)


def final(s: Snapshot, outcome: str, logs: list[str]) -> list[str]:
    """Return the final statistics.

    Args:
        s: the last snapshot.
        outcome: ``success``, ``failed`` or ``interrupted``.
        logs: where to look, most useful first.
    """
    lines = [_headline(s, outcome)]
    if s.todo:
        lines += [
            f"  this run   {s.done_now:,} of {count(s.todo, 'drawing')} to read",
            f"  successes  {s.succeeded:,} ({percent(s.succeeded, s.succeeded + s.failed)})",
            f"  failures   {s.failed:,}{_codes(s)}",
            f"  retries    {s.retried:,}",
        ]
    lines.append(f"  total time {duration(s.elapsed)} ({s.elapsed:.1f} s)")
    if s.todo:
        lines.append(f"  average    {s.average:.2f} files/s")
        lines.append(f"  BOM rows   {s.rows:,}")
        lines.append(f"  pages      {s.pages:,}")
    lines.append(f"  database   {merges_text(s)}")
    for job in s.failed_jobs[:MAX_FAILED_JOBS_SHOWN]:
        where = f", see {', '.join(clean(log, 300) for log in job.logs)}" if job.logs else ""
        lines.append(f"  FAILED     rule {clean(job.rule, 60)}: {clean(job.known_as, 200)}{where}")
    hidden = s.failed_jobs_number - min(len(s.failed_jobs), MAX_FAILED_JOBS_SHOWN)
    if hidden > 0:
        lines.append(f"  FAILED     and {count(hidden, 'more job')}")
    for log in logs:
        lines.append(f"  log        {clean(log, 300)}")
    return lines


def _headline(s: Snapshot, outcome: str) -> str:
    drawings = f"{s.done:,} of {count(s.total, 'drawing')} done" if s.total else ""
    if outcome == "interrupted":
        tail = f": {drawings} and kept" if drawings else ""
        return f"Interrupted{tail}. The same command goes on from here."
    if outcome == "failed":
        tail = f"; {drawings} and kept" if drawings else ""
        return f"FAILED: {_broken(s)}{tail}. When it is put right, the same command goes on."
    return f"Finished: {drawings}." if drawings else f"Finished: {count(s.jobs_done, 'job')} done."


def _broken(s: Snapshot) -> str:
    if not s.failed_jobs_number:
        return "the run ended with the error above"
    rules = sorted({clean(job.rule, 60) for job in s.failed_jobs})
    return f"rule {', '.join(rules)} ({count(s.failed_jobs_number, 'job')})"


def _codes(s: Snapshot) -> str:
    if not s.failures:
        return ""
    shown = ", ".join(f"{f.code} {f.number:,}" for f in s.failures[:MAX_CODES_SHOWN])
    return f" ({shown}{', ...' if len(s.failures) > MAX_CODES_SHOWN else ''})"
