"""Text that stands on a page in annotations, which the engine leaves out of its text.

Text boxes, stamps and filled-in form fields are drawn from content of their own, which the engine
can make part of the page. AutoCAD draws text of its stroke fonts (SHX) as lines, and lays an
annotation that draws nothing over each, with the text in it.
"""

from __future__ import annotations

import faulthandler
import math
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bomflow.page import pdfium
from bomflow.page.geometry import Frame
from bomflow.page.words import Box, Word

_STROKED = "AutoCAD SHX Text"  # the title of its annotations, in all languages
_MOST = 20_000  # annotations that are looked at
_DRAWN = (pdfium.FREE_TEXT, pdfium.STAMP, pdfium.WIDGET)
_UNSEEN = 0x02 | 0x20  # Hidden, NoView: ISO 32000-1 table 165
_PART = re.compile(r"\S+")
_PITCH = 0.5  # from one letter of a stroke font to the next, in heights of a box
_SIZE = 0.8  # font size in heights of a box
_CLEAR = 0.7  # how much better (logarithm of a ratio) a text has to fit one way to be sure of it


class Stroked(NamedTuple):
    """A text that is drawn as lines: its box in user space, points."""

    text: str
    box: Box


def stroked_texts(page: int) -> list[Stroked]:
    """The texts that AutoCAD has drawn as lines, as its annotations tell them."""
    corners = pdfium.Floats(4)
    found = []
    for annotation in _annotations(page):
        if pdfium.annotation_text(annotation, b"T") == _STROKED:
            text = pdfium.annotation_text(annotation, b"Contents")
            if text.strip() and pdfium.annotation_box(annotation, corners.at[0]):
                left, top, right, bottom = corners.read()
                found.append(Stroked(text, (left, bottom, right, top)))
    return found


def merge_drawn(page: int) -> bool:
    """Make text boxes, stamps and filled-in fields part of the page; whether there were any.

    The page has to be loaded again to be read with them; the file stays as it is. The engine
    crashes on some damaged ones: then the page is left without them.
    """
    drawn = any(
        pdfium.annotation_type(annotation) in _DRAWN
        and not pdfium.annotation_flags(annotation) & _UNSEEN
        and pdfium.annotation_objects(annotation) > 0
        for annotation in _annotations(page)
    )
    return drawn and _survives(page) and _merge(page)


def _merge(page: int) -> bool:
    return bool(pdfium.flatten(page, pdfium.AS_DISPLAYED) == pdfium.FLATTENED)


def _survives(page: int) -> bool:
    """Whether a process that tries it lives on."""
    child = os.fork()
    if child == 0:
        faulthandler.disable()  # a crash is an answer here
        os._exit(0 if _merge(page) else 1)
    return os.waitpid(child, 0)[1] == 0


def _annotations(page: int) -> Iterator[int]:
    for number in range(min(pdfium.count_annotations(page), _MOST)):
        if annotation := pdfium.get_annotation(page, number):
            try:
                yield annotation
            finally:
                pdfium.close_annotation(annotation)


def words_of(texts: Sequence[Stroked], frame: Frame, beside: Iterable[Word]) -> list[Word]:
    """The words of texts drawn as lines, whose letters are taken to be as wide as each other.

    A text reads along its box; one of few letters, whose box does not tell, as most others do.
    Which way along, no annotation tells: the way that most words ``beside`` it on the page do, or
    else to the right and upwards.
    """
    angles = Counter(word.angle for word in beside)
    across = 180 if angles[180] > angles[0] else 0
    along = 270 if angles[270] > angles[90] else 90
    placed = [(text.splitlines(), frame.box(*box)) for text, box in texts]
    leans = [_lean(lines, box) for lines, box in placed]
    usual = sum((lean > _CLEAR) - (lean < -_CLEAR) for lean in leans)
    words = []
    for (lines, box), lean in zip(placed, leans, strict=True):
        angle = across if (usual if abs(lean) < _CLEAR and usual else lean) >= 0 else along
        words += [_placed(word, angle, box) for word in _laid_out(lines, _size(box, angle))]
    return words


def _lean(lines: Sequence[str], box: Box) -> float:
    """How much better a text fits its box lengthwise across the page (> 0) than along it (< 0)."""

    def unlike(angle: int) -> float:
        length, height = _size(box, angle)
        return abs(math.log(length * len(lines) / (max(map(len, lines)) * height * _PITCH)))

    return unlike(90) - unlike(0)


def _size(box: Box, angle: int) -> tuple[float, float]:
    """Length and height of a text that fills a box."""
    width, height = max(box[2] - box[0], 0.1), max(box[3] - box[1], 0.1)
    return (width, height) if angle in (0, 180) else (height, width)


def _laid_out(lines: Sequence[str], size: tuple[float, float]) -> Iterator[Word]:
    """The words of a text that reads to the right from the origin."""
    pitch, height = size[0] / max(map(len, lines)), size[1] / len(lines)
    for number, line in enumerate(lines):
        before = -1
        for part in _PART.finditer(line):
            gap = (part.start() - before) * pitch if before >= 0 else -1.0
            left, right = part.start() * pitch, part.end() * pitch
            top, bottom = number * height, (number + 1) * height
            yield Word(part[0], left, top, right, bottom, 0, _SIZE * height, gap)
            before = part.end()


def _placed(word: Word, angle: int, box: Box) -> Word:
    """A word of a text laid out from the origin, where the text fills ``box`` in its direction."""
    x0, top, x1, bottom = word.box
    if angle == 0:
        turned = (box[0] + x0, box[1] + top, box[0] + x1, box[1] + bottom)
    elif angle == 90:
        turned = (box[0] + top, box[3] - x1, box[0] + bottom, box[3] - x0)
    elif angle == 180:
        turned = (box[2] - x1, box[3] - bottom, box[2] - x0, box[3] - top)
    else:
        turned = (box[2] - bottom, box[1] + x0, box[2] - top, box[1] + x1)
    return Word(word.text, *turned, angle, word.size, word.gap)
