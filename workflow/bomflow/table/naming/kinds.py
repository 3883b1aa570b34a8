"""What the cells of a column are: counted marks, amounts, names or codes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from math import gcd

from bomflow.table.naming.contents import holds_codes, holds_dates

_WORD = re.compile(r"[^\W\d_]{3,}|[\u2e80-\u9fff\uac00-\ud7af]{2,}")
_MARK = re.compile(r"([^\W\d_]{0,2})(\d{1,4})")
_USUAL = 48  # the middle one of quantities is hardly larger
_FEW = 4  # pieces that are usual; minutes and values of data are more
_STEPS = (5, 10, 20, 100)  # by which positions are counted
_LONG = 5  # digits of article numbers that are nothing but digits


def are_numbers(cells: Sequence[str]) -> bool:
    """Whether all cells are whole numbers as small as most quantities are."""
    return all(c.isdecimal() and len(c) <= 3 for c in cells)


def are_amounts(cells: Sequence[str]) -> bool:
    """Whether all cells are whole numbers, the usual one as small as quantities are."""
    values = sorted(int(c) for c in cells if c.isdecimal())
    return are_numbers(cells) and values[0] > 0 and values[len(values) // 2] <= _USUAL


def are_pieces(numbers: Sequence[int]) -> bool:
    """Whether numbers do not just rise, and the usual one is as small as in short lists."""
    if sorted(numbers)[(len(numbers) - 1) // 2] > _FEW:
        return False
    return list(numbers) != sorted(numbers) or len(set(numbers)) < len(numbers)


def hold_words(cells: Sequence[str]) -> bool:
    """Whether more than half of the cells hold a word."""
    return 2 * sum(bool(_WORD.search(c)) for c in cells) > len(cells)


def are_words(cells: Sequence[str]) -> bool:
    """Whether most cells are made of words, as names are and numbers are not."""
    words = [c for c in cells if _WORD.search(c) and not any(d.isdigit() for d in c.split()[0])]
    return len(words) >= 0.6 * len(cells)


def are_phrases(cells: Sequence[str]) -> bool:
    """Whether most cells are made of words, or hold one among others (GT2 belt 6 mm)."""
    said = [c for c in cells if " " in c and any(map(_WORD.fullmatch, c.split()))]
    return are_words(cells) or len(said) >= 0.6 * len(cells)


def are_names(cells: Sequence[str]) -> bool:
    """Whether cells are made of words, and hardly two of the same."""
    return are_words(cells) and len(set(cells)) >= 0.6 * len(cells)


def are_texts(cells: Sequence[str]) -> bool:
    """Whether all cells hold letters beside figures (M20 x 60, PL 10x150), none twice."""
    told = [c for c in cells if len(c) > 2 and any(map(str.isalpha, c))]
    return len(set(told)) == len(cells) and not holds_dates(list(cells))


def are_codes(cells: Sequence[str]) -> bool:
    """Whether cells are codes or long numbers of which hardly two are the same."""
    digits = {len(c) for c in cells if c.isdecimal()}
    if digits and (len(digits) > 1 or min(digits) < _LONG):
        return False
    return holds_codes(list(cells)) and not holds_dates(list(cells))


def are_marks(cells: Sequence[str]) -> bool:
    """Whether cells count rows from one on (1 2 3, 10 20 30) or on from anywhere (P101 P102)."""
    marks = [_MARK.fullmatch(c) for c in cells]
    found = [(m[1], int(m[2])) for m in marks if m]
    if len(found) < max(2, len(cells)) or len({letters for letters, _ in found}) > 1:
        return False
    run = [figure for _, figure in found]
    step = step_of(run)
    return counts_on(run) and (bool(found[0][0]) or min(run) == step)


def step_of(run: Sequence[int]) -> int:
    """The step by which positions are counted: 1, or 10 where they are 10, 20, 30."""
    step = gcd(*run)
    return step if step in _STEPS else 1


def counts_on(run: Sequence[int]) -> bool:
    """Whether numbers go one way in steps of one (of ten ...), hardly any left out."""
    step = step_of(run)
    gaps = [(b - a) / step for a, b in pairwise(run)]
    one_way = all(g > 0 for g in gaps) or all(g < 0 for g in gaps)
    return one_way and sum(map(abs, gaps)) <= 1.5 * len(run) + 4
