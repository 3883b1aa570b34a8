"""A picture of what was read: the page with the boxes of tables, rows, cells and leftovers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2
from PIL import Image, ImageDraw

from bomflow.files import atomic_path

DPI = 150
MARGIN = 24  # points of drawing shown around a table
VERDICT = {"verified": "#1b7f4d", "consistent": "#2f6f8f", "suspect": "#c0392b"}
CELL = {
    "position": "#7b4fa3",
    "article_number": "#1f77b4",
    "quantity": "#d2691e",
    "description": "#2e8b57",
    "weight": "#8c564b",
    "total_weight": "#b8860b",
}
EXTRA, LEFTOVER, ROW = "#7f7f7f", "#ff6a00", "#9aa7b0"


def draw_tables(pdf: str, record: dict[str, Any]) -> Iterator[Image.Image]:
    """Yield one picture per table of the record, cropped to it, in reading order.

    The frame's colour is the verdict (green verified, blue consistent, red suspect); cells have a
    colour per column, words that no cell took are orange.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        for table in record["tables"]:
            sheet = document[table["page"] - 1].render(scale=DPI / 72)
            yield _draw_table(sheet.to_pil().convert("RGB"), table)
    finally:
        document.close()


def save_tables(pdf: str, record: dict[str, Any], target: str) -> int:
    """Write the pictures of all tables, one below the other, as one PNG; return how many."""
    pictures = list(draw_tables(pdf, record))
    if pictures:
        width = max(picture.width for picture in pictures)
        sheet = Image.new("RGB", (width, sum(picture.height for picture in pictures)), "white")
        top = 0
        for picture in pictures:
            sheet.paste(picture, (0, top))
            top += picture.height
        with atomic_path(target) as temporary:
            sheet.save(temporary, format="PNG")
    return len(pictures)


def _draw_table(sheet: Image.Image, table: dict[str, Any]) -> Image.Image:
    pen = ImageDraw.Draw(sheet)
    for row in table["rows"]:
        pen.rectangle(_pixels(row["bbox"], 1), outline=ROW)
        for column, box in row["cell_boxes"].items():
            pen.rectangle(_pixels(box, 1), outline=CELL[column], width=2)
        for box in row["extra_boxes"].values():
            pen.rectangle(_pixels(box, 1), outline=EXTRA, width=2)
    for word in table["leftover"]:
        pen.rectangle(_pixels(word["bbox"], 2), outline=LEFTOVER, width=3)
    pen.rectangle(_pixels(table["bbox"], 3), outline=VERDICT[table["check_status"]], width=3)
    left, top, right, bottom = _pixels(table["bbox"], MARGIN)
    return sheet.crop(
        (max(0, left), max(0, top), min(sheet.width, right), min(sheet.height, bottom))
    )


def _pixels(box: list[float], margin: float) -> tuple[int, int, int, int]:
    """A box in points as pixels, widened by ``margin`` points."""
    x0, y0, x1, y1 = box
    scale = DPI / 72
    left, top = int((x0 - margin) * scale), int((y0 - margin) * scale)
    return left, top, int((x1 + margin) * scale) + 1, int((y1 + margin) * scale) + 1
