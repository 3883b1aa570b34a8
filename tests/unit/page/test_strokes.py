"""Rulings whatever the units of the drawing are."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from bomflow.page.pdf import open_document
from sheets import Pad


class FinePad(Pad):
    """Lines are drawn in units of their own, as plotter drivers do."""

    unit = 1.0

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        canvas, k = self.canvas, 1 / self.unit
        canvas.saveState()
        canvas.scale(self.unit, self.unit)
        canvas.setLineWidth(0.5 * k)
        canvas.line(x0 * k, (self.height - y0) * k, x1 * k, (self.height - y1) * k)
        canvas.restoreState()


@pytest.mark.parametrize("unit", [0.001, 0.01, 0.1, 1.0])
@pytest.mark.parametrize(("x", "y"), [(100, 1500), (950, 600), (1900, 50)])
def test_a_grid_drawn_in_small_units(unit: float, x: float, y: float) -> None:
    pad = FinePad(2384, 1684)
    pad.unit = unit
    xs, ys = [x, x + 50, x + 210, x + 270], [y, y + 16, y + 48]
    pad.grid(xs, ys)
    pad.line(x + 20, y - 90, x + 90, y - 30)
    pad.canvas.showPage()
    pad.canvas.save()
    with open_document(pad.path) as document, document.page(1) as page:
        rulings = page.rulings((x - 20, y - 20, x + 300, y + 100))
        down = rulings.down_between(x - 5, x + 300, y, y + 48)
        across = rulings.across_between(y - 5, y + 60, x, x + 270)
    Path(pad.path).unlink()
    assert [line.at for line in down] == pytest.approx(xs, abs=0.5)
    assert [line.at for line in across] == pytest.approx(ys, abs=0.5)
    assert {round(v) for line in down for v in line[1:]} == {y, y + 48}
    assert {round(v) for line in across for v in line[1:]} == {x, x + 270}


@pytest.mark.parametrize("width", [2.4, 2.8, 5.0])
def test_fat_lines_are_rulings(width: float) -> None:
    """The engine's bounds of a single fat line are those of an area."""
    pad = Pad()
    pad.canvas.setLineWidth(width)
    pad.canvas.line(100, 500, 300, 500)
    pad.canvas.line(100, 500, 100, 400)
    pad.canvas.line(150, 300, 250, 297)  # askew
    pad.canvas.showPage()
    pad.canvas.save()
    with open_document(pad.path) as document, document.page(1) as page:
        rulings = page.rulings((0, 0, 800, 600))
    Path(pad.path).unlink()
    assert rulings.across == [(100, 100, 300)]
    assert rulings.down == [(100, 100, 200)]


def test_thin_pictures_are_rulings() -> None:
    pad = Pad()
    xs, ys = [100, 140, 240, 300], [50, 66, 92, 108]
    dot = ImageReader(Image.new("L", (1, 1), 0))
    for x in xs:
        pad.canvas.drawImage(dot, x, pad.height - 108, 0.4, 58)
    for y in ys:
        pad.canvas.drawImage(dot, 100, pad.height - y, 200, 0.4)
    for y, row in [(61, ["POS", "NAME", "QTY"]), (77, ["1", "LEFT", "2"]), (103, ["2", "R", "1"])]:
        for x, text in zip(xs, row, strict=False):
            pad.text(x + 3, y, text)
    pad.text(143, 88, "AND MORE")
    table = pad.read()["tables"][0]
    assert [r["cells"]["description"] for r in table["rows"]] == ["LEFT AND MORE", "R"]
    assert table["bbox"] == pytest.approx([100, 50, 300, 108], abs=1)
