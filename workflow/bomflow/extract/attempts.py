"""The journal of failed attempts: how often a drawing failed, over all runs.

Snakemake counts attempts per run only, and deletes a job's output before it runs again. One small
file per drawing with transient failures, ``results/attempts/<doc_id>.json``, remembers the rest. It
counts only as long as the drawing, the code and the settings stay what they were (``key``).
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping

from bomflow.files import write_atomic


def count_failures(folder: str, doc_id: str, key: str) -> int:
    """How many attempts at this drawing failed so far, 0 when anything about it has changed."""
    return len(_failures(folder, doc_id, key))


def count_all_failures(folder: str, keys: Mapping[str, str]) -> dict[str, int]:
    """Failed attempts of the drawings in ``keys`` (doc_id -> key); only those with any."""
    journals = os.listdir(folder) if os.path.isdir(folder) else []
    known = [name.removesuffix(".json") for name in journals]
    counts = {name: count_failures(folder, name, keys[name]) for name in known if name in keys}
    return {name: count for name, count in counts.items() if count}


def add_failure(folder: str, doc_id: str, key: str, failure: dict[str, object]) -> int:
    """Remember a failed attempt (time, code, message, memory) and return the new count."""
    failures = [*_failures(folder, doc_id, key), failure]
    write_atomic(_path(folder, doc_id), json.dumps({"key": key, "failures": failures}, indent=1))
    return len(failures)


def _failures(folder: str, doc_id: str, key: str) -> list[object]:
    try:
        with open(_path(folder, doc_id), encoding="utf-8") as stream:
            journal = json.load(stream)
        return list(journal["failures"]) if journal["key"] == key else []
    except (OSError, ValueError, KeyError, TypeError):
        return []  # none yet, or torn by a power cut: counting anew is harmless


def _path(folder: str, doc_id: str) -> str:
    return os.path.join(folder, f"{doc_id}.json")
