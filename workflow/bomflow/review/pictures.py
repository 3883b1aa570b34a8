"""Pictures of parts of pages, for people: grey, sharp enough to read, small.

The boxes are not drawn into them: the page lays them over, so that they can be taken off.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from bomflow.image import BoxOf, open_sheets, save, view

GREYS = 16


class Shot(NamedTuple):
    """A picture to take: the ``page`` of a record, a ``box`` on it, the PNG's path."""

    page: dict[str, Any]
    box: BoxOf
    target: str


def take(pdf: str, shots: Sequence[Shot]) -> None:
    """Draw the parts of ``pdf`` that ``shots`` ask for.

    Meant for a process of its own: the engine aborts when a drawing needs too much memory.
    """
    with open_sheets(pdf) as sheets:
        for shot in shots:
            picture = view(sheets, shot.page, shot.box).picture
            save(picture.convert("L").quantize(GREYS), shot.target)
