"""Lines that head another table or a title block."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bomflow.page.words import Word
from bomflow.table.header.folding import fold
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.meaning import STRONG
from bomflow.table.header.ranks import is_drawing_number
from bomflow.table.layout import phrases


def foreign_words(line: Sequence[Word], vocabulary: Vocabulary) -> int:
    """How many phrases of a line speak of title blocks and revisions (DRAWN, DATE)."""
    return sum(
        fold(p.text) in vocabulary.decoys or fold(p.words[0].text) in vocabulary.decoys
        for p in phrases(line)
    )


def heads_another(
    line: Sequence[Word], vocabulary: Vocabulary, titles: Collection[str] = ()
) -> bool:
    """Whether a line is the header of a table that is no parts list (a cut or weld list).

    ``titles``: folded names of the list's own columns, which no row holds but another header may.
    """
    texts = [p.text for p in phrases(line)]
    if len(texts) < 3 or any(c.isdigit() for t in texts for c in t):
        return False
    if any(fold(t) in titles for t in texts):
        return True
    means = [vocabulary.meaning(t) for t in texts]
    known = sum(m.decoy or m.strength >= STRONG for m in means)
    return known >= 0.75 * len(texts)


def heads_no_parts(line: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether header words say that the rows below are pins, points, changes or drawings.

    The first of them does, or two do, or one beside the number of a drawing; no number of pieces is
    among them.
    """
    texts = [p.text for p in phrases(line)]
    means = [vocabulary.meaning(t) for t in texts]
    if len(texts) < 2 or any("quantity" in m.columns[:1] for m in means):
        return False
    decoys = [m.decoy for m in means]
    return (
        (decoys[0] and means[0].columns[:1] != ("position",))
        or sum(decoys) > 1
        or (
            any(map(is_drawing_number, texts))
            and (any(decoys) or all(m.strength >= STRONG for m in means))
        )
    )


def is_foreign_header(line: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether a line is the header of another table (REV, DATE, DESCRIPTION, BY)."""
    parts = phrases(line)
    known = [vocabulary.meaning(p.text) for p in parts]
    return foreign_words(line, vocabulary) >= 2 and all(
        m.decoy or m.strength >= STRONG for m in known
    )
