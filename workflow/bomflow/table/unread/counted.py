"""Lists of parts whose header lacks a column without which they cannot be read.

What counts something but does not say what (MATERIAL, SIZE, QUANTITY, UNIT), and schedules that
give marks and sizes, what is cut, or the housings of a circuit's parts, but do not say how many
(MARK, SECTION, LENGTH; PART, LENGTH, WIDTH; NAME, VALUE, PACKAGE). Read they would be rows without
a name or a number; passed by they would be lost in silence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from bomflow.page.words import Box, Word
from bomflow.table.header.folding import fold
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.meaning import STRONG, Meaning
from bomflow.table.layout import Phrase, box_of, middle, phrases, text_lines
from bomflow.table.naming.kinds import are_amounts

_NAMES = (("description",), ("article_number",))
_KNOWN = 3  # headers that say something
# In font sizes.
_APART = 30.0  # two headers of one list
_PITCH = 4.0  # a line and the next one
_SIZED = ("extra", "description")  # what SIZE and SECTION mean
_PAIR = 2  # headers of a list that says nothing else: MATERIAL, QUANTITY
# PART NAME, LENGTH, WIDTH: what is cut of a board or a bar.
_PARTS = {
    "part", "parts", "piece", "panel", "board", "teil", "bauteil", "teile", "pieza", "peca",
    "pezzo", "parca", "czesc", "dil", "dilec", "onderdeel",
}  # fmt: skip
_DIMENSIONS = {
    "length", "width", "height", "thickness", "lange", "breite", "hohe", "dicke", "longueur",
    "largeur", "hauteur", "epaisseur", "largo", "ancho", "alto", "espesor", "comprimento",
    "largura", "altura", "espessura", "lunghezza", "larghezza", "altezza", "spessore", "dlugosc",
    "szerokosc", "grubosc", "delka", "sirka", "tloustka", "boy", "en", "kalinlik", "lengte",
    "dikte",
}  # fmt: skip
# What only parts of a circuit have.
_HOUSINGS = {
    "package", "footprint", "bauform", "gehause", "boitier", "encapsulado", "корпус", "封装",
    "ハッケーシ", "フットフリント",
}  # fmt: skip
_MARK = re.compile(r"[^\W\d_]{1,4}[-. ]?\d{1,4}[^\W\d_]?")  # F1, HV-101, B 12a


class _Header(NamedTuple):
    """The phrases of a header, and how its rows are known by the texts of column ``at``.

    ``rows`` are as many as it takes, ``lacks`` what the header does not say.
    """

    parts: list[Phrase]
    at: int
    begins: Callable[[str], bool]
    rows: int
    lacks: str


def counted_lists(words: Sequence[Word], words_of: Vocabulary) -> list[tuple[str, Box]]:
    """Why and where a list is of which the header counts or sizes rows, but does not name them."""
    lines = [phrases(line) for line in text_lines([w for w in words if w.angle == 0])]
    found = []
    for at, line in enumerate(lines):
        for header in _headers(line, words_of):
            for way in (lines[at + 1 :], lines[:at][::-1]):
                rows = _rows(header, way)
                said = [p.text for p in rows[0]] if rows else []
                if len(rows) < header.rows or any(map(words_of.is_other_caption, said)):
                    continue
                over = lines[at - 1] if at and way is not lines[:at] else []
                if any(words_of.is_other_caption(p.text) for p in over):
                    continue
                names = " | ".join(p.text for p in header.parts)[:60]
                box = box_of(w for part in (header.parts, *rows) for p in part for w in p.words)
                found.append((f"a list under {names!r}, which does not say {header.lacks}", box))
                break
    return found


def _headers(line: Sequence[Phrase], words_of: Vocabulary) -> Iterator[_Header]:
    """Neighbouring phrases of a line that are headers of a list that lacks a column."""
    groups: list[list[Phrase]] = []
    for p in line:
        if groups and p.x0 - groups[-1][-1].x1 <= _APART * p.words[0].size:
            groups[-1].append(p)
        else:
            groups.append([p])
    for group in groups:
        means = [words_of.meaning(p.text) for p in group]
        known = [m for m in means if m.columns and m.strength >= STRONG]
        first = [m.columns[0] for m in known]
        if any(c.isdigit() for p in group for c in p.text):
            continue
        if (
            len(known) >= _KNOWN
            and first.count("quantity") == 1
            and not any(m.decoy or m.columns[:1] in _NAMES for m in means)
        ):
            at = next(i for i, m in enumerate(means) if m.columns[:1] == ("quantity",))
            yield _Header(group, at, lambda text: are_amounts([text]), 2, "what is counted")
        elif _is_pair(means):
            at = first.index("quantity")
            yield _Header(group, at, lambda text: are_amounts([text]), 4, "what is counted")
        elif len(known) == len(group) >= _KNOWN and (at := _units(means)):
            yield _Header(
                group,
                at,
                lambda text: are_amounts([text]),
                3,
                "for sure how many there are of each",
            )
        elif len(group) >= _KNOWN and _gives_cuts(group, means):
            yield _Header(group, 0, _begins_with_word, 3, "how many there are of each")
        elif len(group) >= _KNOWN and (_gives_sizes(group, means) or _gives_housings(group, means)):
            yield _Header(
                group, 0, lambda text: bool(_MARK.fullmatch(text)), 3, "how many there are of each"
            )


def _is_pair(means: Sequence[Meaning]) -> bool:
    """Whether a header says how many there are, of what size or material, and nothing else."""
    columns = sorted(m.columns[:2] for m in means if m.strength >= STRONG and not m.decoy)
    return len(means) == _PAIR and columns == [_SIZED, ("quantity",)]


def _units(means: Sequence[Meaning]) -> int:
    """Where a header that begins with the names of parts says UNITS, which may count them; 0 if it
    does not, or says how many there are.
    """
    if means[0].columns[:1] not in _NAMES or any(
        m.decoy or m.columns[:1] in (("quantity",), ("position",)) for m in means
    ):
        return 0
    return next((i for i, m in enumerate(means) if m.columns == ("extra", "quantity")), 0)


def _gives_cuts(header: Sequence[Phrase], means: Sequence[Meaning]) -> bool:
    """Whether a header names parts and gives two dimensions or more of each, but no number."""
    words = [set(fold(p.text).split(" ")) for p in header]
    return (
        not words[0].isdisjoint(_PARTS)
        and sum(not w.isdisjoint(_DIMENSIONS) for w in words[1:]) > 1
        and not any(m.decoy or m.columns[:1] == ("quantity",) for m in means)
    )


def _begins_with_word(text: str) -> bool:
    return text[:1].isalpha()


def _gives_housings(header: Sequence[Phrase], means: Sequence[Meaning]) -> bool:
    """Whether a header speaks of the housings of parts, and does not count them."""
    return any(fold(p.text) in _HOUSINGS for p in header) and not any(
        m.decoy or m.columns[:1] == ("quantity",) for m in means
    )


def _gives_sizes(header: Sequence[Phrase], means: Sequence[Meaning]) -> bool:
    """Whether a header begins with a mark, or a word nobody listed, and goes on with sizes.

    More words of parts than of other tables must be among them: TAG, SIZE, TYPE, RATING, SERVICE.
    What it names too (MEMBER) must have a SECTION and a LENGTH.
    """
    mark, *others = means
    barred = {"quantity", "description", "article_number"}
    if any(fold(p.text) in _DIMENSIONS for p in header):
        barred -= {"description"}
    if "position" not in mark.columns and (mark.columns or mark.decoy):
        return False
    first = [m.columns[0] for m in others if m.columns and m.strength >= STRONG]
    decoys = sum(m.decoy for m in others)
    return (
        any(m.columns[:2] == _SIZED for m in others)
        and not barred & set(first)
        and (not decoys or len(first) > 2 * decoys)
    )


def _rows(header: _Header, lines: Sequence[Sequence[Phrase]]) -> list[list[Phrase]]:
    """The next lines that have their count or mark in its column, and texts beside it.

    Between them stand lines in which texts of these rows go on.
    """
    rows: list[list[Phrase]] = []
    parts = header.parts
    bounds = [(a.x1 + b.x0) / 2 for a, b in pairwise(parts)]
    left, right = parts[0].x0, parts[-1].x1
    size = parts[0].words[0].size
    level = middle(parts[0].words[0])
    goes_on = False  # a cell beside the next count does
    for line in lines:
        own = [p for p in line if p.x1 > left - 2 * size and p.x0 < right + 2 * size]
        if not own:
            continue
        here = middle(own[0].words[0])
        if abs(here - level) > _PITCH * size:
            break
        columns = [sum(b < (p.x0 + p.x1) / 2 for b in bounds) for p in own]
        if len(own) == len(parts):
            columns = [*range(len(own))]
        texts = [p.text for p, k in zip(own, columns, strict=True) if k == header.at]
        level = here
        if not texts:
            goes_on = True
            continue
        if len(texts) != 1 or not header.begins(texts[0]):
            break
        if len(set(columns)) < min(_KNOWN, len(parts)) and not goes_on:
            break
        goes_on = False
        rows.append(own)
        left, right = min(left, own[0].x0), max(right, own[-1].x1)
    return rows
