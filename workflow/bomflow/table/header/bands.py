"""Header bands: where a page may print a parts-list header."""

from __future__ import annotations

from collections.abc import Sequence

from bomflow.page.rulings import Rulings
from bomflow.page.words import Word
from bomflow.table.body.sections import is_heading
from bomflow.table.header.columns import STACK, Band, Column, name_columns
from bomflow.table.header.copies import between, gaps_between_copies
from bomflow.table.header.folding import fold
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.meaning import STRONG, nameable
from bomflow.table.header.open_header import open_band
from bomflow.table.header.ruled_header import ruled_band
from bomflow.table.header.seeds import Seed, company
from bomflow.table.header.spellings import COLUMNS
from bomflow.table.judging.refused import is_axis
from bomflow.table.layout import box_of

_SHORT = 2  # letters of an abbreviation that may as well be no heading
_BESIDE = 0.3  # font sizes that texts stand out over their header


def find_bands(
    words: Sequence[Word], seeds: list[Seed], rulings: Rulings, vocabulary: Vocabulary
) -> list[Band]:
    """Every place that reads like a header, most columns first, none overlapping another.

    Its columns have names, which what stands in them may change (bomflow.table.naming.recast).
    """
    bands: list[Band] = []
    order = sorted(
        (s for s in seeds if s.real),
        key=lambda s: (-company(s, seeds, 0.3), -company(s, seeds), s.y, s.phrase.x0),
    )
    gaps = gaps_between_copies(seeds)
    for seed in order:
        if seed.used:
            continue
        low, high = between(gaps, seed)
        group = [
            s
            for s in seeds
            if not s.used and abs(s.y - seed.y) <= STACK * seed.size and s.size < 2.5 * seed.size
            and seed.size < 2.5 * s.size and low < s.phrase.x0 and s.phrase.x1 < high
        ]  # fmt: skip
        if nameable(s.meaning for s in group) < 2:
            continue
        near = words
        if low > -1e9 or high < 1e9:
            near = [w for w in words if low < (w.x0 + w.x1) / 2 < high]
        band = ruled_band(seed, group, near, rulings, vocabulary)
        if band is None:
            used = {id(w) for b in bands for w in b.words}
            band = open_band(seed, group, near, rulings, vocabulary, used)
        if band is None or _is_heading_beside(band):
            continue
        for s in seeds:
            x = (s.phrase.x0 + s.phrase.x1) / 2
            if band.top - 1 <= s.y <= band.bottom + 1 and band.x0 - 1 <= x <= band.x1 + 1:
                s.used = True
        seed.used = True
        _cut_decoy(band)
        bands += _stacks(band, vocabulary)
    for band in bands:
        name_columns(band.columns)
    return bands


def _is_heading_beside(band: Band) -> bool:
    """Whether a header is a heading between rows (FITTINGS) and an abbreviation from beside them:
    the test of a weld (PT, VT).
    """
    texts = [fold(c.text) for c in band.columns]
    return len(texts) == 2 and any(map(is_heading, texts)) and min(map(len, texts)) <= _SHORT


def _cut_decoy(band: Band) -> None:
    """Drop the columns of another table (REV, DESCRIPTION, DATE, BY) that touches the list's."""
    decoys = [c.meaning.decoy and not is_axis(c) for c in band.columns]
    if sum(decoys) < 2:
        return
    first, last = decoys.index(True), len(decoys) - decoys[::-1].index(True)
    if last == len(decoys) or 2 * sum(decoys[first:]) >= len(decoys) - first:
        mine, rest = band.columns[:first], band.columns[first:]
    else:
        mine, rest = band.columns[last:], band.columns[:last]
        names = sum("description" in c.meaning.columns[:1] for c in mine)
        if fold(mine[0].text) == "name" and names:  # of who has signed
            mine, rest = mine[1:], band.columns[: last + 1]
    whole = nameable(c.meaning for c in mine)
    if whole < 3 or 2 * sum(c.meaning.decoy for c in rest) < len(rest):
        return
    band.columns = mine
    x0 = mine[0].left if mine[0].left is not None else mine[0].span[0]
    x1 = mine[-1].right if mine[-1].right is not None else mine[-1].span[1]
    band.x0, band.x1 = max(band.x0, x0), min(band.x1, x1)
    slack = _BESIDE * band.size
    others = [c.span for c in rest]
    band.beside = (
        max((b + slack for _, b in others if b < band.x0), default=band.beside[0]),
        min((a - slack for a, _ in others if a > band.x1), default=band.beside[1]),
    )
    band.bounds = [b for b in band.bounds if band.x0 - 2 <= b.at <= band.x1 + 2]


def _stacks(band: Band, vocabulary: Vocabulary) -> list[Band]:
    """Split a header that repeats itself side by side."""
    columns = band.columns
    first = next((c.meaning.columns[0] for c in columns if c.meaning.columns), None)
    starts = [
        i
        for i, c in enumerate(columns)
        if c.meaning.columns and c.meaning.columns[0] == first and first in COLUMNS
        and fold(c.text) == fold(next(k.text for k in columns if k.meaning.columns))
    ]  # fmt: skip
    alike = len(starts) > 1 and starts[0] <= 1
    if not alike or first != "position":
        starts = _second_list(columns) or (starts if alike else [])
    if not starts:
        return [band]
    while starts[0] > 0 and len({fold(columns[i - 1].text) for i in starts}) == 1:
        starts = [i - 1 for i in starts]  # a heading that nobody listed stands before each
    pieces = [columns[a:b] for a, b in zip(starts, [*starts[1:], len(columns)], strict=True)]
    pieces[0] = columns[: starts[1]]
    out = []
    for piece in pieces:
        if nameable(c.meaning for c in piece) < 2:
            return [band]
        x0 = piece[0].left if piece[0].left is not None else piece[0].span[0]
        x1 = piece[-1].right if piece[-1].right is not None else piece[-1].span[1]
        low = -1e9 if piece is pieces[0] else pieces[pieces.index(piece) - 1][-1].span[1]
        high = 1e9 if piece is pieces[-1] else pieces[pieces.index(piece) + 1][0].span[0]
        bounds = [b for b in band.bounds if low < b.at < high or x0 - 2 <= b.at <= x1 + 2]
        left = [b for b in bounds if b.at <= x0 + 2]
        right = [b for b in bounds if b.at >= x1 - 2]
        bounds = left[-1:] + [b for b in bounds if x0 + 2 < b.at < x1 - 2] + right[:1]
        one = Band(band.top, band.bottom, x0, x1, band.size, piece, bounds, band.boxed)
        if not band.boxed and one.words:
            _, one.top, _, one.bottom = box_of(one.words)
        out.append(one)
    return out


def _second_list(columns: Sequence[Column]) -> list[int]:
    """Where two lists with other columns begin: the second where it names its positions.

    Both name what the parts are and how many, or count their rows and their parts.
    """

    def named(part: Sequence[Column]) -> set[str]:
        return {
            c.meaning.columns[0] for c in part
            if c.meaning.columns and c.meaning.strength >= STRONG
        }  # fmt: skip

    ways = ({"quantity", "description"}, {"quantity", "position"})
    for i in range(2, len(columns) - 1):
        for both in ways:
            if "position" in named(columns[i : i + 1]) and both <= named(columns[:i]):
                return [0, i] if both <= named(columns[i:]) else []
    return []
