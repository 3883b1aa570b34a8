"""The one list of error codes: complete, consistent, with distinct exit codes."""

from __future__ import annotations

import pytest

from bomflow.errors import ERRORS, ErrorCode, ExtractionError

TRANSIENT = {"TIMEOUT", "MEMORY_ERROR", "WORKER_ERROR", "UNKNOWN"}


def test_every_code_is_described_once() -> None:
    assert set(ERRORS) == set(ErrorCode)
    assert all(code.value == code.name for code in ErrorCode)
    assert all(info.meaning and code.remedy.endswith(".") for code, info in ERRORS.items())


def test_only_failures_of_the_attempt_are_transient() -> None:
    assert {code.value for code in ErrorCode if code.transient} == TRANSIENT


def test_exit_codes_are_distinct_and_grouped() -> None:
    exits = [code.exit_code for code in ErrorCode]
    assert len(set(exits)) == len(exits)
    assert ErrorCode.FILE_NOT_FOUND.exit_code == 10
    for code in ErrorCode:
        assert 10 <= code.exit_code < 40
        assert (code.exit_code >= 30) == code.transient


@pytest.mark.parametrize("code", ["TIMEOUT", "MEMORY_ERROR", "WORKER_ERROR"])
def test_remedy_of_a_spent_failure_names_the_limit_that_make_retry_failed_looks_at(
    code: str,
) -> None:
    # A recorded transient failure has used up its retries: a retry alone would be refused.
    assert "extract.retries" in ErrorCode(code).remedy


def test_extraction_error_carries_code_and_message() -> None:
    error = ExtractionError(ErrorCode.NO_PAGES, "the page tree is empty")
    assert (error.code, error.message) == (ErrorCode.NO_PAGES, "the page tree is empty")
    assert str(error) == "the page tree is empty"
