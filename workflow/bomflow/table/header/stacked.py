"""Header cells from phrases that stand on several lines."""

from __future__ import annotations

from itertools import pairwise

from bomflow.table.header.columns import Column, grouped, make_column
from bomflow.table.header.folding import fold
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.ranks import is_single, is_total_word
from bomflow.table.header.spellings import UNITS
from bomflow.table.layout import Phrase, middle, text_lines

_BLANK = 0.75  # font sizes between words of one cell


def stacked_cells(parts: list[Phrase], vocabulary: Vocabulary) -> list[Column]:
    """Header cells from phrases of several lines; a phrase over several cells belongs to each."""
    parts = _with_units(parts, vocabulary)
    lines = text_lines([w for p in parts for w in p.words])
    if len(lines) == 1:
        return [make_column(list(p.words), vocabulary) for p in sorted(parts, key=lambda p: p.x0)]
    by_line: dict[int, list[Phrase]] = {}
    for p in parts:
        y = middle(p.words[0])
        i = min(range(len(lines)), key=lambda k: abs(middle(lines[k][0]) - y))
        by_line.setdefault(i, []).append(p)
    groups: list[tuple[Phrase, list[Phrase]]] = []
    for i, own in by_line.items():
        own[:] = [q for p in own for q in _by_cell(p, _nearest(p, i, by_line))]
    parts = [p for own in by_line.values() for p in own]
    for i, own in by_line.items():
        for p in own:
            for j in sorted(by_line, key=lambda j: abs(j - i)):
                under = _under(p, by_line[j], parts, vocabulary) if j != i else []
                if under:
                    groups.append((p, under))
                    break
    heads = [p for p, _ in groups]
    cells = []
    for cluster in _clusters([p for p in parts if p not in heads]):
        over = [w for g, under in groups if any(q in cluster for q in under) for w in g.words]
        words = [w for p in cluster for w in p.words]
        cell = make_column(words + over, vocabulary)
        cells.append(grouped(cell, over, vocabulary) if over else cell)
    return cells


def _with_units(parts: list[Phrase], vocabulary: Vocabulary) -> list[Phrase]:
    """The phrases, a unit joined to the word for one of them where both stand under a weight.

    GEWICHT over PER STUK KG is one cell; without it STK and KG may be two columns.
    """
    out: list[Phrase] = []
    for p in sorted(parts, key=lambda p: (middle(p.words[0]), p.x0)):
        last = out[-1] if out else None
        if (
            last
            and fold(p.text) in UNITS
            and is_single(last.text)
            and abs(middle(last.words[0]) - middle(p.words[0])) <= 0.4 * p.words[0].size
            and 0 <= p.x0 - last.x1 <= _BLANK * p.words[0].size
            and any(
                q.x0 < last.x1
                and q.x1 > p.x0
                and vocabulary.meaning(q.text).columns[:1] in (("weight",), ("total_weight",))
                for q in parts
                if q is not p and q is not last
            )
        ):
            out[-1] = Phrase((*last.words, *p.words))
        else:
            out.append(p)
    return out


def _nearest(p: Phrase, line: int, by_line: dict[int, list[Phrase]]) -> list[Phrase]:
    """The phrases over and under one on the nearest lines that hold any."""
    found = []
    for side in (range(line - 1, -1, -1), range(line + 1, max(by_line) + 1)):
        near = ([q for q in by_line.get(k, ()) if q.x0 < p.x1 and q.x1 > p.x0] for k in side)
        found += next(filter(None, near), [])
    return found


def _by_cell(p: Phrase, others: list[Phrase]) -> list[Phrase]:
    """A phrase as the words over each of several cells that say the same without them, or that one
    of them goes on in.

    LENGTH UNIT TOTAL over mm, WT and WT stand a blank apart, but head a column each: a group over
    two WT would not tell them apart. So do GEWICHT GESAMT- over [kg] and GEWICHT.
    """
    under = sorted(others, key=lambda q: q.x0)
    broken = any(w.text.endswith("-") and len(w.text) > 1 for w in p.words)
    if len({fold(q.text) for q in under}) == len(under) and not broken:
        return [p]
    homes = [[k for k, q in enumerate(under) if q.x0 < w.x1 and q.x1 > w.x0] for w in p.words]
    if any(len(home) != 1 for home in homes) or {k for (k,) in homes} != set(range(len(under))):
        return [p]
    return [
        Phrase(tuple(w for w, (home,) in zip(p.words, homes, strict=True) if home == k))
        for k in range(len(under))
    ]


def _clusters(parts: list[Phrase]) -> list[list[Phrase]]:
    """Phrases grouped by overlapping horizontal extent, left to right."""
    out: list[list[Phrase]] = []
    for p in sorted(parts, key=lambda p: p.x0):
        if out and p.x0 < max(q.x1 for q in out[-1]):
            out[-1].append(p)
        else:
            out.append([p])
    return out


def _under(
    p: Phrase, others: list[Phrase], parts: list[Phrase], vocabulary: Vocabulary
) -> list[Phrase]:
    """The cells of the next line that a phrase heads (a two-level header), [] if it heads none."""
    size = p.words[0].size
    near = [
        q for q in sorted(others, key=lambda q: q.x0) if q.x0 < p.x1 + size and q.x1 > p.x0 - size
    ]
    if vocabulary.meaning(p.text).columns[:1] in (("weight",), ("total_weight",)):
        row = sorted(others, key=lambda q: q.x0)
        twins = [q for q in parts if q is not p and fold(q.text) == fold(p.text)]
        for a, b in pairwise(row):
            if any(q.x0 < b.x1 + size and q.x1 > a.x0 - size for q in twins):
                continue  # UNIT and TOTAL have a WEIGHT each
            if (
                (a in near or b in near or _alone_between(p, a, b, parts))
                and is_single(a.text) + is_single(b.text) == 1
                and (is_total_word(a.text) + is_total_word(b.text) == 1)
            ):
                return [a, b]
    over = [q for q in near if min(p.x1, q.x1) - max(p.x0, q.x0) > 0.5 * size]
    if len(over) >= 2:
        return over
    if len(near) < 2 or over:
        return []
    if any(q is not p and min(p.x1, q.x1) - max(p.x0, q.x0) > 0.5 * size for q in parts):
        return []  # one line of a stacked cell
    y = middle(p.words[0])
    if any(_reaches(q, y, parts) for q in near):
        return []  # beside stacked cells, in the middle of their lines
    return near if near[0].x1 <= (p.x0 + p.x1) / 2 <= near[-1].x0 else []


def _alone_between(p: Phrase, a: Phrase, b: Phrase, parts: list[Phrase]) -> bool:
    """Whether a phrase stands midway over the blank of two cells, over or under no other."""
    width = b.x0 - a.x1
    midway = abs((p.x0 + p.x1) - (a.x1 + b.x0)) <= 0.5 * width
    return midway and not any(q is not p and q.x0 < p.x1 and q.x1 > p.x0 for q in parts)


def _reaches(p: Phrase, y: float, parts: list[Phrase]) -> bool:
    """Whether the cell of a phrase has a line on the other side of y."""
    own = middle(p.words[0])
    return any(
        q.x0 < p.x1 and q.x1 > p.x0 and (middle(q.words[0]) - y) * (own - y) < 0 for q in parts
    )
