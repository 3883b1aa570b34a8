"""Codes as the engine gives them, the impossible ones included."""

from __future__ import annotations

from pathlib import Path

import pytest

from bomflow.page.characters import _character
from bomflow.page.pdf import open_document
from drawgen.broken import pdf
from sheets import Pad


@pytest.mark.parametrize("code", [0xD800, 0xDFFF, 0x110000, 0xFFFFFFFF])
def test_codes_that_are_no_characters_are_replaced(code: int) -> None:
    """Broken fonts map to lone surrogates and beyond Unicode's end."""
    assert _character(code) == "\N{REPLACEMENT CHARACTER}"


def test_blanks_that_the_engine_makes_up_say_no_size() -> None:
    """A word is printed again where the next array begins, as cairo writes bold by overprint."""
    pad = Pad()
    pad.canvas.setFont("Helvetica", 8)
    pad.canvas.addLiteral(
        "BT 7.5 0 0 7.5 100 500 Tm /F1 1 Tf [(POS)-1000(QTY)]TJ"
        " 3.112 0 Td [(QTY)-3000(WEIGHT)]TJ ET"
    )
    pad.canvas.showPage()
    pad.canvas.save()
    with open_document(pad.path) as document, document.page(1) as page:
        words = page.words()
    Path(pad.path).unlink()
    assert [word.text for word in words] == ["POS", "QTY", "WEIGHT"]
    assert {word.size for word in words} == {7.5}


@pytest.mark.parametrize("matrix", ["0 0 1 0", "0 0 1 900", "0 0 0 0", "9 0 0 0", "9 9 9 9"])
def test_text_without_an_area_does_no_harm(matrix: str) -> None:
    pad = Pad()
    pad.canvas.setFont("Helvetica", 8)
    pad.canvas.addLiteral(f"BT {matrix} 100 500 Tm /F1 1 Tf (FLAT) Tj ET")
    pad.canvas.drawString(100, 300, "ROUND")
    pad.canvas.showPage()
    pad.canvas.save()
    with open_document(pad.path) as document, document.page(1) as page:
        words = page.words()
    Path(pad.path).unlink()
    assert "ROUND" in [word.text for word in words]


@pytest.mark.parametrize("within", ["1 0 0 -1 0 200 cm", "2 0 0 2 30 10 cm", ""])
def test_what_a_text_in_a_form_is_said_to_be_stands_where_it_is_drawn(
    within: str, tmp_path: Path
) -> None:
    """/ActualText, as cairo writes it in a group; the engine forgets the matrix of the form."""
    up = -10 if "-1" in within else 10
    text = (
        f"BT /F 1 Tf 10 0 0 {up} 20 50 Tm (AB)Tj /Span << /ActualText (C) >> BDC (C)Tj EMC (D)Tj ET"
    )
    page = f"{within} /X Do"
    path = tmp_path / "form.pdf"
    path.write_bytes(
        pdf(
            [
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R"
                " /Resources << /XObject << /X 5 0 R >> >> >>",
                f"<< /Length {len(page)} >>\nstream\n{page}\nendstream",
                "<< /Type /XObject /Subtype /Form /BBox [0 0 300 200] /Resources << /Font <<"
                " /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
                f" /Length {len(text)} >>\nstream\n{text}\nendstream",
            ]
        )
    )
    with open_document(str(path)) as document, document.page(1) as page_:
        assert [word.text for word in page_.words()] == ["ABCD"]
        assert page_.hidden_characters == 0
