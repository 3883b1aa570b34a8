"""Pictures of what was read: pages and tables with the boxes of everything that was taken.

Boxes come from the record: points of the displayed page, origin top left. The frame of a table has
the colour of its verdict, cells that of their column; words that no cell took are orange.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple

import pypdfium2
from PIL import Image, ImageDraw

from bomflow.files import atomic_path
from bomflow.passwords import known_passwords

DPI = 150
MARGIN = 24  # points of drawing shown around a table
MAX_PIXELS = 16_000_000  # 64 MB while it is drawn; a page of 200 inches is legal
VERDICT = {"verified": "#1b7f4d", "consistent": "#2f6f8f", "suspect": "#c0392b"}
COLUMN = {
    "position": "#7b4fa3",
    "article_number": "#1f77b4",
    "quantity": "#d2691e",
    "description": "#2e8b57",
    "weight": "#8c564b",
    "total_weight": "#b8860b",
}
EXTRA, LEFTOVER, ROW = "#7f7f7f", "#ff6a00", "#9aa7b0"

BoxOf = Sequence[float]
"""[x0, top, x1, bottom] in points of the displayed page."""


class View(NamedTuple):
    """A part of a page as a picture: its upper left corner in points, and pixels a point."""

    picture: Image.Image
    left: float
    top: float
    scale: float

    def pixels(self, box: BoxOf, margin: float = 0.0) -> tuple[int, int, int, int]:
        """A box in points as pixels of the picture, widened by ``margin`` points."""
        x0, y0, x1, y1 = box
        return (
            int((x0 - margin - self.left) * self.scale),
            int((y0 - margin - self.top) * self.scale),
            int((x1 + margin - self.left) * self.scale) + 1,
            int((y1 + margin - self.top) * self.scale) + 1,
        )


@contextmanager
def open_sheets(pdf: str) -> Iterator[pypdfium2.PdfDocument]:
    """The PDF, open for ``view``.

    Raises:
        pypdfium2.PdfiumError: it cannot be opened.
    """
    document = _open(pdf)
    try:
        yield document
    finally:
        document.close()


def _open(pdf: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        for password in known_passwords():
            with suppress(pypdfium2.PdfiumError):
                return pypdfium2.PdfDocument(pdf, password=password)
        raise


def part(page: dict[str, Any], box: BoxOf | None) -> tuple[float, float, float, float]:
    """What of a page of a record is shown for ``box``: it with a margin; None: the whole page."""
    x0, y0, x1, y1 = 0.0, 0.0, page["width"], page["height"]
    if box is None:
        return x0, y0, x1, y1
    near = max(x0, box[0] - MARGIN), max(y0, box[1] - MARGIN)
    far = min(x1, box[2] + MARGIN), min(y1, box[3] + MARGIN)
    if far[0] - near[0] < 1 or far[1] - near[1] < 1:  # a box off the page: better all than nothing
        return x0, y0, x1, y1
    return *near, *far


def view(
    sheets: pypdfium2.PdfDocument,
    page: dict[str, Any],
    box: BoxOf | None = None,
    dpi: float = DPI,
) -> View:
    """A page of a record as a picture, cut to ``box`` with a margin, or the whole of it.

    Resolution gives way where the picture would have more than ``MAX_PIXELS``.
    """
    sheet = sheets[page["page"] - 1]
    try:
        width, height = page["width"], page["height"]
        unit = width / sheet.get_width()  # points; pdfium counts in the page's own units
        x0, y0, x1, y1 = part(page, box)
        scale = min(dpi / 72, (MAX_PIXELS / ((x1 - x0) * (y1 - y0))) ** 0.5)
        crop = tuple(side / unit for side in (x0, height - y1, width - x1, y0))
        picture = sheet.render(scale=scale * unit, crop=crop).to_pil().convert("RGB")
    finally:
        sheet.close()
    return View(picture, x0, y0, scale)


def mark(target: View, table: dict[str, Any]) -> None:
    """Draw the boxes of one table of a record into a picture of its page."""
    pen = ImageDraw.Draw(target.picture)
    for row in table["rows"]:
        pen.rectangle(target.pixels(row["bbox"], 1), outline=ROW)
        for column, box in row["cell_boxes"].items():
            pen.rectangle(target.pixels(box, 1), outline=COLUMN[column], width=2)
        for box in row["extra_boxes"].values():
            pen.rectangle(target.pixels(box, 1), outline=EXTRA, width=2)
    for cell in table["header"]:
        if cell["bbox"]:
            colour = COLUMN.get(cell["column"], EXTRA)
            pen.rectangle(target.pixels(cell["bbox"], 2), outline=colour, width=3)
    for word in table["leftover"]:
        pen.rectangle(target.pixels(word["bbox"], 2), outline=LEFTOVER, width=3)
    pen.rectangle(target.pixels(table["bbox"], 3), outline=VERDICT[table["check_status"]], width=3)


def table_view(
    sheets: pypdfium2.PdfDocument, page: dict[str, Any], table: dict[str, Any], dpi: float = DPI
) -> View:
    """A table of a record with its boxes, cut out of its page."""
    cut = view(sheets, page, table["bbox"], dpi)
    mark(cut, table)
    return cut


def save(picture: Image.Image, target: str) -> None:
    """Write a picture as PNG, whole or not at all."""
    with atomic_path(target) as temporary:
        picture.save(temporary, format="PNG")


def save_tables(pdf: str, record: dict[str, Any], target: str) -> int:
    """Write the pictures of all tables, one below the other, as one PNG; return how many."""
    pages = {page["page"]: page for page in record["pages"]}
    with open_sheets(pdf) as sheets:
        pictures = [
            table_view(sheets, pages[table["page"]], table).picture for table in record["tables"]
        ]
    if pictures:
        width = max(picture.width for picture in pictures)
        sheet = Image.new("RGB", (width, sum(picture.height for picture in pictures)), "white")
        top = 0
        for picture in pictures:
            sheet.paste(picture, (0, top))
            top += picture.height
        save(sheet, target)
    return len(pictures)
