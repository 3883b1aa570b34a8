"""Files appear whole or not at all, whatever happens in between."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from bomflow import files
from bomflow.files import atomic_path, remove_leftovers, write_atomic


def test_text_is_written_as_utf_8_and_folders_are_made(tmp_path: Path) -> None:
    target = tmp_path / "new" / "folder" / "a.txt"
    write_atomic(target, "Größe Ω\n")
    assert target.read_bytes() == "Größe Ω\n".encode()
    write_atomic(str(target), b"\x00\xff")
    assert target.read_bytes() == b"\x00\xff"
    assert os.listdir(target.parent) == ["a.txt"]


def test_a_bare_name_goes_into_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_atomic("a.txt", "x")
    assert os.listdir() == ["a.txt"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, MemoryError])
def test_an_error_inside_leaves_the_old_file_and_no_temporary(
    tmp_path: Path, error: type[BaseException]
) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")
    with pytest.raises(error), atomic_path(target) as temporary:
        Path(temporary).write_text("half")
        raise error
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_the_old_file_stays_until_the_new_one_is_whole_and_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")
    seen = []
    real = files.sync

    def sync(path: str) -> None:
        seen.append((path, target.read_text()))
        real(path)

    monkeypatch.setattr(files, "sync", sync)
    with atomic_path(target) as temporary:
        Path(temporary).write_text("new")
        assert target.read_text() == "old"
    assert seen == [(temporary, "old"), (str(tmp_path), "new")]


def test_nothing_written_is_an_error_and_no_empty_file(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")
    with pytest.raises(FileNotFoundError), atomic_path(target):
        pass
    assert target.read_text() == "old"


def test_text_that_utf_8_cannot_hold_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_atomic(target, "\udcff")
    assert target.read_text() == "old"


@pytest.mark.parametrize("name", ["a" * 255, "ä" * 127 + "a", "😀" * 63 + "abc", b"\xff" * 255])
def test_names_of_255_bytes(tmp_path: Path, name: str | bytes) -> None:
    target = os.path.join(tmp_path, os.fsdecode(name))
    write_atomic(target, "x")
    assert os.listdir(os.fsencode(tmp_path)) == [os.fsencode(name)]


def test_a_target_that_is_a_folder_is_an_error_without_leftovers(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError):
        write_atomic(tmp_path / "a", "x")
    assert os.listdir(tmp_path) == ["a"]


@pytest.mark.parametrize(
    ("number", "passes"), [(errno.EINVAL, True), (errno.ENOTSUP, True), (errno.EIO, False)]
)
def test_a_folder_that_cannot_be_synced_is_no_reason_to_fail_but_a_bad_disk_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, passes: bool
) -> None:
    real = files.sync

    def sync(path: str) -> None:
        if os.path.isdir(path):
            raise OSError(number, os.strerror(number))
        real(path)

    monkeypatch.setattr(files, "sync", sync)
    if passes:
        write_atomic(tmp_path / "a.txt", "x")
    else:
        with pytest.raises(OSError):
            write_atomic(tmp_path / "a.txt", "x")
    assert (tmp_path / "a.txt").read_text() == "x"


def test_leftovers_of_killed_processes_go_and_nothing_else(tmp_path: Path) -> None:
    pid = os.fork()
    if pid == 0:
        with atomic_path(tmp_path / "extract" / "a\nb.json") as temporary:
            for suffix in ("", "-wal", "-shm"):
                Path(temporary + suffix).touch()
            os._exit(0)  # as good as kill -9: nothing is cleaned up
    os.waitpid(pid, 0)
    kept = {"a.json", ".lock", ".tmp", "a.12.tmp", ".a.tmp", ".a.12.tmp.json"}
    for name in kept:
        (tmp_path / "extract" / name).touch()
    assert len(os.listdir(tmp_path / "extract")) == len(kept) + 3
    assert remove_leftovers(str(tmp_path)) == 3
    assert set(os.listdir(tmp_path / "extract")) == kept


def test_a_device_or_pipe_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_atomic(pipe, "through")
    assert os.read(reader, 100) == b"through"
    os.close(reader)
    assert pipe.is_fifo() and os.listdir(tmp_path) == ["pipe"]
    with pytest.raises(OSError, match="no regular file"), atomic_path(pipe):
        pass
