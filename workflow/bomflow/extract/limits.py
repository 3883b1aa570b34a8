"""Limits and measures of one process. Linux only; cheap enough for every worker."""

from __future__ import annotations

import ctypes
import os
import resource
import signal

MB = 1024 * 1024
MAPPINGS_MB = 512  # address space for program files and threads, which cost no memory
PROGRAM_MB = 24  # interpreter and PDF engine in memory, which RLIMIT_DATA does not count


def limit_memory(limit_mb: int) -> None:
    """Let this process take at most ``limit_mb`` MB of memory; beyond it allocation fails.

    RLIMIT_DATA counts what is allocated (heap and private mappings), close to what is used.
    RLIMIT_AS backs it up where the kernel does not count data mappings.
    """
    _lower(resource.RLIMIT_DATA, max(1, limit_mb - PROGRAM_MB) * MB)
    _lower(resource.RLIMIT_AS, (limit_mb + MAPPINGS_MB) * MB)
    _lower(resource.RLIMIT_CORE, 0)


def die_with_parent() -> None:
    """Have the kernel kill this process when its parent dies, however that happens."""
    PR_SET_PDEATHSIG = 1
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def memory_mb(pid: int | str = "self") -> tuple[float, float]:
    """Current and peak resident memory of a process in MB; (0, 0) when it is gone.

    VmHWM belongs to the program that runs; ru_maxrss would report the peak of the Snakemake process
    that started it.
    """
    current = peak = 0.0
    try:
        with open(f"/proc/{pid}/status", "rb") as status:
            for line in status:
                if line.startswith(b"VmHWM:"):
                    peak = int(line.split()[1]) / 1024
                elif line.startswith(b"VmRSS:"):
                    current = int(line.split()[1]) / 1024
    except OSError:
        return 0.0, 0.0
    return current, peak


def set_command_line(arguments: list[str]) -> None:
    """Have ``ps`` and psutil show these arguments, as far as the old ones leave room for them."""
    with open("/proc/self/stat", "rb") as stat:
        start, end = (int(field) for field in stat.read().rpartition(b")")[2].split()[45:47])
    text = b"\0".join(os.fsencode(argument) for argument in arguments)[: end - start - 1]
    ctypes.memmove(start, text.ljust(end - start, b"\0"), end - start)


def kill_group(pid: int) -> None:
    """Kill a process and all it started (it leads its own process group)."""
    for kill in (os.killpg, os.kill):
        try:
            kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue


def _lower(which: int, value: int) -> None:
    _, hard = resource.getrlimit(which)
    if hard != resource.RLIM_INFINITY:
        value = min(value, hard)
    resource.setrlimit(which, (value, value))
