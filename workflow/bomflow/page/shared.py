"""Characters that two texts share by chance, one printed over the other.

pdfium takes a character for an overprint, and leaves it out, where one of the seven before it is
the same, of the same font and in nearly the same place. In a text that is printed over the end of
another one that is a character of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bomflow.page.chains import KERNING, Text, chains
from bomflow.page.glyph import Glyph

_LOOKED_AT = 7  # characters before it (CPDF_TextPage::ProcessTextObject)
# In font sizes.
_OFF = 0.08  # by which it may be off the other one
_WIDER = 0.42  # than a blank, which leaves room as well


def with_shared(stretches: Sequence[Text], begins: Sequence[float]) -> tuple[list[Text], bool]:
    """The characters with those that were left out, and whether that is all of them for certain.

    A text lacks no character before the first where it ``begins`` as others do.
    """
    found, certain = [], True
    before: Text = []
    for stretch in stretches:
        whole = stretch[:1]
        before = [*before, *whole][-_LOOKED_AT:]
        for a, b in pairwise(stretch):
            shared = next((c for c in before if _fills(c, a, b)), None)
            if shared is not None and shared.x1 - shared.x0 > _WIDER * b.size:
                whole.append(shared._replace(run=b.run))
            elif shared is not None:
                certain = False
            elif any(_ends_at(c, a, b) for c in before):
                certain = certain and any(abs(x - b.x0) <= _OFF * b.size for x in begins)
            whole.append(b)
            before = [*before, b][-_LOOKED_AT:]
        found.append(whole)
    return found, certain


def without_copies(stretches: Sequence[Text], once: Sequence[Glyph]) -> list[Text]:
    """The characters but for overprints; two texts may share the place of a character by chance."""
    first = {id(g) for g in once}
    kept = set(first)
    for text in chains(stretches):
        twins = [id(g) for g in text if id(g) not in first]
        if 2 * len(twins) < len(text):
            kept.update(twins)
    return [[g for g in stretch if id(g) in kept] for stretch in stretches]


def _fills(c: Glyph, a: Glyph, b: Glyph) -> bool:
    """Whether a character stands in the room between two others."""
    off = _OFF * b.size
    return abs(c.x0 - a.x1) <= off and abs(c.x1 - b.x0) <= off


def _ends_at(c: Glyph, a: Glyph, b: Glyph) -> bool:
    """Whether a text that begins over another one, left of its end, does so behind a character."""
    back = b.x0 < a.x1 - KERNING * b.size
    return back and c is not a and abs(c.x1 - b.x0) <= _OFF * b.size
