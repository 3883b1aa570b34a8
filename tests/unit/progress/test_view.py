"""The picture at several widths and heights."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from rich.cells import cell_len
from rich.console import Console

from bomflow.progress.snapshot import Failures, Silent, Snapshot, Working
from bomflow.progress.view import live

Make = Callable[..., Snapshot]


def drawn(s: Snapshot, width: int, height: int = 24) -> list[str]:
    console = Console(
        file=io.StringIO(), width=width, height=height, force_terminal=True, color_system=None
    )
    with console.capture() as capture:
        console.print(live(s, width, height))
    return capture.get().rstrip("\n").split("\n")


@pytest.mark.parametrize("width", [20, 30, 50, 59, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(make_snapshot: Make, width: int) -> None:
    s = make_snapshot(
        silent=(Silent("图纸" * 60, 75.0, 1),), silent_merges=(Silent("x" * 90, 61.0),)
    )
    for line in drawn(s, width):
        assert cell_len(line) <= width


@pytest.mark.parametrize(("width", "height"), [(80, 24), (50, 12), (80, 8), (20, 5), (200, 3)])
def test_the_view_fits_the_height(make_snapshot: Make, width: int, height: int) -> None:
    failures = tuple(Failures(f"CODE{n}", n, "a.pdf", "message") for n in range(40))
    s = make_snapshot(failures=failures, silent=tuple(Silent("a", 70.0, n) for n in range(44)))
    assert len(drawn(s, width, height)) <= max(height - 1, 4)


def test_what_is_shown_at_80_columns(make_snapshot: Make) -> None:
    text = "\n".join(drawn(make_snapshot(rate=2.0, eta=649.5, active=44), 80))
    for part in (
        "1,201/2,500 files  48.0 %",
        "1,200 ok (99.9 %), 1 failed",
        "2.00 files/s",
        "0:01:40 elapsed, ETA 0:10:49",
        "44 active",
        "shards 3 waiting; join waiting",
        "12,000 BOM rows, 2,400 pages",
        "TIMEOUT",
    ):
        assert part in text


def test_narrow_terminals_show_the_numbers_too(make_snapshot: Make) -> None:
    text = "\n".join(drawn(make_snapshot(rate=2.0, eta=649.5), 50))
    for part in ("1,201/2,500", "1,200 ok", "1 failed", "2.00 files/s", "0:10:49", "12,000"):
        assert part in text


def test_trouble_is_shown(make_snapshot: Make) -> None:
    s = make_snapshot(
        silent=(Silent("KG A/a.pdf", 75.0, 4711),), silent_merges=(Silent("shard 1", 61.0),)
    )
    text = "\n".join(drawn(s, 100))
    assert "worker 4711: no sign of life for 75 s: KG A/a.pdf" in text
    assert "database writer unresponsive: shard 1" in text


def test_hostile_names_are_text(make_snapshot: Make) -> None:
    """Neither rich's markup nor the terminal's sequences of a file name take effect."""
    console = Console(file=io.StringIO(), width=120, force_terminal=True, color_system="standard")
    with console.capture() as capture:
        console.print(live(make_snapshot(), 120, 24))
    text = capture.get()
    assert "[bold red]x[/]" in text
    for sequence in ("\x1b[2J", "\x1b]0;", "\x07", "\u202e", "\x1b[1;31m"):
        assert sequence not in text


def test_done_and_left_differ_without_colour(make_snapshot: Make) -> None:
    assert "━─" in live(make_snapshot(), 80, 24).plain


def test_a_terminal_without_utf_8(make_snapshot: Make) -> None:
    s = make_snapshot(failures=(Failures("TIMEOUT", 1, "a.pdf", "x" * 300),))
    text = live(s, 80, 24, ascii_only=True).plain
    assert "#-" in text
    assert text.isascii()


def test_a_hostile_code_is_text(make_snapshot: Make) -> None:
    s = make_snapshot(failures=(Failures("[red]CODE[/red]", 1, "a", "b"),))
    assert "[red]CODE[/red]" in "\n".join(drawn(s, 120))


def test_without_drawings_the_jobs_are_the_measure(make_snapshot: Make) -> None:
    s = make_snapshot(
        todo=0, done_now=0, done=0, total=0, jobs_done=1, jobs_total=4, stage="export"
    )
    assert "1/4 jobs" in drawn(s, 80)[0]


def test_memory_disk_and_what_takes_long(make_snapshot: Make) -> None:
    s = make_snapshot(
        memory_mb=12000.0,
        budget_mb=13000,
        disk_free_mb=90000.0,
        longest=(Working("KG A/[red]\x1b[2J.pdf", 75.0),),
    )
    text = live(s, 100, 40).plain
    assert "12.0 GB of 13.0 GB" in text and "90.0 GB left" in text and "0:01:15  KG A/" in text
    assert "\x1b" not in text


def test_small_memory_in_mb_and_no_eta_once_all_is_read(make_snapshot: Make) -> None:
    s = make_snapshot(memory_mb=41.0, budget_mb=13000, todo=10, done_now=10)
    text = live(s, 100, 40).plain
    assert "41 MB of 13.0 GB" in text and "ETA" not in text


def test_health_of_the_database_is_told(make_snapshot: Make) -> None:
    for width in (60, 100):
        assert "database ok (shards" in re.sub(" +", " ", live(make_snapshot(), width, 40).plain)
    silent = make_snapshot(silent_merges=(Silent("shard 1", 75.0),))
    assert "not responding (shards" in live(silent, 100, 40).plain


def test_between_the_last_stages_no_job_beyond_the_last_is_counted(make_snapshot: Make) -> None:
    s = make_snapshot(todo=10, done_now=10, jobs_done=17, jobs_total=17, memory_mb=0.0)
    text = live(s, 100, 40).plain
    assert "job 17 of 17" in text
    assert "memory" not in text, "no worker, nothing to tell"
