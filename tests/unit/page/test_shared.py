"""Characters that two texts share, one printed over the other."""

from __future__ import annotations

import pytest

from bomflow.page.chains import Text
from bomflow.page.glyph import Glyph, printed_once
from bomflow.page.shared import with_shared, without_copies


def _run(text: str, x: float, run: int, wide: float = 5.0) -> Text:
    """Characters side by side, ``wide`` points each; a blank leaves room."""
    return [
        Glyph(c, x + i * wide, 0.0, x + (i + 1) * wide, 10.0, 0.0, 10.0, run)
        for i, c in enumerate(text)
        if c != " "
    ]


def _said(stretches: list[Text]) -> list[str]:
    return ["".join(g.char for g in stretch) for stretch in stretches]


def test_the_room_of_a_character_of_the_text_below_is_filled() -> None:
    found, certain = with_shared([_run("L=2310", 0, 1) + _run("7 65", 20.3, 2)], [20.0])
    assert (_said(found), certain) == (["L=23107065"], True)
    assert [g.run for g in found[0]][6:] == [2, 2, 2, 2]


def test_room_that_no_character_fills_is_a_blank() -> None:
    assert _said(with_shared([_run("L=2310", 0, 1) + _run("A 65", 22, 2)], [])[0]) == ["L=2310A65"]


def test_a_narrow_one_might_be_a_blank() -> None:
    found, certain = with_shared([_run("Lil", 0, 1, 3.0) + _run("i 65", 0.5, 2, 3.0)], [])
    assert (_said(found), certain) == (["Lili65"], False)


def test_a_text_over_another_one_may_begin_with_a_character_of_that() -> None:
    assert with_shared([_run("L=2310", 0, 1) + _run("65", 25, 2)], [])[1] is False
    assert with_shared([_run("L=2310", 0, 1) + _run("65", 27, 2)], [])[1] is True
    assert with_shared([_run("L=2310", 0, 1) + _run("65", 25, 2)], [25.0])[1] is True


@pytest.mark.parametrize("gap", [0.0, 3.0])
def test_texts_beside_each_other_share_nothing(gap: float) -> None:
    stretches = [_run("L=2310", 0, 1) + _run("3065", 30 + gap, 2)]
    assert with_shared(stretches, []) == (stretches, True)


def test_eight_characters_away_nothing_was_left_out() -> None:
    stretches = [_run("0", 5, 1) + _run("ABCDEFGH", 50, 3) + _run("3 65", 0, 2)]
    assert with_shared(stretches, []) == (stretches, True)


def test_an_overprint_is_no_text_of_its_own_but_one_character_alike_is() -> None:
    text, again, other = _run("L=2310", 0, 1), _run("L=2310", 0.3, 2), _run("3065", 20, 3)
    for stretches, said in (([text, again], ["L=2310", ""]), ([text, other], ["L=2310", "3065"])):
        once = printed_once(g for stretch in stretches for g in stretch)
        assert _said(without_copies(stretches, once)) == said
    by_character = [[g for pair in zip(text, again, strict=True) for g in pair]]
    once = printed_once(by_character[0])
    assert _said(without_copies(by_character, once)) == ["L=2310"]
