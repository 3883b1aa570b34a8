"""Text on layers that the file does not show is hidden, however the catalog says so."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from bomflow.page.layers import Layers
from bomflow.page.pdf import open_document
from drawgen.broken import pdf

CONTENT = (
    "BT /F1 9 Tf 20 80 Td (SHOWN) Tj ET /OC /P0 BDC BT /F1 9 Tf 20 50 Td (OLD) Tj ET EMC"
    " /OC /P1 BDC BT /F1 9 Tf 20 20 Td (ON) Tj ET EMC"
)
GROUPS = "/OCGs [6 0 R 7 0 R]"


def drawing(catalog: str, names: tuple[str, str] = ("(OLD REV)", "(NEW)")) -> bytes:
    """A page with text on no layer, on the first and on the second one."""
    return pdf(
        [
            f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources <<"
            " /Font << /F1 5 0 R >> /Properties << /P0 6 0 R /P1 7 0 R >> >> >>",
            f"<< /Length {len(CONTENT)} >>\nstream\n{CONTENT}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            *(f"<< /Type /OCG /Name {name} >>" for name in names),
        ]
    )


def shown(path: Path, data: bytes) -> list[str]:
    path.write_bytes(data)
    with open_document(str(path)) as document, document.page(1) as page:
        return [word.text for word in page.words()]


@pytest.mark.parametrize(
    ("default", "texts"),
    [
        ("<< >>", ["SHOWN", "OLD", "ON"]),
        ("<< /OFF [] >>", ["SHOWN", "OLD", "ON"]),
        ("<< /OFF [6 0 R] >>", ["SHOWN", "ON"]),
        ("<< /BaseState /OFF /ON [7 0 R] >>", ["SHOWN", "ON"]),
        ("<< /BaseState /OFF >>", ["SHOWN"]),
        ("<< /OFF 17 >>", ["SHOWN", "OLD", "ON"]),
    ],
)
def test_layers_that_are_off(tmp_path: Path, default: str, texts: list[str]) -> None:
    data = drawing(f"/OCProperties << {GROUPS} /D {default} >>")
    assert shown(tmp_path / "layers.pdf", data) == texts


def test_a_layer_of_the_name_of_one_that_is_shown_is_shown(tmp_path: Path) -> None:
    data = drawing(f"/OCProperties << {GROUPS} /D << /OFF [6 0 R] >> >>", ("(A)", "(A)"))
    assert shown(tmp_path / "layers.pdf", data) == ["SHOWN", "OLD", "ON"]


@pytest.mark.parametrize("name", ["<FEFF00C400DF>", "(\\304)", "(\\(A)", "<FEFF0041>"])
def test_names_in_any_encoding(tmp_path: Path, name: str) -> None:
    data = drawing(f"/OCProperties << {GROUPS} /D << /OFF [6 0 R] >> >>", (name, "(A)"))
    assert shown(tmp_path / "layers.pdf", data) == ["SHOWN", "ON"]


def test_no_catalog_to_read(tmp_path: Path) -> None:
    assert shown(tmp_path / "none.pdf", drawing("")) == ["SHOWN", "OLD", "ON"]
    packed = tmp_path / "packed.pdf"
    packed.write_bytes(zlib.compress(drawing("")))
    assert Layers(str(packed)).off == frozenset() == Layers(str(tmp_path / "gone.pdf")).off
