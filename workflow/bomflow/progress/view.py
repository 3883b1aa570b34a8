"""A snapshot as a picture for the terminal (rich), from 20 columns up."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from bomflow.progress import lines
from bomflow.progress.state import Snapshot
from bomflow.progress.text import clean, duration, percent

NARROW = 60
MAX_WIDTH = 110


def live(s: Snapshot, width: int, height: int) -> RenderableType:
    """Return the view of ``s`` for a terminal of ``width`` columns and ``height`` lines.

    Everything that comes from a file is put in as ``Text``, never as markup.
    """
    narrow = width < NARROW
    rows = _rows(s, narrow)
    # Lines for the bar, the empty one and a message above; what matters least goes first.
    room = max(height - 4, 1)
    notes = _notes(s, narrow)[: max(room - len(rows), 1)]
    rows = rows[: max(room - len(notes), 1)]
    table = Table.grid(padding=(0, 1 if narrow else 2))
    table.add_column(style="dim", no_wrap=True, min_width=9)
    table.add_column(no_wrap=True, overflow="ellipsis")
    for label, value in [*rows, *notes]:
        table.add_row(Text(label), value)
    # The empty line keeps the cursor, and what a dying run prints, off the table.
    return Group(_bar(s, min(width, MAX_WIDTH), narrow), table, Text())


def _bar(s: Snapshot, width: int, narrow: bool) -> RenderableType:
    done, total, unit = s.done, s.total, "files"
    if not s.todo:
        done, total, unit = s.jobs_done, s.jobs_total, "jobs"
    numbers = f"{done:,}/{total:,} {unit}  {percent(done, total)}"
    if narrow:
        numbers = f"{done:,}/{total:,}  {percent(done, total)}"
    bar_width = max(width - len(numbers) - 3, 5)
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=bar_width)
    grid.add_column(no_wrap=True)
    bar = ProgressBar(total=max(total, 1), completed=done, width=bar_width)
    grid.add_row(bar, Text(numbers, style="bold"))
    return grid


def _stage(s: Snapshot) -> str:
    left = "" if s.done_now < s.todo else f", job {s.jobs_done + 1:,} of {s.jobs_total:,}"
    return clean(s.stage) + left


def _rows(s: Snapshot, narrow: bool) -> list[tuple[str, Text]]:
    good = Text(f"{s.succeeded:,} ok", style="green")
    good.append(f" ({percent(s.succeeded, s.succeeded + s.failed)})", style="default")
    bad = Text(f"{s.failed:,} failed", style="yellow" if s.failed else "default")
    if s.retried:
        bad.append(f", {s.retried:,} retried", style="default")
    workers = Text(f"{s.active:,} active")
    if s.silent:
        workers.append(f", {len(s.silent):,} without a sign of life", style="bold yellow")
    merges = Text(lines.merges_text(s))
    if narrow:
        return [
            ("stage", Text(_stage(s))),
            ("files", good),
            ("", bad),
            ("rate", Text(lines.rate_text(s))),
            ("time", Text(duration(s.elapsed))),
            ("ETA", Text(lines.eta_text(s))),
            ("workers", workers),
            ("merges", merges),
            ("rows", Text(f"{s.rows:,}")),
            ("pages", Text(f"{s.pages:,}")),
        ]
    return [
        ("stage", Text(_stage(s))),
        ("files", Text.assemble(good, ", ", bad)),
        ("rate", Text(lines.rate_text(s))),
        ("time", Text(f"{duration(s.elapsed)} elapsed, ETA {lines.eta_text(s)}")),
        ("workers", workers),
        ("database", merges),
        ("result", Text(f"{s.rows:,} BOM rows, {s.pages:,} pages")),
    ]


def _notes(s: Snapshot, narrow: bool) -> list[tuple[str, Text]]:
    """What needs attention, worst first."""
    notes = [
        ("CRITICAL", Text(lines.merge_warning(silent), style="bold red"))
        for silent in s.silent_merges
    ]
    notes += [
        ("WARNING", Text(lines.worker_warning(silent), style="yellow")) for silent in s.silent[:5]
    ]
    for failure in s.failures[: 3 if narrow else 8]:
        text = Text(f"{failure.number:,}  ", style="yellow")
        text.append(clean(f"{failure.filename}: {failure.message}"), style="dim")
        notes.append((failure.code, text))
    return notes
