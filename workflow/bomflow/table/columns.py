"""Header bands: where a page may print a parts-list header, and the columns it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bomflow.page.rulings import Ruling, Rulings
from bomflow.page.words import Box, Word
from bomflow.table.headers import (
    COLUMNS,
    Meaning,
    Vocabulary,
    fold,
    is_drawing_number,
    is_single,
    is_total_word,
)
from bomflow.table.layout import Phrase, box_of, middle, phrases, text_lines

STACK = 2.6  # header lines lie within this many font sizes of the main line
STRONG = 0.6  # share of a cell's letters that known phrases must cover


@dataclass
class Column:
    """One printed column: its header and its horizontal bounds (None until they are known)."""

    text: str
    words: list[Word]
    meaning: Meaning
    left: float | None = None
    right: float | None = None
    name: str | None = None
    over: list[Word] = field(default_factory=list)  # of a group cell above several columns

    @property
    def span(self) -> tuple[float, float]:
        """Horizontal extent of the header words; of the bounds when there are none."""
        if self.words:
            return min(w.x0 for w in self.words), max(w.x1 for w in self.words)
        return self.left or 0.0, self.right or 0.0


@dataclass
class Seed:
    """A phrase that can be (part of) a header cell."""

    phrase: Phrase
    meaning: Meaning
    y: float
    size: float
    used: bool = False

    @property
    def real(self) -> bool:
        """Whether it names one of the six columns first of all."""
        return self.meaning.columns[0] in COLUMNS


@dataclass
class Band:
    """A header: its box, its columns and the vertical rulings that bound them."""

    top: float
    bottom: float
    x0: float
    x1: float
    size: float
    columns: list[Column]
    bounds: list[Ruling] = field(default_factory=list)
    boxed: bool = False  # whether rulings closed it above and below

    @property
    def words(self) -> list[Word]:
        """Every header word once."""
        seen: dict[int, Word] = {}
        for c in self.columns:
            for w in (*c.words, *c.over):
                seen[id(w)] = w
        return list(seen.values())


def find_seeds(words: Sequence[Word], vocabulary: Vocabulary) -> list[Seed]:
    """Phrases that name a column; cheap for words that no header holds."""
    likely = {id(w) for w in words if _header_like(w, vocabulary)}
    seeds = []
    for line in text_lines(words):
        if not any(id(w) in likely for w in line):
            continue
        for phrase in phrases(line):
            if not any(id(w) in likely for w in phrase.words) or vocabulary.is_caption(phrase.text):
                continue
            if vocabulary.meaning(phrase.text).strength < STRONG:
                continue  # words of a sentence
            for part in _split(phrase, vocabulary):
                meaning = vocabulary.meaning(part.text)
                if meaning.columns and meaning.strength >= STRONG and not _numbered(part.text):
                    size = max(w.size for w in part.words)
                    y = sum(map(middle, part.words)) / len(part.words)
                    seeds.append(Seed(part, meaning, y, size))
    return seeds


def _numbered(text: str) -> bool:
    """Whether a text begins with a figure, as values do and headers do not (2 ST, 12 kg)."""
    return text.lstrip("([~")[:1].isdigit()


def _header_like(w: Word, vocabulary: Vocabulary) -> bool:
    if len(w.text) > 40:
        return False
    folded = fold(w.text)
    if not folded:
        return False
    return (
        all(t in vocabulary.loose_words or t in vocabulary.columns for t in folded.split(" "))
        or folded.replace(" ", "") in vocabulary.columns
    )


def _split(phrase: Phrase, vocabulary: Vocabulary) -> list[Phrase]:
    """Cut a phrase between words that name different columns (tightly set headers)."""
    words = phrase.words
    if len(words) == 2 and is_single(words[0].text) and is_total_word(words[1].text):
        return [Phrase(words[:1]), Phrase(words[1:])]  # UNIT | TOTAL under one WEIGHT
    if len(words) < 2 or fold(phrase.text) in vocabulary.columns:
        return [phrase]
    parts: list[list[Word]] = []
    names: list[str] = []
    i = 0
    while i < len(words):
        for j in range(min(len(words), i + 5), i, -1):
            text = " ".join(w.text for w in words[i:j])
            columns = vocabulary.columns.get(fold(text))
            if columns:
                if parts and (names[-1] == columns[0] or _joins(words[i - 1].text)):
                    parts[-1] += words[i:j]
                else:
                    parts.append(list(words[i:j]))
                    names.append(columns[0])
                i = j
                break
        else:
            if parts:
                parts[-1].append(words[i])
            else:
                parts.append([words[i]])
                names.append("")
            i += 1
    if len(parts) > 1 and names[0] == "":
        parts[1] = parts[0] + parts[1]
        parts, names = parts[1:], names[1:]
    if (
        names == ["weight", "weight"]
        or names == ["extra", "weight"]
        or names == ["weight", "extra"]
    ):
        return [phrase]
    return [Phrase(tuple(p)) for p in parts]


def _joins(text: str) -> bool:
    return text.endswith(("/", "-", "&", "+")) or text.casefold() in ("and", "und", "or", "of")


def worth_a_look(seeds: list[Seed]) -> bool:
    """Whether two different columns are named at about the same height anywhere."""
    return any(_company(s, seeds, STACK) >= 2 for s in seeds if s.real)


def smallest(seeds: list[Seed]) -> float:
    """The smallest font size of the seeds, points."""
    return min(s.size for s in seeds)


def region(seeds: list[Seed]) -> Box:
    """Where the rulings of the tables under (over) these seeds can lie: full height, wide sides."""
    good = [s for s in seeds if s.real and _company(s, seeds, STACK) >= 2]
    margin = 60 * max(s.size for s in good)
    return (
        min(s.phrase.x0 for s in good) - margin, -1e6, max(s.phrase.x1 for s in good) + margin, 1e6
    )  # fmt: skip


def find_bands(
    words: Sequence[Word], seeds: list[Seed], rulings: Rulings, vocabulary: Vocabulary
) -> list[Band]:
    """Every place that reads like a header, most columns first, none overlapping another."""
    bands: list[Band] = []
    order = sorted(
        (s for s in seeds if s.real),
        key=lambda s: (-_company(s, seeds, 0.3), -_company(s, seeds), s.y, s.phrase.x0),
    )
    for seed in order:
        if seed.used:
            continue
        group = [
            s
            for s in seeds
            if not s.used and abs(s.y - seed.y) <= STACK * seed.size and s.size < 2.5 * seed.size
            and seed.size < 2.5 * s.size
        ]  # fmt: skip
        if len({s.meaning.columns[0] for s in group if s.real}) < 2:
            continue
        band = _boxed_band(seed, group, words, rulings, vocabulary)
        if band is None:
            used = {id(w) for b in bands for w in b.words}
            band = _open_band(seed, group, words, rulings, vocabulary, used)
            if band is not None:
                _cut_stack(band)
        if band is None:
            continue
        for s in seeds:
            x = (s.phrase.x0 + s.phrase.x1) / 2
            if band.top - 1 <= s.y <= band.bottom + 1 and band.x0 - 1 <= x <= band.x1 + 1:
                s.used = True
        seed.used = True
        bands += _stacks(band, vocabulary)
    return bands


def _company(seed: Seed, seeds: list[Seed], within: float = 0.8) -> int:
    """How many different columns are named on about the same height."""
    reach = within * seed.size
    wide = 80 * seed.size
    return len(
        {
            s.meaning.columns[0]
            for s in seeds
            if s.real
            and abs(s.y - seed.y) <= reach
            and s.phrase.x0 < seed.phrase.x1 + wide
            and s.phrase.x1 > seed.phrase.x0 - wide
        }
    )


def _cell(p: Phrase, size: float, near: _Near) -> tuple[float, float, float, float] | None:
    """The ruled cell around a phrase: left, top, right, bottom; None where a side is open."""
    x, y = (p.x0 + p.x1) / 2, middle(p.words[0])
    half, tall = 0.3 * (p.x1 - p.x0), 0.45 * size
    sides = [d for d in near.down if d.start <= y - tall + 1 and d.end >= y + tall - 1]
    lids = [a for a in near.across if a.start <= x - half + 1 and a.end >= x + half - 1]
    left = max((d.at for d in sides if d.at <= x), default=None)
    right = min((d.at for d in sides if d.at > x), default=None)
    top = max((a.at for a in lids if a.at <= y), default=None)
    bottom = min((a.at for a in lids if a.at > y), default=None)
    if left is None or top is None or right is None or bottom is None:
        return None
    return left, top, right, bottom


@dataclass
class _Near:
    """Merged rulings around a header."""

    across: list[Ruling]
    down: list[Ruling]


def _boxed_band(
    seed: Seed,
    group: list[Seed],
    words: Sequence[Word],
    rulings: Rulings,
    vocabulary: Vocabulary,
) -> Band | None:
    """The header as a row of ruled cells around the seed, or None."""
    size = seed.size
    x0 = min(s.phrase.x0 for s in group) - 60 * size
    x1 = max(s.phrase.x1 for s in group) + 60 * size
    above, below = seed.y - 9 * size, seed.y + 9 * size
    near = _Near(
        [r for r in rulings.across_between(above, below, x0, x1) if r.end - r.start >= 2 * size],
        [r for r in rulings.down_between(x0, x1, above, below) if r.end - r.start >= 1.1 * size],
    )
    cells: list[tuple[Seed, float, float, float, float]] = []
    for s in group:
        cell = _cell(s.phrase, s.size, near)
        if cell is not None and cell[3] - cell[1] <= 9 * size:
            cells.append((s, *cell))
    own = next((c for c in cells if c[0] is seed), None)
    if own is None:
        return None
    top, bottom = own[2], own[4]
    # a two-level header: sub-cells share an edge with the tall cell beside them
    for _ in range(2):
        for _s, _l, t, _r, b in cells:
            if b - t > 6 * size or (abs(t - top) > 2 and abs(b - bottom) > 2):
                continue
            centre = (own[1] + own[3]) / 2
            if t < top - 2 and _lid(t, centre, near.across):
                top = t
            if b > bottom + 2 and _lid(b, centre, near.across):
                bottom = b
    x0, x1 = _reach(own[1], own[3], top, bottom, near.across)
    bounds = [
        d
        for d in near.down
        if x0 - 2 <= d.at <= x1 + 2 and _divides(d, top, bottom, size, near.across)
    ]
    bounds = _plausible(_distinct(bounds), len(group), 3 * (bottom - top))
    if len(bounds) < 3:
        return None
    x0, x1 = bounds[0].at, bounds[-1].at
    inner = sorted(b.end for b in bounds[1:-1])
    if inner and bottom - 0.5 * size > inner[len(inner) // 2] > seed.y + 0.5 * size:
        bottom = inner[len(inner) // 2]  # a heading without columns follows in the same box
    inside = [w for w in words if top <= middle(w) <= bottom and x0 <= (w.x0 + w.x1) / 2 <= x1]
    if _holds_values(inside, seed, vocabulary):
        return None
    columns = []
    for one, two in pairwise(bounds):
        mine = [w for w in inside if _in_cell(w, one.at, two.at, near)]
        over = [w for w in mine if _spans(w, one.at, two.at, near)]
        column = _column(mine, vocabulary, one.at, two.at)
        if over and len(over) < len(mine):
            column.over = over
            column.words = [w for w in mine if not any(w is o for o in over)]
        columns.append(column)
    band = Band(top, bottom, x0, x1, size, columns, bounds, boxed=True)
    band.columns = [c for one in columns for c in _divide(one, vocabulary)]
    real = {c.meaning.columns[0] for c in band.columns if c.meaning.columns}
    return band if len(real & set(COLUMNS)) >= 2 else None


def _holds_values(words: list[Word], seed: Seed, vocabulary: Vocabulary) -> bool:
    """Whether the box around the header holds rows as well (no rule between them)."""
    for line in text_lines(words):
        if abs(sum(map(middle, line)) / len(line) - seed.y) > 0.6 * seed.size:
            parts = phrases(line)
            values = sum(_numbered(p.text) for p in parts)
            if values >= max(1, len(parts) / 3):
                return True
    return False


def _lid(y: float, x: float, across: list[Ruling]) -> bool:
    """Whether a horizontal line runs over x at that height."""
    return any(abs(a.at - y) <= 2 and a.start <= x <= a.end for a in across)


def _divides(d: Ruling, top: float, bottom: float, size: float, across: list[Ruling]) -> bool:
    """Whether a vertical line parts header cells: over the full height, or up to a sub-cell's lid.

    Hatching that touches the header ends anywhere; a sub-cell's line ends on another ruling.
    """
    share = (min(d.end, bottom) - max(d.start, top)) / (bottom - top)
    if share >= 0.9:
        fits = abs(d.start - top) <= 1.5 or abs(d.end - bottom) <= 1.5
        return fits or d.end - d.start >= 2.2 * (bottom - top)
    if share < 0.3:
        return False
    if d.end >= bottom - 2:
        inner = d.start
    elif d.start <= top + 2:
        inner = d.end
    else:
        return False
    return any(
        abs(a.at - inner) <= 2 and a.start < d.at + 2 and a.end > d.at - 2
        and a.end - a.start >= 1.5 * size
        for a in across
    )  # fmt: skip


def _in_cell(w: Word, left: float, right: float, near: _Near) -> bool:
    """Whether a header word belongs over the column (a group word stands over several)."""
    x = (w.x0 + w.x1) / 2
    if left <= x <= right:
        return True
    cell = _cell(Phrase((w,)), w.size, near)
    return cell is not None and cell[0] <= left + 1.5 and cell[2] >= right - 1.5


def _plausible(bounds: list[Ruling], cells: int, long: float) -> list[Ruling]:
    """Bounds that hatching across the header cannot have made.

    Real ones run on, or end where others end too; when there are far more than cells, only the
    long ones count.
    """
    kept = [
        b
        for b in bounds
        if b.end - b.start >= long
        or sum(abs(o.start - b.start) <= 2 and abs(o.end - b.end) <= 2 for o in bounds) >= 3
        or sum(abs(o.end - b.end) <= 2 for o in bounds) >= max(3, len(bounds) // 2)
        or sum(abs(o.start - b.start) <= 2 for o in bounds) >= max(3, len(bounds) // 2)
    ]
    if len(kept) <= 6 + 3 * cells:
        return kept
    return [b for b in kept if b.end - b.start >= long]


def _spans(w: Word, left: float, right: float, near: _Near) -> bool:
    """Whether the ruled cell of a header word is wider than the column."""
    cell = _cell(Phrase((w,)), w.size, near)
    return cell is not None and (cell[0] < left - 2.5 or cell[2] > right + 2.5)


def _distinct(lines: list[Ruling], slack: float = 2.5) -> list[Ruling]:
    out: list[Ruling] = []
    for line in sorted(lines):
        if out and line.at - out[-1].at <= slack:
            last = out[-1]
            out[-1] = Ruling(last.at, min(last.start, line.start), max(last.end, line.end))
        else:
            out.append(line)
    return out


def _reach(
    left: float,
    right: float,
    top: float,
    bottom: float,
    across: list[Ruling],
) -> tuple[float, float]:
    """How far the row of cells goes: both its top and its bottom line must go on."""
    spans = []
    for y in (top, bottom):
        lines = [
            a for a in across if abs(a.at - y) <= 2.5 and a.end > left + 1 and a.start < right - 1
        ]
        if lines:
            spans.append((min(a.start for a in lines), max(a.end for a in lines)))
    if not spans:
        return left, right
    x0 = max(s[0] for s in spans)
    x1 = min(s[1] for s in spans)
    return min(x0, left), max(x1, right)


def _column(
    words: list[Word],
    vocabulary: Vocabulary,
    left: float | None = None,
    right: float | None = None,
) -> Column:
    text = " ".join(w.text for line in text_lines(words) for w in line)
    return Column(text, words, vocabulary.meaning(text), left, right)


def _divide(column: Column, vocabulary: Vocabulary) -> list[Column]:
    """A ruled header cell that names several columns side by side (rulings are missing)."""
    if len(column.words) < 2 or column.meaning.strength == 0:
        return [column]
    parts = [
        q for line in text_lines(column.words) for p in phrases(line) for q in _split(p, vocabulary)
    ]
    if len(parts) < 2:
        return [column]
    cells = _stack(parts, vocabulary)
    if len(cells) < 2 or any(not c.meaning.columns or c.meaning.strength < STRONG for c in cells):
        return [column]
    if len({c.meaning.columns[0] for c in cells}) < len(cells):
        return [column]
    cells[0].left, cells[-1].right = column.left, column.right
    return cells


def _clusters(parts: list[Phrase]) -> list[list[Phrase]]:
    """Phrases grouped by overlapping horizontal extent, left to right."""
    out: list[list[Phrase]] = []
    for p in sorted(parts, key=lambda p: p.x0):
        if out and p.x0 < max(q.x1 for q in out[-1]):
            out[-1].append(p)
        else:
            out.append([p])
    return out


def _open_band(
    seed: Seed,
    group: list[Seed],
    words: Sequence[Word],
    rulings: Rulings,
    vocabulary: Vocabulary,
    used: set[int],
) -> Band | None:
    """The header from the lines of words around the seed alone."""
    size = seed.size
    nearby = [w for w in words if abs(middle(w) - seed.y) <= STACK * size + 0.6 * size]
    lines = text_lines(nearby)
    main = min(
        range(len(lines)), key=lambda i: abs(sum(map(middle, lines[i])) / len(lines[i]) - seed.y)
    )
    walls = [
        d.at
        for d in rulings.down_between(-1e9, 1e9, seed.y - 0.3 * size, seed.y + 0.3 * size)
        if d.end - d.start >= 5 * size
    ]
    x0, x1 = _extent(lines, main, seed, vocabulary, walls, used)
    known = [s for s in group if s.phrase.x1 > x0 and s.phrase.x0 < x1]
    x0 = max([x0, *(w for w in walls if w < min(s.phrase.x0 for s in known) + 1)])
    x1 = min([x1, *(w for w in walls if w > max(s.phrase.x1 for s in known) - 1)])
    taken: list[Phrase] = []
    for step in (range(main, -1, -1), range(main + 1, len(lines))):
        edge: float | None = None
        for i in step:
            parts = [
                q
                for p in phrases(lines[i])
                if x0 - 2 * size < p.x1
                and p.x0 < x1 + 2 * size
                and (p.x0 + p.x1) / 2 > x0 - 0.1
                and (p.x0 + p.x1) / 2 < x1 + 0.1
                and not vocabulary.is_caption(p.text)
                for q in _split(p, vocabulary)
            ]
            if not parts:
                continue
            y = sum(map(middle, lines[i])) / len(lines[i])
            if i != main:
                familiar = sum(_header_phrase(p, vocabulary) for p in parts)
                if familiar < 0.6 * len(parts) or (edge is not None and abs(y - edge) > 1.9 * size):
                    break
            edge = y
            taken += parts
    if not taken:
        return None
    cells = _stack(taken, vocabulary)
    real = {c.meaning.columns[0] for c in cells if c.meaning.columns}
    if len(real & set(COLUMNS)) < 2:
        return None
    box = box_of(w for p in taken for w in p.words)
    down = rulings.down_between(box[0] - 3 * size, box[2] + 3 * size, box[1], box[3])
    bounds = _distinct(
        [
            d
            for d in down
            if box[0] - 3 * size <= d.at <= box[2] + 3 * size
            and min(d.end, box[3]) - max(d.start, box[1]) >= 0.8 * (box[3] - box[1])
            and d.end - d.start >= 3 * size
            and not any(
                w.x0 + 0.3 * size < d.at < w.x1 - 0.3 * size for p in taken for w in p.words
            )
        ]
    )
    bounds = _plausible(bounds, len(cells), 3 * (box[3] - box[1]))
    left = [b for b in bounds if b.at <= box[0] + 2]
    right = [b for b in bounds if b.at >= box[2] - 2]
    inner = [b for b in bounds if box[0] + 2 < b.at < box[2] - 2]
    bounds = left[-1:] + inner + right[:1]
    for one, two in pairwise(bounds):  # ruled columns without a header
        if two.at - one.at > 0.8 * size and not any(
            c.span[0] < two.at and c.span[1] > one.at for c in cells
        ):
            cells.append(Column("", [], vocabulary.meaning(""), one.at, two.at))
    cells.sort(key=lambda c: sum(c.span))
    return Band(box[1], box[3], box[0], box[2], size, cells, bounds)


def _extent(
    lines: list[list[Word]],
    main: int,
    seed: Seed,
    vocabulary: Vocabulary,
    walls: list[float],
    used: set[int],
) -> tuple[float, float]:
    """How far to the left and right the header goes on from the seed."""
    parts = [q for p in phrases(lines[main]) for q in _split(p, vocabulary)]
    line_parts = set(map(id, parts))
    mine = {fold(p.text) for p in parts} - _COMMON
    for i, line in enumerate(lines):
        own = [q for p in phrases(line) for q in _split(p, vocabulary)]
        if i != main and len(mine & {fold(p.text) for p in own}) < 2:  # no rival header
            parts += [p for p in own if _header_phrase(p, vocabulary) and not _numbered(p.text)]
    x0, x1 = seed.phrase.x0, seed.phrase.x1
    size = seed.size
    for p in parts:  # an earlier header's words are walls
        if any(id(w) in used for w in p.words):
            walls = [*walls, p.x0, p.x1]
    parts = [
        p
        for p in parts
        if not any(id(w) in used for w in p.words)
        and 0.75 * size <= max(w.size for w in p.words) <= 1.34 * size
    ]
    left = _march(
        x0, [p for p in parts if p.x0 < x0], seed, vocabulary, walls, line_parts, -1, set()
    )
    texts = {fold(p.text) for p in parts if left <= p.x0 < x0 and id(p) in line_parts}
    right = _march(
        x1, [p for p in parts if p.x1 > x1], seed, vocabulary, walls, line_parts, 1, texts
    )
    return left, right


_COMMON = {"number", "no", "nr", "name", "unit", "weight", "gewicht", "masa", "peso", "mass", "kg"}


def _march(
    edge: float,
    parts: list[Phrase],
    seed: Seed,
    vocabulary: Vocabulary,
    walls: list[float],
    main: set[int],
    step: int,
    before: set[str],
) -> float:
    """Go from header phrase to header phrase until something else begins; the last known edge.

    A value, the first heading over again, a gutter between two frames or a wide gap end a header.
    """
    size = seed.size
    texts = {fold(seed.phrase.text)} | before
    names = {seed.meaning.columns[0]}
    known = reach = edge
    for p in sorted(parts, key=lambda p: p.x0 * step if step > 0 else -p.x1):
        near, far = (p.x0, p.x1) if step > 0 else (p.x1, p.x0)
        gap = (near - reach) * step
        meaning = vocabulary.meaning(p.text)
        name = meaning.columns[0] if meaning.columns and meaning.strength >= STRONG else ""
        if _numbered(p.text) or gap > 40 * size:
            break
        between = sorted(w for w in walls if min(reach, near) < w < max(reach, near))
        if between and (between[-1] - between[0] > 0.8 * size or len(p.text) == 1):
            break  # a gutter between two frames; a zone letter beyond the sheet's frame
        if id(p) in main and name in COLUMNS and "weight" not in name:
            if fold(p.text) in texts - _COMMON:
                break
            if gap > 20 * size and name in names:
                break
        if name or _header_phrase(p, vocabulary):
            known = far if (far - known) * step > 0 else known
            if id(p) in main:
                texts.add(fold(p.text))
                names.add(name)
        elif gap > (25 if id(p) in main else 8) * size:
            break
        reach = far if (far - reach) * step > 0 else reach
    return reach if abs(reach - known) <= 28 * size else known


def _header_phrase(p: Phrase, vocabulary: Vocabulary) -> bool:
    if sum(c.isdigit() for c in p.text) >= 2:
        return False
    if vocabulary.meaning(p.text).strength >= STRONG or p.text.startswith(("(", "[")):
        return True
    folded = fold(p.text)
    if not folded:
        return True
    return all(t in vocabulary.loose_words and not t.isdigit() for t in folded.split(" "))


def _stack(parts: list[Phrase], vocabulary: Vocabulary) -> list[Column]:
    """Header cells from phrases of several lines; a phrase over several cells belongs to each."""
    lines = text_lines([w for p in parts for w in p.words])
    if len(lines) == 1:
        return [_column(list(p.words), vocabulary) for p in sorted(parts, key=lambda p: p.x0)]
    by_line: dict[int, list[Phrase]] = {}
    for p in parts:
        y = middle(p.words[0])
        i = min(range(len(lines)), key=lambda k: abs(middle(lines[k][0]) - y))
        by_line.setdefault(i, []).append(p)
    groups: list[tuple[Phrase, list[Phrase]]] = []
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
        over = [g for g, under in groups if any(q in cluster for q in under)]
        words = [w for p in cluster for w in p.words]
        cell = _column(words + [w for g in over for w in g.words], vocabulary)
        cell.words, cell.over = words, [w for g in over for w in g.words]
        cells.append(cell)
    return cells


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
                (a in near or b in near)
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
    return near if near[0].x1 <= (p.x0 + p.x1) / 2 <= near[-1].x0 else []


def _cut_stack(band: Band) -> None:
    """Drop the end of a stack that stands before the first column of the next one."""
    texts = [fold(c.text) for c in band.columns]
    first = next(
        (i for i, c in enumerate(band.columns) if c.meaning.columns[:1] == ("position",)), 0
    )
    rest = texts[first:]
    if first > 1 and len(set(rest)) == len(rest) and len(set(texts[:first]) & set(rest)) >= 2:
        band.columns = band.columns[first:]
        band.bounds = [b for b in band.bounds if b.at > band.columns[0].span[0] - 3 * band.size]
        if band.words:
            band.x0, band.top, band.x1, band.bottom = box_of(band.words)


def _stacks(band: Band, vocabulary: Vocabulary) -> list[Band]:
    """Split a header that repeats itself side by side."""
    columns = band.columns
    first = next((c.meaning.columns[0] for c in columns if c.meaning.columns), None)
    starts = [
        i
        for i, c in enumerate(columns)
        if c.meaning.columns and c.meaning.columns[0] == first and first in COLUMNS
        and fold(c.text) == fold(next(k.text for k in columns if k.meaning.columns))
    ]  # fmt: skip
    if len(starts) < 2 or starts[0] > 1:
        return [band]
    pieces = [columns[a:b] for a, b in zip(starts, [*starts[1:], len(columns)], strict=True)]
    pieces[0] = columns[: starts[1]]
    out = []
    for piece in pieces:
        real = {c.meaning.columns[0] for c in piece if c.meaning.columns}
        if len(real & set(COLUMNS)) < 2:
            return [band]
        x0 = piece[0].left if piece[0].left is not None else piece[0].span[0]
        x1 = piece[-1].right if piece[-1].right is not None else piece[-1].span[1]
        low = -1e9 if piece is pieces[0] else pieces[pieces.index(piece) - 1][-1].span[1]
        high = 1e9 if piece is pieces[-1] else pieces[pieces.index(piece) + 1][0].span[0]
        bounds = [b for b in band.bounds if low < b.at < high or x0 - 2 <= b.at <= x1 + 2]
        left = [b for b in bounds if b.at <= x0 + 2]
        right = [b for b in bounds if b.at >= x1 - 2]
        bounds = left[-1:] + [b for b in bounds if x0 + 2 < b.at < x1 - 2] + right[:1]
        one = Band(band.top, band.bottom, x0, x1, band.size, piece, bounds, band.boxed)
        if not band.boxed and one.words:
            _, one.top, _, one.bottom = box_of(one.words)
        out.append(one)
    return out


def name_columns(columns: list[Column]) -> None:
    """Give every column its name among the six, each at most once, or None (an extra column)."""
    taken: set[str] = set()
    for c in columns:
        c.name = None
    sure = [c for c in columns if c.meaning.columns and c.meaning.strength >= STRONG]
    # sure names first, then ambiguous ones; drawing numbers only for want of an article number
    order = sorted(
        sure,
        key=lambda c: (
            is_drawing_number(c.text), len(c.meaning.columns) > 1, -c.meaning.strength
        ),
    )  # fmt: skip
    for c in order:
        names = c.meaning.columns
        if names[0] == "weight" and "weight" in taken and "total_weight" not in taken:
            names = ("total_weight",)
        for name in names:
            if name == "extra":
                break
            if name not in taken:
                c.name = name
                taken.add(name)
                break
