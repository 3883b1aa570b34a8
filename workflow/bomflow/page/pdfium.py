"""pdfium's functions for millions of calls: plain addresses in, plain numbers out.

The only module that loads the engine, straight from where the package pypdfium2 has put it: its
Python bindings cost more to import than most sheets to read, and convert every handle through a
pointer class; on a sheet of 400,000 objects that costs more than loading the page. Handles are
integers here. The interpreter's lock is kept: a reader has one thread, and most calls are short.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable, Iterator
from functools import partial
from importlib.machinery import PathFinder
from itertools import repeat
from typing import Any

_H = ctypes.c_void_p  # a handle, or the address of a buffer
_I = ctypes.c_int
_U = ctypes.c_uint


def _load() -> ctypes.PyDLL:
    package = PathFinder.find_spec("pypdfium2_raw")
    if package is None or package.origin is None:
        raise ImportError("pypdfium2, which brings the PDF engine along, is not installed")
    return ctypes.PyDLL(os.path.join(os.path.dirname(package.origin), "libpdfium.so"))


_library = _load()


def _function(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    function = _library[name]
    function.restype, function.argtypes = result, arguments
    return function


_initialise = _function("FPDF_InitLibrary", None)
_last_error = _function("FPDF_GetLastError", ctypes.c_ulong)
load_document = _function("FPDF_LoadDocument", _H, ctypes.c_char_p, ctypes.c_char_p)
close_document = _function("FPDF_CloseDocument", None, _H)
page_count = _function("FPDF_GetPageCount", _I, _H)
attachment_count = _function("FPDFDoc_GetAttachmentCount", _I, _H)
_get_attachment = _function("FPDFDoc_GetAttachment", _H, _H, _I)
_attachment_name = _function("FPDFAttachment_GetName", ctypes.c_ulong, _H, _H, ctypes.c_ulong)
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
_get_text = _function("FPDFText_GetText", _I, _H, _I, _I, _H)
count_chars = _function("FPDFText_CountChars", _I, _H)
unicode_at = _function("FPDFText_GetUnicode", _U, _H, _I)
is_generated = _function("FPDFText_IsGenerated", _I, _H, _I)
object_at = _function("FPDFText_GetTextObject", _H, _H, _I)
map_error = _function("FPDFText_HasUnicodeMapError", _I, _H, _I)
font_of = _function("FPDFTextObj_GetFont", _H, _H)
loose_box = _function("FPDFText_GetLooseCharBox", _I, _H, _I, _H)
char_box = _function("FPDFText_GetCharBox", _I, _H, _I, _H, _H, _H, _H)
char_origin = _function("FPDFText_GetCharOrigin", _I, _H, _I, _H, _H)
char_matrix = _function("FPDFText_GetMatrix", _I, _H, _I, _H)
font_size = _function("FPDFText_GetFontSize", ctypes.c_double, _H, _I)
render_mode = _function("FPDFTextObj_GetTextRenderMode", _I, _H)

count_annotations = _function("FPDFPage_GetAnnotCount", _I, _H)
get_annotation = _function("FPDFPage_GetAnnot", _H, _H, _I)
close_annotation = _function("FPDFPage_CloseAnnot", None, _H)
annotation_type = _function("FPDFAnnot_GetSubtype", _I, _H)
annotation_flags = _function("FPDFAnnot_GetFlags", _I, _H)
annotation_objects = _function("FPDFAnnot_GetObjectCount", _I, _H)
annotation_box = _function("FPDFAnnot_GetRect", _I, _H, _H)
_annotation_string = _function(
    "FPDFAnnot_GetStringValue", ctypes.c_ulong, _H, ctypes.c_char_p, _H, ctypes.c_ulong
)
flatten = _function("FPDFPage_Flatten", _I, _H, _I)
count_marks = _function("FPDFPageObj_CountMarks", _I, _H)
mark_at = _function("FPDFPageObj_GetMark", _H, _H, ctypes.c_ulong)
_mark_name = _function("FPDFPageObjMark_GetName", _I, _H, _H, ctypes.c_ulong, _H)
_mark_value = _function(
    "FPDFPageObjMark_GetParamBlobValue", _I, _H, ctypes.c_char_p, _H, ctypes.c_ulong, _H
)

image_size = _function("FPDFImageObj_GetImagePixelSize", _I, _H, _H, _H)
image_bitmap = _function("FPDFImageObj_GetBitmap", _H, _H)
bitmap_format = _function("FPDFBitmap_GetFormat", _I, _H)
bitmap_width = _function("FPDFBitmap_GetWidth", _I, _H)
bitmap_height = _function("FPDFBitmap_GetHeight", _I, _H)
bitmap_stride = _function("FPDFBitmap_GetStride", _I, _H)
bitmap_buffer = _function("FPDFBitmap_GetBuffer", _H, _H)
bitmap_destroy = _function("FPDFBitmap_Destroy", None, _H)

# fpdf_edit.h, fpdfview.h, fpdf_annot.h, fpdf_attachment.h and fpdf_flatten.h
TEXT, PATH, IMAGE, FORM = 1, 2, 3, 5  # FPDF_PAGEOBJ_*
LINE_TO, MOVE_TO = 0, 2  # FPDF_SEGMENT_*
PIXEL_BYTES = {1: 1, 2: 3, 3: 4, 4: 4}  # of FPDFBitmap_Gray, BGR, BGRx, BGRA
FREE_TEXT, STAMP, WIDGET = 3, 13, 20  # FPDF_ANNOT_*
AS_DISPLAYED, FLATTENED = 0, 1  # FLAT_NORMALDISPLAY, FLATTEN_SUCCESS
SUCCESS, FILE_ERROR, PASSWORD_ERROR, SECURITY_ERROR = 0, 2, 4, 5  # FPDF_ERR_*

_started = False


def start() -> None:
    """Initialise pdfium once per process."""
    global _started
    if not _started:
        _initialise()
        _started = True


def address_of(function: Callable[..., Any]) -> int:
    """Where a function of the engine lies, for those who call it from C."""
    return ctypes.cast(function, _H).value or 0  # type: ignore[arg-type]


def last_error() -> int:
    """The reason why the last document did not open."""
    return int(_last_error())


class Floats:
    """A buffer of single-precision numbers that pdfium writes into."""

    def __init__(self, count: int) -> None:
        self._array = (ctypes.c_float * count)()
        self.at = tuple(ctypes.addressof(self._array) + 4 * i for i in range(count))

    def read(self) -> list[float]:
        """What was written last."""
        return self._array[:]


class Rows:
    """A buffer of rows of single-precision numbers that pdfium writes into.

    ``columns[i]`` holds the addresses of number i of every row, ``numbers`` all of them in turn.
    """

    def __init__(self, count: int, width: int) -> None:
        self._width = width
        self.numbers = (ctypes.c_float * (count * width))()
        start = ctypes.addressof(self.numbers)
        end, step = start + 4 * count * width, 4 * width
        self.columns = [range(start + 4 * i, end, step) for i in range(width)]

    def read(self) -> Iterator[tuple[float, ...]]:
        """What was written last, row by row."""
        numbers = iter(self.numbers[:])
        return zip(*repeat(numbers, self._width), strict=True)


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


def text_of(text_page: int, count: int) -> str:
    """The first ``count`` characters of a page and the blanks and line ends that pdfium adds."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = _get_text(text_page, 0, count, ctypes.addressof(buffer))
    return bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")


def annotation_text(annotation: int, key: bytes) -> str:
    """A text that an annotation holds; "" for none, or one of more than 64 KB."""
    return _string(partial(_annotation_string, annotation, key))


def attachment_name(document: int, index: int) -> str:
    """The name of a file that the PDF carries within itself; "" for none."""
    attachment = _get_attachment(document, index)
    return _string(partial(_attachment_name, attachment)) if attachment else ""


def _string(ask: Callable[[int | None, int], int]) -> str:
    """What ``ask(buffer, bytes)`` writes in UTF-16, as long as it says to be: 64 KB at most."""
    length = ask(None, 0)  # with an end mark
    if not 2 < length <= 65_536:
        return ""
    buffer = ctypes.create_string_buffer(length)
    ask(ctypes.addressof(buffer), length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")


def is_marked(mark: int, name: str) -> bool:
    """Whether a mark has that name."""
    text = name.encode("utf-16-le") + bytes(2)
    buffer, length = ctypes.create_string_buffer(len(text)), ctypes.c_ulong()
    _mark_name(mark, ctypes.addressof(buffer), len(text), ctypes.addressof(length))
    return length.value == len(text) and buffer.raw == text


def mark_value(mark: int, key: bytes) -> bytes:
    """A property of a mark, as the file writes it; b"" for none, or one of more than 1 KB."""
    buffer, length = ctypes.create_string_buffer(1024), ctypes.c_ulong()
    at, size = ctypes.addressof(buffer), ctypes.addressof(length)
    found = _mark_value(mark, key, at, len(buffer), size)
    return buffer.raw[: length.value] if found and length.value <= len(buffer) else b""


def bytes_at(address: int, length: int) -> bytes:
    """A copy of pdfium's memory."""
    return ctypes.string_at(address, length)
