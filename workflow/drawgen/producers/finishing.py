"""What is done to finished files: pages turned, their boxes shifted, files joined. By pdfium."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as raw

from ..ink import Page
from ..spec import Sheet


def dressed(data: bytes, sheets: Sequence[Sheet]) -> bytes:
    """The file with the /Rotate and the page boxes of its sheets, for producers without either."""
    if not any(sheet.rotate or any(sheet.origin) for sheet in sheets):
        return data
    document = pypdfium2.PdfDocument(data)
    for page, sheet in zip(document, sheets, strict=True):
        page.set_rotation(sheet.rotate % 360)
        x, y = sheet.origin
        left, bottom, right, top = page.get_mediabox()
        box = (left + x, bottom + y, right + x, top + y)
        shift = raw.FS_MATRIX(1, 0, 0, 1, x, y)
        if not raw.FPDFPage_TransFormWithClip(page, shift, raw.FS_RECTF(*box)):
            raise ValueError("pdfium cannot shift a page")
        page.set_mediabox(*box)
        page.set_cropbox(*box)
    return _saved(document)


def annotated(data: bytes, pages: Sequence[Page]) -> bytes:
    """The file with an annotation for each note, in the manner of AutoCAD's for SHX fonts."""
    if not any(page.notes for page in pages):
        return data
    document = pypdfium2.PdfDocument(data)
    for sheet, page in zip(document, pages, strict=True):
        for note in page.notes:
            x0, y0, x1, y1 = note.box
            corners = [page.placing.user(x, y) for x, y in ((x0, y1), (x1, y0))]
            (left, right), (bottom, top) = (sorted(axis) for axis in zip(*corners, strict=True))
            place = raw.FS_RECTF(right, top, left, bottom)  # it writes them the other way round
            annotation = raw.FPDFPage_CreateAnnot(sheet, raw.FPDF_ANNOT_SQUARE)
            raw.FPDFAnnot_SetRect(annotation, place)
            for key, text in ((b"T", "AutoCAD SHX Text"), (b"Contents", note.text)):
                wide = (text + "\0").encode("utf-16-le")
                value = (raw.FPDF_WCHAR * (len(wide) // 2)).from_buffer_copy(wide)
                raw.FPDFAnnot_SetStringValue(annotation, key, value)
            raw.FPDFPage_CloseAnnot(annotation)
    return _saved(document)


def joined(parts: Sequence[bytes]) -> bytes:
    """One file with the pages of several."""
    document = pypdfium2.PdfDocument.new()
    for part in parts:
        document.import_pages(pypdfium2.PdfDocument(part))
    return _saved(document)


def _saved(document: pypdfium2.PdfDocument) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()
