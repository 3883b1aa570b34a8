"""Channels between columns that no ruling parts."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from bomflow.page.words import Word
from bomflow.table.cells.channels import before_header, behind_figures
from bomflow.table.header.columns import Column
from bomflow.table.header.meaning import NOTHING
from bomflow.table.layout import Phrase
from sheets import Pad, cells


def _line(*texts: tuple[str, float]) -> list[Phrase]:
    """One phrase of words by their begins, four points a character."""
    words = [Word(said, x, 20, x + 4 * len(said), 30, size=8) for said, x in texts]
    return [Phrase(tuple(words))]


def _head(text: str, x0: float) -> Column:
    word = Word(text, x0, 10, x0 + 4 * len(text), 20, size=8)
    return Column(text, [word], NOTHING)


LINES = [_line((str(n), 136), ("Shaft", 142), ("welded", 164)) for n in range(1, 6)]


@pytest.mark.parametrize(
    ("first", "cut"),
    [(("QTY", 100), 141.0), (("QTY", 136), None), (("DESCRIPTION", 120), None)],
)
def test_texts_behind_figures_begin_behind_the_header_of_the_figures(
    first: tuple[str, float], cut: float | None
) -> None:
    """Under it they are of one text with them, as 10 MM PLATE."""
    assert behind_figures(LINES, 90, (_head(*first), _head("NAME", 200))) == cut


def test_figures_that_keep_another_channel_free_are_no_column() -> None:
    apart = [*LINES[:-1], [*LINES[-1], *_line(("S235", 190))]]
    heads = _head("QTY", 100), _head("NAME", 200)
    assert behind_figures(apart, 90, heads) is None
    uneven = [_line((str(n), 136 - n), ("Shaft", 142 + n), ("welded", 170)) for n in range(1, 6)]
    assert behind_figures(uneven, 90, heads) is None


@pytest.mark.parametrize("remark", ["", "spare"])
def test_figures_that_end_close_before_the_next_header_are_of_the_column_before(
    remark: str,
) -> None:
    """A spreadsheet's wide column: its header at the left, its figures at the right end."""
    pad = Pad()
    pad.plain([60, 120, 220, 291], 100, [["Part No", "Description", "Quantity", "Remarks"]])
    for n, count in enumerate(["2", "12", "1", "4"], 1):
        y = 100 + 14 * n
        pad.text(60, y, f"BRK-00{n}")
        pad.text(120, y, "Bracket")
        pad.text(289 - stringWidth(count, "Helvetica", 8), y, count)
        pad.text(291, y, remark if n == 2 else "")
    result = pad.read()
    assert cells(result, "quantity", "Remarks") == [
        ["2", ""], ["12", remark], ["1", ""], ["4", ""],
    ]  # fmt: skip
    assert result["tables"][0]["reading"] == "words"


def test_figures_beside_those_of_the_column_before_are_of_the_next_one() -> None:
    figures = [[*_line((str(n), 112)), *_line(("1", 127))] for n in range(1, 6)]
    heads = _head("NO", 108), _head("QTY", 132)
    for head in heads:
        head.name = "quantity"
    assert before_header(figures, heads) is None
    assert before_header([line[1:] for line in figures], heads) == 131.5
