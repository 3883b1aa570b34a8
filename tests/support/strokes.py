"""Letters of a plot font as boxes of their strokes."""

from __future__ import annotations

from itertools import pairwise

from bomflow.page.words import Box
from drawgen.pictures import LETTERS


def strokes_of(text: str, x: float, base: float, size: float, single: bool = False) -> list[Box]:
    """Boxes of the polylines, or of each segment by itself, of a text from (x, base) on."""
    boxes: list[Box] = []
    for place, letter in enumerate(text):
        left = x + 0.66 * size * place
        for line in LETTERS.get(letter, "").split():
            points = [
                (left + 0.12 * size * int(a), base - 0.118 * size * int(b))
                for a, b in zip(line[::2], line[1::2], strict=True)
            ]
            for part in pairwise(points) if single else [points]:
                xs, ys = zip(*part, strict=True)
                boxes.append((min(xs), min(ys), max(xs), max(ys)))
    return boxes
