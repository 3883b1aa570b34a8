"""Where the rows of a header are: below or above it, how far, between which walls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bomflow.page.rulings import Ruling, Rulings, merge
from bomflow.page.words import Word
from bomflow.table.body.overrun import running_over
from bomflow.table.body.separators import row_rulings
from bomflow.table.body.walk import Walk
from bomflow.table.header.columns import Band
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.repeated import repeats, same_x
from bomflow.table.layout import Phrase, box_of, middle, phrases, text_lines

_STRIP = 6.0  # least heights of a row that one of several lines may be high


@dataclass
class Body:
    """Where the rows are: lines or ruled strips beyond the header."""

    top: float
    bottom: float
    x0: float
    x1: float
    ruled: bool
    headings: Sequence[tuple[float, float]] = ()  # rows that are one cell: top and bottom


def ruled_body(band: Band, rulings: Rulings, others: list[Band], down: bool) -> Body | None:
    """The body that vertical rulings bound, None when fewer than half of them go on."""
    inner = [b for b in band.bounds if band.x0 + 2 < b.at < band.x1 - 2]
    if len(band.bounds) < 3 or not inner:
        return None
    left, right = sides(band, others)
    headings = _headings(band, rulings, others)
    ends = []
    for bound in band.bounds:
        pieces = _pieces(bound, rulings)
        pieces = merge([*pieces, *(Ruling(bound.at, *h) for h in headings)], slack=4.0, bridge=4.0)
        touching = [p for p in pieces if p.start <= band.bottom + 2 and p.end >= band.top - 2]
        if not touching:
            continue
        ends.append(max(p.end for p in touching) if down else min(p.start for p in touching))
    edge = band.bottom if down else band.top
    need = max(2, (len(band.bounds) + 1) // 2)
    ends.sort(reverse=down)
    if len(ends) < need:
        return None
    end = ends[need - 1]
    if abs(end - edge) < 0.8 * band.size or (end < edge) == down:
        return None
    return Body(min(edge, end), max(edge, end), left, right, True, headings)


def _pieces(bound: Ruling, rulings: Rulings) -> list[Ruling]:
    """The pieces of a vertical line over the whole page."""
    lines = rulings.down_between(bound.at - 2, bound.at + 2, 0, 1e9)
    return merge(lines, slack=4.0, bridge=4.0)


def _headings(band: Band, rulings: Rulings, others: list[Band]) -> list[tuple[float, float]]:
    """Rows without columns: closed by the outer lines and two lids, columns above and below."""
    across = rulings.across_between(-1e9, 1e9, band.x0, band.x1)
    lids = row_rulings(across, band.x0, band.x1, 0.9, 1.5 * band.size)
    walls = [_pieces(band.bounds[i], rulings) for i in (0, -1)]
    columns = _pieces(band.bounds[len(band.bounds) // 2], rulings)
    heads = [o for o in others if same_x(o, band)]
    return [
        (top, bottom)
        for top, bottom in pairwise(lids)
        if bottom - top <= 3.5 * band.size
        and all(any(p.start <= top + 2 and p.end >= bottom - 2 for p in wall) for wall in walls)
        and any(abs(p.end - top) <= 2 for p in columns)
        and any(abs(p.start - bottom) <= 2 for p in columns)
        and not any(o.top < bottom and o.bottom > top for o in heads)
    ]


def sides(band: Band, others: list[Band]) -> tuple[float, float]:
    """How far words left and right of the header still belong to the table."""
    if band.boxed:
        return band.x0, band.x1
    left_walls = [b.at for b in band.bounds if b.at <= band.x0 + 2]
    right_walls = [b.at for b in band.bounds if b.at >= band.x1 - 2]
    x0, x1 = band.x0 - band.reach * band.size, band.x1 + band.reach * band.size
    if band.lids and band.lids[0] <= band.x0 and band.x1 <= band.lids[1]:
        x0, x1 = band.lids  # marks of revisions stand beside them
    x0 = max([x0, band.beside[0], *left_walls])
    x1 = min([x1, band.beside[1], *right_walls])
    reach = 6 * band.size
    for other in others:  # a stack beside this one
        near = other.top < band.bottom + reach and other.bottom > band.top - reach
        if other is not band and near:
            if other.x0 >= band.x1 and not right_walls:
                x1 = min(x1, (other.x0 + band.x1) / 2)
            elif other.x1 <= band.x0 and not left_walls:
                x0 = max(x0, (other.x1 + band.x0) / 2)
    return x0, x1


def _frame_end(band: Band, rulings: Rulings, down: bool) -> float:
    """Where the outer rulings beside the header end (infinite without them).

    They end together, or at a line across: one that ends alone is of the drawing beside the list.
    """
    edge = band.bottom if down else band.top
    ends = []
    for wall in band.bounds:
        if band.x0 + 2 < wall.at < band.x1 - 2:
            continue
        pieces = merge(rulings.down_between(wall.at - 2, wall.at + 2, -1e9, 1e9), 4.0, 4.0)
        for p in pieces:
            if _is_shade(p, pieces, 0.8 * band.size, down):
                continue
            if p.start <= band.bottom + 2 and p.end >= band.top - 2:
                end = p.end if down else p.start
                if abs(end - edge) > band.size and (end > edge) == down:
                    ends.append((end, wall.at))

    def closes(end: float, at: float) -> bool:
        slack = 0.3 * band.size
        if any(abs(e - end) <= slack and abs(x - at) > band.size for e, x in ends):
            return True
        across = rulings.across_between(end - slack, end + slack, band.x0, band.x1)
        return bool(row_rulings(across, band.x0, band.x1, 0.5, band.size))

    stops = [end for end, at in ends if closes(end, at)]
    if not stops:
        return 1e9 if down else -1e9
    return min(stops) if down else max(stops)


def _is_shade(piece: Ruling, wall: Sequence[Ruling], row: float, down: bool) -> bool:
    """Whether a piece of a wall is the side of shaded rows: another one follows a row further on.

    ``row``: the least height of a row.
    """
    for other in wall:
        gap = other.start - piece.end if down else piece.start - other.end
        if row <= gap <= _STRIP * row and row <= other.end - other.start <= _STRIP * row:
            return True
    return False


def open_body(
    band: Band,
    words: Sequence[Word],
    rulings: Rulings,
    vocabulary: Vocabulary,
    others: list[Band],
    down: bool,
) -> Body | None:
    """The body without vertical rulings: line by line until something else begins."""
    x0, x1 = sides(band, others)
    edge = band.bottom if down else band.top
    stop = _frame_end(band, rulings, down)
    again = repeats(band, others)
    side = [
        w
        for w in words
        if (edge < middle(w) < stop if down else stop < middle(w) < edge)
        and not any(r.top <= middle(w) <= r.bottom for r in again)
    ]
    lines = text_lines(within(side, band, x0, x1))
    if not down:
        lines.reverse()
    walk = Walk(band, rulings, vocabulary, others, lines, down, x0, x1)
    taken = walk.take()
    if not taken:
        return None
    box = box_of(w for line in taken for w in line)
    top, bottom = min(box[1], edge) - 0.01, max(box[3], edge) + 0.01
    return Body(top, bottom, min(x0, box[0]), max(x1, box[2]), False)


def within(words: Sequence[Word], band: Band, x0: float, x1: float) -> list[Word]:
    """Words between the walls; phrases that begin inside go on over the right one, and over
    a side without a wall.
    """
    wall_left = band.boxed or any(b.at <= band.x0 + 2 for b in band.bounds)
    wall_right = band.boxed or any(b.at >= band.x1 - 2 for b in band.bounds)
    over = running_over(words, x1 + 0.5) if wall_right else []
    if wall_left and wall_right:
        return [w for w in words if x0 - 0.5 <= (w.x0 + w.x1) / 2 <= x1 + 0.5] + over
    reach = 60 * band.size
    near = [w for w in words if w.x1 > x0 - reach and w.x0 < x1 + reach]
    out: list[Word] = []
    for line in text_lines(near):
        for p in phrases(line):
            if wall_left or wall_right:
                p = Phrase(
                    tuple(
                        w
                        for w in p.words
                        if not (wall_left and (w.x0 + w.x1) / 2 < x0 - 0.5)
                        and not (wall_right and (w.x0 + w.x1) / 2 > x1 + 0.5)
                    )
                )
                if not p.words:
                    continue
            if p.x0 < x1 and (p.x0 > x0 or (p.x0 + p.x1) / 2 > x0):
                out += p.words
    return out + over
