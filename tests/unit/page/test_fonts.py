"""Fonts that do not say what they print, and fonts with boxes and sizes of their own."""

from __future__ import annotations

from pathlib import Path

from bomflow.page.pdf import open_document
from bomflow.page.words import Word
from sheets import Pad

_SQUARE = b"500 0 0 0 500 700 d1 0 0 500 700 re f"


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(data), data)


def _font(codes: bytes, scale: float, names: dict[int, str] | None = None) -> bytes:
    """A Type 3 font without standard glyph names; ``names``: its ToUnicode table, object 6."""
    first, last = min(codes), max(codes)
    glyphs = b"".join(b"/g%d 5 0 R" % code for code in codes)
    differences = b"".join(b"%d/g%d " % (code, code) for code in codes)
    widths = b" ".join([b"500"] * (last - first + 1))
    matrix = b"[%f 0 0 %f 0 0]" % (scale, scale)
    table = b"/ToUnicode 6 0 R" if names else b""
    return (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 -200 500 900]/FontMatrix%b/CharProcs<<%b>>"
        b"/Encoding<</Type/Encoding/Differences[%b]>>/FirstChar %d/LastChar %d/Widths[%b]%b"
        b"/Resources<<>>>>" % (matrix, glyphs, differences, first, last, widths, table)
    )


def read(
    path: Path,
    content: bytes,
    codes: bytes,
    scale: float = 0.001,
    names: dict[int, str] | None = None,
) -> tuple[list[Word], int]:
    """The words of a page with Helvetica as /H and a Type 3 font as /T; undecoded characters."""
    names = names or {}
    table = b"".join(b"<%02x> <%04x>\n" % (code, ord(char)) for code, char in names.items())
    cmap = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff>"
        b" endcodespacerange\n%d beginbfchar\n%bendbfchar endcmap" % (len(names), table)
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<<"
        b"/H<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>/T 7 0 R>>>>>>",
        _stream(content),
        _stream(_SQUARE),
        _stream(cmap),
        _font(codes, scale, names),
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    file = path / "fonts.pdf"
    file.write_bytes(data)
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


def test_blanks_that_are_texts_of_their_own_are_not_lost() -> None:
    pad = Pad()
    pad.ruled(300, 50, [40, 100, 40], [["POS", "NAME", "QTY"], ["1", "BOLT", "2"]])
    x = 60.0
    for text in ("WEIGHT", "  ", "OF", " ", "ALL: ", " "):
        pad.text(x, 400, text)
        x += pad.canvas.stringWidth(text, "Helvetica", 8)
    pad.text(x + 4, 400, "SHEET 1")
    assert pad.read()["tables"][0]["check_reasons"] == []
