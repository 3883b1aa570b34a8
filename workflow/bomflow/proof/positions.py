"""Position numbers: cells that are none, numbers that break the sequence, numbers that miss.

Real lists have gaps, repeats and descending positions; a gap says nothing by itself. Whether a
row is missing there shows on the page or in the sum.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from bomflow.proof.cells import MOST
from bomflow.proof.counting import whole_numbers
from bomflow.proof.evidence import Evidence, is_paper
from bomflow.proof.numbers import is_none
from bomflow.proof.oddity import Oddity

_TWO_NUMBERS = re.compile(r"\d+(?: \d+)+")
# Of parts of a circuit: R1 - R4, C2, C6, C7.
_DESIGNATORS = re.compile(r"[A-Z]{1,3}\d{1,3}(?: ?[-–,] ?[A-Z]{1,3}\d{1,3})+")
_WORDS = re.compile(r"[^\W\d_]{3}| [^\W\d_]")
# Steps by which lists are numbered on purpose; others are positions with habitual gaps.
_STEPS = (1, 5, 10, 20, 50, 100)


class Gap(NamedTuple):
    """Numbers missing between two neighbouring rows; before is -1 above the first row."""

    before: int
    after: int
    missing: str


def are_designators(text: str) -> bool:
    """Whether a cell names several parts of a circuit by what they are called there."""
    return bool(_DESIGNATORS.fullmatch(text.strip()))


def odd_positions(evidence: Evidence) -> list[Oddity]:
    """Position cells that hold something else than a position."""
    texts = [t.strip() for t in evidence.column("position")]
    full = [i for i, t in enumerate(texts) if not is_none(t)]
    values = whole_numbers(texts)
    found: list[Oddity] = []
    empty = [i for i, t in enumerate(texts) if not t and not is_paper(evidence.rows[i])]
    if full and len(empty) == 1 and len(texts) >= 3:
        found.append(Oddity(empty[0], f"row {empty[0] + 1}: the only row without a position"))
    pairs = [i for i in full if _TWO_NUMBERS.fullmatch(texts[i])]
    if len(pairs) * 2 < len(full):
        found += [
            Oddity(i, f"row {i + 1}: position {texts[i][:24]!r} is two numbers") for i in pairs
        ]
    words = [i for i in full if _WORDS.search(texts[i]) and not are_designators(texts[i])]
    if full and len(values) >= MOST * len(full):
        lone = [i for i in full if i not in values and " " in texts[i] and i not in pairs]
        found += [
            Oddity(i, f"row {i + 1}: position {texts[i][:40]!r} is no number")
            for i in full
            if i in words or lone == [i] or not any(c.isdigit() for c in texts[i])
        ]
    elif len(full) >= 3 and len(words) > len(full) / 2 and len(set(texts)) > 1:
        found.append(Oddity(None, "the position column holds words"))
    return found


def broken_sequence(evidence: Evidence) -> list[Oddity]:
    """The one number without which the positions rise or fall, if a digit more mends it.

    They may begin anew under every heading.
    """
    texts = [t.strip() for t in evidence.column("position")]
    sections = [str(row.get("section") or "") for row in evidence.rows]
    starts = [i for i in range(len(texts)) if not i or sections[i] != sections[i - 1]]
    if len(starts) < 2 or len({texts[i] for i in starts}) > 1:
        return _broken(texts, 0)
    parts = zip(starts, [*starts[1:], len(texts)], strict=True)
    return next(filter(None, (_broken(texts[a:b], a) for a, b in parts)), [])


def _broken(texts: Sequence[str], first: int) -> list[Oddity]:
    """The same of some of the rows, which begin with row ``first``."""
    values = whole_numbers(texts)
    if len(values) < 2 or len(values) < len(texts) - 1:
        return []
    padded = [i for i in values if texts[i][0] == "0"]
    lengths = Counter(len(texts[i]) for i in values)
    odd = [i for i in values if lengths[len(texts[i])] == 1]
    # 001 002 03: zeros fill all positions up to one length, or none.
    if len(padded) == 1 or (len(padded) > 1 and len(values) > 2 and len(odd) == 1):
        i = padded[0] if len(padded) == 1 else odd[0]
        told = f"row {first + i + 1}: position {texts[i]} is written unlike the others"
        return [Oddity(first + i, told)]
    order = sorted(values)
    ends = {order[0], order[-1]}
    for before, i, after in zip(order, order[1:], [*order[2:], order[-1]], strict=False):
        if (values[i] - values[before]) * (values[after] - values[i]) <= 0:
            ends |= {before, i}
    for i in sorted(ends):
        reason = _breaks(i, texts[i], values)
        if reason:
            return [Oddity(first + i, f"row {first + i + 1}: {reason}")]
    return []


def second_start(evidence: Evidence) -> list[Oddity]:
    """Positions that begin anew in mid-list under the same heading: two lists read as one."""
    texts = [t.strip() for t in evidence.column("position")]
    values = whole_numbers(texts)
    if len(values) < len(texts):
        return []
    again = [i for i in range(1, len(texts)) if values[i] == values[0]]
    if len(again) != 1:
        return []
    at = again[0]
    parts = [range(at), range(at, len(texts))]
    steps = {values[i + 1] - values[i] for part in parts for i in part[:-1]}
    same = evidence.rows[at].get("section") == evidence.rows[at - 1].get("section")
    if len(steps) != 1 or steps == {0} or min(map(len, parts)) < 2 or not same:
        return []
    return [Oddity(at, f"row {at + 1}: the positions begin anew at {texts[at]}")]


def missing_positions(evidence: Evidence) -> list[Oddity]:
    """The one gap of a regular list, where the page or the sum does not explain it."""
    texts = [t.strip() for t in evidence.column("position")]
    gap = _gap(whole_numbers(texts), len(texts))
    if gap is None:
        return []
    seen = evidence.layout.explains(gap.before, gap.after)
    # Where the rows add up to the printed TOTAL no row with a weight can be missing.
    if seen in ("tight", "heading") or (not seen and evidence.weights.sum.holds):
        return []
    room = " and there is room for its row" if seen else ""
    return [Oddity(None, f"position {gap.missing} is missing{room}")]


def _gap(values: dict[int, int], n: int) -> Gap | None:
    if len(values) < max(n, 2):
        return None
    steps = Counter(values[i + 1] - values[i] for i in range(n - 1))
    step, often = max(steps.items(), key=lambda item: (item[1], -abs(item[0])))
    if abs(step) not in _STEPS or (often < 2 and n > 3):
        return None
    jumps = [i for i in range(n - 1) if values[i + 1] - values[i] != step]
    if len(jumps) == 1:
        i = jumps[0]
        missing, rest = divmod(values[i + 1] - values[i], step)
        if rest == 0 and 2 <= missing <= 3:
            names = [str(values[i] + k * step) for k in range(1, missing)]
            return Gap(i, i + 1, " and ".join(names))
    elif not jumps:
        # A list that starts one step late, at 2 or at 20; a later page starts anywhere.
        first, before = (values[0], -1) if step > 0 else (values[n - 1], n - 1)
        if first == 2 * abs(step):
            return Gap(before, before + 1, str(abs(step)))
    return None


def _breaks(i: int, text: str, values: dict[int, int]) -> str:
    """Why row i breaks a list that rises or falls without it: a digit too few or too many."""
    rest = [k for k in sorted(values) if k != i]
    if len(rest) < 3:
        return ""
    steps = {values[b] - values[a] for a, b in pairwise(rest)} - {0}
    if not steps or (min(steps) < 0 < max(steps)):
        return ""
    sign = 1 if max(steps) > 0 else -1
    step = min(map(abs, steps))
    before = max((k for k in rest if k < i), default=None)
    after = min((k for k in rest if k > i), default=None)
    low = values[before] if before is not None else values[after or 0] - 3 * sign * step
    high = values[after] if after is not None else low + 3 * sign * step
    if len(steps) == 1 and (before is None or after is None):
        # One step throughout: the end is where the step leads to.
        low = high - 2 * sign * step if before is None else low
        high = low + 2 * sign * step
    elif min(low, high) < values[i] < max(low, high):
        return ""
    belongs = [v for v in range(low + sign * step, high, sign * step) if v > 0]
    if values[i] in belongs:
        return ""
    for value in belongs[:3]:
        short, long = sorted((str(values[i]), str(value)), key=len)
        if len(short) < len(long) and _is_part(short, long):
            return f"position {text} stands where {value} belongs"
    return ""


def _is_part(short: str, long: str) -> bool:
    """Whether short is long with characters left out."""
    rest = iter(long)
    return all(c in rest for c in short)
