"""A header from the lines of its words alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bomflow.page.rulings import Rulings
from bomflow.page.words import Box, Word
from bomflow.table.body.sections import is_heading
from bomflow.table.header.bounds import distinct, without_crossing
from bomflow.table.header.columns import STACK, Band, Column
from bomflow.table.header.extent import extent, header_phrase
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.meaning import STRONG, nameable
from bomflow.table.header.seeds import Seed, is_caption, numbered, split_phrase
from bomflow.table.header.stacked import stacked_cells
from bomflow.table.header.walls import WALL, alike_walls, walls_at
from bomflow.table.header.wrapped import wrapped_lines
from bomflow.table.layout import Phrase, box_of, middle, phrases, text_lines

_CLEAR = 3.0  # font sizes between a caption and header words
_OVERLAP = 0.8  # font sizes between two lines that no row has between itself and its header
_BESIDE = 15.0  # font sizes by which the lines of a list go on beside its header


def open_band(
    seed: Seed,
    group: list[Seed],
    words: Sequence[Word],
    rulings: Rulings,
    vocabulary: Vocabulary,
    used: set[int],
) -> Band | None:
    """The header from the lines of words around the seed alone."""
    size = seed.size
    nearby = [w for w in words if abs(middle(w) - seed.y) <= STACK * size + 0.6 * size]
    lines = text_lines(nearby)
    main = min(
        range(len(lines)), key=lambda i: abs(sum(map(middle, lines[i])) / len(lines[i]) - seed.y)
    )
    frames = [d.at for d in walls_at(rulings, seed.y, size, 0.3)]
    down = walls_at(rulings, seed.y, size, WALL)  # those drawn cell by cell, too
    walls = [d.at for d in down]
    x0, x1 = extent(seed, lines, main, vocabulary, rulings, walls, frames, used)
    known = [s.phrase for s in group if s.phrase.x1 > x0 and s.phrase.x0 < x1]
    known += [
        p
        for i, line in enumerate(lines)
        for p in phrases(line)
        if x0 <= p.x0 and p.x1 <= x1 and not numbered(p.text)
        and (header_phrase(p, vocabulary) or (i == main and vocabulary.meaning(p.text).decoy))
    ]  # fmt: skip
    ends = min(p.x0 for p in known), max(p.x1 for p in known)
    x0 = max([x0, *(w for w in walls if w < ends[0] + 1)])
    x1 = min([x1, *(w for w in walls if w > ends[1] - 1)])
    free = [p for p in phrases(lines[main]) if not any(id(w) in used for w in p.words)]
    x0, x1 = alike_walls((x0, x1), ends, down, free, vocabulary)
    in_lines = [phrases(line) for line in lines]
    taken: list[Phrase] = []
    for step in (range(main, -1, -1), range(main + 1, len(lines))):
        edge: float | None = None
        for i in step:
            parts = [
                q
                for p in in_lines[i]
                if x0 - 2 * size < p.x1
                and p.x0 < x1 + 2 * size
                and (p.x0 + p.x1) / 2 > x0 - 0.1
                and (p.x0 + p.x1) / 2 < x1 + 0.1
                and not is_caption(p, in_lines[i], vocabulary)
                and not (i != main and _heads_another_table(p, vocabulary))
                for q in split_phrase(p, vocabulary)
            ]
            if not parts or (i > main and len(parts) == 1 and is_heading(parts[0].text)):
                continue
            y = sum(map(middle, lines[i])) / len(lines[i])
            if i != main:
                if len(parts) == 1 and _stands_alone(parts[0], taken, size):
                    break
                # a line that overlaps the main one is none of a row, whatever it says
                level = abs(y - seed.y) <= _OVERLAP * size
                familiar = sum(level or _goes_with(p, taken, vocabulary) for p in parts)
                if familiar < 0.6 * len(parts) or (edge is not None and abs(y - edge) > 1.9 * size):
                    break
            edge = y
            taken += parts
    if not taken:
        return None
    taken += wrapped_lines(taken, words, size, vocabulary)
    cells = _without_values(stacked_cells(taken, vocabulary))
    kept = {id(w) for c in cells for w in (*c.words, *c.over)}
    taken = [p for p in taken if any(id(w) in kept for w in p.words)]
    if not taken:
        return None
    if nameable(c.meaning for c in cells) < 2:
        return None
    box = box_of(w for p in taken for w in p.words)
    down = rulings.down_between(box[0] - 3 * size, box[2] + 3 * size, box[1], box[3])
    bounds = distinct(
        [
            d
            for d in down
            if box[0] - 3 * size <= d.at <= box[2] + 3 * size
            and min(d.end, box[3]) - max(d.start, box[1]) >= 0.8 * (box[3] - box[1])
            and d.end - d.start >= 3 * size
            and not any(
                w.x0 + 0.3 * size < d.at < w.x1 - 0.3 * size for p in taken for w in p.words
            )
        ]
    )
    bounds = without_crossing(bounds, size)
    left = [b for b in bounds if b.at <= box[0] + 2]
    right = [b for b in bounds if b.at >= box[2] - 2]
    inner = [b for b in bounds if box[0] + 2 < b.at < box[2] - 2]
    bounds = left[-1:] + inner + right[:1]
    for one, two in pairwise(bounds):  # ruled columns without a header
        if two.at - one.at > 0.8 * size and not any(
            c.span[0] < two.at and c.span[1] > one.at for c in cells
        ):
            cells.append(Column("", [], vocabulary.meaning(""), one.at, two.at))
    cells.sort(key=lambda c: sum(c.span))
    lids = _lids(box, size, rulings)
    return Band(box[1], box[3], box[0], box[2], size, cells, bounds, lids=lids)


def _stands_alone(p: Phrase, taken: Sequence[Phrase], size: float) -> bool:
    """Whether a text keeps clear of all header words: a caption (PARTS:) over a wide column.

    Header cells of several lines stand over each other, groups close to what they head.
    """
    gaps = [max(q.x0 - p.x1, p.x0 - q.x1) for q in taken]
    apart = min(abs(middle(q.words[0]) - middle(p.words[0])) for q in taken)
    between = any(q.x1 < p.x0 for q in taken) and any(q.x0 > p.x1 for q in taken)
    return between and min(gaps) > _CLEAR * size and apart > size


def _lids(box: Box, size: float, rulings: Rulings) -> tuple[float, float] | None:
    """From where to where two of the lines across beside a header run, if they end together.

    The third line may be that of the sheet's frame. They bound the columns of a list that has no
    other lines: their headers may stand in the middle, far from what is set to the left.
    """
    x0, top, x1, bottom = box
    reach = _BESIDE * size
    near = [
        a
        for a in rulings.across_between(top - 3 * size, bottom + 3 * size, x0, x1)
        if x0 - reach <= a.start <= x0 + 1 and x1 - 1 <= a.end <= x1 + reach
    ]
    for a, b in pairwise(near):
        if abs(a.start - b.start) <= 0.3 * size and abs(a.end - b.end) <= 0.3 * size:
            return max(a.start, b.start), min(a.end, b.end)
    # in a corner of the frame, whose line is also the list's first one
    frame = rulings.across_between(top - 3 * size, top, x0, x1)
    for a in near:
        for f in frame:
            ends = abs(f.start - a.start), abs(f.end - a.end)
            if a.at > bottom and max(ends) > reach and min(ends) <= 0.3 * size:
                return a.start, a.end
    return None


def _heads_another_table(p: Phrase, vocabulary: Vocabulary) -> bool:
    """Whether a phrase over the header is the caption of another table (DRAWING LIST)."""
    return len(p.words) > 1 and vocabulary.is_other_caption(p.text)


def _goes_with(p: Phrase, taken: Sequence[Phrase], vocabulary: Vocabulary) -> bool:
    """Whether a phrase over or under header cells is of the header too.

    A word that some header somewhere holds (TOP) may as well begin the first row: then it stands
    further off the cell that it is under than the lines of one cell do.
    """
    near = [q for q in taken if q.x0 < p.x1 and q.x1 > p.x0]
    y, size = middle(p.words[0]), p.words[0].size
    begun = (q.text[:-1] for q in near if q.text.endswith("-"))
    if any(vocabulary.meaning(begin + p.text).strength >= STRONG for begin in begun):
        return True  # Приме- over чание
    apart = min((abs(middle(w) - y) for q in near for w in q.words), default=0.0)
    return apart <= 2.2 * size and header_phrase(p, vocabulary)


def _without_values(cells: list[Column]) -> list[Column]:
    """The cells up to those of a title block beside the header: values, and words before them."""

    def weak(c: Column) -> bool:
        return c.meaning.strength < STRONG

    for _ in range(2):  # from the right, then from the left
        cells = cells[::-1]
        value = next((i for i, c in enumerate(cells) if weak(c) and numbered(c.text)), None)
        strong = next((i for i, c in enumerate(cells) if not weak(c)), 0)
        if value is not None and value < strong:
            cells = cells[strong:]
    return cells
