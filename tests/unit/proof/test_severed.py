"""Lines of a wrapped cell that the reader left beyond the end of the list."""

from __future__ import annotations

import pytest

from bomflow.page.words import Word
from bomflow.proof.words import check_words
from sheets import Pad

HEAD = ["POS", "QTY", "DESCRIPTION", "MATERIAL"]
ROWS = [[str(i), "2", f"PIPE CLAMP DN{i}0", "S235"] for i in range(1, 6)]


def reasons(text: str, gap: float, x: float = 0.0, pitch: float = 16) -> list[str]:
    """What is said of a list with a text ``gap`` points below it, ``x`` right of the names."""
    pad = Pad()
    pad.plain((80, 120, 160, 280), 100, [HEAD, *ROWS], pitch)
    [table] = pad.read()["tables"]
    boxes = [(c["text"], c["bbox"]) for c in table["header"]]
    boxes += [
        (row["cells"].get(name) or row["extra"].get("MATERIAL"), box)
        for row in table["rows"]
        for name, box in row["cell_boxes"].items()
    ]
    left = table["rows"][-1]["cell_boxes"]["description"]
    beyond = Word(text, left[0] + x, left[3] + gap, left[0] + x + 80, left[3] + gap + 9, size=8.0)
    words = [*(Word(said, *box, size=8.0) for said, box in boxes), beyond]
    [found] = check_words([table], words)
    return [odd.reason for odd in found if "right beyond" in odd.reason]


@pytest.mark.parametrize("text", ["WITH STEEL TOP", "1,7"])
def test_a_line_closer_than_rows_are_is_told(text: str) -> None:
    assert reasons(text, 0.4) == [f"{text!r} right beyond it may be a line of its text"]


@pytest.mark.parametrize(
    ("text", "gap", "x", "pitch"),
    [
        ("ALL WELDS A4", 6.0, 0.0, 16),  # at the distance of a row
        ("ALL WELDS A4", 0.4, 20.0, 16),  # does not begin where names do
        ("12", 5.0, 0.0, 30),  # figures at more than the distance of lines
        ("-", 0.4, 0.0, 16),
        ("ALL WELDS A4", -0.5, 0.0, 9.5),  # rows are as close as lines
    ],
)
def test_other_lines_are_not(text: str, gap: float, x: float, pitch: float) -> None:
    assert reasons(text, gap, x, pitch) == []
