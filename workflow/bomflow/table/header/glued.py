"""Header words that touch: what reads as one word of the page are the names of several columns.

A header that fills its cell ends hardly before the ruling and the next one begins hardly behind it
(ITEM|QUANTITY|DESCRIPTION). Their characters tell: the file draws each name by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bomflow.page.glyph import Glyph, printed_once
from bomflow.page.words import PARTED, Word, composed
from bomflow.table.cells.anew import Glyphs
from bomflow.table.header.folding import fold
from bomflow.table.header.headers import Vocabulary

_SHORTEST = 3  # characters of a name: shorter ones are parts of many words (ST EP)
_STEP = 0.03  # font sizes
_LIKELY = re.compile(r"(?<!\S)[^\W\d_][^\s\d_]{5,}(?!\S)")


def part_glued(words: Sequence[Word], glyphs: Glyphs, vocabulary: Vocabulary) -> list[Word]:
    """The words of a page, those cut that are names of columns which touch."""
    # One search for all words: on most pages nothing more is done.
    likely = set(_LIKELY.findall(" ".join([w.text for w in words])))
    names = {text: parts for text in likely if len(parts := _names(text, vocabulary)) > 1}
    if not names:
        return list(words)
    glued = [i for i, w in enumerate(words) if w.text in names]
    letters = glyphs([words[i].box for i in glued])
    out = {i: [w] for i, w in enumerate(words)}
    for i, stretches in zip(glued, letters, strict=True):
        own = printed_once(g for stretch in stretches for g in stretch)
        out[i] = _cut(words[i], names[words[i].text], own) or out[i]
    return [part for parts in out.values() for part in parts]


def _names(text: str, vocabulary: Vocabulary) -> list[str]:
    """The names of columns that a word is made of, [] where it is none or one of its own."""
    if " " not in fold(text) and _is_known(text, vocabulary):
        return []  # but for WT.TOTAL, which may be the end of one and the begin of the next
    parts: list[str] = []
    rest = text
    while rest:
        longest = len(rest) - (not parts)
        heads = (rest[:n] for n in range(longest, _SHORTEST - 1, -1))
        part = next((head for head in heads if _is_known(head, vocabulary)), "")
        if not part:
            return []
        parts.append(part)
        rest = rest[len(part) :]
    return parts


def _is_known(text: str, vocabulary: Vocabulary) -> bool:
    return fold(text) in vocabulary.columns or fold(text) in vocabulary.loose_words


def _cut(word: Word, names: Sequence[str], letters: Sequence[Glyph]) -> list[Word]:
    """The word as its names, [] where its characters do not say that each is drawn by itself."""
    if composed("".join(g.char for g in letters)) != word.text:
        return []
    ends = [0]
    for name in names:
        ends.append(ends[-1] + len(name))
    if ends[-1] != len(letters):
        return []
    parts = [letters[a:b] for a, b in pairwise(ends)]
    if not (_drawn_apart(parts) or _set_apart(parts)):
        return []
    out = []
    for n, (name, part) in enumerate(zip(names, parts, strict=True)):
        box = (
            min(g.x0 for g in part), min(g.top for g in part),
            max(g.x1 for g in part), max(g.bottom for g in part),
        )  # fmt: skip
        out.append(Word(name, *box, word.angle, word.size, PARTED if n else word.gap))
    return out


def _drawn_apart(parts: Sequence[Sequence[Glyph]]) -> bool:
    """Whether each part is one run of its own."""
    runs = [{g.run for g in part} for part in parts]
    return all(len(run) == 1 for run in runs) and all(a != b for a, b in pairwise(runs))


def _set_apart(parts: Sequence[Sequence[Glyph]]) -> bool:
    """Whether the parts stand further apart, or nearer, than the letters of each of them do."""
    size = parts[0][0].size
    within = [abs(b.x0 - a.x1) for part in parts for a, b in pairwise(part)]
    between = [abs(b[0].x0 - a[-1].x1) for a, b in pairwise(parts)]
    return min(between) > 2 * max(within) + _STEP * size
