"""Wide lists in text that leans by a degree are told."""

from __future__ import annotations

import pytest

from sheets import Pad

ROWS = [
    ["QTY", "DESCRIPTION", "MATERIAL"],
    *([str(i), f"PIPE CLAMP DN{i}0", "S235"] for i in range(1, 6)),
]


def reasons(degrees: float, wide: float) -> list[str]:
    pad = Pad()
    pad.canvas.rotate(degrees)
    pad.plain((60, 110, 60 + wide), 300, ROWS)
    return [r for table in pad.read()["tables"] for r in table["check_reasons"]]


@pytest.mark.parametrize("degrees", [1.6, -1.6])
def test_lines_that_end_beside_another_row_are_told(degrees: float) -> None:
    assert any("its text leans" in reason for reason in reasons(degrees, 320))


@pytest.mark.parametrize(("degrees", "wide"), [(0.5, 320), (1.0, 200), (0.0, 500)])
def test_less_is_read_like_any_other(degrees: float, wide: float) -> None:
    assert reasons(degrees, wide) == []


@pytest.mark.parametrize(("steps", "told"), [((1, -1, -1, 1, -1), False), ((1,) * 5, True)])
def test_words_that_rise_and_fall_do_not_lean(steps: tuple[int, ...], told: bool) -> None:
    """Some producers tell the ink of words: descenders lower a word's middle, capitals do not."""
    pad = Pad()
    pad.plain((60, 110, 380), 100, [["QTY", "DESCRIPTION", "MATERIAL"]])
    for n, step in enumerate(steps, 1):
        y = 100 + 14 * n
        pad.plain((60, 110, 380), y, [[str(n), "PUMP", "S235"]])
        pad.text(138, y + 0.8 * step, "CASING")
    found = [r for table in pad.read()["tables"] for r in table["check_reasons"]]
    assert any("its text leans" in reason for reason in found) == told
