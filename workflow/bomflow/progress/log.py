"""``results/logs/progress.log``: a block every ten seconds, for whoever looks later."""

from __future__ import annotations

import os

#: One older file is kept beside the current one, so that the log of many runs stays bounded.
MAX_BYTES = 20_000_000


class ProgressLog:
    """Appends lines to the log; a full disk or a missing folder never stops the run."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problem = ""
        try:
            if os.path.getsize(path) > MAX_BYTES:
                os.replace(path, f"{path}.1")
        except OSError:
            pass  # there is none yet

    def write(self, lines: list[str]) -> None:
        """Append ``lines`` in one write; on failure ``problem`` says why."""
        data = ("\n".join(lines) + "\n").encode("utf-8", "replace")
        try:
            os.makedirs(os.path.dirname(self.path), exist_ok=True)
            with open(self.path, "ab", buffering=0) as stream:
                stream.write(data)
            self.problem = ""
        except OSError as error:
            self.problem = f"the progress log cannot be written: {error.strerror or error}"
