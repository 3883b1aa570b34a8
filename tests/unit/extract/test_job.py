"""What an attempt is told on its command line."""

from __future__ import annotations

import pytest

from bomflow.extract.job import Job


def test_options_are_pairs() -> None:
    options = {
        "--input-dir": "/in",
        "--file": "a b'c\".pdf",
        "--doc-id": "abc-0123456789ab",
        "--results": "results",
        "--key": "k",
        "--settings": "{}",
        "--memory-mb": "456",
        "--timeout-s": "0.5",
        "--max-file-size-mb": "100",
        "--retries": "3",
        "--attempt": "2",
    }
    job = Job.from_options([part for pair in options.items() for part in pair])
    assert (job.pdf, job.filename) == ("/in/a b'c\".pdf", "a b'c\".pdf")
    assert (job.memory_mb, job.timeout_s, job.attempt) == (456, 0.5, 2)
    with pytest.raises(ValueError):
        Job.from_options(["--file"])
