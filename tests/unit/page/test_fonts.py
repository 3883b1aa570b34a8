"""Fonts that do not say what they print, and fonts with boxes and sizes of their own."""

from __future__ import annotations

from pathlib import Path

from bomflow.page.pdf import open_document
from bomflow.page.words import Word
from fontpage import font_page
from sheets import Pad


def read(
    path: Path,
    content: bytes,
    codes: bytes,
    scale: float = 0.001,
    names: dict[int, str] | None = None,
) -> tuple[list[Word], int]:
    """The words of such a page; undecoded characters."""
    file = path / "fonts.pdf"
    file.write_bytes(font_page(content, codes, scale, names))
    with open_document(str(file)) as document, document.page(1) as page:
        return page.words(), page.undecoded_characters


def test_glyphs_without_a_meaning_are_seen(tmp_path: Path) -> None:
    words, unknown = read(
        tmp_path, b"BT /H 10 Tf 50 100 Td (PN-) Tj /T 10 Tf (\x01\x02) Tj ET", b"\x01\x02"
    )
    assert [w.text for w in words] == ["PN-\ufffd\ufffd"]
    assert unknown == 2


def test_code_of_a_font_without_a_table_is_the_character(tmp_path: Path) -> None:
    words, unknown = read(tmp_path, b"BT /T 10 Tf 50 100 Td (K12) Tj ET", b"K12")
    assert [w.text for w in words] == ["K12"]
    assert unknown == 0


def test_ligatures_of_a_font_without_a_table_are_unknown(tmp_path: Path) -> None:
    words, unknown = read(
        tmp_path, b"BT /T 10 Tf 50 100 Td (SCREW \x1cT\377) Tj ET", b"\x1cCERSTW\xff"
    )
    assert [w.text for w in words] == ["SCREW", "\ufffdT\ufffd"]
    assert unknown == 2


def test_code_beside_decoded_characters_is_none(tmp_path: Path) -> None:
    words, unknown = read(
        tmp_path, b"BT /T 10 Tf 50 100 Td (K12) Tj ET", b"K12", names={ord("K"): "K"}
    )
    assert [w.text for w in words] == ["K\ufffd\ufffd"]
    assert unknown == 2


def test_size_of_a_font_in_its_own_units(tmp_path: Path) -> None:
    words, _ = read(tmp_path, b"BT /T 0.01 Tf 50 100 Td (K12) Tj ET", b"K12", scale=1.0)
    assert 7 < words[0].size < 13
    assert [w.text for w in words] == ["K12"]


def test_radicals_are_the_characters_they_look_like(tmp_path: Path) -> None:
    words, _ = read(tmp_path, b"BT /T 10 Tf 50 100 Td (K) Tj ET", b"K", names={ord("K"): "\u2f40"})
    assert [w.text for w in words] == ["\u652f"]


def test_one_glyph_may_be_several_letters(tmp_path: Path) -> None:
    names = {1: "ffi", 2: "c", 3: "o", 4: "e"}
    words, unknown = read(
        tmp_path, b"BT /T 10 Tf 50 100 Td (\3\1\2\4) Tj ET", b"\1\2\3\4", names=names
    )
    assert [w.text for w in words] == ["office"]
    assert unknown == 0


def glyph_numbers(text: str) -> bytes:
    """A text as glyph numbers in the order of Apple's standard glyphs."""
    return bytes(ord(char) - 29 for char in text)


def show(text: bytes, x: int = 50, y: int = 100) -> bytes:
    """The operators that print a text in the font /T."""
    return b"BT /T 10 Tf %d %d Td <%b> Tj ET\n" % (x, y, text.hex().encode())


def test_digits_as_control_codes_tell_glyph_numbers(tmp_path: Path) -> None:
    text = glyph_numbers("ITEM 20.5")
    words, unknown = read(tmp_path, show(text), bytes(sorted(set(text))))
    assert [w.text for w in words] == ["ITEM", "20.5"]
    assert unknown == 0


def test_glyphs_counted_as_they_are_used_are_not_in_the_usual_order(tmp_path: Path) -> None:
    text = bytes(range(1, 30))
    words, unknown = read(tmp_path, show(text), text)
    assert {char for w in words for char in w.text} <= {"\ufffd"}
    assert unknown > 20


def test_blanks_that_are_texts_of_their_own_are_not_lost() -> None:
    pad = Pad()
    pad.ruled(300, 50, [40, 100, 40], [["POS", "NAME", "QTY"], ["1", "BOLT", "2"]])
    x = 60.0
    for text in ("WEIGHT", "  ", "OF", " ", "ALL: ", " "):
        pad.text(x, 400, text)
        x += pad.canvas.stringWidth(text, "Helvetica", 8)
    pad.text(x + 4, 400, "SHEET 1")
    assert pad.read()["tables"][0]["check_reasons"] == []
