"""A finding of the proof, and how its sentence calls a row."""

from __future__ import annotations

from typing import Any, NamedTuple


class Oddity(NamedTuple):
    """A finding: the row index (None: the whole table) and a sentence."""

    row: int | None
    reason: str


def row_name(row: dict[str, Any], i: int) -> str:
    """How a sentence calls a row: its position if it prints one, else its place from the top."""
    position = str((row.get("cells") or {}).get("position") or "").strip()
    return f"position {position[:24]}" if position else f"row {i + 1}"
