"""Lists of assemblies and their parts: 1, 1.1, 1.2, 2.

The weight of an assembly holds those of its parts.
"""

from __future__ import annotations

from collections.abc import Sequence

_MARKS = ".-/"


def levels(positions: Sequence[str]) -> list[list[bool]]:
    """Which rows a TOTAL may count that does not count all of them.

    The rows that are part of no other row, or those that have no parts; nothing in a list without
    assemblies. A row is part of the one whose position its own begins with.
    """
    texts = [text.strip() for text in positions]
    known = {text for text in texts if text}
    above = [_above(text, known) for text in texts]
    parents = {parent for parent in above if parent}
    if not parents:
        return []
    return [[not parent for parent in above], [text not in parents for text in texts]]


def _above(position: str, known: set[str]) -> str:
    """The position of the assembly that a row is part of, '' for none."""
    while any(mark in position for mark in _MARKS):
        position = position[: max(map(position.rfind, _MARKS))]
        if position in known:
            return position
    return ""
