"""What the cells of a parts list say without arithmetic: types and formats.

Real lists have empty descriptions and words such as "as required" for a quantity. An oddity
therefore only counts where the rest of its column is regular: one odd cell among many alike is
evidence, a column of odd cells is a habit.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bomflow.proof.counting import counts_on
from bomflow.proof.evidence import Evidence, is_paper, label
from bomflow.proof.numbers import KG, Number, is_below, is_none, parse_number
from bomflow.proof.oddity import Oddity
from bomflow.proof.quantities import counted, is_for_variants, is_left_open

_REPLACEMENT = re.compile(r"[\ufffd\ue000-\uf8ff]")
MOST = 0.6


_VOID = {
    "DELETED", "NOT USED", "UNUSED", "SPARE", "RESERVED", "VOID", "CANCELLED", "OMITTED",
    "ENTFÄLLT", "ENTFALLEN", "NICHT BELEGT", "RESERVE", "FREI", "SUPPRIMÉ", "ELIMINADO",
}  # fmt: skip


# where its parts are told
_ELSEWHERE = re.compile(r"(?:SEE|SIEHE|REFER TO|VOIR|VER|VEDI) ")


def odd_quantities(evidence: Evidence) -> list[Oddity]:
    """Quantities that are no number, two numbers, or empty in a list that leaves none out."""
    texts = evidence.column("quantity")
    full = [i for i, t in enumerate(texts) if not is_none(t)]
    numbers = {i: counted(texts[i], "") for i in full}
    # 4/6 once may be the size of a fitting.
    variants = [i for i in full if is_for_variants(texts[i])]
    variants = [i for i in variants if len(variants) > 1 or " " in texts[i].strip()]
    good = [i for i in full if numbers[i] or i in variants or is_left_open(texts[i])]
    if not full or len(good) < MOST * len(full):
        if len(full) >= 2:
            return [Oddity(None, "the quantity column holds hardly any numbers")]
        return []
    found = [
        evidence.odd(i, f"quantity {texts[i][:40]!r} is no number") for i in full if i not in good
    ]
    grouped = [i for i in full if (n := numbers[i]) and n.style == "blanks"]
    if len(grouped) <= 1 < len(full):
        found += [evidence.odd(i, f"quantity {texts[i]!r} may be two numbers") for i in grouped]
    empty = [i for i, t in enumerate(texts) if not t.strip() and not is_paper(evidence.rows[i])]
    # A list that leaves quantities out does so more than once.
    if (len(texts) >= 3 and len(empty) == 1) or 1 < len(empty) <= 0.15 * len(texts):
        found += [
            evidence.odd(i, "the quantity is empty")
            for i in empty
            if sum(bool(t.strip()) for t in evidence.texts[i].values()) > 1
            and not _is_void(evidence.texts[i].get("description", ""))
            and not _lacks_weights(evidence, i)
        ]
    return found


def _lacks_weights(evidence: Evidence, row: int) -> bool:
    """Whether a row holds none of the weights that most others hold: figures are left out of it."""
    pair = [evidence.column(name) for name in ("weight", "total_weight")]
    printed = [texts for texts in pair if sum(map(is_none, texts)) <= (1 - MOST) * len(texts)]
    return bool(printed) and all(is_none(texts[row]) for texts in printed)


def _is_void(description: str) -> bool:
    """Whether a row says that there is no such part (any more), or where it is told."""
    bare = description.strip("()*- .").upper()
    return bare in _VOID or bool(_ELSEWHERE.match(bare))


def odd_weights(evidence: Evidence) -> list[Oddity]:
    """Cells of a weight column that are no weight."""
    found = []
    for name in ("weight", "total_weight"):
        texts = evidence.column(name)
        full = [i for i, t in enumerate(texts) if not is_none(t) and not is_below(t)]
        numbers = {i: parse_number(texts[i]) for i in full}
        bad = [i for i in full if not (n := numbers[i]) or (n.unit and n.unit not in KG)]
        if len(full) >= 2 and len(bad) > (1 - MOST) * len(full):
            found.append(Oddity(None, f"the {label(name)} column holds hardly any weights"))
            continue
        found += [evidence.odd(i, f"{label(name)} {texts[i][:40]!r} is no weight") for i in bad]
    return found


def half_weighed(evidence: Evidence) -> list[Oddity]:
    """The one row that has only one of its two weights."""
    pair = evidence.column("weight"), evidence.column("total_weight")
    both = [i for i, texts in enumerate(zip(*pair, strict=True)) if not any(map(is_none, texts))]
    half = [
        (i, name)
        for i, (one, all_) in enumerate(zip(*pair, strict=True))
        for name, text, other in (("weight", one, all_), ("total_weight", all_, one))
        if not text.strip() and not is_none(other)
    ]
    if len(both) < 2 or len(half) != 1:
        return []
    return [evidence.odd(half[0][0], f"the {label(half[0][1])} is empty")]


class _Printed(NamedTuple):
    row: int
    column: str
    text: str
    number: Number


def odd_formats(evidence: Evidence) -> list[Oddity]:
    """Weights printed unlike the others: ``.5`` beside ``0.7``, ``12.`` beside ``3.4``."""
    printed = [
        _Printed(i, name, text, n)
        for name in ("weight", "total_weight", "quantity")
        for i, text in enumerate(evidence.column(name))
        if (n := parse_number(text))
    ]
    found: list[tuple[_Printed, str]] = []
    bare = [p for p in printed if p.number.style == "bare"]
    # ``.5`` alone is the inch world's habit: beside metric units or a comma it is a lost digit.
    metric = len(bare) == 1 and ("," in bare[0].text or bare[0].number.unit in ("kg", "g", "m"))
    mixed = any(n.value < 1 and n.style != "bare" and n.decimals for *_, n in printed)
    if bare and (metric or mixed):
        found += [(p, "has no digit before its decimal mark") for p in bare]
    opened = [p for p in printed if p.number.style == "open"]
    if len(opened) == 1 and len(printed) > 2:
        found += [(p, "has no digit after its decimal mark") for p in opened]
    for name in ("weight", "total_weight"):
        column = [p for p in printed if p.column == name]
        usual = max((p.number.decimals for p in column), default=0)
        short = [p for p in column if p.number.decimals != usual]
        # Only a list that prints trailing zeros elsewhere is known not to trim them.
        keeps = any(
            n.decimals == usual and round(n.value * 10**usual) % 10 == 0 for *_, n in printed
        )
        if usual >= 2 and len(short) == 1 and short[0].number.decimals == usual - 1 and keeps:
            found.append((short[0], f"has not {usual} decimals like the others"))
    return [evidence.odd(p.row, f"{label(p.column)} {p.text[:24]!r} {what}") for p, what in found]


def lone_cells(evidence: Evidence) -> list[Oddity]:
    """Rows of one cell in a table of several columns: a split row or a heading read as a row."""
    columns = {name for texts in evidence.texts for name, text in texts.items() if text.strip()}
    if len(columns) < 2:
        return []
    filled = [[name for name, t in texts.items() if t.strip()] for texts in evidence.texts]
    alone = [i for i, names in enumerate(filled) if len(names) <= 1]
    # Forms are numbered in advance: their last rows, in the order of counting, hold a position.
    end = len(filled)
    while end and filled[end - 1] == ["position"]:
        end -= 1
    start = 0
    while start < end and filled[start] == ["position"]:
        start += 1
    prepared = {*range(start), *range(end, len(filled))}
    if len(prepared) == 1:
        before = start - 1 if start else end - 1
        prepared = prepared if counts_on(evidence.column("position"), before) else set()
    alone = [i for i in alone if i not in prepared]
    if len(alone) > (len(filled) - len(prepared)) / 2:
        return [Oddity(None, "most rows hold one cell only")]
    return [
        evidence.odd(i, f"holds nothing but {_only(evidence.texts[i], filled[i])}") for i in alone
    ]


def _only(texts: dict[str, str], names: list[str]) -> str:
    return repr(texts[names[0]][:40]) if names else "empty cells"


def meaningless_characters(evidence: Evidence) -> list[Oddity]:
    """Characters that a font without a decoding table leaves behind."""
    return [
        evidence.odd(i, f"{label(name)} {text[:40]!r} holds a character that has no meaning")
        for i, texts in enumerate(evidence.texts)
        for name, text in texts.items()
        if _REPLACEMENT.search(text)
    ]
