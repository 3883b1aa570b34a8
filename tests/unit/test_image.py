"""The picture of what was read: boxes where the record says, cropped to the table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PIL import Image, ImageColor
from reportlab.pdfgen.canvas import Canvas

from bomflow.image import EXTRA, LEFTOVER, MAX_PIXELS, VERDICT, open_sheets, save_tables, view

PAGE = {"page": 1, "width": 600.0, "height": 400.0}


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
    header = [{"text": "POS", "column": "position", "bbox": [208, 92, 230, 99]}]
    return {
        "page": 1, "bbox": [200.0, 90.0, 400.0, 150.0], "check_status": status,
        "header": [*header, {"text": "", "column": "", "bbox": []}],
        "rows": [row], "leftover": leftover,
    }  # fmt: skip


def test_every_table_is_drawn_in_the_colour_of_its_verdict(tmp_path: Path) -> None:
    target = tmp_path / "out.png"
    record = {"pages": [PAGE], "tables": [table("verified"), table("suspect")]}
    assert save_tables(drawing(tmp_path), record, str(target)) == 2
    with Image.open(target) as picture:
        colours = {colour for _, colour in picture.convert("RGB").getcolors(1 << 24)}
        assert picture.width < 600 * 150 / 72  # cropped
    assert ImageColor.getrgb(VERDICT["verified"]) in colours
    assert ImageColor.getrgb(VERDICT["suspect"]) in colours
    assert {ImageColor.getrgb(EXTRA), ImageColor.getrgb(LEFTOVER)} <= colours
    assert ImageColor.getrgb(VERDICT["consistent"]) not in colours


def test_without_tables_nothing_is_written(tmp_path: Path) -> None:
    assert (
        save_tables(drawing(tmp_path), {"pages": [PAGE], "tables": []}, str(tmp_path / "out.png"))
        == 0
    )
    assert not (tmp_path / "out.png").exists()


def dark(picture: Image.Image, box: tuple[int, int, int, int]) -> bool:
    return picture.convert("L").crop(box).getextrema()[0] < 128


def test_points_of_the_page_become_pixels_of_the_cut(tmp_path: Path) -> None:
    with open_sheets(drawing(tmp_path)) as sheets:
        whole, cut = view(sheets, PAGE), view(sheets, PAGE, [200, 90, 400, 150])
        for target in (whole, cut):
            assert dark(target.picture, target.pixels([209, 99, 217, 111]))  # the "1"
            assert not dark(target.picture, target.pixels([230, 99, 260, 111]))
    assert cut.picture.width < whole.picture.width / 2


def test_a_user_unit_makes_the_page_larger_in_points(tmp_path: Path) -> None:
    page = {"page": 1, "width": 1200.0, "height": 800.0}  # the same sheet, two points a unit
    with open_sheets(drawing(tmp_path)) as sheets:
        cut = view(sheets, page, [400, 180, 800, 300])
        assert dark(cut.picture, cut.pixels([418, 198, 434, 222]))


def test_a_giant_page_is_drawn_coarsely(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "giant.pdf"), pagesize=(14400, 14400))
    canvas.showPage()
    canvas.save()
    with open_sheets(str(tmp_path / "giant.pdf")) as sheets:
        picture = view(sheets, {"page": 1, "width": 14400.0, "height": 14400.0}).picture
    assert picture.width * picture.height < 1.01 * MAX_PIXELS


def test_a_box_off_the_page_shows_the_page(tmp_path: Path) -> None:
    with open_sheets(drawing(tmp_path)) as sheets:
        assert view(sheets, PAGE, [900, 900, 950, 950]).left == 0
