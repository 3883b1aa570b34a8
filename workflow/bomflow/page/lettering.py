"""Strokes that touch make a letter: small paths joined, and those kept that stand in words.

A plot font's letter is one path, a path a stroke, or a path a segment. Line work that looks like
letters from afar (hatching, gratings, threads) joins into what is far too large for one.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from bomflow.page.bulk import bulk
from bomflow.page.words import Box

TALLEST = 14.0  # points; larger paths are drawing
SMALLEST = 2.0
WIDEST = 12.0  # heights: letters whose bounds touch become one mark, a word at most
_LEVEL = 0.12  # share of the height by which letters of a line may lie apart
_NEXT = 1.0  # heights to the next letter of a word
_SHAPES = 8  # different letters of the shortest list
_COMMONEST = 0.45  # share of those that look alike: round letters are one path of one size
_SAMPLE = 400  # marks of which the shapes are compared


class Mark(NamedTuple):
    """What may be a letter: its box and the numbers of its paths, in the order of the file."""

    box: Box
    strokes: Sequence[int]


class Strokes:
    """Paths by number: their boxes, and of how many segments each is, which costs a call."""

    def __init__(self, boxes: Sequence[Box], segments: Callable[[int], int]) -> None:
        self.boxes, self.segments = boxes, segments

    def shape(self, mark: Mark, unit: float) -> list[float]:
        """Numbers that are alike for letters that are, in lengths of ``unit``."""
        boxes = [self.boxes[n] for n in mark.strokes]
        x, y, *_ = around(boxes)
        places = [(v - (x, y)[i % 2]) / unit for box in boxes for i, v in enumerate(box)]
        return [*places, *map(self.segments, mark.strokes)]


def marks(paths: Sequence[Box]) -> list[Mark]:
    """The paths joined where their bounds meet, as far as letters are no larger."""
    numbers, boxes = bulk.joined(array("d", chain.from_iterable(paths)))
    strokes: dict[int, list[int]] = {n: [] for n, box in enumerate(boxes) if _is_small(box)}
    for path, number in enumerate(numbers):
        if number in strokes:
            strokes[number].append(path)
    return [Mark(boxes[number], own) for number, own in strokes.items()]


def around(boxes: Iterable[Box]) -> Box:
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return min(x0), min(top), max(x1), max(bottom)


def _is_small(box: Box) -> bool:
    height = box[3] - box[1]
    return SMALLEST <= height <= TALLEST and box[2] - box[0] <= WIDEST * height


def in_words(found: list[Mark]) -> list[Mark]:
    """The marks with another one as high beside them, as letters of a word have."""
    kept: set[int] = set()
    for shift in (0.0, 0.5):  # a level that one grid cuts lies within a line of the other
        lines: dict[int, list[tuple[float, int]]] = {}
        for n, mark in enumerate(found):
            lines.setdefault(int(mark.box[3] + shift), []).append((mark.box[0], n))
        for line in lines.values():
            line.sort()
            for (_, n), (_, m) in pairwise(line):
                if _beside(found[n].box, found[m].box):
                    kept.add(n)
                    kept.add(m)
    return [found[n] for n in sorted(kept)]


def _beside(box: Box, other: Box) -> bool:
    height = box[3] - box[1]
    slack = _LEVEL * height
    return (
        abs(box[3] - other[3]) <= slack
        and abs(box[1] - other[1]) <= slack
        and other[0] - box[2] <= _NEXT * height
    )


def are_letters(found: Sequence[Mark], strokes: Strokes, height: float) -> bool:
    """Whether the marks have many shapes: a pattern repeats one or a few, a dozen words do not."""
    sample = found[:: len(found) // _SAMPLE + 1]
    seen: list[list[float]] = []
    counts: list[int] = []
    for mark in sample:
        shape = strokes.shape(mark, height)
        known = next((n for n, other in enumerate(seen) if _alike(shape, other)), len(seen))
        if known == len(seen):
            seen.append(shape)
            counts.append(0)
        counts[known] += 1
    return len(seen) >= _SHAPES and max(counts) <= _COMMONEST * len(sample)


def _alike(shape: list[float], other: list[float]) -> bool:
    if len(shape) != len(other):
        return False
    return all(abs(a - b) <= 0.15 for a, b in zip(shape, other, strict=True))


def usual_height(found: list[Mark], alike: float) -> float:
    """The least height of those most marks have, 0 where there are none."""
    heights = sorted(mark.box[3] - mark.box[1] for mark in found)
    usual, most = 0.0, 0
    for i, low in enumerate(heights):
        if (count := bisect_right(heights, low * (1 + alike)) - i) > most:
            usual, most = low, count
    return usual
