"""The words of a line anew, from its characters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bomflow.page.chains import Text, chains, either, linked, mixed, overlaps, whole_runs
from bomflow.page.frames import Turn
from bomflow.page.glyph import BLANK, SQUEEZED, Glyph, printed_once
from bomflow.page.shared import with_shared, without_copies
from bomflow.page.words import PARTED, Box, Word, composed
from bomflow.table.cells.grid import Grid
from bomflow.table.cells.seams import (
    SAME,
    SLACK,
    begins,
    common_begins,
    cut_at_seams,
    doubtful,
    ends,
)

# In font sizes.
_SENTENCE, WIDE_BLANK = 0.42, 0.66  # the widest blank of a sentence, in Courier
APART = 0.75  # the widest blank in one text
Glyphs = Callable[[Sequence[Box]], list[list[list[Glyph]]]]
"""The characters in each of some boxes of the page, in stretches that the file holds whole."""


class Cluster(NamedTuple):
    """Neighbouring words of a line over edges between columns, by their index on the page.

    ``cuts``: where words begin that were read as another cell than those before them.
    """

    words: list[Word]
    places: list[int]
    cuts: list[float]
    grid: Grid
    turn: Turn


def read_anew(cluster: Cluster, letters: Sequence[Sequence[Glyph]]) -> tuple[list[Word], bool]:
    """The words of a line as its texts are in the file, [] where they stay as they are.

    And whether the order of the file told it, or nothing had to: characters of two texts that are
    printed over each other, in any order, may change places.
    """
    turn, words, grid = cluster.turn, cluster.words, cluster.grid
    stretches = [
        [turned(g, turn) for g in stretch if round(g.angle) % 360 == turn.angle]
        for stretch in letters
    ]
    once = printed_once(g for stretch in stretches for g in stretch)
    if sorted(composed("".join(w.text for w in words))) != sorted(
        composed("".join(g.char for g in once))
    ):
        return [], True
    stretches, in_order = with_shared(
        without_copies(stretches, once), common_begins(grid, words[0].size)
    )
    own = [g for stretch in stretches for g in stretch]
    end = max(w.x1 for w in words)
    edges = [i for i, at in enumerate(grid.edges[:-1]) if i and words[0].x0 < at < end]
    texts = chains(stretches)
    if len(texts) > len(edges) + 1 or sum(map(overlaps, texts)) > len(edges):
        # the file has the words, or the characters, in an order of its own
        texts = linked(own)
        in_order = in_order and not mixed(texts)
    if len(texts) > len(edges) + 1:
        return [], in_order
    parts = [cut_at_seams(text, edges, grid) for text in texts]
    in_order = in_order and not any(doubtful(own, edges, cluster.cuts, grid) for own in parts)
    texts = [part for own in parts for part in own]
    in_order = in_order and not either(texts)
    texts.sort(key=lambda text: text[0].x0)
    words_apart = len(texts) > 1 and not any(map(whole_runs, texts))
    anew = [w for n, text in enumerate(texts) for w in _words(text, n, words_apart, cluster)]
    if _joins(anew, words, grid):
        return [], in_order
    same = [(w.text, w.x0) for w in anew] == [(w.text, w.x0) for w in words]
    return ([] if same and len(texts) == 1 else anew), in_order


def _joins(anew: Sequence[Word], words: Sequence[Word], grid: Grid) -> bool:
    """Whether words that an edge parts already would be one."""
    parted = [
        a.text + b.text
        for a, b in pairwise(words)
        if any(a.x1 - SLACK * a.size <= at <= b.x0 + SLACK * a.size for at in grid.edges[1:-1])
    ]
    return any(both in w.text for both in parted for w in anew)


def turned(g: Glyph, turn: Turn) -> Glyph:
    """A character in the frame in which its text is upright."""
    x0, top, x1, bottom = turn.box(g.box)
    return g._replace(x0=x0, top=top, x1=x1, bottom=bottom)


def _words(text: Text, number: int, words_apart: bool, cluster: Cluster) -> Iterator[Word]:
    """The words of a text; over an edge those that are parts of it with certainty stay together.

    One run draws them, or, where texts come apart whose words are runs (``words_apart``), none of
    them begins as a cell does.
    """
    size, grid, first = text[0].size, cluster.grid, cluster.words[0]
    widths = [g.x1 - g.x0 for g in text]
    # Courier; figures are equally wide in nearly every font
    even = max(widths) - min(widths) <= SAME * size and not all(g.char.isdecimal() for g in text)
    groups: list[list[Text]] = []
    for n, g in enumerate(text):
        last = groups[-1][-1][-1] if groups else None
        gap = g.x0 - last.x1 if last else 0.0
        if last and gap <= BLANK * size * (g.stretch if g.stretch < SQUEEZED else 1.0):
            groups[-1][-1].append(g)
        elif last and _goes_on(last, text[n:], gap / size, even, words_apart, grid):
            groups[-1].append([g])
        else:
            groups.append([[g]])
    slack = SLACK * size
    end = None
    for group in groups:
        x0, x1 = group[0][0].x0 + slack, group[-1][-1].x1 - slack
        over = any(x0 < at < x1 for at in grid.edges[1:-1])
        for part in [group] if over else [[word] for word in group]:
            own = [g for word in part for g in word]
            box = (
                min(g.x0 for g in own), min(g.top for g in own),
                max(g.x1 for g in own), max(g.bottom for g in own),
            )  # fmt: skip
            gap = box[0] - end if end is not None else PARTED if number else first.gap
            end = box[2]
            said = " ".join(composed("".join(g.char for g in word)) for word in part)
            back = cluster.turn.back(box)
            yield Word(said, *back, cluster.turn.angle, first.size, gap)


def _goes_on(
    last: Glyph, rest: Text, gap: float, even: bool, words_apart: bool, grid: Grid
) -> bool:
    """Whether what follows a blank of ``gap`` font sizes is of the same text with certainty.

    ``even``: all characters are equally wide, and blanks as wide as they.
    """
    widest = WIDE_BLANK if even else _SENTENCE
    if last.run == rest[0].run:  # of which some producers draw whole lines
        wide = gap > min(widest, grid.wide)
        return gap <= WIDE_BLANK and not (wide and _parts(grid, last, rest, ruled=True))
    return words_apart and gap <= widest and not _parts(grid, last, rest)


def _parts(grid: Grid, last: Glyph, rest: Text, ruled: bool = False) -> bool:
    """Whether a blank is that between two cells: ``rest`` begins, or its word ends, as they do.

    ``ruled``: a line between both says so too.
    """
    x0, size = rest[0].x0, rest[0].size
    slack = SLACK * size
    far = (k for k, (a, b) in enumerate(pairwise(rest)) if b.x0 - a.x1 > BLANK * size)
    x1 = rest[next(far, len(rest) - 1)].x1
    return any(
        last.x1 - slack <= at <= x0 + slack
        and ((ruled and grid.hard[i]) or begins(grid, i, x0, size) or ends(grid, i, x1, size, 2))
        for i, at in enumerate(grid.edges[:-1])
        if i
    )
