"""Rotated, shifted, nested, overprinted, invisible: the page's geometry must not change a cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from bomflow.extract.document import read_document
from bomflow.extract.settings import ReadSettings
from sheets import Pad, cells

ROWS = [
    ["POS", "PART NUMBER", "DESCRIPTION", "QTY"],
    ["1", "100-200", "PIPE CLAMP", "2"],
    ["2", "100-201", "HEX NUT M12", "8"],
    ["3", "100-202", "ROD", "4"],
]
FOUR = ("position", "article_number", "description", "quantity")
EXPECTED = ROWS[1:]


def draw(pad: Pad, x: float = 300, y: float = 60) -> None:
    """The usual table plus some text around it."""
    pad.ruled(x, y, [40, 80, 150, 40], ROWS)
    pad.text(60, 500, "SECTION A-A")
    pad.text(100, 300, "1LBA10BQ001")


def patched(pad: Pad, old: bytes, new: bytes) -> dict[str, Any]:
    """Read the sheet after changing bytes of its page dictionary."""
    pad.canvas.showPage()
    pad.canvas.save()
    path = Path(pad.path)
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new))
    result = read_document(pad.path, ReadSettings())
    path.unlink()
    return result


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_page_rotation(rotation: int) -> None:
    pad = Pad()
    draw(pad)
    result = patched(pad, b"/Rotate 0", f"/Rotate {rotation}".encode())
    assert sorted(cells(result, *FOUR)) == EXPECTED
    page = result["pages"][0]
    assert (page["width"], page["height"]) == ((800, 600) if rotation % 180 == 0 else (600, 800))
    x0, top, x1, bottom = result["tables"][0]["bbox"]
    table = {
        0: (300, 60, 610, 124), 90: (476, 300, 540, 610),
        180: (190, 476, 500, 540), 270: (60, 190, 124, 500),
    }[rotation]  # fmt: skip
    assert (x0, top, x1, bottom) == pytest.approx(table, abs=1.5)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_sheet_drawn_sideways_without_rotation(turn: int) -> None:
    pad = Pad(800, 800)
    pad.canvas.translate(400, 400)
    pad.canvas.rotate(turn)
    pad.canvas.translate(-400, -400)
    draw(pad)
    assert cells(pad.read(), *FOUR) == EXPECTED


def test_sideways_sheet_that_rotate_turns_back() -> None:
    pad = Pad(800, 800)
    pad.canvas.translate(400, 400)
    pad.canvas.rotate(90)
    pad.canvas.translate(-400, -400)
    draw(pad)
    assert cells(patched(pad, b"/Rotate 0", b"/Rotate 90"), *FOUR) == EXPECTED


@given(st.integers(-3000, 3000), st.integers(-3000, 3000))
@examples(max_examples=12, deadline=None)
def test_shifted_media_box(dx: int, dy: int) -> None:
    pad = Pad()
    pad.canvas.translate(dx, dy)
    draw(pad)
    box = f"/MediaBox [ {dx} {dy} {dx + 800} {dy + 600} ]".encode()
    result = patched(pad, b"/MediaBox [ 0 0 800 600 ]", box)
    assert cells(result, *FOUR) == EXPECTED
    assert result["tables"][0]["bbox"] == pytest.approx([300, 60, 610, 124], abs=1.5)


def test_table_inside_a_form() -> None:
    pad = Pad()
    pad.canvas.beginForm("sheet")
    draw(pad, 30, 60)
    pad.canvas.endForm()
    pad.canvas.translate(100, -50)
    pad.canvas.doForm("sheet")
    result = pad.read()
    assert cells(result, *FOUR) == EXPECTED
    assert result["tables"][0]["bbox"] == pytest.approx([130, 110, 440, 174], abs=1.5)


def test_overprinted_text_counts_once() -> None:
    pad = Pad()
    draw(pad)
    pad.canvas.translate(0.25, 0)
    draw(pad)
    assert cells(pad.read(), *FOUR) == EXPECTED


@pytest.mark.parametrize("backwards", [False, True])
def test_text_placed_glyph_by_glyph(backwards: bool) -> None:
    pad = Pad()
    whole = pad.text
    todo: list[tuple[float, float, str]] = []

    def single(x: float, y: float, text: str, size: float = 8) -> None:
        for char in text:
            if char != " ":
                todo.append((x, y, char))
            x += pad.canvas.stringWidth(char, "Helvetica", size)

    pad.text = single  # type: ignore[method-assign]
    draw(pad)
    for x, y, char in todo[::-1] if backwards else todo:
        whole(x, y, char)
    assert cells(pad.read(), *FOUR) == EXPECTED


def test_invisible_text_is_not_read() -> None:
    pad = Pad()
    draw(pad)
    text = pad.canvas.beginText(305, 600 - 87)
    text.setTextRenderMode(3)
    text.textOut("999")
    pad.canvas.drawText(text)
    assert cells(pad.read(), *FOUR) == EXPECTED


def test_clipped_text_is_not_read() -> None:
    pad = Pad()
    draw(pad)
    pad.canvas.saveState()
    path = pad.canvas.beginPath()
    path.rect(0, 0, 10, 10)
    pad.canvas.clipPath(path, stroke=0, fill=0)
    pad.text(305, 100, "777")
    pad.canvas.restoreState()
    pad.text(-200, 100, "888")
    assert cells(pad.read(), *FOUR) == EXPECTED


def test_every_word_of_the_table_is_kept_or_left_over() -> None:
    pad = Pad()
    draw(pad)
    pad.text(305, 84, "7", size=3)
    table = pad.read()["tables"][0]
    kept = " ".join(" ".join(r["cells"].values()) for r in table["rows"])
    assert kept.split().count("7") + [w["text"] for w in table["leftover"]].count("7") == 1
