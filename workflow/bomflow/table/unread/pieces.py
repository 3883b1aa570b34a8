"""Lines without positions that count pieces and name parts, under words that nobody listed.

They may be the parts list of an office whose words are not known; a page must not pass by them in
silence. A table of which the header is known is what that says it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bomflow.page.words import Box, Word
from bomflow.table.header.columns import STACK
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.meaning import STRONG
from bomflow.table.layout import Phrase, box_of, middle, phrases, text_lines
from bomflow.table.naming.kinds import are_amounts, are_names, are_pieces

_ROWS = 3
_STACKED = 3  # lines of a header
_COLUMNS = 3
_FEW = 1  # headers that may mean something by chance
_BLANK = 1.2  # font sizes between two cells of a line
# In font sizes.
_PITCH = 4.0  # a line and the next one
_WIDE = 40.0  # from the number of pieces to the name
_ALIGNED = 0.4

Line = list[Phrase]


def unknown_list(words: Sequence[Word], words_of: Vocabulary) -> Box | None:
    """The box of three lines or more with a number of pieces and a name each, and their header."""
    upright = [w for w in words if w.angle == 0]
    lines = [phrases(line, _BLANK) for line in text_lines(upright)]
    for run in _runs(lines):
        rows = [[p for p in lines[i] if _beside(p, count)] for i, count in run]
        size = run[0][1].words[0].size
        ends = ((run[0][0] - 1, -1, rows[0]), (run[-1][0] + 1, 1, rows[-1]))
        for at, step, row in ends:
            for header in _headers(lines, at, step, row):
                near = abs(_level(header) - _level(row)) <= _PITCH * size
                if near and _is_unknown(header, words_of) and _names_parts(rows, header, words_of):
                    return box_of(w for part in (header, *rows) for p in part for w in p.words)
    return None


def _headers(lines: Sequence[Line], at: int, step: int, row: Line) -> Iterator[Line]:
    """The words over (under) the columns of a row: those of one line, of two, of three."""
    columns: list[Line] = []
    level = 0.0
    for k in range(at, at + _STACKED * step, step):
        line = lines[k] if 0 <= k < len(lines) else []
        own = [p for p in line if any(_overlap(p, q) for q in row)]
        if not own or (columns and abs(_level(own) - level) > STACK * own[0].words[0].size):
            return
        level = level if columns else _level(own)
        for p in own:
            under = next((c for c in columns if any(_overlap(p, q) for q in c)), None)
            if under is None:
                columns.append([p])
            else:
                under.append(p)
        stacks = [sorted(c, key=lambda p: middle(p.words[0])) for c in columns]
        header = [Phrase(tuple(w for p in c for w in p.words)) for c in stacks]
        yield sorted(header, key=lambda p: p.x0)


def _runs(lines: Sequence[Line]) -> Iterator[list[tuple[int, Phrase]]]:
    """Lines below one another with a number of pieces in line, as (index, number)."""
    seen: set[int] = set()
    for start, line in enumerate(lines):
        for first in line:
            if not are_amounts([_count(first)]) or id(first) in seen:
                continue
            run = [(start, first)]
            for i in range(start + 1, len(lines)):
                last = run[-1][1]
                if _level(lines[i]) - middle(last.words[0]) > _PITCH * last.words[0].size:
                    break
                found = [p for p in lines[i] if are_amounts([_count(p)]) and _in_line(first, p)]
                others = [p for p in lines[i] if _beside(p, first) and not _is_zone(p)]
                if not found and others:
                    break
                run += [(i, p) for p in found[:1]]
            seen.update(id(p) for _, p in run)
            if len(run) >= _ROWS and are_pieces([int(_count(p)) for _, p in run]):
                yield run


def _is_unknown(header: Sequence[Phrase], words_of: Vocabulary) -> bool:
    """Whether words stand side by side of which hardly one is a header that is known."""
    return (
        len(header) >= _COLUMNS
        and _known(header, words_of) <= _FEW
        and not any(words_of.meaning(p.text).decoy for p in header)
        and not any(c.isdigit() for p in header for c in p.text)
        and not any(words_of.is_title_label(p.text) for p in header)
    )


def _known(header: Sequence[Phrase], words_of: Vocabulary) -> int:
    return sum(words_of.meaning(p.text).strength >= STRONG for p in header)


def _names_parts(rows: Sequence[Line], header: Sequence[Phrase], words_of: Vocabulary) -> bool:
    """Whether one column is of names and no second one of whole numbers, as data have.

    Where no word is known, larger numbers may be lengths.
    """
    columns = [[[p for p in row if _overlap(p, head)] for row in rows] for head in header]
    texts = [[" ".join(_count(p) for p in cell) for cell in column] for column in columns]
    named = any(all(cells) and are_names(cells) for cells in texts)
    whole = [cells for cells in texts if all(c.isdecimal() for c in cells)]
    if not _known(header, words_of):
        whole = [cells for cells in whole if are_amounts(cells)]
    return named and len(whole) == 1


def _is_zone(p: Phrase) -> bool:
    """Whether a text may be a letter of the sheet's frame."""
    return len(p.text) == 1 and p.text.isalpha()


def _count(p: Phrase) -> str:
    """The text of a phrase, of a number of pieces (4x, 4 x) the number."""
    number = p.text.rstrip("xX×").rstrip()
    return number if number.isdecimal() else p.text


def _beside(p: Phrase, count: Phrase) -> bool:
    return max(p.x0 - count.x1, count.x0 - p.x1) <= _WIDE * count.words[0].size


def _overlap(a: Phrase, b: Phrase) -> bool:
    return a.x0 < b.x1 and b.x0 < a.x1


def _in_line(a: Phrase, b: Phrase) -> bool:
    """Whether two numbers share their left, middle or right."""
    edges = (a.x0 - b.x0, a.x1 - b.x1, (a.x0 + a.x1 - b.x0 - b.x1) / 2)
    return min(map(abs, edges)) <= _ALIGNED * a.words[0].size


def _level(line: Sequence[Phrase]) -> float:
    return middle(line[0].words[0])
