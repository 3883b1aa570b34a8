"""Further lines of header cells that are wrapped, whatever their words say.

ESTIMATED over COST is one cell though nobody listed either word: its lines stand closer to each
other than the header stands to the first row, each under (or over) a line of its own cell.
"""

from __future__ import annotations

from collections.abc import Sequence

from bomflow.page.words import Word
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.meaning import STRONG
from bomflow.table.header.seeds import numbered
from bomflow.table.layout import Phrase, middle, phrases, text_lines

# In font sizes.
_REACH = 8.0  # from the header to its last line at most
_NEAREST, _FURTHEST = 0.85, 1.5  # between two lines of a cell
_BREAK = 0.2  # by which what follows stands further off than the lines of a cell
_NAMES = (("description",), ("article_number",))
_ALIKE = 0.1  # share by which the letters of one cell differ


def wrapped_lines(
    taken: Sequence[Phrase], words: Sequence[Word], size: float, vocabulary: Vocabulary
) -> list[Phrase]:
    """The phrases that go on header cells under and over those ``taken``.

    A line under DESCRIPTION alone is a heading, or ends a row of the page before.
    """
    found: list[Phrase] = []
    for step in (1, -1):
        more = _on_side([*taken, *found], words, size, step)
        if more and not all(_is_named(p, taken, vocabulary) for p in more):
            found += more
    return found


def _is_named(p: Phrase, taken: Sequence[Phrase], vocabulary: Vocabulary) -> bool:
    """Whether a phrase stands at a cell that says what the parts are without it."""
    over = [vocabulary.meaning(q.text) for q in taken if q.x0 < p.x1 and q.x1 > p.x0]
    return any(m.strength >= STRONG and m.columns[:1] in _NAMES for m in over)


def _on_side(taken: list[Phrase], words: Sequence[Word], size: float, step: int) -> list[Phrase]:
    """The phrases under the header (``step`` 1) or over it (-1)."""
    x0, x1 = min(p.x0 for p in taken), max(p.x1 for p in taken)
    heights = [middle(w) * step for p in taken for w in p.words]
    held = {id(w) for p in taken for w in p.words}
    near = [
        w for w in words
        if min(heights) < middle(w) * step <= max(heights) + _REACH * size and id(w) not in held
    ]  # fmt: skip
    lines = (
        [p for p in phrases(line) if p.x0 < x1 and p.x1 > x0] for line in text_lines(near)[::step]
    )
    rest = [line for line in lines if line]
    found: list[Phrase] = []
    kept = 0
    for i, line in enumerate(rest):
        steps = [_step(p, [*taken, *found], size, step) for p in line]
        if not all(steps):
            break
        found += line
        if i + 1 == len(rest):
            kept = len(found) if step < 0 else kept  # a header over nothing has no rows
        elif abs(middle(rest[i + 1][0].words[0]) - middle(line[0].words[0])) > (
            max(steps) + _BREAK * size
        ):
            kept = len(found)
            break
    return found[:kept]


def _step(p: Phrase, cells: Sequence[Phrase], size: float, step: int) -> float:
    """How far a phrase stands from the line of the only cell that it goes on, 0.0 if from none."""
    if numbered(p.text) or any(abs(w.size - size) > _ALIKE * size for w in p.words):
        return 0.0
    y = middle(p.words[0])
    beside = [q for q in cells if q.x0 < p.x1 and q.x1 > p.x0]
    gaps = [(y - middle(q.words[0])) * step for q in beside]
    gap = min(gaps, default=0.0)
    alone = sum(abs(g - gap) <= 0.5 * size for g in gaps) == 1
    return gap if alone and _NEAREST * size <= gap <= _FURTHEST * size else 0.0
