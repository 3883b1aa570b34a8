"""Lists of which a part lies beyond the page or is clipped away are suspect, and say so."""

from __future__ import annotations

from typing import Any

import pytest

from sheets import Pad

HEADER = ["POS", "QTY", "DESCRIPTION", "MATERIAL"]
ROWS = [[str(n), "2", f"PIPE CLAMP DN{n}0", "S235JR"] for n in range(1, 7)]
WIDTHS = [40, 40, 160, 80]


def reasons(pad: Pad) -> list[str]:
    [table] = pad.read()["tables"]
    assert len(table["rows"]) > 0
    told: list[str] = table["check_reasons"]
    return told


def listed(x: float, y: float, width: float = 800, height: float = 600) -> Pad:
    pad = Pad(width, height)
    pad.ruled(x, y, WIDTHS, [HEADER, *ROWS])
    return pad


def test_a_whole_list_near_the_edge_is_not_suspect() -> None:
    assert reasons(listed(478, 480)) == []


def test_text_cut_by_the_edge_of_the_page() -> None:
    told = reasons(listed(800 - 258, 100))  # the edge runs through the last column
    assert any("goes on unseen" in reason and "S23" in reason for reason in told)


def test_a_column_beyond_the_edge_of_the_page() -> None:
    told = reasons(listed(800 - 240, 100))
    assert "the list goes on beyond the edge of the page" in told


def test_a_column_beyond_the_left_edge() -> None:
    pad = Pad()
    pad.ruled(
        -80, 100, [80, 40, 40, 160], [["MATERIAL", *HEADER[:3]], *([r[3], *r[:3]] for r in ROWS)]
    )
    assert "the list goes on beyond the edge of the page" in reasons(pad)


def test_rows_beyond_the_bottom_of_the_page() -> None:
    told = reasons(listed(300, 600 - 4 * 16))
    assert "the list goes on beyond the edge of the page" in told


def test_numbers_of_zones_beyond_the_edge_are_no_part_of_a_list() -> None:
    pad = listed(300, 600 - 7 * 16 - 6)
    for zone in range(8):
        pad.text(50 + 100 * zone, 610, str(zone))
    assert reasons(pad) == []


@pytest.mark.parametrize("far", [200, 2000])
def test_what_a_cad_program_leaves_far_beyond_the_page(far: float) -> None:
    pad = listed(475, 100)
    for n in range(200):
        pad.text(800 + far, 3 * n, "LEFT OVER")
    assert reasons(pad) == []


def test_text_cut_by_a_clip() -> None:
    pad = Pad()
    canvas: Any = pad.canvas
    path = canvas.beginPath()
    path.rect(0, 0, 300, 600)
    canvas.saveState()
    canvas.clipPath(path, stroke=0)
    pad.ruled(
        100, 100, WIDTHS, [HEADER, *([*row[:2], row[2] + " WITH A LONG TEXT", ""] for row in ROWS)]
    )
    canvas.restoreState()
    told = reasons(pad)
    assert any("goes on unseen" in reason for reason in told)


@pytest.mark.parametrize(
    ("shown", "cut"), [(18.0, False), (17.0, False), (15.7, True), (14.0, True), (11.0, True)]
)
def test_a_cell_whose_clip_runs_through_a_character_that_the_file_ends_with(
    shown: float, cut: bool
) -> None:
    """Browsers draw character by character, and leave out what lies behind the clip wholly."""
    pad = Pad()
    pad.ruled(100, 100, WIDTHS, [HEADER, *ROWS[:3], ["4", "2", "", "S235JR"]])
    x, y = 183.0, 100 + 16 * 4 + 11
    pad.canvas.saveState()
    path = pad.canvas.beginPath()
    path.rect(x - 1, pad.height - y - 4, shown + 1, 12)
    pad.canvas.clipPath(path, stroke=0)
    for n, char in enumerate("4444" if shown > 12 else "444"):
        pad.text(x + n * 4.45, y, char)
    pad.canvas.restoreState()
    assert any("goes on unseen" in reason for reason in reasons(pad)) == cut


def test_a_watermark_that_runs_over_the_edge_hides_nothing_of_the_list() -> None:
    pad = listed(478, 100)
    pad.canvas.saveState()
    pad.canvas.translate(600, 335)
    pad.canvas.rotate(30)
    pad.canvas.setFont("Helvetica", 30)
    pad.canvas.drawString(0, 0, "FOR INFORMATION")
    pad.canvas.restoreState()
    assert not any("goes on unseen" in reason for reason in reasons(pad))
