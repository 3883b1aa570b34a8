"""Which records `make retry-failed` releases."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bomflow import run
from bomflow.cli.main import main
from bomflow.cli.parser import EXIT_USAGE
from bomflow.cli.retry import release_transient
from bomflow.errors import ErrorCode
from bomflow.run import RunLocked


@pytest.fixture(autouse=True)
def free_locks() -> Iterator[None]:
    yield
    while run._locks:
        os.close(run._locks.pop())


def put(results: Path, name: str, code: str | None, retries: int, **more: Any) -> Path:
    record = {"filename": f"{name}.pdf", "error_code": code, "retry_count": retries, **more}
    path = results / "extract" / f"{name}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(record))
    return path


def left(results: Path) -> list[str]:
    return sorted(path.stem for path in (results / "extract").glob("*.json"))


@pytest.mark.parametrize("code", [None, *ErrorCode])
def test_only_transient_failures_below_the_limit_are_released(
    tmp_path: Path, code: ErrorCode | None
) -> None:
    for retries in range(5):
        put(tmp_path, f"r{retries}", code, retries)
    said = release_transient(str(tmp_path), 3)
    if code and code.transient:
        assert left(tmp_path) == ["r3", "r4"]
        assert said == [
            "3 drawing(s) will be read again.",
            *(f"  r{n}.pdf: {code}, {n} of 3 retries used" for n in range(3)),
            "2 transient failure(s) have used up their 3 retries; raise extract.retries to try "
            "them again:",
            f"  r3.pdf: {code}",
            f"  r4.pdf: {code}",
        ]
    else:
        assert left(tmp_path) == ["r0", "r1", "r2", "r3", "r4"]
        assert said == ["0 drawing(s) will be read again."]


@pytest.mark.parametrize(
    "torn",
    [
        "",
        "{",
        "[]",
        "{}",
        "5",
        '{"filename": "a", "error_code": "NEW_CODE", "retry_count": 0}',
        '{"filename": "a", "error_code": "TIMEOUT", "retry_count": null}',
        b"\xff\xfe\x00",
    ],
)
@pytest.mark.parametrize("retries", [0, 3])
def test_a_torn_record_is_always_released(tmp_path: Path, torn: str | bytes, retries: int) -> None:
    path = put(tmp_path, "torn", None, 0)
    path.write_bytes(torn if isinstance(torn, bytes) else torn.encode())
    put(tmp_path, "good", None, 0)
    said = release_transient(str(tmp_path), retries)
    assert left(tmp_path) == ["good"]
    assert said == ["1 drawing(s) will be read again.", "  torn.json: the record cannot be read"]


def test_other_files_stay(tmp_path: Path) -> None:
    put(tmp_path, "a", "TIMEOUT", 0)
    for name in (".a.json.12.tmp", ".hidden.json", "notes.txt"):
        (tmp_path / "extract" / name).write_text("{")
    release_transient(str(tmp_path), 3)
    assert sorted(os.listdir(tmp_path / "extract")) == [
        ".a.json.12.tmp",
        ".hidden.json",
        "notes.txt",
    ]


def test_long_lists_are_cut_and_names_are_harmless(tmp_path: Path) -> None:
    for n in range(9):
        put(tmp_path, f"a{n}", "TIMEOUT", 0, filename=f"a{n}\n\x1b[31m.pdf")
        put(tmp_path, f"b{n}", "UNKNOWN", 3)
    said = release_transient(str(tmp_path), 3)
    assert said[0] == "9 drawing(s) will be read again."
    assert said[6] == said[-1] == "  ... and 4 more files"
    assert len(said) == 1 + 6 + 1 + 6
    assert not any("\n" in line or "\x1b" in line for line in said)


def test_before_the_first_run_there_is_nothing_to_release(tmp_path: Path) -> None:
    nothing = ["0 drawing(s) will be read again."]
    assert release_transient(str(tmp_path / "results"), 3) == nothing
    assert not (tmp_path / "results").exists()
    assert release_transient(str(tmp_path), 3) == nothing


def test_a_folder_in_use_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "a", "TIMEOUT", 0)
    holder = "import sys; from bomflow.run import lock_results; lock_results(sys.argv[1])"
    holder += "; print(flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(Path(run.__file__).parents[1])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout and process.stdout.readline()
        with pytest.raises(RunLocked):
            release_transient(str(tmp_path), 3)
        process.kill()
    assert left(tmp_path) == ["a"]


def put_there(directory: Path, retries: int) -> Path:
    path = directory / "results" / "extract" / "a-0123456789ab.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    record = {"filename": "a.pdf", "error_code": "TIMEOUT", "retry_count": retries}
    path.write_text(json.dumps(record))
    (directory / "results" / "config.json").write_text('{"extract": {"retries": 3}}')
    return path


@pytest.mark.parametrize(
    ("arguments", "released"),
    [
        ([], False),
        (["--config", "extract={retries: 4}"], True),
        (["--config", "extract='{retries: 4}'", "input_dir=2024"], True),
        (["-C", "input_dir=/x", "extract={retries: 4, timeout_s: 9}", "-n"], True),
        (["--configfile", "my.yaml"], True),
        (["--configfile", "my.yaml", "--config", "extract={retries: 2}"], False),
        (["--rerun-incomplete", "--config", "max_files=1", "--cores", "2"], False),
        (["--keep-going", "-j", "2", "all"], False),
    ],
)
def test_retry_failed_obeys_the_settings_of_the_run_that_follows(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    released: bool,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("my.yaml").write_text("extract: {retries: 5}")
    record = put_there(tmp_path, 3)
    assert main(["retry-failed", *arguments]) == 0
    assert record.exists() is not released
    assert f"{int(released)} drawing(s) will be read again" in capsys.readouterr().out


def test_retry_failed_in_another_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = put_there(tmp_path / "there", 1)
    assert main(["retry-failed", "--config", "a=1", "-d", str(tmp_path / "there")]) == 2
    assert "a: no such key" in capsys.readouterr().err and record.exists()
    assert main(["retry-failed", "--directory", str(tmp_path / "there"), "-n"]) == 0
    assert not record.exists()


def test_retry_failed_while_a_run_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = put_there(tmp_path, 1)
    run.lock_results(str(tmp_path / "results"))
    assert main(["retry-failed", "-d", str(tmp_path)]) == EXIT_USAGE
    assert "Another run works on" in capsys.readouterr().err and record.exists()


def test_without_a_run_there_is_nothing_to_try_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Else the run that follows would read all drawings for the first time."""
    assert main(["retry-failed", "--directory", str(tmp_path)]) == EXIT_USAGE
    assert "holds no results yet: start the run first" in capsys.readouterr().err
