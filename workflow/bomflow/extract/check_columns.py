"""What the cells of a parts list say without arithmetic: cell types, positions, shapes.

Real lists have gaps, repeats and descending positions, empty descriptions and words such as
"as required" for a quantity. An oddity therefore only counts where the rest of its column is
regular: one odd cell among many alike is evidence, a column of odd cells is a habit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from bomflow.extract.check_weights import row_name
from bomflow.extract.numbers import KG, Number, is_none, parse_number

# Quantities that are words on purpose.
_WORDS_FOR_QUANTITY = re.compile(
    r"(?:a[./]?r\.?|as req(?:uired|'?d)?\.?|ref\.?|req'?d|n\.? ?b\.?|nach bedarf|bei bedarf|tbd|"
    r"n\.? ?v\.?|\?|lot|alt\.?|opt\.?|-)",
    re.IGNORECASE,
)
_TWO_NUMBERS = re.compile(r"\d+(?: \d+)+")
_REPLACEMENT = re.compile(r"[\ufffd\ue000-\uf8ff]")
_MOST = 0.6
# Steps by which lists are numbered on purpose; others are positions with habitual gaps.
_STEPS = (1, 5, 10, 20, 50, 100)


class Oddity(NamedTuple):
    """A finding: the row index (None: the whole table) and a sentence."""

    row: int | None
    reason: str


class Gap(NamedTuple):
    """Numbers missing between two neighbouring rows; before is -1 above the first row."""

    before: int
    after: int
    missing: str


def cell_texts(row: dict[str, Any]) -> dict[str, str]:
    """All cells of a row by column, the extra columns too."""
    texts = {str(k): str(v or "") for k, v in (row.get("cells") or {}).items()}
    texts.update({f"extra {k}": str(v or "") for k, v in (row.get("extra") or {}).items()})
    return texts


def check_columns(rows: Sequence[dict[str, Any]]) -> list[Oddity]:
    """Cells that do not fit their column."""
    cells = [cell_texts(row) for row in rows]
    found = [*_quantities(rows, cells), *_weight_cells(rows, cells), *_formats(rows, cells)]
    found += _lone_cells(rows, cells)
    found += _article_numbers(rows, cells)
    for i, texts in enumerate(cells):
        found += [
            Oddity(
                i,
                f"{row_name(rows[i], i)}: {name.removeprefix('extra ')} {text[:40]!r} holds "
                "a character that has no meaning",
            )
            for name, text in texts.items()
            if _REPLACEMENT.search(text)
        ]
    return found


def _column(cells: Sequence[dict[str, str]], name: str) -> list[str]:
    return [texts.get(name, "") for texts in cells]


def _quantities(rows: Sequence[dict[str, Any]], cells: Sequence[dict[str, str]]) -> list[Oddity]:
    texts = _column(cells, "quantity")
    full = [i for i, t in enumerate(texts) if not is_none(t)]
    numbers = {i: parse_number(texts[i]) for i in full}
    good = [i for i in full if numbers[i] or _WORDS_FOR_QUANTITY.fullmatch(texts[i].strip())]
    if not full or len(good) < _MOST * len(full):
        if len(full) >= 2 and texts:
            return [Oddity(None, "the quantity column holds hardly any numbers")]
        return []
    found = [
        Oddity(i, f"{row_name(rows[i], i)}: quantity {texts[i][:40]!r} is no number")
        for i in full
        if i not in good
    ]
    grouped = [i for i in full if (n := numbers[i]) and n.style == "blanks"]
    if len(grouped) <= 1 < len(full):
        found += [
            Oddity(i, f"{row_name(rows[i], i)}: quantity {texts[i]!r} may be two numbers")
            for i in grouped
        ]
    empty = [i for i, t in enumerate(texts) if not t.strip()]
    # A list that leaves quantities out does so more than once.
    if (len(texts) >= 3 and len(empty) == 1) or 1 < len(empty) <= 0.15 * len(texts):
        found += [
            Oddity(i, f"{row_name(rows[i], i)}: the quantity is empty")
            for i in empty
            if sum(bool(t.strip()) for t in cells[i].values()) > 1
        ]
    return found


def _weight_cells(rows: Sequence[dict[str, Any]], cells: Sequence[dict[str, str]]) -> list[Oddity]:
    found = []
    for name in ("weight", "total_weight"):
        texts = _column(cells, name)
        full = [i for i, t in enumerate(texts) if not is_none(t)]
        numbers = {i: parse_number(texts[i]) for i in full}
        bad = [i for i in full if not (n := numbers[i]) or (n.unit and n.unit not in KG)]
        label = name.replace("_", " ")
        if len(full) >= 2 and len(bad) > (1 - _MOST) * len(full):
            found.append(Oddity(None, f"the {label} column holds hardly any weights"))
            continue
        found += [
            Oddity(i, f"{row_name(rows[i], i)}: {label} {texts[i][:40]!r} is no weight")
            for i in bad
        ]
    return found


def _formats(rows: Sequence[dict[str, Any]], cells: Sequence[dict[str, str]]) -> list[Oddity]:
    """Weights printed unlike the others: ``.5`` beside ``0.7``, ``12.`` beside ``3.4``."""
    printed: list[tuple[int, str, str, Number]] = []
    for name in ("weight", "total_weight", "quantity"):
        for i, text in enumerate(_column(cells, name)):
            if n := parse_number(text):
                printed.append((i, name.replace("_", " "), text, n))
    found = []
    bare = [p for p in printed if p[3].style == "bare"]
    # ``.5`` alone is the inch world's habit: beside metric units or a comma it is a lost digit.
    metric = len(bare) == 1 and ("," in bare[0][2] or bare[0][3].unit in ("kg", "g", "t", "m"))
    mixed = any(p[3].value < 1 and p[3].style != "bare" and p[3].decimals for p in printed)
    if bare and (metric or mixed):
        found += [_format(rows, p, "has no digit before its decimal mark") for p in bare]
    opened = [p for p in printed if p[3].style == "open"]
    if len(opened) == 1 and len(printed) > 2:
        found += [_format(rows, p, "has no digit after its decimal mark") for p in opened]
    for label in ("weight", "total weight"):
        column = [p for p in printed if p[1] == label]
        usual = max((p[3].decimals for p in column), default=0)
        short = [p for p in column if p[3].decimals != usual]
        # Only a list that prints trailing zeros elsewhere is known not to trim them.
        keeps = any(
            p[3].decimals == usual and round(p[3].value * 10**usual) % 10 == 0 for p in printed
        )
        if usual >= 2 and len(short) == 1 and short[0][3].decimals == usual - 1 and keeps:
            found.append(_format(rows, short[0], f"has not {usual} decimals like the others"))
    return found


def _format(
    rows: Sequence[dict[str, Any]], printed: tuple[int, str, str, Number], what: str
) -> Oddity:
    i, label, text, _ = printed
    return Oddity(i, f"{row_name(rows[i], i)}: {label} {text[:24]!r} {what}")


def _lone_cells(rows: Sequence[dict[str, Any]], cells: Sequence[dict[str, str]]) -> list[Oddity]:
    """Rows of one cell in a table of several columns: a split row or a heading read as a row."""
    columns = {name for texts in cells for name, text in texts.items() if text.strip()}
    if len(columns) < 2:
        return []
    filled = [[name for name, text in texts.items() if text.strip()] for texts in cells]
    alone = [i for i, names in enumerate(filled) if len(names) <= 1]
    # Lists with prepared, numbered lines end in rows that hold a position only.
    end = len(rows)
    while end and filled[end - 1] == ["position"]:
        end -= 1
    start = 0
    while start < end and filled[start] == ["position"]:
        start += 1
    prepared = {*range(start), *range(end, len(rows))}
    if len(alone) > len(rows) / 2:
        return [Oddity(None, "most rows hold one cell only")]
    return [
        Oddity(i, f"{row_name(rows[i], i)}: holds nothing but {_only(cells[i], filled[i])}")
        for i in alone
        if i not in prepared or len(prepared) == 1
    ]


def _only(texts: dict[str, str], names: Sequence[str]) -> str:
    return repr(texts[names[0]][:40]) if names else "empty cells"


def _shape(text: str) -> str:
    """The pattern of a code: 9 for a digit, A for a letter, a blank and marks as they are."""
    return "".join("9" if c.isdigit() else "A" if c.isalpha() else c for c in text.strip())


def _article_numbers(
    rows: Sequence[dict[str, Any]], cells: Sequence[dict[str, str]]
) -> list[Oddity]:
    """An article number that is missing or unlike all the others of a regular column."""
    texts = _column(cells, "article_number")
    full = [i for i, t in enumerate(texts) if not is_none(t)]
    if len(full) < 3:
        return []
    found = []
    shapes = Counter(_shape(texts[i]) for i in full)
    usual, count = shapes.most_common(1)[0]
    codes = sum(bool(re.fullmatch(r"[A-Z9./_-]*9[A-Z9./_-]*", _shape(texts[i]))) for i in full)
    coded = codes >= len(full) - 1
    if count >= 5 and count == len(full) - 1:
        i = next(i for i in full if _shape(texts[i]) != usual)
        odd = _shape(texts[i])
        if len(odd) == len(usual) - 1 and _is_part(odd, usual):
            found.append(
                Oddity(
                    i,
                    f"{row_name(rows[i], i)}: article number {texts[i][:24]!r} is one "
                    "character shorter than all the others",
                )
            )
    if coded and len(full) >= 4:
        found += [
            Oddity(i, f"{row_name(rows[i], i)}: article number {texts[i][:40]!r} holds words")
            for i in full
            if _code_and_words(texts[i], shapes)
        ]
    empty = [i for i, t in enumerate(texts) if not t.strip()]
    for i in empty:
        if len(empty) <= max(1, 0.15 * len(texts)):
            lost = coded and any(
                _shape(part) in shapes and not part.isalpha()
                for name, text in cells[i].items()
                if name != "article_number"
                for part in (text.split() or [""])[:1] + (text.split() or [""])[-1:]
                if len(part) >= 4
            )
            if lost:
                found.append(
                    Oddity(
                        i,
                        f"{row_name(rows[i], i)}: the article number seems to stand in "
                        "another column",
                    )
                )
    return found


def _code_and_words(text: str, shapes: Counter[str]) -> bool:
    """Whether a cell is a code like the others with more text before or behind it."""
    parts = text.split()
    return len(parts) > 1 and any(
        len(part) >= 4 and shapes[_shape(part)] > 1 and any(c.isdigit() for c in part)
        for part in (parts[0], parts[-1])
    )


def _is_part(short: str, long: str) -> bool:
    """Whether short is long with characters left out."""
    rest = iter(long)
    return all(c in rest for c in short)


def lone_empty_article(rows: Sequence[dict[str, Any]]) -> list[Oddity]:
    """The only row without an article number.

    Weak evidence: real lists leave cells out. It counts where no boxes show where the text went.
    """
    texts = [str((row.get("cells") or {}).get("article_number") or "").strip() for row in rows]
    if len(texts) < 5 or texts.count("") != 1:
        return []
    i = texts.index("")
    return [Oddity(i, f"{row_name(rows[i], i)}: the only row without article number")]


def check_positions(rows: Sequence[dict[str, Any]]) -> tuple[list[Oddity], list[Gap]]:
    """Positions that do not fit a regular list, and its one gap if it has one.

    A gap says nothing by itself: whether a row is missing there shows on the page.
    """
    cells = [cell_texts(row) for row in rows]
    texts = [t.strip() for t in _column(cells, "position")]
    full = [i for i, t in enumerate(texts) if not is_none(t)]
    values = {i: int(texts[i]) for i in full if texts[i].isascii() and texts[i].isdigit()}
    if not full:
        return [], []
    found: list[Oddity] = []
    pairs = [i for i in full if _TWO_NUMBERS.fullmatch(texts[i])]
    words = [i for i in full if re.search(r"[^\W\d_]{3}| [^\W\d_]", texts[i])]
    empty = [i for i, t in enumerate(texts) if not t]
    if len(empty) == 1 and len(rows) >= 3:
        found.append(Oddity(empty[0], f"row {empty[0] + 1}: the only row without a position"))
    if len(pairs) * 2 < len(full):
        found += [
            Oddity(i, f"row {i + 1}: position {texts[i][:24]!r} is two numbers") for i in pairs
        ]
    if len(values) >= _MOST * len(full):
        found += [
            Oddity(i, f"row {i + 1}: position {texts[i][:40]!r} is no number")
            for i in full
            if i in words or not any(c.isdigit() for c in texts[i])
        ]
    elif len(full) >= 3 and len(words) > len(full) / 2 and len(set(texts)) > 1:
        found.append(Oddity(None, "the position column holds words"))
    if found:
        return found, []
    if len(values) < 2 or len(values) < len(rows) - 1:
        return found, []
    odd, gaps = _sequence(texts, values)
    return found + odd, gaps


def _sequence(texts: Sequence[str], values: dict[int, int]) -> tuple[list[Oddity], list[Gap]]:
    """Compare nearly complete integer positions with the list that they would be in order."""
    n = len(texts)
    padded = [i for i in values if len(texts[i]) != len(str(values[i])) or not values[i]]
    if len(padded) == 1:
        i = padded[0]
        return [Oddity(i, f"row {i + 1}: position {texts[i]} is no number of a list")], []
    order = sorted(values)
    ends = {order[0], order[-1]}
    for before, i, after in zip(order, order[1:], [*order[2:], order[-1]], strict=False):
        if (values[i] - values[before]) * (values[after] - values[i]) <= 0:
            ends |= {before, i}
    for i in sorted(ends):
        reason = _breaks(i, texts[i], values)
        if reason:
            return [Oddity(i, f"row {i + 1}: {reason}")], []
    if len(values) < n:
        return [], []
    steps = Counter(values[i + 1] - values[i] for i in range(n - 1))
    step, often = max(steps.items(), key=lambda item: (item[1], -abs(item[0])))
    if abs(step) not in _STEPS or (often < 2 and n > 3):
        return [], []
    jumps = [i for i in range(n - 1) if values[i + 1] - values[i] != step]
    if len(jumps) == 1:
        i = jumps[0]
        missing, rest = divmod(values[i + 1] - values[i], step)
        if rest == 0 and 2 <= missing <= 3:
            names = [str(values[i] + k * step) for k in range(1, missing)]
            return [], [Gap(i, i + 1, " and ".join(names))]
    elif not jumps:
        # A list that starts one step late, at 2 or at 20; a later page starts anywhere.
        first, before = (values[0], -1) if step > 0 else (values[n - 1], n - 1)
        if first == 2 * abs(step):
            return [], [Gap(before, before + 1, str(abs(step)))]
    return [], []


def _breaks(i: int, text: str, values: dict[int, int]) -> str:
    """Why row i breaks a list that rises or falls without it, as if a digit were lost."""
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
    if min(low, high) < values[i] < max(low, high):
        return ""
    belongs = [v for v in range(low + sign * step, high, sign * step) if v > 0]
    for value in belongs[:3]:
        if len(text) < len(str(value)) and _is_part(text, str(value)):
            return f"position {text} stands where {value} belongs"
    return ""
