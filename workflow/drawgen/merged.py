"""Cells that several rows share: the text is printed once, in the middle, with no line through."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .block import Block
from .spec import Table

SHARED = ("material", "remarks", "description", "standard")
"""Columns that rows share, by what is the likeliest."""
EVERY = 5
"""One group of rows in so many."""


def share(table: Table, body: Sequence[Block]) -> None:
    """Let ``table.body.merged`` rows one after the other have one cell together, every few rows.

    The text is of the first of them; the others hold nothing there. Only lists that are ruled and
    print what the parts are in another column as well.
    """
    keys = [key for key in SHARED if key in table.columns]
    named = {"article_number", "description"} & set(table.columns)
    if not keys or named <= {keys[0]} or table.ruling not in ("full", "rows"):
        return
    key = keys[0]
    for start in range(0, len(body) - table.merged + 1, EVERY):
        group = body[start : start + table.merged]
        if any(b.kind != "row" or b.shared for b in group) or not any(group[0].cells[key]):
            continue
        for block in group:
            block.shared = key
        for block in group[1:]:
            block.cells = block.cells | {key: [""]}
        for above, below in pairwise(group):
            above.open_below, below.open_above = True, True
        group[0].shared_height = sum(block.height for block in group)
