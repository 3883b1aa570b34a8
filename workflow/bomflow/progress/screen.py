"""The place where people read: a live region at a terminal, plain lines anywhere else.

For programs it is lines of JSON and nothing else: snapshots, and messages as ``{"at", "message"}``.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections import deque
from typing import IO, TYPE_CHECKING

from bomflow.progress.text import clean_lines

if TYPE_CHECKING:
    from rich.console import Console
    from rich.live import Live

    from bomflow.progress.snapshot import Snapshot


#: Messages written anew when the window changes its width.
KEPT_LINES = 20


class Screen:
    """Writes lines to a stream and, at a terminal, keeps the live view below them.

    Never raises because of the stream: when nobody reads any more it goes quiet.
    """

    def __init__(
        self, stream: IO[str], *, colour: bool = True, live: bool = True, as_json: bool = False
    ) -> None:
        self._stream = stream
        self._as_json = as_json
        self._lock = threading.RLock()
        self._gone = False
        self._live: Live | None = None
        self._console: Console | None = None
        self._width = 0
        self._said: deque[tuple[str, str, bool]] = deque(maxlen=KEPT_LINES)
        if _is_terminal(stream) and not as_json:
            self._console = _console(stream, colour)
        self.is_terminal = self._console is not None
        self.is_live = live and self.is_terminal

    def say(self, text: str, style: str = "", *, fold: bool = False) -> None:
        """Print ``text`` (cleaned, its line ends kept) above the live view.

        With ``fold`` a terminal gets long lines broken between words; else it breaks them itself,
        so that an error or a path can be copied whole.
        """
        text = clean_lines(text)
        if self._as_json:
            text = json.dumps({"at": time.strftime("%Y-%m-%d %H:%M:%S"), "message": text})
        with self._lock:
            if self._console is None:
                self.write(text)
                return
            if self._gone:
                return
            try:
                self._said.append((text, style, fold))
                _print(self._console, text, style, fold)
            except (OSError, ValueError):  # a closed terminal
                self._gone = True

    def write(self, line: str) -> None:
        """Write a line as it is, where there is no terminal."""
        with self._lock:
            if self._gone:
                return
            try:
                self._stream.write(_encodable(line, self._stream) + "\n")
                self._stream.flush()
            except (OSError, ValueError):  # a closed pipe
                self._gone = True

    def show(self, snapshot: Snapshot) -> None:
        """Draw the live view anew; does nothing where there is none."""
        if not self.is_live or self._console is None:
            return
        from bomflow.progress.view import live

        with self._lock:
            if self._gone:
                return
            try:
                size = self._console.size
                if self._live is not None and size.width != self._width:
                    self._start_anew(self._console)
                self._width = size.width
                ascii_only = not self._console.encoding.lower().startswith("utf")
                picture = live(snapshot, size.width, size.height, ascii_only=ascii_only)
                if self._live is None:
                    self._live = _live(self._console)
                    self._live.start()
                self._live.update(picture, refresh=True)
            except (OSError, ValueError):
                self._gone = True

    def _start_anew(self, console: Console) -> None:
        """Clear the screen: a terminal that got narrower has broken the lines of the view."""
        if self._live is not None:
            self._live.stop()
            self._live = None
        console.clear()
        for text, style, fold in self._said:
            _print(console, text, style, fold)

    def end_view(self) -> None:
        """Take the live view off the screen; lines can still be printed."""
        with self._lock:
            live, self._live = self._live, None
            self.is_live = False
            if live is not None:
                try:
                    live.stop()
                except (OSError, ValueError):
                    self._gone = True


def _print(console: Console, text: str, style: str, fold: bool) -> None:
    from rich.text import Text

    console.print(Text(text, style=style), soft_wrap=not fold)


def _is_terminal(stream: IO[str]) -> bool:
    try:
        return stream.isatty() and os.environ.get("TERM", "dumb") not in ("", "dumb", "unknown")
    except ValueError:  # closed
        return False


def _console(stream: IO[str], colour: bool) -> Console:
    from rich.console import Console

    class SteadyConsole(Console):
        """Leaves the cursor on: a run that is killed must not leave a terminal without one."""

        def show_cursor(self, show: bool = True) -> bool:
            return False

    no_color = True if not colour or os.environ.get("NO_COLOR") else None
    return SteadyConsole(
        file=stream,
        force_terminal=True,
        no_color=no_color,
        highlight=False,
        markup=False,
        emoji=False,
    )


def _live(console: Console) -> Live:
    from rich.live import Live

    return Live(
        console=console,
        auto_refresh=False,
        transient=True,
        # What the Snakefile prints goes above the view, unless it goes to a file anyway.
        redirect_stdout=_is_terminal(sys.stdout),
        redirect_stderr=True,
        vertical_overflow="crop",
    )


def _encodable(text: str, stream: IO[str]) -> str:
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)
