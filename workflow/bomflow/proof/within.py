"""Words inside a table: in other cells than they were given to, in two, in none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from bomflow.page.words import UNKNOWN
from bomflow.proof.counting import counts_on, follows_count
from bomflow.proof.evidence import cell_texts, label
from bomflow.proof.layout import Layout, as_box, distinct
from bomflow.proof.near import Page
from bomflow.proof.oddity import Oddity, row_name

# A wrapped line stands nearer to its own cell's lines than to the next row's.
_NEARER = 0.85
# How many rows may wrap unlike the others, and how many others there must be to each of them.
_MOST_ODD = 2
_MANY_MORE = 2
# Points by which boxes of neighbouring tables may overlap.
_EDGE = 3.0


def tables_in_each_other(table: dict[str, Any], layout: Layout, page: Page) -> list[Oddity]:
    """Boxes of two tables that share more than an edge."""
    box = as_box(table.get("bbox"))
    if box and any(
        all(min(box[k + 2], other[k + 2]) - max(box[k], other[k]) > _EDGE for k in (0, 1))
        for other in page.tables
        if other != box
    ):
        return [Oddity(None, "another table stands in its box")]
    return []


def other_letters(table: dict[str, Any], layout: Layout, page: Page) -> list[Oddity]:
    """Cells that do not hold the words of their place: cut short, changed, or those of two rows."""
    first: dict[tuple[int, str], int] = {}
    texts = [cell_texts(row) for row in layout.rows]
    found = []
    for cell in page.cells:
        text = texts[cell.row].get(cell.column, "")
        here = [page.words[k].text for k in cell.words]
        alone = len(cell.own) == len(cell.words)
        if (alone and "".join(here) == text.replace(" ", "")) or any(UNKNOWN in w for w in here):
            continue
        row = layout.rows[cell.row]
        letters = _letters([text])
        own = _letters(page.words[k].text for k in cell.own)
        what = f"{row_name(row, cell.row)}: {label(cell.column)}"
        if own - letters or letters - _letters(here):
            there = " ".join(here)
            found.append(Oddity(cell.row, f"{what} {text[:30]!r} is printed {there[:30]!r}"))
        used = {first.setdefault((k, cell.column), cell.row) for k in cell.words} - {cell.row}
        if used:
            other = min(used)
            told = f"{what} holds words of {row_name(layout.rows[other], other)}"
            found.append(Oddity(cell.row, told))
    return found


def _letters(texts: Iterable[str]) -> Counter[str]:
    return Counter(c for text in texts for c in text if c.isprintable() and not c.isspace())


def wrong_wraps(table: dict[str, Any], layout: Layout, page: Page) -> list[Oddity]:
    """Lines of cells that stand nearer to the cell of the next row than to their own row."""
    level = 0.5 * layout.line
    levels: list[list[float]] = [[] for _ in layout.rows]
    for cell in page.cells:
        levels[cell.row] += [page.words[k].level for k in cell.words]
    wrapped = [bool(spots) and max(spots) - min(spots) > level for spots in levels]
    if not any(wrapped):
        return []
    lines: dict[str, list[list[float]]] = {}
    for cell in page.cells:
        rows = lines.setdefault(cell.column, [[] for _ in layout.rows])
        rows[cell.row] = distinct([page.words[k].level for k in cell.words], level)
    found = []
    for name, rows in lines.items():
        for i, (here, there) in enumerate(pairwise(rows)):
            if not here or not there or not (wrapped[i] or wrapped[i + 1]):
                continue
            own = [b - a for a, b in (*pairwise(here[-2:]), *pairwise(there[:2]))]
            for k, spots in ((i, here), (i + 1, there)):
                # A cell of one line stands level with another cell of its row.
                others = [s for n, r in lines.items() if n != name for s in r[k]]
                off = min((abs(spots[0] - s) for s in others), default=0.0)
                own += [off] if len(spots) == 1 and off > level else []
            if own and 0 < there[0] - here[-1] < _NEARER * max(own):
                who = " and ".join(row_name(layout.rows[k], k) for k in (i, i + 1))
                told = f"{who}: a line of {label(name)} stands nearer to the other row"
                found += [Oddity(i, told), Oddity(i + 1, told)]
    return found


def unlike_wraps(table: dict[str, Any], layout: Layout, page: Page) -> list[Oddity]:
    """The one or two rows that wrap another way than the others do around their position.

    A list has it on the first, on the last or on the middle one of a row's lines; a line that went
    to the next row breaks that where it stands as near to one as to the other.
    """
    spots: dict[int, list[float]] = {}
    anchors: dict[int, list[float]] = {}
    for cell in page.cells:
        own = [page.words[k].level for k in cell.words]
        spots.setdefault(cell.row, []).extend(own)
        if cell.column == "position":
            anchors[cell.row] = own
    level = 0.5 * layout.line
    wraps = {}
    for i, own in anchors.items():
        if own:
            before, after = own[0] - min(spots[i]), max(spots[i]) - own[0]
            if max(before, after) > level:
                wraps[i] = before, after
    ways = [
        [i for i, (before, _) in wraps.items() if before > level],
        [i for i, (_, after) in wraps.items() if after > level],
        [i for i, (before, after) in wraps.items() if abs(before - after) > level],
    ]
    odd = min(ways, key=len)
    if len(odd) > _MOST_ODD or len(wraps) - len(odd) < _MANY_MORE * max(1, len(odd)):
        return []
    who = [row_name(layout.rows[i], i) for i in odd]
    return [
        Oddity(i, f"{name}: its lines stand otherwise around the position than those of others")
        for i, name in zip(odd, who, strict=True)
    ]


def holes(table: dict[str, Any], layout: Layout, page: Page) -> list[Oddity]:
    """Room for a row that holds no words at all: neither a heading nor a repeated header.

    Lists part groups of rows by a blank: more than once, or between positions that count on.
    """
    positions = [str((r.get("cells") or {}).get("position") or "") for r in layout.rows]
    if follows_count(positions):
        return []
    found = []
    rooms = layout.holes()
    inner = [before for before, _ in rooms if 0 <= before < len(positions) - 1]
    for before, (low, high) in rooms:
        if before in inner and (len(inner) > 1 or counts_on(positions, before)):
            continue
        if not any(low <= w.level <= high for w in page.words if w.among):
            rows = layout.rows
            if 0 <= before < len(rows) - 1:
                a, b = (row_name(rows[k], k) for k in (before, before + 1))
                found.append(Oddity(None, f"{a} and {b} leave room for a row"))
            else:
                found.append(Oddity(None, "there is room for a row beside the header"))
    return found
