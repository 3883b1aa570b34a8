"""Snakemake logger plug-in ``bomflow``: the live view instead of 14 lines per job.

Chosen by ``logger: bomflow`` in a profile or ``--logger bomflow``. Snakemake finds it by the name
of this package on the path, and imports it whenever it starts: imports stay light here.
"""

from __future__ import annotations

from snakemake_logger_plugin_bomflow.handler import LogHandler
from snakemake_logger_plugin_bomflow.settings import LogHandlerSettings

__all__ = ["LogHandler", "LogHandlerSettings"]
