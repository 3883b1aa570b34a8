"""What is told of many objects, characters or boxes at once, see ``bomflow.page.bulk``."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

from bomflow.page.geometry import Frame, Matrix
from bomflow.page.words import Box

KINDS = 6  # FPDF_PAGEOBJ_* run from 0 to 5
AT_ONCE = 4096  # objects or characters held as Python numbers at a time
MOST_SEGMENTS = 20_000  # of one path: a grid has hundreds, hatching thousands
FATTEST = 12.0  # points that the engine's bounds of a fat line are wide: twice its own width
STRAIGHT = 0.6  # points that an edge along a side of the page may be askew
GENERATED = -1  # instead of a render mode: the engine made the character up
TOUCH = 0.02  # points between the bounds of strokes that meet
STRIP = 7.0  # points: boxes are looked for in strips of the page of this height
STRIPS = 4096  # a page higher than that begins with the first one again
CROWD = 48  # boxes side by side in a strip; where there are more, it is no text


class Lettering(NamedTuple):
    """How a character is drawn: text render mode, or GENERATED and nothing else that counts.

    First four numbers of its matrix, size of its font, its origin in user space, and the number of
    paths that clip its text object (below 1: none).
    """

    mode: float
    a: float
    b: float
    c: float
    d: float
    size: float
    x: float
    y: float
    clips: float


class Characters(NamedTuple):
    """Some characters of a page, in the order of the file.

    ``owners``: their text objects, 0 where the engine made the character up. ``boxes``: left, top,
    right and bottom of each in user space, one after the other. ``lettering`` takes the index of a
    character that has an owner.
    """

    owners: Sequence[int]
    codes: Sequence[int]
    boxes: Sequence[float]
    lettering: Callable[[int], Lettering]


class Groups(NamedTuple):
    """Boxes that hang together: the group's number for each box, the box around each group."""

    numbers: Sequence[int]
    around: Sequence[Box]


class Bulk(Protocol):
    """Who asks the engine, and joins what it told."""

    def objects(self, holder: int, in_form: bool, count: int) -> list[array[int]]:
        """Handles of the first ``count`` objects of a page or form, by type."""

    def within(
        self,
        handles: array[int],
        matrix: Matrix | None,
        region: Box,
        shortest: float,
        measured: int = 0,
    ) -> Iterator[tuple[int, Box]]:
        """Objects that touch ``region`` and have a side of ``shortest`` or more, their bounds.

        All in user space; ``matrix`` is that of the forms around the objects. With ``measured``
        they are paths, and their bounds those of so many of their points at most.
        """

    def edges(
        self,
        paths: array[int],
        matrix: Matrix | None,
        region: Box,
        shortest: float,
        measured: int,
        frame: Frame,
    ) -> Iterator[Box]:
        """Lines along the sides of the page in those of the paths that ``within`` would find.

        Displayed boxes: of a path as a whole if it is thin, else of each of its edges of
        ``shortest`` or more, if it is stroked or filled and has MOST_SEGMENTS at most. A path of
        one edge is looked at where its bounds are those of a fat line.
        """

    def unmapped(self, text: int, count: int) -> bytes:
        """1 for each of the first ``count`` characters of which the font does not say the text."""

    def characters(self, text: int, first: int, count: int) -> Characters:
        """``count`` characters of a page's text from ``first`` on."""

    def joined(self, boxes: array[float]) -> Groups:
        """Boxes joined where they are no further apart than TOUCH, at most CROWD side by side.

        ``boxes``: left, top, right and bottom of each, one after the other, on any page (points).
        Groups are numbered in the order of their first boxes.
        """
