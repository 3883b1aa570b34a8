"""Pre-started workers end in every way that workers of their own interpreter end."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from bomflow.extract import prefork
from bomflow.extract.document import read_document
from bomflow.extract.settings import ReadSettings
from sheets import Pad

Workers = tuple[subprocess.Popen[bytes], socket.socket]


@pytest.fixture
def workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workers]:
    monkeypatch.chdir(tmp_path)
    process, control = prefork.start()
    yield process, control
    control.close()
    assert process.wait(timeout=10) in (0, -signal.SIGKILL)


def arguments(pdf: Path, **changes: str) -> list[str]:
    options = {
        "doc-id": "sheet-0123456789ab",
        "input-dir": str(pdf.parent),
        "file": pdf.name,
        "results": "results",
        "key": "k",
        "settings": "{}",
        "memory-mb": "300",
        "timeout-s": "20",
        "max-file-size-mb": "100",
        "retries": "0",
        "attempt": "1",
        **changes,
    }
    return [part for name, value in options.items() for part in (f"--{name}", value)]


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    pdf = tmp_path / "sheet.pdf"
    pdf.write_bytes(prefork._SAMPLE)
    return pdf


def record(doc_id: str = "sheet-0123456789ab") -> dict[str, object]:
    return json.loads(Path("results/extract", f"{doc_id}.json").read_text("utf-8"))


def test_the_sample_takes_the_whole_way_through_the_reader(sheet: Path) -> None:
    read = read_document(str(sheet), ReadSettings())
    assert read["rows_count"] == 1
    assert read["pages"][0]["codes"]["kks"] == ["1LBA10BQ001"]


def test_drawings_are_read_side_by_side(workers: Workers, sheet: Path) -> None:
    names = [f"sheet-{number:012x}" for number in range(6)]
    codes: list[int | None] = []

    def one(name: str) -> None:
        codes.append(prefork.ask(workers[1], arguments(sheet, **{"doc-id": name})))

    threads = [threading.Thread(target=one, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert codes == [0] * 6
    assert [record(name)["rows_count"] for name in names] == [1] * 6


def test_what_is_no_readable_file_is_a_record_and_success(workers: Workers, tmp_path: Path) -> None:
    assert prefork.ask(workers[1], arguments(tmp_path / "gone.pdf")) == 0
    assert record()["error_code"] == "FILE_NOT_FOUND"


def test_limits_hold(workers: Workers, tmp_path: Path) -> None:
    pad = Pad()
    for n in range(30_000):  # more than what the heap of the forked process has free
        pad.line(n % 800, n % 600, n % 797, n % 599)
    pad.canvas.showPage()
    pad.canvas.save()
    code = prefork.ask(workers[1], arguments(Path(pad.path), **{"memory-mb": "30"}))
    os.unlink(pad.path)
    assert code == 0
    assert record()["error_code"] == "MEMORY_ERROR"


def hang(workers: Workers, tmp_path: Path) -> tuple[list[int | None], threading.Thread, int]:
    """Ask for a drawing that does not come to an end; returns codes to be, asker and worker."""
    os.makedirs("results/attempts")
    os.mkfifo("results/attempts/sheet-0123456789ab.json")  # the worker waits for its journal
    pdf = tmp_path / "any.pdf"
    pdf.touch()
    codes: list[int | None] = []
    asker = threading.Thread(target=lambda: codes.append(prefork.ask(workers[1], arguments(pdf))))
    asker.start()
    end = time.monotonic() + 10
    while not (children := psutil.Process(workers[0].pid).children()):
        assert time.monotonic() < end
        time.sleep(0.02)
    return codes, asker, children[0].pid


def test_a_worker_is_known_by_its_drawing(workers: Workers, tmp_path: Path) -> None:
    _, asker, worker = hang(workers, tmp_path)
    time.sleep(0.2)
    assert psutil.Process(worker).cmdline()[:3] == ["extract", "--doc-id", "sheet-0123456789ab"]
    os.kill(worker, signal.SIGKILL)
    asker.join(timeout=5)


def test_a_killed_worker_is_none_and_the_next_one_works(
    workers: Workers, tmp_path: Path, sheet: Path
) -> None:
    codes, asker, worker = hang(workers, tmp_path)
    os.kill(worker, signal.SIGKILL)
    asker.join(timeout=5)
    assert codes == [None]
    assert prefork.ask(workers[1], arguments(sheet, **{"doc-id": "other-0123456789ab"})) == 0


def test_workers_end_with_the_run(workers: Workers, tmp_path: Path) -> None:
    _, asker, worker = hang(workers, tmp_path)
    workers[1].shutdown(socket.SHUT_RDWR)
    assert workers[0].wait(timeout=5) == 0
    assert not psutil.pid_exists(worker)
    asker.join(timeout=5)


def test_a_process_that_is_gone_is_an_error(workers: Workers, sheet: Path) -> None:
    workers[0].kill()
    workers[0].wait()
    with pytest.raises(OSError):
        prefork.ask(workers[1], arguments(sheet))
