"""Draws engineering drawings whose every cell is known: test, demo and benchmark input.

``draw_drawing(Drawing((Sheet(...),)))`` gives the bytes of a PDF and its truth. The product never
imports this package, and this package never imports the product.
"""

from __future__ import annotations

from .draw import DoesNotFit, draw_drawing
from .spec import Drawing, Sheet, Table
from .truth import FileTruth, truth_file

__all__ = [
    "DoesNotFit",
    "Drawing",
    "FileTruth",
    "Sheet",
    "Table",
    "draw_drawing",
    "truth_file",
]
