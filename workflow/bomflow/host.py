"""What the machine really grants this process: affinity and cgroup limits count as well."""

from __future__ import annotations

import os
from pathlib import Path

import psutil

from bomflow.plan import Host

MB = 1024 * 1024


def detect_host(total_cores: int | None = None, total_gb: float | None = None) -> Host:
    """Return the usable cores and memory; a configured value wins over the detected one."""
    cores, cores_source = (total_cores, "configured") if total_cores else detect_cores()
    if total_gb:
        memory_mb, memory_source = int(total_gb * 1024), "configured"
    else:
        memory_mb, memory_source = detect_memory_mb()
    return Host(cores, memory_mb, cores_source, memory_source)


def detect_cores(root: str = "/") -> tuple[int, str]:
    """Return the usable cores and what limits them: host, affinity or cgroup quota."""
    found = [(psutil.cpu_count(logical=True) or 1, "detected")]
    if hasattr(os, "sched_getaffinity"):
        found.append((len(os.sched_getaffinity(0)), "CPU affinity"))
    quota = cgroup_cores(root)
    if quota:
        found.append((quota, "cgroup quota"))
    return min(found, key=lambda pair: pair[0])


def detect_memory_mb(root: str = "/") -> tuple[int, str]:
    """Return the usable memory in MB and what limits it: host or cgroup."""
    found = [(psutil.virtual_memory().total // MB, "detected")]
    limit = cgroup_memory_mb(root)
    if limit:
        found.append((limit, "cgroup limit"))
    return min(found, key=lambda pair: pair[0])


def cgroup_cores(root: str = "/") -> int | None:
    """Whole cores granted by the tightest cgroup v1 or v2 quota above this process, or None."""
    quotas = []
    for folder in _cgroup_folders(root, ""):
        quotas.append(_read(folder / "cpu.max").split())
    for folder in _cgroup_folders(root, "cpu"):
        quotas.append([_read(folder / name) for name in ("cpu.cfs_quota_us", "cpu.cfs_period_us")])
    # "no limit" is "max 100000" in v2 and -1 in v1.
    cores = [
        int(words[0]) // int(words[1])
        for words in quotas
        if len(words) == 2 and all(map(str.isdigit, words)) and int(words[1])
    ]
    return max(1, min(cores)) if cores else None


def cgroup_memory_mb(root: str = "/") -> int | None:
    """Memory granted by the tightest cgroup v1 or v2 limit above this process in MB, or None."""
    limits = [_read(folder / "memory.max") for folder in _cgroup_folders(root, "")]
    limits += [
        _read(folder / "memory.limit_in_bytes") for folder in _cgroup_folders(root, "memory")
    ]
    # v1 spells "no limit" as a number near 2^63.
    values = [int(text) for text in limits if text.isdigit() and int(text) < 1 << 60]
    return min(values) // MB if values else None


def _cgroup_folders(root: str, controller: str) -> list[Path]:
    """This process's folder of the given hierarchy ('' = v2) and all folders above it."""
    base = Path(root, "sys/fs/cgroup")
    for line in _read(Path(root, "proc/self/cgroup")).splitlines():
        _, controllers, path = line.split(":", 2)  # "0::/a" in v2, "4:cpu,cpuacct:/a" in v1
        if controller not in controllers.split(","):
            continue
        top = base / controllers if controller else base
        if controller and not top.is_dir():
            top = base / controller
        inner = top / path.lstrip("/")
        # In a container the path may name the host's folder, which is not visible inside.
        return [
            folder for folder in [inner, *inner.parents] if folder == top or top in folder.parents
        ]
    return []


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", "surrogateescape").strip()
    except OSError:
        return ""
