"""Words as pdfminer and pdfplumber read them, against those of the PDF engine."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from bomflow.page.frames import Turn
from bomflow.page.pdf import open_document
from bomflow.page.words import Word
from bomflow.second.text import read_words
from bomflow.second.words import Shown, as_shown
from drawgen.draw import draw_drawing
from drawgen.spec import Drawing, Sheet, Table
from fontpage import font_page
from sheets import Pad

EVERYWHERE = (-1e9, -1e9, 1e9, 1e9)


def both(path: str, angle: int = 0) -> tuple[list[Word], list[Word]]:
    """Words of page 1 in the reading frame: the engine's and the second reading's."""
    with open_document(path) as document, document.page(1) as page:
        turn = Turn(angle, page.width, page.height)
        return turn.words(page.words()), read_words(path, 1, page.frame, turn, EVERYWHERE)


def texts(words: list[Word]) -> list[str]:
    return sorted(w.text for w in words)


@pytest.mark.parametrize("placement", ["run", "word", "char"])
@pytest.mark.parametrize(
    ("rotate", "sideways", "angle"), [(0, 0, 0), (90, 0, 0), (270, 0, 0), (180, 90, 270)]
)
def test_two_engines_read_the_same_words_in_the_same_places(
    tmp_path: Path, rotate: int, sideways: int, angle: int, placement: str
) -> None:
    sheet = Sheet(
        rotate=rotate, sideways=sideways, origin=(-300.0, 40.0), segments=300,
        placement=placement, tables=(Table(rows=6, language="de"),), decoys=frozenset({"notes"}),
    )  # fmt: skip
    data, _ = draw_drawing(Drawing((sheet,)))
    path = tmp_path / "sheet.pdf"
    path.write_bytes(data)
    first, second = both(str(path), angle)
    assert len(first) > 30
    assert texts(first) == texts(second)
    shown = Shown(first)
    assert all(any(w.text == word.text for w in shown.over(word)) for word in second)


def test_overprinted_text_counts_once_and_invisible_text_never() -> None:
    pad = Pad()
    for x in (100, 100.2):
        pad.text(x, 100, "CLAMP DN 50")
    hidden = pad.canvas.beginText(100, 300)
    hidden.setTextRenderMode(3)
    hidden.textOut("hidden")
    pad.canvas.drawText(hidden)
    pad.canvas.save()
    _, second = both(pad.path)
    Path(pad.path).unlink()
    assert texts(second) == ["50", "CLAMP", "DN"]


def test_a_glyph_of_which_the_font_says_nothing_is_no_character_of_another_font(
    tmp_path: Path,
) -> None:
    path = tmp_path / "fonts.pdf"
    path.write_bytes(font_page(b"BT /T 10 Tf 50 100 Td (mm\\262) Tj ET", b"m\xb2"))
    first, second = both(str(path))
    assert texts(first) == texts(second) == ["mm\ufffd"]


def test_an_accent_that_is_drawn_alone_is_of_its_letter() -> None:
    pad = Pad()
    pad.text(100, 100, "Piece")
    pad.text(100 + stringWidth("Pi", "Helvetica", 8) + 0.9, 100, "`")
    pad.canvas.save()
    first, second = both(pad.path)
    Path(pad.path).unlink()
    assert texts(first) == texts(second) == ["Pièce"]


def test_only_the_region_is_read() -> None:
    pad = Pad()
    pad.text(100, 100, "inside")
    pad.text(100, 400, "outside")
    pad.canvas.save()
    with open_document(pad.path) as document, document.page(1) as page:
        turn = Turn(0, page.width, page.height)
        words = read_words(pad.path, 1, page.frame, turn, (50, 50, 300, 150))
    Path(pad.path).unlink()
    assert texts(words) == ["inside"]


def test_a_page_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    pad = Pad()
    pad.text(100, 100, "one page")
    pad.canvas.save()
    with open_document(pad.path) as document, document.page(1) as page:
        frame, turn = page.frame, Turn(0, page.width, page.height)
    with pytest.raises(LookupError, match="page 2"):
        read_words(pad.path, 2, frame, turn, EVERYWHERE)
    Path(pad.path).unlink()


def test_words_that_the_page_does_not_show_are_left_out() -> None:
    shown = [Word("POS", 10, 10, 30, 20), Word("100", 10, 30, 30, 40), Word("45", 10, 50, 30, 60)]
    second = [
        Word("POS", 10.4, 10.5, 30.2, 19), Word("10", 10, 30, 23, 40), Word("0", 25, 30, 30, 40),
        Word("4H5ID", 10, 50, 34, 60), Word("gone", 90, 10, 99, 20),
    ]  # fmt: skip
    kept = as_shown(second, Shown(shown), all_decoded=True)
    assert kept == [shown[0], second[1], second[2], shown[2]]
    assert as_shown(second, Shown(shown), all_decoded=False) == [shown[0], *second[1:]]


def test_shown_finds_words_of_any_size_by_place() -> None:
    rng = random.Random(4)
    words = [
        Word(str(i), x, y, x + rng.uniform(1, 90), y + rng.uniform(1, 30))
        for i in range(200)
        for x, y in [(rng.uniform(-200, 900), rng.uniform(-50, 600))]
    ]
    shown = Shown(words)
    assert all(word in shown.over(word) for word in words)
