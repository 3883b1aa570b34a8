"""Where the lines go, and that a lost reader does no harm."""

from __future__ import annotations

import contextlib
import io
import os
import pty
import re
import select
from collections.abc import Callable, Iterator

import pytest

from bomflow.progress.screen import Screen
from bomflow.progress.snapshot import Snapshot


class Terminal:
    """The two ends of a pseudo-terminal."""

    def __init__(self) -> None:
        self._outer, inner = pty.openpty()
        self.stream = os.fdopen(inner, "w", encoding="utf-8")

    def text(self) -> str:
        self.stream.flush()
        data = b""
        while select.select([self._outer], [], [], 0.05)[0]:
            data += os.read(self._outer, 65536)
        return data.decode("utf-8", "replace")

    def close(self) -> None:
        self.stream.close()
        os.close(self._outer)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")
    monkeypatch.delenv("NO_COLOR", raising=False)
    both = Terminal()
    yield both
    both.close()


def test_plain_lines_where_there_is_no_terminal(make_snapshot: Callable[..., Snapshot]) -> None:
    stream = io.StringIO()
    screen = Screen(stream)
    screen.show(make_snapshot())
    screen.say("two\nlines \x1b[31m[red]", "red")
    screen.end_view()
    assert not screen.is_live
    assert stream.getvalue() == "two\nlines [red]\n"


def test_a_dumb_terminal_gets_plain_lines(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    screen = Screen(terminal.stream)
    screen.say("text", "red")
    assert not screen.is_live
    assert "\x1b" not in terminal.text()


def test_the_live_view_leaves_the_cursor_and_the_screen_as_they_were(
    terminal: Terminal, make_snapshot: Callable[..., Snapshot]
) -> None:
    screen = Screen(terminal.stream)
    screen.show(make_snapshot())
    screen.show(make_snapshot())
    screen.say("a warning", "yellow")
    screen.end_view()
    screen.say("the end")
    text = terminal.text()
    assert "1,201/2,500" in text
    assert "a warning" in text
    assert "\x1b[?25l" not in text, "the cursor was hidden: a killed run would leave it so"
    assert "\x1b[?1049" not in text, "the other screen: a killed run would leave the terminal there"
    after = text[text.rindex("1,201/2,500") :]
    assert after.index("\x1b[2K") < after.index("the end"), "the view was not taken away"


def test_no_colour(
    terminal: Terminal,
    monkeypatch: pytest.MonkeyPatch,
    make_snapshot: Callable[..., Snapshot],
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    screen = Screen(terminal.stream)
    screen.show(make_snapshot())
    screen.say("text", "red")
    screen.end_view()
    colours = re.findall(r"\x1b\[[0-9;]*\b(?:3[0-9]|4[0-9]|9[0-7])[0-9;]*m", terminal.text())
    assert colours == []


def test_colour_else(terminal: Terminal) -> None:
    Screen(terminal.stream).say("text", "red")
    assert "\x1b[31m" in terminal.text()


def test_the_window_gets_narrower(
    terminal: Terminal, make_snapshot: Callable[..., Snapshot]
) -> None:
    """The terminal breaks the old lines of the view: the screen is written anew."""
    screen = Screen(terminal.stream)
    screen.say("start line")
    screen.show(make_snapshot())
    assert "\x1b[2J" not in terminal.text()
    assert screen._console is not None
    screen._console.width = 40
    screen.show(make_snapshot())
    text = terminal.text()
    screen.end_view()
    assert "\x1b[2J" in text
    assert "start line" in text


def test_a_closed_pipe_does_not_stop_the_run() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as stream:
        screen = Screen(stream)
        screen.say("nobody reads this")
        screen.say("nor this")
        with contextlib.suppress(BrokenPipeError):
            stream.close()


def test_an_encoding_that_lacks_the_letters() -> None:
    raw = io.BytesIO()
    screen = Screen(io.TextIOWrapper(raw, encoding="ascii"))
    screen.say("Köln 图纸")
    assert raw.getvalue() == b"K?ln ??\n"
