"""Phrases that can be (part of) a header cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bomflow.page.words import Box, Word
from bomflow.table.header.columns import STACK
from bomflow.table.header.folding import fold
from bomflow.table.header.headers import Vocabulary
from bomflow.table.header.meaning import STRONG, Meaning, is_spaced, nameable
from bomflow.table.header.ranks import is_single, is_total_word
from bomflow.table.header.spellings import COLUMNS, UNITS
from bomflow.table.layout import Phrase, middle, phrases, text_lines

_LONGEST = 5  # words of a name
_HALF = 2  # words of one line of a name that stands on two
_ASIDE = 30.0  # font sizes beside a caption from which on words are of another table


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


def find_seeds(words: Sequence[Word], vocabulary: Vocabulary) -> list[Seed]:
    """Phrases that name a column; cheap for words that no header holds."""
    likely = {id(w) for w in words if is_header_like(w, vocabulary)}
    seeds = []
    halves = []
    for line in text_lines(words):
        letters = is_spaced([w.text for w in line if len(w.text) == 1 and w.text.isalpha()])
        if not letters and not any(id(w) in likely for w in line):
            continue
        in_line = phrases(line)
        for phrase in in_line:
            spaced = letters and is_spaced([w.text for w in phrase.words])
            if not spaced and not any(id(w) in likely for w in phrase.words):
                continue
            if is_caption(phrase, in_line, vocabulary):
                continue
            if vocabulary.meaning(phrase.text).strength < STRONG:
                if len(phrase.words) <= _HALF and all(id(w) in likely for w in phrase.words):
                    halves.append(phrase)
                continue  # words of a sentence
            for part in [phrase] if spaced else split_phrase(phrase, vocabulary):
                meaning = vocabulary.meaning(part.text)
                if meaning.columns and meaning.strength >= STRONG and not numbered(part.text):
                    size = max(w.size for w in part.words)
                    y = sum(map(middle, part.words)) / len(part.words)
                    seeds.append(Seed(part, meaning, y, size))
    return seeds + _stacked(halves, vocabulary)


def _stacked(halves: Sequence[Phrase], vocabulary: Vocabulary) -> list[Seed]:
    """Names of columns of which neither line says anything by itself (Số over lượng)."""
    seeds = []
    for upper in halves:
        size = upper.words[0].size
        for lower in halves:
            down = middle(lower.words[0]) - middle(upper.words[0])
            over = upper.x0 < lower.x1 and lower.x0 < upper.x1
            if not over or not 0.5 * size < down <= STACK * size:
                continue
            both = Phrase((*upper.words, *lower.words))
            columns = vocabulary.columns.get(fold(both.text), ())
            if columns:
                y = (middle(lower.words[0]) + middle(upper.words[0])) / 2
                seeds.append(Seed(both, vocabulary.meaning(both.text), y, size))
    return seeds


def is_caption(phrase: Phrase, line: Sequence[Phrase], vocabulary: Vocabulary) -> bool:
    """Whether a phrase is the caption of a list: NOMENCLATURE beside REP. and NB. is none.

    Lists side by side have a caption each; other tables of the sheet may print headers in line.
    """
    if not vocabulary.is_caption(phrase.text):
        return False
    reach = _ASIDE * max(w.size for w in phrase.words)
    near = (p for p in line if p.x0 - phrase.x1 <= reach and phrase.x0 - p.x1 <= reach)
    others = (p.text for p in near if not vocabulary.is_caption(p.text))
    named = (vocabulary.meaning(text) for text in others)
    return fold(phrase.text) not in vocabulary.columns or not any(
        m.strength >= STRONG and m.columns[0] in COLUMNS for m in named
    )


def numbered(text: str) -> bool:
    """Whether a text begins with a figure, as values do and headers do not (2 ST, 12 kg, ±0.1)."""
    return text.lstrip("([~±+")[:1].isdigit()


def is_header_like(w: Word, vocabulary: Vocabulary) -> bool:
    """Whether all of a word may be of a header."""
    if len(w.text) > 40:
        return False
    folded = fold(w.text)
    if not folded:
        return False
    return (
        all(t in vocabulary.loose_words or t in vocabulary.columns for t in folded.split(" "))
        or folded.replace(" ", "") in vocabulary.columns
    )


def _ends_of_names(words: Sequence[Word], start: int, vocabulary: Vocabulary) -> list[int]:
    """Where names of columns end that begin with a word, the longest first."""
    ends = range(min(len(words), start + _LONGEST), start, -1)
    return [j for j in ends if vocabulary.columns.get(_folded(words[start:j]))]


def _folded(words: Sequence[Word]) -> str:
    return fold(" ".join(w.text for w in words))


def split_phrase(phrase: Phrase, vocabulary: Vocabulary) -> list[Phrase]:
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
        ends = _ends_of_names(words, i, vocabulary)
        # POS. | N.º DE PIEZA and not POS. N.º | DE PIEZA
        going_on = [j for j in ends if j == len(words) or _ends_of_names(words, j, vocabulary)]
        if j := next(iter([*going_on, *ends]), 0):
            text = " ".join(w.text for w in words[i:j])
            columns = vocabulary.columns[fold(text)]
            same = parts and (names[-1] == columns[0] or _joins(words[i - 1].text))
            weight = parts and names[-1] in ("weight", "total_weight")
            unit = is_single(text) or text[0] in "([" or fold(text) in UNITS
            number = parts and names[-1] == "article_number" and fold(text) in _NUMBER
            if same or number or (weight and unit):  # Чертёж №, WT EA, GEW. (kg), GEW. IN KG
                parts[-1] += words[i:j]
            else:
                parts.append(list(words[i:j]))
                names.append(columns[0])
            i = j
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


_CONNECTIVES = {
    "and", "und", "et", "or", "of", "the", "de", "des", "del", "della", "du", "da", "la", "le",
    "és", "și", "şi", "và", "ve", "och", "og", "ja", "и", "та",
}  # fmt: skip


_NUMBER = {"no", "nr"}


def _joins(text: str) -> bool:
    return text.endswith(("/", "-", "&", "+")) or text.casefold() in _CONNECTIVES


def worth_a_look(seeds: list[Seed]) -> bool:
    """Whether two different columns are named at about the same height anywhere."""
    return any(company(s, seeds, STACK) >= 2 for s in seeds if s.real)


def smallest(seeds: list[Seed]) -> float:
    """The smallest font size of the seeds, points."""
    return min(s.size for s in seeds)


def region(seeds: list[Seed]) -> Box:
    """Where the rulings of the tables under (over) these seeds can lie: full height, wide sides."""
    good = [s for s in seeds if s.real and company(s, seeds, STACK) >= 2]
    margin = 60 * max(s.size for s in good)
    return (
        min(s.phrase.x0 for s in good) - margin, -1e6, max(s.phrase.x1 for s in good) + margin, 1e6
    )  # fmt: skip


def company(seed: Seed, seeds: list[Seed], within: float = 0.8) -> int:
    """How many different columns are named on about the same height."""
    reach = within * seed.size
    wide = 80 * seed.size
    return nameable(
        s.meaning
        for s in seeds
        if s.real
        and abs(s.y - seed.y) <= reach
        and s.phrase.x0 < seed.phrase.x1 + wide
        and s.phrase.x1 > seed.phrase.x0 - wide
    )
