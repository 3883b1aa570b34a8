"""Pages from cairo, as Inkscape, FreeCAD and LibreCAD write them.

Text comes as glyphs of an embedded font under a flipped matrix, letters that share a glyph get
their text from /ActualText, and forms are transparency groups.
"""

from __future__ import annotations

import ctypes
import io
import zlib
from collections.abc import Sequence
from ctypes.util import find_library
from functools import cache
from itertools import groupby
from math import radians
from typing import Any

from .. import fonts
from ..ink import Image, Page, Rectangle, Run, Shade, Stroke, Views
from ..linework import paths
from ..spec import Sheet
from .finishing import dressed


def missing(sheet: Sheet) -> str:
    """See :func:`drawgen.producers.missing`."""
    if sheet.hidden:
        return "cairo leaves out what nobody sees"
    if sheet.user_unit != 1:
        return "no user units"
    if any(table.squeezed for table in sheet.tables):
        return "no squeezed text"
    try:
        _library()
    except (ImportError, OSError) as error:
        return f"cairocffi or the cairo library is not installed ({error})"
    return ""


def produce(pages: Sequence[Page]) -> bytes:
    """The file."""
    cairo = _library()
    target = io.BytesIO()
    surface = cairo.PDFSurface(target, 1, 1)
    surface.set_metadata(cairo.PDF_METADATA_CREATE_DATE, "2020-01-01T00:00:00")
    for page in pages:
        x0, y0, x1, y1 = page.placing.media_box()
        surface.set_size(x1 - x0, y1 - y0)
        ink = cairo.Context(surface)
        a, b, c, d, x, y = page.placing.matrix()
        # cairo's y points down, both on the page and on the sheet
        ink.set_matrix(cairo.Matrix(a, -b, -c, d, x - x0, y1 - y))
        ink.translate(0, -page.placing.height)
        ink.set_font_face(_face())
        texts = [thing for thing in page.painted() if isinstance(thing, Run)]
        for thing in page.painted():
            if not isinstance(thing, Run):
                _draw(cairo, ink, thing)
            elif not page.sheet.xobject:
                _write(cairo, ink, thing)
            elif thing is texts[0]:
                ink.push_group()
                for run in texts:
                    _write(cairo, ink, run)
                ink.pop_group_to_source()
                ink.paint()
                ink.set_source_rgb(0, 0, 0)
        surface.show_page()
    surface.finish()
    return dressed(target.getvalue(), [page.sheet for page in pages])


def _write(cairo: Any, ink: Any, run: Run) -> None:
    """One run of text, its glyphs as far apart as the sheet was measured with."""
    glyph_of = fonts.glyphs()
    ink.save()
    ink.translate(run.x, run.y)
    ink.rotate(-radians(run.angle))
    ink.set_font_face(_face())
    done = 0.0
    for stretch, letters in groupby(run.text, fonts.stretch):
        text = "".join(letters)
        glyphs, clusters = [], []
        for letter in text:
            glyphs.append((glyph_of.get(ord(letter), 0), done, 0.0))
            clusters.append((len(letter.encode()), 1))
            done += fonts.width(letter, fonts.VERA, run.size)
        ink.set_font_matrix(cairo.Matrix(run.size * stretch, 0, 0, run.size, 0, 0))
        ink.show_text_glyphs(text, glyphs, clusters)
    ink.restore()


def _draw(cairo: Any, ink: Any, thing: Stroke | Rectangle | Shade | Image | Views) -> None:
    ink.save()
    if isinstance(thing, Image):
        _paste(cairo, ink, thing)
    elif isinstance(thing, Shade):
        x0, top, x1, bottom = thing.box
        ink.set_source_rgb(thing.grey, thing.grey, thing.grey)
        ink.rectangle(x0, top, x1 - x0, bottom - top)
        ink.fill()
    elif isinstance(thing, Rectangle):
        x0, top, x1, bottom = thing.box
        ink.set_line_width(thing.width)
        ink.rectangle(x0, top, x1 - x0, bottom - top)
        ink.stroke()
    elif isinstance(thing, Stroke):
        ink.set_line_width(thing.width)
        _path(ink, thing.points, thing.closed)
        ink.stroke()
    else:
        ink.translate(*thing.corner)
        ink.scale(thing.scale, -thing.scale)
        for path in paths(thing.data):
            ink.set_line_width(path.width)
            ink.set_dash([float(length) for length in path.dash.split()])
            _path(ink, path.points, path.paint != "S")
            if path.paint in "bf":
                grey = float(path.fill)
                ink.set_source_rgb(grey, grey, grey)
                ink.fill_preserve()
                ink.set_source_rgb(0, 0, 0)
            if path.paint == "f":
                ink.new_path()
            else:
                ink.stroke()
    ink.restore()


def _path(ink: Any, points: Sequence[tuple[float, float]], closed: bool) -> None:
    ink.move_to(*points[0])
    for point in points[1:]:
        ink.line_to(*point)
    if closed:
        ink.close_path()


def _paste(cairo: Any, ink: Any, image: Image) -> None:
    wide, high = image.pixels
    samples = zlib.decompress(image.samples)
    pixels = bytearray(value for grey in samples for value in (grey, grey, grey, 255))
    picture = cairo.ImageSurface(cairo.FORMAT_RGB24, wide, high, pixels, 4 * wide)
    x0, top, x1, bottom = image.box
    ink.translate(x0, top)
    ink.scale((x1 - x0) / wide, (bottom - top) / high)
    ink.set_source_surface(picture)
    ink.paint()


@cache
def _library() -> Any:
    """The module cairocffi; raises OSError when it finds no cairo."""
    import cairocffi

    return cairocffi


@cache
def _face() -> Any:
    """Vera as a font face of cairo, made by FreeType (cairocffi itself knows system fonts only)."""
    cairocffi = _library()
    freetype = ctypes.CDLL(find_library("freetype"))
    library, face = ctypes.c_void_p(), ctypes.c_void_p()
    failed = freetype.FT_Init_FreeType(ctypes.byref(library)) or freetype.FT_New_Face(
        library, str(fonts.vera_file()).encode(), ctypes.c_long(0), ctypes.byref(face)
    )
    if failed:
        raise OSError(f"FreeType cannot load {fonts.vera_file()} (error {failed})")
    create = ctypes.CDLL(find_library("cairo")).cairo_ft_font_face_create_for_ft_face
    create.restype, create.argtypes = ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_int]
    pointer = cairocffi.ffi.cast("cairo_font_face_t *", create(face, 0))
    return cairocffi.FontFace._from_pointer(pointer, incref=False)
