"""How the positions of a list count."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

_WHOLE = re.compile("[0-9]{1,9}")


def whole_numbers(texts: Sequence[str]) -> dict[int, int]:
    """The positions that are whole numbers, by row."""
    return {i: int(t) for i, t in enumerate(texts) if _WHOLE.fullmatch(t)}


def follows_count(positions: Iterable[str]) -> bool:
    """Whether the positions are whole numbers that follow each other without a gap."""
    texts = [t.strip() for t in positions]
    values = whole_numbers(texts)
    steps = {b - a for a, b in pairwise(values.values())}
    return len(values) == len(texts) > 1 and len(steps) == 1 and steps != {0}


def counts_on(positions: Sequence[str], before: int) -> bool:
    """Whether the position of a row and the next one are as far apart as most of the list's are."""
    values = whole_numbers([text.strip() for text in positions])
    steps = Counter(values[i + 1] - values[i] for i in values if i + 1 in values)
    if before not in values or before + 1 not in values:
        return False
    usual, often = steps.most_common(1)[0]
    return often > 1 and usual != 0 and values[before + 1] - values[before] == usual
