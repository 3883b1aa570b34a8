"""Characters of a line put together to texts: by the order of the file, or by where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bomflow.page.glyph import BLANK, Glyph, of_one_glyph

Text = list[Glyph]

# In font sizes, from one character of a text to the next.
_BACK = -0.45
KERNING = 0.12  # by which two runs of one text overlap at most
_EXACT = 0.03
_TOUCHING = 0.16
_SENTENCE = 0.42
_APART = 0.75
_ALIKE = 0.1  # by which two words begin in the same place


def chains(stretches: Sequence[Sequence[Glyph]]) -> list[Text]:
    """Characters of upright text that the file holds one after the other and draws side by side."""
    texts: list[Text] = []
    for k, g in ((k, g) for stretch in stretches for k, g in enumerate(stretch)):
        last = texts[-1][-1] if texts and k else None
        if last and (of_one_glyph(last, g) or _BACK * g.size <= g.x0 - last.x1 <= _APART * g.size):
            texts[-1].append(g)
        else:
            texts.append([g])
    return texts


def overlaps(text: Text) -> int:
    """How often a run begins before the end of the one before it, as in two texts."""
    return sum(a.run != b.run and b.x0 - a.x1 < -KERNING * b.size for a, b in pairwise(text))


def whole_runs(text: Text) -> bool:
    """Whether a run holds several words: texts are drawn in one go."""
    return any(a.run == b.run and b.x0 - a.x1 > BLANK * b.size for a, b in pairwise(text))


def linked(letters: Sequence[Glyph]) -> list[Text]:
    """Characters of upright text put together by where they stand, run by run.

    What follows exactly is of one text before what follows with a blank, and that before what
    overlaps: two texts that are printed over each other come apart.
    """
    pieces: list[Text] = []
    for g in letters:
        if pieces and pieces[-1][-1].run == g.run:
            pieces[-1].append(g)
        else:
            pieces.append([g])
    pieces.sort(key=lambda piece: piece[0].x0)
    follower: dict[int, int] = {}
    headed: set[int] = set()
    for low, high in (
        (-_EXACT, _EXACT), (_TOUCHING, _SENTENCE), (_BACK, _TOUCHING), (_SENTENCE, _APART),
    ):  # fmt: skip
        steps = sorted(
            (abs(step), i, k)
            for i, a in enumerate(pieces) if i not in follower
            for k, b in enumerate(pieces) if k > i and k not in headed
            if low <= (step := (b[0].x0 - a[-1].x1) / b[0].size) <= high
        )  # fmt: skip
        for _, i, k in steps:
            if i not in follower and k not in headed:
                follower[i] = k
                headed.add(k)
    texts = []
    for i in range(len(pieces)):
        if i not in headed:
            text: Text = []
            at: int | None = i
            while at is not None:
                text += pieces[at]
                at = follower.get(at)
            texts.append(text)
    return texts


def mixed(texts: Sequence[Text]) -> bool:
    """Whether texts whose characters are runs of their own are printed over each other."""
    return any(
        a[-1].x1 - b[0].x0 > KERNING * b[0].size
        and any(len({g.run for g in text}) == len(text) for text in (a, b))
        for a, b in pairwise(sorted(texts, key=lambda text: text[0].x0))
    )


def either(texts: Sequence[Text]) -> bool:
    """Whether a text begins where a word of another one does: each may go on as the other."""
    begins = [
        (n, b.x0)
        for n, text in enumerate(texts)
        for a, b in pairwise(text)
        if a.run != b.run and b.x0 - a.x1 > BLANK * b.size
    ]
    return any(
        n != k and abs(text[0].x0 - x0) <= _ALIKE * text[0].size
        for n, text in enumerate(texts)
        for k, x0 in begins
    )
