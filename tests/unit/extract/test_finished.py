"""What was read once is not read again after a killed run."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bomflow.extract import finished
from bomflow.extract.job import Job
from bomflow.extract.worker import run_attempt

DOC = "a-0123456789ab"
KEY = "12:1700000000000000000-0123456789abcdef-fedcba9876543210"


@pytest.fixture
def results(tmp_path: Path) -> str:
    return str(tmp_path / "results")


@pytest.fixture
def record(make_record: Callable[..., dict[str, Any]]) -> bytes:
    return json.dumps(make_record(doc_id=DOC)).encode()


def place(results: str) -> Path:
    return Path(results, "extract", f"{DOC}.json")


def test_a_kept_record_comes_back_as_it_was(results: str, record: bytes) -> None:
    finished.keep(results, DOC, KEY, record)
    written = place(results).stat()
    place(results).unlink()  # as Snakemake does before it runs a job again
    assert finished.restore(results, DOC, KEY) == json.loads(record)
    assert place(results).read_bytes() == record
    assert place(results).stat().st_mtime_ns == written.st_mtime_ns
    assert finished.restore(results, DOC, KEY)  # also over itself
    assert os.listdir(place(results).parent) == [place(results).name]


def test_only_for_the_same_drawing_settings_and_code(results: str, record: bytes) -> None:
    finished.keep(results, DOC, KEY, record)
    place(results).unlink()
    assert finished.restore(results, DOC, KEY.replace("17", "18")) is None
    assert finished.restore(results, "b-0123456789ab", KEY) is None
    assert finished.restore(results, DOC, "") is None
    assert not place(results).exists()


@pytest.mark.parametrize("damage", [b"", b"{", b'{"doc_id": "x"}', b"\xff"])
def test_a_damaged_record_is_read_again(results: str, record: bytes, damage: bytes) -> None:
    finished.keep(results, DOC, KEY, record)
    place(results).write_bytes(damage)  # the same file under both names
    assert finished.restore(results, DOC, KEY) is None
    assert not place(results).exists()
    assert os.listdir(Path(results, finished.FOLDER)) == []


def test_nothing_is_kept_without_a_key_nor_after_a_good_end(results: str, record: bytes) -> None:
    finished.keep(results, DOC, "", record)
    assert not Path(results, finished.FOLDER).exists()
    finished.keep(results, DOC, KEY, record)
    finished.forget(results, DOC)
    assert finished.restore(results, DOC, KEY) is None
    finished.keep(results, DOC, KEY, record)
    finished.forget_all(results)
    finished.forget_all(results)
    assert finished.restore(results, DOC, KEY) is None
    assert place(results).exists()


@pytest.mark.parametrize("code", [errno.EPERM, errno.ENOTSUP, errno.EMLINK])
def test_without_hard_links_a_copy_is_made(
    results: str, record: bytes, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: Any) -> None:
        raise OSError(code, "no")

    monkeypatch.setattr(os, "link", no_links)
    finished.keep(results, DOC, KEY, record)
    place(results).unlink()
    assert finished.restore(results, DOC, KEY)
    assert place(results).read_bytes() == record and place(results).stat().st_nlink == 1


def test_an_attempt_whose_record_was_kept_reads_nothing(
    results: str, make_record: Callable[..., dict[str, Any]], tmp_path: Path, reader: Any
) -> None:
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(b"%PDF-1.4")
    job = Job(str(pdf), "a.pdf", DOC, results, key=KEY)
    reads = tmp_path / "reads"

    def read(path: str, settings: Any) -> dict[str, Any]:
        with open(reads, "a") as stream:
            stream.write("x")
        return make_record(doc_id=DOC, filename="a.pdf")

    reader(read)
    assert run_attempt(job) == 0
    place(results).unlink()
    assert run_attempt(job) == 0
    assert reads.read_text() == "x" and place(results).exists()
    events = Path(results, "logs", "extract.jsonl").read_text().splitlines()
    assert [json.loads(event)["rows"] for event in events] == [2, 2]
    assert run_attempt(job._replace(key=KEY + "0")) == 0
    assert reads.read_text() == "xx"
