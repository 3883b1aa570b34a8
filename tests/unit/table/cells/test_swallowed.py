"""Figures at the end of a column that the names at the beginning of the next one swallow."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from bomflow.page.words import Word
from bomflow.table.cells.touching import WHOLE, Parted
from sheets import Pad, cells

PARTS = ["Arduino Uno", "IR sensor", "608 bearing", "Motor driver"]


def _sheet(names: list[str], gap: float = 1.5) -> Pad:
    """A sheet of a spreadsheet: figures at the right, texts at the left end of their cells."""
    pad = Pad()
    for x, head in zip((60, 100, 250, 340), ("S.No.", "Component", "Material", "Qty"), strict=True):
        pad.text(x, 100, head)
    for n, name in enumerate(names, 1):
        y = 100 + 12 * n
        pad.text(100 - gap - stringWidth(str(n), "Helvetica", 8), y, str(n))
        pad.text(100, y, name)
        pad.text(250, y, "PLA")
        pad.text(340, y, str(2 * n))
    return pad


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("count", [4, 11])
def test_positions_close_to_the_names_are_cut_off(ruled: bool, count: int) -> None:
    names = [PARTS[n % 4] for n in range(count)]
    pad = _sheet(names)
    if ruled:
        pad.grid([58, 99.3, 248, 338, 400], [91 + 12 * n for n in range(count + 2)])
    result = pad.read()
    assert result["tables"][0]["reading"] == "words"
    assert result["tables"][0]["check_status"] == "consistent"
    assert cells(result, "position", "description", "quantity") == [
        [str(n), name, str(2 * n)] for n, name in enumerate(names, 1)
    ]


def test_names_that_begin_with_figures_at_other_places_stay_whole() -> None:
    pad = Pad()
    for x, head in zip((60, 100, 340), ("S.No.", "Component", "Qty"), strict=True):
        pad.text(x, 100, head)
    for n, (size, name) in enumerate([("6", "mm ply"), ("12", "mm ply"), ("4", "mm MDF")], 1):
        pad.text(100, 100 + 12 * n, size)
        pad.text(101.5 + stringWidth(size, "Helvetica", 8), 100 + 12 * n, name)
        pad.text(340, 100 + 12 * n, "2")
    assert cells(pad.read(), "description") == [["6mm ply"], ["12mm ply"], ["4mm MDF"]]


@pytest.mark.parametrize("ruled", [True, False])
def test_a_list_of_which_all_figures_touch_the_next_text_is_read(ruled: bool) -> None:
    """Neither positions nor quantities look like any before the words are cut."""
    pad = Pad()
    if ruled:
        pad.grid([60, 79.3, 200, 239.3, 320], [91 + 12 * n for n in range(6)])
    for x, head in zip((62, 80, 202, 240), ("#", "Part", "Qty", "Vendor"), strict=True):
        pad.text(x, 100, head)
    for n, name in enumerate(PARTS, 1):
        for x, figure, text in ((80, str(n), name), (240, str(2 * n), "eBay")):
            pad.text(x - 1.5 - stringWidth(figure, "Helvetica", 8), 100 + 12 * n, figure)
            pad.text(x, 100 + 12 * n, text)
    result = pad.read()
    assert result["tables"][0]["reading"] == "words"
    assert result["tables"][0]["check_status"] == "consistent"
    assert cells(result, "position", "description", "quantity", "Vendor") == [
        [str(n), name, str(2 * n), "eBay"] for n, name in enumerate(PARTS, 1)
    ]


@pytest.mark.parametrize("bare", [0, 3])
@pytest.mark.parametrize("head", [180, 215])
def test_quantities_that_touch_the_next_text_are_cut_off(head: float, bare: int) -> None:
    """Also where a row (``bare``) has none."""
    pad = Pad()
    for x, said in zip((50, 80, head, 240), ("#", "Part", "Qty", "Vendor"), strict=True):
        pad.text(x, 100, said)
    wanted = []
    for n, name in enumerate(PARTS, 1):
        count = "" if n == bare else str(7 * n)
        pad.text(50, 100 + 12 * n, str(n))
        pad.text(80, 100 + 12 * n, name)
        pad.text(238.5 - stringWidth(count, "Helvetica", 8), 100 + 12 * n, count)
        pad.text(240, 100 + 12 * n, "eBay")
        wanted.append([str(n), count, "eBay"])
    result = pad.read()
    assert result["tables"][0]["reading"] == "words"
    assert cells(result, "position", "quantity", "Vendor") == wanted


def test_words_cut_one_after_the_other_are_those_of_the_page() -> None:
    one, two = Word("1Rod", 0, 0, 20, 8), Word("2Nut", 30, 0, 50, 8)
    a, b, c, d = (Word(text, 0, 0, 8, 8) for text in ("1", "Rod", "2", "Nut"))
    assert WHOLE.after({0: [a, b]}, [one, two]).words([one, two]) == [a, b, two]
    cut = Parted({2: [c, d]}, []).after({0: [a, b]}, [one, two])
    assert cut.words([one, two]) == [a, b, c, d]
