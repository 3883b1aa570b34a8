"""The header of a table, found again from its words: which line, how far, which cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bomflow.page.rulings import Rulings
from bomflow.page.words import Box, Word
from bomflow.proof.columns import is_section_mark
from bomflow.second.runs import runs_of, walls_at
from bomflow.table.body.separators import row_rulings
from bomflow.table.header.columns import Column
from bomflow.table.header.folding import fold
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.meaning import STRONG
from bomflow.table.header.ranks import is_single, is_total_word
from bomflow.table.header.seeds import numbered, split_phrase
from bomflow.table.header.spellings import COLUMNS
from bomflow.table.header.stacked import stacked_cells
from bomflow.table.layout import Phrase, line_middle

_FURTHEST = 30.0  # font sizes between neighbouring header cells
_ONCE = ("position", "article_number", "quantity", "description")
_BESIDE = 1.3  # font sizes by which header cells beside each other stand on other lines
_UNDER = 4.0  # font sizes by which UNIT and TOTAL stand wider than the WEIGHT over them
_NEXT_LINE = 1.9  # font sizes between the lines of a header
_TALLEST = 5.0  # font sizes between the rulings around a header and its main line


class Header(NamedTuple):
    """Cells from left to right and the strip that they take, points of the reading frame."""

    top: float
    bottom: float
    x0: float
    x1: float
    size: float
    cells: list[Column]
    words: list[Word]


def find_header(
    lines: Sequence[Sequence[Word]], first: Box, rulings: Rulings, vocabulary: Vocabulary
) -> Header | None:
    """The header in or next to the box ``first`` of the first reading; None without one."""
    best: tuple[int, float, list[list[Phrase]], int] | None = None
    for i, line in enumerate(lines):
        y, size = line_middle(line), max(w.size for w in line)
        if not first[1] - 3 * size <= y <= first[3] + 3 * size:
            continue
        parts = _parts(line, rulings, vocabulary)
        for other in lines[max(0, i - 4) : i + 5]:  # cells of two lines beside cells of one
            if other is not line and abs(line_middle(other) - y) <= _BESIDE * size:
                more = _parts(other, rulings, vocabulary)
                if not any(numbered(p.text) for p in more):
                    parts += [p for p in more if _header_words(p, vocabulary)]
        lists = _lists(parts, vocabulary)
        parts = _main_parts(lists, first, vocabulary)
        real = {n for p in parts if (n := _name(p, vocabulary)) in COLUMNS}
        share = sum(max(0.0, min(p.x1, first[2]) - max(p.x0, first[0])) for p in parts)
        if len(real) >= 2 and (best is None or (len(real), share) > best[:2]):
            best = (len(real), share, lists, i)
    if best is None:
        return None
    _, _, lists, i = best
    parts = _main_parts(lists, first, vocabulary)
    return _whole(lines, i, parts, rulings, vocabulary)


def _parts(line: Sequence[Word], rulings: Rulings, vocabulary: Vocabulary) -> list[Phrase]:
    """The phrases of a line that may be header cells, cut at walls and between spellings."""
    top, bottom = min(w.top for w in line), max(w.bottom for w in line)
    walls = walls_at(rulings, line[0].x0, max(w.x1 for w in line), top, bottom)
    return [q for p in runs_of(line, walls) for q in split_phrase(p, vocabulary)]


def _name(part: Phrase, vocabulary: Vocabulary) -> str:
    """What a phrase names: one of the six, 'extra', or ''."""
    meaning = vocabulary.meaning(part.text)
    if numbered(part.text) or is_section_mark(part.text) or meaning.strength < STRONG:
        return ""
    return meaning.columns[0] if meaning.columns else ""


def _lists(parts: list[Phrase], vocabulary: Vocabulary) -> list[list[Phrase]]:
    """The phrases of one line by list, as several lists may stand side by side."""
    lists: list[list[Phrase]] = []
    seen: set[str] = set()
    for part in sorted(parts, key=lambda p: p.x0):
        name, text = _name(part, vocabulary), fold(part.text)
        gap = part.x0 - lists[-1][-1].x1 if lists else 0.0
        starts = bool(lists) and gap > 0 and text == fold(lists[-1][0].text)
        again = text in seen and (name in _ONCE or starts)
        if not lists or again or gap > _FURTHEST * part.words[0].size or numbered(part.text):
            lists.append([])
            seen = set()
        lists[-1].append(part)
        seen.add(text)
    return lists


def _main_parts(lists: list[list[Phrase]], first: Box, vocabulary: Vocabulary) -> list[Phrase]:
    """The header most inside ``first``, from its first to its last known word."""
    best: list[Phrase] = []
    most = 0.0
    for group in lists:
        known = [k for k, p in enumerate(group) if _name(p, vocabulary)]
        if not known:
            continue
        low, high = known[0], known[-1]
        while low and _may_head(group[low - 1], group[low], first):
            low -= 1
        while high + 1 < len(group) and _may_head(group[high + 1], group[high], first):
            high += 1
        own = group[low : high + 1]
        share = min(own[-1].x1, first[2]) - max(own[0].x0, first[0])
        if share > most:
            best, most = own, share
    return best


def _may_head(part: Phrase, beside: Phrase, first: Box) -> bool:
    """Whether an unknown phrase at the side is a header: a word, not a section mark (A - A)."""
    words = [w for w in part.words if sum(c.isalpha() for c in w.text) > 1]
    size = part.words[0].size
    near = max(part.x0 - beside.x1, beside.x0 - part.x1) <= 12 * size
    alike = abs(size - beside.words[0].size) <= 0.1 * size
    return bool(words) and near and alike and first[0] <= (part.x0 + part.x1) / 2 <= first[2]


def _whole(
    lines: Sequence[Sequence[Word]],
    main: int,
    parts: list[Phrase],
    rulings: Rulings,
    vocabulary: Vocabulary,
) -> Header:
    """The header with the lines above and below its main line."""
    size = max(w.size for p in parts for w in p.words)
    x0, x1 = min(p.x0 for p in parts), max(p.x1 for p in parts)
    y = line_middle([w for p in parts for w in p.words])
    across = rulings.across_between(y - _TALLEST * size, y + _TALLEST * size, x0, x1)
    lids = row_rulings(across, x0, x1, 0.6, 2 * size)
    low = max((r for r in lids if r < y - 0.3 * size), default=None)
    high = min((r for r in lids if r > y + 0.3 * size), default=None)
    taken = list(parts)
    known_words = {id(w) for p in parts for w in p.words}
    for step, lid in ((-1, low), (1, high)):
        edge = y
        for i in range(main + step, len(lines) if step > 0 else -1, step):
            here = line_middle(lines[i])
            if lid is not None and (here - lid) * step > 0:
                break
            own = [
                p
                for p in _parts(lines[i], rulings, vocabulary)
                if x0 - _UNDER * size <= (p.x0 + p.x1) / 2 <= x1 + _UNDER * size
                and (x0 - size <= (p.x0 + p.x1) / 2 <= x1 + size or _is_half(p))
                and id(p.words[0]) not in known_words
            ]
            if not own:
                continue
            known = sum(_header_words(p, vocabulary) for p in own)
            far = abs(here - edge) > _NEXT_LINE * size
            if far or any(numbered(p.text) for p in own) or known < 0.6 * len(own):
                break
            taken += [p for p in own if len(p.text) > 1]  # one letter is a zone of the sheet
            edge = here
    words = [w for p in taken for w in p.words]
    top, bottom = min(w.top for w in words), max(w.bottom for w in words)
    x0, x1 = min(w.x0 for w in words), max(w.x1 for w in words)
    return Header(top, bottom, x0, x1, size, stacked_cells(taken, vocabulary), words)


def _header_words(part: Phrase, vocabulary: Vocabulary) -> bool:
    """Whether a phrase beside the main line holds header words or a unit in brackets."""
    text = part.text
    if _name(part, vocabulary) or text.startswith(("(", "[")):
        return True
    if _is_half(part):
        return True
    if vocabulary.is_caption(text):
        return False
    return all(token in vocabulary.loose_words for token in fold(text).split(" ") if token)


def _is_half(part: Phrase) -> bool:
    """Whether a phrase heads one of the two columns under a WEIGHT (UNIT, TOTAL)."""
    return is_single(part.text) or is_total_word(part.text)


def repeats_header(line: Sequence[Word], header: Header) -> bool:
    """Whether a line of the body prints (a line of) the header once more."""
    known = {fold(w.text) for w in header.words} - {""}
    texts = [text for w in line if (text := fold(w.text))]
    return len(texts) >= 2 and sum(text in known for text in texts) >= 0.8 * len(texts)
