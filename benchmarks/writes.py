"""Every stage cut short at each of its writes: killed there, or told that the disk is full or bad.

    python benchmarks/writes.py [STAGE ...] [--every 1]

strace counts the system calls by which a stage changes files, and then runs it once for each of
them with a fault in that place. Before, the results of an older state of the drawings are there.
Promised: each file is the old one or the new one, whole; a fault that the stage lived to see is an
exit code or does no harm; the same stage run again leaves the new files and nothing half written.

``--every 10`` tries every tenth place. A crash of the machine is not tried: what was written
without an error and not synced is as good as on the disk here.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from interruptions import contents
from measure import ROOT, table
from merge import make_record
from rawsheet import parts_list
from stages import DRAWINGS, STAGES

WRITES = "write,writev,pwrite64,pwritev,fallocate,copy_file_range,sendfile"
SYNCS = "fsync,fdatasync,ftruncate"
NAMES = "rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,rmdir"
# Name -> the calls it can strike, what strace does to them, whether the stage lives to see it.
FAULTS = {
    "killed": (f"{WRITES},{SYNCS},{NAMES}", "signal=SIGKILL:when={}", False),
    "disk full": (WRITES, "error=ENOSPC:when={}+", True),
    "disk bad": (f"{WRITES},{SYNCS}", "error=EIO:when={}", True),
}
_PYTHON = [sys.executable, "-B", str(Path(__file__).with_name("stages.py"))]
MEASURED = ("process_time_s", "memory_peak_mb", "created_at")


class Tried(NamedTuple):
    """One fault at one call: what became of the files, and the promises that it broke."""

    stage: str
    fault: str
    became: str
    broken: list[str]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stages", nargs="*", choices=[[], *STAGES], default=[])
    parser.add_argument("--every", type=int, default=1)
    options = parser.parse_args()
    rows, broken = [], []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        prepare(place)
        for stage in options.stages or STAGES:
            tried = list(try_all(stage, place, options.every))
            for fault in FAULTS:
                these = [one for one in tried if one.fault == fault]
                became = [sum(one.became == state for one in these) for state in ("old", "new")]
                bad = sum(bool(one.broken) for one in these)
                rows.append([stage, fault, *map(str, [len(these), *became, bad])])
            broken += [f"{one.stage}, {one.fault}: {what}" for one in tried for what in one.broken]
    print(table(["stage", "fault", "places", "old files", "new files", "broken promises"], rows))
    print("\n".join(broken))
    return bool(broken)


def prepare(place: Path) -> None:
    """Write the inputs of all stages below ``place``, in an old and in a new state."""
    for state in ("old", "new"):
        folder = place / state
        folder.mkdir()
        for number in range(DRAWINGS):
            doc_id = f"drawing-{number:012x}"
            made = make_record(doc_id, number) | {"sha256": state, "process_time_s": len(state)}
            if state == "new":
                made["tables"][0]["rows"][0]["cells"]["description"] = state
                made["process_time_s"] = 99.0
            (folder / f"{doc_id}.json").write_text(json.dumps(made), "utf-8")
        cells = [[str(n), "100001", "2", f"{state} part", "1,5"] for n in range(9)]
        (place / f"{state}.pdf").write_bytes(parts_list(cells))
        for name, left in (("shard", "shard.sqlite"), ("join", "bom.sqlite")):
            out = place / "out"
            out.mkdir()
            STAGES[name].run(place, state)
            suffix = "shard" if name == "shard" else "sqlite"
            shutil.move(out / left, place / f"{state}.{suffix}")
            shutil.rmtree(out)


def try_all(name: str, place: Path, every: int) -> Iterator[Tried]:
    """Strike ``every``-th call of the stage with each fault."""
    stage, out, kept = STAGES[name], place / "out", place / "kept"
    shutil.rmtree(kept, ignore_errors=True)
    right = {}
    for state in ("old", "new"):
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        ended = _run(name, place, state)
        if ended.returncode:
            sys.exit(f"{name} fails by itself: {ended.stderr}")
        right[state] = _states(out, stage.files)
        if state == "old":
            shutil.copytree(out, kept)
    for fault, (calls, how, survived) in FAULTS.items():
        for number in range(1, _count(name, place, calls) + 1, every):
            shutil.rmtree(out)
            shutil.copytree(kept, out)
            ended = _run(name, place, "new", calls, how.format(number))
            now = _states(out, stage.files)
            broken = _partly(now, right)
            became = "new" if now == right["new"] else "old" if now == right["old"] else "both"
            if survived:
                if not ended.returncode and became != "new":
                    broken.append("ended well without the new files")
                broken += [f"left over: {left}" for left in _leftovers(out)]
            again = _run(name, place, "new")
            if again.returncode or _states(out, stage.files) != right["new"]:
                broken.append(f"the next run does not mend it: {again.stderr[-300:]}")
            yield Tried(name, fault, became, [f"call {number}: {what}" for what in broken])


def _partly(now: dict[str, object], right: dict[str, dict[str, object]]) -> list[str]:
    """The files that are neither the old one nor the new one."""
    odd = [file for file in now if now[file] not in (right["old"][file], right["new"][file])]
    return [f"{file} is neither old nor new" for file in odd]


def _run(
    name: str, place: Path, state: str, calls: str = "", how: str = ""
) -> subprocess.CompletedProcess[str]:
    command = [*_PYTHON, name, str(place), state]
    if how:
        tracer = ["strace", "-f", "-qqq", "-o", "/dev/null", "-e", f"trace={calls}"]
        command = [*tracer, "-e", f"inject={calls}:{how}", *command]
    return subprocess.run(command, env=_environment(), capture_output=True, text=True, timeout=120)


def _count(name: str, place: Path, calls: str) -> int:
    """The most such calls that one process of the stage makes: strace counts for each its own."""
    trace = place / "trace"
    command = ["strace", "-f", "-qqq", "-o", str(trace), "-e", f"trace={calls}"]
    command += [*_PYTHON, name, str(place), "new"]
    subprocess.run(command, env=_environment(), capture_output=True)
    pids = [line.split()[0] for line in trace.read_text("utf-8").splitlines()]
    return max(pids.count(pid) for pid in set(pids))


def _environment() -> dict[str, str]:
    paths = f"{ROOT}/workflow:{ROOT}/benchmarks"
    return os.environ | {"PYTHONPATH": paths, "MPLCONFIGDIR": "/nonexistent"}


def _states(out: Path, files: tuple[str, ...]) -> dict[str, object]:
    return {file: _state(out / file) for file in files}


def _state(path: Path) -> object:
    if not path.exists():
        return None
    if path.suffix == ".sqlite":
        return contents(path)
    data = path.read_bytes()
    if path.suffix == ".json":
        for name in MEASURED:  # what no two attempts have in common
            data = re.sub(rb'"%s":("[^"]*"|[0-9.]+)' % name.encode(), b"", data)
    return data


def _leftovers(out: Path) -> list[str]:
    return [path.name for path in out.rglob("*") if re.search(r"\.tmp|-wal|-shm|-parts", path.name)]


if __name__ == "__main__":
    sys.exit(main())
