"""Characters put together to texts by the order of the file or by their places."""

from __future__ import annotations

from bomflow.page.chains import chains, either, linked, overlaps
from bomflow.page.glyph import Glyph


def _run(text: str, x: float, run: int, wide: float = 5.0) -> list[Glyph]:
    return [
        Glyph(c, x + i * wide, 0.0, x + (i + 1) * wide, 10.0, 0.0, 10.0, run)
        for i, c in enumerate(text)
        if c != " "
    ]


def _texts(found: list[list[Glyph]]) -> list[str]:
    return ["".join(g.char for g in text) for text in found]


def test_a_chain_ends_where_the_file_goes_on_elsewhere() -> None:
    assert _texts(chains([_run("ABCDEF", 0, 1) + _run("12", 18, 2)])) == ["ABCDEF", "12"]


def test_a_step_back_of_kerning_does_not_end_a_chain() -> None:
    assert _texts(chains([_run("AV", 0, 1) + _run("A", 9, 2)])) == ["AVA"]


def test_a_chain_ends_with_its_stretch_of_the_file() -> None:
    assert _texts(chains([_run("AB", 0, 1), _run("CD", 13, 2)])) == ["AB", "CD"]


def test_characters_of_two_texts_in_the_order_of_their_places_come_apart() -> None:
    one = [g._replace(run=i) for i, g in enumerate(_run("L=1075", 0, 0))]
    two = [g._replace(run=10 + i) for i, g in enumerate(_run("ISO", 23, 0))]
    mixed = sorted(one + two, key=lambda g: g.x0)
    assert overlaps(mixed) > 1
    assert _texts(linked(mixed)) == ["L=1075", "ISO"]


def test_words_in_any_order_go_on_behind_a_blank() -> None:
    pieces = _run("DN80", 35, 3) + _run("NECK", 11, 2) + _run("12", 48, 4)
    assert _texts(linked(pieces)) == ["NECKDN80", "12"]


def test_letters_of_a_ligature_do_not_end_a_chain() -> None:
    f, fl = _run("Auf", 0, 1), _run("l", 10, 1)
    own = [*f, fl[0]._replace(x0=f[-1].x0, x1=f[-1].x1), *_run("ager", 15, 1)]
    assert _texts(chains([own])) == ["Auflager"]


def test_two_texts_that_begin_a_blank_behind_a_word_may_each_be_the_rest_of_it() -> None:
    text = _run("SIZE", 0, 1) + _run("651", 23, 2)
    assert either([text, _run("9", 23.5, 3)])
    assert not either([text, _run("9", 25, 3)])
    assert not either([_run("SIZE 651", 0, 1), _run("9", 25.5, 3)])  # drawn in one go
