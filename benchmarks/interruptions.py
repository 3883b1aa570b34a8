"""Runs that are interrupted at random moments, in every way, against one that is not.

    python benchmarks/interruptions.py [--moments 50] [--drawings 200] [--seed 1] [--way NAME ...]

A run is started, interrupted at a random moment, started again with the same command, and so on
until it comes through; then the next one begins, until there were enough interruptions. Promised:
the database is that of the undisturbed run in all but times; no finished extraction is repeated; no
unlock is needed; told to end (SIGTERM, Ctrl-C), a run ends within seconds; nothing stays behind.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import psutil

from corpus import leftovers
from drawgen.bulk import write_many
from measure import ROOT, table

END_S = 15  # a run that is told to end does so within this, on a busy machine too
# What differs between two runs of the same drawings: times, and what was tried before.
MEASURED = {"created_at", "process_time_s", "memory_peak_mb", "retry_count"}
IN_THE_END = "results in the end"
TABLES = {"bom_data": "id", "bom_tables": "filename, page, table_index"}
TABLES |= {"pages": "filename, page", "processing_summary": "filename"}


class Interrupted(NamedTuple):
    """One interruption: how, what it took to end, and the promises it broke."""

    how: str
    seconds: float
    finished: int
    broken: list[str]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, default=50)
    parser.add_argument("--drawings", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--way", action="append", choices=list(WAYS), help="default: all of them")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        drawings = Path(folder, "drawings")
        write_many(drawings, options.drawings, segments=(0, 500))
        found = []
        ways = options.way or list(WAYS)
        for one in interrupt(drawings, Path(folder), options.moments, options.seed, ways):
            found.append(one)
            said = "; ".join(one.broken) or "ok"
            print(f"{one.how}: {one.seconds:.1f} s, {one.finished} finished: {said}", flush=True)
    rows = []
    for how in [*WAYS, IN_THE_END]:
        these = [one for one in found if one.how == how]
        if these:
            slowest = f"{max(one.seconds for one in these):.1f}"
            broken = sum(bool(one.broken) for one in these)
            rows.append([how, str(len(these)), slowest, str(broken)])
    print(table(["interruption", "times", "longest end s", "broken promises"], rows))
    return int(any(one.broken for one in found))


def interrupt(
    drawings: Path, folder: Path, moments: int, seed: int, ways: Sequence[str] = ()
) -> Iterator[Interrupted]:
    """Interrupt runs over ``drawings`` ``moments`` times; each way comes equally often.

    After each run that came through in the end, one more entry says what is wrong with its results.
    """
    rng = Random(seed)
    ways = ways or list(WAYS)
    begun = time.monotonic()
    process = _start(drawings, folder / "undisturbed")
    if process.wait():
        sys.exit((folder / "undisturbed" / "output.txt").read_text("utf-8", "replace"))
    usual_s = time.monotonic() - begun
    right = contents(folder / "undisturbed" / "results" / "bom.sqlite")
    used: Counter[str] = Counter()
    for run in itertools.count():
        if used.total() >= moments:
            return
        directory = folder / f"run-{run}"
        seen: dict[str, bytes] = {}
        while process.returncode or not seen:
            least = min(used[way] for way in ways)
            how = rng.choice([way for way in ways if used[way] == least])
            process = _start(drawings, directory)
            _sleep(process, rng.uniform(0.1, 0.7) * usual_s)
            if used.total() < moments and WAYS[how](process, rng):
                used[how] += 1
                yield _see_end(how, process, directory, seen)
            process.wait()
            for name, record in _records(directory).items():
                seen.setdefault(name, record)
        broken = leftovers(directory / "results")
        if contents(directory / "results" / "bom.sqlite") != right:
            broken.append("another database than that of the undisturbed run")
        now = _records(directory)
        broken += [f"read again: {name}" for name, record in seen.items() if now[name] != record]
        shutil.rmtree(directory)
        yield Interrupted(IN_THE_END, 0, len(seen), broken)


def contents(database: Path) -> dict[str, list[tuple[object, ...]]]:
    """All tables but the measured columns, in a fixed order."""
    connection = sqlite3.connect(f"file:{database}?immutable=1", uri=True)
    held = {}
    for name, order in TABLES.items():
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
        wanted = ", ".join(column for column in columns if column not in MEASURED)
        held[name] = connection.execute(f"SELECT {wanted} FROM {name} ORDER BY {order}").fetchall()
    connection.close()
    return held


def _start(drawings: Path, directory: Path) -> subprocess.Popen[bytes]:
    command = [str(Path(sys.executable).parent / "snakemake"), "--profile", "epyc"]
    command += ["--directory", str(directory), "--config", f"input_dir={drawings}"]
    directory.mkdir(parents=True, exist_ok=True)
    with open(directory / "output.txt", "ab") as output:
        return subprocess.Popen(
            command, cwd=ROOT, stdout=output, stderr=output, start_new_session=True
        )


def _see_end(
    how: str, process: subprocess.Popen[bytes], directory: Path, seen: dict[str, bytes]
) -> Interrupted:
    """Remember the records that are there now, and wait for the end of the run and of its jobs."""
    told = time.monotonic()
    finished = _records(directory)
    for name, record in finished.items():
        seen.setdefault(name, record)
    process.wait()
    seconds = time.monotonic() - told
    broken = []
    if how not in GOES_ON and seconds > END_S:
        broken.append(f"ended after {seconds:.0f} s")
    end = time.monotonic() + END_S
    while jobs := _jobs(directory):
        if time.monotonic() > end:
            broken.append(f"still running: {jobs}")
            break
        time.sleep(0.1)
    return Interrupted(how, seconds, len(finished), broken)


def _records(directory: Path) -> dict[str, bytes]:
    """The finished records, also those that have not got their place yet."""
    records = {}
    for folder in ("finished", "extract"):
        for path in (directory / "results" / folder).glob("[!.]*.json"):
            records[path.name.partition("@")[0].removesuffix(".json")] = path.read_bytes()
    return records


def _jobs(directory: Path) -> list[int]:
    return [p.pid for p in psutil.process_iter(["cwd"]) if p.info["cwd"] == str(directory)]


def _sleep(process: subprocess.Popen[bytes], seconds: float) -> None:
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=seconds)


def _signal(number: int, group: bool) -> Callable[[subprocess.Popen[bytes], Random], bool]:
    def send(process: subprocess.Popen[bytes], rng: Random) -> bool:
        if process.poll() is not None:
            return False
        (os.killpg if group else os.kill)(process.pid, number)
        return True

    return send


def _kill_job(
    wanted: Callable[[psutil.Process], bool], most_s: float
) -> Callable[[subprocess.Popen[bytes], Random], bool]:
    """Kill one job ``most_s`` seconds after it was seen at the latest."""

    def kill(process: subprocess.Popen[bytes], rng: Random) -> bool:
        while process.poll() is None:
            for job in psutil.Process(process.pid).children(recursive=True):
                with contextlib.suppress(psutil.Error, ProcessLookupError):
                    if wanted(job):
                        time.sleep(rng.uniform(0, most_s))
                        job.kill()
                        return True
            time.sleep(0.002)
        return False

    return kill


def _is_watcher(job: psutil.Process) -> bool:
    return "--doc-id" in job.cmdline() and os.getpgid(job.pid) != job.pid


def _is_reader(job: psutil.Process) -> bool:
    return "--doc-id" in job.cmdline() and os.getpgid(job.pid) == job.pid


def _is_server(job: psutil.Process) -> bool:
    return "bomflow.extract.prefork" in job.cmdline()


def _is_merge(job: psutil.Process) -> bool:
    return any(".merge" in arg and arg.endswith(".py") for arg in job.cmdline())


WAYS: dict[str, Callable[[subprocess.Popen[bytes], Random], bool]] = {
    "SIGINT to the run": _signal(signal.SIGINT, group=False),
    "Ctrl-C (SIGINT to all)": _signal(signal.SIGINT, group=True),
    "SIGTERM to the run": _signal(signal.SIGTERM, group=False),
    "SIGTERM to all": _signal(signal.SIGTERM, group=True),
    "SIGHUP to all": _signal(signal.SIGHUP, group=True),
    "kill -9 of the run": _signal(signal.SIGKILL, group=False),
    "kill -9 of all": _signal(signal.SIGKILL, group=True),
    "kill -9 of a watcher": _kill_job(_is_watcher, 0),
    "kill -9 of a reader": _kill_job(_is_reader, 0),
    "kill -9 of the fork server": _kill_job(_is_server, 3),
    "kill -9 of a merge": _kill_job(_is_merge, 0.6),
}
GOES_ON = (
    "kill -9 of the fork server",
    "kill -9 of a watcher",
    "kill -9 of a reader",
    "kill -9 of a merge",
)

if __name__ == "__main__":
    sys.exit(main())
