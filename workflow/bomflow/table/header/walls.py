"""How far a header goes on between walls like its own, whatever its words say.

The lines down between the columns of a list begin and end together; those of a title block or of
another table beside it do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from bomflow.page.rulings import Ruling, Rulings
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.meaning import STRONG
from bomflow.table.header.seeds import numbered
from bomflow.table.header.spellings import COLUMNS
from bomflow.table.layout import Phrase

_SAME = 1.0  # points by which the ends of such lines differ
WALL = 5.0  # font sizes of a line that parts more than the letters of a word
_LEVEL = 0.3  # font sizes beside the height asked for


def walls_at(rulings: Rulings, y: float, size: float, near: float) -> list[Ruling]:
    """Lines down at least five font sizes long that pass the height ``y``.

    ``near``: font sizes within which their pieces stand.
    """
    level, reach = _LEVEL * size, near * size
    return [
        d
        for d in rulings.down_between(-1e9, 1e9, y - reach, y + reach)
        if d.end - d.start >= WALL * size and d.start <= y + level and d.end >= y - level
    ]


def alike_walls(
    reach: tuple[float, float],
    known: tuple[float, float],
    down: Sequence[Ruling],
    line: Sequence[Phrase],
    vocabulary: Vocabulary,
) -> tuple[float, float]:
    """The ``reach`` of a header along its ``line``, on to the last cell between walls like those
    within what is ``known`` of it; a cell that names one of the six columns may be another list's.
    """
    x0, x1 = known
    inner = [d for d in down if x0 < d.at < x1]
    like = {
        d.at
        for d in down
        if inner and all(abs(d.start - i.start) + abs(d.end - i.end) <= _SAME for i in inner)
    }
    walls = sorted(d.at for d in down)
    after = list(takewhile(like.__contains__, (w for w in walls if w > x1 - 1)))
    before = list(takewhile(like.__contains__, (w for w in reversed(walls) if w < x0 + 1)))
    right = _last(x1, after, line, vocabulary)
    left = _last(x0, before, line, vocabulary)
    return min(reach[0], left or reach[0]), max(reach[1], right or reach[1])


def _last(
    edge: float, walls: Sequence[float], line: Sequence[Phrase], vocabulary: Vocabulary
) -> float | None:
    """The last of the walls, from the header's ``edge`` on, up to which each cell holds a header.

    None where other texts stand before the first one: a list without lines at its sides.
    """
    if not walls or _between(edge, walls[0], line):
        return None
    for wall, beyond in pairwise(walls):
        cell = _between(wall, beyond, line)
        if not cell or not all(_may_head(p, wall, beyond, vocabulary) for p in cell):
            return wall
    return walls[-1]


def _between(one: float, two: float, line: Sequence[Phrase]) -> list[Phrase]:
    low, high = min(one, two) + 0.1, max(one, two) - 0.1
    return [p for p in line if p.x0 < high and p.x1 > low]


def _may_head(p: Phrase, one: float, two: float, vocabulary: Vocabulary) -> bool:
    """Whether a phrase between two walls names none of the six columns and is no value."""
    meaning = vocabulary.meaning(p.text)
    named = meaning.strength >= STRONG and meaning.columns[:1] and meaning.columns[0] in COLUMNS
    inside = min(one, two) - 1 <= p.x0 and p.x1 <= max(one, two) + 1
    return inside and not (named or meaning.decoy or numbered(p.text))
