"""Who writes the file: the same sheets as bytes of several PDF producers.

The choice is :attr:`drawgen.spec.Sheet.producer`. ``reportlab``, ``cad`` and ``plotter`` are
written operator by operator and give the same bytes everywhere; ``matplotlib-3`` and
``matplotlib-42`` (its two kinds of fonts) come with the product; ``cairo`` needs cairocffi and the
cairo library of the system.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from types import ModuleType

from ..ink import Page
from ..spec import Sheet
from . import operators

OWN = ("reportlab", "cad", "plotter")
"""Producers that can draw every sheet."""


class CannotDraw(ValueError):
    """The producer of a sheet lacks what the sheet asks for, or is not installed."""


def produce(pages: Sequence[Page]) -> bytes:
    """The file; pages of several producers are joined as print offices do.

    Raises:
        CannotDraw: see :func:`missing`.
    """
    for page in pages:
        if reason := missing(page.sheet):
            raise CannotDraw(f"{page.sheet.producer} cannot draw this sheet: {reason}")
    parts = []
    for family, group in groupby(pages, lambda page: _family(page.sheet.producer)):
        parts.append((family or operators).produce(list(group)))
    if len(parts) == 1 and not any(page.notes for page in pages):
        return bytes(parts[0])
    from .finishing import annotated, joined

    return annotated(joined(parts), pages)


def missing(sheet: Sheet) -> str:
    """What a sheet asks for that its producer cannot do; '' when it can draw it."""
    family = _family(sheet.producer)
    return str(family.missing(sheet)) if family else ""


def _family(producer: str) -> ModuleType | None:
    """The module that writes with a library of its own (heavy ones are imported on demand)."""
    if producer in OWN:
        return None
    if producer == "cairo":
        from . import cairo

        return cairo
    from . import mpl

    return mpl
