"""Characters into words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bomflow.page.glyph import Glyph
from bomflow.page.glyphs import group_words


def glyphs(text: str, x: float = 10, y: float = 10, size: float = 10, run: int = 1) -> list[Glyph]:
    """Characters half a font size wide on one line."""
    return [
        Glyph(c, x + i * size / 2, y, x + (i + 1) * size / 2, y + size, 0.0, size, run)
        for i, c in enumerate(text)
    ]


def test_blanks_part_words() -> None:
    assert [w.text for w in group_words(glyphs("AB CD"))] == ["AB", "CD"]


@given(st.randoms(use_true_random=False))
def test_order_of_the_glyphs_does_not_matter(dice: object) -> None:
    letters = [g for g in glyphs("CLAMP 12 PCS") if g.char != " "]
    dice.shuffle(letters)  # type: ignore[attr-defined]
    words = sorted(group_words(letters), key=lambda w: w.x0)
    assert [w.text for w in words] == ["CLAMP", "12", "PCS"]


WIDTHS = {"i": 0.22, "l": 0.22, "t": 0.28, "m": 0.83, "f": 0.28}  # of Helvetica; others 0.55


def proportional(text: str, angle: int, size: float = 10) -> list[Glyph]:
    """Characters as wide as those of Helvetica, on one line from (100, 100) on."""
    found, at = [], 0.0
    for c in text:
        end = at + WIDTHS.get(c, 0.55) * size
        x0, top, x1, bottom = {
            0: (100 + at, 100.0, 100 + end, 100 + size),
            90: (100.0, 100 - end, 100 + size, 100 - at),
            180: (100 - end, 100.0, 100 - at, 100 + size),
            270: (100.0, 100 + at, 100 + size, 100 + end),
        }[angle]
        if c != " ":
            found.append(Glyph(c, x0, top, x1, bottom, float(angle), size, 1))
        at = end
    return found


@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize("angle", [0, 90, 180, 270])
@pytest.mark.parametrize("text", ["detail", "illimite", "filtre mill", "see detail A"])
def test_narrow_letters_drawn_from_either_end(text: str, angle: int, step: int) -> None:
    letters = proportional(text, angle)[::step]
    assert sorted(w.text for w in group_words(letters)) == sorted(text.split())


def ligature(before: str, letters: str, after: str, run: int) -> list[Glyph]:
    """A word of which some letters are one glyph: all have the box of that."""
    found = glyphs(before + letters + after, run=run)
    first, last = found[len(before)], found[len(before + letters) - 1]
    return [
        g._replace(x0=first.x0, x1=last.x1) if len(before) <= i < len(before + letters) else g
        for i, g in enumerate(found)
    ]


@pytest.mark.parametrize("letters", ["fi", "ff", "ffi"])
@pytest.mark.parametrize("before", ["", "o"])
def test_letters_of_one_glyph_belong_together(before: str, letters: str) -> None:
    once = ligature(before, letters, "cial", run=1)
    assert [w.text for w in group_words(once)] == [before + letters + "cial"]
    for run in (1, 2):  # printed over itself, in one text or in two
        twice = once + ligature(before, letters, "cial", run)
        assert [w.text for w in group_words(twice)] == [before + letters + "cial"]


def test_same_glyph_of_another_size_elsewhere_is_no_twin() -> None:
    # the same multiple of each size's own tolerance, yet far apart
    far = glyphs("U", x=12 * 5, y=12 * 5, size=5) + glyphs("U", x=12 * 10, y=12 * 10, size=10)
    assert len(group_words(far)) == 2


def test_overprint_counts_once() -> None:
    assert [w.text for w in group_words(glyphs("ABC") + glyphs("ABC", x=10.3))] == ["ABC"]


def test_an_outline_drawn_over_a_letter_for_bold_print_counts_with_it() -> None:
    fill = glyphs("MAT")
    bold = [
        g._replace(x0=g.x0 - 0.1, x1=g.x1 + 0.1, top=g.top + 1.6, bottom=g.bottom - 0.4)
        for g in fill
    ]
    assert [w.text for w in group_words(fill + bold)] == ["MAT"]
    assert [w.text for w in group_words([*fill[:2], *bold[:2], fill[2], bold[2]])] == ["MAT"]


def test_a_kerned_blank_between_touching_letters_parts_words() -> None:
    first = glyphs("FOOT")
    second = glyphs("AND", x=first[-1].x1 + 1.9)
    assert [w.text for w in group_words([*first, *second])] == ["FOOT", "AND"]
    spread = [g._replace(x0=g.x0 + 1.9 * i, x1=g.x1 + 1.9 * i) for i, g in enumerate(first)]
    assert [w.text for w in group_words(spread)] == ["FOOT"]


@pytest.mark.parametrize(
    ("x", "y", "words"),
    [(27.0, 9.5, ["FOOTING"]), (30.0, 9.5, ["FOOT", "ING"]), (27.0, 10.0, ["FOOT", "ING"])],
)
def test_the_blank_of_another_text_on_the_same_place_parts_no_word(
    x: float, y: float, words: list[str]
) -> None:
    """Letters placed one by one, in another order, over the end of a text on another level.

    On the same level the blank is its own, of a font that is wider than the file says.
    """
    blank = glyphs(" ", x=x, y=y)
    text = glyphs("FOOTING")
    assert [w.text for w in group_words([*text[::-1], *blank])] == words


def test_letters_in_the_gaps_of_others_that_the_file_holds_together() -> None:
    """NT1 with room for ii8 in between: every letter stands where it belongs."""
    text = glyphs("NiTi18")
    narrow = {1: 8.0, 3: 8.0}  # points less wide than the others
    placed, x = [], 10.0
    for i, g in enumerate(text):
        width = 5.0 - 3.2 * (i in narrow)
        placed.append(g._replace(x0=x, x1=x + width))
        x += width
    order = [0, 2, 4, 1, 3, 5]
    assert [w.text for w in group_words([placed[i] for i in order])] == ["NiTi18"]


def test_a_figure_is_printed_over_itself_and_no_ligature() -> None:
    assert [w.text for w in group_words(ligature("", "22", "", run=1))] == ["2"]


def test_letters_and_their_marks_are_one_character() -> None:
    assert [w.text for w in group_words(glyphs("Tra\u0308ger 5 \u2126"))] == [
        "Träger",
        "5",
        "\u2126",
    ]


@pytest.mark.parametrize("step", [1, 2])
def test_blanks_of_squeezed_text_are_narrower(step: int) -> None:
    """Text at 60 % of its font's width: a blank of 0.28 em leaves 0.17 em; ``step`` 2: as CAD
    programs place it, every second letter first and no blanks."""
    stretch, at, letters = 0.6, 0.0, []
    for c in "LOAD SCALE TYPE":
        wide = (0.28 if c == " " else 0.6) * 10 * stretch
        glyph = Glyph(c, at, 0, at + wide, 10, 0.0, 10, 1, stretch)
        letters += [glyph] if c != " " else []
        at += wide
    letters = letters[::step] + letters[1::step][::-1] if step > 1 else letters
    words = sorted(group_words(letters), key=lambda w: w.x0)
    assert [w.text for w in words] == ["LOAD", "SCALE", "TYPE"]


@pytest.mark.parametrize(("x", "words"), [(19.6, ["30,00"]), (20.0, ["30", ",00"])])
def test_the_blank_of_another_text_over_touching_characters_parts_no_figure(
    x: float, words: list[str]
) -> None:
    blank = glyphs(" ", x=x, y=9.5)
    text = glyphs("30,00")
    assert [w.text for w in group_words([*text[::-1], *blank])] == words
