"""The engine's own numbers, and the short cuts taken for speed."""

from __future__ import annotations

import ctypes

import pypdfium2_raw as raw
from hypothesis import given
from hypothesis import strategies as st

from bomflow.page import pdfium
from bomflow.page.geometry import Frame


def test_the_numbers_are_those_of_the_engine() -> None:
    assert (pdfium.TEXT, pdfium.PATH) == (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH)
    assert (pdfium.IMAGE, pdfium.FORM) == (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM)
    assert (pdfium.LINE_TO, pdfium.MOVE_TO) == (raw.FPDF_SEGMENT_LINETO, raw.FPDF_SEGMENT_MOVETO)
    assert {
        raw.FPDFBitmap_Gray: 1,
        raw.FPDFBitmap_BGR: 3,
        raw.FPDFBitmap_BGRx: 4,
        raw.FPDFBitmap_BGRA: 4,
    } == pdfium.PIXEL_BYTES
    assert (pdfium.SUCCESS, pdfium.FILE_ERROR) == (raw.FPDF_ERR_SUCCESS, raw.FPDF_ERR_FILE)
    errors = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
    assert errors == (pdfium.PASSWORD_ERROR, pdfium.SECURITY_ERROR)


def test_rows_are_written_through_the_addresses_of_their_columns() -> None:
    rows = pdfium.Rows(3, 2)
    for column, addresses in enumerate(rows.columns):
        assert len(addresses) == 3
        for row, address in enumerate(addresses):
            ctypes.c_float.from_address(address).value = 10 * row + column
    assert list(rows.read()) == [(0, 1), (10, 11), (20, 21)]


NUMBERS = st.floats(-1e4, 1e4)


@given(st.tuples(*[NUMBERS] * 4), st.integers(0, 3), st.tuples(*[NUMBERS] * 4))
def test_a_box_is_the_box_around_its_displayed_corners(
    page: tuple[float, ...], turns: int, box: tuple[float, ...]
) -> None:
    frame = Frame(*page, turns)
    (ax, ay), (bx, by) = frame.point(*box[:2]), frame.point(*box[2:])
    assert frame.box(*box) == (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
