"""Small sheets for the reader's tests, drawn with reportlab; coordinates from the top left."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from bomflow.extract.document import read_document
from bomflow.extract.settings import ReadSettings

WIDTH, HEIGHT = 800.0, 600.0


class Pad:
    """A one-page canvas with a top-left origin."""

    def __init__(self, width: float = WIDTH, height: float = HEIGHT, **kwargs: Any) -> None:
        handle, self.path = tempfile.mkstemp(suffix=".pdf")
        os.close(handle)
        self.height = height
        self.canvas = Canvas(self.path, pagesize=(width, height), **kwargs)

    def text(self, x: float, y: float, text: str, size: float = 8) -> None:
        """Draw text with its foot line at y."""
        self.canvas.setFont("Helvetica", size)
        self.canvas.drawString(x, self.height - y, text)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a line."""
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """Draw a ruled grid."""
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        for y in ys:
            self.line(xs[0], y, xs[-1], y)

    def read(self, **settings: Any) -> dict[str, Any]:
        """Save the page and read it."""
        self.canvas.showPage()
        self.canvas.save()
        try:
            return read_document(self.path, ReadSettings(**settings))
        finally:
            os.unlink(self.path)

    def ruled(
        self,
        x: float,
        y: float,
        widths: Sequence[float],
        rows: Sequence[Sequence[str]],
        pitch: float = 16,
    ) -> None:
        """Draw a fully ruled table; a cell may hold lines parted by a newline."""
        xs = [x]
        for w in widths:
            xs.append(xs[-1] + w)
        ys = [y]
        for row in rows:
            ys.append(ys[-1] + pitch * max(c.count("\n") + 1 for c in row))
        self.grid(xs, ys)
        for top, row in zip(ys, rows, strict=False):
            for left, cell in zip(xs, row, strict=False):
                for i, part in enumerate(cell.split("\n")):
                    self.text(left + 3, top + 11 + i * pitch, part)

    def plain(
        self, xs: Sequence[float], y: float, rows: Sequence[Sequence[str]], pitch: float = 14
    ) -> None:
        """Draw rows without rulings; a cell may hold lines parted by a newline."""
        for row in rows:
            for x, cell in zip(xs, row, strict=False):
                for i, part in enumerate(cell.split("\n")):
                    self.text(x, y + i * 9, part)
            y += pitch + 9 * (max(c.count("\n") for c in row))


def cells(result: dict[str, Any], *columns: str, table: int = 0) -> list[list[str]]:
    """The named cells of every row of one table."""
    rows = result["tables"][table]["rows"] if len(result["tables"]) > table else []
    return [[r["cells"].get(c, r["extra"].get(c, "")) for c in columns] for r in rows]


def headers(result: dict[str, Any], table: int = 0) -> list[str | None]:
    """The column names of one table from left to right."""
    return [h["column"] for h in result["tables"][table]["header"]]
