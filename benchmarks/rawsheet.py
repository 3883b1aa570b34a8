"""A sheet with any text at all: a font that prints every UTF-16 unit as itself.

Real fonts cannot print control characters, lone surrogates or right-to-left marks; a hostile or
broken one claims to, and that is what the reader then gets.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from drawgen.broken import pdf

# A range of a CMap may not cross a change of the first byte, hence 256 of them.
_TO_UNICODE = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    + "".join(
        f"64 beginbfrange\n{lines}endbfrange\n"
        for start in range(0, 256, 64)
        for lines in [
            "".join(f"<{h:02X}00> <{h:02X}FF> <{h:02X}00>\n" for h in range(start, start + 64))
        ]
    )
    + "endcmap end end"
)


class Text(NamedTuple):
    """One text: its foot in points from the top left, size in points, angle in degrees."""

    x: float
    y: float
    text: str
    size: float = 8.0
    angle: float = 0.0


Line = tuple[float, float, float, float]
"""x0, y0, x1, y1 in points from the top left."""


def sheet(
    texts: Sequence[Text],
    lines: Sequence[Line] = (),
    width: float = 800.0,
    height: float = 600.0,
    rotate: int = 0,
) -> bytes:
    """A PDF of one page with these texts and lines; lone surrogates are allowed."""
    content = [
        f"{x0:.2f} {height - y0:.2f} m {x1:.2f} {height - y1:.2f} l S" for x0, y0, x1, y1 in lines
    ]
    for t in texts:
        c, s = math.cos(math.radians(t.angle)), math.sin(math.radians(t.angle))
        code = t.text.encode("utf-16-be", "surrogatepass").hex()
        matrix = f"{c:.4f} {s:.4f} {-s:.4f} {c:.4f} {t.x:.2f} {height - t.y:.2f}"
        content.append(f"BT /F {t.size:.2f} Tf {matrix} Tm <{code}> Tj ET")
    return pdf(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Rotate {rotate} "
            "/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
            _stream("\n".join(content)),
            "<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H "
            "/DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Odd /DW 500 "
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            "/FontDescriptor 8 0 R >>",
            _stream(_TO_UNICODE),
            "<< /Type /FontDescriptor /FontName /Odd /Flags 4 /FontBBox [0 -200 1000 800] "
            "/ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
        ]
    )


def parts_list(
    cells: Sequence[Sequence[str]],
    header: Sequence[str] = ("POS", "ARTICLE NUMBER", "QTY", "DESCRIPTION", "WEIGHT"),
    widths: Sequence[float] = (40, 120, 60, 400, 80),
) -> bytes:
    """A ruled parts list of these cells, one line of text in each."""
    xs = [40.0]
    for wide in widths:
        xs.append(xs[-1] + wide)
    ys = [60.0 + 16 * n for n in range(len(cells) + 2)]
    texts = [
        Text(x + 3, y + 11, text)
        for y, row in zip(ys, [header, *cells], strict=False)
        for x, text in zip(xs, row, strict=False)
    ]
    lines = [(x, ys[0], x, ys[-1]) for x in xs] + [(xs[0], y, xs[-1], y) for y in ys]
    return sheet(texts, lines)


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"
