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
