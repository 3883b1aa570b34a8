"""Reads drawings with pdfium, which shares nothing with the generator."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

import pypdfium2
import pypdfium2.raw as raw
import pytest

from drawgen.truth import FileTruth

Letter = tuple[str, float, float]


def letters_of(page: pypdfium2.PdfPage) -> list[Letter]:
    """Every letter with the middle of its box on the displayed page, top-left origin, points."""
    width, height = page.get_size()
    fine = 100
    text = page.get_textpage()
    found = []
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    x, y = ctypes.c_int(), ctypes.c_int()
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text.raw, index))
        if letter.isspace() or raw.FPDFText_IsGenerated(text.raw, index):
            continue
        raw.FPDFText_GetLooseCharBox(text.raw, index, box := raw.FS_RECTF())
        left, right, bottom, top = box.left, box.right, box.bottom, box.top
        raw.FPDF_PageToDevice(
            page.raw, 0, 0, round(width * fine), round(height * fine), 0,
            (left + right) / 2, (bottom + top) / 2, x, y,
        )  # fmt: skip
        found.append((letter, x.value / fine, y.value / fine))
    return found


@pytest.fixture
def wrong_lines() -> Callable[..., list[str]]:
    """Function: printed lines that pdfium does not find in their boxes."""

    def check(data: bytes, truth: FileTruth, sideways: int = 0) -> list[str]:
        key: Callable[[Letter], float] = {
            0: lambda m: m[1], 90: lambda m: m[2], 180: lambda m: -m[1], 270: lambda m: -m[2]
        }[sideways]  # fmt: skip
        document = pypdfium2.PdfDocument(data)
        assert len(document) == len(truth.pages)
        wrong = []
        for page, said in zip(document, truth.pages, strict=True):
            assert page.get_size() == pytest.approx((said.width, said.height), abs=0.1)
            letters = letters_of(page)
            for table in said.tables:
                for row in table.rows:
                    for lines in row.lines.values():
                        for text, (x0, top, x1, bottom) in lines:
                            inside = sorted(
                                {m for m in letters if x0 < m[1] < x1 and top < m[2] < bottom},
                                key=key,
                            )
                            read = "".join(m[0] for m in inside)
                            if read != text.replace(" ", ""):
                                wrong.append(f"{text!r} read as {read!r}")
        return wrong

    return check
