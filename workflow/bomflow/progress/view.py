"""A snapshot as a picture for the terminal (rich), from 20 columns up."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from bomflow.progress import lines
from bomflow.progress.snapshot import Snapshot
from bomflow.progress.text import clean, duration, percent

NARROW = 60
MAX_WIDTH = 110


def live(s: Snapshot, width: int, height: int, *, ascii_only: bool = False) -> Text:
    """Return the view of ``s`` for a terminal of ``width`` columns and ``height`` lines.

    ``ascii_only`` is for terminals that do not speak UTF-8. What comes from a file is put
    in as ``Text``, never as markup.
    """
    narrow = width < NARROW
    rows = _rows(s, narrow)
    # Lines for the bar, the empty one and a message above; what matters least goes first.
    room = max(height - 4, 1)
    notes = _notes(s, narrow)[: max(room - len(rows), 1)]
    rows = rows[: max(room - len(notes), 1)]
    # Lines put together by hand: rich's tables cost four times as much, once a second for hours.
    labels = min(max(9, *(cell_len(label) for label, _ in [*rows, *notes])), width // 3)
    picture = _bar(s, min(width, MAX_WIDTH), narrow, ascii_only)
    for label, value in [*rows, *notes]:
        line = Text(no_wrap=True).append(set_cell_size(label, labels), style="dim")
        line.append(" " if narrow else "  ").append(value)
        line.truncate(width, overflow="crop" if ascii_only else "ellipsis")
        picture.append("\n").append(line)
    # The empty line keeps the cursor, and what a dying run prints, off the view.
    return picture.append("\n")


def _bar(s: Snapshot, width: int, narrow: bool, ascii_only: bool) -> Text:
    done, total, unit = s.done, s.total, " files"
    if not s.todo:
        done, total, unit = s.jobs_done, s.jobs_total, " jobs"
    numbers = f" {done:,}/{total:,}{'' if narrow else unit}  {percent(done, total)}"
    cells = max(width - len(numbers), 0)
    full = cells * done // total if total else 0
    # A thick and a thin line: they differ without colour too.
    thick, thin = "#-" if ascii_only else "\u2501\u2500"
    bar = Text(no_wrap=True).append(thick * full, style="green" if full == cells else "cyan")
    bar.append(thin * (cells - full), style="bright_black")
    bar.append(numbers, style="bold")
    bar.truncate(width)
    return bar


def _stage(s: Snapshot) -> str:
    job = min(s.jobs_done + 1, s.jobs_total)
    left = "" if s.done_now < s.todo else f", job {job:,} of {s.jobs_total:,}"
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
    merges = Text.assemble(
        ("not responding", "bold red") if s.silent_merges else "ok", f" ({lines.merges_text(s)})"
    )
    if narrow:
        return [
            ("stage", Text(_stage(s))),
            ("files", good),
            ("", bad),
            ("rate", Text(lines.rate_text(s))),
            ("time", Text(duration(s.elapsed))),
            ("ETA", Text(lines.eta_text(s))),
            ("workers", workers),
            *_host(s),
            ("database", merges),
            ("rows", Text(f"{s.rows:,}")),
            ("pages", Text(f"{s.pages:,}")),
        ]
    return [
        ("stage", Text(_stage(s))),
        ("files", Text.assemble(good, ", ", bad)),
        ("rate", Text(lines.rate_text(s))),
        ("time", Text(_time(s))),
        ("workers", workers),
        *_host(s),
        ("database", merges),
        ("result", Text(f"{s.rows:,} BOM rows, {s.pages:,} pages")),
    ]


def _time(s: Snapshot) -> str:
    to_come = f", ETA {lines.eta_text(s)}" if s.done_now < s.todo else ""
    return f"{duration(s.elapsed)} elapsed{to_come}"


def _host(s: Snapshot) -> list[tuple[str, Text]]:
    """Memory of the workers, while there are any, and disk, as soon as somebody has looked."""
    rows = []
    if s.memory_mb:
        tight = s.budget_mb is not None and s.memory_mb > 0.9 * s.budget_mb
        rows.append(("memory", Text(lines.memory_text(s), style="yellow" if tight else "")))
    if s.disk_free_mb is not None:
        low = s.disk_free_mb < lines.DISK_LOW_MB
        rows.append(("disk", Text(lines.disk_text(s), style="bold red" if low else "")))
    return rows


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
    for one in s.longest:
        notes.append(("longest", Text(f"{duration(one.seconds)}  {clean(one.label)}", style="dim")))
    return notes
