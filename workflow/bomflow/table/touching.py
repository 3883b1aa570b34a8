"""Texts of two cells that touch or overlap, because one runs over the end of its column.

Words alone do not tell, their characters do: the file holds the characters of a text one after the
other, and what it draws in one run is one text. Another text begins where the file does not go on
beside the last character, or where a run begins that stands as the texts of its column do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bomflow.page.chains import KERNING, Text, chains, linked, overlaps
from bomflow.page.frames import Turn
from bomflow.page.glyphs import BLANK, Glyph, printed_once
from bomflow.page.words import PARTED, Box, Word, composed
from bomflow.table.grid import Grid
from bomflow.table.layout import box_of, text_lines
from bomflow.table.model import Table

# In font sizes.
_ACROSS = 0.1  # how far a word stands on both sides of an edge that it crosses
_SLACK = 0.25  # by which a text may begin before, or end behind, the edge of its column
_ALIKE = 0.15  # by which the begins, ends and middles of a column's texts differ
_SAME = 0.02  # where every character is a run of its own, one of them may stand so by chance
_STEP = 0.04  # between two characters of one text but for kerning
_SENTENCE = 0.42  # the widest blank of a sentence
_APART = 0.75  # the widest blank in one text

Glyphs = Callable[[Sequence[Box]], list[list[Glyph]]]
"""The characters in each of some boxes of the page, in the order of the file."""


class _Cluster(NamedTuple):
    """Neighbouring words of a line over edges between columns, by their index on the page."""

    words: list[Word]
    places: list[int]
    grid: Grid
    turn: Turn


def part_touching(
    words: Sequence[Word], tables: Sequence[tuple[Table, Turn]], glyphs: Glyphs
) -> list[Word] | None:
    """The page's words, those cut in two that are texts of two cells; None where there are none."""
    clusters: list[_Cluster] = []
    for table, turn in tables:
        own = [i for i, w in enumerate(words) if w.angle == turn.angle]
        at = {w.box: i for i, w in zip(own, turn.words(list(words)), strict=True)}
        for line in _touching_lines(table):
            places = [at.get(w.box, -1) for w in line]
            if table.grid and min(places) >= 0:
                clusters.append(_Cluster(line, places, table.grid, turn))
    if not clusters:
        return None
    parted: dict[int, list[Word]] = {}
    of_words = glyphs([c.turn.back(box_of(c.words)) for c in clusters])
    for cluster, letters in zip(clusters, of_words, strict=True):
        anew = _anew(cluster, letters)
        if anew:
            parted |= {place: [] for place in cluster.places} | {cluster.places[0]: anew}
    if not parted:
        return None
    return [part for i, w in enumerate(words) for part in parted.get(i, (w,))]


def _touching_lines(table: Table) -> Iterator[list[Word]]:
    """Neighbouring words of the table's rows that cross, or hardly keep out of, an edge."""
    grid = table.grid
    if grid is None:
        return
    for line in text_lines([w for row in table.rows for w in row.words] + table.leftover):
        cluster: list[Word] = []
        end = 0.0
        for w in line:
            if cluster and w.x0 - end > _APART * w.size:
                if _touch(cluster, grid):
                    yield cluster
                cluster = []
            end = max(end, w.x1) if cluster else w.x1
            cluster.append(w)
        if cluster and _touch(cluster, grid):
            yield cluster


def _touch(line: Sequence[Word], grid: Grid) -> bool:
    """Whether a word crosses an edge, or two hardly part at one."""
    inner = grid.edges[1:-1]
    size = line[0].size
    if any(w.x0 + _ACROSS * size < at < w.x1 - _ACROSS * size for w in line for at in inner):
        return True
    return any(
        b.x0 - a.x1 < _SENTENCE * size and any(a.x0 < at < b.x1 for at in inner)
        for a, b in pairwise(line)
    )


def _anew(cluster: _Cluster, letters: Sequence[Glyph]) -> list[Word]:
    """The words of a line as its texts are in the file, [] where they stay as they are."""
    turn, words, grid = cluster.turn, cluster.words, cluster.grid
    own = [_turned(g, turn) for g in printed_once(letters) if round(g.angle) % 360 == turn.angle]
    if sorted(composed("".join(w.text for w in words))) != sorted(
        composed("".join(g.char for g in own))
    ):
        return []
    end = max(w.x1 for w in words)
    edges = [i for i, at in enumerate(grid.edges[:-1]) if i and words[0].x0 < at < end]
    texts = chains(own)
    if len(texts) > len(edges) + 1 or any(map(overlaps, texts)):
        # the file has the words, or the characters, in an order of its own
        texts = linked(own)
    if len(texts) > len(edges) + 1:
        return []
    texts = [part for text in texts for part in _cut(text, edges, grid)]
    texts.sort(key=lambda text: text[0].x0)
    anew = [w for n, text in enumerate(texts) for w in _words(text, n, len(texts), cluster)]
    same = [(w.text, w.x0) for w in anew] == [(w.text, w.x0) for w in words]
    return [] if same and len(texts) == 1 else anew


def _turned(g: Glyph, turn: Turn) -> Glyph:
    x0, top, x1, bottom = turn.box(g.box)
    return g._replace(x0=x0, top=top, x1=x1, bottom=bottom)


def _cut(text: Text, edges: Sequence[int], grid: Grid) -> list[Text]:
    """The texts of several cells that a chain of characters is."""
    cuts = sorted({cut for edge in edges if (cut := _seam(text, edge, grid))})
    return [text[a:b] for a, b in pairwise([0, *cuts, len(text)])]


def _seam(text: Text, edge: int, grid: Grid) -> int:
    """Before which character the text of the column right of an edge begins, 0 if none does."""
    at, size = grid.edges[edge], text[0].size
    steps = {k: b.x0 - a.x1 for k, (a, b) in enumerate(pairwise(text), 1)}
    drawn_whole = any(
        step > BLANK * size and text[k - 1].run == text[k].run for k, step in steps.items()
    )
    runs = [k for k in steps if text[k - 1].run != text[k].run]
    within = [k for k in runs if steps[k] <= BLANK * size]
    sure, likely = [], []
    for k in runs if drawn_whole else within:
        first, second = text[k - 1], text[k]
        if second.x0 < at - _SLACK * size and first.x1 > at + _SLACK * size:
            continue
        rest = max((abs(s) for i, s in steps.items() if i != k and s <= BLANK * size), default=0.0)
        odd = abs(steps[k]) > max(_STEP * size, 2 * rest)
        if not odd and len(within) > 1:
            if _begins(grid, edge, second.x0, size, 2, _SAME):
                sure.append(k)
            continue
        if odd and steps[k] < -KERNING * size:
            sure.append(k)
            continue
        least = 1 if odd else 2
        if _begins(grid, edge, second.x0, size, least):
            sure.append(k)
        elif _ends(grid, edge, second.x0, text[-1].x1, size, least):
            likely.append(k)
    found = sure or likely
    return found[0] if len(found) == 1 else 0


def _begins(
    grid: Grid, edge: int, x0: float, size: float, least: int = 1, alike: float = _ALIKE
) -> bool:
    """Whether a text begins where those of the column right of an edge do."""
    return bool(grid.inside) and _alike([a for a, _ in grid.inside[edge]], x0, size, least, alike)


def _ends(grid: Grid, edge: int, x0: float, x1: float, size: float, least: int) -> bool:
    """Whether a text ends, or has its middle, where those of the column right of an edge do."""
    texts = grid.inside[edge] if grid.inside else []
    return _alike([b for _, b in texts], x1, size, least) or _alike(
        [(a + b) / 2 for a, b in texts], (x0 + x1) / 2, size, least
    )


def _alike(
    values: Sequence[float], value: float, size: float, least: int, alike: float = _ALIKE
) -> bool:
    """Whether a value is that of many others."""
    same = sum(abs(v - value) <= alike * size for v in values)
    return same >= max(least, 0.4 * len(values))


def _words(text: Text, number: int, of: int, cluster: _Cluster) -> Iterator[Word]:
    """The words of a text; those that are parts of it with certainty stay together.

    One run draws them, or, where ``of`` several texts were found, none begins as a cell does.
    """
    size, grid = text[0].size, cluster.grid
    groups: list[tuple[str, Text]] = []
    for g in text:
        last = groups[-1][1][-1] if groups else None
        gap = g.x0 - last.x1 if last else 0.0
        if last and gap <= BLANK * size:
            groups[-1] = (groups[-1][0] + g.char, [*groups[-1][1], g])
        elif last and _goes_on(last, g, gap / size, of > 1, grid):
            groups[-1] = (groups[-1][0] + " " + g.char, [*groups[-1][1], g])
        else:
            groups.append((g.char, [g]))
    first = cluster.words[0]
    end = None
    for said, own in groups:
        box = (
            min(g.x0 for g in own), min(g.top for g in own),
            max(g.x1 for g in own), max(g.bottom for g in own),
        )  # fmt: skip
        gap = box[0] - end if end is not None else PARTED if number else first.gap
        end = box[2]
        back = cluster.turn.back(box)
        yield Word(composed(said), *back, cluster.turn.angle, first.size, gap)


def _goes_on(last: Glyph, g: Glyph, gap: float, several: bool, grid: Grid) -> bool:
    """Whether what follows a blank of ``gap`` font sizes is of the same text with certainty."""
    if last.run == g.run:
        return gap <= (_APART if several else _SENTENCE)
    return several and gap <= _SENTENCE and not _parts(grid, last, g)


def _parts(grid: Grid, last: Glyph, g: Glyph) -> bool:
    """Whether a blank is that between two cells."""
    slack = _SLACK * g.size
    return any(
        last.x1 - slack <= at <= g.x0 + slack and _begins(grid, i, g.x0, g.size)
        for i, at in enumerate(grid.edges[:-1])
        if i
    )
