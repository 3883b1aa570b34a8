"""The engine asked in bulk: of thousands of objects or characters at a time.

A call from Python into the engine costs as much as the engine needs to parse a line of a drawing,
and a dense sheet has hundreds of thousands of lines. So the loops over them are in ``bulk.c``,
which is compiled when the project is installed. Where there was no compiler, or what it left is of
another version, ``bomflow.page.plain`` gives the same answers, bit for bit, at about twice the cost
of a dense sheet.
"""

from __future__ import annotations

import ctypes
import os
from array import array
from collections.abc import Iterator
from importlib.machinery import EXTENSION_SUFFIXES
from itertools import accumulate, repeat

from bomflow.page import pdfium
from bomflow.page.answers import AT_ONCE, CROWD, KINDS, STRIPS, Bulk, Characters, Groups, Lettering
from bomflow.page.geometry import Frame, Matrix
from bomflow.page.words import Box

LIBRARY = os.path.join(os.path.dirname(__file__), f"_bulk{EXTENSION_SUFFIXES[0]}")
VERSION = 5  # of what bulk.c is asked and answers
WIDTH = len(Lettering._fields)
ROOM = 2048  # edges of paths at a time, at first
_P, _INT = ctypes.c_void_p, ctypes.c_int


class Compiled:
    """What ``bulk.c`` answers.

    Raises:
        OSError: the library is not there, or of another version.
    """

    def __init__(self, library: str = LIBRARY) -> None:
        loaded = ctypes.PyDLL(library)
        if loaded.version() != VERSION:
            raise OSError(f"{library} is of another version; install the project anew")
        functions = (
            pdfium.get_object, pdfium.form_object, pdfium.object_type, pdfium.object_bounds,
            pdfium.object_matrix, pdfium.draw_mode, pdfium.segment_count, pdfium.get_segment,
            pdfium.segment_type, pdfium.segment_point, pdfium.segment_close, pdfium.object_at,
            pdfium.unicode_at, pdfium.loose_box, pdfium.map_error, pdfium.is_generated,
            pdfium.render_mode, pdfium.char_matrix, pdfium.font_size, pdfium.char_origin,
            pdfium.clip_path, pdfium.clip_count,
        )  # fmt: skip
        loaded.bind((_P * len(functions))(*map(pdfium.address_of, functions)))
        self._objects, self._within = loaded.objects, loaded.within
        self._edges, self._unmapped = loaded.edges, loaded.unmapped
        self._characters, self._joined = loaded.characters, loaded.joined
        self._objects.argtypes = (_P, _INT, _INT, _P, _P, _P, _P)
        self._within.argtypes = (_P, _INT, _P, _P, ctypes.c_double, _INT, _P, _P)
        self._edges.argtypes = (
            _P, _INT, _P, _P, ctypes.c_double, _INT, _P, _INT, _P, _INT, ctypes.POINTER(_INT),
        )  # fmt: skip
        self._unmapped.argtypes = (_P, _INT, _P)
        self._characters.argtypes = (_P, _INT, _INT, _P, _P, _P, _P)
        self._joined.argtypes = (_P, _INT, _P, _P, _P, _P, _P, _P)

    def objects(self, holder: int, in_form: bool, count: int) -> list[array[int]]:
        handles, counts = array("Q", bytes(8 * count)), (_INT * KINDS)()
        found, kinds = (ctypes.c_uint64 * count)(), (ctypes.c_ubyte * count)()
        into = handles.buffer_info()[0]
        self._objects(holder, in_form, count, found, kinds, into, counts)
        ends = list(accumulate(counts))
        return [handles[end - number : end] for number, end in zip(counts, ends, strict=True)]

    def within(
        self,
        handles: array[int],
        matrix: Matrix | None,
        region: Box,
        shortest: float,
        measured: int = 0,
    ) -> Iterator[tuple[int, Box]]:
        size = min(len(handles), AT_ONCE)
        found, boxes = (ctypes.c_uint64 * size)(), (ctypes.c_double * (4 * size))()
        around = (ctypes.c_double * 4)(*region)
        outer = (ctypes.c_double * 6)(*matrix) if matrix else None
        first, _ = handles.buffer_info()
        for start in range(0, len(handles), AT_ONCE):
            count = min(AT_ONCE, len(handles) - start)
            at = first + start * handles.itemsize
            kept = self._within(at, count, outer, around, shortest, measured, found, boxes)
            numbers = iter(boxes[: 4 * kept])
            yield from zip(found[:kept], zip(*repeat(numbers, 4), strict=True), strict=True)

    def edges(
        self,
        paths: array[int],
        matrix: Matrix | None,
        region: Box,
        shortest: float,
        measured: int,
        frame: Frame,
    ) -> Iterator[Box]:
        around, sides = (ctypes.c_double * 4)(*region), (ctypes.c_double * 4)(*frame[:4])
        outer = (ctypes.c_double * 6)(*matrix) if matrix else None
        room, boxes, seen = 0, (ctypes.c_double * 0)(), _INT(0)
        start, (first, _) = 0, paths.buffer_info()
        while start < len(paths):
            if not seen.value:  # at first, and when there was not enough room for one path
                room = 2 * room or ROOM
                boxes = (ctypes.c_double * (4 * room))()
            kept = self._edges(
                first + start * paths.itemsize, len(paths) - start, outer, around, shortest,
                measured, sides, frame.turns, boxes, room, seen,
            )  # fmt: skip
            numbers = iter(boxes[: 4 * kept])
            yield from zip(*repeat(numbers, 4), strict=True)
            start += seen.value

    def unmapped(self, text: int, count: int) -> bytes:
        errors = (ctypes.c_char * count)()
        self._unmapped(text, count, errors)
        return errors.raw

    def characters(self, text: int, first: int, count: int) -> Characters:
        owners, codes = (ctypes.c_uint64 * count)(), (ctypes.c_uint * count)()
        boxes, styles = (ctypes.c_float * (4 * count))(), (ctypes.c_double * (WIDTH * count))()
        self._characters(text, first, count, owners, codes, boxes, styles)

        def lettering(index: int) -> Lettering:
            return Lettering(*styles[WIDTH * index : WIDTH * (index + 1)])

        return Characters(owners[:], codes[:], boxes[:], lettering)

    def joined(self, boxes: array[float]) -> Groups:
        count = len(boxes) // 4
        numbers, around = (_INT * count)(), (ctypes.c_double * (4 * count))()
        strips = (_INT * (STRIPS * (CROWD + 2)))()
        rooms = [(_INT * count)() for _ in range(3)]
        first, _ = boxes.buffer_info()
        groups = self._joined(first, count, strips, *rooms, numbers, around)
        sides = iter(around[: 4 * groups])
        return Groups(numbers[:], list(zip(*repeat(sides, 4), strict=True)))


def _choose() -> Bulk:
    try:
        return Compiled()
    except OSError:  # there is no such library
        from bomflow.page.plain import Plain

        return Plain()


bulk = _choose()
