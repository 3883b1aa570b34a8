"""Every way a drawing can fail: code, whether a retry can help, exit code and remedy.

This is the only list of error codes. Records, the database, the failure report, the exit code of
``python -m bomflow extract`` and the documentation are all made from it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class ErrorCode(StrEnum):
    """Why a drawing gave no rows. The value is what the record and the database hold."""

    FILE_NOT_FOUND = "FILE_NOT_FOUND"
    FILE_EMPTY = "FILE_EMPTY"
    FILE_TOO_LARGE = "FILE_TOO_LARGE"
    INVALID_PDF = "INVALID_PDF"
    ENCRYPTED = "ENCRYPTED"
    NO_PAGES = "NO_PAGES"
    NO_TEXT = "NO_TEXT"
    NO_ANCHOR = "NO_ANCHOR"
    NO_DATA = "NO_DATA"
    PARSING_ERROR = "PARSING_ERROR"
    TIMEOUT = "TIMEOUT"
    MEMORY_ERROR = "MEMORY_ERROR"
    WORKER_ERROR = "WORKER_ERROR"
    UNKNOWN = "UNKNOWN"

    @property
    def transient(self) -> bool:
        """Whether the attempt failed rather than the drawing, so that a retry can help."""
        return ERRORS[self].transient

    @property
    def exit_code(self) -> int:
        """Exit code of ``python -m bomflow extract``: 1x input, 2x content, 3x the attempt."""
        return ERRORS[self].exit_code

    @property
    def remedy(self) -> str:
        """What a person can do about it, one sentence."""
        return ERRORS[self].remedy


class ErrorInfo(NamedTuple):
    """What the product knows about one error code."""

    exit_code: int
    transient: bool
    meaning: str
    remedy: str


ERRORS: dict[ErrorCode, ErrorInfo] = {
    ErrorCode.FILE_NOT_FOUND: ErrorInfo(
        10, False, "the file is gone or cannot be read", "Restore the file or its permissions."
    ),
    ErrorCode.FILE_EMPTY: ErrorInfo(
        11, False, "the file has no bytes", "Export the drawing again: a copy was interrupted."
    ),
    ErrorCode.FILE_TOO_LARGE: ErrorInfo(
        12,
        False,
        "the file is larger than extract.max_file_size_mb",
        "Raise extract.max_file_size_mb if the file is meant to be that large.",
    ),
    ErrorCode.INVALID_PDF: ErrorInfo(
        13, False, "the file is no readable PDF", "Open it in a viewer; export the drawing again."
    ),
    ErrorCode.ENCRYPTED: ErrorInfo(
        14,
        False,
        "the file needs a password",
        "Save the drawing without a password, or put it into the file of extract.passwords.",
    ),
    ErrorCode.NO_PAGES: ErrorInfo(15, False, "the PDF has no pages", "Export the drawing again."),
    ErrorCode.NO_TEXT: ErrorInfo(
        20,
        False,
        "the pages, or the table on them, hold no text (scan, outlined text, pasted picture)",
        "Ask for the drawing with real text, or type the rows in by hand.",
    ),
    ErrorCode.NO_ANCHOR: ErrorInfo(
        21,
        False,
        "text, but no BOM header on any page",
        "Nothing to do if the sheet has no BOM; else add its header words under headers.",
    ),
    ErrorCode.NO_DATA: ErrorInfo(
        22,
        False,
        "a BOM header, but no rows",
        "Check whether the BOM on the sheet is really empty.",
    ),
    ErrorCode.PARSING_ERROR: ErrorInfo(
        23, False, "the table could not be read", "Report the drawing; type the rows in by hand."
    ),
    ErrorCode.TIMEOUT: ErrorInfo(
        30,
        True,
        "not finished within extract.timeout_s",
        "Raise extract.timeout_s and extract.retries, then make retry-failed.",
    ),
    ErrorCode.MEMORY_ERROR: ErrorInfo(
        31,
        True,
        "more memory needed than the worker may take",
        "Raise extract.retries (each attempt gets more memory), then make retry-failed.",
    ),
    ErrorCode.WORKER_ERROR: ErrorInfo(
        32,
        True,
        "the worker process died",
        "Look into the file's log; raise extract.retries, then make retry-failed.",
    ),
    ErrorCode.UNKNOWN: ErrorInfo(
        33, True, "an unforeseen error", "Look into the file's log and report it."
    ),
}


class ExtractionError(Exception):
    """A drawing that cannot be read, with its code; the message says what was found."""

    def __init__(self, code: ErrorCode, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
