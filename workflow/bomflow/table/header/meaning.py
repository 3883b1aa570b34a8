"""What a header cell may name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bomflow.table.header.spellings import (
    COLUMNS,
)

SPACED = 3  # letters from which on blanks between all of them are spacing


def is_spaced(tokens: Sequence[str]) -> bool:
    """Whether texts are single letters: those of a word that is printed with spacing."""
    return len(tokens) >= SPACED and all(len(t) == 1 and t.isalpha() for t in tokens)


class Meaning(NamedTuple):
    """What a header cell may name.

    ``columns`` preferred first ("extra": a known header word that is none of the six), ``strength``
    the share of the cell's letters that known phrases cover, ``decoy`` whether the cell speaks of a
    table that is no parts list.
    """

    columns: tuple[str, ...]
    strength: float
    decoy: bool


NOTHING = Meaning((), 0.0, False)
DIAMETER = Meaning(("extra",), 1.0, False)
STRONG = 0.6  # share of a cell's letters that known phrases must cover


def nameable(meanings: Iterable[Meaning]) -> int:
    """How many of the six columns headers can name together.

    MK and NO. are two (a position and a quantity), NO. and NO. are one.
    """
    real = {m.columns for m in meanings if m.columns and m.columns[0] in COLUMNS}
    taken: set[str] = set()
    for columns in sorted(real, key=lambda c: (len(c), c)):
        taken.update([c for c in columns if c in COLUMNS and c not in taken][:1])
    return len(taken)
