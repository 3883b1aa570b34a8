"""The picture of what was read: boxes where the record says, cropped to the table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PIL import Image, ImageColor
from reportlab.pdfgen.canvas import Canvas

from bomflow.image import EXTRA, VERDICT, save_tables


def drawing(tmp_path: Path) -> str:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 400))
    canvas.drawString(210, 290, "1")
    canvas.save()
    return str(tmp_path / "a.pdf")


def table(status: str) -> dict[str, Any]:
    row = {
        "bbox": [200, 100, 400, 120],
        "cell_boxes": {"position": [208, 101, 220, 112]},
        "extra_boxes": {"NORM": [300, 101, 340, 112]},
    }
    leftover = [{"text": "x", "bbox": [300, 130, 320, 140]}]
    box = [200.0, 90.0, 400.0, 150.0]
    return {"page": 1, "bbox": box, "check_status": status, "rows": [row], "leftover": leftover}


def test_every_table_is_drawn_in_the_colour_of_its_verdict(tmp_path: Path) -> None:
    target = tmp_path / "out.png"
    record = {"tables": [table("verified"), table("suspect")]}
    assert save_tables(drawing(tmp_path), record, str(target)) == 2
    with Image.open(target) as picture:
        colours = {colour for _, colour in picture.convert("RGB").getcolors(1 << 24)}
        assert picture.width < 600 * 150 / 72  # cropped
    assert ImageColor.getrgb(VERDICT["verified"]) in colours
    assert ImageColor.getrgb(VERDICT["suspect"]) in colours
    assert ImageColor.getrgb(EXTRA) in colours
    assert ImageColor.getrgb(VERDICT["consistent"]) not in colours


def test_without_tables_nothing_is_written(tmp_path: Path) -> None:
    assert save_tables(drawing(tmp_path), {"tables": []}, str(tmp_path / "out.png")) == 0
    assert not (tmp_path / "out.png").exists()
