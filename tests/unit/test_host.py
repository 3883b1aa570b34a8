"""Cores and memory: the tightest of host, affinity and cgroup limits counts."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from bomflow.host import (
    MB,
    cgroup_cores,
    cgroup_memory_mb,
    detect_cores,
    detect_host,
    detect_memory_mb,
)

UNLIMITED_V1 = 9223372036854771712


def machine(root: Path, cgroup: str, **files: object) -> str:
    """A fake root: content of /proc/self/cgroup and of files below /sys/fs/cgroup."""
    (root / "proc/self").mkdir(parents=True)
    (root / "proc/self/cgroup").write_text(cgroup)
    for name, text in files.items():
        path = root / "sys/fs/cgroup" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text}\n")
    return str(root)


@pytest.fixture(autouse=True)
def big_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(psutil, "cpu_count", lambda logical: 64)
    memory = SimpleNamespace(total=512 * 1024 * MB)
    monkeypatch.setattr(psutil, "virtual_memory", lambda: memory)
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: set(range(64)))


def test_no_limits(tmp_path: Path) -> None:
    root = str(tmp_path)
    assert cgroup_cores(root) is None and cgroup_memory_mb(root) is None
    assert detect_cores(root) == (64, "detected")
    assert detect_memory_mb(root) == (512 * 1024, "detected")


def test_v2_limits_of_this_group_and_those_above(tmp_path: Path) -> None:
    root = machine(
        tmp_path,
        "0::/user.slice/job:1/ä b\n",
        **{
            "user.slice/cpu.max": "400000 100000",
            "user.slice/job:1/cpu.max": "max 100000",
            "user.slice/job:1/ä b/cpu.max": "650000 100000",
            "user.slice/memory.max": 8 * 1024 * MB,
            "user.slice/job:1/memory.max": "max",
            "user.slice/job:1/ä b/memory.max": 3 * 1024 * MB,
            "other.slice/cpu.max": "100000 100000",
            "other.slice/memory.max": MB,
        },
    )
    assert detect_cores(root) == (4, "cgroup quota")
    assert detect_memory_mb(root) == (3 * 1024, "cgroup limit")


def test_v2_container_sees_its_own_group_as_the_root(tmp_path: Path) -> None:
    root = machine(tmp_path, "0::/\n", **{"cpu.max": "150000 100000", "memory.max": 2048 * MB})
    assert (cgroup_cores(root), cgroup_memory_mb(root)) == (1, 2048)


@pytest.mark.parametrize("mount", ["cpu,cpuacct", "cpu"])
def test_v1_limits(tmp_path: Path, mount: str) -> None:
    root = machine(
        tmp_path,
        "5:memory:/docker/1f\n4:cpu,cpuacct:/docker/1f\n1:name=systemd:/docker/1f\n",
        **{
            f"{mount}/docker/1f/cpu.cfs_quota_us": 300000,
            f"{mount}/docker/1f/cpu.cfs_period_us": 100000,
            f"{mount}/cpu.cfs_quota_us": -1,
            f"{mount}/cpu.cfs_period_us": 100000,
            "memory/docker/1f/memory.limit_in_bytes": 4096 * MB,
            "memory/memory.limit_in_bytes": UNLIMITED_V1,
        },
    )
    assert detect_cores(root) == (3, "cgroup quota")
    assert detect_memory_mb(root) == (4096, "cgroup limit")


def test_v1_container_whose_path_is_the_hosts(tmp_path: Path) -> None:
    root = machine(
        tmp_path,
        "5:memory:/docker/1f\n4:cpu:/docker/1f\n",
        **{
            "cpu/cpu.cfs_quota_us": 200000,
            "cpu/cpu.cfs_period_us": 100000,
            "memory/memory.limit_in_bytes": 1024 * MB,
        },
    )
    assert (cgroup_cores(root), cgroup_memory_mb(root)) == (2, 1024)


def test_hybrid_reads_v1_controllers_beside_an_empty_v2(tmp_path: Path) -> None:
    root = machine(
        tmp_path,
        "4:memory:/job\n0::/\n",
        **{"memory/job/memory.limit_in_bytes": 700 * MB, "unified/cgroup.procs": ""},
    )
    assert (cgroup_cores(root), cgroup_memory_mb(root)) == (None, 700)


def test_unlimited_groups_are_no_limit(tmp_path: Path) -> None:
    root = machine(
        tmp_path,
        "5:memory:/a\n4:cpu:/a\n0::/a\n",
        **{
            "a/cpu.max": "max 100000",
            "a/memory.max": "max",
            "cpu/a/cpu.cfs_quota_us": -1,
            "cpu/a/cpu.cfs_period_us": 100000,
            "memory/a/memory.limit_in_bytes": UNLIMITED_V1,
        },
    )
    assert (cgroup_cores(root), cgroup_memory_mb(root)) == (None, None)
    assert detect_cores(root) == (64, "detected")


@pytest.mark.parametrize("text", ["", "max", "50000 0", "x y", "1 2 3"])
def test_nonsense_is_no_limit(tmp_path: Path, text: str) -> None:
    root = machine(tmp_path, "0::/a\n", **{"a/cpu.max": text, "a/memory.max": text})
    assert (cgroup_cores(root), cgroup_memory_mb(root)) == (None, None)


@pytest.mark.parametrize(("quota", "cores"), [(10000, 1), (99999, 1), (199999, 1), (200000, 2)])
def test_parts_of_a_core_are_rounded_down_but_not_to_none(
    tmp_path: Path, quota: int, cores: int
) -> None:
    root = machine(tmp_path, "0::/a\n", **{"a/cpu.max": f"{quota} 100000"})
    assert cgroup_cores(root) == cores


def test_affinity_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: {0, 5, 9})
    assert detect_cores(str(tmp_path)) == (3, "CPU affinity")
    root = machine(tmp_path, "0::/\n", **{"cpu.max": "200000 100000"})
    assert detect_cores(root) == (2, "cgroup quota")


def test_affinity_of_this_very_process() -> None:
    cores, _ = detect_cores("/nowhere")
    assert 1 <= cores <= 64


def test_a_limit_above_the_host_does_not_count(tmp_path: Path) -> None:
    root = machine(
        tmp_path, "0::/\n", **{"cpu.max": "9900000 100000", "memory.max": 1024 * 1024 * MB}
    )
    assert detect_cores(root) == (64, "detected")
    assert detect_memory_mb(root) == (512 * 1024, "detected")


def test_configured_values_win() -> None:
    host = detect_host(total_cores=48, total_gb=31.5)
    assert (host.cores, host.cores_source) == (48, "configured")
    assert (host.memory_mb, host.memory_source) == (32256, "configured")
    detected = detect_host()
    assert detected.cores_source != "configured" != detected.memory_source


def test_an_unknown_number_of_cores_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(psutil, "cpu_count", lambda logical: None)
    assert detect_cores(str(tmp_path))[0] == 1
