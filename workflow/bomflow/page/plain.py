"""The engine asked one call at a time, where ``bulk.c`` could not be compiled."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import repeat

from bomflow.page import pdfium
from bomflow.page.answers import AT_ONCE, GENERATED, KINDS, Characters, Lettering, Segments
from bomflow.page.geometry import Matrix, apply, apply_box, multiply
from bomflow.page.words import Box


class Plain:
    """The loops of ``bulk.c`` in Python: whatever makes no call of its own runs in ``map``."""

    def __init__(self) -> None:
        self._matrix, self._origin = pdfium.Floats(6), pdfium.Doubles(2)
        self._mode = pdfium.Whole(2)

    def objects(self, holder: int, in_form: bool, count: int) -> list[array[int]]:
        found = [array("Q") for _ in range(KINDS)]
        get = pdfium.form_object if in_form else pdfium.get_object
        for start in range(0, count, AT_ONCE):
            part = range(start, min(start + AT_ONCE, count))
            handles = list(map(get, repeat(holder), part))
            kinds = bytes(map(pdfium.object_type, handles))
            if kinds.count(pdfium.PATH) == len(kinds):  # line work: most of a dense sheet
                found[pdfium.PATH].extend(handles)
                continue
            for handle, kind in zip(handles, kinds, strict=True):
                found[kind].append(handle)
        return found

    def within(
        self,
        handles: array[int],
        matrix: Matrix | None,
        region: Box,
        shortest: float,
        measured: int = 0,
    ) -> Iterator[tuple[int, Box]]:
        left, low, right, high = region
        some = pdfium.Rows(min(len(handles), AT_ONCE), 4)
        for start in range(0, len(handles), AT_ONCE):
            part = handles[start : start + AT_ONCE]
            known = list(map(pdfium.object_bounds, part, *some.columns))
            for obj, ok, bounds in zip(part, known, some.read(), strict=False):
                x0, y0, x1, y1 = apply_box(matrix, bounds) if matrix else bounds
                if (x1 - x0 >= shortest or y1 - y0 >= shortest) and not (
                    x1 < left or x0 > right or y1 < low or y0 > high or not ok
                ):
                    if measured:
                        box = self._measured(obj, measured, matrix)
                        if box is None:
                            continue
                        x0, y0, x1, y1 = box
                        if (x1 - x0 < shortest and y1 - y0 < shortest) or (
                            x1 < left or x0 > right or y1 < low or y0 > high
                        ):
                            continue
                    yield obj, (x0, y0, x1, y1)

    def _measured(self, obj: int, most: int, outer: Matrix | None) -> Box | None:
        """Bounds of the first points of a path, None if it has none."""
        path = self.segments(obj, most)
        if not path.types:
            return None
        matrix, points = multiply(path.matrix, outer), iter(path.points)
        moved = [apply(matrix, x, y) for x, y in zip(points, points, strict=True)]
        xs, ys = zip(*moved, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def segments(self, path: int, most: int) -> Segments:
        pdfium.draw_mode(path, *self._mode.at)
        pdfium.object_matrix(path, self._matrix.at[0])
        total = max(0, pdfium.segment_count(path))
        count = min(total, most)
        rows = pdfium.Rows(count, 2)
        segments = list(map(pdfium.get_segment, repeat(path), range(count)))
        for _ in map(pdfium.segment_point, segments, *rows.columns):
            pass
        types = bytes(map(pdfium.segment_type, segments))
        closes = bytes(map(pdfium.segment_close, segments))
        drawn = any(self._mode.read())
        return Segments(total, self._matrix.read(), drawn, rows.numbers[:], types, closes)

    def unmapped(self, text: int, count: int) -> bytes:
        return bytes(error == 1 for error in map(pdfium.map_error, repeat(text), range(count)))

    def characters(self, text: int, first: int, count: int) -> Characters:
        boxes = pdfium.Rows(count, 4)
        page, part = repeat(text), range(first, first + count)
        for _ in map(pdfium.loose_box, page, part, boxes.columns[0]):
            pass
        owners = [owner or 0 for owner in map(pdfium.object_at, page, part)]
        codes = list(map(pdfium.unicode_at, page, part))

        def lettering(index: int) -> Lettering:
            return self._lettering(text, first + index, owners[index])

        return Characters(owners, codes, boxes.numbers[:], lettering)

    def _lettering(self, text: int, index: int, owner: int) -> Lettering:
        if pdfium.is_generated(text, index):
            return Lettering(GENERATED, 0, 0, 0, 0, 0, 0, 0, 0)
        pdfium.char_matrix(text, index, self._matrix.at[0])
        pdfium.char_origin(text, index, *self._origin.at)
        a, b, c, d, _, _ = self._matrix.read()
        x, y = self._origin.read()
        clip = pdfium.clip_path(owner)
        clips = pdfium.clip_count(clip) if clip else 0
        mode, size = pdfium.render_mode(owner), pdfium.font_size(text, index)
        return Lettering(mode, a, b, c, d, size, x, y, clips)
