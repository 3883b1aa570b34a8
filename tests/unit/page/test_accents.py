"""Accents that are drawn as characters of their own."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from bomflow.page.accents import accented, over
from bomflow.page.glyph import Glyph
from sheets import Pad, cells


def _glyph(char: str, middle: float, foot: float = 20.0, angle: float = 0.0) -> Glyph:
    """A letter, or an accent that is as wide as it, by its middle along the line."""
    along, across = (middle - 2.5, middle + 2.5), (foot - 9, foot)
    if angle == 90:
        (left, right), (top, bottom) = across, (-along[1], -along[0])
    else:
        (left, right), (top, bottom) = along, across
    return Glyph(char, left, top, right, bottom, angle, 10.0, 1)


def _said(*glyphs: Glyph) -> str:
    return "".join(g.char for g in accented(glyphs))


@pytest.mark.parametrize("angle", [0.0, 90.0])
@pytest.mark.parametrize(
    ("mark", "letter", "both"), [("´", "e", "é"), ("¸", "C", "Ç"), ("ˇ", "r", "ř"), ("´", "ı", "í")]
)
def test_an_accent_on_the_middle_of_a_letter_is_of_it(
    mark: str, letter: str, both: str, angle: float
) -> None:
    before, behind = _glyph("N", 0, angle=angle), _glyph("s", 10, angle=angle)
    drawn = _glyph(letter, 5, angle=angle)
    for foot in (20.0, 17.5):  # raised over a capital
        accent = _glyph(mark, 5.3, foot, angle)
        assert _said(before, accent, drawn, behind) == f"N{both}s"
        assert _said(before, drawn, behind, accent) == f"N{both}s"
        assert _said(accent, before, drawn, behind) == f"N{both}s"


@pytest.mark.parametrize(
    "mark",
    [
        _glyph("´", 10),  # beside it, as for feet
        _glyph("´", 5, 32),  # on the next line
        _glyph("´", 5)._replace(size=5.0),  # of a smaller text
        _glyph("°", 5),  # no accent
    ],
)
def test_elsewhere_it_stays_a_character(mark: Glyph) -> None:
    assert _said(_glyph("e", 5), mark) == "e" + mark.char


def test_letters_that_bear_no_such_accent_keep_it_apart() -> None:
    assert [over("8", "´"), over("z", "¸"), over("e", "x")] == ["", "", ""]
    assert _said(_glyph("8", 5), _glyph("´", 5)) == "8´"


def test_one_that_no_letter_follows_within_a_line_is_left_in_its_place() -> None:
    line = [_glyph("e", 20.0 * n) for n in range(1, 400)]
    assert _said(_glyph("´", 0), *line) == "´" + "e" * 399


def test_a_list_whose_accents_are_drawn_alone() -> None:
    rows = [["REP", "QTE", "DESIGNATION", "MATIERE"], ["1", "2", "Tole", "Acier"]]
    rows += [["2", "4", "Piece", "Fonte"], ["3", "1", "Bati", "Acier"]]
    pad = Pad()
    xs = [60.0, 100.0, 140.0, 330.0]
    pad.plain(xs, 60, rows)
    for column, row, place, mark, raised in (
        (1, 0, 2, "´", 1.5), (2, 0, 1, "´", 1.5), (3, 0, 4, "`", 1.5),
        (2, 1, 1, "ˆ", 0.0), (2, 2, 2, "`", 0.0),
    ):  # fmt: skip
        said = rows[row][column]
        x = xs[column] + stringWidth(said[:place], "Helvetica", 8)
        wide = stringWidth(said[place], "Helvetica", 8) - stringWidth(mark, "Helvetica", 8)
        pad.text(x + wide / 2, 60 + 14 * row - raised, mark)
    read = pad.read()
    assert read["tables"][0]["reading"] == "words"
    assert [h["text"] for h in read["tables"][0]["header"]] == [
        "REP",
        "QTÉ",
        "DÉSIGNATION",
        "MATIÈRE",
    ]
    assert cells(read, "position", "description") == [["1", "Tôle"], ["2", "Pièce"], ["3", "Bati"]]
