"""Files that grow, are torn, vanish or hold rubbish."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from bomflow.progress import sources
from bomflow.progress.sources import RunPlan, Tail, merge_sign


def append(path: Path, data: bytes) -> None:
    with path.open("ab") as stream:
        stream.write(data)


def numbers(tail: Tail) -> list[int]:
    return [line["n"] for line in tail.lines()]


def test_only_what_is_new_is_read(tmp_path: Path) -> None:
    path = tmp_path / "extract.jsonl"
    append(path, b'{"n": 1}\n')
    tail = Tail(str(path))
    assert numbers(tail) == []
    append(path, b'{"n": 2}\n{"n": 3}\n')
    assert numbers(tail) == [2, 3]
    assert numbers(tail) == []


def test_the_file_may_come_later(tmp_path: Path) -> None:
    path = tmp_path / "extract.jsonl"
    tail = Tail(str(path))
    assert numbers(tail) == []
    append(path, b'{"n": 1}\n')
    assert numbers(tail) == [1]


def test_from_a_given_byte_on(tmp_path: Path) -> None:
    path = tmp_path / "extract.jsonl"
    append(path, b'{"n": 1}\n{"n": 2}\n')
    tail = Tail(str(path))
    tail.start_at(9)
    assert numbers(tail) == [2]
    tail.start_at(3)  # in the middle of a line, as an earlier run tore it
    assert numbers(tail) == [2]
    tail.start_at(0)
    assert numbers(tail) == [1, 2]


def test_a_torn_last_line_waits(tmp_path: Path) -> None:
    path = tmp_path / "extract.jsonl"
    tail = Tail(str(path))
    append(path, b'{"n": 1}\n{"n"')
    assert numbers(tail) == [1]
    append(path, b": 2}\n")
    assert numbers(tail) == [2]


def test_broken_lines_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "extract.jsonl"
    tail = Tail(str(path))
    append(path, b'{"n": 1\n[1]\n\n"x"\n\xff\xfe\n' + b"[" * 100_000 + b'\n{"n": 2}\n')
    assert numbers(tail) == [2]


def test_a_line_that_an_earlier_run_tore_is_not_glued_to_the_first(tmp_path: Path) -> None:
    path = tmp_path / "extract.jsonl"
    append(path, b'{"n": 1, "file')
    tail = Tail(str(path))
    append(path, b'{"n": 2}\n{"n": 3}\n')
    assert numbers(tail) == [3]


def test_a_file_that_begins_again_is_read_from_its_start(tmp_path: Path) -> None:
    path = tmp_path / "extract.jsonl"
    append(path, b'{"n": 1}\n' * 10)
    tail = Tail(str(path))
    path.write_bytes(b'{"n": 5}\n')
    assert numbers(tail) == [5]


def test_more_than_one_chunk_and_lines_without_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "CHUNK", 64)
    path = tmp_path / "extract.jsonl"
    tail = Tail(str(path))
    append(path, b"".join(b'{"n": %d}\n' % n for n in range(50)))
    assert numbers(tail) == list(range(50))
    append(path, b"x" * 200 + b'\n{"n": 51}\n')
    assert numbers(tail) == [51]


def test_the_plan_of_an_earlier_run_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "run_plan.json"
    path.write_text('{"documents": 1}')
    os.utime(path, (1000, 1000))
    plan = RunPlan(str(path), wall_start=2000.0)
    assert plan.read() is None
    path.write_text('{"documents": 2}')
    assert plan.read() == {"documents": 2}


def test_a_plan_written_before_anybody_looked_counts(tmp_path: Path) -> None:
    path = tmp_path / "run_plan.json"
    path.write_text('{"documents": 2}')
    os.utime(path, (3000, 3000))
    assert RunPlan(str(path), wall_start=2000.0).read() == {"documents": 2}


def test_no_plan_and_a_broken_plan(tmp_path: Path) -> None:
    path = tmp_path / "run_plan.json"
    plan = RunPlan(str(path), wall_start=0.0)
    assert plan.read() is None
    path.write_text('{"documents": ')
    assert plan.read() is None
    path.write_text(json.dumps([1]))
    assert plan.read() is None


def test_signs_of_a_merge(tmp_path: Path) -> None:
    assert merge_sign(str(tmp_path), "1") == ()
    shards = tmp_path / "results" / "shards"
    shards.mkdir(parents=True)
    before = merge_sign(str(tmp_path), "1")
    (shards / "shard-2.sqlite").write_bytes(b"another shard")
    assert merge_sign(str(tmp_path), "1") == before
    (shards / ".shard-1.sqlite.77.tmp-wal").write_bytes(b"x")
    wal = merge_sign(str(tmp_path), "1")
    assert wal != before
    (shards / ".shard-1.sqlite.77.tmp-wal").write_bytes(b"xx")
    assert merge_sign(str(tmp_path), "1") != wal
    join = merge_sign(str(tmp_path), "")
    (tmp_path / "results" / ".bom.sqlite.77.tmp").write_bytes(b"x")
    assert merge_sign(str(tmp_path), "") != join
