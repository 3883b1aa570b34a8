"""Lists that count something, but whose header does not say what: MATERIAL, SIZE, QUANTITY, UNIT.

Read they would be rows without a name; passed by they would be lost in silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bomflow.page.words import Box, Word
from bomflow.table.headers import STRONG, Vocabulary
from bomflow.table.kinds import are_amounts
from bomflow.table.layout import Phrase, box_of, middle, phrases, text_lines

_NAMES = (("description",), ("article_number",))
_KNOWN = 3  # headers that say something
_ROWS = 2
# In font sizes.
_APART = 30.0  # two headers of one list
_PITCH = 4.0  # a line and the next one


def counted_lists(words: Sequence[Word], words_of: Vocabulary) -> list[tuple[str, Box]]:
    """Why and where a list is that has a header with a quantity and rows that it counts."""
    lines = [phrases(line) for line in text_lines([w for w in words if w.angle == 0])]
    found = []
    for at, line in enumerate(lines):
        for header in _headers(line, words_of):
            for way in (lines[at + 1 :], lines[:at][::-1]):
                rows = _rows(header, way, words_of)
                said = [p.text for p in rows[0]] if rows else []
                if len(rows) < _ROWS or any(map(words_of.is_other_caption, said)):
                    continue
                over = lines[at - 1] if at and way is not lines[:at] else []
                if any(words_of.is_other_caption(p.text) for p in over):
                    continue
                names = " | ".join(p.text for p in header)[:60]
                box = box_of(w for part in (header, *rows) for p in part for w in p.words)
                found.append((f"a list under {names!r}, which does not say what is counted", box))
                break
    return found


def _headers(line: Sequence[Phrase], words_of: Vocabulary) -> Iterator[list[Phrase]]:
    """Neighbouring phrases of a line that are headers of a list with a quantity."""
    groups: list[list[Phrase]] = []
    for p in line:
        if groups and p.x0 - groups[-1][-1].x1 <= _APART * p.words[0].size:
            groups[-1].append(p)
        else:
            groups.append([p])
    for group in groups:
        means = [words_of.meaning(p.text) for p in group]
        known = [m for m in means if m.columns and m.strength >= STRONG]
        if (
            len(known) >= _KNOWN
            and sum(m.columns[0] == "quantity" for m in known) == 1
            and not any(m.decoy or m.columns[:1] in _NAMES for m in means)
            and not any(c.isdigit() for p in group for c in p.text)
        ):
            yield group


def _rows(
    header: Sequence[Phrase], lines: Sequence[Sequence[Phrase]], words_of: Vocabulary
) -> list[list[Phrase]]:
    """The next lines that have a number of pieces under the quantity, and texts beside it."""
    rows: list[list[Phrase]] = []
    bounds = [(a.x1 + b.x0) / 2 for a, b in pairwise(header)]
    left, right = header[0].x0, header[-1].x1
    size = header[0].words[0].size
    at = next(
        i for i, p in enumerate(header) if words_of.meaning(p.text).columns[:1] == ("quantity",)
    )
    level = middle(header[0].words[0])
    for line in lines:
        own = [p for p in line if p.x1 > left - 2 * size and p.x0 < right + 2 * size]
        if not own:
            continue
        here = middle(own[0].words[0])
        if abs(here - level) > _PITCH * size:
            break
        columns = [sum(b < (p.x0 + p.x1) / 2 for b in bounds) for p in own]
        count = [p.text for p, k in zip(own, columns, strict=True) if k == at]
        if len(count) != 1 or not are_amounts(count) or len(set(columns)) < _KNOWN:
            break
        rows.append(own)
        level = here
    return rows
