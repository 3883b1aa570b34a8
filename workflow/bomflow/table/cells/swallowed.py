"""Figures that the words of the next column have swallowed.

Spreadsheets set a figure to the right end of its cell and a text to the left end of the next one:
hardly a fifth of a font size parts them, less than a blank. The characters tell them apart: in
several lines a text of its own begins behind figures, at one place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from bomflow.page.frames import Turn
from bomflow.page.glyph import Glyph
from bomflow.page.words import PARTED, Word, composed
from bomflow.table.cells.anew import Glyphs, turned
from bomflow.table.header.columns import Band
from bomflow.table.model import Table

_LEAST = 3  # lines that hardly stand alike by chance
# In font sizes.
_ALIKE = 0.15  # by which the begins of a column's texts differ
_STEP = 0.1  # between two characters of one text at most
_BESIDE = 8.0  # how far beside a header its rows may stand


def swallowed_figures(
    words: Sequence[Word], tables: Iterable[tuple[Table, Turn]], glyphs: Glyphs
) -> dict[int, list[Word]]:
    """What stands for some of the page's words, by their index: figures and the text behind them.

    ``tables``: those that lack rows or cells, under and over whose headers they are looked for.
    """
    parts: dict[int, list[Word]] = {}
    for table, turn in tables:
        upright = turn.words(list(words))
        own = [i for i, w in enumerate(words) if w.angle == turn.angle]
        at = [(i, w) for i, w in zip(own, upright, strict=True) if _may_hide(w, table.band)]
        if len(at) < _LEAST:
            continue
        letters = glyphs([words[i].box for i, _ in at])
        seams = []
        for (i, w), stretches in zip(at, letters, strict=True):
            own_way = (g for s in stretches for g in s if round(g.angle) % 360 == turn.angle)
            line = sorted((turned(g, turn) for g in own_way), key=lambda g: g.x0)
            cut = _cut(line, w.size)
            if cut:
                seams.append((line[cut].x0, i, line, cut))
        for begin, i, line, cut in seams:
            alike = [s for s in seams if abs(s[0] - begin) <= _ALIKE * words[i].size]
            if len(alike) >= _LEAST:
                parts[i] = _parts(words[i], line, cut, turn)
    return parts


def lacks_cells(table: Table) -> bool:
    """Whether a column has no cell: the next one may hold the texts of both."""
    filled = {i for row in table.rows for i, words in row.cells.items() if words}
    return any(column.words and i not in filled for i, column in enumerate(table.columns))


def _may_hide(word: Word, band: Band) -> bool:
    reach = _BESIDE * band.size
    return (
        len(word.text) > 1
        and word.text[0].isdecimal()
        and band.x0 - reach < word.x0 < band.x1
        and abs(word.size - band.size) <= 0.2 * band.size
    )


def _cut(letters: Sequence[Glyph], size: float) -> int:
    """Before which character the text behind figures begins, at the widest step; 0 if none does."""
    steps = []
    for k, (a, b) in enumerate(pairwise(letters), 1):
        if not a.char.isdecimal():
            break
        if a.run != b.run:
            steps.append((b.x0 - a.x1, k))
    step, cut = max(steps, default=(0.0, 0))
    return cut if step > _STEP * size else 0


def _parts(word: Word, letters: Sequence[Glyph], cut: int, turn: Turn) -> list[Word]:
    """A word as the figures and what begins behind them."""
    out = []
    for own, gap in ((letters[:cut], word.gap), (letters[cut:], PARTED)):
        box = (
            min(g.x0 for g in own), min(g.top for g in own),
            max(g.x1 for g in own), max(g.bottom for g in own),
        )  # fmt: skip
        text = composed("".join(g.char for g in own))
        out.append(Word(text, *turn.back(box), word.angle, word.size, gap))
    return out
