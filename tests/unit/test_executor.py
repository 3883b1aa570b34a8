"""Which jobs the executor plug-in hands to pre-started workers."""

from __future__ import annotations

import sys

from snakemake.executors import local
from snakemake_interface_executor_plugins.registry import ExecutorPluginRegistry

from snakemake_executor_plugin_bomflow.executor import extract_arguments


def test_snakemake_finds_it_and_takes_it_for_local() -> None:
    plugin = ExecutorPluginRegistry().get_plugin("bomflow")
    assert issubclass(plugin.executor, local.Executor)
    assert plugin.common_settings.local_exec


def test_only_the_command_of_an_extract_job_is_taken() -> None:
    script = "/any/where/scripts/extract.py"
    assert extract_arguments(["exec", sys.executable, script, "--file", "a b"]) == ["--file", "a b"]
    assert extract_arguments(["exec", "/other/python", script]) is None
    assert extract_arguments(["exec", sys.executable, "/any/scripts/merge.py"]) is None
    assert extract_arguments(["exec", sys.executable]) is None
    assert extract_arguments([]) is None
