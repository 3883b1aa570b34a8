"""Texts of two cells that touch or overlap, because one runs over the end of its column.

Words alone do not tell, their characters do: the file holds the characters of a text one after the
other, and what it draws in one run is one text. Another text begins where the file does not go on
beside the last character, or where a run begins that stands as the texts of its column do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from bomflow.page.frames import Turn
from bomflow.page.words import Box, Word
from bomflow.table.cells.anew import APART, WIDE_BLANK, Cluster, Glyphs, read_anew
from bomflow.table.cells.grid import Grid, texts_between
from bomflow.table.layout import box_of, phrases, text_lines
from bomflow.table.model import Table

_ACROSS = 0.1  # font sizes that a word stands on both sides of an edge that it crosses

MIXED = "texts of two cells touch or overlap: which characters are whose?"


class Parted(NamedTuple):
    """What stands for some of the page's words, by their index: [] where another one's says it all.

    ``unsure``: where texts are printed over each other in no order.
    """

    parts: dict[int, list[Word]]
    unsure: list[Box]

    def words(self, of: Sequence[Word]) -> list[Word]:
        """The words of the page with these in the place of those that were cut."""
        return [part for i, w in enumerate(of) for part in self.parts.get(i, (w,))]

    def after(self, parts: dict[int, list[Word]], of: Sequence[Word]) -> Parted:
        """The same for the words as they were before ``parts`` of them were cut."""
        both: dict[int, list[Word]] = {}
        n = 0
        for i, w in enumerate(of):
            for word in parts.get(i, (w,)):
                if i in parts or n in self.parts:
                    both[i] = [*both.get(i, ()), *self.parts.get(n, (word,))]
                n += 1
        return self._replace(parts=both)


WHOLE = Parted({}, [])
"""Every word is as it was."""


def part_touching(
    words: Sequence[Word], tables: Sequence[tuple[Table, Turn]], glyphs: Glyphs
) -> Parted:
    """Words that are texts of two cells, cut in two."""
    clusters: list[Cluster] = []
    for table, turn in tables:
        own = [i for i, w in enumerate(words) if w.angle == turn.angle]
        at = {w.box: i for i, w in zip(own, turn.words(list(words)), strict=True)}
        if table.grid is None:
            continue
        grid = replace(table.grid, inside=_texts(table, table.grid.edges))
        column = {id(w): i for row in table.rows for i, cell in row.cells.items() for w in cell}
        for line in _touching_lines(table, grid):
            places = [at.get(w.box, -1) for w in line]
            cuts = [b.x0 for a, b in pairwise(line) if column.get(id(a)) != column.get(id(b))]
            if min(places) >= 0:
                clusters.append(Cluster(line, places, cuts, grid, turn))
    if not clusters:
        return WHOLE
    parted: dict[int, list[Word]] = {}
    unsure: list[Box] = []
    of_words = glyphs([c.turn.back(box_of(c.words)) for c in clusters])
    for cluster, letters in zip(clusters, of_words, strict=True):
        anew, in_order = read_anew(cluster, letters)
        if not in_order:
            unsure.append(cluster.turn.back(box_of(cluster.words)))
        if anew:
            parted |= {place: [] for place in cluster.places} | {cluster.places[0]: anew}
    return Parted(parted, unsure)


def tell_mixed(tables: Sequence[tuple[Table, Turn]], boxes: Sequence[Box]) -> None:
    """Tell of tables that texts are printed over each other there, character by character."""
    for table, turn in tables:
        x0, top, x1, bottom = turn.back(table.box)
        if any(x0 <= (b[0] + b[2]) / 2 <= x1 and top <= (b[1] + b[3]) / 2 <= bottom for b in boxes):
            table.left_out.append(MIXED)


def _texts(table: Table, edges: Sequence[float]) -> list[list[tuple[float, float]]]:
    """The texts of each column that are the table's own: another list may stand above or below.

    Those of the header count where a row has one as well.
    """
    rows, header = (
        texts_between(edges, map(phrases, text_lines(words)))
        for words in ([w for row in table.rows for w in row.words], table.header_words)
    )
    return [own and own + over for own, over in zip(rows, header, strict=True)]


def _touching_lines(table: Table, grid: Grid) -> Iterator[list[Word]]:
    """Neighbouring words of the table's rows that cross, or hardly keep out of, an edge."""
    for line in text_lines([w for row in table.rows for w in row.words] + table.leftover):
        cluster: list[Word] = []
        end = 0.0
        for w in line:
            if cluster and w.x0 - end > APART * w.size:
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
        b.x0 - a.x1 < WIDE_BLANK * size and any(a.x0 < at < b.x1 for at in inner)
        for a, b in pairwise(line)
    )
