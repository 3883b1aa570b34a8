"""What one attempt at one drawing is told, and how it may fail."""

from __future__ import annotations

import os
from typing import NamedTuple

from bomflow.errors import ErrorCode

MB = 1024 * 1024


class Job(NamedTuple):
    """What one attempt is told. ``key`` stands for drawing, code and settings together."""

    pdf: str
    filename: str
    doc_id: str
    results: str
    key: str = ""
    settings: str = "{}"
    memory_mb: int = 1024
    timeout_s: float = 60.0
    max_file_size_mb: float = 100.0
    retries: int = 3
    attempt: int = 1

    @classmethod
    def from_options(cls, arguments: list[str]) -> Job:
        """A job from ``--name value`` pairs; argparse would cost too much, once per drawing.

        Raises:
            KeyError, ValueError: an option is missing, or no value follows its name.
        """
        options = dict(zip(arguments[::2], arguments[1::2], strict=True))
        relative = options["--file"]
        return cls(
            pdf=os.path.join(options["--input-dir"], relative),
            filename=os.fsencode(relative).decode("utf-8", "backslashreplace"),
            doc_id=options["--doc-id"],
            results=options["--results"],
            key=options["--key"],
            settings=options["--settings"],
            memory_mb=int(options["--memory-mb"]),
            timeout_s=float(options["--timeout-s"]),
            max_file_size_mb=float(options["--max-file-size-mb"]),
            retries=int(options["--retries"]),
            attempt=int(options["--attempt"]),
        )

    @property
    def record(self) -> str:
        """Where the record goes."""
        return os.path.join(self.results, "extract", f"{self.doc_id}.json")

    @property
    def log(self) -> str:
        """Where warnings and tracebacks go; written only if there are any."""
        return os.path.join(self.results, "logs", "extract", f"{self.doc_id}.log")

    @property
    def journal(self) -> str:
        """Folder of the journals of failed attempts."""
        return os.path.join(self.results, "attempts")


class Failure(NamedTuple):
    """Why there are no rows; ``peak_mb`` is the peak memory of the attempt."""

    code: ErrorCode
    message: str
    peak_mb: float = 0.0
