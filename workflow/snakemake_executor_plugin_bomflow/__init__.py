"""Snakemake executor plug-in ``bomflow``: local execution with pre-started extract workers.

Chosen by ``executor: bomflow`` in a profile or ``--executor bomflow``. Snakemake finds it by the
name of this package on the path, and imports it whenever it starts: imports stay light here.
"""

from __future__ import annotations

from snakemake_executor_plugin_bomflow.executor import Executor, common_settings

__all__ = ["Executor", "common_settings"]
