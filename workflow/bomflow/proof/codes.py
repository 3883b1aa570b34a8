"""Codes with words beside them, and cells that hold what their neighbour lacks."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

from bomflow.proof.cells import MOST
from bomflow.proof.evidence import Evidence, label
from bomflow.proof.layout import shared
from bomflow.proof.numbers import is_none, parse_number
from bomflow.proof.oddity import Oddity

_LONG = 4  # characters of a code that no other word ends in by chance
_CODE = re.compile(r"[A-Z9./_-]*9[A-Z9./_-]*")


# What stands behind a code and is of it: its issue, or the kind of document (СБ) after GOST 2.102.
_ISSUE = re.compile(
    r" (?:(?:REV|ISSUE|ISS|IND|ALT)\.? ?[A-Z0-9]?"
    r"|СБ|СК|ВО|ВЗ|ГЧ|МЧ|МЭ|УЧ|ТЧ|РР|ПЗ|ТУ|ПМ|РЭ|ВС|ВП|[ЭГПСКВ]\d)$",
    re.IGNORECASE,
)


class _Kinds(dict[int, str]):
    """9 for a digit, A for a letter, all else as it is, by code point for str.translate."""

    def __missing__(self, point: int) -> str:
        c = chr(point)
        self[point] = kind = "9" if c.isdigit() else "A" if c.isalpha() else c
        return kind


_KINDS = _Kinds()


def shape(text: str) -> str:
    """The pattern of a code: 9 for a digit, A for a letter, a blank and marks as they are."""
    return text.strip().translate(_KINDS)


def odd_codes(evidence: Evidence) -> list[Oddity]:
    """Codes with words in their cell, or in a neighbour's, in a column where all are codes."""
    found = []
    names = {n for texts in evidence.texts for n in texts if n.startswith("extra ")}
    for name in ("article_number", *sorted(names)):
        texts = evidence.column(name)
        full = [i for i, t in enumerate(texts) if not is_none(t)]
        shapes = Counter(shape(texts[i]) for i in full)
        codes = sum(n for code, n in shapes.items() if _CODE.fullmatch(code))
        more = [i for i in full if _code_and_words(texts[i], shapes)]
        if len(full) > 3 and codes >= len(full) - len(more) and codes >= MOST * len(full):
            found += [
                evidence.odd(i, f"{label(name)} {texts[i][:40]!r} holds more than a code")
                for i in more
            ]
        if len(full) < 3 or codes < len(full) - 1:
            continue
        empty = [i for i, t in enumerate(texts) if not t.strip()]
        if name == "article_number" and len(empty) <= max(1, 0.15 * len(texts)):
            found += [
                evidence.odd(i, "the article number seems to stand in another column")
                for i in empty
                if _code_elsewhere(evidence.texts[i], shapes)
            ]
    return found


def _code_elsewhere(texts: dict[str, str], shapes: Counter[str]) -> bool:
    """Whether another cell begins or ends with a code like those of the article numbers."""
    return any(
        len(part) >= 4 and shape(part) in shapes and not part.isalpha()
        for name, text in texts.items()
        if name != "article_number"
        for part in (text.split() or [""])[:1] + (text.split() or [""])[-1:]
    )


def _code_and_words(text: str, shapes: Counter[str]) -> bool:
    """Whether a cell is a code like the others with more text before or behind it."""
    parts = _ISSUE.sub("", text).split()
    return len(parts) > 1 and any(
        len(part) >= 4 and shapes[shape(part)] > 1 and any(c.isdigit() for c in part)
        for part in (parts[0], parts[-1])
    )


def joined_cells(evidence: Evidence) -> list[Oddity]:
    """Cells that end in what their row's empty cell of another column should hold.

    Those that keep out of the other column end so by themselves (M16x40-8.8, and the grade 8.8).
    """
    names = sorted({name for texts in evidence.texts for name in texts})
    empty = [
        [name for name in names if not texts.get(name, "").strip()] for texts in evidence.texts
    ]
    known = {
        name: [t.strip() for t in evidence.column(name) if len(t.strip()) > 2]
        for name in set(chain.from_iterable(empty))
    }
    figures = {n: {shape(t) for t in known.get(n, ())} for n in ("weight", "total_weight")}
    homes = evidence.layout.homes
    found = []
    for i, (texts, lacking) in enumerate(zip(evidence.texts, empty, strict=True)):
        endings = {name: _endings(text) for name, text in texts.items()} if lacking else {}
        for other in lacking:
            tails = set(known[other]) if other not in figures else set()
            for name, ends in endings.items():
                # 69.28 kg: hardly a word of another cell, even where no other row has these figures
                weighs = {e for e in ends if shape(e) in figures.get(other, ()) and _is_weight(e)}
                place = evidence.layout.cells[i].get(name)
                if place and other in homes and not shared(place, homes[other]):
                    continue
                if name != other and (ends & tails or weighs):
                    end = max(ends & tails or weighs, key=len)
                    what = f"{label(name)} ends in {end[:40]!r}, and {label(other)} is empty"
                    found.append(evidence.odd(i, what))
                elif name != other and place and other in homes:
                    shapes = {shape(t) for t in known[other] if len(t) >= _LONG}
                    if end := _glued_end(texts[name], shapes):
                        what = f"{label(name)} may end in {end!r}, and {label(other)} is empty"
                        found.append(evidence.odd(i, what))
    return found


def _glued_end(text: str, shapes: set[str]) -> str:
    """The end of the last word that looks like the codes of another column, '' without any.

    A text that runs over the line into the next cell may touch what is printed there.
    """
    word = (text.split() or [""])[-1]
    ends = (word[k:] for k in range(1, len(word) - _LONG + 1))
    return next((e for e in ends if shape(e) in shapes and any(map(str.isdigit, e))), "")


def _endings(text: str) -> set[str]:
    """What is left of a text when its first words are taken off."""
    words = text.split()
    return {" ".join(words[k:]) for k in range(1, len(words))}


def _is_weight(text: str) -> bool:
    number = parse_number(text)
    return bool(number and number.decimals)
