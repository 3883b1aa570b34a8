"""pdfium's functions for millions of calls: plain addresses in, plain numbers out.

The only module that imports pypdfium2 (its raw bindings, which load in half the time). They
convert every handle through a pointer class;
on a sheet of 400,000 objects that costs more than loading the page. Handles are integers here.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2_raw as raw

_H = ctypes.c_void_p  # a handle, or the address of a buffer
_I = ctypes.c_int
_U = ctypes.c_uint


def _function(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    return ctypes.CFUNCTYPE(result, *arguments)(address or 0)


load_document = _function("FPDF_LoadDocument", _H, ctypes.c_char_p, ctypes.c_char_p)
close_document = _function("FPDF_CloseDocument", None, _H)
page_count = _function("FPDF_GetPageCount", _I, _H)
load_page = _function("FPDF_LoadPage", _H, _H, _I)
close_page = _function("FPDF_ClosePage", None, _H)
rotation = _function("FPDFPage_GetRotation", _I, _H)
page_box = _function("FPDF_GetPageBoundingBox", _I, _H, _H)
count_objects = _function("FPDFPage_CountObjects", _I, _H)
get_object = _function("FPDFPage_GetObject", _H, _H, _I)
form_count = _function("FPDFFormObj_CountObjects", _I, _H)
form_object = _function("FPDFFormObj_GetObject", _H, _H, ctypes.c_ulong)

object_type = _function("FPDFPageObj_GetType", _I, _H)
object_bounds = _function("FPDFPageObj_GetBounds", _I, _H, _H, _H, _H, _H)
object_matrix = _function("FPDFPageObj_GetMatrix", _I, _H, _H)
stroke_width = _function("FPDFPageObj_GetStrokeWidth", _I, _H, _H)
fill_color = _function("FPDFPageObj_GetFillColor", _I, _H, _H, _H, _H, _H)
clip_path = _function("FPDFPageObj_GetClipPath", _H, _H)
clip_count = _function("FPDFClipPath_CountPaths", _I, _H)
clip_segments = _function("FPDFClipPath_CountPathSegments", _I, _H, _I)
clip_segment = _function("FPDFClipPath_GetPathSegment", _H, _H, _I, _I)
draw_mode = _function("FPDFPath_GetDrawMode", _I, _H, _H, _H)
segment_count = _function("FPDFPath_CountSegments", _I, _H)
get_segment = _function("FPDFPath_GetPathSegment", _H, _H, _I)
segment_type = _function("FPDFPathSegment_GetType", _I, _H)
segment_point = _function("FPDFPathSegment_GetPoint", _I, _H, _H, _H)
segment_close = _function("FPDFPathSegment_GetClose", _I, _H)

load_text = _function("FPDFText_LoadPage", _H, _H)
close_text = _function("FPDFText_ClosePage", None, _H)
count_chars = _function("FPDFText_CountChars", _I, _H)
unicode_at = _function("FPDFText_GetUnicode", _U, _H, _I)
object_at = _function("FPDFText_GetTextObject", _H, _H, _I)
loose_box = _function("FPDFText_GetLooseCharBox", _I, _H, _I, _H)
char_box = _function("FPDFText_GetCharBox", _I, _H, _I, _H, _H, _H, _H)
char_origin = _function("FPDFText_GetCharOrigin", _I, _H, _I, _H, _H)
char_matrix = _function("FPDFText_GetMatrix", _I, _H, _I, _H)
font_size = _function("FPDFText_GetFontSize", ctypes.c_double, _H, _I)
render_mode = _function("FPDFTextObj_GetTextRenderMode", _I, _H)

image_size = _function("FPDFImageObj_GetImagePixelSize", _I, _H, _H, _H)
image_bitmap = _function("FPDFImageObj_GetBitmap", _H, _H)
bitmap_format = _function("FPDFBitmap_GetFormat", _I, _H)
bitmap_width = _function("FPDFBitmap_GetWidth", _I, _H)
bitmap_height = _function("FPDFBitmap_GetHeight", _I, _H)
bitmap_stride = _function("FPDFBitmap_GetStride", _I, _H)
bitmap_buffer = _function("FPDFBitmap_GetBuffer", _H, _H)
bitmap_destroy = _function("FPDFBitmap_Destroy", None, _H)

TEXT, PATH = raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH
IMAGE, FORM = raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM
MOVE_TO, LINE_TO = raw.FPDF_SEGMENT_MOVETO, raw.FPDF_SEGMENT_LINETO
PIXEL_BYTES = {
    raw.FPDFBitmap_Gray: 1, raw.FPDFBitmap_BGR: 3, raw.FPDFBitmap_BGRx: 4, raw.FPDFBitmap_BGRA: 4,
}  # fmt: skip

SUCCESS, FILE_ERROR = raw.FPDF_ERR_SUCCESS, raw.FPDF_ERR_FILE
PASSWORD_ERROR, SECURITY_ERROR = raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY

_started = False


def start() -> None:
    """Initialise pdfium once per process."""
    global _started
    if not _started:
        raw.FPDF_InitLibrary()
        _started = True


def last_error() -> int:
    """The reason why the last document did not open."""
    return int(raw.FPDF_GetLastError())


class Floats:
    """A buffer of single-precision numbers that pdfium writes into."""

    def __init__(self, count: int) -> None:
        self._array = (ctypes.c_float * count)()
        self.at = tuple(ctypes.addressof(self._array) + 4 * i for i in range(count))

    def read(self) -> list[float]:
        """What was written last."""
        return self._array[:]


class Doubles:
    """A buffer of double-precision numbers that pdfium writes into."""

    def __init__(self, count: int) -> None:
        self._array = (ctypes.c_double * count)()
        self.at = tuple(ctypes.addressof(self._array) + 8 * i for i in range(count))

    def read(self) -> list[float]:
        """What was written last."""
        return self._array[:]


class Whole:
    """Whole numbers (C int) that pdfium writes into."""

    def __init__(self, count: int) -> None:
        self._array = (ctypes.c_int * count)()
        self.at = tuple(ctypes.addressof(self._array) + 4 * i for i in range(count))

    def read(self) -> list[int]:
        """What was written last."""
        return self._array[:]


def bytes_at(address: int, length: int) -> bytes:
    """A copy of pdfium's memory."""
    return ctypes.string_at(address, length)
