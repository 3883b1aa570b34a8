"""Bulk sets for benchmarks and tests: any number of random drawings with their truth."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from random import Random

from .folder import Entry, generator, write
from .randomise import random_drawing
from .truth import FileTruth

STEP = 1000
"""Segments are drawn in steps of this many, so that line work is reused."""


def write_many(
    folder: Path,
    count: int,
    seed: int = 1,
    segments: tuple[int, int] = (500, 3000),
    pages: tuple[int, int] = (1, 1),
) -> bool:
    """Write ``count`` random drawings and ``truth.json``; False when they were there already."""

    def one(index: int) -> tuple[bytes, FileTruth]:
        rng = Random(seed * 1_000_003 + index)
        wanted = rng.randint(*segments)
        wanted = max(segments[0], wanted // STEP * STEP)
        _, data, truth = random_drawing(rng, rng.randint(*pages), wanted)
        return data, truth

    entries: list[Entry] = [
        (f"set {index // 100:02d}/drawing {index:05d}.pdf", partial(one, index), 0)
        for index in range(count)
    ]
    asked = f"many {count} {seed} {segments[0]}:{segments[1]} {pages[0]}:{pages[1]}"
    return write(folder, lambda: entries, f"{generator()} {asked}")
