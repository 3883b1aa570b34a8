"""A page with Helvetica as /H and a Type 3 font as /T, written by hand."""

from __future__ import annotations

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


def font_page(
    content: bytes, codes: bytes, scale: float = 0.001, names: dict[int, str] | None = None
) -> bytes:
    """The page as a PDF; the Type 3 font has a square for each of ``codes``.

    ``names``: its ToUnicode table; without it the font does not say what it prints.
    """
    names = names or {}
    table = b"".join(
        b"<%02x> <%b>\n" % (code, text.encode("utf-16-be").hex().encode())
        for code, text in names.items()
    )
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
    return data
