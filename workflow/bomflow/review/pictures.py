"""Pictures of parts of pages, for people: grey, sharp enough to read, small."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bomflow.files import atomic_path

DPI = 150
MOST_PIXELS = 4000  # of the longer side: a scan of a whole A0 sheet stays readable
GREYS = 16


class Shot(NamedTuple):
    """A picture to take: ``box`` in points of the displayed page, ``target`` the PNG's path."""

    page: int
    box: Sequence[float]
    target: str


def take(pdf: str, shots: Sequence[Shot]) -> None:
    """Draw the parts of ``pdf`` that ``shots`` ask for.

    Only the part is rendered, never the whole sheet. Meant for a process of its own: the engine
    aborts when a drawing needs too much memory.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    for shot in shots:
        page = document[shot.page - 1]
        width, height = page.get_size()
        x0, top, x1, bottom = shot.box
        x1, bottom = min(x1, width), min(bottom, height)
        scale = min(DPI / 72, MOST_PIXELS / max(x1 - x0, bottom - top, 1.0))
        # pypdfium2 wants what is cut off at the left, bottom, right and top.
        bitmap = page.render(
            scale=scale, crop=(x0, height - bottom, width - x1, top), grayscale=True
        )
        picture = bitmap.to_pil().quantize(GREYS)
        with atomic_path(shot.target) as temporary:
            picture.save(temporary, format="PNG", optimize=True)
        page.close()
