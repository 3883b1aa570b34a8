"""How far a header goes on from the word that was found first, where no ruling closes its cells."""

from __future__ import annotations

import re

from bomflow.page.rulings import Rulings
from bomflow.page.words import Word
from bomflow.proof.columns import is_section_mark
from bomflow.table.header.folding import fold
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.meaning import STRONG
from bomflow.table.header.neighbours import grids, gutters
from bomflow.table.header.seeds import Seed, numbered, split_phrase
from bomflow.table.header.spellings import COLUMNS
from bomflow.table.layout import Phrase, phrases

_WIDE = 40  # font sizes between two headers: beyond lies something else
# What is printed beside a view: R19, M16, DN 100, Ø22, EL +12.500.
_DIMENSION = re.compile(r"[^\W\d_]{0,3} ?[ØøΦ⌀±+-]?\d{2}")
_FIGURES = {"quantity", "weight", "total_weight"}
_LONE = 15  # font sizes before a letter alone, which names no column of its own
_WIDER = 70  # columns of figures keep to the edge of a sheet, and title blocks hardly name them
_COMMON = {"number", "no", "nr", "name", "unit", "weight", "gewicht", "masa", "peso", "mass", "kg"}


def extent(
    seed: Seed,
    lines: list[list[Word]],
    main: int,
    vocabulary: Vocabulary,
    rulings: Rulings,
    walls: list[float],
    frames: list[float],
    used: set[int],
) -> tuple[float, float]:
    """Where a header begins and ends along its ``main`` line, points.

    ``lines`` are those of the words at the height of the seed, ``walls`` the places of rulings
    down through it, ``frames`` of those in one piece, ``used`` the ids of words that an earlier
    header holds.
    """
    parts = [q for p in phrases(lines[main]) for q in split_phrase(p, vocabulary)]
    of_main = set(map(id, parts))
    mine = {fold(p.text) for p in parts} - _COMMON
    for i, line in enumerate(lines):
        own = [q for p in phrases(line) for q in split_phrase(p, vocabulary)]
        if i != main and len(mine & {fold(p.text) for p in own}) < 2:  # no rival header
            parts += [p for p in own if header_phrase(p, vocabulary) and not numbered(p.text)]
    taken = [p for p in parts if any(id(w) in used for w in p.words)]
    ends = [edge for p in taken for edge in (p.x0, p.x1)]
    ends += [*gutters(seed, phrases(lines[main]), rulings), *grids(seed, rulings)]
    sizes = (0.75 * seed.size, 1.34 * seed.size)
    free = {id(p) for p in parts} - set(map(id, taken))
    parts = [
        p for p in parts if id(p) in free and sizes[0] <= max(w.size for w in p.words) <= sizes[1]
    ]
    march = _March(
        seed, vocabulary, [*walls, *ends], [*frames, *ends], of_main, _lids(seed, rulings)
    )
    march.stack(parts)
    x0, x1 = seed.phrase.x0, seed.phrase.x1
    left = march.left(x0, [p for p in parts if p.x0 < x0])
    before = [p for p in parts if left <= p.x0 < x0]
    met = {march.cell(p) for p in before if id(p) in of_main}
    first = {fold(p.text) for p in before if p.x0 <= left + seed.size}
    first = first or {fold(seed.phrase.text)}
    return left, march.right(x1, [p for p in parts if p.x1 > x1], met, first)


def _lids(seed: Seed, rulings: Rulings) -> tuple[float, float]:
    """From where to where lines of the same extent run above and below the seed.

    They hold a header together over columns that have none.
    """
    x, size = (seed.phrase.x0 + seed.phrase.x1) / 2, seed.size
    near = rulings.across_between(seed.y - 4 * size, seed.y + 4 * size, x, x)
    above = [a for a in near if a.at < seed.y and a.start < x < a.end]
    below = [b for b in near if b.at > seed.y and b.start < x < b.end]
    if above and below:
        a, b = above[-1], below[0]
        if abs(a.start - b.start) <= 0.3 * size and abs(a.end - b.end) <= 0.3 * size:
            return a.start, a.end
    return x, x


class _March:
    """Goes from header phrase to header phrase until something else begins.

    A value, the first heading over again, a gutter between two frames or a wide gap end a header.
    """

    def __init__(
        self,
        seed: Seed,
        vocabulary: Vocabulary,
        walls: list[float],
        frames: list[float],
        of_main: set[int],
        lids: tuple[float, float],
    ) -> None:
        self._seed = seed
        self._vocabulary = vocabulary
        self._walls = walls
        self._frames = frames
        self._of_main = of_main  # ids of the phrases in the line of the seed
        self._lids = lids
        self._stacked: list[Phrase] = []  # phrases of the other lines

    def stack(self, parts: list[Phrase]) -> None:
        """Take the phrases over and under those of the main line, of which they are a part."""
        self._stacked = [p for p in parts if id(p) not in self._of_main]

    def cell(self, p: Phrase) -> str:
        """The folded text of a cell: PART over NO. is another one than PART over NAME."""
        beside = [q.text for q in self._stacked if q.x0 < p.x1 and q.x1 > p.x0 and q is not p]
        return fold(" ".join([p.text, *beside]))

    def left(self, edge: float, parts: list[Phrase]) -> float:
        """The left end, from ``edge`` on."""
        return self._go(edge, sorted(parts, key=lambda p: -p.x1), -1, set(), set())

    def right(self, edge: float, parts: list[Phrase], met: set[str], first: set[str]) -> float:
        """The right end; ``met``: the folded headings to the left of the seed in its line,
        ``first``: those that the header begins with, in whatever line.
        """
        return self._go(edge, sorted(parts, key=lambda p: p.x0), 1, met, first)

    def _go(
        self, edge: float, ordered: list[Phrase], step: int, met: set[str], first: set[str]
    ) -> float:
        size = self._seed.size
        texts = {self.cell(self._seed.phrase)} | met
        plain = {fold(self._seed.phrase.text)}  # a caption may stand over one cell, not the other
        names = {self._seed.meaning.columns[0]}
        known = reach = edge
        own: float | None = None  # where this list ends if another one begins with its positions
        only_decoys = True  # since the last known word
        again: tuple[float, float] | None = None  # both before the first headings over again
        for i, p in enumerate(ordered):
            near, far = (p.x0, p.x1) if step > 0 else (p.x1, p.x0)
            gap = (near - reach) * step
            on_main = id(p) in self._of_main
            name = self._name(p)
            held = self._lids[0] <= p.x0 and p.x1 <= self._lids[1] and bool(name)
            wide = _WIDER if on_main and name in _FIGURES - names else _WIDE
            if numbered(p.text) or is_section_mark(p.text) or (gap > wide * size and not held):
                break
            between = sorted(w for w in self._walls if min(reach, near) < w < max(reach, near))
            if between and (
                between[-1] - between[0] > 0.8 * size or self._is_beyond(p, between, name)
            ):
                break  # a gutter between two frames; a letter beyond one: a zone, north
            if len(p.text) == 1 and gap > _LONE * size and not held:
                break  # a zone of a frame that lies too far off to be looked for
            if on_main and name in COLUMNS and "weight" not in name:
                after = next((self.cell(q) for q in ordered[i + 1 :] if id(q) in self._of_main), "")
                cell = self.cell(p)
                if cell in texts and (cell not in _COMMON or after in texts):
                    if own is not None:
                        return own
                    known, reach = again or (known, reach)
                    break
                if gap > 20 * size and name in names and not held:
                    break
            if name == "position" and on_main and len(names) > 2:
                own = known if step > 0 else far
            elif step > 0:
                own = None
            if fold(p.text) in first:
                again = again or (known, reach)
            elif on_main and self.cell(p) not in texts and fold(p.text) not in plain:
                again = None
            sure = bool(name) or header_phrase(p, self._vocabulary)
            only_decoys = not sure and only_decoys and self._vocabulary.meaning(p.text).decoy
            only_decoys = only_decoys or (sure and on_main)
            if sure:
                known = far if (far - known) * step > 0 else known
                if on_main:
                    texts.add(self.cell(p))
                    plain.add(fold(p.text))
                    names.add(name)
            elif gap > (25 if on_main and not _DIMENSION.match(p.text) else 8) * size:
                break
            reach = far if (far - reach) * step > 0 else reach
        # no list begins with what another table may hold (RT)
        return known if only_decoys and step < 0 else self._end(known, reach)

    def _is_beyond(self, p: Phrase, walls: list[float], name: str) -> bool:
        """Whether a letter behind ``walls`` is none of this header: a zone of the frame, north.

        Behind borders drawn cell by cell it may head a column that it names: L.
        """
        letters = [q for q in (p, self._seed.phrase) if len(q.text) == 1 and q.text.isalnum()]
        framed = any(abs(frame - wall) < 1 for frame in self._frames for wall in walls)
        return bool(letters) and (framed or not name)

    def _end(self, known: float, reach: float) -> float:
        return reach if abs(reach - known) <= 28 * self._seed.size else known

    def _name(self, p: Phrase) -> str:
        """The column that a phrase surely names, '' for none."""
        meaning = self._vocabulary.meaning(p.text)
        return meaning.columns[0] if meaning.columns and meaning.strength >= STRONG else ""


def header_phrase(p: Phrase, vocabulary: Vocabulary) -> bool:
    """Whether a phrase holds nothing but words of headers, units and brackets."""
    if sum(c.isdigit() for c in p.text) >= 2:
        return False
    if vocabulary.meaning(p.text).strength >= STRONG or p.text.startswith(("(", "[")):
        return True
    folded = fold(p.text)
    if not folded:
        return True
    if p.text.endswith("-") and len(folded) > 2:  # the begin of a word that the next line ends
        return any(w.startswith(folded) for w in vocabulary.loose_words)
    return not vocabulary.is_caption(p.text) and all(
        t in vocabulary.loose_words and not t.isdigit() for t in folded.split(" ")
    )
