"""Signs of life of the worker processes, from the operating system."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping
from itertools import pairwise
from typing import NamedTuple

import psutil


class Sign(NamedTuple):
    """What one process has used so far: alive means that this changes."""

    pid: int
    parent: int
    cpu_s: float
    io_bytes: int


def worker_signs(doc_ids: Collection[str]) -> dict[str, tuple[int, Hashable]]:
    """Return ``{doc_id: (pid, sign)}`` of the workers below this process.

    A worker is a process with ``--doc-id ID`` on its command line. Its sign is that of the
    processes it started itself: the watcher of a reader looks at it ten times a second, which says
    nothing of the reader. A worker that runs on another machine is not in the answer.
    """
    wanted = frozenset(doc_ids)
    if not wanted:
        return {}
    found = _signs_by_owner(lambda args: _document(args, wanted))
    return {doc_id: (signs[0].pid, _leaves(signs)) for doc_id, signs in found.items()}


def _leaves(signs: list[Sign]) -> tuple[Sign, ...]:
    """Return the signs of the processes that started none of the others."""
    parents = {sign.parent for sign in signs}
    return tuple(sign for sign in signs if sign.pid not in parents)


def memory_mb(workers: Mapping[str, tuple[int, Hashable]]) -> float:
    """Return what the workers that ``worker_signs`` found hold together, in MB.

    Pages of program files, which all of them share, are left out.
    """
    total = 0
    for worker, signs in workers.values():
        readers = [sign.pid for sign in signs] if isinstance(signs, tuple) else []
        for pid in {worker, *readers}:
            try:
                held = psutil.Process(pid).memory_info()
            except psutil.Error:
                continue
            total += held.rss - getattr(held, "shared", 0)
    return total / 1e6


def script_cpu(rule: str, part: str) -> float:
    """Return the CPU seconds so far of the processes that run the script of ``rule``.

    ``part`` is looked for in the other arguments (number of a shard); '' fits any.
    """
    found = _signs_by_owner(lambda args: rule if _runs(args, rule, part) else None)
    return sum(sign.cpu_s for signs in found.values() for sign in signs)


def _document(args: list[str], wanted: Collection[str]) -> str | None:
    for before, arg in pairwise(args):
        if before == "--doc-id" and arg in wanted:
            return arg
    return None


def _runs(args: list[str], rule: str, part: str) -> bool:
    stems = {os.path.splitext(os.path.basename(arg))[0].replace("-", "_") for arg in args[:6]}
    return rule in stems and (
        not part or any(arg == part or f"shard-{part}." in arg for arg in args)
    )


def _signs_by_owner(owner_of: Callable[[list[str]], str | None]) -> dict[str, list[Sign]]:
    """Return the signs of all processes below this one by owner, by process id.

    ``owner_of`` names the owner of a command line; the others belong to whoever started them.
    """
    owners: dict[int, str | None] = {}
    parents: dict[int, int] = {}
    signs: dict[int, Sign] = {}
    for process in psutil.Process().children(recursive=True):
        try:
            with process.oneshot():
                owners[process.pid] = owner_of(process.cmdline())
                parents[process.pid] = parent = process.ppid()
                times = process.cpu_times()
                cpu_s = times.user + times.system
                signs[process.pid] = Sign(process.pid, parent, cpu_s, _moved(process))
        except psutil.Error:  # it ended meanwhile, or belongs to somebody else
            continue
    found: dict[str, list[Sign]] = defaultdict(list)
    for pid in sorted(signs):
        ancestor: int | None = pid
        while ancestor is not None and not owners.get(ancestor):
            ancestor = parents.get(ancestor)
        owner = owners.get(ancestor) if ancestor is not None else None
        if owner:
            found[owner].append(signs[pid])
    return dict(found)


def _moved(process: psutil.Process) -> int:
    """Return the bytes read and written so far; 0 where the system does not tell."""
    try:
        counters = process.io_counters()
    except (psutil.Error, AttributeError, RuntimeError):
        return 0
    return int(getattr(counters, "read_chars", 0) + getattr(counters, "write_chars", 0))
