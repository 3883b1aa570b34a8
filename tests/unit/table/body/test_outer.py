"""Notes and title blocks beside a list are no columns of it, and no columns that were lost."""

from __future__ import annotations

from typing import Any

import pytest

from sheets import Pad, cells, headers

ROWS = [
    ["POS", "QTY", "DESCRIPTION", "MATERIAL"],
    *([str(i), "2", f"PIPE CLAMP DN{i}0", "S235"] for i in range(1, 7)),
]
NAMES = ["position", "quantity", "description", "MATERIAL"]
LABELS = [
    "DRAWN BY J. COLE 12.02.24", "CHECKED BY P. ROSSI", "APPROVED BY", "PROJECT NO. P-20331",
    "TITLE LUBE OIL CONSOLE", "SCALE 1:20", "DRAWING NO. LOC-0331-A",
]  # fmt: skip
SHORT = ["DRAWN JC", "CHECKED PR", "APPROVED", "DATE 12.02.24", "SHEET 2/3", "SCALE 1:20", "REV B"]
NOTES = ["NOTES", "1. REMOVE BURRS.", "2. ALL WELDS 5 mm.", "3. COATING C3.", "4. DO NOT SCALE."]


def columns(result: dict[str, Any]) -> list[str]:
    found = zip(headers(result), result["tables"][0]["header"], strict=True)
    return [name or column["text"] for name, column in found]


def is_whole(result: dict[str, Any]) -> bool:
    [table] = result["tables"]
    read = cells(result, "position", "quantity", "description", "MATERIAL")
    return (
        columns(result) == NAMES
        and sorted(read) == sorted(ROWS[1:])
        and table["check_reasons"] == []
        and table["reading"] == "words"
    )


@pytest.mark.parametrize("up", [False, True])
@pytest.mark.parametrize("wall", [True, False])
def test_a_title_block_that_shares_the_lines_of_the_list(up: bool, wall: bool) -> None:
    pad = Pad()
    pad.ruled(40, 100, [40, 40, 150, 70], ROWS[::-1] if up else ROWS)
    for i, text in enumerate(LABELS):
        label, _, value = text.partition(" BY ")
        pad.text(346, 111 + 16 * i, f"{label} BY" if value else text)
        pad.text(430, 111 + 16 * i, value)
        pad.line(340, 100 + 16 * i, 560, 100 + 16 * i)
    pad.line(340, 212, 560, 212)
    pad.line(560, 100, 560, 212)
    if wall:
        pad.line(425, 100, 425, 212)
    assert is_whole(pad.read())


@pytest.mark.parametrize("up", [False, True])
def test_a_title_block_at_the_left_of_the_list(up: bool) -> None:
    pad = Pad()
    pad.ruled(240, 100, [40, 40, 150, 70], ROWS[::-1] if up else ROWS)
    for i, text in enumerate(SHORT):
        pad.text(166, 111 + 16 * i, text)
        pad.line(160, 100 + 16 * i, 240, 100 + 16 * i)
    pad.line(160, 212, 240, 212)
    assert is_whole(pad.read())


def test_a_title_block_that_stands_off_the_list() -> None:
    pad = Pad()
    pad.ruled(40, 100, [40, 40, 150, 70], ROWS)
    for i, text in enumerate(LABELS):
        pad.text(356, 111 + 16 * i, text)
        pad.line(350, 100 + 16 * i, 560, 100 + 16 * i)
    assert is_whole(pad.read())


@pytest.mark.parametrize("x", [350, 420])
def test_notes_at_the_height_of_the_header(x: float) -> None:
    pad = Pad()
    pad.plain((40, 80, 120, 270), 100, ROWS)
    for i, text in enumerate(NOTES):
        pad.text(x, 100 + 14 * i, text)
    assert is_whole(pad.read())


def test_a_column_of_notes_stays() -> None:
    pad = Pad()
    notes = ["NOTES", "SPARE", "", "SEE 1.", "", "1 OFF", ""]
    pad.plain((40, 80, 120, 270, 350), 100, [[*r, n] for r, n in zip(ROWS, notes, strict=True)])
    result = pad.read()
    assert columns(result) == [*NAMES, "NOTES"]
    assert result["tables"][0]["reading"] == "words"
