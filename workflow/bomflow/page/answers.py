"""What the engine says of many objects or characters at once, see ``bomflow.page.bulk``."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

from bomflow.page.geometry import Matrix
from bomflow.page.words import Box

KINDS = 6  # FPDF_PAGEOBJ_* run from 0 to 5
AT_ONCE = 4096  # objects or characters held as Python numbers at a time
GENERATED = -1  # instead of a render mode: the engine made the character up


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


class Segments(NamedTuple):
    """A path: how many segments it has, its matrix, whether it is stroked or filled.

    Of as many segments as were asked for: x and y of each in turn, in units of the path, types, and
    whether they close a figure.
    """

    total: int
    matrix: Matrix
    drawn: bool
    points: Sequence[float]
    types: Sequence[int]
    closes: Sequence[int]


class Bulk(Protocol):
    """Who asks the engine."""

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

    def segments(self, path: int, most: int) -> Segments:
        """A path and its first ``most`` segments."""

    def unmapped(self, text: int, count: int) -> bytes:
        """1 for each of the first ``count`` characters of which the font does not say the text."""

    def characters(self, text: int, first: int, count: int) -> Characters:
        """``count`` characters of a page's text from ``first`` on."""
