"""What belongs to the words of a header or TOTAL without changing what they say."""

from __future__ import annotations

from collections.abc import Sequence

_FOR = {
    "per", "for", "je", "pro", "fur", "pour", "par", "por", "para", "cada", "voor", "na",
    "dla", "za", "для", "на", "pentru",
}  # fmt: skip
_PER = {"per", "je", "pro", "par", "por"}
_MOST = 4  # words that say for what; more are a sentence
# What weights and prices are for, and no number of pieces is.
_MEASURES = {"m", "mm", "meter", "metre", "lm", "lfm", "mb", "m2", "m3", "kg", "hour", "day"}
_NUMBERS = {"no", "nr", "number", "nummer", "num", "numarasi", "nro", "cislo"}


def without_clause(folded: str) -> str:
    """A folded text without what it ends with about for what it counts: NO REQ D PER SUPPORT."""
    tokens = folded.split(" ")
    for i in range(1, len(tokens) - 1):
        if tokens[i] in _FOR:
            rest = tokens[i + 1 :]
            return folded if len(rest) > _MOST or _MEASURES & {*rest} else " ".join(tokens[:i])
    return folded


def counts_per(folded: str) -> bool:
    """Whether a folded text says of what there are so many: NO PER SUPPORT."""
    return not _PER.isdisjoint(folded.split(" ")[1:-1])


def with_shared_number(parts: Sequence[str]) -> list[str]:
    """The folded parts of a header, with the word for a number that the last one says for all.

    RESIM / STD NO is RESIM NO and STD NO.
    """
    shared = parts[-1].split(" ")[-1]
    return [f"{part} {shared}" for part in parts[:-1]] if shared in _NUMBERS else []
